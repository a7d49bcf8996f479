// Arenas: three against three, put together by rating. In: who waits; a match and how those in it stand. Out: who fights whom, when it begins and
// how it ends, and what that does to ratings. Ratings after A. Elo, "The Rating of Chessplayers, Past and Present", 1978: a side counts as its mean.
import type { Character } from './character';
import { CALENDAR_DAY_MS } from './days';
import { type Journal, LEDGER } from './journal';
import { OK, REASONS, type Reason } from './reasons';
import { MAX_GOLD } from './vendor';

/** So many fight on a side. */
export const SIDE = 3;
export const ARENA_LEVEL = 10;
/** So long those who were called may take to come; then both sides stand behind their gates for so long. */
export const GATHER_MS = 45_000;
export const GATES_MS = 10_000;
export const FIGHT_MS = 6 * 60_000;
/** After it is decided they look at each other for so long. */
export const AFTER_MS = 10_000;
/** Whose line has fallen for so long has left. */
export const AWAY_MS = 15_000;
/** However it goes, it is over by then. */
export const MATCH_MS = GATHER_MS + GATES_MS + FIGHT_MS + AFTER_MS + 60_000;
/** Nobody leaves his gate's room before it opens. */
export const GATE_RADIUS_M = 6;

export const FIRST_RATING = 1500;
const STEP = 32;
/** Whom one is matched with differs by no more than this, and more with every second of waiting. */
const WINDOW = 100;
const WINDOW_PER_S = 10;
/** What a victory brings, copper, and how often a day. */
export const ARENA_PAY = 150;
export const PAID_A_DAY = 10;
/** So many of the oldest who fit are looked through. */
const MOST_LOOKED_AT = 10;

/** Somebody as he is called into a match. */
export interface Fighter {
  readonly character: string;
  readonly name: string;
  readonly level: number;
  readonly covenant: number;
  readonly rating: number;
}

/** Somebody, or a party, who waits for a match. */
export interface Enlisted {
  readonly id: string;
  /** Id of the party; '': he waits alone. */
  readonly party: string;
  readonly since_ms: number;
  readonly members: readonly Fighter[];
}

/** 1: the first side has won, 0: the second, 0.5: neither, null: it was no fight. */
export type Score = 1 | 0.5 | 0 | null;

export interface Match {
  readonly id: string;
  /** Key of the arena. */
  readonly arena: string;
  readonly opened_ms: number;
  readonly sides: readonly [readonly Fighter[], readonly Fighter[]];
  /** When the gates open, or opened; 0: not all have come yet. */
  readonly begins_ms: number;
  /** Ids of those who left, or never came: they lose, however it ends. */
  readonly out: readonly string[];
  readonly over: { readonly score: Score; readonly at_ms: number } | null;
}

export function checkEnlist(levels: readonly number[]): Reason {
  if (levels.length > SIDE) return REASONS.partyTooLarge;
  return levels.some(level => level < ARENA_LEVEL) ? REASONS.levelTooLow : OK;
}

// ---- putting together ----

const meanOf = (fighters: readonly Fighter[]): number =>
  fighters.reduce((sum, { rating }) => sum + rating, 0) / Math.max(1, fighters.length);
const fightersOf = (tickets: readonly Enlisted[]): Fighter[] => tickets.flatMap(({ members }) => members);

export const windowOf = ({ since_ms }: Enlisted, now_ms: number): number =>
  WINDOW + (WINDOW_PER_S * Math.max(0, now_ms - since_ms)) / 1000;

/** The next match among those who wait, oldest first; null: nobody can go yet. Parties stay on one side. */
export function pairUp(waiting: readonly Enlisted[], now_ms: number): readonly [Enlisted[], Enlisted[]] | null {
  const queue = waiting.toSorted((a, b) => a.since_ms - b.since_ms || (a.id < b.id ? -1 : 1));
  for (const seed of queue) {
    const mean = meanOf(seed.members);
    const near = (other: Enlisted): boolean => Math.abs(meanOf(other.members) - mean) <= windowOf(seed, now_ms);
    const others = queue.filter(other => other !== seed && near(other)).slice(0, MOST_LOOKED_AT);
    const found = fairest(seed, others);
    if (found) return found;
  }
  return null;
}

