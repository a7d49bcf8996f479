// Blows and healing: who may hurt whom, how much, and what follows from it. Formulas stand in src/shared/rules/stats.ts; this is their other half.
// What reaches a ghost is rolled here and decided by its owner (reach.ts).
import * as L from './layout';
import {
  aim, armor, bodyId, bodyKind, bowHigh, bowLow, castAbility, combatUntil, effectDeals, effectEvade, effectLeech, effectTakes, effectThorns, flags, gunHigh, gunLow, hp, hpMax, level, meleeHigh, meleeLow, might, posX, posZ, spirit,
} from './memory';
import { Ability, abilityOf, effectOf } from './content';
import { applyEffect, cleanse, throughShields } from './effects';
import { interrupt } from './cast';
import { tellReach } from './reach';
import { found, nearby } from './grid';
import { tellAt } from './outcomes';
import { random, randomBetween } from './random';
import { isGoingHome } from './mindstate';
import { canBeStruck, isDuel } from './relations';
import { dismount } from './riding';
import { addThreat, hasThreat } from './threat';
import { die } from './vitals';
import { head, isDead, isGhost, setFlag } from './world';

/** Chance of a critical blow, and what it and a blow to the head add. */
const CRITICAL_CHANCE: f32 = 0.06;
const CRITICAL_FACTOR: f32 = 1.6;
const HEAD_FACTOR: f32 = 1.5;
/** Fighting lasts this long after the last blow: 5 s. */
const COMBAT_TICKS: u32 = 100;
/** Armor takes away at most this share. */
const MOST_MITIGATION: f32 = 0.6;
/** Healing angers those who fight the healed, by this share of what it mends. */
const HEAL_THREAT: f32 = 0.5;
const HEAL_NOTICED_M: f32 = 40;

export function fighting(slot: i32): bool {
  return isGhost(slot) ? (flags[slot] & L.FLAG_COMBAT) != 0 : combatUntil[slot] > head.tick;
}

export function beginFight(slot: i32): void {
  if (isGhost(slot)) return;
  combatUntil[slot] = head.tick + COMBAT_TICKS;
  setFlag(slot, L.FLAG_COMBAT, true);
}

@inline
function powerStat(slot: i32, power: i32): i32 {
  return power == L.POWER_MELEE ? might[slot] : power == L.POWER_RANGED ? aim[slot] : spirit[slot];
}

function weaponRoll(slot: i32, arms: i32): f32 {
  if (arms == L.ARMS_BOW) return randomBetween(<f32>bowLow[slot], <f32>bowHigh[slot]);
  if (arms == L.ARMS_FIREARM) return randomBetween(<f32>gunLow[slot], <f32>gunHigh[slot]);
  return randomBetween(<f32>meleeLow[slot], <f32>meleeHigh[slot]);
}

/** What an ability does before the other side's armor. */
function rollAmount(slot: i32, ability: Ability): f32 {
  let amount = randomBetween(<f32>ability.low, <f32>ability.high);
  amount += <f32>powerStat(slot, ability.power) * <f32>ability.scalePct * 0.01;
  if (ability.flags & L.ABILITY_WEAPON) amount += weaponRoll(slot, ability.arms);
  return amount;
}

@inline
function mitigation(victim: i32, attackerLevel: i32): f32 {
  const hide = <f32>armor[victim];
  return Mathf.min(MOST_MITIGATION, hide / (hide + 50 + 25 * <f32>attackerLevel));
}

@inline
function deals(ability: Ability): bool {
  return ability.high > 0 || (ability.flags & L.ABILITY_WEAPON) != 0;
}

