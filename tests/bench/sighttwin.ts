// Interest once more in plain JavaScript: the same cells, cadences, dead reckoning and shared blocks as assembly/{cells,blocks,watchers}.ts,
// without outcomes (the bench's crowd does not fight). For the bench's ratio. In: bodies by slot; out: frames of as many bytes as the core's.
import * as L from '../../assembly/layout';
import { Bases } from './sightbases';

const SCALE = L.POSITION_SCALE;
const SIDE = (L.REGION_SIZE_M + 2 * L.REGION_MARGIN_M) / L.CELL_SIZE_M;
const CELLS = SIDE * SIDE;
const CELL_SHIFT = 11;
const NO_CELL = 0xffff;
const TOLERANCE = 3;
const TOLERANCE_Y = 6;
const TOLERANCE_YAW = 4;
const KEY_TICKS = 4;
const FORM_FULL = 3;
const FORM_FORGET = 4;
const FORM_SHIFT = 12;
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
const SLACK_M = 8;
const REDRAW_M = 2;
const FULL_BYTES = 24_576;

const isKey = (tick: number) => tick % KEY_TICKS === 0;
const isByte = (value: number) => value >= -128 && value <= 127;
const short = (value: number) => (value << 16) >> 16;

interface Watcher {
  slot: number;
  started: boolean;
  x: number;
  z: number;
  complete: boolean;
  seen: Map<number, number>; // cell -> cadence
}

export class SightTwin {
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
  readonly frame = new Uint8Array(L.MAX_FRAME_BYTES);

  private readonly nowX = new Int32Array(L.MAX_ENTITIES);
  private readonly nowY = new Int32Array(L.MAX_ENTITIES);
  private readonly nowZ = new Int32Array(L.MAX_ENTITIES);
  private readonly wasX = new Int32Array(L.MAX_ENTITIES);
  private readonly wasY = new Int32Array(L.MAX_ENTITIES);
  private readonly wasZ = new Int32Array(L.MAX_ENTITIES);
  private readonly cell = new Uint16Array(L.MAX_ENTITIES).fill(NO_CELL);
  private readonly cellSince = new Int32Array(L.MAX_ENTITIES);
  private readonly starts = new Int32Array(CELLS + 2);
  private readonly sorted = new Uint16Array(L.MAX_ENTITIES);
  private readonly leavers: { slot: number; from: number }[][] = [[], [], [], []];
  private readonly bases = [new Bases(), new Bases(), new Bases()];
  private readonly demand = new Int32Array(3 * CELLS);
  private readonly blockAt = new Int32Array(4 * CELLS);
  private readonly blockLength = new Int32Array(4 * CELLS);
  private readonly arena = new Uint8Array(4 << 20);
  private readonly view = new DataView(this.arena.buffer);
  private readonly watchers: Watcher[] = [];
  private out = 0;
  private tick = 0;

  constructor(
    private readonly originX: number,
    private readonly originZ: number,
  ) {}

  watch(slot: number): void {
    this.watchers.push({ slot, started: false, x: 0, z: 0, complete: false, seen: new Map() });
  }

  encode(tick: number): void {
    this.tick = tick;
    this.place();
    this.sort();
    this.out = 0;
    this.blockLength.fill(0);
    for (let cadence = 0; cadence < 3; cadence++) {
      if (tick & ((1 << cadence) - 1)) continue;
      for (let cell = 0; cell < CELLS; cell++) {
        const block = cadence * CELLS + cell;
        if (!this.demand[block]) continue;
        this.blockAt[block] = this.out;
        this.blockLength[block] = this.writeBlock(cell, cadence);
      }
    }
    if (isKey(tick)) this.setKeyBases();
  }

