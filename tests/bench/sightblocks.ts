// First half of the bench's twin of interest: bodies by cell and the bytes of a cell for a cadence, as assembly/{cells,blocks}.ts make them,
// without outcomes (the bench's crowd does not fight). In: bodies by slot; out: blocks in an arena.
import * as L from '../../assembly/layout';
import { Bases, KEY_TICKS, onward, short, WAY_TICKS } from './sightbases';

const SCALE = L.POSITION_SCALE;
export const SIDE = (L.REGION_SIZE_M + 2 * L.REGION_MARGIN_M) / L.CELL_SIZE_M;
export const CELLS = SIDE * SIDE;
const CELL_SHIFT = 11;
const NO_CELL = 0xffff;
const TOLERANCE = 3;
const TOLERANCE_Y = 6;
const TOLERANCE_BETWEEN = 8;
const TOLERANCE_YAW = 4;
export const FORM_FULL = 3;
export const FORM_SHIFT = 12;
const HAS_LEAVERS = 1;
const HAS_RECORDS = 2;
const XZ_NIBBLES = 1;
const XZ_BYTES = 2;
const XZ_WORDS = 3;
const Y_BYTE = 4;
const Y_WORD = 8;
const HAS_YAW = 16;
const HAS_FLAGS = 32;
const HAS_HP = 64;
const HAS_MORE = 128;
const IS_ENTRY = 1;
const HAS_LOOKS = 2;
const HAS_WAY = 8;

export const isKey = (tick: number) => tick % KEY_TICKS === 0;
const isByte = (value: number) => value >= -128 && value <= 127;

const CELL_HOLD = L.CELL_HOLD_M * SCALE;

function holds(cell: number, x: number, z: number): boolean {
  const east = x - ((cell % SIDE) << CELL_SHIFT) + CELL_HOLD;
  const south = z - (Math.floor(cell / SIDE) << CELL_SHIFT) + CELL_HOLD;
  const most = (1 << CELL_SHIFT) + 2 * CELL_HOLD;
  return east >= 0 && east < most && south >= 0 && south < most;
}

interface Place {
  x: number;
  y: number;
  z: number;
}

export class SightBlocks {
  // What the bodies are, by slot.
  readonly used: Uint8Array = new Uint8Array(L.MAX_ENTITIES);
  readonly x = new Float32Array(L.MAX_ENTITIES);
  readonly y = new Float32Array(L.MAX_ENTITIES);
  readonly z = new Float32Array(L.MAX_ENTITIES);
  readonly yaw = new Float32Array(L.MAX_ENTITIES);
  readonly flags = new Uint16Array(L.MAX_ENTITIES);
  readonly hp = new Uint8Array(L.MAX_ENTITIES);
  readonly looks = new Uint32Array(L.MAX_ENTITIES);
  slots = 0;

  /** Reused: where a body is told to be. */
  private readonly told: Place = { x: 0, y: 0, z: 0 };
  private readonly nowX = new Int32Array(L.MAX_ENTITIES);
  private readonly nowY = new Int32Array(L.MAX_ENTITIES);
  private readonly nowZ = new Int32Array(L.MAX_ENTITIES);
  private readonly wasX = new Int32Array(L.MAX_ENTITIES);
  private readonly wasY = new Int32Array(L.MAX_ENTITIES);
  private readonly wasZ = new Int32Array(L.MAX_ENTITIES);
  private readonly cell = new Uint16Array(L.MAX_ENTITIES).fill(NO_CELL);
  private readonly cellSince = new Int32Array(L.MAX_ENTITIES);
  protected readonly starts = new Int32Array(CELLS + 2);
  protected readonly sorted = new Uint16Array(L.MAX_ENTITIES);
  private readonly leavers: { slot: number; from: number }[][] = [[], [], [], []];
  private readonly bases = [new Bases(), new Bases(), new Bases()];
  protected readonly demand = new Int32Array(3 * CELLS);
  protected readonly blockAt = new Int32Array(4 * CELLS);
  protected readonly blockLength = new Int32Array(4 * CELLS);
  protected readonly arena = new Uint8Array(4 << 20);
  private readonly view = new DataView(this.arena.buffer);
  protected out = 0;
  protected tick = 0;

