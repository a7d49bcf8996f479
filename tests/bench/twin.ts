// The crowd phase of the core (assembly/crowd.ts) once more in plain JavaScript on typed arrays, line for line the same work: stride, space
// grid by counting sort, circle against circle, circle against solids, ground. For the bench's ratio; it must not be tuned differently.
// twin.cpp is the same in C++.
import * as L from '../../assembly/layout';
import type { Collider } from '../../src/shared/content/colliders';

const TICK = 1 / L.TICKS_PER_SECOND;
const MARGIN = L.REGION_MARGIN_M;
const SPAN = L.REGION_SIZE_M + 2 * MARGIN;
const GRID_CELL = 4;
const GRID_SIDE = SPAN / GRID_CELL;
const SOLID_CELL = 8;
const SOLID_SIDE = SPAN / SOLID_CELL;
const WIDEST = 1.5;
const FLOATS = 9;
const GRIP = 1.6;
const TURN = 0.9;
const DROP = 0.7;
const MOST_PUSH = 0.25;

export interface TwinGround {
  samples: Float32Array;
  side: number;
  originX: number;
  originZ: number;
  height(x: number, z: number): number;
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
const wrapAngle = (angle: number) => angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI) + 0.5);

export class Twin {
  readonly x = new Float32Array(L.MAX_ENTITIES);
  readonly y = new Float32Array(L.MAX_ENTITIES);
  readonly z = new Float32Array(L.MAX_ENTITIES);
  readonly vx = new Float32Array(L.MAX_ENTITIES);
  readonly vz = new Float32Array(L.MAX_ENTITIES);
  readonly wishX = new Float32Array(L.MAX_ENTITIES);
  readonly wishZ = new Float32Array(L.MAX_ENTITIES);
  readonly yaw = new Float32Array(L.MAX_ENTITIES);
  readonly radius = new Float32Array(L.MAX_ENTITIES);
  count = 0;
  private tick = 0;
  private readonly starts = new Uint16Array(GRID_SIDE * GRID_SIDE + 4);
  private readonly slots = new Uint16Array(L.MAX_ENTITIES);
  private readonly squareOf = new Uint16Array(L.MAX_ENTITIES);
  private readonly crowdX = new Float32Array(L.MAX_ENTITIES);
  private readonly crowdZ = new Float32Array(L.MAX_ENTITIES);
  private readonly crowdRadius = new Float32Array(L.MAX_ENTITIES);
  private readonly pushX = new Float32Array(L.MAX_ENTITIES);
  private readonly pushZ = new Float32Array(L.MAX_ENTITIES);
  readonly solids: Solids;
  readonly heights: Float32Array;
  readonly side: number;
  readonly west: number;
  readonly north: number;

  constructor(ground: TwinGround, colliders: readonly Collider[]) {
    this.heights = ground.samples;
    this.side = ground.side;
    this.west = ground.originX - MARGIN;
    this.north = ground.originZ - MARGIN;
    this.solids = new Solids(colliders, ground, this.west, this.north);
  }

  add(x: number, z: number, radius: number): number {
    const s = this.count++;
    this.x[s] = x;
    this.z[s] = z;
    this.y[s] = this.groundAt(x, z);
    this.radius[s] = radius;
    return s;
  }

  step(): void {
    this.tick++;
    this.stride();
    this.sort();
    this.jostle();
    this.settle();
    this.face();
  }

  private stride(): void {
    const { x, z, vx, vz, wishX, wishZ } = this;
    for (let s = 0; s < this.count; s++) {
      const dx = wishX[s] - vx[s];
      const dz = wishZ[s] - vz[s];
      if (dx === 0 && dz === 0 && vx[s] === 0 && vz[s] === 0) continue;
      const change = dx * dx + dz * dz;
      const share = change > GRIP * GRIP ? GRIP / Math.sqrt(change) : 1;
      vx[s] += dx * share;
      vz[s] += dz * share;
      x[s] += vx[s] * TICK;
      z[s] += vz[s] * TICK;
    }
  }

  private sort(): void {
    const { starts, slots, squareOf, x, z, count } = this;
    starts.fill(0);
    for (let s = 0; s < count; s++) {
      const column = clamp(((x[s] - this.west) / GRID_CELL) | 0, 0, GRID_SIDE - 1);
      const row = clamp(((z[s] - this.north) / GRID_CELL) | 0, 0, GRID_SIDE - 1);
      const square = row * GRID_SIDE + column;
      squareOf[s] = square;
      starts[square + 1]++;
    }
    let total = 0;
    for (let square = 1; square <= GRID_SIDE * GRID_SIDE; square++) {
      const here = starts[square];
      starts[square] = total;
      total += here;
    }
    for (let s = 0; s < count; s++) slots[starts[squareOf[s] + 1]++] = s;
    for (let i = 0; i < count; i++) {
      const s = slots[i];
      this.crowdX[i] = x[s];
      this.crowdZ[i] = z[s];
      this.crowdRadius[i] = this.radius[s];
    }
    this.pushX.fill(0, 0, count);
    this.pushZ.fill(0, 0, count);
  }

