// Abilities: passed on to the core, which alone decides; its refusals are told. In: use and cancel messages, OUT_REFUSED. Out: commands.
import { OK } from '../../../assembly/layout';
import { type Body, type C2S, S2C } from '../../shared/protocol/messages';
import { reasonKey } from '../../shared/rules/reasons';
import type { Outcome } from '../../shared/sim';
import type { Player } from '../player';
import type { World } from '../world';

export function useAbility(world: World, player: Player, { number, ability, target }: Body<typeof C2S.use>): void {
  const reason = world.sim.core.useAbility(player.entity, ability, target, number);
  if (reason !== OK) refuse(world, player, number, ability, reason);
}

export function cancelCast(world: World, player: Player): void {
  world.sim.core.cancelCast(player.entity);
}

export function tellRefused(world: World, { a, b, ability, value }: Outcome): void {
  const player = world.players.get(a);
  if (player) refuse(world, player, b, ability, value);
}

function refuse(world: World, player: Player, number: number, ability: number, reason: number): void {
  world.counters.count(`refused.${reasonKey(reason) ?? reason}`);
  player.soon(S2C.refused, { number, ability, reason });
}