/** Of all ways to fill two sides with the seed and some of the others, the one whose sides differ least; null: there is none. */
function fairest(seed: Enlisted, others: readonly Enlisted[]): readonly [Enlisted[], Enlisted[]] | null {
  let best: readonly [Enlisted[], Enlisted[]] | null = null;
  let least = Number.POSITIVE_INFINITY;
  const fill = (one: readonly Enlisted[], two: readonly Enlisted[], from: number): void => {
    const [a, b] = [fightersOf(one), fightersOf(two)];
    if (a.length > SIDE || b.length > SIDE) return;
    if (a.length === SIDE && b.length === SIDE) {
      const differ = Math.abs(meanOf(a) - meanOf(b));
      if (differ >= least) return;
      least = differ;
      best = [[...one], [...two]];
      return;
    }
    for (let i = from; i < others.length; i++) {
      fill([...one, others[i]], two, i + 1);
      fill(one, [...two, others[i]], i + 1);
    }
  };
  fill([seed], [], 0);
  return best;
}

// ---- a match ----

export type Stage = 'gathers' | 'gates' | 'fights' | 'over';

export function stageOf({ begins_ms, over }: Match, now_ms: number): Stage {
  if (over) return 'over';
  if (!begins_ms) return 'gathers';
  return now_ms < begins_ms ? 'gates' : 'fights';
}

/** 0: the first side, 1: the second, -1: he is not of it. */
export const sideIn = ({ sides }: Match, character: string): number =>
  sides.findIndex(side => side.some(one => one.character === character));

export const rosterOf = ({ sides }: Match): string[] => sides.flat().map(({ character }) => character);

/** How somebody in it stands: health 0..1; 0: he lies dead, or is not there. */
export type HealthOf = (character: string) => number;

/** How it has ended by now; undefined: it goes on. */
export function judge(match: Match, healthOf: HealthOf, now_ms: number): Score | undefined {
  const [one, two] = match.sides.map(side =>
    side.reduce((sum, { character }) => sum + (match.out.includes(character) ? 0 : healthOf(character)), 0),
  );
  if (one === 0 || two === 0) return one === two ? 0.5 : one > 0 ? 1 : 0;
  if (now_ms < match.begins_ms + FIGHT_MS) return undefined;
  return one === two ? 0.5 : one > two ? 1 : 0;
}

// ---- what comes of it ----

/** What each one's rating is after a match. Who left has lost, whoever won. */
export function ratedAfter({ sides, over, out }: Match): Map<string, number> {
  const after = new Map<string, number>();
  if (!over || over.score === null) return after;
  for (const [i, side] of sides.entries()) {
    const expected = 1 / (1 + 10 ** ((meanOf(sides[1 - i]) - meanOf(side)) / 400));
    for (const { character, rating } of side) {
      const score = out.includes(character) ? 0 : i === 0 ? over.score : 1 - over.score;
      after.set(character, Math.max(0, Math.round(rating + STEP * (score - expected))));
    }
  }
  return after;
}

const PAID = 'arena';

/** Pays him for a victory, if he has not been paid often enough today. Returns copper. */
export function payVictory(c: Character, journal: Journal, now_ms: number): number {
  // The day and how often, in one number: whoever sweeps old locks keeps what is larger than any week's number.
  const day = Math.floor(now_ms / CALENDAR_DAY_MS) * 16;
  const known = c.life.locks[PAID] ?? 0;
  const paid = known >= day ? known - day : 0;
  const gold = paid < PAID_A_DAY ? Math.min(ARENA_PAY, MAX_GOLD - c.gold) : 0;
  if (gold <= 0) return 0;
  c.life.locks[PAID] = day + paid + 1;
  c.gold += gold;
  journal.life = true;
  journal.gold(LEDGER.arena, gold);
  return gold;
}
