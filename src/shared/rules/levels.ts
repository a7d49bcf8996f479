// Experience and levels. In: a character and points. Out: the character changed, the journal told. Points are kept within the level.
import type { MonsterKind } from '../content/kinds';
import type { Character } from './character';
import type { Journal } from './journal';

export const MAX_LEVEL = 20;
/** Kills of even foes that make a level. */
const KILLS_PER_LEVEL = 12;

/** Points from `level` to the next: 100 * level^1.6, rounded to tens. */
export function xpToNext(level: number): number {
  return Math.round((100 * level ** 1.6) / 10) * 10;
}

/** Percent of a kill's points that is left when the foe is `difference` levels above (+) or below (-) the player. */
export function xpShareOfDifference(difference: number): number {
  if (difference >= 0) return Math.min(130, 100 + difference * 10);
  return Math.max(0, 100 + difference * 20);
}

/** Points for killing a monster alone; a share of the fight gives a share of it. Foes five levels below give nothing. */
export function xpOfKill(kind: MonsterKind, monsterLevel: number, playerLevel: number): number {
  const even = xpToNext(Math.min(monsterLevel, MAX_LEVEL)) / KILLS_PER_LEVEL;
  return Math.round((even * kind.xp * xpShareOfDifference(monsterLevel - playerLevel)) / 10_000);
}

/** Adds points and raises the level as often as they reach. At the last level points stop. Returns the levels gained. */
export function gainXp(c: Character, journal: Journal, points: number): number {
  if (points <= 0 || c.level >= MAX_LEVEL) return 0;
  journal.character = true;
  const before = c.level;
  c.xp += Math.floor(points);
  while (c.level < MAX_LEVEL && c.xp >= xpToNext(c.level)) {
    c.xp -= xpToNext(c.level);
    c.level++;
  }
  if (c.level >= MAX_LEVEL) c.xp = 0;
  return c.level - before;
}
