// What a player is told on his return: only what he can know of, the most interesting first, and nothing after a short absence.
import { describe, expect, it } from 'vitest';
import { ALDERWICK, poiNumber } from '../../src/shared/content';
import { Reader, Writer } from '../../src/shared/protocol/codec';
import { S2C } from '../../src/shared/protocol/messages';
import { type Change, type Front, HOUR_MS, type Land } from '../../src/shared/rules/front';
import {
  amountOf,
  LEAST_AWAY_MS,
  MOST_LINES,
  placesSeen,
  SINCE,
  type SinceLine,
  sinceLines,
  sinceValue,
  subjectOf,
  type WorldNow,
} from '../../src/shared/rules/since';

const HOUR = 490_000;
const NOW_MS = HOUR * HOUR_MS;
const HERE = 5;
const SEEN = new Set([1, 2, HERE]);
const land = (place: number, more: Partial<Land> = {}): Land => ({ place, holder: 1, by: 2, pressure: -10, ...more });
const front = (lands: Land[], log: Change[] = []): Front => ({ hour: HOUR, lands, log });
const quiet = front([land(1), land(2), land(3), land(HERE)]);
const world = (more: Partial<WorldNow> = {}): WorldNow => ({
  at_ms: NOW_MS,
  place: HERE,
  grown: [],
  passed: [],
  regrown: 0,
  front: quiet,
  ...more,
});
const then = (away_ms: number, grown: number[] = []) => ({ at_ms: NOW_MS - away_ms, grown });
const tell = (away_h: number, now: WorldNow, grown: number[] = []): (readonly [number, number, number, number])[] =>
  sinceLines(then(away_h * HOUR_MS, grown), now, SEEN).map(told);
const told = ({ kind, place, value }: SinceLine) => [kind, place, subjectOf(value), amountOf(value)] as const;

describe('since you left', () => {
  it('says nothing of an absence under ten minutes, and nothing when nothing happened', () => {
    const now = world({ regrown: 3 });
    expect(sinceLines(then(LEAST_AWAY_MS - 1), now, SEEN)).toEqual([]);
    expect(sinceLines(then(LEAST_AWAY_MS), now, SEEN)).toHaveLength(1);
    expect(sinceLines(then(50 * HOUR_MS), world(), SEEN)).toEqual([]);
  });

  it('tells of places in other hands, where he stands first, and only of places he has been to', () => {
    const log = [
      { hour: HOUR - 40, place: 1, was: 0, holder: 2 },
      { hour: HOUR - 5, place: 1, was: 2, holder: 3 },
      { hour: HOUR - 4, place: 3, was: 2, holder: 1 },
      { hour: HOUR - 2, place: HERE, was: 0, holder: 1 },
    ];
    const lands = [land(1, { holder: 3 }), land(2), land(3), land(HERE)];
    expect(tell(24, world({ front: front(lands, log) }))).toEqual([
      [SINCE.placeTaken, HERE, 0, 1],
      [SINCE.placeTaken, 1, 2, 3],
    ]);
    expect(tell(1.5, world({ front: front(lands, log) }))).toEqual([]);
  });

  it('is silent on what was lost and won back', () => {
    const log = [
      { hour: HOUR - 5, place: 1, was: 1, holder: 3 },
      { hour: HOUR - 2, place: 1, was: 3, holder: 1 },
    ];
    expect(tell(24, world({ front: front([land(1)], log) }))).toEqual([]);
    expect(tell(3, world({ front: front([land(1)], log) }))).toEqual([[SINCE.placeTaken, 1, 3, 1]]);
  });

  it('tells of places hard pressed, of camps, packs and what grew back', () => {
    const now = world({
      front: front([land(1, { pressure: 90 }), land(2, { pressure: 49 }), land(HERE, { by: 0, pressure: 50 })]),
      grown: [3, 0, 2, 1],
      passed: [0, 0, 300],
      regrown: 7,
    });
    expect(tell(9, now, [1, 2, 2])).toEqual([
      [SINCE.pressure, HERE, 0, 50],
      [SINCE.pressure, 1, 2, 90],
      [SINCE.campGrew, HERE, 0, 2],
      [SINCE.campGrew, HERE, 3, 1],
      [SINCE.campShrank, HERE, 1, 2],
      [SINCE.packPassed, HERE, 2, 255],
      [SINCE.regrown, HERE, 0, 7],
    ]);
  });

  it('is at most a dozen lines, and keeps the best of them', () => {
    const grown = Array.from({ length: 40 }, (_, i) => 1 + (i % 9));
    const lines = tell(9, world({ grown, regrown: 9, front: front([land(HERE, { pressure: 60 })]) }));
    expect(lines).toHaveLength(MOST_LINES);
    expect(lines[0][0]).toBe(SINCE.pressure);
    expect(lines.slice(1, 5).map(line => line[3])).toEqual([9, 9, 9, 9]);
  });

  it('fits the wire', () => {
    const lines = sinceLines(then(9 * HOUR_MS), world({ grown: [2, 1] }), SEEN);
    const w = new Writer(256);
    S2C.since.body.write(w, {
      away_s: 9 * 3600,
      lines: [...lines, { kind: SINCE.packPassed, place: 15, value: sinceValue(255, 255) }],
    });
    const read = S2C.since.body.read(new Reader(w.take()));
    expect(read.lines.map(told)).toEqual([...lines.map(told), [SINCE.packPassed, 15, 255, 255]]);
  });

  it('knows the places he has been to by what he found there', () => {
    expect(placesSeen([poiNumber(ALDERWICK, 0), poiNumber(ALDERWICK, 1), 65_000])).toEqual(new Set([ALDERWICK.number]));
    expect(placesSeen([])).toEqual(new Set());
  });
});
