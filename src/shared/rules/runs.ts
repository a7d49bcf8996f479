// A run of a dungeon: who may be in, for how long, and how far they have come. In: a company at a gate. Out: a run as the realm allots it and
// the instance keeps it; who may go in; and the weekly lock on what its bosses leave.
import type { Dungeon } from '../content/kinds';
import type { Character } from './character';
import { CALENDAR_DAY_MS } from './days';
import type { Journal } from './journal';
import { OK, REASONS, type Reason } from './reasons';

/** So long a run lasts, however far they are. */
export const RUN_MS = 2 * 3_600_000;
/** So many runs of one dungeon go on at a time at most. */
export const SLOTS = 400;
/** Nobody is let into a run that ends sooner than this. */
export const LAST_ENTRY_MS = 5 * 60_000;
/** One character begins at most so many runs within an hour: each keeps its slot until its time is over, however soon it was left. */
export const MOST_BEGUN = 10;
export const BEGUN_WITHIN_MS = 3_600_000;
/** He stands this near to a gate to go in. */
export const GATE_RANGE_M = 10;

export interface Run {
  /** Never used again. */
  readonly id: string;
  /** Key of the dungeon. */
  readonly dungeon: string;
  readonly begun_ms: number;
  readonly until_ms: number;
  /** Ids of the characters that may be in. */
  readonly roster: readonly string[];
  /** Ids of those who have begun it. Absent: a run of before they were noted. */
  readonly by?: readonly string[];
  /** Id of the party whose run it is: whoever belongs to it may be in, and who leaves it may not. Absent: of nobody but the roster. */
  readonly party?: string;
  /** Keys of the companions who go along (rules/companions.ts). */
  readonly helpers: readonly string[];
  /** How many the company counts, helpers of no player included: beasts are as strong as that. */
  readonly hands: number;
  /** How many bosses have fallen, in their order: what lies behind them is open. */
  felled: number;
}

/** Whether he may go through the gate at all; `away_m`: from where he stands to it. `fighting`: he was in a fight a moment ago. */
export function checkGate(c: Pick<Character, 'level'>, dungeon: Dungeon, away_m: number, fighting: boolean): Reason {
  if (away_m > GATE_RANGE_M) return REASONS.tooFar;
  if (c.level < dungeon.least) return REASONS.levelTooLow;
  return fighting ? REASONS.inCombat : OK;
}

/** Whether that run is still to be entered by this character. */
export function mayEnter(run: Run, character: string, now_ms: number): boolean {
  return run.roster.includes(character) && now_ms < run.until_ms - LAST_ENTRY_MS;
}

/**
 * What a kill is worth to each of so many players, permille: they share it, and get more of it together than one alone would, because it is
 * harder to be many in one place.
 */
export const shareOf = (players: number): number => Math.round((1000 * (1 + 0.15 * (players - 1))) / Math.max(1, players));

/** Where those stand who come in or rise again: the farthest spot that is open. */
export function standingOf({ place }: Dungeon, felled: number): Dungeon['place']['spawns'][number] {
  return place.spawns[Math.min(felled, place.spawns.length - 1)];
}

/** Days of 1970 began on a Thursday; weeks turn over in the night to Monday. */
const FIRST_MONDAY = 4;
export const weekOf = (epoch_ms: number): number => Math.floor((Math.floor(epoch_ms / CALENDAR_DAY_MS) - FIRST_MONDAY) / 7);
/** When that week is over, epoch ms. */
export const weekEnds_ms = (week: number): number => ((week + 1) * 7 + FIRST_MONDAY) * CALENDAR_DAY_MS;

/** Takes what that boss leaves him this week; false: he has had it. */
export function takeLock(c: Character, journal: Journal, boss: string, now_ms: number): boolean {
  const week = weekOf(now_ms);
  if (c.life.locks[boss] === week) return false;
  for (const [name, taken] of Object.entries(c.life.locks)) if (taken < week) delete c.life.locks[name];
  c.life.locks[boss] = week;
  journal.life = true;
  return true;
}
