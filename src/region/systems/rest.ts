// Rest: whoever comes back after a while has slept, best in a town. In: a character that was just fetched, where it left and when.
// Out: points of rest in the record.
import { applyRest } from '../../shared/rules/rest';
import { isInTown } from '../../shared/rules/towns';
import type { Player } from '../player';
import type { World } from '../world';

export function rest(world: World, { held, entity, character, journal }: Player): void {
  if (!held.left_ms) return;
  const { core } = world.sim;
  applyRest(character, journal, (world.now_ms - held.left_ms) / 1000, isInTown(world.place, core.x(entity), core.z(entity)));
}
