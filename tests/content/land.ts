// The region as a walker meets it: real ground of the core, colliders, floors, and everything one can reach on foot. For the place's lint.
import { readFileSync } from 'node:fs';
import { STEP_UP_M } from '../../assembly/layout';
import { type Collider, collidersOf } from '../../src/shared/content/colliders';
import type { Place } from '../../src/shared/content/kinds';
import { packContent } from '../../src/shared/content/pack';
import { Sim } from '../../src/shared/sim';

const BODY_RADIUS_M = 0.35;
const BODY_HEIGHT_M = 1.75;
const BUCKET_M = 8;

export interface Solid extends Collider {
  /** World heights. */
  low: number;
  high: number;
}

export class Land {
  readonly solids: Solid[];
  readonly west: number;
  readonly north: number;
  readonly size: number;
  private readonly sim: Sim;
  private readonly buckets = new Map<number, Solid[]>();

  constructor(readonly place: Place) {
    const [level, column, row] = place.region;
    this.size = 2048 / 2 ** level;
    this.west = column * this.size;
    this.north = row * this.size;
    this.sim = new Sim(new WebAssembly.Module(readFileSync('build/core.wasm')));
    this.sim.load(place.seed, this.west, this.north, packContent(place));
    this.solids = collidersOf(place).map(c => {
      const base = c.base === 'world' ? 0 : this.height(c.anchorX, c.anchorZ);
      return { ...c, low: base + c.bottom, high: base + c.top };
    });
    for (const solid of this.solids) this.file(solid);
  }

  height(x: number, z: number): number {
    return this.sim.core.height(x, z);
  }

  inside(x: number, z: number, margin = 0): boolean {
    const { west, north, size } = this;
    return x >= west + margin && z >= north + margin && x < west + size - margin && z < north + size - margin;
  }

  /** Solids whose outline is nearer than `radius` to a point. */
  around(x: number, z: number, radius = BODY_RADIUS_M): Solid[] {
    return (this.buckets.get(bucket(x, z)) ?? []).filter(s => distanceTo(s, x, z) < radius);
  }

  /** Heights on which somebody could stand here with room for his body: the ground and the tops of low things and decks. */
  floors(x: number, z: number): number[] {
    const near = this.around(x, z);
    const tops = near.filter(s => distanceTo(s, x, z) <= 0).map(s => s.high);
    return [this.height(x, z), ...tops].filter(floor =>
      near.every(s => s.high <= floor + STEP_UP_M || s.low >= floor + BODY_HEIGHT_M),
    );
  }

  private file(solid: Solid): void {
    const reach = Math.hypot(solid.a, solid.b) + 1;
    const seen = new Set<number>();
    for (let x = solid.x - reach; x <= solid.x + reach + BUCKET_M; x += BUCKET_M) {
      for (let z = solid.z - reach; z <= solid.z + reach + BUCKET_M; z += BUCKET_M) seen.add(bucket(x, z));
    }
    for (const key of seen) {
      const list = this.buckets.get(key);
      if (list) list.push(solid);
      else this.buckets.set(key, [solid]);
    }
  }
}

const bucket = (x: number, z: number): number => Math.floor(x / BUCKET_M) * 4096 + Math.floor(z / BUCKET_M);

/** Metres from a point to the outline of a collider; 0 or less: inside. */
export function distanceTo(s: Collider, x: number, z: number): number {
  const dx = x - s.x;
  const dz = z - s.z;
  if (s.shape === 'circle') return Math.hypot(dx, dz) - s.a;
  const u = Math.abs(dx * Math.cos(s.yaw) + dz * Math.sin(s.yaw)) - s.a;
  const v = Math.abs(-dx * Math.sin(s.yaw) + dz * Math.cos(s.yaw)) - s.b;
  return u > 0 && v > 0 ? Math.hypot(u, v) : Math.max(u, v);
}

/** Water is passable for a swimmer, but nobody should have to. */
const WADE_M = -0.5;
const STEEPEST = 1;

/** Cells of one metre that a walker with dry feet gets to from a start: floors by cell number. */
export class Reach {
  private readonly seen = new Map<number, number>();
  private readonly land: Land;

  constructor(land: Land, startX: number, startZ: number) {
    this.land = land;
    const queue: [number, number, number][] = [[Math.floor(startX), Math.floor(startZ), land.height(startX, startZ)]];
    this.seen.set(this.cell(startX, startZ), queue[0][2]);
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [x, z, from] = next;
      for (const [dx, dz] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const [nx, nz] = [x + dx, z + dz];
        if (!land.inside(nx, nz, 1) || this.seen.has(this.cell(nx, nz))) continue;
        const floor = land.floors(nx + 0.5, nz + 0.5).find(f => f > WADE_M && Math.abs(f - from) <= STEEPEST);
        if (floor === undefined) continue;
        this.seen.set(this.cell(nx, nz), floor);
        queue.push([nx, nz, floor]);
      }
    }
  }

  /** Is a cell within `radius` of the point reached? */
  near(x: number, z: number, radius = 1.5): boolean {
    for (let dx = -radius; dx <= radius; dx += 0.5) {
      for (let dz = -radius; dz <= radius; dz += 0.5) {
        if (dx * dx + dz * dz <= radius * radius && this.seen.has(this.cell(x + dx, z + dz))) return true;
      }
    }
    return false;
  }

  private cell(x: number, z: number): number {
    return (Math.floor(x) - this.land.west) * 4096 + (Math.floor(z) - this.land.north);
  }
}
