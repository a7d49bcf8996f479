// What a mind is about: its state, and the turns from one state to another, each told where others should see it.
import * as L from './layout';
import { bodyId, bodyKind, detourUntil, flags, goalX, goalZ, homeRadius, homeX, homeZ, mindState, mindTarget, mindUntil, posX, posZ } from './memory';
import { clearThreat, addThreat } from './threat';
import { halt, startEffort } from './steer';
import { found, nearby } from './grid';
import { head, isDead, isGhost, setFlag } from './world';
import { Kind } from './content';
import { tellAt } from './outcomes';
import { stopCast } from './cast';

export const IDLE = 0;
export const FIGHTING = 1;
export const CHARGING = 2;
export const FLEEING = 3;
export const GOING_HOME = 4;

/** A pack hears the call of its own this far. */
const CALL_M: f32 = 13;
/** On its way home a beast is left alone, and given so long before it is set down there. */
const HOMEWARD_TICKS: u32 = 400;

@inline
export function isGoingHome(slot: i32): bool {
  return mindState[slot] == GOING_HOME;
}

export function turnTo(slot: i32, state: i32, ticks: u32): void {
  mindState[slot] = state;
  mindUntil[slot] = head.tick + ticks;
  detourUntil[slot] = 0;
  setFlag(slot, L.FLAG_FLEEING, state == FLEEING);
  startEffort(slot);
}

/** Lives its day again, from where it stands. */
export function settle(slot: i32): void {
  turnTo(slot, IDLE, 20);
  mindTarget[slot] = 0;
  goalX[slot] = posX[slot];
  goalZ[slot] = posZ[slot];
  halt(slot);
}

/** Turns on somebody, and calls its pack. */
export function engage(slot: i32, target: i32, k: Kind): void {
  turnTo(slot, FIGHTING, 0);
  mindTarget[slot] = bodyId[target];
  setFlag(slot, L.FLAG_RESTING, false);
  setFlag(slot, L.FLAG_COMBAT, true);
  addThreat(slot, bodyId[target], 0.1, 0.1);
  tellAt(L.OUT_AGGRO, slot, bodyId[slot], bodyId[target], 0, 0);
  if (k.mind & L.MIND_PACK) callPack(slot, target, CALL_M);
}

/** Those of its kind who hear it and have nothing better to do hate `target` too. */
export function callPack(slot: i32, target: i32, reach: f32): void {
  const n = nearby(posX[slot], posZ[slot], reach, L.CLASS_MONSTER);
  for (let i = 0; i < n; i++) {
    const other = <i32>found[i];
    if (other == slot || isGhost(other) || bodyKind[other] != bodyKind[slot] || isDead(other) || mindState[other] != IDLE) continue;
    addThreat(other, bodyId[target], 0.1, 0.1);
  }
}

/** Gives up and goes home; nothing can hurt it on the way. */
export function giveUp(slot: i32): void {
  if (flags[slot] & L.FLAG_CASTING) stopCast(slot, L.NO_TARGET);
  clearThreat(slot);
  mindTarget[slot] = 0;
  turnTo(slot, GOING_HOME, HOMEWARD_TICKS);
  setFlag(slot, L.FLAG_COMBAT, false);
  tellAt(L.OUT_LEASH, slot, bodyId[slot], 0, 0, 0);
}

export function homeDistance(slot: i32): f32 {
  const dx = posX[slot] - homeX[slot];
  const dz = posZ[slot] - homeZ[slot];
  return Mathf.sqrt(dx * dx + dz * dz);
}

/** May not be farther from home than this. */
export function leash(slot: i32, k: Kind): f32 {
  return k.leash + homeRadius[slot];
}
