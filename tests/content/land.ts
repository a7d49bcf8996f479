// A region as a walker meets it: real ground of the core, colliders, floors, and everything one can reach on foot. For the places' lint.
import { readFileSync } from 'node:fs';
import { HEIGHT_STEP_M, REGION_MARGIN_M, STEP_UP_M } from '../../assembly/layout';
import { PLACES } from '../../src/shared/content';
import { type Collider, collidersOf, placesAround, reachInto } from '../../src/shared/content/colliders';
import type { Building, Camp, Place, Point } from '../../src/shared/content/kinds';
import { packContent } from '../../src/shared/content/pack';
import { groundsOf } from '../../src/shared/content/scatter';
import { Sim } from '../../src/shared/sim';

/** What stands in a place's region or its margin, whichever place of the world it belongs to. */
export function collidersAround(place: Place, world: readonly Place[]): Collider[] {
  const reaches = reachInto(place);
  return placesAround(place, world)
    .flatMap(other => collidersOf(other))
    .filter(({ x, z, a, b }) => reaches(x, z, a, b));
}

const BODY_RADIUS_M = 0.35;
const BODY_HEIGHT_M = 1.75;
const BUCKET_M = 8;
const module = new WebAssembly.Module(readFileSync('build/core.wasm'));

/** The core of a place, as a region begins it. */
export function coreOf(place: Place): Sim {
  const sim = new Sim(module);
  const { west, north } = groundsOf(place);
  sim.load(place.seed, west, north, packContent(place));
  return sim;
}

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
  private readonly samples: Float32Array;
  private readonly side: number;
  private readonly buckets = new Map<number, Solid[]>();

  constructor(readonly place: Place) {
    const { west, north, east } = groundsOf(place);
    this.west = west;
    this.north = north;
    this.size = east - west;
    this.sim = coreOf(place);
    const { core } = this.sim;
    this.side = core.heightsSide();
    this.samples = new Float32Array(core.memory.buffer, core.heightsPtr(), this.side * this.side);
    this.solids = collidersAround(place, PLACES.includes(place) ? PLACES : [place]).map(c => {
      const base = c.base === 'world' ? 0 : this.height(c.anchorX, c.anchorZ);
      return { ...c, low: base + c.bottom, high: base + c.top };
    });
    for (const solid of this.solids) this.file(solid);
  }

  height(x: number, z: number): number {
    return this.sim.core.height(x, z);
  }

  /** The ground as walkers have it: between the samples of the region. */
  ground(x: number, z: number): number {
    const u = (x - this.west + REGION_MARGIN_M) / HEIGHT_STEP_M;
    const v = (z - this.north + REGION_MARGIN_M) / HEIGHT_STEP_M;
    const at = Math.floor(v) * this.side + Math.floor(u);
    const across = (row: number): number => this.samples[row] + (this.samples[row + 1] - this.samples[row]) * (u % 1);
    const near = across(at);
    return near + (across(at + this.side) - near) * (v % 1);
  }

  type(x: number, z: number): number {
    return this.sim.core.groundType(x, z);
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
    const ground = this.ground(x, z);
    if (!near.length) return [ground];
    const tops = near.filter(s => distanceTo(s, x, z) <= 0).map(s => s.high);
    return [ground, ...tops].filter(floor => near.every(s => s.high <= floor + STEP_UP_M || s.low >= floor + BODY_HEIGHT_M));
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
export function distanceTo(s: Pick<Collider, 'shape' | 'x' | 'z' | 'yaw' | 'a' | 'b'>, x: number, z: number): number {
  const dx = x - s.x;
  const dz = z - s.z;
  if (s.shape === 'circle') return Math.hypot(dx, dz) - s.a;
  const u = Math.abs(dx * Math.cos(s.yaw) + dz * Math.sin(s.yaw)) - s.a;
  const v = Math.abs(-dx * Math.sin(s.yaw) + dz * Math.cos(s.yaw)) - s.b;
  return u > 0 && v > 0 ? Math.hypot(u, v) : Math.max(u, v);
}

/** Metres from a point to the outline of a building; 0 or less: inside. */
export const outside = (b: Building, x: number, z: number): number =>
  distanceTo({ shape: 'box', x: b.x, z: b.z, yaw: b.yaw, a: b.w / 2, b: b.d / 2 }, x, z);

export function corners(b: Building): Point[] {
  const signs = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ];
  return signs.map(([u, v]) => {
    const lx = (u * b.w) / 2;
    const lz = (v * b.d) / 2;
    return [b.x + lx * Math.cos(b.yaw) - lz * Math.sin(b.yaw), b.z + lx * Math.sin(b.yaw) + lz * Math.cos(b.yaw)];
  });
}

/** Points along a line, `step` metres apart. */
export function along(points: readonly Point[], step: number): Point[] {
  const out: Point[] = [];
  for (let i = 1; i < points.length; i++) {
    const [ax, az] = points[i - 1];
    const [bx, bz] = points[i];
    const count = Math.max(1, Math.ceil(Math.hypot(bx - ax, bz - az) / step));
    for (let k = 0; k <= count; k++) out.push([ax + ((bx - ax) * k) / count, az + ((bz - az) * k) / count]);
  }
  return out;
}

/** Where the region sets a camp's monsters down: a golden spiral over the disc. */
export const spotsOf = (camp: Camp): Point[] =>
  Array.from({ length: camp.count }, (_, i) => {
    const away = camp.radius * Math.sqrt((i + 0.5) / camp.count);
    const turn = i * Math.PI * (3 - Math.sqrt(5));
    return [camp.x + away * Math.cos(turn), camp.z + away * Math.sin(turn)];
  });

/** Water is passable for a swimmer, but nobody should have to. */
const WADE_M = -0.5;
const STEEPEST = 1;
const NOT_REACHED = -1e9;

/** Cells of one metre that a walker with dry feet gets to from a start, each with the floor he stands on there. */
export class Reach {
  private readonly seen: Float32Array;
  private readonly land: Land;

  constructor(land: Land, startX: number, startZ: number) {
    this.land = land;
    this.seen = new Float32Array(land.size * land.size).fill(NOT_REACHED);
    const queue: [number, number, number][] = [[Math.floor(startX), Math.floor(startZ), land.ground(startX, startZ)]];
    this.seen[this.cell(startX, startZ)] = queue[0][2];
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [x, z, from] = next;
      for (const [dx, dz] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const [nx, nz] = [x + dx, z + dz];
        if (!land.inside(nx, nz, 1) || this.seen[this.cell(nx, nz)] !== NOT_REACHED) continue;
        const floor = land.floors(nx + 0.5, nz + 0.5).find(f => f > WADE_M && Math.abs(f - from) <= STEEPEST);
        if (floor === undefined) continue;
        this.seen[this.cell(nx, nz)] = floor;
        queue.push([nx, nz, floor]);
      }
    }
  }

  /** Is a cell within `radius` of the point reached? */
  near(x: number, z: number, radius = 1.5): boolean {
    for (let dx = -radius; dx <= radius; dx += 0.5) {
      for (let dz = -radius; dz <= radius; dz += 0.5) {
        if (dx * dx + dz * dz > radius * radius || !this.land.inside(x + dx, z + dz)) continue;
        if (this.seen[this.cell(x + dx, z + dz)] !== NOT_REACHED) return true;
      }
    }
    return false;
  }

  private cell(x: number, z: number): number {
    return (Math.floor(z) - this.land.north) * this.land.size + Math.floor(x) - this.land.west;
  }
}
