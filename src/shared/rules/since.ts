// What happened while a player was away, as lines for his return. In: the world as he left it and as it is. Out: at most a dozen lines,
// the most interesting first. Words are the panel's business: a line is a kind, a place and a number.
import { poiOf } from '../content';
import { type Front, HOUR_MS } from './front';

/** Kinds of lines, on the wire by number; never reused. `value` is (subject << 8) + amount, as each says. */
export const SINCE = {
  /** Subject: who held the place when he left; amount: who holds it now (0 the wilds, else the covenant's index + 1). */
  placeTaken: 1,
  /** Subject: who presses it (0 the wilds take it back); amount: how hard, 1..100; at 100 it falls. */
  pressure: 2,
  /** Subject: index of the camp in the place; amount: how many more live there. */
  campGrew: 3,
  /** Subject: index of the camp; amount: how many fewer. */
  campShrank: 4,
  /** Subject: index of the camp whose pack it is; amount: how often it came by where he left. */
  packPassed: 5,
  /** Subject 0; amount: how many herbs, berries and veins have grown back. */
  regrown: 6,
} as const;

export interface SinceLine {
  readonly kind: number;
  readonly place: number;
  readonly value: number;
}

export const LEAST_AWAY_MS = 10 * 60_000;
export const MOST_LINES = 12;
/** Less pressure than this is the war as usual. */
const PRESSED = 50;
/** Packs that come nearer than this to where he left have passed him by. */
export const PASSED_M = 40;

const MOST_AMOUNT = 255;
export const sinceValue = (subject: number, amount: number): number => subject * 256 + Math.min(amount, MOST_AMOUNT);
export const subjectOf = (value: number): number => value >> 8;
export const amountOf = (value: number): number => value & MOST_AMOUNT;

/** `grown`: by camp of the place (in its order), how many more than usual lived there. */
export interface WorldThen {
  readonly at_ms: number;
  readonly grown: readonly number[];
}
export interface WorldNow extends WorldThen {
  /** Number of the place in which he wakes. */
  readonly place: number;
  readonly front: Front;
  /** By camp of the place: how often its pack came by (growth.ts). */
  readonly passed: readonly number[];
  /** Nodes of the place that were spent when he left and can be gathered again. */
  readonly regrown: number;
}

/** The places in which he has found something. */
export function placesSeen(pois: readonly number[]): Set<number> {
  return new Set(pois.flatMap(poi => poiOf(poi)?.place.number ?? []));
}

/** `seen`: places he has been to; of the front he is told what happened there and where he stands. */
export function sinceLines(then: WorldThen, now: WorldNow, seen: ReadonlySet<number>): SinceLine[] {
  if (now.at_ms - then.at_ms < LEAST_AWAY_MS) return [];
  const knows = (place: number): boolean => place === now.place || seen.has(place);
  const found: Weighed[] = [...taken(then, now), ...pressed(now)].filter(({ line }) => knows(line.place));
  for (const [camp, count] of now.grown.entries()) {
    const more = count - (then.grown[camp] ?? 0);
    if (more > 0) found.push(weigh(SINCE.campGrew, now.place, camp, more));
    if (more < 0) found.push(weigh(SINCE.campShrank, now.place, camp, -more));
  }
  for (const [camp, times] of now.passed.entries()) if (times > 0) found.push(weigh(SINCE.packPassed, now.place, camp, times));
  if (now.regrown > 0) found.push(weigh(SINCE.regrown, now.place, 0, now.regrown));
  const here = ({ line }: Weighed): number => Number(line.place === now.place);
  found.sort((a, b) => a.rank - b.rank || here(b) - here(a) || b.amount - a.amount);
  return found.slice(0, MOST_LINES).map(({ line }) => line);
}

// ---- what is told first ----

interface Weighed {
  line: SinceLine;
  rank: number;
  amount: number;
}
const ORDER: readonly number[] = [
  SINCE.placeTaken,
  SINCE.pressure,
  SINCE.campGrew,
  SINCE.campShrank,
  SINCE.packPassed,
  SINCE.regrown,
];

function weigh(kind: number, place: number, subject: number, amount: number): Weighed {
  return { line: { kind, place, value: sinceValue(subject, amount) }, rank: ORDER.indexOf(kind), amount };
}

/** Places in other hands than when he left; what was lost and won back is no news. */
function taken({ at_ms }: WorldThen, { front }: WorldNow): Weighed[] {
  const was = new Map<number, number>();
  for (const change of front.log) {
    if (change.hour * HOUR_MS > at_ms && !was.has(change.place)) was.set(change.place, change.was);
  }
  return front.lands.flatMap(({ place, holder }) => {
    const before = was.get(place) ?? holder;
    return before === holder ? [] : [weigh(SINCE.placeTaken, place, before, holder)];
  });
}

function pressed({ front }: WorldNow): Weighed[] {
  return front.lands.flatMap(({ place, by, pressure }) =>
    pressure >= PRESSED ? [weigh(SINCE.pressure, place, by, pressure)] : [],
  );
}
