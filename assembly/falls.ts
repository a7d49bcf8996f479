// Falls end on the ground or in the water: what others hear and see of it, and what it hurts.
import * as L from './layout';
import { Walker } from './move';
import { tell } from './outcomes';

/** Slower landings are silent, faster than SAFE hurt. */
const HEARD_MPS: f32 = 5;
const SAFE_MPS: f32 = 13;
/** Percent of health lost per m/s above SAFE. */
const HURT_PCT: f32 = 9;

/** Percent of its health that a body loses in a fall; set by landed(), taken by the vitals phase. */
export function fallHurtPct(speed: f32): f32 {
  return speed > SAFE_MPS ? (speed - SAFE_MPS) * HURT_PCT : 0;
}

export function landed(slot: i32, w: Walker, speed: f32): void {
  if (speed < HEARD_MPS) return;
  const o = tell(L.OUT_LAND, w.id, 0, 0, 0);
  o.x = w.x;
  o.y = w.y;
  o.z = w.z;
}

export function splashed(w: Walker): void {
  const o = tell(L.OUT_SPLASH, w.id, 0, 0, (w.flags & L.FLAG_SWIMMING) != 0 ? 1 : 0);
  o.x = w.x;
  o.y = w.y;
  o.z = w.z;
}
