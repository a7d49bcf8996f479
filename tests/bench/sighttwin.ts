// Interest once more in plain JavaScript: the same cells, cadences, dead reckoning, arithmetic coder and shared blocks as the core's
// (assembly/watchers.ts and below), for the bench's ratio; it must not be tuned differently. In: bodies by slot; out: the same frames.
import * as L from '../../assembly/layout';
import { isKey } from './sightbases';
import { FORM_FORGET, FORM_FULL, FORM_SHIFT, SightBlocks } from './sightblocks';
import { CELLS, SIDE } from './sightcells';

const SLACK_M = 8;
const REDRAW_M = 2;
const FULL_BYTES = 24_576;
const MOST_BYTES = 60_000;
const MOST_SEEN = 160;
const ALL_CELLS = 0x3ff;
const REACH_M = L.RING_3_M + L.CELL_HOLD_M;

class Watcher {
  started = false;
  /** Cells that he sees, in the order of his frames, and at which cadence. */
  seen = 0;
  readonly cells = new Uint16Array(MOST_SEEN);
  readonly cadences = new Uint8Array(MOST_SEEN);
  /** A bit for each cell. */
  readonly bits = new Uint8Array((CELLS + 7) >> 3);
  // Where the rings were last drawn; complete: nothing is left to add there.
  x = 0;
  z = 0;
  complete = false;

  constructor(readonly slot: number) {}

  sees(cell: number): boolean {
    return ((this.bits[cell >> 3] >> (cell & 7)) & 1) !== 0;
  }
}

export class SightTwin extends SightBlocks {
  /** How many blocks of strangers were written. */
  strangers = 0;
  private readonly watchers: Watcher[] = [];
  private readonly demand = new Uint16Array(3 * CELLS);
  /** Cells that a watcher has yet to see. */
  private readonly toAdd = new Int32Array(CELLS);
  /** Where the frame being put together goes on. */
  private at = 0;

  watch(slot: number): void {
    this.watchers.push(new Watcher(slot));
  }

  encode(tick: number): void {
    const key = isKey(tick);
    this.tick = tick;
    this.place(tick);
    this.sort();
    this.tellings.sort(tick);
    if (key) this.settle(tick);
    this.beginBlocks();
    for (let cadence = 0; cadence < 3; cadence++) {
      if (tick & ((1 << cadence) - 1)) continue;
      for (let cell = 0; cell < CELLS; cell++) {
        if (this.demand[cadence * CELLS + cell]) this.writeBlock(cell, cadence);
      }
    }
    if (key) this.setKeyBases(tick);
  }

  /** Puts a watcher's frame together at the beginning of `bytes`; returns its length. */
  assemble(number: number): number {
    const { bytes, tick } = this;
    const w = this.watchers[number];
    const key = isKey(tick);
    if (!w.started && !key) return 0;
    for (let i = 0; i < 4; i++) bytes[i] = tick >>> (8 * i);
    this.at = 4;
    if (!w.started) {
      this.putWord(ALL_CELLS | (FORM_FORGET << FORM_SHIFT));
      w.started = true;
    }
    if (!this.copyDue(w)) {
      this.forgetCells(w);
      return 0;
    }
    if (key) this.changeRings(w, this.x[w.slot], this.z[w.slot]);
    return this.at;
  }

  private forgetCells(w: Watcher): void {
    for (let i = 0; i < w.seen; i++) this.demand[w.cadences[i] * CELLS + w.cells[i]]--;
    w.bits.fill(0);
    w.seen = 0;
    w.started = false;
    w.complete = false;
  }

  private putWord(word: number): void {
    this.bytes[this.at++] = word;
    this.bytes[this.at++] = word >> 8;
  }

  private copy(from: number, length: number): boolean {
    if (this.at + length > MOST_BYTES) return false;
    // Measured: as quick as a loop for the shortest blocks, quicker for all others and than `set`, which needs a view.
    this.bytes.copyWithin(this.at, from, from + length);
    this.at += length;
    return true;
  }

  /** The blocks of all cells that are due; false when they do not fit. */
  private copyDue(w: Watcher): boolean {
    for (let i = 0; i < w.seen; i++) {
      const cadence = w.cadences[i];
      if (this.tick & ((1 << cadence) - 1)) continue;
      const cell = w.cells[i];
      const block = cadence * CELLS + cell;
      const length = this.blockLength[block];
      if (length === 0) continue;
      if (!this.copy(this.blockAt[block], length)) return false;
      if (this.guestCounts[block] && !this.copyStrangers(w, cadence, cell, block)) return false;
    }
    return true;
  }

