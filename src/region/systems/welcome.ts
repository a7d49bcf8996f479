// A place for whoever comes by somebody's link: beside him, on ground that one can stand on. In: a player here. Out: the spot, looking at him.
import type { World } from '../world';

const AWAY_M = [2.2, 3.2, 4.5] as const;
const WAYS = 8;
/** Steeper than this one would fall, or stand in a wall. */
const MOST_STEP_M = 1.2;
const DRY_M = 0.25;
const EYES_M = 1.4;

export function besides(world: World, character: string): { x: number; y: number; z: number; yaw: number } | null {
  const host = world.byCharacter.get(character);
  if (!host) return null;
  const { core } = world.sim;
  const [x, y, z] = [core.x(host.entity), core.y(host.entity), core.z(host.entity)];
  const facing = core.yaw(host.entity);
  for (const away of AWAY_M) {
    for (let i = 0; i < WAYS; i++) {
      // In front of him first, then to his sides.
      const angle = facing + ((i % 2 ? -1 : 1) * Math.ceil(i / 2) * 2 * Math.PI) / WAYS;
      const spot = { x: x + Math.sin(angle) * away, z: z - Math.cos(angle) * away };
      const ground = core.height(spot.x, spot.z);
      if (!world.owns(spot.x, spot.z) || ground < DRY_M || Math.abs(ground - y) > MOST_STEP_M) continue;
      if (core.lineOfSight(x, y + EYES_M, z, spot.x, ground + EYES_M, spot.z) !== 1) continue;
      return { ...spot, y: ground, yaw: angle + Math.PI };
    }
  }
  return null;
}
