// The ABI: everything that a host may call, and nothing else. Ids, numbers and bytes from outside are checked here or one call below;
// an unknown id does nothing and answers 0. A ghost's id answers, but only its owner can change it.
import * as L from './layout';
import {
  bodyClass, bodyId, bodyKind, BUFFER, FRAME, gear, hp, hpMax, HEIGHTS, HEIGHTS_SIDE, LAND, KNOWN, KNOWN_COLUMN, KNOWN_WORDS, talents, level as bodyLevel, look, looksTick, NEAR, PHASES,
  posX, posY, posZ, power, powerMax, STATE, STATE_END, VIEWS, wishX, wishZ, yaw as bodyYaw, flags as bodyFlags,
} from './memory';
import * as bodies from './bodies';
import * as commands from './commands';
import * as cooldowns from './cooldowns';
import * as effects from './effects';
import * as vitals from './vitals';
import * as mirror from './mirror';
import * as sampling from './sampling';
import * as players from './players';
import * as predicted from './own';
import { beginOutcomes, clearOutcomes, outcomeCount, outcomesOf, tellOf } from './outcomes';
import { clearWorld, head, isGhost, setFlag as flagSlot } from './world';
import { clearBorders } from './borderout';
import { layOut } from './edges';
import { slotOf } from './ids';
import { found, nearby } from './grid';
import { groundAt, landHeight, landType, sampleHeights } from './terrain';
import { clearContent, takeContent } from './content';
import { indexSolids } from './solids';
import { indexStamps } from './stamps';
import { hashState } from './hash';
import { mapWalks } from './nav';
import { moveCrowd } from './crowd';
import { clampf, isFinite32 } from './numbers';
import * as minds from './minds';
import { isClear } from './sight';
import { seedRandom } from './random';
import * as ticking from './step';

export * from './bosses';
export * from './neighbours';
export * from './quarrels';
export * from './snapshots';

/** The slot of a body whose truth is here, or -1. */
function ownSlot(id: u32): i32 {
  const slot = slotOf(id);
  return slot >= 0 && !isGhost(slot) ? slot : -1;
}

// ---- life ----

/** Starts an empty world without content. `seed` drives chance, not the landscape; `originX/Z`: the region's north-west corner in metres. */
export function init(seed: u32, originX: f32, originZ: f32): void {
  clearWorld();
  clearContent();
  clearOutcomes();
  commands.clearCommands();
  interest.clearInterest();
  mirror.mirrorReset();
  layOut(isFinite32(originX) ? originX : 0, isFinite32(originZ) ? originZ : 0);
  head.timeOfDay = 0.5;
  head.sightPct = 100;
  head.idSerial = 1;
  clearBorders();
  seedRandom(seed);
  beginOutcomes(1);
  indexStamps();
  indexSolids();
}

/** Address of the scratch area (BUFFER_BYTES) through which the host hands bytes in. */
export function buffer(): usize {
  return BUFFER;
}

/** Takes packContent's bytes from the scratch area and makes the land of them. Returns 0, or the offset of the first bad byte + 1. */
export function loadContent(bytes: u32): u32 {
  let bad = takeContent(bytes);
  if (bad == 0) bad = indexStamps();
  if (bad == 0) bad = indexSolids();
  if (bad != 0) {
    clearContent();
    indexStamps();
    indexSolids();
    return bad;
  }
  sampleHeights();
  mapWalks();
  return 0;
}

/** What loadContent made, as one block of memory: it may be copied into another core that was just begun at the same origin. */
export function landStart(): usize {
  return LAND;
}
export function landSize(): usize {
  return STATE - LAND;
}

/** The state is one block of memory: a copy of it is a save. */
export function stateSize(): usize {
  return STATE_END - STATE;
}
export function stateStart(): usize {
  return STATE;
}
/** A number over the quantised state, equal on every engine after the same inputs. */
export function hash(): u32 {
  return hashState();
}
/** The host has put a saved state back: what was sent to whom and what happened is forgotten, everybody is shown everything anew. */
export function restored(): void {
  interest.clearInterest();
  clearOutcomes();
  clearBorders();
  beginOutcomes(head.tick + 1);
}
/** Steps done. */
export function tick(): u32 {
  return head.tick;
}

// ---- ground ----

