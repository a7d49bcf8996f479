// Interest once more in plain JavaScript: the same cells, cadences, dead reckoning and shared blocks as the core's (assembly/watchers.ts),
// for the bench's ratio. In: bodies by slot; out: frames of as many bytes as the core's.
import * as L from '../../assembly/layout';
import { CELLS, FORM_FULL, FORM_SHIFT, isKey, SIDE, SightBlocks } from './sightblocks';

const FORM_FORGET = 4;
const SLACK_M = 8;
const REDRAW_M = 2;
const FULL_BYTES = 24_576;
const REACH_M = L.RING_3_M + L.CELL_HOLD_M;

interface Watcher {
  slot: number;
  started: boolean;
  x: number;
  z: number;
  complete: boolean;
  seen: Map<number, number>; // cell -> cadence
}

export class SightTwin extends SightBlocks {
  readonly frame = new Uint8Array(L.MAX_FRAME_BYTES);
  private readonly watchers: Watcher[] = [];

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
      const distance_m = this.distance(cell, x, z);
      const now = cadenceOf(distance_m < L.RING_3_M ? distance_m : Math.max(L.RING_3_M, distance_m - SLACK_M));
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
    for (let row = line(z - REACH_M - this.originZ); row <= line(z + REACH_M - this.originZ); row++) {
      for (let column = line(x - REACH_M - this.originX); column <= line(x + REACH_M - this.originX); column++) {
        const cell = row * SIDE + column;
        const cadence = w.seen.has(cell) ? -1 : cadenceOf(this.distance(cell, x, z));
        if (cadence >= 0) found.push({ cell, cadence });
      }
    }
    return found.sort((a, b) => a.cadence - b.cadence);
  }

  private distance(cell: number, x: number, z: number): number {
    const west = (cell % SIDE) * L.CELL_SIZE_M + this.originX - L.REGION_MARGIN_M;
    const north = Math.floor(cell / SIDE) * L.CELL_SIZE_M + this.originZ - L.REGION_MARGIN_M;
    const dx = Math.max(0, west - x, x - west - L.CELL_SIZE_M);
    const dz = Math.max(0, north - z, z - north - L.CELL_SIZE_M);
    return Math.sqrt(dx * dx + dz * dz);
  }
}

function cadenceOf(distance_m: number): number {
  return distance_m <= L.RING_1_M ? 0 : distance_m <= L.RING_2_M ? 1 : distance_m <= REACH_M ? 2 : -1;
}
