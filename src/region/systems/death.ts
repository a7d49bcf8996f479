// Dying and rising: players rise at the nearest spawn when they ask to, monsters where they live when their time has come.
// In: release messages, OUT_RESPAWN. Out: living bodies.
import { FLAG_DEAD } from '../../../assembly/layout';
import { S2C } from '../../shared/protocol/messages';
import { NOTICES } from '../../shared/protocol/notices';
import { REASONS } from '../../shared/rules/reasons';
import type { Outcome } from '../../shared/sim';
import type { Player } from '../player';
import type { World } from '../world';
import { arenaHere } from './arena';
import { checkpointOf } from './runs';

export function release(world: World, player: Player): void {
  const { core } = world.sim;
  if (!isDead(world, player)) {
    world.counters.count('refused.notDead');
    player.soon(S2C.notice, { notice: NOTICES.refused, value: REASONS.notDead, text: '' });
    return;
  }
  if (arenaHere(world)) {
    player.soon(S2C.notice, { notice: NOTICES.refused, value: REASONS.noReleaseHere, text: '' });
    return;
  }
  const x = core.x(player.entity);
  const z = core.z(player.entity);
  const nearest = world.place.spawns.toSorted((a, b) => Math.hypot(a.x - x, a.z - z) - Math.hypot(b.x - x, b.z - z))[0];
  const spot = checkpointOf(world) ?? nearest;
  core.revive(player.entity, spot.x, spot.z);
}

export function rise(world: World, { a }: Outcome): void {
  world.corpses.delete(a);
  const creature = world.creatures.get(a);
  if (creature) creature.rises_ms = 0;
}

export function isDead(world: World, { entity }: Player): boolean {
  return (world.sim.core.flags(entity) & FLAG_DEAD) !== 0;
}
