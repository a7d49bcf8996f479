// The front: which covenant holds which place, and who presses whom. It moves by itself, one step an hour, whether anybody looks or not; what players
// do in a place during the hour weighs in its fight.
// In: the board (places, their borders, the homes) and a front. Out: the front hours later, the same on every machine and however
// the hours are cut into calls: a step knows only the front before it, its hour and the board's seed. Whole numbers throughout.
import { HOME_REGION, PLACES } from '../content';
import { COVENANTS, type Place } from '../content/kinds';
import { hash01 } from '../content/scatter';

export const HOUR_MS = 3_600_000;
/** A longer absence is cut off: what nobody saw need not be computed to its end. */
export const MOST_STEPS = 168;
export const LOG_LENGTH = 64;
const HISTORY_HOURS = 72;
/** Nobody holds it: the wilds. A covenant is its index in COVENANTS + 1. */
export const WILDS = 0;
const SIDES = COVENANTS.length + 1;

/** A place of the board. `borders`: places of the board that share an edge with it, as indices. */
export interface Ground {
  readonly place: number;
  readonly column: number;
  readonly row: number;
  /** Whose home it is; WILDS for nobody's. */
  readonly home: number;
  /** Its holder never changes: a home, or the village where everybody begins. */
  readonly fixed: boolean;
  readonly borders: readonly number[];
}
export interface Board {
  readonly seed: number;
  readonly grounds: readonly Ground[];
}

/** How one place stands. `by` presses it (WILDS: they take it back); pressure -100: the holder sits firm, 100: it changes hands. */
export interface Land {
  readonly place: number;
  readonly holder: number;
  readonly by: number;
  readonly pressure: number;
  /** What players of each covenant did here in the hour that runs, in points; absent: nothing. */
  readonly efforts?: Efforts;
}
/** By covenant, in the order of COVENANTS. */
export type Efforts = readonly number[];
/** `place` went from `was` to `holder` in the hour that ended with `hour` (whole hours since 1970). */
export interface Change {
  readonly hour: number;
  readonly place: number;
  readonly was: number;
  readonly holder: number;
}
/** `lands` in the order of the board; `log` oldest first, the last LOG_LENGTH changes. */
export interface Front {
  readonly hour: number;
  readonly lands: readonly Land[];
  readonly log: readonly Change[];
}

export const FIRM = -100;
export const LOST = 100;
/** What changed hands begins here: neither firm nor pressed. */
const FRESH = 0;

type OnBoard = Pick<Place, 'number' | 'region' | 'home'>;

export function boardOf(places: readonly OnBoard[], seed: number): Board {
  const bare = places.map(({ number, region: [, column, row], home }) => ({
    place: number,
    column,
    row,
    home: home ? COVENANTS.indexOf(home) + 1 : WILDS,
  }));
  const grounds = bare.map(ground => ({
    ...ground,
    fixed: ground.home !== WILDS || HOME_REGION === `2-${ground.column}-${ground.row}`,
    borders: bare.flatMap((other, i) => (steps(ground, other) === 1 ? [i] : [])),
  }));
  return { seed, grounds };
}

/** Changes with the world's history: a new seed is a new war. */
const SEED = 1871;
export const BOARD: Board = boardOf(PLACES, SEED);

/** Homes are held, everything else is wild. */
export function dawn(board: Board, hour: number): Front {
  return { hour, lands: board.grounds.map(firstLand), log: [] };
}

/** The front of a world that begins now: it has been at war for some days, so that there is something to see. */
export const firstFront = (board: Board, hour: number): Front => advance(board, dawn(board, hour - HISTORY_HOURS), hour);

/** What was kept of a front, on the board as it is now: places that it does not know begin anew, homes are homes. */
export function fitted(board: Board, kept: Front): Front {
  const known = new Map(kept.lands.map(land => [land.place, land]));
  const lands = board.grounds.map(ground => (ground.fixed ? undefined : known.get(ground.place)) ?? firstLand(ground));
  const places = new Set(lands.map(land => land.place));
  return { hour: kept.hour, lands, log: kept.log.filter(change => places.has(change.place)) };
}

/** The front at `hour`. An hour that is past changes nothing; of more than MOST_STEPS hours only the last ones are fought. */
export function advance(board: Board, front: Front, hour: number): Front {
  if (hour <= front.hour) return front;
  let now: Front = { ...front, hour: Math.max(front.hour, hour - MOST_STEPS) };
  while (now.hour < hour) now = step(board, now);
  return now;
}

/** A player of another covenant was slain; a happening was won, by the medal (1 to 3) that one had for it. */
export const SLAIN_EFFORT = 10;
export const MEDAL_EFFORT = 2;
/** More than this is not counted in an hour. */
const MOST_EFFORT = 10_000;

/** Whether anything is fought for there. */
export const isContested = (board: Board, place: number): boolean =>
  board.grounds.some(ground => ground.place === place && !ground.fixed);

/** The front after players strove for a place; the same front where nothing is fought for. */
export function strive(board: Board, front: Front, place: number, efforts: Efforts): Front {
  if (!isContested(board, place)) return front;
  const more = (land: Land): Efforts =>
    COVENANTS.map((_, i) => Math.min(MOST_EFFORT, (land.efforts?.[i] ?? 0) + Math.max(0, efforts[i] ?? 0)));
  return { ...front, lands: front.lands.map(land => (land.place === place ? { ...land, efforts: more(land) } : land)) };
}