  /** Tells a watcher of the guests of a block who came from where he does not look; false when that does not fit. */
  private copyStrangers(w: Watcher, cadence: number, cell: number, block: number): boolean {
    const start = this.records.out;
    const first = this.guestStarts[block];
    for (let i = first, end = first + this.guestCounts[block]; i < end; i++) {
      const s = this.guestSlots[i];
      if (w.sees(this.cameFrom[s])) continue;
      this.writeStranger(s, this.records.out === start, cell, cadence);
    }
    if (this.records.out === start) return true;
    this.endStrangers();
    this.strangers++;
    return this.copy(start, this.records.out - start);
  }

  /** At a key tick: changes cadences, forgets what is far, adds what has come near. */
  private changeRings(w: Watcher, x: number, z: number): void {
    if (w.complete && Math.abs(x - w.x) < REDRAW_M && Math.abs(z - w.z) < REDRAW_M) return;
    w.x = x;
    w.z = z;
    w.complete = false;
    for (let i = w.seen - 1; i >= 0; i--) this.changeCadence(w, i);
    const missing = this.findMissing(w, x, z);
    const most = this.at + FULL_BYTES;
    for (let cadence = 0; cadence < 3; cadence++) {
      for (let i = 0; i < missing; i++) {
        if ((this.toAdd[i] & 3) !== cadence) continue;
        if (w.seen >= MOST_SEEN || this.at > most || !this.addCell(w, this.toAdd[i] >> 2, cadence)) return;
      }
    }
    w.complete = true;
  }

  /** Of the cell that a watcher sees as his `i`th; forgets it when it is out of reach. */
  private changeCadence(w: Watcher, i: number): void {
    const cell = w.cells[i];
    const distance_m = this.distance(cell, w.x, w.z);
    const cadence = cadenceOf(distance_m < L.RING_3_M ? distance_m : Math.max(L.RING_3_M, distance_m - SLACK_M));
    if (cadence === w.cadences[i]) return;
    this.demand[w.cadences[i] * CELLS + cell]--;
    if (cadence >= 0) {
      w.cadences[i] = cadence;
      this.demand[cadence * CELLS + cell]++;
      return;
    }
    this.putWord(cell | (FORM_FORGET << FORM_SHIFT));
    w.bits[cell >> 3] &= ~(1 << (cell & 7));
    w.seen--;
    w.cells[i] = w.cells[w.seen];
    w.cadences[i] = w.cadences[w.seen];
  }

  private addCell(w: Watcher, cell: number, cadence: number): boolean {
    const block = FORM_FULL * CELLS + cell;
    if (this.blockLength[block] === 0) this.writeFull(cell);
    if (!this.copy(this.blockAt[block], this.blockLength[block])) return false;
    w.bits[cell >> 3] |= 1 << (cell & 7);
    w.cells[w.seen] = cell;
    w.cadences[w.seen++] = cadence;
    this.demand[cadence * CELLS + cell]++;
    return true;
  }

  /** Lists the cells within reach that the watcher does not see yet, as cell << 2 | cadence. */
  private findMissing(w: Watcher, x: number, z: number): number {
    const south = cellLine(z + REACH_M - this.north);
    const east = cellLine(x + REACH_M - this.west);
    let n = 0;
    for (let row = cellLine(z - REACH_M - this.north); row <= south; row++) {
      for (let column = cellLine(x - REACH_M - this.west); column <= east; column++) {
        const cell = row * SIDE + column;
        if (w.sees(cell)) continue;
        const cadence = cadenceOf(this.distance(cell, x, z));
        if (cadence >= 0) this.toAdd[n++] = (cell << 2) | cadence;
      }
    }
    return n;
  }

  /** From a point to a cell's nearest edge, 0 inside; on 32-bit floats like the core, so that the rings lie the same. */
  private distance(cell: number, x: number, z: number): number {
    const row = (cell / SIDE) | 0;
    const west = (cell - row * SIDE) * L.CELL_SIZE_M + this.west;
    const north = row * L.CELL_SIZE_M + this.north;
    const dx = Math.fround(Math.max(0, Math.max(west - x, x - west - L.CELL_SIZE_M)));
    const dz = Math.fround(Math.max(0, Math.max(north - z, z - north - L.CELL_SIZE_M)));
    return Math.fround(Math.sqrt(Math.fround(Math.fround(dx * dx) + Math.fround(dz * dz))));
  }
}

function cadenceOf(distance_m: number): number {
  return distance_m <= L.RING_1_M ? 0 : distance_m <= L.RING_2_M ? 1 : distance_m <= REACH_M ? 2 : -1;
}

function cellLine(metres: number): number {
  return Math.min(Math.max((metres / L.CELL_SIZE_M) | 0, 0), SIDE - 1);
}
