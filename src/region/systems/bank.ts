// The bank at a banker's. In: bank commands. Out: things moved between bag and bank in the record; they go where the character goes.
import type { Body, C2S } from '../../shared/protocol/messages';
import { applyBank, checkBank } from '../../shared/rules/bank';
import { OK } from '../../shared/rules/reasons';
import { mint } from '../mint';
import type { Player } from '../player';
import type { World } from '../world';
import { villagerNear } from './villagers';

export function bank(world: World, player: Player, { npc, item, slot, quantity }: Body<typeof C2S.bank>): number {
  const banker = villagerNear(world, player, npc);
  if (typeof banker === 'number') return banker;
  const { character, journal } = player;
  const reason = checkBank(character, banker, item, slot, quantity);
  if (reason === OK) applyBank(character, journal, mint, item, slot, quantity);
  return reason;
}
