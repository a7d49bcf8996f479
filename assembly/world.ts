// Bodies in slots: a slot is a row of every column. Real bodies are those whose truth is here; ghosts are the neighbours' (ghosts.ts).
import * as L from './layout';
import {
  armor, arms, bodyClass, bodyKind, bowHigh, bowLow, aim, castAbility, combatUntil, cooldownAbility, detourUntil, effectCount, EFFECTS,
  EFFECT_STATE_BYTES, effectSpeed, controls, controlUntil, effectBits, effectDeals, effectEvade, effectLeech, effectTakes, effectThorns, earlierMoves, flags, freeSlots, gear, ghostNews, ghostPeer, globalReady, goalX, goalZ, gunHigh, gunLow,
  haste, HEAD, height, homePlace, homeRadius, homeX, homeYaw, homeZ, hp, hpMax, intentButtons, intentMoves, intentPitch, intentsGiven, intentYaw, KNOWN,
  company, KNOWN_COLUMN, KNOWN_WORDS, opponent, talents, level, look, meleeHigh, meleeLow, might, mindState, mindTarget, mindUntil, pitch, placedTick, posX, posZ, power, powerMax, radius,
  realClass, respawnTick, respawnTicks, routeBack, routeIndex, routePoint, spirit, STATE, STATE_END, stuckSince, swingTick, team, threatAmount, threatId, threatMerit,
  velX, velY, velZ, viewFraction, viewTick, wishX, wishZ, yaw,
} from './memory';
import { giveId, takeId } from './ids';

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
  ghosts: i32; // of these bodies
  projectileSerial: u32;
  projectilesUsed: i32;
  gridCount: i32; // bodies in the space grid
  gridStale: u32; // 1: bodies were placed since it was built
  // Ids of newborn bodies, and what the region owns.
  idRegion: u32;
  idSerial: u32;
  west: f32; north: f32; east: f32; south: f32;
  // What follows from the origin alone (edges.ts): where bodies may be, and the first sample of the ground and square of solids, counted from the world's corner.
  leastX: f32; mostX: f32; leastZ: f32; mostZ: f32;
  sampleColumn: i32; sampleRow: i32;
  solidColumn: i32; solidRow: i32;
  /** Percent of their notice range that minds see by the weather. */
  sightPct: u32;
}
export const head = changetype<Head>(HEAD);

/** A fresh instance's memory is zero already: clearing it would only touch every page of it. */
let isUsed: bool = false;

export function clearWorld(): void {
  if (isUsed) memory.fill(STATE, 0, STATE_END - STATE);
  isUsed = true;
  head.version = L.LAYOUT_VERSION;
}

@inline
export function isDead(slot: i32): bool {
  return (flags[slot] & L.FLAG_DEAD) != 0;
}

/** Also true of a neighbour's player. */
@inline
export function isPlayer(slot: i32): bool {
  return bodyClass[slot] == L.CLASS_PLAYER;
}

/** Whether what is true of this body is known next door only. */
@inline
export function isGhost(slot: i32): bool {
  return realClass[slot] == L.CLASS_NONE;
}

@inline
export function setFlag(slot: i32, flag: u32, on: bool): void {
  flags[slot] = on ? flags[slot] | flag : flags[slot] & ~flag;
}

/** A slot for a body of an id that nobody has yet, or -1 when all are taken. It is nobody's ghost, and real until ghosts.ts says otherwise. */
export function takeSlot(id: u32, cls: i32): i32 {
  let slot: i32;
  if (head.freeCount > 0) slot = <i32>freeSlots[--head.freeCount];
  else if (head.slotsUsed < L.MAX_ENTITIES) slot = head.slotsUsed++;
  else return -1;
  giveId(slot, id);
  bodyClass[slot] = cls;
  realClass[slot] = cls;
  ghostPeer[slot] = 0;
  ghostNews[slot] = 0;
  head.bodies++;
  return slot;
}

export function freeSlot(slot: i32): void {
  if (isGhost(slot)) head.ghosts--;
  head.bodies--;
  takeId(slot);
  bodyClass[slot] = L.CLASS_NONE;
  realClass[slot] = L.CLASS_NONE;
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
  talents[slot] = 0;
  opponent[slot] = 0;
  company[slot] = 0;
  for (let w: usize = 0; w < KNOWN_WORDS; w++) store<u32>(KNOWN + w * KNOWN_COLUMN + (<usize>slot << 2), 0);
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
  effectDeals[slot] = 100;
  effectTakes[slot] = 100;
  effectThorns[slot] = 0;
  effectLeech[slot] = 0;
  effectEvade[slot] = 0;
  effectBits[slot] = 0;
  controls[slot] = 0;
  controlUntil[slot] = 0;
  homeX[slot] = posX[slot];
  homeZ[slot] = posZ[slot];
  homeYaw[slot] = facing;
  homeRadius[slot] = 0;
  respawnTicks[slot] = 0;
  respawnTick[slot] = 0;
  routeIndex[slot] = 65535;
  routePoint[slot] = 0;
  routeBack[slot] = 0;
  homePlace[slot] = 0;
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
  memory.fill(changetype<usize>(threatAmount) + <usize>slot * L.THREAT_SLOTS * 4, 0, L.THREAT_SLOTS * 4);
  memory.fill(changetype<usize>(threatMerit) + <usize>slot * L.THREAT_SLOTS * 4, 0, L.THREAT_SLOTS * 4);
}
