// Who is put together for a match, how one ends, and what it does to ratings: properties over many queues, and the plain cases by hand.
import { describe, expect, it } from 'vitest';
import {
  ARENA_PAY,
  type Enlisted,
  FIGHT_MS,
  FIRST_RATING,
  type Fighter,
  judge,
  type Match,
  PAID_A_DAY,
  pairUp,
  payVictory,
  ratedAfter,
  SIDE,
  stageOf,
  windowOf,
} from '../../src/shared/rules/arena';
import { CALENDAR_DAY_MS } from '../../src/shared/rules/days';
import { Journal } from '../../src/shared/rules/journal';
import { takeLock } from '../../src/shared/rules/runs';
import { seeded } from '../harness/seeded';
import { bare } from './people';

const NOW = 1_790_000_000_000;
const fighter = (character: string, rating = FIRST_RATING): Fighter => ({
  character,
  name: character,
  level: 12,
  covenant: 0,
  rating,
});
const ticket = (id: string, since_ms: number, ...ratings: number[]): Enlisted => ({
  id,
  party: ratings.length > 1 ? id : '',
  since_ms,
  members: ratings.map((rating, i) => fighter(`${id}${i}`, rating)),
});
const mean = (tickets: readonly Enlisted[]): number => {
  const all = tickets.flatMap(({ members }) => members);
  return all.reduce((sum, { rating }) => sum + rating, 0) / all.length;
};

describe('pairing', () => {
  it('fills both sides, keeps parties together, takes nobody twice and nobody out of reach, in 300 queues', () => {
    const chance = seeded(6);
    let matches = 0;
    for (let round = 0; round < 300; round++) {
      const queue = Array.from({ length: 2 + Math.floor(chance() * 12) }, (_, i) =>
        ticket(
          `t${i}-`,
          NOW - chance() * 90_000,
          ...Array.from({ length: 1 + Math.floor(chance() * SIDE) }, () => 1200 + chance() * 600),
        ),
      );
      const found = pairUp(queue, NOW);
      if (!found) continue;
      matches++;
      const [one, two] = found;
      for (const side of found) expect(side.flatMap(({ members }) => members)).toHaveLength(SIDE);
      const all = [...one, ...two];
      expect(new Set(all).size).toBe(all.length);
      const seed = one[0];
      for (const other of all) expect(Math.abs(mean([other]) - mean([seed]))).toBeLessThanOrEqual(windowOf(seed, NOW));
    }
    expect(matches).toBeGreaterThan(100);
  });

  it('makes the sides as even as they can be', () => {
    const queue = [1500, 1510, 1520, 1530, 1540, 1550].map((rating, i) => ticket(`t${i}`, NOW - i, rating));
    const [one, two] = pairUp(queue, NOW)!;
    expect(Math.abs(mean(one) - mean(two))).toBeLessThan(4);
  });

  it('waits for equals at first, and is content with less the longer it waits', () => {
    const far = [1500, 1900, 1900, 1900, 1900, 1900].map((rating, i) => ticket(`t${i}`, NOW, rating));
    expect(pairUp(far, NOW)).toBeNull();
    expect(pairUp(far, NOW + 31_000)).not.toBeNull();
  });

  it('begins with who has waited longest', () => {
    const queue = Array.from({ length: 9 }, (_, i) => ticket(`t${i}`, NOW - i * 1000, 1500));
    const taken = pairUp(queue, NOW)!
      .flat()
      .map(({ id }) => id);
    expect(taken.toSorted()).toEqual(['t3', 't4', 't5', 't6', 't7', 't8']);
  });
});

const match = (more: Partial<Match> = {}): Match => ({
  id: 'm',
  arena: 'sands',
  opened_ms: NOW,
  sides: [['a', 'b', 'c'].map(one => fighter(one)), ['d', 'e', 'f'].map(one => fighter(one))],
  begins_ms: NOW,
  out: [],
  over: null,
  ...more,
});

