// A way on foot round walls, trees and deep water, for orders given from above. In: the place's colliders and the ground; out: corner points.
// Method: A* over a 1 m grid round start and goal (Hart, Nilsson & Raphael 1968), then straightened where the line is free.
import { STEP_UP_M } from '../../assembly/layout';
import { cos, sin } from '../../src/shared/content/angles';
import { type Collider, collidersOf } from '../../src/shared/content/colliders';
import type { Place } from '../../src/shared/content/kinds';
import type { Sim } from '../../src/shared/sim';

const BODY_M = 0.45;
/** Ground that rises more than this per metre cannot be climbed. */
const STEEP = 0.95;
const DEEP_M = -1.3;
/** Cells looked at before giving up. */
const MOST_CELLS = 40_000;
const HEAD_M = 1.75;

export interface WayPoint {
  x: number;
  z: number;
}

export class WayFinder {
  private readonly size: number;
  private readonly originX: number;
  private readonly originZ: number;
  private readonly walls: Uint8Array;

  constructor(
    place: Place,
    private readonly sim: Sim,
  ) {
    const [level, column, row] = place.region;
    this.size = 2048 >> level;
    this.originX = column * this.size;
    this.originZ = row * this.size;
    this.walls = new Uint8Array(this.size * this.size);
    for (const collider of collidersOf(place)) this.draw(collider);
  }

  /** Corner points from start to goal, goal included; empty when there is no way. */
  find(fromX: number, fromZ: number, toX: number, toZ: number): WayPoint[] {
    const start = this.cell(fromX, fromZ);
    const goal = this.cell(toX, toZ);
    if (goal < 0 || start < 0 || this.walls[goal]) return [];
    const cells = this.search(start, goal);
    if (!cells) return [];
    const points = cells.map(cell => this.middle(cell));
    points[points.length - 1] = { x: toX, z: toZ };
    return this.straighten({ x: fromX, z: fromZ }, points);
  }

  private search(start: number, goal: number): number[] | null {
    const { size } = this;
    const cost = new Map<number, number>([[start, 0]]);
    const from = new Map<number, number>();
    const open = new Heap();
    const goalX = goal % size;
    const goalZ = Math.floor(goal / size);
    open.push(start, 0);
    for (let looked = 0; looked < MOST_CELLS; looked++) {
      const at = open.pop();
      if (at < 0) return null;
      if (at === goal) return trace(from, goal);
      const atX = at % size;
      const atZ = Math.floor(at / size);
      for (const [dx, dz, length] of STEPS) {
        const x = atX + dx;
        const z = atZ + dz;
        if (x < 0 || z < 0 || x >= size || z >= size) continue;
        const next = z * size + x;
        if (next !== goal && !this.passable(at, next, length)) continue;
        // No squeezing between two corners.
        if (dx && dz && (this.walls[at + dx] || this.walls[at + dz * size])) continue;
        const spent = (cost.get(at) as number) + length;
        if (spent >= (cost.get(next) ?? Number.POSITIVE_INFINITY)) continue;
        cost.set(next, spent);
        from.set(next, at);
        open.push(next, spent + Math.hypot(goalX - x, goalZ - z));
      }
    }
    return null;
  }

  private passable(at: number, next: number, length: number): boolean {
    if (this.walls[next]) return false;
    const a = this.middle(at);
    const b = this.middle(next);
    const rise = this.sim.core.height(b.x, b.z) - this.sim.core.height(a.x, a.z);
    return rise / length < STEEP && this.sim.core.height(b.x, b.z) > DEEP_M;
  }

  /** Leaves out corners that a straight walk does not need. */
  private straighten(start: WayPoint, points: WayPoint[]): WayPoint[] {
    const kept: WayPoint[] = [];
    let at = start;
    for (let i = 0; i < points.length; i++) {
      const last = i === points.length - 1;
      if (!last && this.free(at, points[i + 1])) continue;
      kept.push(points[i]);
      at = points[i];
    }
    return kept;
  }

