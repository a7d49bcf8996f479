// Where everybody was in the last HISTORY_TICKS ticks, so that a shot is judged by what its shooter saw (lag compensation after Y. Bernier,
// "Latency Compensating Methods in Client/Server In-game Protocol Design and Optimization", 2001), at most MAX_REWIND_TICKS back.
import * as L from './layout';
import { HISTORY, HISTORY_STRIDE, placedTick, posX, posY, posZ, viewFraction, viewTick } from './memory';
import { F32s } from './columns';
import { head, isPlayer } from './world';
import { lerpf } from './numbers';

const COLUMN: usize = 4 * <usize>L.MAX_ENTITIES;

@inline
function column(tick: u32, axis: usize): F32s {
  return changetype<F32s>(HISTORY + <usize>(tick & (L.HISTORY_TICKS - 1)) * HISTORY_STRIDE + axis * COLUMN);
}

/** Keeps everybody's place at the end of a tick. */
export function remember(): void {
  const bytes = <usize>head.slotsUsed << 2;
  memory.copy(changetype<usize>(column(head.tick, 0)), changetype<usize>(posX), bytes);
  memory.copy(changetype<usize>(column(head.tick, 1)), changetype<usize>(posY), bytes);
  memory.copy(changetype<usize>(column(head.tick, 2)), changetype<usize>(posZ), bytes);
}

// The instant looked back at: between `pastTick` and the next, `pastShare` of the way. Set by lookBack.
let pastTick: u32 = 0;
let pastShare: f32 = 0;
let looking: bool = false;
/** Whole ticks that lookBack went back. */
export let rewoundTicks: i32 = 0;
/** Where rewind found a body. */
export let thenX: f32 = 0;
export let thenY: f32 = 0;
export let thenZ: f32 = 0;

/** Looks at the world as this body's player saw it; everybody but players sees the present. */
export function lookBack(slot: i32): void {
  looking = false;
  rewoundTicks = 0;
  if (!isPlayer(slot) || viewTick[slot] == 0) return;
  const oldest = head.tick - L.MAX_REWIND_TICKS;
  // What the shooter claims to have seen in the future, or long ago, is the present, or the oldest that counts.
  if (<i32>(viewTick[slot] - (head.tick - 1)) >= 0) return;
  const tooOld = <i32>(viewTick[slot] - oldest) < 0;
  pastTick = tooOld ? oldest : viewTick[slot];
  pastShare = tooOld ? 0 : <f32>viewFraction[slot] * (1.0 / 256.0);
  rewoundTicks = <i32>(head.tick - pastTick);
  looking = true;
}

/** Puts a body's place at that instant into thenX, thenY, thenZ. */
export function rewind(slot: i32): void {
  if (!looking || <i32>(placedTick[slot] - pastTick) > 0) {
    thenX = posX[slot];
    thenY = posY[slot];
    thenZ = posZ[slot];
    return;
  }
  const next = pastTick + 1;
  thenX = lerpf(column(pastTick, 0)[slot], column(next, 0)[slot], pastShare);
  thenY = lerpf(column(pastTick, 1)[slot], column(next, 1)[slot], pastShare);
  thenZ = lerpf(column(pastTick, 2)[slot], column(next, 2)[slot], pastShare);
}
