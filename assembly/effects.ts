// Effects that run on bodies for a while: burning, slowed, stunned, shielded, mending. EFFECT_SLOTS rows per body.
// The same effect from the same source is renewed, and piles up where its kind says so; what comes in periods and what shields runs side by
// side from different sources; of everything else only the strongest of its type counts. What all rows together do (effectSpeed, effectTakes,
// … and four flags) is worked out whenever a row changes, not every tick.
import * as L from './layout';
import {
  aim, bodyClass, bodyId, effectBits, effectCount, effectDeals, effectEvade, effectLeech, effectSpeed, EFFECT_STATE_BYTES, effectTakes, effectThorns, EFFECTS,
  flags, hp, might, mindState, power, powerMax, spirit,
} from './memory';
import { controlTicks, isControl } from './controls';
import { Effect, effectOf } from './content';
import { hurt, restore } from './damage';
import { FLEEING } from './mindstate';
import { phases, tellAt, tellOf } from './outcomes';
import { head, isDead, isGhost, setFlag } from './world';
import { matchTop } from './threat';
import { slotOf } from './ids';

@unmanaged @final
export class Running {
  effect: u8; // 0: the row is free
  stacks: u8;
  spare: u16;
  source: u32;
  endsTick: u32;
  nextTick: u32; // of a period
  amount: i32; // per period and stack; of a shield: what it will still take
}

// Bits of effectBits.
export const UNDER_SILENCE = 1;
export const UNDER_FEAR = 2;
export const UNDER_TAUNT = 4;
export const UNDER_SHIELD = 8;
export const UNDER_STEADY = 16;

/** Effects change what is dealt and taken within these bounds, in percent. */
const LEAST_PCT = 10;
const MOST_PCT = 250;

@inline
export function running(slot: i32, row: i32): Running {
  return changetype<Running>(EFFECTS + <usize>(slot * L.EFFECT_SLOTS + row) * EFFECT_STATE_BYTES);
}

export function clearEffects(slot: i32): void {
  memory.fill(EFFECTS + <usize>(slot * L.EFFECT_SLOTS) * EFFECT_STATE_BYTES, 0, <usize>L.EFFECT_SLOTS * EFFECT_STATE_BYTES);
  workOut(slot);
}

/** The body's effects are its owner's affair from now on (a ghost): no rows, and what they look like stays. */
export function dropEffects(slot: i32): void {
  const shown = flags[slot];
  clearEffects(slot);
  flags[slot] = shown;
}

/** Puts an effect on `slot`, caused by `source` (-1: by nobody here). `shield`: what its ability rolled, for an effect that absorbs. */
export function applyEffect(slot: i32, source: i32, effect: i32, shield: i32): void {
  const kind = effectOf(effect);
  if (kind == null) return;
  if (kind.type == L.EFFECT_TAUNT && (bodyClass[slot] != L.CLASS_MONSTER || source < 0)) return;
  const by: u32 = source >= 0 ? bodyId[source] : 0;
  let ticks = <i32>kind.durationTicks;
  if (isControl(kind)) {
    ticks = effectBits[slot] & UNDER_STEADY ? 0 : controlTicks(slot, kind);
    if (ticks == 0) {
      tellAt(L.OUT_MISS, slot, by, bodyId[slot], 0, 0).flags = <u16>L.HIT_IMMUNE;
      return;
    }
  }
  const row = running(slot, rowFor(slot, by, kind));
  const goesOn = row.effect == kind.id;
  if (row.effect && !goesOn) end(slot, row);
  row.stacks = goesOn ? <u8>min(<i32>row.stacks + 1, max(<i32>kind.stacks, 1)) : 1;
  row.effect = kind.id;
  row.source = by;
  // Control that was longer goes on for as long as it would have.
  row.endsTick = goesOn && isControl(kind) ? max(row.endsTick, head.tick + ticks) : head.tick + ticks;
  row.nextTick = head.tick + kind.periodTicks;
  row.amount = kind.type == L.EFFECT_ABSORB ? shield : kind.magnitude + (source >= 0 ? bestPower(source) : 0) * <i32>kind.scalePct / 100;
  if (kind.type == L.EFFECT_TAUNT) matchTop(slot, by);
  if (kind.type == L.EFFECT_STEADY) endControls(slot);
  tellAt(L.OUT_EFFECT, slot, by, bodyId[slot], kind.id, ticks);
  workOut(slot);
}

/** By the host (elixirs, meals): of nobody's making, for so many ticks, healing or hurting `amount` a period where it has periods. */
export function give(slot: i32, effect: i32, ticks: i32, amount: i32): void {
  const kind = effectOf(effect);
  if (kind == null || ticks <= 0 || isDead(slot)) return;
  applyEffect(slot, -1, effect, 0);
  for (let r = 0; r < L.EFFECT_SLOTS; r++) {
    const row = running(slot, r);
    if (row.effect != kind.id || row.source != 0) continue;
    row.endsTick = head.tick + ticks;
    row.amount = amount;
  }
}

