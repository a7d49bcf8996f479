// A mind in a fight: whom it fights, where it stands, what it uses. Beasts close in, archers and casters keep their distance, boars charge,
// cowards run when nearly dead and come back with friends; whoever is led too far from home, or cannot reach anybody, gives up.
import * as L from './layout';
import { bodyId, effectBits, flags, hp, hpMax, mindTarget, mindUntil, posX, posZ, radius, swingTick, yaw, castAbility } from './memory';
import { callPack, CHARGING, FIGHTING, FLEEING, giveUp, homeDistance, leash, settle, turnTo } from './mindstate';
import { Ability, abilityOf, Kind } from './content';
import { checkUse, gapBetween, sees, use } from './cast';
import { cooldownLeft, setCooldown } from './cooldowns';
import { goTo, halt, startEffort, vainTicks, walkAlong } from './steer';
import { head, isDead } from './world';
import { slotOf } from './ids';
import { clearThreat, topThreat } from './threat';
import { sourceOf, UNDER_TAUNT } from './effects';
import { canWalk } from './nav';
import { tellAt } from './outcomes';
import { strike } from './damage';
import { yawTo } from './numbers';

/** Ticks between two uses of anything. */
const BREATH_TICKS: u32 = 16;
/** Without coming nearer for so long it gives up: 14 s, the time of a way round a big house. */
const VAIN_TICKS: u32 = 280;
/** Shooters keep this far away when they can. */
const KEEP_M: f32 = 7;
/** A charge: from how far, how fast, how long at most, and how near it must come. */
const CHARGE_LEAST_M: f32 = 5;
const CHARGE_MOST_M: f32 = 15;
const CHARGE_PACE: f32 = 2.1;
const CHARGE_TICKS: u32 = 34;
const CHARGE_PAUSE_TICKS = 160;
/** A coward runs below this share of its health, once per fight, for so long. */
const COWARD_SHARE: f32 = 0.25;
const FLEE_TICKS: u32 = 100;
/** Its friends are called from this far when it comes back. */
const RALLY_M: f32 = 26;
/** Marks in `swingTick`'s top bit that it has fled in this fight already. */
export const HAS_FLED: u32 = 0x80000000;

@inline
function abilityAt(k: Kind, i: i32): Ability | null {
  return i < <i32>k.abilityCount ? abilityOf(load<u8>(changetype<usize>(k) + 4 + <usize>i)) : null;
}

export function lookAt(slot: i32, other: i32): void {
  yaw[slot] = yawTo(posX[other] - posX[slot], posZ[other] - posZ[slot]);
}

/** Whoever taunts it and lives, or -1. */
function taunter(slot: i32): i32 {
  if ((effectBits[slot] & UNDER_TAUNT) == 0) return -1;
  const source = sourceOf(slot, L.EFFECT_TAUNT);
  return source >= 0 && !isDead(source) ? source : -1;
}

/** Whom to fight now, or -1. */
function chooseTarget(slot: i32): i32 {
  const taunting = taunter(slot);
  const hated = taunting >= 0 ? taunting : topThreat(slot);
  if (hated >= 0) {
    if (mindTarget[slot] != bodyId[hated]) startEffort(slot);
    mindTarget[slot] = bodyId[hated];
  }
  return hated;
}

export function fight(slot: i32, k: Kind): void {
  const target = chooseTarget(slot);
  if (target < 0 || homeDistance(slot) > leash(slot, k)) return giveUp(slot);
  if (castAbility[slot]) {
    lookAt(slot, target);
    return halt(slot);
  }
  // Its host has it wind up for something (FLAG_AIMING): it stands, and looks where it will fall.
  if (flags[slot] & L.FLAG_AIMING) return halt(slot);
  if (losesHeart(slot, k)) return turnTo(slot, FLEEING, FLEE_TICKS);
  const gap = gapBetween(slot, target);
  if (startsCharge(slot, k, target, gap)) return;
  if (act(slot, k, target)) {
    startEffort(slot);
    return;
  }
  approach(slot, k, target, gap);
}

function losesHeart(slot: i32, k: Kind): bool {
  if ((k.mind & L.MIND_COWARD) == 0 || swingTick[slot] & HAS_FLED || <f32>hp[slot] > <f32>hpMax[slot] * COWARD_SHARE) return false;
  swingTick[slot] = swingTick[slot] | HAS_FLED;
  return true;
}

/** Uses the first of its special abilities that it can, else its common attack; true when something began. */
function act(slot: i32, k: Kind, target: i32): bool {
  if (head.tick < (swingTick[slot] & ~HAS_FLED)) return false;
  for (let i = <i32>k.abilityCount - 1; i >= 0; i--) {
    const a = abilityAt(k, i);
    if (a == null || isCharge(k, a, i)) continue;
    if (a.reach == L.REACH_NOVA && gapBetween(slot, target) > a.radius * 0.7) continue;
    if (a.reach == L.REACH_CONE && gapBetween(slot, target) > a.range) continue;
    lookAt(slot, target);
    if (checkUse(slot, a.id, bodyId[target]) == L.IS_MOVING) {
      // It must stand before it can cast; it will in a moment.
      halt(slot);
      return true;
    }
    if (use(slot, a.id, bodyId[target]) != L.OK) continue;
    swingTick[slot] = (swingTick[slot] & HAS_FLED) | (head.tick + BREATH_TICKS);
    if (a.castTicks) halt(slot);
    return true;
  }
  return false;
}

