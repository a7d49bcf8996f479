// Blows and healing over a border: what somebody here does to a ghost is told to the host, which brings it to the ghost's owner; what comes
// from there to one of ours is decided here, as if its doer stood among us.
import * as L from './layout';
import { bodyId } from './memory';
import { Ability, abilityWith } from './content';
import { beMended, beStruck, isMissed } from './damage';
import { tellAt } from './outcomes';
import { areFoes, mayHelp } from './relations';
import { slotOf } from './ids';
import { isDead, isGhost } from './world';

/** More than anything can roll. */
const MOST_AMOUNT = 65535;
/** What a neighbour may say of a blow: how it hit, not what became of it. */
const SAID_BITS = L.HIT_CRITICAL | L.HIT_HEAD | 0xff00;

/** Above the amount stands the talent that changed the ability. */
const TALENT_SHIFT = 16;

/** Tells the host that an ability reached a ghost; `amount` rolled before armor, 0: only the effect. */
export function tellReach(doer: i32, ghost: i32, ability: Ability, amount: f32, flags: i32): void {
  const whole = amount > 0 ? min(max(1, <i32>(amount + 0.5)), MOST_AMOUNT) : 0;
  reach(bodyId[doer], ghost, ability.id, whole | (<i32>ability.talent << TALENT_SHIFT), flags);
}

function reach(doer: u32, ghost: i32, ability: i32, amount: i32, flags: i32): void {
  tellAt(L.OUT_REACH, ghost, doer, bodyId[ghost], ability, amount).flags = <u16>flags;
}

/** A neighbour's body `source` did `ability` to one of ours. Whoever went on to another region meanwhile is a ghost again: told on. */
export function strikeFromAfar(source: u32, target: u32, id: i32, said: i32, flags: i32): void {
  said = max(said, 0);
  const ability = abilityWith(id, said >> TALENT_SHIFT & 255);
  const slot = slotOf(target);
  if (ability == null || slot < 0 || isDead(slot)) return;
  const doer = slotOf(source);
  const amount = said & MOST_AMOUNT;
  flags &= SAID_BITS;
  if (isGhost(slot)) return reach(source, slot, id, said, flags);
  const isFriendly = ability.on == L.ON_FRIEND;
  if (doer >= 0 && !(isFriendly ? mayHelp(doer, slot) : areFoes(doer, slot))) return;
  if (isFriendly) beMended(slot, doer, ability, <f32>amount, flags);
  else if (!isMissed(doer, slot, ability)) beStruck(slot, doer, ability, <f32>amount, flags);
}