/** Metres above the water level, at any point of the world. Pure. */
export function height(x: f32, z: f32): f32 {
  return landHeight(x, z);
}
/** GROUND_* at any point of the world. Pure. */
export function groundType(x: f32, z: f32): i32 {
  return landType(x, z);
}
/** f32 samples of region and margin, heightsSide() per row, HEIGHT_STEP_M apart, from the north-west corner of the margin. */
export function heightsPtr(): usize {
  return HEIGHTS;
}
export function heightsSide(): i32 {
  return HEIGHTS_SIDE;
}

// ---- bodies ----

/** A new body on the ground; `kind` 0 for players. Returns its id, 0 when there is no room or the kind is unknown. */
export function spawn(cls: i32, kind: i32, team: i32, level: i32, x: f32, z: f32, yaw: f32): u32 {
  return bodies.spawn(cls, kind, team, level, x, z, yaw);
}
export function despawn(id: u32): void {
  const slot = slotOf(id);
  if (slot >= 0) bodies.despawn(slot);
}
/** 1 while the id names a body (dead or alive, real or a ghost). */
export function alive(id: u32): i32 {
  return slotOf(id) >= 0 ? 1 : 0;
}
/** Puts a body elsewhere, at rest; `y` NaN: on the ground. */
export function teleport(id: u32, x: f32, y: f32, z: f32, yaw: f32): void {
  const slot = ownSlot(id);
  if (slot >= 0) bodies.place(slot, x, y, z, yaw);
}
/** Strength of a body; health and power keep their share of the new most. */
export function setBody(id: u32, hpMax: i32, powerMax: i32, might: i32, aim: i32, spirit: i32, armor: i32, hastePct: i32): void {
  const slot = ownSlot(id);
  if (slot >= 0) bodies.setBody(slot, hpMax, powerMax, might, aim, spirit, armor, hastePct);
}
/** Worn weapons (ARMS_* bits) and their damage. Monsters strike with the melee range. */
export function setArms(id: u32, arms: i32, meleeLow: i32, meleeHigh: i32, bowLow: i32, bowHigh: i32, gunLow: i32, gunHigh: i32): void {
  const slot = ownSlot(id);
  if (slot >= 0) bodies.setArms(slot, arms, meleeLow, meleeHigh, bowLow, bowHigh, gunLow, gunHigh);
}
/** Abilities that a player knows: word w has a bit for each of the ids 32 * w and upwards. */
export function setKnown(id: u32, word: i32, bits: u32): void {
  const slot = ownSlot(id);
  if (slot >= 0 && word >= 0 && word < <i32>KNOWN_WORDS) store<u32>(KNOWN + <usize>word * KNOWN_COLUMN + (<usize>slot << 2), bits);
}
/** Four talents, a byte each: they change abilities as content says. */
export function setTalents(id: u32, four: u32): void {
  const slot = ownSlot(id);
  if (slot >= 0) talents[slot] = four;
}
export function setLook(id: u32, packedLook: u32, packedGear: u32): void {
  const slot = ownSlot(id);
  if (slot < 0) return;
  look[slot] = packedLook;
  gear[slot] = packedGear;
  looksTick[slot] = head.tick + 1;
}
export function setLevel(id: u32, level: i32): void {
  const slot = ownSlot(id);
  if (slot < 0) return;
  bodyLevel[slot] = min(max(level, 1), 255);
  looksTick[slot] = head.tick + 1;
}
/** Health and power as they were stored; 0 health is dead. */
export function setVitals(id: u32, health: i32, energy: i32): void {
  const slot = ownSlot(id);
  if (slot < 0) return;
  hp[slot] = min(max(health, 0), hpMax[slot]);
  power[slot] = min(max(energy, 0), powerMax[slot]);
  flagSlot(slot, L.FLAG_DEAD, hp[slot] == 0);
}
/** Raises or lowers flags (FLAG_ADRIFT, FLAG_AIMING, FLAG_RESTING, ...) that the host decides. */
export function setFlag(id: u32, flag: u32, on: i32): void {
  const slot = ownSlot(id);
  // Off a steed anybody may be helped; onto one only the call leads (riding.ts).
  const down = on ? 0 : L.FLAG_MOUNTED;
  if (slot >= 0) flagSlot(slot, flag & (L.FLAG_ADRIFT | L.FLAG_AIMING | L.FLAG_RESTING | down), on != 0);
}
/** Where a monster or villager lives; routeIndex -1: none; respawnTicks 0: never. */
export function setHome(id: u32, x: f32, z: f32, radius: f32, routeIndex: i32, respawnTicks: i32): void {
  const slot = ownSlot(id);
  if (slot >= 0) bodies.setHome(slot, x, z, radius, routeIndex, respawnTicks);
}
/** The point of its route a body walks to next, and whether on its way back: packs are met where their round has led them. */
export function setRoute(id: u32, point: i32, back: i32): void { bodies.setRoute(ownSlot(id), point, back != 0); }
/** Turns a monster on somebody, as if it had noticed him. */
export function provoke(id: u32, target: u32): void {
  const slot = ownSlot(id);
  const other = slotOf(target);
  if (slot >= 0 && other >= 0) minds.provoke(slot, other);
}
/** Potions and rest: health and power given by the host, told as the body's own healing. */
export function heal(id: u32, health: i32, energy: i32): void {
  const slot = ownSlot(id);
  if (slot >= 0) vitals.refresh(slot, health, energy);
}
/** Elixirs and meals: an effect given by the host for so many ticks, `amount` a period where it heals or hurts. */
export function giveEffect(id: u32, effect: i32, ticks: i32, amount: i32): void {
  const slot = ownSlot(id);
  if (slot >= 0) effects.give(slot, effect, ticks, amount);
}
/** Lets a dead body rise at a place, with half its strength. */
export function revive(id: u32, x: f32, z: f32): void {
  const slot = ownSlot(id);
  if (slot >= 0) vitals.revive(slot, x, z);
}
/** Tells everybody in sight that the body shows emote number `emote`. */
export function emote(id: u32, emote: i32): void {
  const slot = ownSlot(id);
  if (slot >= 0) tellOf(L.OUT_EMOTE, slot, 0, emote & 255);
}
/** Ticks until an ability is ready (0: until all are); 0: now. */
export function cooldownLeft(id: u32, ability: i32): i32 {
  const slot = slotOf(id);
  return slot < 0 ? 0 : ability ? cooldowns.cooldownLeft(slot, ability) : cooldowns.longestLeft(slot);
}
export function setCooldown(id: u32, ability: i32, ticks: i32): void {
  const slot = ownSlot(id);
  if (slot >= 0 && ability > 0 && ability < L.MAX_ABILITIES) cooldowns.setCooldown(slot, ability, ticks);
}
/** Address of STATUS_BYTES of a body; an id of nobody gives zeros. */
export function status(id: u32): usize {
  return vitals.writeStatus(id);
}
/** hpMax | powerMax << 16 where those say a body's whole status, because it lacks nothing (vitals.ts); else, and for nobody, 0. */
export function ease(id: u32): u32 {
  return vitals.ease(id);
}
/** Address of OWN_BYTES of a body; an id of nobody gives zeros. */
export function ownState(id: u32): usize {
  return bodies.showOwn(id);
}
export function x(id: u32): f32 {
  const slot = slotOf(id);
  return slot >= 0 ? posX[slot] : 0;
}
export function y(id: u32): f32 {
  const slot = slotOf(id);
  return slot >= 0 ? posY[slot] : 0;
}
/** How high above the ground, as snapshots tell it. */
export function above(id: u32): f32 {
  const slot = slotOf(id);
  return slot >= 0 ? posY[slot] - groundAt(posX[slot], posZ[slot]) : 0;
}
export function z(id: u32): f32 {
  const slot = slotOf(id);
  return slot >= 0 ? posZ[slot] : 0;
}
export function yaw(id: u32): f32 {
  const slot = slotOf(id);
  return slot >= 0 ? bodyYaw[slot] : 0;
}
export function flags(id: u32): u32 {
  const slot = slotOf(id);
  return slot >= 0 ? bodyFlags[slot] : 0;
}
export function hp_(id: u32): i32 {
  const slot = slotOf(id);
  return slot >= 0 ? hp[slot] : 0;
}
export { hp_ as hp };
export function kind(id: u32): i32 {
  const slot = slotOf(id);
  return slot >= 0 ? bodyKind[slot] : 0;
}
export function level(id: u32): i32 {
  const slot = slotOf(id);
  return slot >= 0 ? bodyLevel[slot] : 0;
}
/** Bodies, ghosts too, within `radius` of a point, of one class or (0) of all: their ids at nearPtr(). Returns how many. */
export function near(x: f32, z: f32, radius: f32, cls: i32): i32 {
  if (!isFinite32(x + z + radius)) return 0;
  const n = nearby(x, z, min(max(radius, 0), 1000), cls);
  for (let i = 0; i < n; i++) found[i] = bodyId[<i32>found[i]];
  return n;
}
export function nearPtr(): usize {
  return NEAR;
}
/** 1 when neither ground nor a solid stands between two points. */
export function lineOfSight(x0: f32, y0: f32, z0: f32, x1: f32, y1: f32, z1: f32): i32 {
  return isFinite32(x0 + y0 + z0 + x1 + y1 + z1) && isClear(x0, y0, z0, x1, y1, z1) ? 1 : 0;
}

