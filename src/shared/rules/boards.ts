// Boards: who is first in what, and over which time. In: instants. Out: the numbers of days, weeks and seasons, and when they end. What is
// told to the boards are sums over a whole life: whoever repeats himself, or comes late, changes nothing.
import type { Character } from './character';
import { CALENDAR_DAY_MS } from './days';
import { xpToNext } from './levels';
import { weekEnds_ms, weekOf } from './runs';

/** What is ranked; their order is that of the page. Never rename one: they are keys of stored rows. */
export const BOARDS = ['level', 'craft', 'arena', 'slain', 'bosses', 'guild'] as const;
export type Board = (typeof BOARDS)[number];
export const PERIODS = ['day', 'week', 'season'] as const;
export type Period = (typeof PERIODS)[number];

export const TOP = 100;
/** More than so many facts are not heard in one call. */
export const MOST_FACTS = 256;
/** A season is so many weeks; the first one began on Monday, 28 September 2026. */
const SEASON_WEEKS = 4;
const FIRST_WEEK = weekOf(Date.UTC(2026, 8, 28));

export const isBoard = (text: string): text is Board => (BOARDS as readonly string[]).includes(text);
export const isPeriod = (text: string): text is Period => (PERIODS as readonly string[]).includes(text);

export const seasonOf = (epoch_ms: number): number => Math.floor((weekOf(epoch_ms) - FIRST_WEEK) / SEASON_WEEKS);

export function numberOfPeriod(period: Period, epoch_ms: number): number {
  if (period === 'day') return Math.floor(epoch_ms / CALENDAR_DAY_MS);
  return period === 'week' ? weekOf(epoch_ms) : seasonOf(epoch_ms);
}

/** When the period in which that instant lies is over, epoch ms. */
export function periodEnds_ms(period: Period, epoch_ms: number): number {
  if (period === 'day') return (numberOfPeriod('day', epoch_ms) + 1) * CALENDAR_DAY_MS;
  if (period === 'week') return weekEnds_ms(weekOf(epoch_ms));
  return weekEnds_ms(FIRST_WEEK + (seasonOf(epoch_ms) + 1) * SEASON_WEEKS - 1);
}

/** One sum of somebody, or of a guild. */
export interface Fact {
  readonly board: Exclude<Board, 'arena'>;
  /** Id of the character or guild. */
  readonly subject: string;
  readonly name: string;
  /** Of guilds 0. */
  readonly level: number;
  readonly covenant: number;
  /** Over a whole life; never less than it was. */
  readonly total: number;
}

/** Tallies of a life that boards rank, by board. */
export const SCORES = { craft: 'score.craft', slain: 'score.slain', bosses: 'score.bosses' } as const;

/** Adds to what a board ranks. It goes with the next write of his row. */
export function score({ life }: Pick<Character, 'life'>, board: keyof typeof SCORES, by: number): void {
  const name = SCORES[board];
  if (by > 0) life.tallies[name] = Math.min(0xffffffff, (life.tallies[name] ?? 0) + Math.floor(by));
}

/** All points of experience that it took to stand where he does. */
export function pointsOf({ level, xp }: Pick<Character, 'level' | 'xp'>): number {
  let sum = xp;
  for (let below = 1; below < level; below++) sum += xpToNext(below);
  return sum;
}

export function factsOf(c: Character): Fact[] {
  const { id: subject, name, level, covenant } = c;
  const own = { subject, name, level, covenant };
  const scored = (['craft', 'slain', 'bosses'] as const).map(board => ({
    ...own,
    board,
    total: c.life.tallies[SCORES[board]] ?? 0,
  }));
  return [{ ...own, board: 'level' as const, total: pointsOf(c) }, ...scored].filter(({ total }) => total > 0);
}
