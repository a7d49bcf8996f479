// Orders for the market. In: sellOrder and buyOrder commands, in a town. Out: what is sold, its deposit, or the gold that is offered leaves the
// player in the turn that puts the order down as a parcel. What comes of it comes as letters.
import type { Body, C2S } from '../../shared/protocol/messages';
import { applySend } from '../../shared/rules/goods';
import { checkBuyOrder, checkSellOrder, depositFor, type Order, wareOf } from '../../shared/rules/market';
import { OK, REASONS } from '../../shared/rules/reasons';
import { mint } from '../mint';
import type { Player } from '../player';
import type { World } from '../world';
import { isDead } from './death';
import { standsInTown } from './post';

export function sellOrder(world: World, player: Player, { items, price }: Body<typeof C2S.sellOrder>): number {
  const { character, journal } = player;
  const ware = wareOf(character, items);
  const reason = isDead(world, player) ? REASONS.isDead : checkSellOrder(character, items, price, standsInTown(world, player));
  if (reason !== OK || typeof ware === 'number') return reason;
  const gold = depositFor(price, ware.quantity);
  const things = applySend(character, journal, mint, items, gold);
  give(world, { id: mint(), character: character.id, side: 'sell', ware: ware.ware, price, quantity: ware.quantity, things, gold });
  return OK;
}

export function buyOrder(world: World, player: Player, { kind, quality, price, quantity }: Body<typeof C2S.buyOrder>): number {
  const { character, journal } = player;
  const ware = { kind, quality };
  const reason = isDead(world, player)
    ? REASONS.isDead
    : checkBuyOrder(character, ware, price, quantity, standsInTown(world, player));
  if (reason !== OK) return reason;
  const gold = price * quantity;
  applySend(character, journal, mint, [], gold);
  give(world, { id: mint(), character: character.id, side: 'buy', ware, price, quantity, things: [], gold });
  return OK;
}

function give(world: World, order: Order): void {
  world.deeds.parcels.push({ to: 'market', kind: 'order', body: order });
  world.counters.count(`market.${order.side}`);
}
