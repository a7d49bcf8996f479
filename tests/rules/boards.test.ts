// When periods turn over, and what is told to the boards of a character.
import { describe, expect, it } from 'vitest';
import { factsOf, numberOfPeriod, PERIODS, periodEnds_ms, pointsOf, score } from '../../src/shared/rules/boards';
import { Journal } from '../../src/shared/rules/journal';
import { gainXp } from '../../src/shared/rules/levels';
import { bare } from './people';

const DAY_MS = 86_400_000;

describe('periods', () => {
  it('end exactly where the next one begins, through two years of days', () => {
    for (let at = Date.UTC(2026, 8, 28); at < Date.UTC(2028, 8, 28); at += DAY_MS) {
      for (const period of PERIODS) {
        const ends = periodEnds_ms(period, at);
        expect(ends).toBeGreaterThan(at);
        expect(numberOfPeriod(period, ends - 1)).toBe(numberOfPeriod(period, at));
        expect(numberOfPeriod(period, ends)).toBe(numberOfPeriod(period, at) + 1);
      }
    }
  });

  it('are a day, a week from Monday, and four weeks from the first season on', () => {
    const first = Date.UTC(2026, 8, 28);
    expect(numberOfPeriod('season', first)).toBe(0);
    expect(periodEnds_ms('season', first) - first).toBe(28 * DAY_MS);
    expect(periodEnds_ms('week', first) - first).toBe(7 * DAY_MS);
  });
});

describe('what is told of a character', () => {
  it('are sums that only grow: points over all levels, and what was scored', () => {
    const c = bare(1);
    let before = pointsOf(c);
    for (const points of [30, 400, 900, 5000]) {
      gainXp(c, new Journal(), points);
      expect(pointsOf(c)).toBe(before + points);
      before = pointsOf(c);
    }
    score(c, 'craft', 120.7);
    score(c, 'craft', 30);
    score(c, 'slain', 0);
    expect(factsOf(c).map(({ board, total }) => [board, total])).toEqual([
      ['level', before],
      ['craft', 150],
    ]);
  });
});
