// Journeys between waystones. In: travel commands. Out: the fee booked, and the body at the other stone: at once in this region, by a
// crossing in any other.
import { FLAG_COMBAT } from '../../../assembly/layout';
import type { Body, C2S } from '../../shared/protocol/messages';
import { OK, REASONS } from '../../shared/rules/reasons';
import { applyTravel, checkTravel, waystoneOf } from '../../shared/rules/travel';
import type { Player } from '../player';
import type { World } from '../world';
import { isDead } from './death';
import { perksFor } from './guild';

/** He arrives beside the stone, not in it. */
const BESIDE_M = 3;

export function travel(world: World, player: Player, { poi }: Body<typeof C2S.travel>): number {
  if (isDead(world, player)) return REASONS.isDead;
  const { core } = world.sim;
  const { character, journal, entity } = player;
  const spot = { x: core.x(entity), z: core.z(entity) };
  const fighting = (core.flags(entity) & FLAG_COMBAT) !== 0;
  const less = perksFor(world, player).travel;
  const reason = checkTravel(character, world.place, spot, poi, fighting, less);
  const goal = waystoneOf(poi);
  if (reason !== OK || !goal) return reason;
  applyTravel(character, journal, spot, poi, less);
  const { x, z } = { x: goal.poi.x, z: goal.poi.z + BESIDE_M };
  if (world.owns(x, z)) core.teleport(entity, x, Number.NaN, z, Math.PI);
  else player.goal = { x, z };
  return OK;
}
