// Trade with villagers who sell. In: buy and sell commands. Out: gold and items in the record, a toast once written.

import { TALK_RANGE_M } from '../../shared/protocol/limits';
import { type Body, type C2S, CAUSE_VENDOR } from '../../shared/protocol/messages';
import { OK, REASONS } from '../../shared/rules/reasons';
import { applyBuy, applySell, checkBuy, checkSell } from '../../shared/rules/vendor';
import { mint } from '../mint';
import type { Player } from '../player';
import { tellGain } from '../tell';
import type { World } from '../world';
import { isDead } from './death';

export function buy(world: World, player: Player, { npc, kind, quantity }: Body<typeof C2S.buy>): number {
  const vendor = world.villagers.get(npc);
  const { character, journal } = player;
  if (!vendor) return REASONS.nothingThere;
  const reason = isOutOfReach(world, player, npc) || checkBuy(character, vendor, kind, quantity);
  if (reason !== OK) return reason;
  const before = character.gold;
  applyBuy(character, journal, mint, kind, quantity);
  tellGain(player, CAUSE_VENDOR, { gold: character.gold - before, items: [{ kind, quantity }] });
  return OK;
}

export function sell(world: World, player: Player, { npc, item, quantity }: Body<typeof C2S.sell>): number {
  const vendor = world.villagers.get(npc);
  if (!vendor) return REASONS.nothingThere;
  const reason = isOutOfReach(world, player, npc) || checkSell(player.character, vendor, item, quantity);
  if (reason !== OK) return reason;
  tellGain(player, CAUSE_VENDOR, { gold: applySell(player.character, player.journal, item, quantity) });
  return OK;
}

function isOutOfReach(world: World, player: Player, npc: number): number {
  if (isDead(world, player)) return REASONS.isDead;
  return world.distance(player.entity, npc) > TALK_RANGE_M ? REASONS.tooFar : OK;
}