  private jostle(): void {
    const { starts, slots, squareOf } = this;
    const last = GRID_SIDE * GRID_SIDE;
    for (let i = 0; i < this.count; i++) {
      const square = squareOf[slots[i]];
      this.against(i, i + 1, starts[Math.min(square + 2, last)]);
      const below = square + GRID_SIDE;
      if (below >= last) continue;
      this.against(i, starts[below - 1], starts[Math.min(below + 2, last)]);
    }
  }

  private against(i: number, from: number, end: number): void {
    const { crowdX, crowdZ, crowdRadius, pushX, pushZ } = this;
    const x = crowdX[i];
    const z = crowdZ[i];
    const r = crowdRadius[i];
    for (let j = from; j < end; j++) {
      const dx = crowdX[j] - x;
      const dz = crowdZ[j] - z;
      const reach = crowdRadius[j] + r;
      const d2 = dx * dx + dz * dz;
      if (d2 >= reach * reach) continue;
      const d = Math.sqrt(d2);
      const each = (reach - d) / 2;
      const angle = d > 1e-4 ? 0 : ((i * 5 + j * 3) & 15) * 0.3926991;
      const ux = d > 1e-4 ? dx / d : Math.sin(angle);
      const uz = d > 1e-4 ? dz / d : Math.cos(angle);
      pushX[i] -= ux * each;
      pushZ[i] -= uz * each;
      pushX[j] += ux * each;
      pushZ[j] += uz * each;
    }
  }

  private settle(): void {
    const { x, y, z, vx, vz, slots, pushX, pushZ, solids } = this;
    for (let i = 0; i < this.count; i++) {
      const s = slots[i];
      const px = clamp(pushX[i], -MOST_PUSH, MOST_PUSH);
      const pz = clamp(pushZ[i], -MOST_PUSH, MOST_PUSH);
      if (px === 0 && pz === 0 && vx[s] === 0 && vz[s] === 0) continue;
      x[s] += px;
      z[s] += pz;
      const floor = solids.settle(s, x, y, z, this.radius[s], this);
      x[s] = clamp(x[s], this.west + 2, this.west + SPAN - 2);
      z[s] = clamp(z[s], this.north + 2, this.north + SPAN - 2);
      const afloat = L.WATER_LEVEL_M - L.BODY_HEIGHT_M * 0.7;
      const on = Math.max(floor, afloat);
      y[s] = y[s] - on > DROP ? y[s] - DROP : on;
    }
  }

  private face(): void {
    const { vx, vz, yaw } = this;
    for (let s = this.tick & 1; s < this.count; s += 2) {
      if (vx[s] * vx[s] + vz[s] * vz[s] < 0.04) continue;
      const turn = wrapAngle(Math.atan2(vx[s], -vz[s]) - yaw[s]);
      if (Math.abs(turn) > 0.01) yaw[s] = wrapAngle(yaw[s] + clamp(turn, -TURN, TURN));
    }
  }

  groundAt(x: number, z: number): number {
    const { heights, side } = this;
    const u = clamp((x - this.west) / L.HEIGHT_STEP_M, 0, side - 1.001);
    const v = clamp((z - this.north) / L.HEIGHT_STEP_M, 0, side - 1.001);
    const column = u | 0;
    const row = v | 0;
    const at = row * side + column;
    const fx = u - column;
    const a = heights[at] + (heights[at + 1] - heights[at]) * fx;
    const b = heights[at + side] + (heights[at + side + 1] - heights[at + side]) * fx;
    return a + (b - a) * (v - row);
  }
}

/** Colliders by 8 m square, as assembly/solids.ts lists them. */
class Solids {
  readonly starts = new Uint32Array(SOLID_SIDE * SOLID_SIDE + 1);
  readonly entries: Uint16Array;
  readonly f: Float32Array; // x, z, a, b, sin, cos, bottom, top, reach: FLOATS for each
  readonly isCircle: Uint8Array;
  private outX = 0;
  private outZ = 0;
  private readonly west: number;
  private readonly north: number;

