// Who sees what: each watcher looks from a body, in rings of cells. In: bodies and the blocks of cells.ts; out: one watcher's bytes per tick.
// Near cells are told every tick, farther ones every 2nd and 4th. Rings are drawn anew only on ticks divisible by 4, when all cadences
// have just told the same: then a cell changes its cadence without being sent again, and only newly seen cells come in full.
//
// Bytes: u32 tick, u8 1 when the mirror starts anew, then sections: u16 cell | kind << 12, and behind kinds CHANGES_1.. and FULL_1.. a block (cells.ts).
import * as L from './layout';
import { FRAME, posX, posZ } from './memory';
import { head, slotOf } from './world';
import { clampf } from './numbers';
import { out, writeAt } from './wire';
import { clearCells, encodeCells, encodeFull, period } from './cells';
import {
  ARENA, ARENA_BYTES, blockAt, blockBytes, CADENCES, CELL_SIDE, CELLS, fullAt, fullBytes, fullTick, watcherBody, watcherFresh, watcherSees, watchersOf,
} from './sightmemory';

/** Kinds of sections: 1, 2, 3 what changed, told every tick, 2nd, 4th · 4, 5, 6 everybody, henceforth so · 7 the cell is out of sight. */
export const CHANGES: i32 = 1;
export const FULL: i32 = 4;
export const DROP: i32 = 7;
export const KIND_SHIFT: i32 = 12;

/** A ring is left this much later than it is entered, so that pacing on its edge changes nothing. */
const HYSTERESIS_M: f32 = 6;
/** Newly seen cells wait for the next round when a frame has grown to this. */
const ENOUGH_BYTES: usize = 40000;

export function clearInterest(): void {
  clearCells();
  memory.fill(changetype<usize>(watcherBody), 0, L.MAX_WATCHERS * (8 + CELLS));
  memory.fill(changetype<usize>(watchersOf), 0, <usize>(CADENCES * CELLS) * 2);
  memory.fill(changetype<usize>(fullTick), 0, <usize>CELLS * 4);
  memory.fill(changetype<usize>(fullBytes), 0, <usize>CELLS * 4);
}

export function encode(): void {
  encodeCells();
}

@inline
function isWatcher(watcher: i32): bool {
  return watcher >= 0 && watcher < L.MAX_WATCHERS;
}

/** Looks through `id`'s eyes from now on; whatever this number saw before is forgotten. */
export function watch(watcher: i32, id: u32): void {
  if (!isWatcher(watcher)) return;
  forget(watcher);
  watcherBody[watcher] = id;
}

export function unwatch(watcher: i32): void {
  if (!isWatcher(watcher)) return;
  forget(watcher);
  watcherBody[watcher] = 0;
}

/** The other side missed something: everything comes in full again. */
export function resync(watcher: i32): void {
  if (isWatcher(watcher)) forget(watcher);
}

function forget(watcher: i32): void {
  for (let cell = 0; cell < CELLS; cell++) see(watcher, cell, 0);
  watcherFresh[watcher] = 1;
}

@inline
function seen(watcher: i32, cell: i32): i32 {
  return watcherSees[watcher * CELLS + cell];
}

function see(watcher: i32, cell: i32, ring: i32): void {
  const at = watcher * CELLS + cell;
  const before = watcherSees[at];
  if (before == ring) return;
  watcherSees[at] = ring;
  if (before) watchersOf[(before - 1) * CELLS + cell] = watchersOf[(before - 1) * CELLS + cell] - 1;
  if (ring) watchersOf[(ring - 1) * CELLS + cell] = watchersOf[(ring - 1) * CELLS + cell] + 1;
}

