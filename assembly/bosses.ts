// The part of the ABI that fights of bosses need (src/region/encounters): blows of the host's choosing, and whom a monster fights.
import { mindTarget } from './memory';
import { abilityOf } from './content';
import * as damage from './damage';
import { slotOf } from './ids';
import { isGhost } from './world';

/** A blow of the host's choosing, as if `id` had struck `target` with that ability for `amount` before armor. 1: it fell, 0: on nobody. */
export function blast(id: u32, target: u32, ability: i32, amount: i32): i32 {
  const slot = slotOf(id);
  const other = slotOf(target);
  const kind = abilityOf(ability);
  return slot >= 0 && !isGhost(slot) && other >= 0 && kind != null && damage.blast(slot, other, kind, amount) ? 1 : 0;
}

/** Whom a monster fights: his id, 0 when it fights nobody. */
export function foe(id: u32): u32 {
  const slot = slotOf(id);
  return slot >= 0 && !isGhost(slot) ? mindTarget[slot] : 0;
}