  constructor(colliders: readonly Collider[], ground: TwinGround, west: number, north: number) {
    this.west = west;
    this.north = north;
    this.f = new Float32Array(colliders.length * FLOATS);
    this.isCircle = new Uint8Array(colliders.length);
    const lists: number[][] = Array.from({ length: SOLID_SIDE * SOLID_SIDE }, () => []);
    colliders.forEach((c, i) => {
      const base = c.base === 'ground' ? ground.height(c.anchorX, c.anchorZ) : 0;
      this.isCircle[i] = c.shape === 'circle' ? 1 : 0;
      const own = c.shape === 'circle' ? c.a : Math.hypot(c.a, c.b);
      this.f.set([c.x, c.z, c.a, c.b, Math.sin(c.yaw), Math.cos(c.yaw), base + c.bottom, base + c.top, own], i * FLOATS);
      const reach = own + WIDEST;
      const cells = (from: number, to: number) => [
        clamp((from / SOLID_CELL) | 0, 0, SOLID_SIDE - 1),
        clamp((to / SOLID_CELL) | 0, 0, SOLID_SIDE - 1),
      ];
      const [left, right] = cells(c.x - west - reach, c.x - west + reach);
      const [top, bottom] = cells(c.z - north - reach, c.z - north + reach);
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          const away = this.towards(i, west + (column + 0.5) * SOLID_CELL, north + (row + 0.5) * SOLID_CELL);
          if (away <= SOLID_CELL * 0.5 * 1.4143 + WIDEST) lists[row * SOLID_SIDE + column].push(i);
        }
      }
    });
    lists.forEach((list, square) => {
      this.starts[square + 1] = this.starts[square] + list.length;
    });
    this.entries = Uint16Array.from(lists.flat());
  }

  /** Pushes a body out of what is solid; returns the floor under it. */
  settle(s: number, x: Float32Array, y: Float32Array, z: Float32Array, radius: number, twin: Twin): number {
    const square = this.square(x[s], z[s]);
    const first = this.starts[square];
    const end = this.starts[square + 1];
    if (first === end) return twin.groundAt(x[s], z[s]);
    for (let pass = 0; pass < 2; pass++) {
      let again = false;
      for (let i = first; i < end; i++) {
        const c = this.entries[i];
        if (y[s] + L.STEP_UP_M >= this.f[c * FLOATS + 7] || y[s] + L.BODY_HEIGHT_M <= this.f[c * FLOATS + 6]) continue;
        if (!this.mayTouch(c, x[s], z[s], radius)) continue;
        const gap = this.towards(c, x[s], z[s]);
        if (gap >= radius) continue;
        x[s] += this.outX * (radius - gap);
        z[s] += this.outZ * (radius - gap);
        again = true;
      }
      if (!again) break;
    }
    let floor = twin.groundAt(x[s], z[s]);
    for (let i = first; i < end; i++) {
      const c = this.entries[i];
      const top = this.f[c * FLOATS + 7];
      if (top <= floor || y[s] + L.STEP_UP_M < top) continue;
      if (!this.mayTouch(c, x[s], z[s], L.BODY_RADIUS_M * 0.5)) continue;
      if (this.towards(c, x[s], z[s]) < L.BODY_RADIUS_M * 0.5) floor = top;
    }
    return floor;
  }

  private square(x: number, z: number): number {
    const column = clamp(((x - this.west) / SOLID_CELL) | 0, 0, SOLID_SIDE - 1);
    const row = clamp(((z - this.north) / SOLID_CELL) | 0, 0, SOLID_SIDE - 1);
    return row * SOLID_SIDE + column;
  }

  private mayTouch(i: number, x: number, z: number, within: number): boolean {
    const dx = x - this.f[i * FLOATS];
    const dz = z - this.f[i * FLOATS + 1];
    const far = this.f[i * FLOATS + 8] + within;
    return dx * dx + dz * dz <= far * far;
  }

  private towards(i: number, x: number, z: number): number {
    const { f } = this;
    const at = i * FLOATS;
    const dx = x - f[at];
    const dz = z - f[at + 1];
    if (this.isCircle[i]) {
      const d = Math.sqrt(dx * dx + dz * dz);
      this.outX = d > 0 ? dx / d : 1;
      this.outZ = d > 0 ? dz / d : 0;
      return d - f[at + 2];
    }
    const sin = f[at + 4];
    const cos = f[at + 5];
    const u = dx * cos + dz * sin;
    const v = dz * cos - dx * sin;
    const au = Math.abs(u) - f[at + 2];
    const av = Math.abs(v) - f[at + 3];
    let nu = 0;
    let nv = 0;
    let gap: number;
    if (au > 0 && av > 0) {
      gap = Math.sqrt(au * au + av * av);
      nu = au / gap;
      nv = av / gap;
    } else if (au > av) {
      nu = 1;
      gap = au;
    } else {
      nv = 1;
      gap = av;
    }
    if (u < 0) nu = -nu;
    if (v < 0) nv = -nv;
    this.outX = nu * cos - nv * sin;
    this.outZ = nu * sin + nv * cos;
    return gap;
  }
}
