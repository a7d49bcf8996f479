// Buying and selling with villagers. In: a character, a villager's wares. Out: gold and items changed, the ledger told.
import { items } from '../content';
import type { ItemKind, Npc } from '../content/kinds';
import type { Character } from './character';
import { applyAdd, applyConsumeItem, checkAdd, type Mint } from './inventory';
import { type Journal, LEDGER } from './journal';
import { OK, REASONS, type Reason } from './reasons';
import { isBankSlot, itemById, kindOf } from './worn';

/** No purse holds more, so that it always fits the wire and the books. */
export const MAX_GOLD = 2_000_000_000;

/** What a villager pays for one: a quarter, rounded down. */
export const sellPrice = (kind: ItemKind): number => Math.floor(kind.price / 4);

/** Item numbers a villager sells, in his own order. */
export const waresOf = (npc: Pick<Npc, 'vendor'>): number[] => (npc.vendor ?? []).map(key => items.key(key).id);

export function checkBuy(c: Character, npc: Pick<Npc, 'vendor'>, kind: number, quantity: number): Reason {
  const ware = items.get(kind);
  if (!ware?.price || !npc.vendor?.includes(ware.key)) return REASONS.notForSale;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > Math.max(ware.stack, 5)) return REASONS.badQuantity;
  if (c.gold < ware.price * quantity) return REASONS.notEnoughGold;
  return checkAdd(c, [{ kind, quantity }]);
}

/** `from`: number of the villager, for the thing's history. */
export function applyBuy(c: Character, journal: Journal, mint: Mint, kind: number, quantity: number, from = 0): void {
  const cost = items.get(kind)!.price * quantity;
  if (cost > c.gold) throw new Error('bought without the gold');
  c.gold -= cost;
  journal.gold(LEDGER.vendorBuy, -cost);
  applyAdd(c, journal, mint, LEDGER.vendorBuy, { kind, quantity, marks: from ? { from, by: 'shop' } : undefined });
}

export function checkSell(c: Character, npc: Pick<Npc, 'vendor'>, id: string, quantity: number): Reason {
  const item = itemById(c, id);
  if (!npc.vendor?.length) return REASONS.cannotSell;
  if (!item) return REASONS.noSuchItem;
  if (isBankSlot(item.slot)) return REASONS.notInBag;
  const kind = kindOf(item);
  if (kind.quest) return REASONS.questItem;
  if (!sellPrice(kind)) return REASONS.cannotSell;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > item.quantity) return REASONS.badQuantity;
  return c.gold + sellPrice(kind) * quantity > MAX_GOLD ? REASONS.cannotSell : OK;
}

/** Returns the copper received. */
export function applySell(c: Character, journal: Journal, id: string, quantity: number): number {
  const paid = sellPrice(kindOf(itemById(c, id)!)) * quantity;
  applyConsumeItem(c, journal, LEDGER.vendorSell, id, quantity);
  c.gold += paid;
  journal.gold(LEDGER.vendorSell, paid);
  return paid;
}
