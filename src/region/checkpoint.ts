// Once a second: where everybody is and how he feels, in one row for the whole region. It also touches storage, so that an instance which
// the platform has replaced without telling it dies here instead of running on. And all the time, a few at a time: what D1 is to hear of. In: the
// world. Out: one blob; batches.
import { TICKS_PER_SECOND } from '../../assembly/layout';
import { softOf } from './body';
import { fallen } from './population';
import type { World } from './world';

/** In the middle between the turns in which everything else is done that is done once a second: in a crowd both are long. */
const APART_TICKS = TICKS_PER_SECOND / 2;
/** D1 hears of some every quarter of a second: of a thousand at once it would keep a turn waiting. */
const TEND_TICKS = TICKS_PER_SECOND / 4;
/** Where nobody stands (neighbours look over the border) nobody's second can be lost: only when beasts rise again. */
const EMPTY_TICKS = 10 * TICKS_PER_SECOND;

export function checkpoint(world: World): void {
  if (world.turnOf(0, TEND_TICKS)) void world.footing.custody.tend(world.now_ms, 1);
  if (!world.turnOf(APART_TICKS, TICKS_PER_SECOND)) return;
  if (world.players.size || world.turnOf(APART_TICKS, EMPTY_TICKS)) writeCheckpoint(world);
  void world.footing.store.transfers.pump();
}

export function writeCheckpoint(world: World): void {
  const bodies: { character: string; soft: ReturnType<typeof softOf> }[] = [];
  for (const player of world.players.values()) {
    player.held.soft = softOf(world, player);
    bodies.push({ character: player.character.id, soft: player.held.soft });
  }
  world.footing.store.writeSoft({ bodies, fallen: fallen(world) }, world.now_ms);
}
