// Beasts that come for somebody's sake: an ambush, a wave. In: kind, level, how many, round which spot, whom they are after. Out: monsters on
// open ground a little way off that turn on him at once, stay a few minutes and leave loot like any other. There is a most of them.
import { monsters } from '../../shared/content';
import type { CoreExports } from '../../shared/core';
import { bearSummoned, isSummoned } from '../population';
import type { World } from '../world';

const STAY_MS = 4 * 60_000;
const MOST_IN_REGION = 40;
/** So far from the spot they appear. */
const NEAREST_M = 13;
const STEP_M = 2.5;
const TRIES = 24;
/** Steeper or wetter ground than this is none to stand on. */
const MOST_CLIMB_M = 6;
const DRY_M = 0.2;
const EYES_M = 1.2;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

interface Spot {
  x: number;
  z: number;
}

/** Whether the region bears so many more. */
export function hasRoomFor(world: World, count: number): boolean {
  let here = 0;
  for (const creature of world.creatures.values()) if (isSummoned(creature)) here++;
  return here + count <= MOST_IN_REGION;
}

export function summon(
  world: World,
  { monster, count, level }: { monster: string; count: number; level: number },
  spot: Spot,
  targets: readonly number[],
): number[] {
  const kind = monsters.key(monster);
  return spotsAround(world.sim.core, spot, count, world.tick)
    .filter(({ x, z }) => world.owns(x, z))
    .map(({ x, z }, i) => {
      const entity = bearSummoned(world, kind, level, x, z, world.now_ms + STAY_MS);
      world.sim.core.provoke(entity, targets[i % targets.length]);
      return entity;
    });
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
