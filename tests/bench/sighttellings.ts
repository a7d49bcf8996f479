// What happened in which cell, as assembly/{cells,tellings}.ts tell it, as far as anything happens in the bench: nobody fights there, but
// whoever walks down a step lands, and whoever walks into the pond splashes. Part of the bench's twin.
import * as L from '../../assembly/layout';
import { CELLS, NOBODY } from './sightcells';
import type { Coder } from './sightcoder';

const HAS_VALUE = 64;

export class SightTellings {
  // What happened in the last four ticks: kinds, bodies and values, and lists by cell.
  private readonly types = new Uint8Array(4 * L.MAX_OUTCOMES);
  private readonly slots = new Uint16Array(4 * L.MAX_OUTCOMES);
  private readonly values = new Int32Array(4 * L.MAX_OUTCOMES);
  private readonly cells = new Uint16Array(4 * L.MAX_OUTCOMES);
  private readonly counts = new Int32Array(4);
  private readonly heads = new Uint16Array(4 * CELLS).fill(NOBODY);
  private readonly next = new Uint16Array(4 * L.MAX_OUTCOMES);

  begin(tick: number): void {
    this.counts[tick & 3] = 0;
  }

  /** Lands and splashes only: the receiver finds them where their body is. */
  add(tick: number, type: number, slot: number, value: number, cell: number): void {
    if (type !== L.OUT_LAND && type !== L.OUT_SPLASH) throw new Error(`the twin cannot tell outcomes of type ${type}`);
    const turn = tick & 3;
    const n = turn * L.MAX_OUTCOMES + this.counts[turn]++;
    this.types[n] = type;
    this.slots[n] = slot;
    this.values[n] = value;
    this.cells[n] = cell;
  }

  /** Lists this tick's by cell, first ones first. */
  sort(tick: number): void {
    const turn = tick & 3;
    this.heads.fill(NOBODY, turn * CELLS, (turn + 1) * CELLS);
    for (let i = this.counts[turn] - 1; i >= 0; i--) {
      const n = turn * L.MAX_OUTCOMES + i;
      const list = turn * CELLS + this.cells[n];
      this.next[n] = this.heads[list];
      this.heads[list] = i;
    }
  }

  /** What happened in a cell in its last `ticks` ticks, oldest first; false when nothing did. */
  write(to: Coder, cell: number, ticks: number, tick: number): boolean {
    let any = false;
    for (let age = ticks - 1; age >= 0; age--) {
      const turn = (tick - age) & 3;
      for (let i = this.heads[turn * CELLS + cell]; i !== NOBODY; i = this.next[turn * L.MAX_OUTCOMES + i]) {
        const n = turn * L.MAX_OUTCOMES + i;
        const value = this.values[n];
        to.put8(this.types[n]);
        to.put8(value ? HAS_VALUE : 0);
        to.putVar(this.slots[n] + 1);
        if (value) to.putVar((value << 1) ^ (value >> 31));
        any = true;
      }
    }
    if (any) to.put8(0);
    return any;
  }
}