export function bestPower(slot: i32): i32 {
  return max(might[slot], max(aim[slot], spirit[slot]));
}

/** Comes in periods, or holds something of its own: then each source has a row of its own. */
@inline
function isOfSource(kind: Effect): bool {
  return kind.periodTicks != 0 || kind.type == L.EFFECT_ABSORB;
}

/** The row of the same effect, else a free one, else the one that ends soonest. */
function rowFor(slot: i32, source: u32, kind: Effect): i32 {
  let best = 0;
  for (let r = 0; r < L.EFFECT_SLOTS; r++) {
    const row = running(slot, r);
    if (row.effect == kind.id && (row.source == source || !isOfSource(kind))) return r;
    if (endOf(row) < endOf(running(slot, best))) best = r;
  }
  return best;
}

@inline
function endOf(row: Running): u32 {
  return row.effect ? row.endsTick : 0;
}

function end(slot: i32, row: Running): void {
  tellAt(L.OUT_EFFECT, slot, row.source, bodyId[slot], row.effect, 0);
  row.effect = 0;
}

function endControls(slot: i32): void {
  for (let r = 0; r < L.EFFECT_SLOTS; r++) {
    const row = running(slot, r);
    const kind = effectOf(row.effect);
    if (kind != null && isControl(kind)) end(slot, row);
  }
}

/** Ends everything harmful that runs on the body; `source` 0: whosever it is. */
export function cleanse(slot: i32, source: u32): void {
  for (let r = 0; r < L.EFFECT_SLOTS; r++) {
    const row = running(slot, r);
    const kind = effectOf(row.effect);
    if (kind != null && kind.harmful && (source == 0 || row.source == source)) end(slot, row);
  }
  workOut(slot);
}

/** Shields take what they can of a blow, the one that ends soonest first; returns what is left of it. */
export function throughShields(slot: i32, amount: i32): i32 {
  if ((effectBits[slot] & UNDER_SHIELD) == 0) return amount;
  while (amount > 0) {
    const row = nextShield(slot);
    if (row == null) break;
    const taken = min(amount, row.amount);
    amount -= taken;
    row.amount -= taken;
    if (row.amount > 0) break;
    end(slot, row);
    workOut(slot);
  }
  return amount;
}

function nextShield(slot: i32): Running | null {
  let soonest: Running | null = null;
  for (let r = 0; r < L.EFFECT_SLOTS; r++) {
    const row = running(slot, r);
    const kind = effectOf(row.effect);
    if (kind == null || kind.type != L.EFFECT_ABSORB) continue;
    if (soonest == null || row.endsTick < soonest.endsTick) soonest = row;
  }
  return soonest;
}

/** What shields will still take. */
function shielded(slot: i32): i32 {
  let sum = 0;
  for (let r = 0; r < L.EFFECT_SLOTS; r++) {
    const kind = effectOf(running(slot, r).effect);
    if (kind != null && kind.type == L.EFFECT_ABSORB) sum += running(slot, r).amount;
  }
  return sum;
}

/** The slot of whoever caused the effect of that type, or -1; the newest counts. */
export function sourceOf(slot: i32, type: i32): i32 {
  let latest: u32 = 0;
  let source = -1;
  for (let r = 0; r < L.EFFECT_SLOTS; r++) {
    const row = running(slot, r);
    const kind = effectOf(row.effect);
    if (kind == null || <i32>kind.type != type || row.endsTick <= latest) continue;
    latest = row.endsTick;
    source = slotOf(row.source);
  }
  return source;
}

/** Periods and ends of all running effects. */
export function stepEffects(): void {
  let bodies = 0;
  for (let s = 0, used = head.slotsUsed; s < used; s++) {
    if (effectCount[s] == 0 || bodyId[s] == 0) continue;
    bodies++;
    let changed = false;
    for (let r = 0; r < L.EFFECT_SLOTS && effectCount[s] != 0; r++) {
      const row = running(s, r);
      if (row.effect == 0) continue;
      if (row.nextTick == head.tick) period(s, row);
      if (row.effect != 0 && head.tick >= row.endsTick) {
        end(s, row);
        changed = true;
      }
    }
    if (changed) workOut(s);
  }
  phases[L.PHASE_EFFECTS] = <f32>bodies;
}

/** One period. It may kill, and death clears the rows. */
function period(slot: i32, row: Running): void {
  const kind = effectOf(row.effect);
  if (kind == null || kind.periodTicks == 0 || isDead(slot)) return;
  row.nextTick += kind.periodTicks;
  const amount = row.amount * <i32>row.stacks;
  switch (<i32>kind.type) {
    case L.EFFECT_HEAL: return restore(slot, row.source, amount, 0, L.HIT_PERIODIC);
    case L.EFFECT_DAMAGE: return hurt(slot, slotOf(row.source), amount, 0, L.HIT_PERIODIC, 1);
    case L.EFFECT_DRAIN: return drain(slot, slotOf(row.source), amount);
    case L.EFFECT_POWER: return empower(slot, amount);
  }
}

