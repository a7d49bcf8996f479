// The ABI's part for snapshots, on the region's side: who watches, how often, and the frames. In: watcher numbers. Out: bytes at framePtr().
import * as L from './layout';
import * as bodies from './bodies';
import { FRAME, MESSAGE_ROOM, OWN_TOLD } from './memory';
import * as interest from './interest';
import { isFinite32 } from './numbers';
import * as watching from './watchers';
import { head } from './world';

/** Watcher number (below MAX_WATCHERS) sees through the eyes of body `id` from the next key tick on, everything in full at first. */
export function watch(watcher: i32, id: u32): void {
  watching.watch(watcher, id);
}
export function unwatch(watcher: i32): void {
  watching.unwatch(watcher);
}
/** Frames to this watcher were left out: everything in sight is sent in full again, from the next key tick on. */
export function resync(watcher: i32): void {
  watching.resync(watcher);
}
/** Least ticks between two frames of this watcher: 1, 2 or 4. At a key tick, before its frames. */
export function setRate(watcher: i32, ticks: i32): void {
  watching.setRate(watcher, ticks);
}
/** For all watchers: cells nearer than `fast_m` change every tick, those nearer than `half_m` every second one, the rest every fourth. */
export function setRings(fast_m: f32, half_m: f32): void {
  if (isFinite32(fast_m) && isFinite32(half_m)) watching.setRings(fast_m, half_m);
}
/** After each step, once: what changed in each cell, for all watchers together. */
export function encode(): void {
  interest.encode();
}
/** Puts a watcher's frame together at framePtr(), in every tick that its rate makes due. Returns its length, 0 when there is nothing to tell. */
export function assemble(watcher: i32): i32 {
  return watching.assemble(watcher, interest.encodedTick);
}
export function framePtr(): usize {
  return FRAME;
}

/** Of a message: its number, its length; then this tick and the client's. */
const HEAD_BYTES: usize = 3;
const TICK_BYTES: usize = 4;
const TICKS_BYTES: usize = 2 * TICK_BYTES;
const OWN_WORDS: i32 = L.OWN_BYTES / 4;
/** The longest that an own body can be: which words changed, and each in five bytes at most. */
const MOST_OWN_BYTES: usize = 1 + 5 * <usize>OWN_WORDS;
/** Room before the frame for all that. */
if (HEAD_BYTES + TICKS_BYTES + MOST_OWN_BYTES > MESSAGE_ROOM) ERROR('raise MESSAGE_ROOM in memory.ts');
if (OWN_WORDS > 8) ERROR('an own body has more words than a byte has bits');

let start: usize = FRAME;

/**
 * The whole snapshot message `number` for a watcher at snapshotPtr(), cells last, without their tick, which stands at its head: assembled in
 * place, so that the host need only send it.
 * `own`: his body, `cursor`: his client's tick that was taken in. Returns the length of the message, 0 for
 * a number that is no watcher's.
 */
export function snapshot(watcher: i32, own: u32, number: u32, cursor: u32): i32 {
  if (!watching.isWatcher(watcher)) return 0;
  const frame = <usize>watching.assemble(watcher, interest.encodedTick);
  const cells = frame ? frame - TICK_BYTES : 0;
  const ownBytes = tellOwn(watcher, bodies.showOwn(own));
  const ownAt = FRAME + TICK_BYTES - ownBytes;
  start = ownAt - TICKS_BYTES - HEAD_BYTES;
  store<u8>(start, <u8>number);
  store<u16>(start + 1, <u16>(TICKS_BYTES + ownBytes + cells));
  store<u32>(start + HEAD_BYTES, head.tick);
  store<u32>(start + HEAD_BYTES + 4, cursor);
  memory.copy(ownAt, OWN_TOLD, ownBytes);
  return <i32>(ownAt + ownBytes + cells - start);
}
export function snapshotPtr(): usize {
  return start;
}

/**
 * Writes an own body to OWN_TOLD by what changed of it since the watcher's last message: a bit for each word of 32 bits, then how much each of
 * those grew, as signed varints (a float that changes a little changes little as a whole number). Another body's words grew from 0. Returns how
 * many bytes. The reader: src/shared/protocol/ownwords.ts.
 */
function tellOwn(watcher: i32, own: usize): usize {
  const last = watching.lastOwn(watcher);
  const isOther = load<u32>(own) != load<u32>(last);
  if (isOther) memory.fill(last, 0, L.OWN_BYTES);
  let changed = isOther ? 1 : 0;
  // Not by wire.ts, which goes on where this tick's blocks end.
  let to = OWN_TOLD + 1;
  for (let word = 0; word < OWN_WORDS; word++) {
    const at = <usize>word << 2;
    const grown = load<i32>(own + at) - load<i32>(last + at);
    if (grown == 0 && (word != 0 || !isOther)) continue;
    changed |= 1 << word;
    let left = (<u32>grown << 1) ^ <u32>(grown >> 31);
    for (; left > 127; left >>= 7) store<u8>(to++, <u8>(left | 128));
    store<u8>(to++, <u8>left);
  }
  store<u8>(OWN_TOLD, <u8>changed);
  memory.copy(last, own, L.OWN_BYTES);
  return to - OWN_TOLD;
}
