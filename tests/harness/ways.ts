// Ways on foot through the place, for bots and browser tests that should not get stuck behind a barn: a grid of what can be walked, and A*.
// In: the place's colliders and the core's ground. Out: points to walk to one after another. (Hart, Nilsson, Raphael 1968; straightened by sight.)
import * as L from '../../assembly/layout';
import { ALDERWICK } from '../../src/shared/content';
import { type Collider, collidersOf } from '../../src/shared/content/colliders';
import { newEyes } from './eyes';

export interface Point {
  x: number;
  z: number;
}

const STEP_M = 1;
const SIDE = L.REGION_SIZE_M / STEP_M;
const BODY_M = 0.5;
/** Steeper than this between two squares nobody climbs. */
const STEEP = 0.85;
/** Wading is fine, swimming is slow: deeper than this is walked round. */
const DEEP_M = 0.6;
const MOST_SQUARES = 60_000;
const STRAIGHT = 10;
const DIAGONAL = 14;

export class Ways {
  private readonly blocked = new Uint8Array(SIDE * SIDE);
  private readonly cost = new Int32Array(SIDE * SIDE);
  /** The search in which a square's cost was set: older ones count as none. */
  private readonly setIn = new Uint32Array(SIDE * SIDE);
  private searches = 0;
  private readonly from = new Int32Array(SIDE * SIDE);
  private readonly west = ALDERWICK.region[1] * L.REGION_SIZE_M;
  private readonly north = ALDERWICK.region[2] * L.REGION_SIZE_M;

  constructor() {
    const { core } = newEyes();
    const heights = Float32Array.from({ length: SIDE * SIDE }, (_, at) => core.height(this.xOf(at), this.zOf(at)));
    for (let at = 0; at < heights.length; at++) {
      const east = at % SIDE < SIDE - 1 ? Math.abs(heights[at + 1] - heights[at]) : 0;
      const south = at + SIDE < heights.length ? Math.abs(heights[at + SIDE] - heights[at]) : 0;
      if (Math.max(east, south) / STEP_M > STEEP || heights[at] < L.WATER_LEVEL_M - DEEP_M) this.blocked[at] = 1;
    }
    for (const collider of collidersOf(ALDERWICK)) this.block(collider, heights);
    // A bridge is walked on its deck, whatever the ground below says.
    for (const bridge of ALDERWICK.bridges) this.open(bridge);
  }

  /** Points from one place to another, the last one the goal; just the goal when no way is known. */
  path(start: Point, goal: Point): Point[] {
    const target = this.nearestOpen(this.square(goal));
    const found = this.search(this.nearestOpen(this.square(start)), target);
    return found ? [...this.straightened(found), goal] : [goal];
  }

  private search(start: number, target: number): number[] | null {
    const { cost, from, blocked, setIn } = this;
    const now = ++this.searches;
    const open = new Heap();
    cost[start] = 0;
    setIn[start] = now;
    from[start] = -1;
    open.push(start, this.guess(start, target));
    for (let looked = 0; open.size && looked < MOST_SQUARES; looked++) {
      const at = open.pop();
      if (at === target) return this.trace(target);
      for (let dz = -1; dz <= 1; dz++) {
        for (let dx = -1; dx <= 1; dx++) {
          const column = (at % SIDE) + dx;
          const next = at + dz * SIDE + dx;
          if (column < 0 || column >= SIDE || next < 0 || next >= blocked.length || blocked[next]) continue;
          if (dx && dz && (blocked[at + dx] || blocked[at + dz * SIDE])) continue;
          const spent = cost[at] + (dx && dz ? DIAGONAL : STRAIGHT);
          if (setIn[next] === now && cost[next] <= spent) continue;
          setIn[next] = now;
          cost[next] = spent;
          from[next] = at;
          open.push(next, spent + this.guess(next, target));
        }
      }
    }
    return null;
  }

  private guess(at: number, target: number): number {
    const dx = Math.abs((at % SIDE) - (target % SIDE));
    const dz = Math.abs(Math.floor(at / SIDE) - Math.floor(target / SIDE));
    return STRAIGHT * Math.max(dx, dz) + (DIAGONAL - STRAIGHT) * Math.min(dx, dz);
  }

  private trace(target: number): number[] {
    const squares: number[] = [];
    for (let at = target; at >= 0; at = this.from[at]) squares.push(at);
    return squares.reverse();
  }

  /** Leaves out every point that can be walked past in a straight line. */
  private straightened(squares: number[]): Point[] {
    const points: Point[] = [];
    let here = 0;
    while (here < squares.length - 1) {
      let next = here + 1;
      while (next + 1 < squares.length && this.isStraight(squares[here], squares[next + 1])) next++;
      points.push({ x: this.xOf(squares[next]), z: this.zOf(squares[next]) });
      here = next;
    }
    return points;
  }

