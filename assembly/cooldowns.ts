// When an ability may be used again: a few rows per body (COOLDOWN_SLOTS), an ability and the tick from which it is ready.
import * as L from './layout';
import { cooldownAbility, cooldownReady, globalReady } from './memory';
import { Ability } from './content';
import { head } from './world';

export function clearCooldowns(slot: i32): void {
  for (let r = 0; r < L.COOLDOWN_SLOTS; r++) cooldownAbility[slot * L.COOLDOWN_SLOTS + r] = 0;
  globalReady[slot] = 0;
}

/** Ticks until `ability` is ready; 0: now. */
export function cooldownLeft(slot: i32, ability: i32): i32 {
  for (let r = 0; r < L.COOLDOWN_SLOTS; r++) {
    const at = slot * L.COOLDOWN_SLOTS + r;
    if (cooldownAbility[at] == ability && cooldownReady[at] > head.tick) return <i32>(cooldownReady[at] - head.tick);
  }
  return 0;
}

/** Ticks until all abilities are ready; 0: now. */
export function longestLeft(slot: i32): i32 {
  let until = head.tick;
  for (let r = 0; r < L.COOLDOWN_SLOTS; r++) {
    const at = slot * L.COOLDOWN_SLOTS + r;
    if (cooldownAbility[at] != 0) until = max(until, cooldownReady[at]);
  }
  return <i32>(until - head.tick);
}

/** Lets `ability` rest for so many ticks. When all rows are taken, the one that is ready soonest makes room. */
export function setCooldown(slot: i32, ability: i32, ticks: i32): void {
  let best = slot * L.COOLDOWN_SLOTS;
  for (let r = 0; r < L.COOLDOWN_SLOTS; r++) {
    const at = slot * L.COOLDOWN_SLOTS + r;
    if (cooldownAbility[at] == ability) {
      best = at;
      break;
    }
    if (readyOf(at) < readyOf(best)) best = at;
  }
  cooldownAbility[best] = ability;
  cooldownReady[best] = head.tick + <u32>max(ticks, 0);
}

@inline
function readyOf(at: i32): u32 {
  return cooldownAbility[at] == 0 ? 0 : cooldownReady[at];
}

@inline
export function globalLeft(slot: i32): i32 {
  return globalReady[slot] > head.tick ? <i32>(globalReady[slot] - head.tick) : 0;
}

/** Starts what an ability's use starts: its own cooldown, and with `global` the pause that abilities share. */
export function rest(slot: i32, ability: Ability): void {
  if (ability.cooldownTicks) setCooldown(slot, ability.id, ability.cooldownTicks);
}

export function pause(slot: i32, ability: Ability): void {
  if (ability.flags & L.ABILITY_GLOBAL) globalReady[slot] = head.tick + <u32>L.GLOBAL_COOLDOWN_TICKS;
}
