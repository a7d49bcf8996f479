// Herbs, berries and ore: one takes them, all see them gone until they grow back. In: gather commands, time. Out: items in the record,
// spent nodes with the time they are ready again.

import { LOOT_RANGE_M } from '../../shared/protocol/limits';
import { type Body, type C2S, CAUSE_GATHER, S2C } from '../../shared/protocol/messages';
import { applyGather, checkGather } from '../../shared/rules/gather';
import { applyEvent } from '../../shared/rules/quests';
import { OK, REASONS } from '../../shared/rules/reasons';
import { mint } from '../mint';
import type { Player } from '../player';
import { tellGain } from '../tell';
import type { World } from '../world';
import { isDead } from './death';

export function gather(world: World, player: Player, { node: index }: Body<typeof C2S.gather>): number {
  if (isDead(world, player)) return REASONS.isDead;
  const node = world.place.nodes[index];
  const reason = checkGather(player.character, node, world.spent.has(index));
  if (reason !== OK) return reason;
  if (world.distanceTo(player.entity, node.x, node.z) > LOOT_RANGE_M) return REASONS.tooFar;
  const stack = applyGather(player.character, player.journal, mint, node, Math.random);
  applyEvent(player.character, player.journal, { kind: 'mine', node: node.item });
  const ready_ms = world.now_ms + node.respawn_s * 1000;
  world.spent.set(index, ready_ms);
  world.deeds.spent.push({ node: index, ready_ms });
  tellGain(player, CAUSE_GATHER, { items: [stack] });
  tellNodes(world);
  return OK;
}

export function regrow(world: World): void {
  if (!world.onTheSecond) return;
  let grown = false;
  for (const [node, ready_ms] of world.spent) {
    if (ready_ms > world.now_ms) continue;
    world.spent.delete(node);
    world.regrownAt_ms.set(node, ready_ms);
    world.deeds.regrown.push(node);
    grown = true;
  }
  if (grown) tellNodes(world);
}

function tellNodes(world: World): void {
  const spent = [...world.spent.keys()];
  for (const player of world.players.values()) player.sure(S2C.nodes, { spent });
}