  constructor(
    protected readonly originX: number,
    protected readonly originZ: number,
  ) {}

  protected place(): void {
    const leavers = this.leavers[this.tick & 3];
    leavers.length = 0;
    for (let s = 0; s < this.slots; s++) {
      if (!this.used[s]) continue;
      const x = Math.min(Math.max(Math.floor((this.x[s] - this.originX + L.REGION_MARGIN_M) * SCALE + 0.5), 0), 0xffff);
      const z = Math.min(Math.max(Math.floor((this.z[s] - this.originZ + L.REGION_MARGIN_M) * SCALE + 0.5), 0), 0xffff);
      const y = Math.min(Math.max(Math.floor(this.y[s] * SCALE + 0.5), -32768), 32767);
      const fresh = this.cell[s] === NO_CELL;
      const keeps = !fresh && holds(this.cell[s], x, z);
      const cell = keeps ? this.cell[s] : Math.min(z >> CELL_SHIFT, SIDE - 1) * SIDE + Math.min(x >> CELL_SHIFT, SIDE - 1);
      this.wasX[s] = fresh ? x : this.nowX[s];
      this.wasY[s] = fresh ? y : this.nowY[s];
      this.wasZ[s] = fresh ? z : this.nowZ[s];
      this.nowX[s] = x;
      this.nowY[s] = y;
      this.nowZ[s] = z;
      if (cell === this.cell[s]) continue;
      if (!fresh) leavers.push({ slot: s, from: this.cell[s] });
      this.cell[s] = cell;
      this.cellSince[s] = this.tick;
    }
  }

  protected sort(): void {
    const { starts, sorted, cell, used } = this;
    starts.fill(0);
    for (let s = 0; s < this.slots; s++) if (used[s]) starts[cell[s] + 1]++;
    let total = 0;
    for (let c = 1; c <= CELLS; c++) {
      const here = starts[c];
      starts[c] = total;
      total += here;
    }
    for (let s = 0; s < this.slots; s++) if (used[s]) sorted[starts[cell[s] + 1]++] = s;
  }

  protected writeBlock(cell: number, cadence: number): number {
    const start = this.out;
    this.put16(cell | (cadence << FORM_SHIFT));
    this.put8(0);
    let sections = 0;
    if (this.writeLeavers(cell, 1 << cadence)) sections |= HAS_LEAVERS;
    if (this.writeRecords(cell, cadence)) sections |= HAS_RECORDS;
    if (!sections) {
      this.out = start;
      return 0;
    }
    this.arena[start + 2] = sections;
    return this.out - start;
  }

  private writeLeavers(cell: number, ticks: number): boolean {
    let any = false;
    for (let age = 0; age < ticks; age++) {
      for (const { slot, from } of this.leavers[(this.tick - age) & 3]) {
        if (from !== cell || this.cell[slot] === cell) continue;
        this.putVar(slot + 1);
        this.put16(this.cell[slot]);
        any = true;
      }
    }
    if (any) this.put8(0);
    return any;
  }

  private writeRecords(cell: number, cadence: number): boolean {
    const ticks = 1 << cadence;
    const bases = this.bases[cadence];
    let before = -1;
    for (let i = this.starts[cell], end = this.starts[cell + 1]; i < end; i++) {
      const s = this.sorted[i];
      if (this.cellSince[s] > this.tick - ticks) {
        this.putVar(s - before);
        this.enter(s, bases);
        this.writeEntry(s, bases);
      } else if (!this.writeChange(s, s - before, bases, ticks)) continue;
      before = s;
    }
    if (before < 0) return false;
    this.put8(0);
    return true;
  }

  private enter(s: number, bases: Bases): void {
    this.fill(s, bases);
    const way = (now: number, was: number) => (now - was) * WAY_TICKS;
    bases.setWay(s, way(this.nowX[s], this.wasX[s]), way(this.nowY[s], this.wasY[s]), way(this.nowZ[s], this.wasZ[s]));
  }