describe('a match', () => {
  it('is lost by the first side that is down, or by time by who has less left', () => {
    const whole = () => 1;
    expect(judge(match(), whole, NOW)).toBeUndefined();
    expect(judge(match(), one => ('def'.includes(one) ? 0 : 0.1), NOW)).toBe(1);
    expect(judge(match(), one => ('abc'.includes(one) ? 0 : 0.1), NOW)).toBe(0);
    expect(judge(match(), () => 0, NOW)).toBe(0.5);
    expect(judge(match({ out: ['a', 'b', 'c'] }), whole, NOW)).toBe(0);
    expect(judge(match(), one => (one === 'a' ? 0.5 : 1), NOW + FIGHT_MS - 1)).toBeUndefined();
    expect(judge(match(), one => (one === 'a' ? 0.5 : 1), NOW + FIGHT_MS)).toBe(0);
    expect(judge(match(), whole, NOW + FIGHT_MS)).toBe(0.5);
  });

  it('goes from gathering to its gates, the fight and its end', () => {
    const over = { score: 1 as const, at_ms: NOW };
    expect(stageOf(match({ begins_ms: 0 }), NOW)).toBe('gathers');
    expect(stageOf(match({ begins_ms: NOW + 1 }), NOW)).toBe('gates');
    expect(stageOf(match(), NOW)).toBe('fights');
    expect(stageOf(match({ over }), NOW)).toBe('over');
  });
});

describe('ratings', () => {
  const over = (score: 1 | 0.5 | 0 | null) => ({ score, at_ms: NOW });

  it('move as much down as up among equals, not at all for no fight or a draw', () => {
    expect([...ratedAfter(match({ over: over(1) })).values()]).toEqual([1516, 1516, 1516, 1484, 1484, 1484]);
    expect([...ratedAfter(match({ over: over(0.5) })).values()]).toEqual([1500, 1500, 1500, 1500, 1500, 1500]);
    expect(ratedAfter(match({ over: over(null) })).size).toBe(0);
    expect(ratedAfter(match()).size).toBe(0);
  });

  it('give little for beating the weak and much for beating the strong', () => {
    const strong = ['a', 'b', 'c'].map(one => fighter(one, 1800));
    const weak = ['d', 'e', 'f'].map(one => fighter(one, 1400));
    const expected = ratedAfter(match({ sides: [strong, weak], over: over(1) })).get('a')! - 1800;
    const upset = ratedAfter(match({ sides: [strong, weak], over: over(0) })).get('d')! - 1400;
    expect([expected, upset]).toEqual([3, 29]);
  });

  it('fall for who has left, even if his side has won; and never below 0', () => {
    const after = ratedAfter(match({ over: over(1), out: ['b'] }));
    expect([after.get('a'), after.get('b'), after.get('c')]).toEqual([1516, 1484, 1516]);
    const low = match({ sides: [[fighter('a', 5)], [fighter('d', 5)]], over: over(0) });
    expect(ratedAfter(low).get('a')).toBe(0);
  });
});

describe('pay', () => {
  it('comes so often a day, is booked, and begins anew the next day; sweeping old locks does not bring more', () => {
    const c = bare(12);
    const paid = (at: number): number => {
      const journal = new Journal();
      const gold = payVictory(c, journal, at);
      expect(journal.ledger.reduce((sum, line) => sum + line.gold, 0)).toBe(gold);
      return gold;
    };
    const first = Array.from({ length: PAID_A_DAY + 2 }, () => paid(NOW));
    expect(first).toEqual([...Array<number>(PAID_A_DAY).fill(ARENA_PAY), 0, 0]);
    takeLock(c, new Journal(), 'some-boss', NOW);
    expect(paid(NOW)).toBe(0);
    expect(paid(NOW + CALENDAR_DAY_MS)).toBe(ARENA_PAY);
  });
});
