// Rest: whoever was away comes back rested, more so from a town, and for a while each point of a kill counts double.
// In: a character, how long and where he was away. Out: points of rest put by or used up, the journal told.
import type { Character } from './character';
import type { Journal } from './journal';
import { gainXp, MAX_LEVEL, xpToNext } from './levels';

/** So long in a town makes a level's worth of rest; in the wilds four times as long. */
const LEVEL_S = 16 * 3600;
const WILDS = 4;
/** Nobody is more rested than so many levels' worth. */
export const MOST_RESTED = 1.5;

export const mostRested = (level: number): number => (level < MAX_LEVEL ? Math.floor(xpToNext(level) * MOST_RESTED) : 0);

/** How rested he is after so long away; never less than before. */
export function restedAfter({ level, life }: Pick<Character, 'level' | 'life'>, away_s: number, inTown: boolean): number {
  if (level >= MAX_LEVEL) return 0;
  const grown = (xpToNext(level) * Math.max(0, away_s)) / (LEVEL_S * (inTown ? 1 : WILDS));
  return Math.max(life.rested, Math.min(mostRested(level), Math.floor(life.rested + grown)));
}

export function applyRest(c: Character, journal: Journal, away_s: number, inTown: boolean): void {
  const rested = restedAfter(c, away_s, inTown);
  if (rested === c.life.rested) return;
  c.life.rested = rested;
  journal.life = true;
}

export interface KillGain {
  /** What he was given in all, and how much of it rest had added. */
  xp: number;
  bonus: number;
  levels: number;
}

/** Points for a kill (or a share of one): doubled as long as the rest lasts. */
export function gainKillXp(c: Character, journal: Journal, points: number): KillGain {
  if (points <= 0) return { xp: 0, bonus: 0, levels: 0 };
  const bonus = c.level < MAX_LEVEL ? Math.min(points, c.life.rested) : 0;
  // The row is written for the points, and the rest that is left stands in it.
  c.life.rested -= bonus;
  const xp = points + bonus;
  return { xp, bonus, levels: gainXp(c, journal, xp) };
}