  private fill(s: number, bases: Bases): void {
    bases.tick[s] = this.tick;
    bases.since[s] = this.tick;
    bases.x[s] = this.nowX[s];
    bases.y[s] = this.nowY[s];
    bases.z[s] = this.nowZ[s];
    bases.yaw[s] = this.wireYaw(s);
    bases.flags[s] = this.flags[s];
    bases.hp[s] = this.hp[s];
  }

  private wireYaw(s: number): number {
    return Math.floor((this.yaw[s] * 256) / (2 * Math.PI) + 0.5) & 255;
  }

  private writeEntry(s: number, bases: Bases): void {
    this.put8(HAS_MORE);
    this.put8(IS_ENTRY | (this.looks[s] ? HAS_LOOKS : 0));
    this.put32(s + 1); // id
    this.put16(0x0101); // class, kind
    this.put16(0x0101); // level, team
    if (this.looks[s]) {
      this.put32(this.looks[s]);
      this.put32(0);
    }
    this.put16(bases.flags[s]);
    this.put8(bases.hp[s]);
    this.put16(bases.x[s]);
    this.put16(bases.y[s]);
    this.put16(bases.z[s]);
    this.put8(bases.yaw[s]);
    this.writeWay(s, bases);
    this.put8(bases.age(s, this.tick));
  }

  private writeWay(s: number, bases: Bases): void {
    this.put16(bases.vx[s]);
    this.put16(bases.vy[s]);
    this.put16(bases.vz[s]);
  }

  private writeChange(s: number, gap: number, bases: Bases, ticks: number): boolean {
    const { tick } = this;
    const key = isKey(tick);
    const passed = tick - bases.tick[s];
    const told = key ? this.settledPlace(s) : this.exactPlace(s);
    const dx = short(told.x - bases.x[s] - onward(bases.vx[s], passed));
    const dz = short(told.z - bases.z[s] - onward(bases.vz[s], passed));
    const dy = short(told.y - bases.y[s] - onward(bases.vy[s], passed));
    const [most, mostY] = ticks === 1 ? [TOLERANCE, TOLERANCE_Y] : [TOLERANCE_BETWEEN, TOLERANCE_BETWEEN];
    const moved = key ? (dx | dy | dz) !== 0 : Math.abs(dx) > most || Math.abs(dz) > most || Math.abs(dy) > mostY;
    const facing = key ? this.settledYaw(s) : this.wireYaw(s);
    const turn = ((facing - bases.yaw[s]) << 24) >> 24;
    let mask = 0;
    if (moved) {
      if ((dx | dz) !== 0)
        mask = dx >= -8 && dx <= 7 && dz >= -8 && dz <= 7 ? XZ_NIBBLES : isByte(dx) && isByte(dz) ? XZ_BYTES : XZ_WORDS;
      if (dy !== 0) mask |= isByte(dy) ? Y_BYTE : Y_WORD;
    }
    if (key ? turn !== 0 : Math.abs(turn) > TOLERANCE_YAW) mask |= HAS_YAW;
    if (this.flags[s] !== bases.flags[s]) mask |= HAS_FLAGS;
    if (this.hp[s] !== bases.hp[s]) mask |= HAS_HP;
    const arrived = key && this.cellSince[s] > tick - KEY_TICKS;
    if (arrived) mask |= HAS_MORE;
    if (!mask) return false;
    this.putVar(gap);
    this.put8(mask);
    if (arrived) this.put8(HAS_WAY);
    this.writeMove(mask, dx, dy, dz);
    if (moved && !key) this.follow(s, bases, ticks);
    if (mask & HAS_YAW) this.put8((bases.yaw[s] = facing));
    if (mask & HAS_FLAGS) this.put16((bases.flags[s] = this.flags[s]));
    if (mask & HAS_HP) this.put8((bases.hp[s] = this.hp[s]));
    if (arrived) {
      this.enter(s, bases);
      this.writeWay(s, bases);
    }
    return true;
  }