// ---- one tick ----

/** See players.ts. Yaw and pitch in radians; viewTick + viewFraction / 256 is the instant on the player's screen. */
export function setIntent(id: u32, buttons: u32, yaw: f32, pitch: f32, viewTick: u32, viewFraction: i32, moves: i32): void {
  const slot = ownSlot(id);
  if (slot >= 0 && bodyClass[slot] == L.CLASS_PLAYER) players.setIntent(slot, buttons, yaw, pitch, viewTick, viewFraction, moves);
}
/** Queues an ability use for the coming step; a refusal comes as OUT_REFUSED with the command's number. OK, or NO_ROOM. */
export function useAbility(id: u32, ability: i32, target: u32, command: u32): i32 {
  return commands.queueUse(id, max(ability, 1), target, command);
}
export function cancelCast(id: u32): void {
  commands.queueUse(id, 0, 0, 0);
}
/** One tick; `timeOfDay` 0..1, 0.5 noon. */
export function step(timeOfDay: f32): void {
  ticking.step(timeOfDay);
}
/** Outcomes of the last step. */
export function outcomesPtr(): usize {
  return outcomesOf(head.tick);
}
export function outcomesCount(): i32 {
  return outcomeCount(head.tick);
}
/** Where a mindless body (kind 0, no player) wants to go, m/s, until told otherwise. */
export function setWish(id: u32, vx: f32, vz: f32): void {
  const slot = ownSlot(id);
  if (slot < 0 || bodyClass[slot] == L.CLASS_PLAYER || !isFinite32(vx + vz)) return;
  wishX[slot] = clampf(vx, -20, 20);
  wishZ[slot] = clampf(vz, -20, 20);
}
/** The crowd phase of a step alone (grid, walking, circle against circle and solid): what tests/bench/twin.{ts,cpp} do in plain JavaScript and C++. */
export function stepCrowd(): void {
  moveCrowd();
}
/** Percent of its notice range at which a mind becomes aware of anybody, by the weather; 100: a clear day. */
export function setSight(percent: i32): void {
  head.sightPct = min(max(percent, 10), 100);
}
/** How often beasts think that fight nobody: 0 as they should, 1 half as often, 2 a quarter. For hosts that cannot keep up. */
export function setDetail(level: i32): void {
  minds.setDetail(level);
}
/** f32 work counters of the last step and encode (PHASE_*). */
export function phasesPtr(): usize {
  return PHASES;
}
/** The region slept so long with nobody in it: the fallen whose time came stand at home again, everybody is whole. */
export function skip(seconds: f32): void {
  vitals.skipVitals(<u32>(clampf(isFinite32(seconds) ? seconds : 0, 0, 1e8) * <f32>L.TICKS_PER_SECOND));
}

