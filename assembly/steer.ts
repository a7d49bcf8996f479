// How a mind gets somewhere: straight when the way is free, else round obstacles to the next point of a found path, which it remembers
// until it stands there. In: a place to go. Out: the wish (velocity) that crowd.ts carries out.
import { detourUntil, detourX, detourZ, posX, posZ, stuckBest, stuckSince, wishX, wishZ } from './memory';
import { findWay, wayX, wayZ } from './paths';
import { canWalk } from './nav';
import { head } from './world';

/** Straight ways are tried this far ahead. */
const AHEAD_M: f32 = 18;
/** A point of the way counts as reached from here. */
const REACHED_M: f32 = 0.8;
/** A way found is believed this long. */
const BELIEVED_TICKS: u32 = 50;
/** Searches in one tick; whoever comes later walks on and asks again. */
const MOST_SEARCHES = 6;
let searches = 0;

export function allowSearches(): void {
  searches = MOST_SEARCHES;
}

export function halt(slot: i32): void {
  wishX[slot] = 0;
  wishZ[slot] = 0;
}

/** Walks straight in a direction, whatever stands there. */
export function walkAlong(slot: i32, dx: f32, dz: f32, pace: f32): void {
  const d = Mathf.sqrt(dx * dx + dz * dz);
  if (d < 0.05) return halt(slot);
  wishX[slot] = dx / d * pace;
  wishZ[slot] = dz / d * pace;
}

/** Goes towards (x, z) at `pace` m/s. */
export function goTo(slot: i32, x: f32, z: f32, pace: f32): void {
  const dx = x - posX[slot];
  const dz = z - posZ[slot];
  const d = Mathf.sqrt(dx * dx + dz * dz);
  const look: f32 = d > AHEAD_M ? AHEAD_M / d : 1;
  if (canWalk(posX[slot], posZ[slot], posX[slot] + dx * look, posZ[slot] + dz * look)) {
    detourUntil[slot] = 0;
    return walkAlong(slot, dx, dz, pace);
  }
  if (head.tick < detourUntil[slot]) {
    const ux = detourX[slot] - posX[slot];
    const uz = detourZ[slot] - posZ[slot];
    if (ux * ux + uz * uz > REACHED_M * REACHED_M) return walkAlong(slot, ux, uz, pace);
  }
  if (searches <= 0) return;
  searches--;
  if (!findWay(posX[slot], posZ[slot], x, z)) return walkAlong(slot, dx, dz, pace);
  detourX[slot] = wayX;
  detourZ[slot] = wayZ;
  detourUntil[slot] = head.tick + BELIEVED_TICKS;
  walkAlong(slot, wayX - posX[slot], wayZ - posZ[slot], pace);
}

/** Starts to watch whether it comes nearer to where it goes. */
export function startEffort(slot: i32): void {
  stuckSince[slot] = head.tick;
  stuckBest[slot] = 1e6;
}

/** Ticks since it last came half a metre nearer; `distance`: how far it has to go. */
export function vainTicks(slot: i32, distance: f32): u32 {
  if (distance < stuckBest[slot] - 0.5) {
    stuckBest[slot] = distance;
    stuckSince[slot] = head.tick;
  }
  return head.tick - stuckSince[slot];
}
