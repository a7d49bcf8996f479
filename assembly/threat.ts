// Whom a monster hates, and how much: THREAT_SLOTS rows of an id and an amount. Beside it stands what each has done to bring it down: anger is
// worth more from a tank and less from a healer, but who earned how much of a death is not.
import * as L from './layout';
import { threatAmount, threatId, threatMerit } from './memory';
import { isDead, isPlayer } from './world';
import { fourWords } from './columns';
import { slotOf } from './ids';

export function clearThreat(slot: i32): void {
  for (let r = 0; r < L.THREAT_SLOTS; r++) {
    threatId[slot * L.THREAT_SLOTS + r] = 0;
    threatAmount[slot * L.THREAT_SLOTS + r] = 0;
    threatMerit[slot * L.THREAT_SLOTS + r] = 0;
  }
}

/** Adds to what `slot` holds against `id`, and to what that one earned. When all rows are taken the least hated is forgotten. */
export function addThreat(slot: i32, id: u32, amount: f32, merit: f32): void {
  let least = slot * L.THREAT_SLOTS;
  for (let r = 0; r < L.THREAT_SLOTS; r++) {
    const at = slot * L.THREAT_SLOTS + r;
    if (threatId[at] == id) {
      threatAmount[at] = threatAmount[at] + amount;
      threatMerit[at] = threatMerit[at] + merit;
      return;
    }
    if (threatAmount[at] < threatAmount[least]) least = at;
  }
  threatId[least] = id;
  threatAmount[least] = amount;
  threatMerit[least] = merit;
}

/** Whoever taunts is hated a little more than the most hated. */
export function matchTop(slot: i32, id: u32): void {
  let most: f32 = 1;
  let own: f32 = 0;
  for (let r = 0; r < L.THREAT_SLOTS; r++) {
    const at = slot * L.THREAT_SLOTS + r;
    if (threatId[at] == 0) continue;
    if (threatId[at] == id) own = threatAmount[at];
    most = Mathf.max(most, threatAmount[at]);
  }
  const wanted = most * TAUNT_LEAD;
  if (own < wanted) addThreat(slot, id, wanted - own, 0);
}
const TAUNT_LEAD: f32 = 1.1;

@inline
export function hasThreat(slot: i32, id: u32): bool {
  for (let r = 0; r < L.THREAT_SLOTS; r++) if (threatId[slot * L.THREAT_SLOTS + r] == id) return true;
  return false;
}

/** Whether any row is taken: most bodies hate nobody, and every thought asks. */
@inline
function hatesAny(slot: i32): bool {
  const first = slot * L.THREAT_SLOTS;
  for (let r = 0; r < L.THREAT_SLOTS; r += 4) if (v128.any_true(fourWords(threatId, first + r))) return true;
  return false;
}

/** The slot of the most hated body that lives, or -1. */
export function topThreat(slot: i32): i32 {
  if (!hatesAny(slot)) return -1;
  let top = -1;
  let most: f32 = 0;
  for (let r = 0; r < L.THREAT_SLOTS; r++) {
    const at = slot * L.THREAT_SLOTS + r;
    if (threatId[at] == 0 || threatAmount[at] <= most) continue;
    const hated = slotOf(threatId[at]);
    if (hated < 0 || isDead(hated)) continue;
    top = hated;
    most = threatAmount[at];
  }
  return top;
}

/** What players together have earned of this body's death. */
export function playersThreat(slot: i32): f32 {
  let sum: f32 = 0;
  for (let r = 0; r < L.THREAT_SLOTS; r++) sum += earned(slot, r);
  return sum;
}

/** What the player in row `r` earned; 0 for monsters, villagers and those who left. */
export function earned(slot: i32, r: i32): f32 {
  const at = slot * L.THREAT_SLOTS + r;
  const by = threatId[at] != 0 ? slotOf(threatId[at]) : -1;
  return by >= 0 && isPlayer(by) ? threatMerit[at] : 0;
}

export function earner(slot: i32, r: i32): u32 {
  return threatId[slot * L.THREAT_SLOTS + r];
}