/** Stands where its common attack reaches: near, or for shooters at a distance with a free view. */
function approach(slot: i32, k: Kind, target: i32, gap: f32): void {
  const a = abilityAt(k, 0);
  const range: f32 = a != null ? a.range : 2;
  const shoots = (k.mind & (L.MIND_RANGED | L.MIND_CASTER)) != 0;
  if (shoots && gap < range * 0.85 && sees(slot, target)) {
    startEffort(slot);
    lookAt(slot, target);
    const ax = posX[slot] - posX[target];
    const az = posZ[slot] - posZ[target];
    const d = Mathf.max(Mathf.sqrt(ax * ax + az * az), 0.1);
    const backX = posX[slot] + ax / d * 2;
    const backZ = posZ[slot] + az / d * 2;
    if (gap < KEEP_M * 0.7 && canWalk(posX[slot], posZ[slot], backX, backZ)) walkAlong(slot, ax, az, k.walk * 1.4);
    else halt(slot);
    return;
  }
  if (!shoots && gap < range * 0.6) {
    lookAt(slot, target);
    return halt(slot);
  }
  // With a free way it only waits for room: others stand before it.
  if (vainTicks(slot, gap) > VAIN_TICKS && !canWalk(posX[slot], posZ[slot], posX[target], posZ[target])) return giveUp(slot);
  goTo(slot, posX[target], posZ[target], k.run);
}

// ---- charges ----

/** The second ability of a charger that strikes at once is its charge; one that flies is thrown like any other. */
@inline
function isCharge(k: Kind, a: Ability, i: i32): bool {
  return i == 1 && (k.mind & L.MIND_CHARGE) != 0 && a.reach == L.REACH_TARGET;
}

function startsCharge(slot: i32, k: Kind, target: i32, gap: f32): bool {
  const a = abilityAt(k, 1);
  if (a == null || !isCharge(k, a, 1) || gap < CHARGE_LEAST_M || gap > CHARGE_MOST_M || cooldownLeft(slot, a.id) > 0) return false;
  if (!canWalk(posX[slot], posZ[slot], posX[target], posZ[target]) || !sees(slot, target)) return false;
  setCooldown(slot, a.id, max(<i32>a.cooldownTicks, CHARGE_PAUSE_TICKS));
  turnTo(slot, CHARGING, CHARGE_TICKS);
  tellAt(L.OUT_CAST_START, slot, bodyId[slot], bodyId[target], a.id, 0);
  return true;
}

export function charge(slot: i32, k: Kind): void {
  const target = slotOf(mindTarget[slot]);
  const a = abilityAt(k, 1);
  if (target < 0 || a == null || isDead(target) || head.tick >= mindUntil[slot]) return turnTo(slot, FIGHTING, 0);
  lookAt(slot, target);
  if (gapBetween(slot, target) > Mathf.max(radius[slot], 0.6)) {
    return walkAlong(slot, posX[target] - posX[slot], posZ[target] - posZ[slot], k.run * CHARGE_PACE);
  }
  halt(slot);
  turnTo(slot, FIGHTING, 0);
  tellAt(L.OUT_USED, slot, bodyId[slot], bodyId[target], a.id, 0);
  strike(slot, target, a, 0);
  swingTick[slot] = (swingTick[slot] & HAS_FLED) | (head.tick + BREATH_TICKS);
}

// ---- flight ----

/** Runs from whoever it fears most; then fights on with friends, or calms down. */
export function flee(slot: i32, k: Kind, from: i32): void {
  if (from < 0 || head.tick >= mindUntil[slot] || homeDistance(slot) > leash(slot, k)) {
    if (k.mind & L.MIND_TIMID) return calmDown(slot, k);
    if (from < 0) return giveUp(slot);
    callPack(slot, from, RALLY_M);
    return turnTo(slot, FIGHTING, 0);
  }
  runFrom(slot, k, from);
}

/** Afraid of somebody: it runs, and comes back to its senses where it ends up. */
export function panic(slot: i32, k: Kind): void {
  const from = sourceOf(slot, L.EFFECT_FEAR);
  if (from < 0 || homeDistance(slot) > leash(slot, k)) return halt(slot);
  runFrom(slot, k, from);
}

function runFrom(slot: i32, k: Kind, from: i32): void {
  let ax = posX[slot] - posX[from];
  let az = posZ[slot] - posZ[from];
  const d = Mathf.max(Mathf.sqrt(ax * ax + az * az), 0.1);
  ax /= d;
  az /= d;
  // Away, or else to the side that is free.
  for (let turn = 0; turn < 5; turn++) {
    const angle: f32 = turn == 0 ? 0 : turn == 1 ? 0.8 : turn == 2 ? -0.8 : turn == 3 ? 1.6 : -1.6;
    const c = Mathf.cos(angle);
    const s = Mathf.sin(angle);
    const ux = ax * c - az * s;
    const uz = ax * s + az * c;
    if (canWalk(posX[slot], posZ[slot], posX[slot] + ux * 5, posZ[slot] + uz * 5)) return walkAlong(slot, ux, uz, k.run);
  }
  walkAlong(slot, ax, az, k.run);
}

/** Forgets its fright; far from home it goes back. */
function calmDown(slot: i32, k: Kind): void {
  if (homeDistance(slot) > leash(slot, k)) return giveUp(slot);
  clearThreat(slot);
  settle(slot);
}

/** A new fight, a new heart. */
export function takeHeart(slot: i32): void {
  swingTick[slot] = head.tick;
}
