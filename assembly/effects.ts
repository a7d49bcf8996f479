// Effects that run on bodies for a while: burning, slowed, stunned, mending. EFFECT_SLOTS rows per body.
// The same effect from the same source is renewed; damage and healing of different sources run side by side; of slows, hastes and wards
// only the strongest counts. effectSpeed, effectWard and three flags are worked out whenever a row changes, not every tick.
import * as L from './layout';
import { aim, bodyId, effectCount, effectSpeed, effectWard, EFFECT_STATE_BYTES, EFFECTS, flags, might, spirit } from './memory';
import { Effect, effectOf } from './content';
import { hurt, restore } from './damage';
import { phases, tellAt } from './outcomes';
import { head, isDead, setFlag } from './world';
import { slotOf } from './ids';

@unmanaged @final
export class Running {
  effect: u8; // 0: the row is free
  stacks: u8;
  spare: u16;
  source: u32;
  endsTick: u32;
  nextTick: u32; // of a period
  amount: i32; // per period
}

/** Percent of the source's best power that a period of damage or healing adds to its magnitude. */
const POWER_PCT = 10;

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

/** Puts an effect on `slot`, caused by `source` (-1: by nobody here). */
export function applyEffect(slot: i32, source: i32, effect: i32): void {
  const kind = effectOf(effect);
  if (kind == null) return;
  const by: u32 = source >= 0 ? bodyId[source] : 0;
  const row = running(slot, rowFor(slot, by, kind));
  if (row.effect && row.effect != kind.id) end(slot, row);
  row.effect = kind.id;
  row.stacks = 1;
  row.source = by;
  row.endsTick = head.tick + kind.durationTicks;
  row.nextTick = head.tick + kind.periodTicks;
  row.amount = kind.magnitude + (source >= 0 ? bestPower(source) : 0) * POWER_PCT / 100;
  tellAt(L.OUT_EFFECT, slot, by, bodyId[slot], kind.id, kind.durationTicks);
  workOut(slot);
}

/** By the host (elixirs, meals): of nobody's making, for so many ticks, healing or hurting `amount` a period where it has periods. */
export function give(slot: i32, effect: i32, ticks: i32, amount: i32): void {
  const kind = effectOf(effect);
  if (kind == null || ticks <= 0 || isDead(slot)) return;
  applyEffect(slot, -1, effect);
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

@inline
function isPeriodic(kind: Effect): bool {
  return kind.type == L.EFFECT_DAMAGE || kind.type == L.EFFECT_HEAL;
}

/** The row of the same effect, else a free one, else the one that ends soonest. */
function rowFor(slot: i32, source: u32, kind: Effect): i32 {
  let best = 0;
  for (let r = 0; r < L.EFFECT_SLOTS; r++) {
    const row = running(slot, r);
    if (row.effect == kind.id && (row.source == source || !isPeriodic(kind))) return r;
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
  if (kind.type == L.EFFECT_HEAL) restore(slot, row.source, row.amount, 0, L.HIT_PERIODIC);
  else if (kind.type == L.EFFECT_DAMAGE) hurt(slot, slotOf(row.source), row.amount, 0, L.HIT_PERIODIC, 1);
}

/** What all rows together do to speed, defence and looks. */
export function workOut(slot: i32): void {
  let count = 0;
  let slow = 0;
  let haste = 0;
  let ward = 0;
  let held = false;
  let stunned = false;
  let burning = false;
  for (let r = 0; r < L.EFFECT_SLOTS; r++) {
    const kind = effectOf(running(slot, r).effect);
    if (kind == null) continue;
    count++;
    if (kind.type == L.EFFECT_SLOW) slow = max(slow, <i32>kind.magnitude);
    else if (kind.type == L.EFFECT_HASTE) haste = max(haste, <i32>kind.magnitude);
    else if (kind.type == L.EFFECT_WARD) ward = max(ward, <i32>kind.magnitude);
    else if (kind.type == L.EFFECT_ROOT) held = true;
    else if (kind.type == L.EFFECT_STUN) stunned = true;
    else if (kind.type == L.EFFECT_DAMAGE && kind.burns) burning = true;
  }
  effectCount[slot] = count;
  effectSpeed[slot] = held || stunned ? 0 : min(max(100 - slow + haste, 10), 250);
  effectWard[slot] = min(ward, 90);
  setFlag(slot, L.FLAG_STUNNED, stunned);
  setFlag(slot, L.FLAG_SLOWED, slow > 0 || held);
  setFlag(slot, L.FLAG_BURNING, burning);
}

/** Writes the rows as STATUS_BYTES has them: u8 effect, u8 stacks, u16 ticks left, u32 source. */
export function writeEffects(slot: i32, to: usize): void {
  for (let r = 0; r < L.EFFECT_SLOTS; r++, to += 8) {
    const row = running(slot, r);
    const left = row.effect && row.endsTick > head.tick ? row.endsTick - head.tick : 0;
    store<u8>(to, left ? row.effect : 0);
    store<u8>(to, row.stacks, 1);
    store<u16>(to, <u16>min<u32>(left, 65535), 2);
    store<u32>(to, row.source, 4);
  }
}
