// How worn things wear down: much by dying, a little by fighting. In: a character, that he died, or how many foes fell to him. Out: marks on
// what he wears, and the journal told. Broken things give nothing (stats.ts) until they are mended (repair.ts).
import type { Character, Item } from './character';
import type { Journal } from './journal';
import { wornItems } from './worn';

export const BROKEN = 100;
/** What dying takes of everything that is worn. */
export const WEAR_OF_DEATH = 10;
/** After so many kills one worn thing has had a knock: a row is written for it, and rows are what a region pays for. */
export const KILLS_PER_KNOCK = 4;
export const WEAR_OF_KNOCK = 2;
/** From here on the screen warns. */
export const WORN_DOWN = 70;

export const wearOf = ({ marks }: Pick<Item, 'marks'>): number => marks?.wear ?? 0;
export const isBroken = (item: Pick<Item, 'marks'>): boolean => wearOf(item) >= BROKEN;

function wear(journal: Journal, item: Item, by: number): void {
  if (isBroken(item)) return;
  item.marks = { ...item.marks, wear: Math.min(BROKEN, wearOf(item) + by) };
  journal.touch(item);
}

export function applyDeath(c: Character, journal: Journal): void {
  for (const item of wornItems(c)) wear(journal, item, WEAR_OF_DEATH);
}

/** `random` gives 0..1: which of the worn things it was. */
export function applyKnock(c: Character, journal: Journal, random: () => number): void {
  const worn = wornItems(c);
  const item = worn[Math.floor(random() * worn.length)];
  if (item) wear(journal, item, WEAR_OF_KNOCK);
}
