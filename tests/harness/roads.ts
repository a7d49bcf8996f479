// The roads of the whole world as a net, for journeys from place to place. In: the places' roads. Out: the way along them between two spots.
// Method: Dijkstra (1959) over the roads' points; where roads do not meet, the shortest gaps between them are walked over land.
import { PLACES } from '../../src/shared/content';
import type { Point } from './ways';

/** Points of a road stand no farther apart than this. */
const APART_M = 40;
/** Roads whose points are so near meet. */
const MEET_M = 16;
/** Over land one walks no road: such pieces count for more. */
const ROUGH = 2.5;

interface Link {
  to: number;
  cost: number;
}

class Roads {
  private readonly nodes: Point[] = [];
  private readonly links: Link[][] = [];

  constructor() {
    for (const { roads: all } of PLACES) for (const { points } of all) this.lay(points.map(([x, z]) => ({ x, z })));
    this.meet();
    this.bridgeGaps();
  }

  /** Points of the road from the one nearest to `start` to the one nearest to `goal`; null when there are no roads. */
  route(start: Point, goal: Point): Point[] | null {
    if (!this.nodes.length) return null;
    const [first, last] = [this.nearest(start), this.nearest(goal)];
    const cost = this.nodes.map(() => Number.POSITIVE_INFINITY);
    const from = this.nodes.map(() => -1);
    const open = new Set([first]);
    cost[first] = 0;
    while (open.size) {
      const at = [...open].reduce((best, node) => (cost[node] < cost[best] ? node : best));
      open.delete(at);
      if (at === last) break;
      for (const { to, cost: step } of this.links[at]) {
        if (cost[at] + step >= cost[to]) continue;
        cost[to] = cost[at] + step;
        from[to] = at;
        open.add(to);
      }
    }
    const way: Point[] = [];
    for (let at = last; at >= 0; at = from[at]) way.push(this.nodes[at]);
    return way.reverse();
  }

  private lay(points: readonly Point[]): void {
    points.forEach((point, i) => {
      const before = points[i - 1];
      const pieces = before ? Math.ceil(apart(before, point) / APART_M) : 1;
      for (let k = 1; k <= pieces; k++) {
        const share = before ? k / pieces : 1;
        const from = before ?? point;
        const node = this.nodes.push({ x: from.x + (point.x - from.x) * share, z: from.z + (point.z - from.z) * share }) - 1;
        this.links.push([]);
        if (before) this.link(node - 1, node, 1);
      }
    });
  }

  private link(a: number, b: number, rough: number): void {
    const cost = apart(this.nodes[a], this.nodes[b]) * rough;
    this.links[a].push({ to: b, cost });
    this.links[b].push({ to: a, cost });
  }

  private meet(): void {
    for (let a = 0; a < this.nodes.length; a++)
      for (let b = a + 1; b < this.nodes.length; b++) if (apart(this.nodes[a], this.nodes[b]) < MEET_M) this.link(a, b, ROUGH);
  }

  /** Joins the nearest points of roads that do not hang together, until all do. */
  private bridgeGaps(): void {
    for (;;) {
      const joined = this.reach(0);
      if (joined.size === this.nodes.length) return;
      let best = { a: 0, b: 0, m: Number.POSITIVE_INFINITY };
      for (const a of joined) {
        this.nodes.forEach((node, b) => {
          const m = joined.has(b) ? Number.POSITIVE_INFINITY : apart(this.nodes[a], node);
          if (m < best.m) best = { a, b, m };
        });
      }
      this.link(best.a, best.b, ROUGH);
    }
  }

  private reach(start: number): Set<number> {
    const seen = new Set([start]);
    for (const at of seen) for (const { to } of this.links[at]) seen.add(to);
    return seen;
  }

  private nearest(spot: Point): number {
    let best = 0;
    for (let i = 1; i < this.nodes.length; i++) if (apart(this.nodes[i], spot) < apart(this.nodes[best], spot)) best = i;
    return best;
  }
}

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.z - b.z);

let shared: Roads | undefined;
/** The roads of this process; laid once. */
export function roads(): Roads {
  shared ??= new Roads();
  return shared;
}
