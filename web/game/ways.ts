// A way on foot round walls, trees and deep water, for orders given from above. In: colliders and the ground of a place and of what its
// core knows beyond the borders; out: corner points.
// Method: A* over a 1 m grid round start and goal (Hart, Nilsson & Raphael 1968), then straightened where the line is free.
import { HEIGHT_STEP_M, REGION_MARGIN_M, REGION_SIZE_M, STEP_UP_M } from '../../assembly/layout';
import { cos, sin } from '../../src/shared/content/angles';
import { type Collider, collidersOf } from '../../src/shared/content/colliders';
import type { Place } from '../../src/shared/content/kinds';
import type { Sim } from '../../src/shared/sim';
import { boundsOfPlace, placesNear } from '../places';

const BODY_M = 0.45;
/** Ground that rises more than this per metre cannot be climbed. */
const STEEP = 0.95;
const DEEP_M = -1.3;
/** Cells looked at before giving up. */
const MOST_CELLS = 120_000;
const HEAD_M = 1.75;
/** Leans towards the goal: a way up to a tenth longer for a search many times shorter (weighted A*, Pohl 1970). */
const GREED = 1.1;

export interface WayPoint {
  x: number;
  z: number;
}

export class WayFinder {
  private readonly size: number;
  private readonly originX: number;
  private readonly originZ: number;
  private readonly walls: Uint8Array;
  /** Ground height at the middle of each cell. */
  private readonly ground: Float32Array;
  /** Of the search under way: cheapest cost found so far, and the cell it came from. */
  private readonly cost: Float32Array;
  private readonly from: Int32Array;

  constructor(place: Place, sim: Sim) {
    const { west, north } = boundsOfPlace(place);
    this.size = REGION_SIZE_M + 2 * REGION_MARGIN_M;
    this.originX = west - REGION_MARGIN_M;
    this.originZ = north - REGION_MARGIN_M;
    const cells = this.size * this.size;
    this.walls = new Uint8Array(cells);
    this.cost = new Float32Array(cells);
    this.from = new Int32Array(cells);
    this.ground = this.levels(sim);
    const half = this.size / 2;
    for (const near of placesNear(place, this.originX + half, this.originZ + half, half * Math.SQRT2))
      for (const collider of collidersOf(near)) this.draw(collider);
  }

  /** Corner points from start to goal, goal included; empty when there is no way. */
  find(fromX: number, fromZ: number, toX: number, toZ: number): WayPoint[] {
    const start = this.cell(fromX, fromZ);
    const goal = this.cell(toX, toZ);
    if (goal < 0 || start < 0 || this.walls[goal] || this.ground[goal] < DEEP_M) return [];
    const cells = this.search(start, goal);
    if (!cells) return [];
    const points = cells.map(cell => this.middle(cell));
    points[points.length - 1] = { x: toX, z: toZ };
    return this.straighten({ x: fromX, z: fromZ }, points);
  }

  private search(start: number, goal: number): number[] | null {
    const { size, cost, from } = this;
    cost.fill(Number.POSITIVE_INFINITY);
    cost[start] = 0;
    from[start] = -1;
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
        const spent = cost[at] + length;
        if (spent >= cost[next] - 1e-4) continue;
        cost[next] = spent;
        from[next] = at;
        open.push(next, spent + GREED * Math.hypot(goalX - x, goalZ - z));
      }
    }
    return null;
  }

  private passable(at: number, next: number, length: number): boolean {
    if (this.walls[next]) return false;
    return (this.ground[next] - this.ground[at]) / length < STEEP && this.ground[next] > DEEP_M;
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
      if (cell < 0 || this.walls[cell] || this.ground[cell] < DEEP_M) return false;
    }
    return true;
  }

  /** Marks the cells a body cannot stand in because of a collider. */
  private draw(c: Collider): void {
    const anchor = this.cell(c.anchorX, c.anchorZ);
    const base = c.base === 'world' || anchor < 0 ? 0 : this.ground[anchor];
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
        const ground = this.ground[cell];
        // What is low is stepped on, what is high is walked under.
        if (base + c.top > ground + STEP_UP_M && base + c.bottom < ground + HEAD_M) this.walls[cell] = 1;
      }
    }
  }

  /** The core's samples of the ground, read at the middle of each cell: its own height() would take half a second for all of them. */
  private levels(sim: Sim): Float32Array {
    const side = sim.core.heightsSide();
    const samples = new Float32Array(sim.core.memory.buffer, sim.core.heightsPtr(), side * side);
    const levels = new Float32Array(this.size * this.size);
    for (let row = 0; row < this.size; row++) {
      for (let column = 0; column < this.size; column++) {
        const x = (column + 0.5) / HEIGHT_STEP_M;
        const z = (row + 0.5) / HEIGHT_STEP_M;
        const at = Math.floor(z) * side + Math.floor(x);
        const [fx, fz] = [x % 1, z % 1];
        const north = samples[at] * (1 - fx) + samples[at + 1] * fx;
        const south = samples[at + side] * (1 - fx) + samples[at + side + 1] * fx;
        levels[row * this.size + column] = north * (1 - fz) + south * fz;
      }
    }
    return levels;
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

function trace(from: Int32Array, goal: number): number[] {
  const path: number[] = [];
  for (let at = goal; at >= 0; at = from[at]) path.push(at);
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
