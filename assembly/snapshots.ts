// The ABI's part for snapshots, on the region's side: who watches, how often, and the frames. In: watcher numbers. Out: bytes at framePtr().
import * as L from './layout';
import * as bodies from './bodies';
import { FRAME } from './memory';
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
/** Least ticks between two frames of this watcher: 1, 2 or 4. */
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

/** Of a message: its number, its length; of a snapshot before its cells: this tick, the client's tick, the own body. */
const MESSAGE_HEAD_BYTES: usize = 3;
const TICKS_BYTES: usize = 8;
const OWN_BYTES: usize = L.OWN_BYTES;
const SNAPSHOT: usize = FRAME - MESSAGE_HEAD_BYTES - TICKS_BYTES - OWN_BYTES;

/**
 * The whole snapshot message `number` for a watcher at snapshotPtr(), cells last: assembled in place, so that the host need only send it.
 * `own`: his body, `cursor`: his client's tick that was taken in. Returns the length of the message.
 */
export function snapshot(watcher: i32, own: u32, number: u32, cursor: u32): i32 {
  const cells = <usize>watching.assemble(watcher, interest.encodedTick);
  store<u8>(SNAPSHOT, <u8>number);
  store<u16>(SNAPSHOT + 1, <u16>(TICKS_BYTES + OWN_BYTES + cells));
  store<u32>(SNAPSHOT + MESSAGE_HEAD_BYTES, head.tick);
  store<u32>(SNAPSHOT + MESSAGE_HEAD_BYTES + 4, cursor);
  memory.copy(SNAPSHOT + MESSAGE_HEAD_BYTES + TICKS_BYTES, bodies.showOwn(own), OWN_BYTES);
  return <i32>(FRAME - SNAPSHOT + cells);
}
export function snapshotPtr(): usize {
  return SNAPSHOT;
}
