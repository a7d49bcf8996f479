// What a mind becomes aware of: foes near enough, before it, by night from farther, and not hidden behind a house.
import * as L from './layout';
import { flags, level, posX, posZ, yaw } from './memory';
import { found, nearby } from './grid';
import { head, isDead } from './world';
import { wouldAttack } from './relations';
import { Kind } from './content';
import { sees } from './cast';

/** Behind its back a mind notices at half the distance, a crouching player at this share of it. */
const BEHIND: f32 = 0.5;
const CROUCHED: f32 = 0.6;
/** Each level that the other is above frightens off this share. */
const PER_LEVEL: f32 = 0.06;

export function isNight(): bool {
  return head.timeOfDay < 0.23 || head.timeOfDay > 0.8;
}

/** How far `slot` notices `other`. */
function noticeRange(slot: i32, k: Kind, other: i32): f32 {
  let range = k.notice * <f32>head.sightPct * 0.01;
  if ((k.mind & L.MIND_NIGHT) != 0 && isNight()) range *= 2;
  if (flags[other] & L.FLAG_CROUCHED) range *= CROUCHED;
  const above = <f32>(level[other] - level[slot]);
  if (above > 0) range *= Mathf.max(0.3, 1 - above * PER_LEVEL);
  const dx = posX[other] - posX[slot];
  const dz = posZ[other] - posZ[slot];
  const before = dx * Mathf.sin(yaw[slot]) - dz * Mathf.cos(yaw[slot]);
  return before > 0 ? range : range * BEHIND;
}

@inline
function distance2(a: i32, b: i32): f32 {
  const dx = posX[b] - posX[a];
  const dz = posZ[b] - posZ[a];
  return dx * dx + dz * dz;
}

/** The nearest foe that this mind notices, or -1. Guards look out for beasts, the rest for players. */
export function noticed(slot: i32, k: Kind): i32 {
  const guards = (k.mind & L.MIND_GUARD) != 0;
  const reach = isNight() && (k.mind & L.MIND_NIGHT) != 0 ? k.notice * 2 : k.notice;
  const n = nearby(posX[slot], posZ[slot], reach, guards ? L.CLASS_MONSTER : L.CLASS_PLAYER);
  let best = -1;
  let nearest: f32 = 1e9;
  for (let i = 0; i < n; i++) {
    const other = <i32>found[i];
    if (isDead(other) || !wouldAttack(slot, other)) continue;
    const d2 = distance2(slot, other);
    const range = guards ? reach : noticeRange(slot, k, other);
    if (d2 > range * range || d2 >= nearest || !sees(slot, other)) continue;
    nearest = d2;
    best = other;
  }
  return best;
}

/** The nearest player that a timid one is afraid of, or -1. */
export function feared(slot: i32, k: Kind): i32 {
  const n = nearby(posX[slot], posZ[slot], k.notice, L.CLASS_PLAYER);
  let best = -1;
  let nearest: f32 = 1e9;
  for (let i = 0; i < n; i++) {
    const other = <i32>found[i];
    if (isDead(other)) continue;
    const range = noticeRange(slot, k, other);
    const d2 = distance2(slot, other);
    if (d2 > range * range || d2 >= nearest) continue;
    nearest = d2;
    best = other;
  }
  return best;
}