  private place(): void {
    const leavers = this.leavers[this.tick & 3];
    leavers.length = 0;
    for (let s = 0; s < this.slots; s++) {
      if (!this.used[s]) continue;
      const x = Math.floor((this.x[s] - this.originX + L.REGION_MARGIN_M) * SCALE + 0.5) & 0xffff;
      const z = Math.floor((this.z[s] - this.originZ + L.REGION_MARGIN_M) * SCALE + 0.5) & 0xffff;
      const y = Math.min(Math.max(Math.floor(this.y[s] * SCALE + 0.5), -32768), 32767);
      const cell = Math.min(z >> CELL_SHIFT, SIDE - 1) * SIDE + Math.min(x >> CELL_SHIFT, SIDE - 1);
      const fresh = this.cell[s] === NO_CELL;
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

  private sort(): void {
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

  private writeBlock(cell: number, cadence: number): number {
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
    bases.setWay(s, this.nowX[s] - this.wasX[s], this.nowY[s] - this.wasY[s], this.nowZ[s] - this.wasZ[s]);
  }

  private fill(s: number, bases: Bases): void {
    bases.tick[s] = this.tick;
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
    this.putVar(1); // generation
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
  }

  private writeWay(s: number, bases: Bases): void {
    this.put8(bases.vx[s]);
    this.put8(bases.vy[s]);
    this.put8(bases.vz[s]);
  }

  private writeChange(s: number, gap: number, bases: Bases, ticks: number): boolean {
    const { tick } = this;
    const key = isKey(tick);
    const passed = tick - bases.tick[s];
    const dx = short(this.nowX[s] - (bases.x[s] + bases.vx[s] * passed));
    const dz = short(this.nowZ[s] - (bases.z[s] + bases.vz[s] * passed));
    const dy = short(this.nowY[s] - (bases.y[s] + bases.vy[s] * passed));
    const moved = key ? (dx | dy | dz) !== 0 : Math.abs(dx) > TOLERANCE || Math.abs(dz) > TOLERANCE || Math.abs(dy) > TOLERANCE_Y;
    const facing = this.wireYaw(s);
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

  private follow(s: number, bases: Bases, ticks: number): void {
    const passed = this.tick - ticks - bases.tick[s];
    const part = (now: number, from: number, way: number) => Math.trunc((now - (from + way * passed)) / ticks);
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

  private setKeyBases(): void {
    const [every, second, key] = this.bases;
    for (let s = 0; s < this.slots; s++) {
      if (!this.used[s]) continue;
      const settled = this.cellSince[s] <= this.tick - KEY_TICKS;
      if (settled) {
        const part = (now: number, from: number) => Math.trunc((now - from) / KEY_TICKS);
        key.setWay(s, part(this.nowX[s], key.x[s]), part(this.nowY[s], key.y[s]), part(this.nowZ[s], key.z[s]));
        this.fill(s, key);
      } else this.enter(s, key);
      every.copyFrom(key, s);
      second.copyFrom(key, s);
    }
  }

  /** Puts a watcher's frame together; returns its length. */
  assemble(number: number): number {
    const w = this.watchers[number];
    const key = isKey(this.tick);
    if (!w.started && !key) return 0;
    w.started = true;
    let length = 4;
    for (const [cell, cadence] of w.seen) {
      if (this.tick & ((1 << cadence) - 1)) continue;
      length = this.copy(cadence * CELLS + cell, length);
    }
    return key ? this.changeRings(w, length) : length;
  }

  private copy(block: number, at: number): number {
    const length = this.blockLength[block];
    if (!length || at + length > this.frame.length) return at;
    this.frame.set(this.arena.subarray(this.blockAt[block], this.blockAt[block] + length), at);
    return at + length;
  }

  private changeRings(w: Watcher, length: number): number {
    const x = this.x[w.slot];
    const z = this.z[w.slot];
    if (w.complete && Math.abs(x - w.x) < REDRAW_M && Math.abs(z - w.z) < REDRAW_M) return length;
    w.x = x;
    w.z = z;
    let at = length;
    for (const [cell, cadence] of w.seen) {
      const now = cadenceOf(Math.max(0, this.distance(cell, x, z) - SLACK_M));
      if (now === cadence) continue;
      this.demand[cadence * CELLS + cell]--;
      if (now < 0) {
        w.seen.delete(cell);
        this.frame[at++] = cell;
        this.frame[at++] = (cell >> 8) | ((FORM_FORGET << FORM_SHIFT) >> 8);
      } else {
        w.seen.set(cell, now);
        this.demand[now * CELLS + cell]++;
      }
    }
    const most = at + FULL_BYTES;
    w.complete = true;
    for (const { cell, cadence } of this.missing(w, x, z)) {
      if (at > most) {
        w.complete = false;
        break;
      }
      const block = FORM_FULL * CELLS + cell;
      if (!this.blockLength[block]) this.writeFull(cell, block);
      at = this.copy(block, at);
      w.seen.set(cell, cadence);
      this.demand[cadence * CELLS + cell]++;
    }
    return at;
  }

  private missing(w: Watcher, x: number, z: number): { cell: number; cadence: number }[] {
    const line = (metres: number) => Math.min(Math.max(Math.floor((metres + L.REGION_MARGIN_M) / L.CELL_SIZE_M), 0), SIDE - 1);
    const found: { cell: number; cadence: number }[] = [];
    for (let row = line(z - L.RING_3_M - this.originZ); row <= line(z + L.RING_3_M - this.originZ); row++) {
      for (let column = line(x - L.RING_3_M - this.originX); column <= line(x + L.RING_3_M - this.originX); column++) {
        const cell = row * SIDE + column;
        const cadence = w.seen.has(cell) ? -1 : cadenceOf(this.distance(cell, x, z));
        if (cadence >= 0) found.push({ cell, cadence });
      }
    }
    return found.sort((a, b) => a.cadence - b.cadence);
  }

  private writeFull(cell: number, block: number): void {
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

  private distance(cell: number, x: number, z: number): number {
    const west = (cell % SIDE) * L.CELL_SIZE_M + this.originX - L.REGION_MARGIN_M;
    const north = Math.floor(cell / SIDE) * L.CELL_SIZE_M + this.originZ - L.REGION_MARGIN_M;
    const dx = Math.max(0, west - x, x - west - L.CELL_SIZE_M);
    const dz = Math.max(0, north - z, z - north - L.CELL_SIZE_M);
    return Math.sqrt(dx * dx + dz * dz);
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

function cadenceOf(distance_m: number): number {
  return distance_m <= L.RING_1_M ? 0 : distance_m <= L.RING_2_M ? 1 : distance_m <= L.RING_3_M ? 2 : -1;
}
