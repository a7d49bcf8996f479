// What changed in each cell, encoded once per tick for each cadence that somebody sees it at. In: the state after a step. Out: blocks
// that watchers.ts copies into frames. (A shared block per cell instead of a message per watcher: cost grows with cells, not with eyes.)
import * as L from './layout';
import { ARENA, ARENA_BYTES, blockAt, blockLength, demand, MOST_CELLS } from './memory';
import { CELLS, isKey } from './bases';
import { beginBlocks, countRecords, writeBlock } from './blocks';
import { setKeyBases, settle } from './settling';
import { clearLeavers, placeBodies, sortBodies, sortOutcomes } from './cells';
import { clearWatchers, restartWatchers } from './watchers';
import { full, out, writeTo } from './wire';
import { head } from './world';
import { phases } from './outcomes';

/** The tick last encoded. */
export let encodedTick: u32 = 0;

export function clearInterest(): void {
  clearWatchers();
  clearLeavers();
  encodedTick = 0;
  writeTo(ARENA, ARENA + ARENA_BYTES);
}

/** Encodes the tick just stepped; once per tick. After ticks without it everybody starts anew. */
export function encode(): void {
  const tick = head.tick;
  if (tick == encodedTick) return;
  if (tick != encodedTick + 1) restartWatchers();
  encodedTick = tick;
  phases[L.PHASE_BYTES] = 0;
  placeBodies(tick);
  sortBodies();
  sortOutcomes(tick);
  writeTo(ARENA, ARENA + ARENA_BYTES);
  memory.fill(changetype<usize>(blockLength), 0, 16 * MOST_CELLS);
  if (isKey(tick)) settle(tick);
  beginBlocks();
  for (let cadence = 0; cadence < 3; cadence++) {
    if ((tick & ((1 << cadence) - 1)) == 0) encodeCells(cadence, tick);
  }
  if (isKey(tick)) setKeyBases(tick);
  countRecords();
  if (full) {
    phases[L.PHASE_DROPPED] = phases[L.PHASE_DROPPED] + 1;
    restartWatchers();
  }
}

function encodeCells(cadence: i32, tick: u32): void {
  const row = cadence * <i32>MOST_CELLS;
  for (let cell = 0; cell < CELLS; cell++) {
    if (demand[row + cell] == 0) continue;
    const start = out;
    blockLength[row + cell] = writeBlock(cell, cadence, tick);
    blockAt[row + cell] = <u32>start;
  }
}
