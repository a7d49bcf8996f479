// Talks with villagers in which something is decided. In: answer commands. Out: the answer in the record, the quest that asked for it counted.
import type { Body, C2S } from '../../shared/protocol/messages';
import { OK } from '../../shared/rules/reasons';
import { applyAnswer, checkAnswer } from '../../shared/rules/talks';
import type { Player } from '../player';
import type { World } from '../world';
import { villagerNear } from './villagers';

export function giveAnswer(world: World, player: Player, { npc: entity, talk, answer }: Body<typeof C2S.answer>): number {
  const npc = villagerNear(world, player, entity);
  if (typeof npc === 'number') return npc;
  const reason = checkAnswer(player.character, npc.key, talk, answer);
  if (reason === OK) applyAnswer(player.character, player.journal, talk, answer);
  return reason;
}