function step(board: Board, front: Front): Front {
  const hour = front.hour + 1;
  const fight = new Fight(board, front.lands, hour);
  const lands = front.lands.map((land, i) => fight.after(land, i));
  const changes = lands.flatMap(({ place, holder }, i) => {
    const was = front.lands[i].holder;
    return holder === was ? [] : [{ hour, place, was, holder }];
  });
  return { hour, lands, log: changes.length ? [...front.log, ...changes].slice(-LOG_LENGTH) : front.log };
}

// ---- one hour ----
// Strength is points of pressure an hour. Each held neighbour lends some and each step from home costs some; whoever holds more than his
// share is spread thin, whoever holds less fights close together, and the last place beside a home never falls: so the war stays open.

const NEIGHBOUR_LENDS = 3;
const STEP_COSTS = 2;
const SPREAD_COSTS = 3;
/** How the wilds resist, and how they press on what is held. */
const WILD_STRENGTH = 2;
/** The attacker has to be better by this. */
const DUG_IN = 2;
/** For so many hours a side is set on a place, or weary of it; and every hour has its luck. */
const CAMPAIGN_HOURS = 12;
const CAMPAIGN = 22;
const LUCK = 4;
const MOST_AN_HOUR = 14;
/** So many points of effort are one of strength, up to a limit: players decide a close fight, and do not win a hopeless one in an hour. */
const EFFORT_WORTH = 5;
const MOST_BY_EFFORT = 12;
/** Nobody falls below his home and so many places more. */
const LAST_STAND = 1;

class Fight {
  private readonly held: number[];
  /** What each would hold if all held as much. */
  private readonly share: number;

  constructor(
    private readonly board: Board,
    private readonly lands: readonly Land[],
    private readonly hour: number,
  ) {
    this.held = Array.from({ length: SIDES }, (_, side) => lands.filter(land => land.holder === side).length);
    this.share = Math.round((lands.length - 1) / COVENANTS.length);
  }

  after({ efforts: _, ...land }: Land, index: number): Land {
    if (this.board.grounds[index].fixed) return land;
    const by = land.pressure > FRESH && this.reaches(land.by, index) ? land.by : this.strongest(land, index);
    const gain = by === land.holder ? -MOST_AN_HOUR : this.gain(by, land.holder, index);
    const pressure = Math.max(FIRM, land.pressure + gain);
    if (pressure < LOST) return { ...land, by, pressure };
    // Counted at once: two that fall in one hour must not be one too many.
    this.held[land.holder]--;
    this.held[by]++;
    return { place: land.place, holder: by, by: WILDS, pressure: FRESH };
  }

  private gain(by: number, holder: number, index: number): number {
    if (holder !== WILDS && this.held[holder] <= 1 + LAST_STAND) return -MOST_AN_HOUR;
    const points = this.strength(by, index) - this.strength(holder, index) - DUG_IN;
    return Math.max(-MOST_AN_HOUR, Math.min(MOST_AN_HOUR, points));
  }

  /** Who presses hardest of those who can reach it; its holder when nobody can. */
  private strongest({ holder }: Land, index: number): number {
    let best = holder;
    for (let side = 0; side < SIDES; side++) {
      if (side === holder || !this.reaches(side, index)) continue;
      if (best === holder || this.strength(side, index) > this.strength(best, index)) best = side;
    }
    return best;
  }

  private reaches(side: number, index: number): boolean {
    return side === WILDS ? this.lands[index].holder !== WILDS : this.neighbours(side, index) > 0;
  }

  private neighbours(side: number, index: number): number {
    return this.board.grounds[index].borders.filter(i => this.lands[i].holder === side).length;
  }

  private strength(side: number, index: number): number {
    const { seed, grounds } = this.board;
    const { place } = grounds[index];
    const luck = within(LUCK, hash01(seed + side, this.hour, place));
    const campaign = within(CAMPAIGN, hash01(seed - side, Math.floor(this.hour / CAMPAIGN_HOURS), place));
    if (side === WILDS) return WILD_STRENGTH + luck;
    const home = grounds.find(ground => ground.home === side);
    const far = home ? steps(home, grounds[index]) : 0;
    const spread = this.held[side] - this.share;
    const lent = NEIGHBOUR_LENDS * this.neighbours(side, index);
    return lent - STEP_COSTS * far - SPREAD_COSTS * spread + campaign + luck + this.byPlayers(side, index);
  }

  private byPlayers(side: number, index: number): number {
    const points = this.lands[index].efforts?.[side - 1] ?? 0;
    return Math.min(MOST_BY_EFFORT, Math.floor(points / EFFORT_WORTH));
  }
}

/** A whole number from -most to most. */
const within = (most: number, chance: number): number => Math.floor(chance * (2 * most + 1)) - most;

function steps(a: { column: number; row: number }, b: { column: number; row: number }): number {
  return Math.abs(a.column - b.column) + Math.abs(a.row - b.row);
}

function firstLand({ place, home }: Ground): Land {
  return { place, holder: home, by: WILDS, pressure: home ? FIRM : FRESH };
}
