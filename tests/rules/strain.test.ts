// What a region leaves out when it cannot keep up: how strain rises and falls, and which frames are left out first.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TICK_MS } from '../../assembly/layout';
import { Clock } from '../../src/region/clock';
import { KeptFrame } from '../../src/region/keptframe';
import { LADDER, ringsIn, rungFor } from '../../src/region/needs';
import { MOST_STRAIN, Strain } from '../../src/region/strain';

/** A strain that looks once a second at a region that is as `clock` says. */
function looked() {
  const clock = { load: 0.2, late_ms: 1 };
  const strain = new Strain(clock);
  let now_ms = 0;
  const pass = (seconds: number): number => {
    for (let i = 0; i < seconds * 20; i++) strain.tick((now_ms += 50));
    return strain.level;
  };
  return { clock, pass };
}

describe('strain', () => {
  it('stays away from a moment of hard work', () => {
    const { clock, pass } = looked();
    clock.load = 1;
    expect(pass(1)).toBe(0);
    clock.load = 0.5;
    expect(pass(20)).toBe(0);
  });

  it.each([
    ['leave no rest', { load: 1, late_ms: 0 }],
    ['begin late, where nobody knows what they cost', { load: 0, late_ms: 30 }],
  ])('rises step by step while turns %s, and ends by itself within ten seconds after', (_, hard) => {
    const { clock, pass } = looked();
    Object.assign(clock, hard);
    expect(pass(4)).toBeGreaterThanOrEqual(1);
    expect(pass(6)).toBe(MOST_STRAIN);
    Object.assign(clock, { load: hard.load && 0.4, late_ms: 1 });
    expect(pass(10)).toBe(0);
  });

  it('is gone in half of that where there is plenty of room again, even if a step back had just failed', () => {
    const { clock, pass } = looked();
    clock.load = 1;
    expect(pass(10)).toBe(MOST_STRAIN);
    clock.load = 0.6;
    expect(pass(3)).toBe(MOST_STRAIN - 1);
    clock.load = 1;
    expect(pass(3)).toBe(MOST_STRAIN);
    clock.load = 0.6;
    expect(pass(9)).toBe(MOST_STRAIN);
    clock.load = 0.2;
    expect(pass(5)).toBe(0);
  });

  it('does not swing between much room and none', () => {
    const { clock, pass } = looked();
    clock.load = 1;
    pass(10);
    let changes = 0;
    let last = MOST_STRAIN;
    for (let s = 0; s < 60; s++) {
      clock.load = last < MOST_STRAIN ? 1 : 0.3;
      const now = pass(1);
      if (now !== last) changes++;
      last = now;
    }
    expect(changes).toBeLessThan(14);
  });

  it('does not take the work of others on the same machine for its own', () => {
    const { clock, pass } = looked();
    Object.assign(clock, { load: 0.1, late_ms: 40 });
    expect(pass(60)).toBe(0);
  });

  it('holds while it is neither hard nor easy, and does not swing: what had to be left out again comes back later', () => {
    const { clock, pass } = looked();
    clock.load = 1;
    const level = pass(5);
    clock.load = 0.8;
    expect(pass(60)).toBe(level);
    let changes = 0;
    let last = level;
    for (let s = 0; s < 60; s++) {
      // One level less is more than it can do.
      clock.load = last < level ? 1 : 0.5;
      const now = pass(1);
      if (now !== last) changes++;
      last = now;
    }
    expect(changes).toBeLessThan(14);
  });
});

describe('load', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is all of a region that never rests, though its turns begin on time and cost nothing', () => {
    const clock = new Clock(() => {});
    clock.start();
    for (let turn = 0; turn < 100; turn++) {
      // Time passes over frames that wait; no timer gets its turn.
      vi.setSystemTime(Date.now() + TICK_MS);
      clock.poke();
    }
    expect(clock.late_ms).toBe(0);
    expect(clock.load).toBeGreaterThan(0.95);
    vi.advanceTimersByTime(5000);
    expect(clock.load).toBeLessThan(0.1);
    clock.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is the share of a turn until everything it began is done', () => {
    const clock = new Clock(() => vi.setSystemTime(Date.now() + 20));
    clock.start();
    for (let turn = 0; turn < 100; turn++) {
      vi.setSystemTime(Date.now() + TICK_MS - 21);
      clock.poke();
      vi.advanceTimersByTime(1);
    }
    expect(clock.load).toBeGreaterThan(0.35);
    expect(clock.load).toBeLessThan(0.5);
    clock.stop();
  });
});

describe('frames', () => {
  it('go every turn to who fights while there are enough, and every second one to all others', () => {
    expect(LADDER[rungFor([100, 300, 100], 0)]).toEqual([1, 2, 2]);
    expect(LADDER[rungFor([500, 0, 0], 0)]).toEqual([1, 2, 2]);
  });

  it('are first left out for who fights, then for who stands about', () => {
    expect(LADDER[rungFor([300, 700, 0], 0)]).toEqual([2, 2, 2]);
    expect(LADDER[rungFor([0, 900, 300], 0)]).toEqual([2, 2, 4]);
  });

  it('hold fewer fast bodies the more stand about', () => {
    expect(ringsIn(1)).toBe(1);
    expect(ringsIn(300)).toBe(1);
    expect(ringsIn(600)).toBeCloseTo(0.25);
    expect(ringsIn(1000)).toBeLessThan(0.1);
  });

  it('never ask for more on a higher rung, and strain can only go up from there', () => {
    for (let i = 1; i < LADDER.length; i++)
      for (const need of [0, 1, 2]) expect(LADDER[i][need]).toBeGreaterThanOrEqual(LADDER[i - 1][need]);
    for (let from = 0; from < 12; from++) expect(rungFor([10, 10, 10], from)).toBe(Math.min(from, LADDER.length - 1));
    expect(rungFor([5000, 0, 0], 0)).toBe(LADDER.length - 1);
  });

  it('come back only when there is room for them', () => {
    expect(rungFor([520, 0, 0], 0, 0)).toBe(0);
    expect(rungFor([520, 0, 0], 0, 1)).toBe(1);
    expect(rungFor([480, 0, 0], 0, 1)).toBe(0);
    // A thousand who were shown less for a while, under strain, are shown ten times a second again.
    expect(LADDER[rungFor([1000, 0, 0], 0, LADDER.length - 1)]).toEqual([2, 2, 2]);
  });

  it('that are kept come out in their turn, or before anything else is sent, once', () => {
    const kept = new KeptFrame();
    expect(kept.take()).toBeNull();
    kept.keep(Uint8Array.of(1, 2), Uint8Array.of(3), 11);
    expect(kept.take(10)).toBeNull();
    expect([...(kept.take(11) ?? [])]).toEqual([1, 2, 3]);
    expect(kept.take(12)).toBeNull();
    kept.keep(new Uint8Array(3000).fill(7), new Uint8Array(0), 21);
    expect(kept.take()?.length).toBe(3000);
  });
});
