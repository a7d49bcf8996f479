// Falls end on the ground or in the water: what others hear and see of it, and what it hurts. In: a walker that has just landed.
import * as L from './layout';
import { bodyId, hpMax } from './memory';
import { hurt } from './damage';
import { Walker } from './move';
import { tell } from './outcomes';

/** Slower landings are silent, faster ones than SAFE (a drop of 4 m) hurt. */
const HEARD_MPS: f32 = 5;
const SAFE_MPS: f32 = 12.7;
/** Percent of health lost per m/s above SAFE: 12 m break every neck. */
const HURT_PCT: f32 = 11;

/** Health that a landing at this speed costs the body. */
export function fallDamage(slot: i32, speed: f32): i32 {
  return speed > SAFE_MPS ? <i32>(<f32>hpMax[slot] * (speed - SAFE_MPS) * HURT_PCT * 0.01) + 1 : 0;
}

function tellAtFeet(type: i32, w: Walker, value: i32): void {
  const o = tell(type, w.id, 0, 0, value);
  o.x = w.x;
  o.y = w.y;
  o.z = w.z;
}

/** Tells a landing; the damage is done when the walker is back in its slot (fallHurts). */
export function landed(slot: i32, w: Walker, speed: f32): void {
  if (speed >= HEARD_MPS) tellAtFeet(L.OUT_LAND, w, fallDamage(slot, speed));
}

export function fallHurts(slot: i32, damage: i32): void {
  if (damage > 0 && bodyId[slot] != 0) hurt(slot, -1, damage, 0, 0, 0);
}

export function splashed(w: Walker): void {
  tellAtFeet(L.OUT_SPLASH, w, (w.flags & L.FLAG_SWIMMING) != 0 ? 1 : 0);
}