/** What is taken from one comes to the other, if he is here. */
function drain(slot: i32, source: i32, amount: i32): void {
  const before = hp[slot];
  hurt(slot, source, amount, 0, L.HIT_PERIODIC, 1);
  const taken = before - hp[slot];
  if (taken > 0 && source >= 0 && !isGhost(source) && !isDead(source)) restore(source, bodyId[source], taken, 0, L.HIT_PERIODIC);
}

/** Gives power, or takes it. */
function empower(slot: i32, amount: i32): void {
  const before = power[slot];
  power[slot] = min(max(before + amount, 0), powerMax[slot]);
  if (power[slot] != before) tellOf(L.OUT_POWER, slot, 0, power[slot] - before);
}

/** What all rows together do to speed, blows and looks. */
export function workOut(slot: i32): void {
  let count = 0;
  let bits = 0;
  let slow = 0;
  let haste = 0;
  let ward = 0;
  let expose = 0;
  let weaken = 0;
  let boost = 0;
  let thorns = 0;
  let leech = 0;
  let evade = 0;
  let held = false;
  let stunned = false;
  let burning = false;
  for (let r = 0; r < L.EFFECT_SLOTS; r++) {
    const row = running(slot, r);
    const kind = effectOf(row.effect);
    if (kind == null) continue;
    count++;
    const much = <i32>kind.magnitude * <i32>row.stacks;
    switch (<i32>kind.type) {
      case L.EFFECT_SLOW: slow = max(slow, much); break;
      case L.EFFECT_HASTE: haste = max(haste, much); break;
      case L.EFFECT_WARD: ward = max(ward, much); break;
      case L.EFFECT_EXPOSE: expose = max(expose, much); break;
      case L.EFFECT_WEAKEN: weaken = max(weaken, much); break;
      case L.EFFECT_EMPOWER: boost = max(boost, much); break;
      case L.EFFECT_THORNS: thorns = max(thorns, much); break;
      case L.EFFECT_LEECH: leech = max(leech, much); break;
      case L.EFFECT_EVADE: evade = max(evade, much); break;
      case L.EFFECT_ROOT: held = true; break;
      case L.EFFECT_STUN: stunned = true; break;
      case L.EFFECT_SILENCE: bits |= UNDER_SILENCE; break;
      case L.EFFECT_FEAR: bits |= UNDER_FEAR; break;
      case L.EFFECT_TAUNT: bits |= UNDER_TAUNT; break;
      case L.EFFECT_ABSORB: bits |= UNDER_SHIELD; break;
      case L.EFFECT_STEADY: bits |= UNDER_STEADY; break;
      case L.EFFECT_DAMAGE: if (kind.burns) burning = true; break;
    }
  }
  effectCount[slot] = count;
  effectBits[slot] = bits;
  effectSpeed[slot] = held || stunned ? 0 : min(max(100 - slow + haste, 10), 250);
  effectTakes[slot] = within(100 - min(ward, 90) + expose);
  effectDeals[slot] = within(100 - weaken + boost);
  effectThorns[slot] = min(thorns, 100);
  effectLeech[slot] = min(leech, 100);
  effectEvade[slot] = min(evade, 90);
  setFlag(slot, L.FLAG_STUNNED, stunned);
  setFlag(slot, L.FLAG_SLOWED, slow > 0 || held);
  setFlag(slot, L.FLAG_BURNING, burning);
  setFlag(slot, L.FLAG_SHIELDED, (bits & UNDER_SHIELD) != 0);
  setFlag(slot, L.FLAG_FLEEING, (bits & UNDER_FEAR) != 0 || mindState[slot] == FLEEING);
}

@inline
function within(pct: i32): i32 {
  return min(max(pct, LEAST_PCT), MOST_PCT);
}

/** Writes the rows as STATUS_BYTES has them: u8 effect, u8 stacks, u16 ticks left, u32 source; then u16 what shields will still take. */
export function writeEffects(slot: i32, to: usize): void {
  for (let r = 0; r < L.EFFECT_SLOTS; r++, to += 8) {
    const row = running(slot, r);
    const left = row.effect && row.endsTick > head.tick ? row.endsTick - head.tick : 0;
    store<u8>(to, left ? row.effect : 0);
    store<u8>(to, row.stacks, 1);
    store<u16>(to, <u16>min<u32>(left, 65535), 2);
    store<u32>(to, row.source, 4);
  }
  store<u16>(to, <u16>min(shielded(slot), 65535));
}