/** Writes what `watcher` is due in this tick at FRAME and returns its length; 0 for a number that watches nothing. Once per watcher and tick. */
export function assemble(watcher: i32): i32 {
  if (!isWatcher(watcher) || watcherBody[watcher] == 0) return 0;
  const arena = out; // full cells are appended behind what this tick has encoded
  let frame = FRAME;
  store<u32>(frame, head.tick);
  store<u8>(frame, watcherFresh[watcher], 4);
  frame += 5;
  if (head.tick % period(CADENCES - 1) == 0) {
    writeAt(arena);
    frame = assembleRound(watcher, frame);
    watcherFresh[watcher] = 0;
  } else {
    const base = changetype<usize>(watcherSees) + <usize>(watcher * CELLS);
    for (let cell = 0; cell < CELLS; cell++) {
      const ring = <i32>load<u8>(base + <usize>cell);
      if (ring != 0) frame = copyChanges(frame, cell, ring - 1);
    }
  }
  return <i32>(frame - FRAME);
}

/** A tick in which rings are drawn anew: last changes under the old cadence, dropped cells, and new ones in full, the nearest first. */
function assembleRound(watcher: i32, start: usize): usize {
  let frame = start;
  const slot = slotOf(watcherBody[watcher]);
  for (let cell = 0; cell < CELLS; cell++) {
    const before = seen(watcher, cell);
    if (before == 0) continue;
    const ring = slot < 0 ? before : ringOf(slot, cell, before);
    if (ring == 0) {
      store<u16>(frame, <u16>(cell | (DROP << KIND_SHIFT)));
      frame += 2;
    } else {
      frame = copyChanges(frame, cell, before - 1);
    }
    see(watcher, cell, ring);
  }
  if (slot < 0) return frame;
  for (let ring = 1; ring <= CADENCES; ring++) {
    for (let cell = 0; cell < CELLS; cell++) {
      if (frame - FRAME > ENOUGH_BYTES) return frame;
      if (seen(watcher, cell) != 0 || ringOf(slot, cell, 0) != ring) continue;
      frame = copyFull(frame, cell, ring - 1);
      see(watcher, cell, ring);
    }
  }
  return frame;
}

/** In which ring a cell lies for a body: 1..3, or 0 out of sight. `before`: the ring it was in. */
function ringOf(slot: i32, cell: i32, before: i32): i32 {
  const size = <f32>L.CELL_SIZE_M;
  const west: f32 = head.originX - <f32>L.REGION_MARGIN_M + <f32>(cell % CELL_SIDE) * size;
  const north: f32 = head.originZ - <f32>L.REGION_MARGIN_M + <f32>(cell / CELL_SIDE) * size;
  const dx = posX[slot] - clampf(posX[slot], west, west + size);
  const dz = posZ[slot] - clampf(posZ[slot], north, north + size);
  const distance = Mathf.sqrt(dx * dx + dz * dz);
  for (let ring = 1; ring <= CADENCES; ring++) {
    const reach = <f32>(ring == 1 ? L.RING_1_M : ring == 2 ? L.RING_2_M : L.RING_3_M);
    if (distance <= reach + (before != 0 && before <= ring ? HYSTERESIS_M : 0)) return ring;
  }
  return 0;
}

function copyChanges(frame: usize, cell: i32, cadence: i32): usize {
  const block = cadence * CELLS + cell;
  const length = <usize>blockBytes[block];
  if (length == 0) return frame;
  if (frame + length + 2 > FRAME + <usize>L.MAX_FRAME_BYTES) return frame; // ten thousand in one cell: resync() mends it
  store<u16>(frame, <u16>(cell | ((CHANGES + cadence) << KIND_SHIFT)));
  memory.copy(frame + 2, <usize>blockAt[block], length);
  return frame + 2 + length;
}

function copyFull(frame: usize, cell: i32, cadence: i32): usize {
  if (out > ARENA + ARENA_BYTES - <usize>L.MAX_FRAME_BYTES) return frame;
  encodeFull(cell);
  const length = <usize>fullBytes[cell];
  if (frame + length + 2 > FRAME + <usize>L.MAX_FRAME_BYTES) return frame;
  store<u16>(frame, <u16>(cell | ((FULL + cadence) << KIND_SHIFT)));
  memory.copy(frame + 2, <usize>fullAt[cell], length);
  return frame + 2 + length;
}
