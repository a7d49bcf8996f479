// Levels of guilds: what members do for the world makes their guild known, and a known guild is served better. In: what a character has done in
// all. Out: points, levels, perks that rules apply. Points are read off the record, so that telling them twice or late counts nothing twice.
import type { Character } from './character';

export const GUILD_LEVELS = 10;
const PER_QUEST = 10;
const PER_DEED = 25;
const PER_CRAFT = 1;
const PER_ELITE = 5;

/** Points to be of each level, from level 1 on. */
const LEVEL_POINTS = [0, 150, 500, 1_200, 2_500, 5_000, 9_000, 15_000, 24_000, 36_000];

/** What a character has come to in all; never less than before. */
export function guildPoints({ done, life }: Pick<Character, 'done' | 'life'>): number {
  const { tallies, deeds } = life;
  return (
    done.length * PER_QUEST +
    deeds.length * PER_DEED +
    (tallies.crafted ?? 0) * PER_CRAFT +
    (tallies['kill.elite'] ?? 0) * PER_ELITE
  );
}

export const guildLevel = (points: number): number => LEVEL_POINTS.filter(least => points >= least).length;
/** Points of that level; Infinity beyond the last one. */
export const pointsOfLevel = (level: number): number => LEVEL_POINTS[level - 1] ?? Infinity;

export interface Perks {
  /** Tabs of the bank. */
  readonly tabs: number;
  /** Less for mending, and for a journey by waystone, in percent. */
  readonly repair: number;
  readonly travel: number;
}

/** Level 0: no guild. */
export function perksOf(level: number): Perks {
  const from = (least: number): number => (level >= least ? 1 : 0);
  return {
    tabs: level < 1 ? 0 : 1 + from(2) + from(4) + from(6) + from(8) + from(10),
    repair: 5 * from(3) + 5 * from(7),
    travel: 10 * from(5) + 10 * from(9),
  };
}

/** A price less so many percent, never free. */
export const reduced = (copper: number, percent: number): number =>
  percent ? Math.ceil((copper * (100 - percent)) / 100) : copper;