// ---- mirror (the client's side) ----

/** Forgets everybody in sight. */
export function mirrorReset(): void {
  mirror.mirrorReset();
}
/** Reads an assembled frame from the scratch area: 0, or the offset of the first bad byte + 1. Its outcomes are then at outcomesPtr(). */
export function mirrorRead(bytes: u32): u32 {
  return mirror.mirrorRead(bytes);
}
/** Views (VIEW_BYTES each) of all bodies in sight at the instant viewTick + fraction (0..1), at viewsPtr(). Returns how many. */
export function mirrorSample(viewTick: u32, fraction: f32): i32 {
  return sampling.mirrorSample(viewTick, isFinite32(fraction) ? fraction : 0);
}
export function viewsPtr(): usize {
  return VIEWS;
}

// ---- the browser's own body ----

/** Forgets the own body and starts one for `id`. */
export function ownReset(id: u32): void {
  predicted.ownReset(id);
}
/** Takes OWN_BYTES of the server from the scratch area. */
export function ownSet(): void {
  predicted.ownSet();
}
/** Walks the own body one tick. */
export function ownMove(buttons: u32, yaw: f32, pitch: f32): void {
  predicted.ownMove(buttons, yaw);
}
export function ownPtr(): usize {
  return changetype<usize>(predicted.own);
}