  private free(a: WayPoint, b: WayPoint): boolean {
    const length = Math.hypot(b.x - a.x, b.z - a.z);
    const steps = Math.ceil(length * 2);
    for (let i = 1; i <= steps; i++) {
      const cell = this.cell(a.x + ((b.x - a.x) * i) / steps, a.z + ((b.z - a.z) * i) / steps);
      if (cell < 0 || this.walls[cell]) return false;
      if (this.sim.core.height(a.x + ((b.x - a.x) * i) / steps, a.z + ((b.z - a.z) * i) / steps) < DEEP_M) return false;
    }
    return true;
  }

  /** Marks the cells a body cannot stand in because of a collider. */
  private draw(c: Collider): void {
    const base = c.base === 'world' ? 0 : this.sim.core.height(c.anchorX, c.anchorZ);
    const reach = (c.shape === 'circle' ? c.a : Math.hypot(c.a, c.b)) + BODY_M;
    const cosYaw = cos(c.yaw);
    const sinYaw = sin(c.yaw);
    for (let z = Math.floor(c.z - reach); z <= c.z + reach; z++) {
      for (let x = Math.floor(c.x - reach); x <= c.x + reach; x++) {
        const dx = x + 0.5 - c.x;
        const dz = z + 0.5 - c.z;
        const inside =
          c.shape === 'circle'
            ? Math.hypot(dx, dz) < c.a + BODY_M
            : Math.abs(dx * cosYaw + dz * sinYaw) < c.a + BODY_M && Math.abs(dz * cosYaw - dx * sinYaw) < c.b + BODY_M;
        const cell = inside ? this.cell(x + 0.5, z + 0.5) : -1;
        if (cell < 0) continue;
        const ground = this.sim.core.height(x + 0.5, z + 0.5);
        // What is low is stepped on, what is high is walked under.
        if (base + c.top > ground + STEP_UP_M && base + c.bottom < ground + HEAD_M) this.walls[cell] = 1;
      }
    }
  }

  private cell(x: number, z: number): number {
    const column = Math.floor(x - this.originX);
    const row = Math.floor(z - this.originZ);
    return column < 0 || row < 0 || column >= this.size || row >= this.size ? -1 : row * this.size + column;
  }

  private middle(cell: number): WayPoint {
    return { x: this.originX + (cell % this.size) + 0.5, z: this.originZ + Math.floor(cell / this.size) + 0.5 };
  }
}

const STEPS = [
  [1, 0, 1],
  [-1, 0, 1],
  [0, 1, 1],
  [0, -1, 1],
  [1, 1, Math.SQRT2],
  [1, -1, Math.SQRT2],
  [-1, 1, Math.SQRT2],
  [-1, -1, Math.SQRT2],
] as const;

function trace(from: ReadonlyMap<number, number>, goal: number): number[] {
  const path = [goal];
  for (let at = from.get(goal); at !== undefined; at = from.get(at)) path.push(at);
  return path.reverse();
}

/** A binary heap of cells by priority. */
class Heap {
  private readonly cells: number[] = [];
  private readonly priorities: number[] = [];

  push(cell: number, priority: number): void {
    const { cells, priorities } = this;
    let i = cells.push(cell) - 1;
    priorities.push(priority);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (priorities[parent] <= priorities[i]) break;
      this.swap(i, parent);
      i = parent;
    }
  }

  /** The cell of least priority, or -1. */
  pop(): number {
    const { cells, priorities } = this;
    if (!cells.length) return -1;
    const least = cells[0];
    this.swap(0, cells.length - 1);
    cells.pop();
    priorities.pop();
    for (let i = 0; ; ) {
      const left = 2 * i + 1;
      const right = left + 1;
      let next = i;
      if (left < cells.length && priorities[left] < priorities[next]) next = left;
      if (right < cells.length && priorities[right] < priorities[next]) next = right;
      if (next === i) return least;
      this.swap(i, next);
      i = next;
    }
  }

  private swap(a: number, b: number): void {
    const { cells, priorities } = this;
    [cells[a], cells[b]] = [cells[b], cells[a]];
    [priorities[a], priorities[b]] = [priorities[b], priorities[a]];
  }
}