  private settledPlace(s: number): Place {
    const { told, tick } = this;
    if (!this.isSettled(s)) return this.exactPlace(s);
    const [every, second, key] = this.bases;
    const last = every.tick[s] !== key.tick[s] ? every : second.tick[s] !== key.tick[s] ? second : key;
    const passed = tick - last.tick[s];
    told.x = (last.x[s] + onward(last.vx[s], passed)) & 0xffff;
    told.y = short(last.y[s] + onward(last.vy[s], passed));
    told.z = (last.z[s] + onward(last.vz[s], passed)) & 0xffff;
    const dx = short(this.nowX[s] - told.x);
    const dz = short(this.nowZ[s] - told.z);
    const dy = short(this.nowY[s] - told.y);
    const isNear = Math.abs(dx) <= TOLERANCE && Math.abs(dz) <= TOLERANCE && Math.abs(dy) <= TOLERANCE_Y;
    return isNear ? told : this.exactPlace(s);
  }

  private exactPlace(s: number): Place {
    const { told } = this;
    told.x = this.nowX[s];
    told.y = this.nowY[s];
    told.z = this.nowZ[s];
    return told;
  }

  private settledYaw(s: number): number {
    const facing = this.wireYaw(s);
    if (!this.isSettled(s)) return facing;
    const [every, second, key] = this.bases.map(bases => bases.yaw[s]);
    const last = every !== key ? every : second !== key ? second : key;
    return Math.abs(((facing - last) << 24) >> 24) <= TOLERANCE_YAW ? last : facing;
  }

  private isSettled(s: number): boolean {
    return this.cellSince[s] <= this.tick - KEY_TICKS;
  }

  private follow(s: number, bases: Bases, ticks: number): void {
    const passed = this.tick - ticks - bases.tick[s];
    const part = (now: number, from: number, way: number) => Math.trunc(((now - from - onward(way, passed)) * WAY_TICKS) / ticks);
    const vx = part(this.nowX[s], bases.x[s], bases.vx[s]);
    const vy = part(this.nowY[s], bases.y[s], bases.vy[s]);
    const vz = part(this.nowZ[s], bases.z[s], bases.vz[s]);
    bases.setWay(s, vx, vy, vz);
    bases.x[s] = this.nowX[s];
    bases.y[s] = this.nowY[s];
    bases.z[s] = this.nowZ[s];
    bases.tick[s] = this.tick;
  }

  private writeMove(mask: number, dx: number, dy: number, dz: number): void {
    const form = mask & 3;
    if (form === XZ_NIBBLES) this.put8((dx + 8) | ((dz + 8) << 4));
    else if (form === XZ_BYTES) {
      this.put8(dx);
      this.put8(dz);
    } else if (form === XZ_WORDS) {
      this.put16(dx);
      this.put16(dz);
    }
    if (mask & Y_BYTE) this.put8(dy);
    else if (mask & Y_WORD) this.put16(dy);
  }

  protected setKeyBases(): void {
    const [every, second, key] = this.bases;
    for (let s = 0; s < this.slots; s++) {
      if (!this.used[s]) continue;
      if (this.isSettled(s)) {
        const { x, y, z } = this.settledPlace(s);
        const facing = this.settledYaw(s);
        key.refine(s, this.tick, x, y, z);
        key.yaw[s] = facing;
        key.flags[s] = this.flags[s];
        key.hp[s] = this.hp[s];
      } else this.enter(s, key);
      every.copyFrom(key, s);
      second.copyFrom(key, s);
    }
  }

  protected writeFull(cell: number, block: number): void {
    this.blockAt[block] = this.out;
    this.put16(cell | (FORM_FULL << FORM_SHIFT));
    this.put8(HAS_RECORDS);
    let before = -1;
    for (let i = this.starts[cell], end = this.starts[cell + 1]; i < end; i++) {
      const s = this.sorted[i];
      this.putVar(s - before);
      before = s;
      this.writeEntry(s, this.bases[2]);
    }
    this.put8(0);
    this.blockLength[block] = this.out - this.blockAt[block];
  }

  private put8(value: number): void {
    this.arena[this.out++] = value;
  }
  private put16(value: number): void {
    this.view.setUint16(this.out, value, true);
    this.out += 2;
  }
  private put32(value: number): void {
    this.view.setUint32(this.out, value, true);
    this.out += 4;
  }
  private putVar(value: number): void {
    let left = value;
    while (left > 127) {
      this.arena[this.out++] = left | 128;
      left >>>= 7;
    }
    this.arena[this.out++] = left;
  }
}
