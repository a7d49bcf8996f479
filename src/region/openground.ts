// Where beasts may appear: open ground a little way off a spot. In: the core's ground and sight. Out: spots, fewer where there is no room.
import type { CoreExports } from '../shared/core';

/** So far from the spot they appear. */
const NEAREST_M = 13;
const STEP_M = 2.5;
const TRIES = 24;
/** Steeper or wetter ground than this is none to stand on. */
const MOST_CLIMB_M = 6;
const DRY_M = 0.2;
const EYES_M = 1.2;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

export interface Spot {
  x: number;
  z: number;
}

/** Open ground for so many, a little way off: dry, not up a cliff, and seen from the spot, for nobody comes out of a wall. */
export function spotsAround(core: CoreExports, spot: Spot, count: number, turn: number): Spot[] {
  const floor = core.height(spot.x, spot.z);
  const found: Spot[] = [];
  for (let i = 0; i < TRIES && found.length < count; i++) {
    const angle = turn + i * GOLDEN_ANGLE;
    const away = NEAREST_M + (i % 3) * STEP_M;
    const [x, z] = [spot.x + Math.sin(angle) * away, spot.z + Math.cos(angle) * away];
    const ground = core.height(x, z);
    if (ground < DRY_M || Math.abs(ground - floor) > MOST_CLIMB_M) continue;
    if (core.lineOfSight(spot.x, floor + EYES_M, spot.z, x, ground + EYES_M, z) === 1) found.push({ x, z });
  }
  return found;
}
