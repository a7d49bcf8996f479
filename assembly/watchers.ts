// Who sees what: each watcher's rings of cells, and its frame put together from the shared blocks. In: encoded cells. Out: bytes at FRAME:
// u32 tick, then blocks. Rings change at key ticks only, when all cadences know the same: then only cells never seen come in full.
import * as L from './layout';
import {
  BASES_KEY, blockAt, blockLength, cameFrom, cellsToAdd, demand, FRAME, guestCounts, guestSlots, guestStarts, LAST_OWN, MOST_CELLS, MOST_SEEN, posX, posZ,
  WATCHER_BYTES, WATCHERS,
} from './memory';
import { CELL_SIDE, isKey } from './bases';
import { ALL_CELLS, beginStrangers, endStrangers, FORM_FORGET, FORM_SHIFT, writeFullBlock, writeStranger } from './blocks';
import { full, out } from './wire';
import { head } from './world';
import { slotOf } from './ids';
import { phases } from './outcomes';

/** A cell is forgotten only when this much farther than it was noticed. */
const SLACK_M: f32 = 8;
/** Rings are drawn anew after this much of a walk along an axis. */
const REDRAW_M: f32 = 2;
/** Whole cells per frame: a watcher who comes upon a crowd gets it over several key ticks. */
const FULL_BYTES: usize = 24576;
/** A frame never grows beyond this: the message around it must stay below 64 KiB. */
const MOST_BYTES: usize = 60000;

@unmanaged @final
class Watcher {
  id: u32;
  started: u32; // knows its cells
  nextTick: u32; // by when its next frame is due: one left out, and its knowledge is no longer what blocks build on
  slowest: u32; // cadence that no cell is sent faster than: 0, 1, 2
  seen: i32;
  // Where the rings were last drawn; complete: nothing is left to add there.
  x: f32; z: f32;
  complete: u32;
}
/** A cell that a watcher sees: 4 bytes each after the watcher's own; then a bit for each cell, whether he sees it. */
@unmanaged @final
class Seen {
  cell: u16;
  cadence: u16;
}

@inline
function watcherAt(number: i32): Watcher {
  return changetype<Watcher>(WATCHERS + <usize>number * WATCHER_BYTES);
}
@inline
function seenAt(w: Watcher, i: i32): Seen {
  return changetype<Seen>(changetype<usize>(w) + 32 + (<usize>i << 2));
}
const BITS: usize = 32 + 4 * <usize>MOST_SEEN;
@inline
function sees(w: Watcher, cell: i32): bool {
  return (load<u8>(changetype<usize>(w) + BITS + (cell >> 3)) >> <u8>(cell & 7)) & 1 ? true : false;
}
@inline
function mark(w: Watcher, cell: i32, seen: bool): void {
  const at = changetype<usize>(w) + BITS + (cell >> 3);
  const bit = <u8>1 << <u8>(cell & 7);
  store<u8>(at, seen ? load<u8>(at) | bit : load<u8>(at) & ~bit);
}
@inline
function demandAt(cadence: i32, cell: i32): i32 {
  return cadence * <i32>MOST_CELLS + cell;
}
@inline
export function isWatcher(number: i32): bool {
  return number >= 0 && number < L.MAX_WATCHERS;
}

/** Reach of the rings, for everybody: see setRings. */
let ring1: f32 = <f32>L.RING_1_M;
let ring2: f32 = <f32>L.RING_2_M;

export function clearWatchers(): void {
  ring1 = <f32>L.RING_1_M;
  ring2 = <f32>L.RING_2_M;
  memory.fill(BASES_KEY, 0, WATCHERS + <usize>L.MAX_WATCHERS * WATCHER_BYTES - BASES_KEY);
}

/** Nobody knows anything any more: everybody starts anew at the next key tick. */
export function restartWatchers(): void {
  for (let n = 0; n < L.MAX_WATCHERS; n++) forgetCells(watcherAt(n));
}

export function watch(number: i32, id: u32): void {
  if (!isWatcher(number)) return;
  const w = watcherAt(number);
  forgetCells(w);
  w.id = id;
  w.slowest = 0;
  memory.fill(lastOwn(number), 0, L.OWN_BYTES);
}

/** What a watcher (below MAX_WATCHERS) was told of his own body last: OWN_BYTES, zeros before the first time. */
export function lastOwn(number: i32): usize {
  return LAST_OWN + <usize>number * <usize>L.OWN_BYTES;
}

export function unwatch(number: i32): void {
  watch(number, 0);
}

