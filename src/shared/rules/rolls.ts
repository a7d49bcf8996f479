// Rolling for rare finds: who of a party gets what one of them found. In: what was found, what each says, a passed random. Out: throws, the
// winner's first. Pure; the card on the screen greys its buttons out with the same check that the region decides with.
import { items } from '../content';
import { RARITIES } from '../content/items/budget';
import type { Rarity } from '../content/kinds';

/** Most urgent first: any need wins over any greed. */
export const CHOICES = ['need', 'greed', 'pass'] as const;
export type Choice = (typeof CHOICES)[number];

/** Who says nothing for so long passes. */
export const ROLL_MS = 30_000;
/** From this rarity on a find is rolled for. */
const LEAST: Rarity = 'rare';
/** Nobody needs what he may wear only so many levels later. */
const AHEAD = 2;
const SIDES = 100;

export interface Throw {
  readonly character: string;
  readonly choice: Choice;
  /** 1..100; 0 for who passed. */
  readonly value: number;
}

export function isRolled(kind: number): boolean {
  const found = items.get(kind);
  return found !== undefined && !found.quest && RARITIES.indexOf(found.rarity) >= RARITIES.indexOf(LEAST);
}

/** Only what he can wear himself, or could soon. */
export function mayNeed(kind: number, level: number): boolean {
  const found = items.get(kind);
  return found?.slot !== undefined && found.level <= level + AHEAD;
}

/** Equal throws go to who stands first in `said`, which is by when they answered. */
export function throwAll(said: ReadonlyMap<string, Choice>, random: () => number): Throw[] {
  const throws = Array.from(said, ([character, choice]) => ({
    character,
    choice,
    value: choice === 'pass' ? 0 : 1 + Math.floor(random() * SIDES),
  }));
  return throws.toSorted((a, b) => CHOICES.indexOf(a.choice) - CHOICES.indexOf(b.choice) || b.value - a.value);
}

/** Null: nobody wanted it. */
export function winnerOf([first]: readonly Throw[]): Throw | null {
  return first && first.choice !== 'pass' ? first : null;
}