  private isStraight(a: number, b: number): boolean {
    const steps = Math.ceil(Math.hypot((b % SIDE) - (a % SIDE), Math.floor(b / SIDE) - Math.floor(a / SIDE)) * 2);
    for (let i = 1; i < steps; i++) {
      const x = this.xOf(a) + ((this.xOf(b) - this.xOf(a)) * i) / steps;
      const z = this.zOf(a) + ((this.zOf(b) - this.zOf(a)) * i) / steps;
      if (this.blocked[this.square({ x, z })]) return false;
    }
    return true;
  }

  private nearestOpen(square: number): number {
    for (let ring = 0; ring < 12; ring++) {
      for (let dz = -ring; dz <= ring; dz++) {
        for (let dx = -ring; dx <= ring; dx++) {
          const at = square + dz * SIDE + dx;
          if (Math.max(Math.abs(dx), Math.abs(dz)) === ring && at >= 0 && at < this.blocked.length && !this.blocked[at]) return at;
        }
      }
    }
    return square;
  }

  private block(c: Collider, heights: Float32Array): void {
    const reach = (c.shape === 'circle' ? c.a : Math.hypot(c.a, c.b)) + BODY_M;
    const sin = Math.sin(c.yaw);
    const cos = Math.cos(c.yaw);
    const ground = c.base === 'ground' ? heights[this.square({ x: c.anchorX, z: c.anchorZ })] : 0;
    this.each(c, reach, (at, dx, dz) => {
      const gap =
        c.shape === 'circle'
          ? Math.hypot(dx, dz) - c.a
          : Math.max(Math.abs(dx * cos + dz * sin) - c.a, Math.abs(dz * cos - dx * sin) - c.b);
      const inTheWay = ground + c.top > heights[at] + L.STEP_UP_M && ground + c.bottom < heights[at] + L.BODY_HEIGHT_M;
      if (gap < BODY_M && inTheWay) this.blocked[at] = 1;
    });
  }

  private open(bridge: { x: number; z: number; yaw: number; length: number; width: number }): void {
    const sin = Math.sin(bridge.yaw);
    const cos = Math.cos(bridge.yaw);
    this.each(bridge, bridge.length / 2 + 2, (at, dx, dz) => {
      const across = Math.abs(dx * cos + dz * sin);
      const along = Math.abs(dz * cos - dx * sin);
      if (across < bridge.width / 2 - 0.8 && along < bridge.length / 2 + 1) this.blocked[at] = 0;
    });
  }

  private each(middle: Point, reach: number, visit: (at: number, dx: number, dz: number) => void): void {
    const low = this.square({ x: middle.x - reach, z: middle.z - reach });
    const high = this.square({ x: middle.x + reach, z: middle.z + reach });
    for (let row = Math.floor(low / SIDE); row <= Math.floor(high / SIDE); row++) {
      for (let column = low % SIDE; column <= high % SIDE; column++) {
        const at = row * SIDE + column;
        visit(at, this.xOf(at) - middle.x, this.zOf(at) - middle.z);
      }
    }
  }

  private square({ x, z }: Point): number {
    const column = Math.min(Math.max(Math.floor((x - this.west) / STEP_M), 0), SIDE - 1);
    const row = Math.min(Math.max(Math.floor((z - this.north) / STEP_M), 0), SIDE - 1);
    return row * SIDE + column;
  }
  private xOf(at: number): number {
    return this.west + ((at % SIDE) + 0.5) * STEP_M;
  }
  private zOf(at: number): number {
    return this.north + (Math.floor(at / SIDE) + 0.5) * STEP_M;
  }
}

/** A binary heap of squares, the cheapest on top. */
class Heap {
  private readonly squares: number[] = [];
  private readonly keys: number[] = [];

  get size(): number {
    return this.squares.length;
  }

  push(square: number, key: number): void {
    let at = this.squares.length;
    this.squares.push(square);
    this.keys.push(key);
    for (let up = (at - 1) >> 1; at > 0 && this.keys[up] > this.keys[at]; at = up, up = (at - 1) >> 1) this.swap(at, up);
  }

  pop(): number {
    const top = this.squares[0];
    const square = this.squares.pop()!;
    const key = this.keys.pop()!;
    if (!this.squares.length) return top;
    this.squares[0] = square;
    this.keys[0] = key;
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.keys.length && this.keys[child] < this.keys[least]) least = child;
      if (least === at) return top;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(a: number, b: number): void {
    [this.squares[a], this.squares[b]] = [this.squares[b], this.squares[a]];
    [this.keys[a], this.keys[b]] = [this.keys[b], this.keys[a]];
  }
}

let shared: Ways | undefined;
/** The ways of this process; drawn once. */
export function ways(): Ways {
  shared ??= new Ways();
  return shared;
}