export function resync(number: i32): void {
  if (isWatcher(number)) forgetCells(watcherAt(number));
}

/** Sends every 1, 2 or 4 ticks at most. To be called at a key tick before its frames, so that none of the watcher's is left out. */
export function setRate(number: i32, ticks: i32): void {
  if (isWatcher(number)) {
    watcherAt(number).slowest = ticks >= 4 ? 2 : ticks >= 2 ? 1 : 0;
    watcherAt(number).complete = 0;
  }
}

/** Takes hold at the next key tick. */
export function setRings(fast_m: f32, half_m: f32): void {
  if (fast_m == ring1 && half_m == ring2) return;
  ring1 = fast_m;
  ring2 = half_m;
  for (let n = 0; n < L.MAX_WATCHERS; n++) watcherAt(n).complete = 0;
}

function forgetCells(w: Watcher): void {
  for (let i = 0; i < w.seen; i++) want(seenAt(w, i), -1);
  memory.fill(changetype<usize>(w) + BITS, 0, MOST_CELLS / 8);
  w.seen = 0;
  w.started = 0;
  w.complete = 0;
}

/** Changes the cadence at which a cell is seen, and with it the demand for its blocks. */
function want(s: Seen, cadence: i32): void {
  const from = demandAt(s.cadence, s.cell);
  demand[from] = demand[from] - 1;
  if (cadence < 0) return;
  s.cadence = <u16>cadence;
  const to = demandAt(cadence, s.cell);
  demand[to] = demand[to] + 1;
}

/** Metres from a point to a cell's nearest edge, 0 inside. */
function cellDistance(cell: i32, x: f32, z: f32): f32 {
  const size = <f32>L.CELL_SIZE_M;
  const west = <f32>(cell % CELL_SIDE) * size + head.originX - <f32>L.REGION_MARGIN_M;
  const north = <f32>(cell / CELL_SIDE) * size + head.originZ - <f32>L.REGION_MARGIN_M;
  const dx = Mathf.max(0, Mathf.max(west - x, x - west - size));
  const dz = Mathf.max(0, Mathf.max(north - z, z - north - size));
  return Mathf.sqrt(dx * dx + dz * dz);
}

@inline
function cadenceOf(distance: f32, slowest: i32): i32 {
  const cadence = distance <= ring1 ? 0 : distance <= ring2 ? 1 : distance <= <f32>L.RING_3_M + <f32>L.CELL_HOLD_M ? 2 : -1;
  return cadence < 0 ? -1 : max(cadence, slowest);
}

// The frame being put together.
let frame: usize = 0;

function copy(from: usize, length: usize): bool {
  if (frame + length > FRAME + MOST_BYTES) return false;
  memory.copy(frame, from, length);
  frame += length;
  return true;
}

@inline
function copyBlock(block: i32): bool {
  return copy(<usize>blockAt[block], <usize>blockLength[block]);
}

/** Tells a watcher of the guests of a block who came from where he does not look; false when that does not fit. */
function copyStrangers(w: Watcher, cadence: i32, cell: i32, block: i32): bool {
  const start = out;
  for (let i = guestStarts[block], last = i + guestCounts[block]; i < last; i++) {
    const slot = guestSlots[i];
    if (sees(w, cameFrom[slot])) continue;
    if (out == start) beginStrangers(cell);
    writeStranger(slot, cell, cadence);
  }
  // Nobody, or (full) nobody fits any more: then this watcher starts anew.
  if (out == start) return !full;
  endStrangers();
  return !full && copy(start, out - start);
}

/** The blocks of all cells that are due at `tick`; false when they do not fit. */
function copyDue(w: Watcher, tick: u32): bool {
  for (let i = 0; i < w.seen; i++) {
    const s = seenAt(w, i);
    const cadence = <i32>s.cadence;
    if (tick & ((1 << cadence) - 1)) continue;
    const block = cadence * <i32>MOST_CELLS + <i32>s.cell;
    if (blockLength[block] == 0) continue;
    if (!copyBlock(block)) return false;
    if (guestCounts[block] && !copyStrangers(w, cadence, s.cell, block)) return false;
  }
  return true;
}

