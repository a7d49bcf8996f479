// Trade with villagers who sell. In: buy and sell commands. Out: gold and items in the record, a toast once written.

import { type Body, type C2S, CAUSE_VENDOR } from '../../shared/protocol/messages';
import { OK } from '../../shared/rules/reasons';
import { applyBuy, applySell, checkBuy, checkSell } from '../../shared/rules/vendor';
import { mint } from '../mint';
import type { Player } from '../player';
import { tellGain } from '../tell';
import type { World } from '../world';
import { villagerNear } from './villagers';

export function buy(world: World, player: Player, { npc, kind, quantity }: Body<typeof C2S.buy>): number {
  const vendor = villagerNear(world, player, npc);
  if (typeof vendor === 'number') return vendor;
  const { character, journal } = player;
  const reason = checkBuy(character, vendor, kind, quantity);
  if (reason !== OK) return reason;
  const before = character.gold;
  applyBuy(character, journal, mint, kind, quantity, vendor.id);
  tellGain(player, CAUSE_VENDOR, { gold: character.gold - before, items: [{ kind, quantity }] });
  return OK;
}

export function sell(world: World, player: Player, { npc, item, quantity }: Body<typeof C2S.sell>): number {
  const vendor = villagerNear(world, player, npc);
  if (typeof vendor === 'number') return vendor;
  const reason = checkSell(player.character, vendor, item, quantity);
  if (reason !== OK) return reason;
  tellGain(player, CAUSE_VENDOR, { gold: applySell(player.character, player.journal, item, quantity) });
  return OK;
}
