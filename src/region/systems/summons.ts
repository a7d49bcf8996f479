// Beasts that come for somebody's sake: an ambush, a wave. In: kind, level, how many, round which spot, whom they are after. Out: monsters on
// open ground a little way off that turn on him at once, stay a few minutes and leave loot like any other. There is a most of them.
import { monsters } from '../../shared/content';
import { type Spot, spotsAround } from '../openground';
import { bearSummoned, isSummoned } from '../population';
import type { World } from '../world';

const STAY_MS = 4 * 60_000;
const MOST_IN_REGION = 40;
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
