// What all receivers of a body are told alike at a key tick, so that they may change from one cadence to another afterwards. In: bodies where
// they are, and their bases. Out: settled places and facings, who is told of anew, and after the blocks of the tick the bases of all cadences.
import * as L from './layout';
import {
  BASE_BYTES, BASES_1, BASES_2, BASES_KEY, beforeX, beforeZ, bodyId, cellSince, flags, hp, hpMax, nowX, nowY, nowZ, settledX, settledY, settledYaw, settledZ,
  toldAnew, velX, velZ, wasX, wasY, wasZ, yaw,
} from './memory';
import { Base, baseX, baseY, baseZ, isTurn, KEY_TICKS, refineBase, setWay, TOLERANCE, TOLERANCE_Y, TOLERANCE_YAW, WAY_TICKS, wireYaw } from './bases';
import { head } from './world';

/** The base of a slot for receivers of every tick (0), every second (1), every fourth (2). */
@inline
export function baseFor(cadence: i32, slot: i32): Base {
  const bases = cadence == 0 ? BASES_1 : cadence == 1 ? BASES_2 : BASES_KEY;
  return changetype<Base>(bases + <usize>slot * BASE_BYTES);
}

/** Health as everybody sees it: 0 dead, 1..255 alive. */
export function shownHp(slot: i32): i32 {
  if (hp[slot] <= 0) return 0;
  return max(1, hp[slot] * 255 / hpMax[slot]);
}

/** A velocity in wire units per WAY_TICKS. */
const WAY_PER_MPS: f32 = <f32>(L.POSITION_SCALE * WAY_TICKS) / <f32>L.TICKS_PER_SECOND;

/** Starts a base anew from where the body is, going on as in this last tick. */
export function enterBase(slot: i32, base: Base, tick: u32): void {
  base.tick = tick;
  base.since = tick;
  base.x = <u16>nowX[slot];
  base.y = <i16>nowY[slot];
  base.z = <u16>nowZ[slot];
  base.yaw = <u8>wireYaw(yaw[slot]);
  base.flags = <u16>flags[slot];
  base.hp = <u8>shownHp(slot);
  setWay(
    base, wayOf(nowX[slot] - wasX[slot], velX[slot]), (<i32><i16>nowY[slot] - <i32><i16>wasY[slot]) * WAY_TICKS, wayOf(nowZ[slot] - wasZ[slot], velZ[slot]),
  );
}

/** By its velocity, which is finer than a step in whole units; by the step where it does not go where it would. */
@inline
function wayOf(step: i32, velocity: f32): i32 {
  const way = <i32>nearest(velocity * WAY_PER_MPS);
  return abs(way - step * WAY_TICKS) <= WAY_TICKS ? way : step * WAY_TICKS;
}

@inline
export function isWithin(dx: i32, dy: i32, dz: i32, most: i32, mostY: i32): bool {
  return abs(dx) <= most && abs(dz) <= most && abs(dy) <= mostY;
}

/** Before the blocks of a key tick. */
export function settle(tick: u32): void {
  const used = head.slotsUsed;
  for (let s = 0; s < used; s++) {
    if (bodyId[s] == 0) continue;
    // In its cell since the last key tick: then every receiver can tell its way from both places.
    const isAtHome = <i32>(cellSince[s] - (tick - KEY_TICKS)) <= 0;
    toldAnew[s] = !isAtHome || hasTurned(s, tick) ? 1 : 0;
    if (toldAnew[s]) settleAnew(s);
    else settleOnItsWay(s, tick);
  }
}

/** It went another way since the last key tick, and holds that now: told outright, it need not be told in pieces. */
function hasTurned(slot: i32, tick: u32): bool {
  const stepX = nowX[slot] - wasX[slot];
  const stepZ = nowZ[slot] - wasZ[slot];
  const isSteady = abs(stepX - wasX[slot] + beforeX[slot]) <= 1 && abs(stepZ - wasZ[slot] + beforeZ[slot]) <= 1;
  return isSteady && isTurn(baseFor(2, slot), tick, nowX[slot], nowZ[slot], stepX, stepZ);
}

function settleAnew(slot: i32): void {
  settledX[slot] = nowX[slot];
  settledY[slot] = nowY[slot];
  settledZ[slot] = nowZ[slot];
  settledYaw[slot] = wireYaw(yaw[slot]);
}

/** Where those who heard of it last take it to be, if that is near enough (then they need not be told again), else where it is; its facing too. */
function settleOnItsWay(slot: i32, tick: u32): void {
  settleAnew(slot);
  const key = baseFor(2, slot);
  const every = baseFor(0, slot);
  const second = baseFor(1, slot);
  const last = every.tick != key.tick ? every : second.tick != key.tick ? second : key;
  const x = baseX(last, tick);
  const y = baseY(last, tick);
  const z = baseZ(last, tick);
  if (isWithin(<i32><i16>(nowX[slot] - x), <i32><i16>(nowY[slot] - y), <i32><i16>(nowZ[slot] - z), TOLERANCE, TOLERANCE_Y)) {
    settledX[slot] = x;
    settledY[slot] = y;
    settledZ[slot] = z;
  }
  const facing = <i32>(every.yaw != key.yaw ? every.yaw : second.yaw != key.yaw ? second.yaw : key.yaw);
  if (abs(<i32><i8>(settledYaw[slot] - facing)) <= TOLERANCE_YAW) settledYaw[slot] = facing;
}

/** After the blocks of a key tick: all cadences now know the same, and take the same way for granted. */
export function setKeyBases(tick: u32): void {
  const used = head.slotsUsed;
  for (let s = 0; s < used; s++) {
    if (bodyId[s] == 0) continue;
    const key = baseFor(2, s);
    if (toldAnew[s]) enterBase(s, key, tick);
    else goOnFromKey(s, key, tick);
    memory.copy(changetype<usize>(baseFor(0, s)), changetype<usize>(key), BASE_BYTES);
    memory.copy(changetype<usize>(baseFor(1, s)), changetype<usize>(key), BASE_BYTES);
  }
}

function goOnFromKey(slot: i32, key: Base, tick: u32): void {
  refineBase(key, tick, settledX[slot], <i32><i16>settledY[slot], settledZ[slot]);
  key.yaw = <u8>settledYaw[slot];
  key.flags = <u16>flags[slot];
  key.hp = <u8>shownHp(slot);
}