/** At a key tick: changes cadences, forgets what is far, adds what has come near. Small steps change nothing. */
function changeRings(w: Watcher, x: f32, z: f32): void {
  if (w.complete && Mathf.abs(x - w.x) < REDRAW_M && Mathf.abs(z - w.z) < REDRAW_M) return;
  w.x = x;
  w.z = z;
  w.complete = 0;
  for (let i = w.seen - 1; i >= 0; i--) {
    const s = seenAt(w, i);
    const distance = cellDistance(s.cell, x, z);
    // Only forgetting needs slack: another cadence costs nothing.
    const cadence = cadenceOf(distance < <f32>L.RING_3_M ? distance : Mathf.max(<f32>L.RING_3_M, distance - SLACK_M), w.slowest);
    if (cadence >= 0) {
      if (cadence != <i32>s.cadence) want(s, cadence);
      continue;
    }
    store<u16>(frame, <u16>(<i32>s.cell | (FORM_FORGET << FORM_SHIFT)));
    frame += 2;
    mark(w, s.cell, false);
    want(s, -1);
    w.seen--;
    if (i < w.seen) memory.copy(changetype<usize>(s), changetype<usize>(seenAt(w, w.seen)), 4);
  }
  const missing = findMissing(w, x, z);
  const most = frame + FULL_BYTES;
  // Nearest ring first, so that what is close is there when the frame is full.
  for (let cadence = 0; cadence < 3; cadence++) {
    for (let i = 0; i < missing; i++) {
      const cell = <i32>(cellsToAdd[i] >> 2);
      if (<i32>(cellsToAdd[i] & 3) != cadence) continue;
      if (w.seen >= MOST_SEEN || frame > most || !addCell(w, cell, max(cadence, w.slowest))) return;
    }
  }
  w.complete = 1;
}

/** Lists the cells within reach that the watcher does not see yet, as cell << 2 | cadence. */
function findMissing(w: Watcher, x: f32, z: f32): i32 {
  const reach = <f32>(L.RING_3_M + L.CELL_HOLD_M);
  const south = cellLine(z + reach - head.originZ);
  const east = cellLine(x + reach - head.originX);
  let n = 0;
  for (let row = cellLine(z - reach - head.originZ); row <= south; row++) {
    for (let column = cellLine(x - reach - head.originX); column <= east; column++) {
      const cell = row * CELL_SIDE + column;
      if (sees(w, cell)) continue;
      const cadence = cadenceOf(cellDistance(cell, x, z), 0);
      if (cadence >= 0) cellsToAdd[n++] = <u32>((cell << 2) | cadence);
    }
  }
  return n;
}

@inline
function cellLine(metres: f32): i32 {
  return min(max(<i32>((metres + <f32>L.REGION_MARGIN_M) * (1.0 / <f32>L.CELL_SIZE_M)), 0), CELL_SIDE - 1);
}

/** Shows a new cell in full (its block is written when the first watcher needs it); false when it does not fit. */
function addCell(w: Watcher, cell: i32, cadence: i32): bool {
  const block = 3 * <i32>MOST_CELLS + cell;
  if (blockLength[block] == 0) {
    blockAt[block] = <u32>out;
    blockLength[block] = writeFullBlock(cell);
    if (full) blockLength[block] = 0;
  }
  if (blockLength[block] == 0 || !copyBlock(block)) return false;
  mark(w, cell, true);
  const s = seenAt(w, w.seen++);
  s.cell = <u16>cell;
  s.cadence = <u16>cadence;
  const to = demandAt(cadence, cell);
  demand[to] = demand[to] + 1;
  return true;
}

/** Puts the frame of a watcher together. Returns its length, 0 while it has nothing to be told. To be called in every tick it is due. */
export function assemble(number: i32, encodedTick: u32): i32 {
  if (!isWatcher(number)) return 0;
  const tick = head.tick;
  const w = watcherAt(number);
  const slot = slotOf(w.id);
  if (slot < 0 || encodedTick != tick) return 0;
  const key = isKey(tick);
  if (w.started && <i32>(tick - w.nextTick) > 0) forgetCells(w);
  if (!w.started && !key) return 0;
  if (tick & ((1 << w.slowest) - 1)) return 0;
  frame = FRAME;
  store<u32>(frame, tick);
  frame += 4;
  if (!w.started) {
    // All old knowledge goes: the first word of a new start.
    store<u16>(frame, <u16>(ALL_CELLS | (FORM_FORGET << FORM_SHIFT)));
    frame += 2;
    w.started = 1;
  }
  if (!copyDue(w, tick)) {
    forgetCells(w);
    return 0;
  }
  if (key) changeRings(w, posX[slot], posZ[slot]);
  w.nextTick = tick + (1 << w.slowest);
  const length = <i32>(frame - FRAME);
  phases[L.PHASE_BYTES] = phases[L.PHASE_BYTES] + <f32>length;
  return length;
}