/** `attacker` hits `victim` with an ability: damage, effect, hatred. `flags`: HIT_HEAD and the rewound ticks, as OUT_HIT tells them. */
export function strike(attacker: i32, victim: i32, ability: Ability, flags: i32): void {
  if (!canBeStruck(attacker, victim) || isMissed(attacker, victim, ability)) return;
  let amount: f32 = 0;
  if (deals(ability)) {
    amount = rollAmount(attacker, ability);
    if (random() < CRITICAL_CHANCE) {
      amount *= CRITICAL_FACTOR;
      flags |= L.HIT_CRITICAL;
    }
    if (flags & L.HIT_HEAD) amount *= HEAD_FACTOR;
    if (effectDeals[attacker] != 100) amount *= <f32>effectDeals[attacker] * 0.01;
  }
  if (!isGhost(victim)) return beStruck(victim, attacker, ability, amount, flags);
  beginFight(attacker);
  tellReach(attacker, victim, ability, amount, flags);
  // What armor and wards will leave of it is known over there only.
  leech(attacker, <i32>amount);
}

/**
 * What the host lets fall on somebody (areas of encounters): a blow of that ability for `amount` before armor, with its effect, its threat and
 * its interruption; it is not rolled, never critical, and nobody evades it. False: there is nobody of its foes alive.
 */
export function blast(attacker: i32, victim: i32, ability: Ability, amount: i32): bool {
  if (isDead(attacker) || !canBeStruck(attacker, victim)) return false;
  const dealt = <f32>max(amount, 0) * <f32>effectDeals[attacker] * 0.01;
  if (!isGhost(victim)) beStruck(victim, attacker, ability, dealt, 0);
  else tellReach(attacker, victim, ability, dealt, 0);
  return true;
}

/** Nothing can hurt a beast on its way home, and who evades is not always there. */
export function isMissed(attacker: i32, victim: i32, ability: Ability): bool {
  if (!isGoingHome(victim) && !evades(victim, ability)) return false;
  tellAt(L.OUT_MISS, victim, attacker >= 0 ? bodyId[attacker] : 0, bodyId[victim], ability.id, 0);
  return true;
}

/** Chance is asked only of those who evade at all. Spells find everybody. */
function evades(victim: i32, ability: Ability): bool {
  return effectEvade[victim] > 0 && ability.power != L.POWER_SPELL && random() * 100 < <f32>effectEvade[victim];
}

/** The victim's half of a blow: `amount` before its armor, 0 when the ability has its effect only; `attacker` -1: unknown here. */
export function beStruck(victim: i32, attacker: i32, ability: Ability, amount: f32, flags: i32): void {
  if (amount > 0) {
    amount *= 1 - mitigation(victim, level[attacker >= 0 ? attacker : victim]);
    hurt(victim, attacker, max(1, <i32>(amount + 0.5)), ability.id, flags, <f32>ability.threatPct * 0.01);
  } else {
    provoke(victim, attacker, <f32>ability.threatPct * 0.01, 1);
  }
  if (isDead(victim)) return;
  if (ability.interruptTicks && castAbility[victim]) interrupt(victim, ability.interruptTicks);
  if (ability.effect) applyEffect(victim, attacker, ability.effect, 0);
}

/** Takes health away and tells it; `attacker` -1: nobody's doing (a fall, an effect whose source left). */
export function hurt(victim: i32, attacker: i32, amount: i32, ability: i32, flags: i32, threat: f32): void {
  const whole = max(1, amount * effectTakes[victim] / 100);
  amount = throughShields(victim, whole);
  if (amount < whole) flags |= L.HIT_ABSORBED;
  // Nobody dies in a duel.
  const isSpared = attacker >= 0 && isDuel(attacker, victim);
  if (isSpared && amount >= hp[victim]) flags |= L.HIT_YIELD;
  const dealt = min(amount, isSpared ? hp[victim] - 1 : hp[victim]);
  hp[victim] = hp[victim] - dealt;
  if (attacker >= 0) {
    beginFight(attacker);
    const done = <f32>(dealt + whole - amount);
    provoke(victim, attacker, done * threat, done);
  }
  beginFight(victim);
  dismount(victim);
  const o = tellAt(L.OUT_HIT, victim, attacker >= 0 ? bodyId[attacker] : 0, bodyId[victim], ability, amount);
  o.flags = <u16>(flags | (hp[victim] <= 0 ? L.HIT_KILL : 0));
  const isBlow = attacker >= 0 && !(flags & (L.HIT_PERIODIC | L.HIT_REFLECTED));
  if (isBlow) leech(attacker, dealt);
  if (hp[victim] <= 0) return die(victim, attacker);
  if (isBlow && effectThorns[victim] > 0) reflect(attacker, victim, whole, ability);
}

