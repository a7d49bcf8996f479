// Bodies in slots. An id names a slot and its generation, so an id of the past never reaches whoever came after.
import * as L from './layout';
import {
  armor, arms, bodyClass, bodyId, bodyKind, bowHigh, bowLow, aim, castAbility, combatUntil, cooldownAbility, detourUntil, effectCount, EFFECTS, EFFECT_STATE_BYTES, effectSpeed, effectWard,
  earlierMoves, flags, freeSlots, gear, generation, globalReady, goalX, goalZ, gunHigh, gunLow, haste, HEAD, height, homeRadius, homeX, homeYaw, homeZ, hp, hpMax,
  intentButtons, intentMoves, intentPitch, intentsGiven, intentYaw, knownHigh, knownLow, level, look, meleeHigh, meleeLow, might, mindState, mindTarget,
  mindUntil, pitch, placedTick, posX, posY, posZ, power, powerMax, radius, respawnTick, respawnTicks, routeBack, routeIndex, routePoint, spirit, STATE,
  STATE_END, stuckSince, swingTick, team, threatId, velX, velY, velZ, viewFraction, viewTick, wishX, wishZ, yaw,
} from './memory';

/** The first bytes of the state: everything that is one number for the whole region. */
@unmanaged @final
export class Head {
  version: u32;
  tick: u32; // steps done
  random: u64;
  originX: f32;
  originZ: f32;
  timeOfDay: f32; // 0..1, 0.5 noon
  slotsUsed: i32; // slots below this one have been used
  freeCount: i32;
  bodies: i32;
  players: i32;
  projectileSerial: u32;
  projectilesUsed: i32;
  gridCount: i32; // bodies in the space grid
  gridStale: u32; // 1: bodies were placed since it was built
}
export const head = changetype<Head>(HEAD);

/** The most generations that keep an id positive as a signed number. */
const GENERATION_MASK: u32 = 0x1ffff;

/** A fresh instance's memory is zero already: clearing it would only touch every page of it. */
let isUsed: bool = false;

export function clearWorld(): void {
  if (isUsed) memory.fill(STATE, 0, STATE_END - STATE);
  isUsed = true;
  head.version = L.LAYOUT_VERSION;
}

/** The slot that `id` names, or -1 when it names nobody (any more). */
@inline
export function slotOf(id: u32): i32 {
  const slot = <i32>(id & L.SLOT_MASK);
  return id != 0 && bodyId[slot] == id ? slot : -1;
}

@inline
export function isDead(slot: i32): bool {
  return (flags[slot] & L.FLAG_DEAD) != 0;
}

@inline
export function isPlayer(slot: i32): bool {
  return bodyClass[slot] == L.CLASS_PLAYER;
}

@inline
export function setFlag(slot: i32, flag: u32, on: bool): void {
  flags[slot] = on ? flags[slot] | flag : flags[slot] & ~flag;
}

/** A fresh slot with neutral properties, or -1 when all are taken. */
export function takeSlot(cls: i32): i32 {
  let slot: i32;
  if (head.freeCount > 0) slot = <i32>freeSlots[--head.freeCount];
  else if (head.slotsUsed < L.MAX_ENTITIES) slot = head.slotsUsed++;
  else return -1;
  let next = (generation[slot] + 1) & GENERATION_MASK;
  if (next == 0) next = 1;
  generation[slot] = next;
  bodyId[slot] = (next << L.SLOT_BITS) | <u32>slot;
  bodyClass[slot] = cls;
  head.bodies++;
  if (cls == L.CLASS_PLAYER) head.players++;
  return slot;
}

export function freeSlot(slot: i32): void {
  if (isPlayer(slot)) head.players--;
  head.bodies--;
  bodyId[slot] = 0;
  bodyClass[slot] = L.CLASS_NONE;
  freeSlots[head.freeCount++] = <u32>slot;
}

/** Everything of a slot as a newborn body has it; the place is the caller's to set. */
export function clearSlot(slot: i32, facing: f32): void {
  bodyKind[slot] = 0;
  team[slot] = 0;
  level[slot] = 1;
  flags[slot] = 0;
  velX[slot] = 0;
  velY[slot] = 0;
  velZ[slot] = 0;
  wishX[slot] = 0;
  wishZ[slot] = 0;
  yaw[slot] = facing;
  pitch[slot] = 0;
  radius[slot] = <f32>L.BODY_RADIUS_M;
  height[slot] = <f32>L.BODY_HEIGHT_M;
  hpMax[slot] = 100;
  hp[slot] = 100;
  powerMax[slot] = 100;
  power[slot] = 100;
  might[slot] = 0;
  aim[slot] = 0;
  spirit[slot] = 0;
  armor[slot] = 0;
  haste[slot] = 100;
  arms[slot] = 0;
  meleeLow[slot] = 1;
  meleeHigh[slot] = 2;
  bowLow[slot] = 0;
  bowHigh[slot] = 0;
  gunLow[slot] = 0;
  gunHigh[slot] = 0;
  look[slot] = 0;
  gear[slot] = 0;
  knownLow[slot] = 0;
  knownHigh[slot] = 0;
  placedTick[slot] = head.tick;
  combatUntil[slot] = 0;
  globalReady[slot] = 0;
  intentButtons[slot] = 0;
  intentYaw[slot] = facing;
  intentPitch[slot] = 0;
  intentMoves[slot] = 1;
  intentsGiven[slot] = 0;
  earlierMoves[slot] = 0;
  viewTick[slot] = 0;
  viewFraction[slot] = 0;
  castAbility[slot] = 0;
  effectCount[slot] = 0;
  effectSpeed[slot] = 100;
  effectWard[slot] = 0;
  homeX[slot] = posX[slot];
  homeZ[slot] = posZ[slot];
  homeYaw[slot] = facing;
  homeRadius[slot] = 0;
  respawnTicks[slot] = 0;
  respawnTick[slot] = 0;
  routeIndex[slot] = 65535;
  routePoint[slot] = 0;
  routeBack[slot] = 0;
  mindState[slot] = 0;
  mindTarget[slot] = 0;
  mindUntil[slot] = 0;
  swingTick[slot] = 0;
  goalX[slot] = posX[slot];
  goalZ[slot] = posZ[slot];
  detourUntil[slot] = 0;
  stuckSince[slot] = head.tick;
  memory.fill(EFFECTS + <usize>slot * L.EFFECT_SLOTS * EFFECT_STATE_BYTES, 0, <usize>L.EFFECT_SLOTS * EFFECT_STATE_BYTES);
  memory.fill(changetype<usize>(cooldownAbility) + <usize>slot * L.COOLDOWN_SLOTS, 0, L.COOLDOWN_SLOTS);
  memory.fill(changetype<usize>(threatId) + <usize>slot * L.THREAT_SLOTS * 4, 0, L.THREAT_SLOTS * 4);
}
