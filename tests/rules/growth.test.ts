// What the wilds do unseen: growth by elapsed time, packs that are where they would have walked.
import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/shared/content/kinds';
import { afterKill, GROWTH_STEP_S, grown, mostGrown, packAt, timesPassed } from '../../src/shared/rules/growth';
import { seeded } from '../harness/seeded';

describe('a camp left alone', () => {
  it('takes one in each half hour, up to half again; small ones stay small', () => {
    const left = (count: number, hours: number) => grown(count, hours * 3600);
    expect([0, 0.49, 0.5, 1, 1.5, 2, 24].map(h => left(6, h))).toEqual([0, 0, 1, 2, 3, 3, 3]);
    expect([0, 1, 2, 3, 4, 5, 9].map(count => left(count, 1000))).toEqual([0, 0, 0, 1, 2, 2, 4]);
    expect([3, 4, 30].map(mostGrown)).toEqual([1, 2, 15]);
  });

  it('is never smaller than it was, whatever the clock says', () => {
    for (const s of [-1, -1e12, Number.NEGATIVE_INFINITY]) expect(grown(6, s)).toBe(0);
    expect(grown(6, Number.POSITIVE_INFINITY)).toBe(3);
  });

  it('is one smaller with each kill, and the next comes half an hour later', () => {
    let uncleared_s = 10 * 3600;
    const sizes = Array.from({ length: 5 }, () => grown(6, (uncleared_s = afterKill(6, uncleared_s))));
    expect(sizes).toEqual([2, 1, 0, 0, 0]);
    expect(grown(6, uncleared_s + GROWTH_STEP_S - 1)).toBe(0);
    expect(grown(6, uncleared_s + GROWTH_STEP_S)).toBe(1);
  });

  it('does not grow while somebody hunts there', () => {
    let uncleared_s = 0;
    for (let minute = 0; minute < 600; minute += 20) {
      uncleared_s = afterKill(6, uncleared_s + 20 * 60);
      expect(grown(6, uncleared_s)).toBe(0);
    }
  });
});

const BEND: readonly Point[] = [
  [100, 100],
  [140, 100],
  [140, 130],
];
/** There and back. */
const ROUND_M = 140;

describe('a pack on its route', () => {
  it('walks it at its pace, there and back, without a jump', () => {
    for (const route of [BEND, BEND.slice(0, 2)]) {
      let before = packAt(route, 2, 0, 3);
      for (let ms = 100; ms < 200_000; ms += 100) {
        const now = packAt(route, 2, ms, 3);
        expect(Math.hypot(now.x - before.x, now.z - before.z)).toBeLessThan(0.2001);
        const [nx, nz] = route[now.next];
        const left = Math.hypot(nx - now.x, nz - now.z);
        if (left > 0.01) expect(Math.abs(Math.sin(now.yaw) - (nx - now.x) / left)).toBeLessThan(0.01);
        before = now;
      }
    }
  });

  it('is at the same spot after a round, and knows whether it is on its way back', () => {
    const at = (m: number) => packAt(BEND, 1, 1_790_000_000_000 + m * 1000, 5);
    for (let m = 0; m < ROUND_M; m += 7) {
      const [now, later] = [at(m), at(m + ROUND_M * 1000)];
      expect(Math.hypot(now.x - later.x, now.z - later.z)).toBeLessThan(1e-4);
    }
    const seen = Array.from({ length: ROUND_M }, (_, m) => at(m + 0.5));
    expect(seen.filter(({ back }) => back)).toHaveLength(ROUND_M / 2);
    for (const { next, back } of seen) expect(back ? [0, 1] : [1, 2]).toContain(next);
  });

  it('depends on nothing but time and seed; packs of equal routes do not march in step', () => {
    expect(packAt(BEND, 2, 1e12, 4)).toEqual(packAt(BEND, 2, 1e12, 4));
    const spots = new Set(Array.from({ length: 8 }, (_, seed) => Math.round(packAt(BEND, 2, 1e12, seed).x * 1000)));
    expect(spots.size).toBeGreaterThan(3);
  });

  it('of one point stands there', () => {
    expect(packAt([[5, 6]], 2, 12345, 1)).toMatchObject({ x: 5, z: 6, next: 0 });
    expect(timesPassed({ route: [[5, 6]], walk_mps: 2, seed: 1 }, { x: 5, z: 6, within_m: 9 }, 0, 1e9)).toBe(0);
  });

  it('passes a spot as often as one who stands there sees it come near', () => {
    const chance = seeded(11);
    const WITHIN_M = 6;
    for (let run = 0; run < 12; run++) {
      const pack = { route: BEND, walk_mps: 1 + chance(), seed: run };
      const along = 10 + chance() * 20;
      const spot = { x: 100 + along, z: 100 + chance() * 4, within_m: WITHIN_M };
      const from_ms = 1_790_000_000_000 + chance() * 1e6;
      const to_ms = from_ms + 3_600_000;
      const offset = (ms: number) => {
        const { x, z } = packAt(pack.route, pack.walk_mps, ms, pack.seed);
        return z === 100 ? x - spot.x : 1000;
      };
      let seen = 0;
      let before = offset(from_ms);
      for (let ms = from_ms + 250; ms <= to_ms; ms += 250) {
        const now = offset(ms);
        if (Math.abs(now) < 5 && Math.abs(before) < 5 && Math.sign(now) !== Math.sign(before)) seen++;
        before = now;
      }
      expect(Math.abs(timesPassed(pack, spot, from_ms, to_ms) - seen), `run ${run}: ${seen}`).toBeLessThanOrEqual(1);
    }
  });

  it('passes the ends of its route once a round, and whom it never comes near not at all', () => {
    const pack = { route: BEND, walk_mps: 1, seed: 2 };
    const tenRounds = [1_790_000_000_500, 1_790_000_000_500 + ROUND_M * 10_000] as const;
    for (const [x, z] of [BEND[0], BEND[2]]) expect(timesPassed(pack, { x, z, within_m: 10 }, ...tenRounds)).toBe(10);
    expect(timesPassed(pack, { x: 120, z: 103, within_m: 10 }, ...tenRounds)).toBe(20);
    expect(timesPassed(pack, { x: 120, z: 80, within_m: 10 }, ...tenRounds)).toBe(0);
  });
});