/** A share of what he dealt comes back to him as health. */
function leech(attacker: i32, dealt: i32): void {
  if (effectLeech[attacker] == 0 || dealt <= 0 || isGhost(attacker) || isDead(attacker)) return;
  restore(attacker, bodyId[attacker], max(1, dealt * effectLeech[attacker] / 100), 0, L.HIT_PERIODIC);
}

/** A share of a melee blow goes back to who dealt it, if he is here. */
function reflect(attacker: i32, victim: i32, amount: i32, id: i32): void {
  const ability = abilityOf(id);
  if (ability == null || ability.power != L.POWER_MELEE || attacker == victim || isGhost(attacker) || isDead(attacker)) return;
  hurt(attacker, victim, max(1, amount * effectThorns[victim] / 100), 0, L.HIT_REFLECTED, 1);
}

/** A beast remembers who hurt it: `amount` of hatred for `merit` of harm. */
export function provoke(victim: i32, attacker: i32, amount: f32, merit: f32): void {
  if (bodyKind[victim] != 0 && attacker >= 0) addThreat(victim, bodyId[attacker], Mathf.max(amount, 0.01), Mathf.max(merit, 0.01));
}

/** Mends with an ability; friends only. */
export function mend(healer: i32, friend: i32, ability: Ability): void {
  if (isDead(friend)) return;
  let amount: f32 = 0;
  let flags = 0;
  if (deals(ability)) {
    amount = rollAmount(healer, ability);
    if (random() < CRITICAL_CHANCE) {
      amount *= CRITICAL_FACTOR;
      flags = L.HIT_CRITICAL;
    }
  }
  if (!isGhost(friend)) return beMended(friend, healer, ability, amount, flags);
  tellReach(healer, friend, ability, amount, flags);
  // Its owner's beasts are angered there, ours here.
  angerByHealing(healer, friend, ability, amount);
}

/** The friend's half of healing; `healer` -1: unknown here. */
export function beMended(friend: i32, healer: i32, ability: Ability, amount: f32, flags: i32): void {
  if (ability.flags & L.ABILITY_CLEANSES) cleanse(friend, 0);
  const whole = <i32>(amount + 0.5);
  const isShield = shields(ability);
  if (amount > 0) {
    if (!isShield) restore(friend, healer >= 0 ? bodyId[healer] : 0, whole, ability.id, flags);
    if (healer >= 0) angerByHealing(healer, friend, ability, amount);
  }
  if (ability.effect) applyEffect(friend, healer, ability.effect, isShield ? whole : 0);
}

/** What the ability rolls goes into its shield, not to health. */
@inline
function shields(ability: Ability): bool {
  const effect = effectOf(ability.effect);
  return effect != null && effect.type == L.EFFECT_ABSORB;
}

/** Gives health back and tells what really came back. */
export function restore(slot: i32, source: u32, amount: i32, ability: i32, flags: i32): void {
  const given = min(amount, hpMax[slot] - hp[slot]);
  hp[slot] = hp[slot] + given;
  tellAt(L.OUT_HEAL, slot, source, bodyId[slot], ability, given).flags = <u16>flags;
}

function angerByHealing(healer: i32, friend: i32, ability: Ability, mended: f32): void {
  const amount = mended * HEAL_THREAT * <f32>ability.threatPct * 0.01;
  if (amount <= 0 || !fighting(friend)) return;
  const n = nearby(posX[friend], posZ[friend], HEAL_NOTICED_M, L.CLASS_MONSTER);
  for (let i = 0; i < n; i++) {
    const beast = <i32>found[i];
    if (!isGhost(beast) && !isDead(beast) && hasThreat(beast, bodyId[friend])) addThreat(beast, bodyId[healer], amount, mended * HEAL_THREAT);
  }
}
