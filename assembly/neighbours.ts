// The ABI towards the regions next door, as index.ts hands it on: ids, bounds, ghosts, what is told over a border, and bodies that cross it.
import * as edges from './edges';
import * as incoming from './borderin';
import * as outgoing from './borderout';
import { issueIds as issue, slotOf } from './ids';
import { pack } from './carry';
import { peerOf, turnGhost } from './ghosts';
import { strikeFromAfar } from './reach';
import { isGhost as isGhostSlot } from './world';

export { land } from './carry';

/**
 * Numbers the bodies born here from now on: `region` (0..127) << 24 | `serial` (24 bits, wraps, leaves out ids in use). To be called after
 * init; before any call: region 0, serial 1.
 */
export function issueIds(region: i32, serial: u32): void {
  issue(region, serial);
}
/** What this region owns, metres; after init the whole 512 m region. Bodies may walk on beyond it, see strays. */
export function setBounds(west: f32, north: f32, east: f32, south: f32): void {
  edges.setBounds(west, north, east, south);
}
/** Real bodies, dead or alive, whose middle is outside the bounds by more than `slack_m` (0: not inside): their ids at nearPtr(). Returns how many. */
export function strays(slack_m: f32): i32 {
  return edges.strays(slack_m);
}
/** 1 while the id names a neighbour's body. */
export function isGhost(id: u32): i32 {
  const slot = slotOf(id);
  return slot >= 0 && isGhostSlot(slot) ? 1 : 0;
}
/** The neighbour that last told of a ghost, or to whom it was given; -1 when the body is real, unknown, or nobody's. */
export function ghostPeer(id: u32): i32 {
  const slot = slotOf(id);
  return slot >= 0 ? peerOf(slot) : -1;
}
/**
 * For the neighbour that owns this rectangle: real bodies within `reach_m` of it (farther than RING_1_M only in every second tick, than
 * RING_2_M in every fourth), and what happened within `reach_m` of it since it was last written for the same rectangle (at first: in the last
 * step). To be called after a step. Returns the length at framePtr(); of more than a frame holds, the farthest bodies and the last outcomes
 * are left out and counted (PHASE_DROPPED).
 */
export function writeBorder(west: f32, north: f32, east: f32, south: f32, reach_m: f32): i32 {
  return outgoing.writeBorder(west, north, east, south, reach_m);
}
/**
 * Takes what neighbour number `peer` (0..127) wrote from the scratch area: its bodies stand here as ghosts, those that it does not list any
 * more where it lists all are gone, what happened there is shown to watchers with the coming tick. Returns 0, or the offset of the first bad byte + 1.
 */
export function readBorder(bytes: u32, peer: i32): u32 {
  return incoming.readBorder(bytes, peer);
}
/** The body's truth is with neighbour `peer` from now on: it stays as a ghost, at first for GHOST_TICKS whether told of or not. */
export function toGhost(id: u32, peer: i32): void {
  const slot = slotOf(id);
  if (slot >= 0) turnGhost(slot, peer);
}
/** The whole real body for another core of this LAYOUT_VERSION: address of CARRY_BYTES, 0 for ghosts and nobody. It stays here; toGhost or despawn it. */
export function carry(id: u32): usize {
  const slot = slotOf(id);
  return slot >= 0 && !isGhostSlot(slot) ? pack(slot) : 0;
}
/**
 * A neighbour reports what `source` (a body of its, perhaps unknown here) did to `target`: decided here as if it had stood among us. `amount`:
 * rolled before armor, 0: only the ability's effect; `flags`: HIT_* as OUT_REACH told them. A target that has gone on is reported again.
 */
export function strike(source: u32, target: u32, ability: i32, amount: i32, flags: i32): void {
  strikeFromAfar(source, target, ability, amount, flags);
}
