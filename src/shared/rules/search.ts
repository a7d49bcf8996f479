// Looking for something on the market. In: what is offered and asked for of each ware, and what is looked for. Out: one page of it, in order. Pure.
import { items } from '../content';
import type { ItemKind, Rarity } from '../content/kinds';
import type { Ware } from './market';

export const CATEGORIES = ['all', 'weapons', 'armor', 'provisions', 'goods'] as const;
export type Category = (typeof CATEGORIES)[number];
export const SORTS = ['name', 'level', 'ask', 'asked', 'bid', 'wanted'] as const;
export type Sort = (typeof SORTS)[number];
export const PAGE_ROWS = 20;

export interface Search {
  /** Words that all stand in the name. */
  readonly text: string;
  readonly category: Category;
  readonly rarity: Rarity | '';
  readonly minLevel: number;
  readonly maxLevel: number;
  /** Copper for one piece at most; 0: whatever it costs. */
  readonly maxPrice: number;
  readonly sort: Sort;
  readonly down: boolean;
  readonly page: number;
}
export interface Offered extends Ware {
  readonly ask: number;
  readonly asked: number;
  readonly bid: number;
  readonly wanted: number;
}
export interface SearchPage {
  readonly rows: Offered[];
  readonly total: number;
  readonly page: number;
}

export const ANYTHING: Search = {
  text: '',
  category: 'all',
  rarity: '',
  minLevel: 0,
  maxLevel: 255,
  maxPrice: 0,
  sort: 'name',
  down: false,
  page: 0,
};

const WEAPONS: readonly string[] = ['melee', 'bow', 'firearm', 'focus'];

export function categoryOf({ slot, use, quest }: ItemKind): Category | null {
  if (quest) return null;
  if (slot) return WEAPONS.includes(slot) ? 'weapons' : 'armor';
  return use ? 'provisions' : 'goods';
}

export function search(offered: readonly Offered[], wanted: Search): SearchPage {
  const words = wanted.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = offered.filter(row => {
    const kind = items.get(row.kind);
    return kind !== undefined && matches(kind, words, wanted) && (!wanted.maxPrice || (row.ask > 0 && row.ask <= wanted.maxPrice));
  });
  const sign = wanted.down ? -1 : 1;
  found.sort((a, b) => sign * compare(a, b, wanted.sort) || byName(a, b) || a.quality - b.quality);
  const page = Math.max(0, Math.min(wanted.page, Math.ceil(found.length / PAGE_ROWS) - 1));
  return { rows: found.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS), total: found.length, page };
}

function matches(kind: ItemKind, words: readonly string[], { category, rarity, minLevel, maxLevel }: Search): boolean {
  if (category !== 'all' && categoryOf(kind) !== category) return false;
  if (rarity && kind.rarity !== rarity) return false;
  if (kind.level < minLevel || kind.level > maxLevel) return false;
  const name = kind.name.toLowerCase();
  return words.every(word => name.includes(word));
}

function compare(a: Offered, b: Offered, sort: Sort): number {
  if (sort === 'name') return byName(a, b);
  if (sort === 'level') return items.get(a.kind)!.level - items.get(b.kind)!.level;
  return a[sort] - b[sort];
}

function byName(a: Offered, b: Offered): number {
  const [one, two] = [items.get(a.kind)!.name, items.get(b.kind)!.name];
  return one < two ? -1 : one > two ? 1 : 0;
}
