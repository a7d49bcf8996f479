// Mending at a smith's. In: a character, a villager, one thing or all. Out: wear gone, gold gone, the ledger told. What it costs follows from
// what the thing costs new: PRICE_SHARE of it for all of its wear, so that rarity and level are in it already.
import { items } from '../content';
import type { Npc } from '../content/kinds';
import type { Character, Item, Marks } from './character';
import { wearOf } from './durability';
import { reduced } from './guildlevel';
import { type Journal, LEDGER } from './journal';
import { OK, REASONS, type Reason } from './reasons';
import { isBankSlot } from './worn';

/** A broken thing made whole costs this share of its price. */
export const PRICE_SHARE = 0.1;

/** In copper: price x PRICE_SHARE x wear / 100, rounded up; `less`: so many percent less, for members of a known guild (guildlevel.ts). */
export const repairCost = (item: Pick<Item, 'kind' | 'marks'>, less = 0): number =>
  reduced(Math.ceil(((items.get(item.kind)?.price ?? 0) * PRICE_SHARE * wearOf(item)) / 100), less);

/** What needs mending of what he has with him: one thing by its id, or all for ''. */
export const wornDown = (c: Character, id = ''): Item[] =>
  c.items.filter(item => wearOf(item) > 0 && !isBankSlot(item.slot) && (!id || item.id === id));
export const repairCostOf = (c: Character, id = '', less = 0): number =>
  wornDown(c, id).reduce((sum, item) => sum + repairCost(item, less), 0);

/** `id`: '' for all. */
export function checkRepair(c: Character, npc: Pick<Npc, 'smith'>, id: string, less = 0): Reason {
  if (!npc.smith) return REASONS.noSmith;
  if (id && !c.items.some(item => item.id === id)) return REASONS.noSuchItem;
  if (!wornDown(c, id).length) return REASONS.notWorn;
  return repairCostOf(c, id, less) <= c.gold ? OK : REASONS.notEnoughGold;
}

/** Returns the copper paid. */
export function applyRepair(c: Character, journal: Journal, id: string, less = 0): number {
  const cost = repairCostOf(c, id, less);
  if (cost > c.gold) throw new Error('mended without the gold');
  for (const item of wornDown(c, id)) {
    item.marks = withoutWear(item.marks);
    journal.touch(item);
  }
  c.gold -= cost;
  journal.gold(LEDGER.repair, -cost);
  return cost;
}

function withoutWear({ wear: _, ...marks }: Marks = {}): Marks | undefined {
  return Object.keys(marks).length ? marks : undefined;
}
