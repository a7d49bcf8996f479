// Rest: grows while one is away, faster in a town, up to a level and a half; doubles what kills bring, and is used up by it.
import { describe, expect, it } from 'vitest';
import { HOME_REGION, placeOf } from '../../src/shared/content';
import { Journal } from '../../src/shared/rules/journal';
import { MAX_LEVEL, xpToNext } from '../../src/shared/rules/levels';
import { applyRest, gainKillXp, MOST_RESTED, mostRested, restedAfter } from '../../src/shared/rules/rest';
import { isInTown } from '../../src/shared/rules/towns';
import { bare } from './people';

const HOUR_S = 3600;
const home = placeOf(HOME_REGION)!;

describe('rest', () => {
  it('is a level’s worth after 16 hours in a town, a quarter of it in the wilds', () => {
    const c = bare(6);
    expect(restedAfter(c, 16 * HOUR_S, true)).toBe(xpToNext(6));
    expect(restedAfter(c, 16 * HOUR_S, false)).toBe(xpToNext(6) / 4);
    expect(restedAfter(c, 0, true)).toBe(0);
    expect(restedAfter(c, -5, true)).toBe(0);
  });

  it('adds up over several nights, and ends at a level and a half', () => {
    const c = bare(6);
    const journal = new Journal();
    applyRest(c, journal, 8 * HOUR_S, true);
    expect(journal.life).toBe(true);
    expect(c.life.rested).toBe(xpToNext(6) / 2);
    applyRest(c, journal, 8 * HOUR_S, true);
    applyRest(c, journal, 1000 * HOUR_S, true);
    expect(c.life.rested).toBe(Math.floor(xpToNext(6) * MOST_RESTED));
    expect(mostRested(6)).toBe(c.life.rested);
  });

  it('is never taken away, and writes nothing when there is none to add', () => {
    const c = bare(2);
    c.life.rested = 5000;
    const journal = new Journal();
    applyRest(c, journal, HOUR_S, true);
    expect(c.life.rested).toBe(5000);
    expect(journal.empty).toBe(true);
  });

  it('is of no use at the last level', () => {
    const c = bare(MAX_LEVEL);
    expect(restedAfter(c, 100 * HOUR_S, true)).toBe(0);
    c.life.rested = 10;
    expect(gainKillXp(c, new Journal(), 50)).toEqual({ xp: 50, bonus: 0, levels: 0 });
  });
});

describe('a kill by the rested', () => {
  it('counts double, until the rest is used up', () => {
    const c = bare(6);
    c.life.rested = 130;
    expect(gainKillXp(c, new Journal(), 100)).toEqual({ xp: 200, bonus: 100, levels: 0 });
    expect(gainKillXp(c, new Journal(), 100)).toEqual({ xp: 130, bonus: 30, levels: 0 });
    expect(gainKillXp(c, new Journal(), 100)).toEqual({ xp: 100, bonus: 0, levels: 0 });
    expect(c.xp).toBe(430);
    expect(c.life.rested).toBe(0);
  });

  it('that brings nothing uses nothing up', () => {
    const c = bare(6);
    c.life.rested = 130;
    const journal = new Journal();
    expect(gainKillXp(c, journal, 0)).toEqual({ xp: 0, bonus: 0, levels: 0 });
    expect(c.life.rested).toBe(130);
    expect(journal.empty).toBe(true);
  });

  it('may make a level by what rest adds', () => {
    const c = bare(1);
    c.life.rested = 60;
    expect(gainKillXp(c, new Journal(), 60)).toEqual({ xp: 120, bonus: 60, levels: 1 });
  });
});

describe('a town', () => {
  it('is where people live together, not where one of them stands alone', () => {
    expect(isInTown(home, 768, 768)).toBe(true);
    expect(isInTown(home, 560, 960)).toBe(false);
    expect(isInTown({ npcs: home.npcs.slice(0, 1) }, home.npcs[0].x, home.npcs[0].z)).toBe(false);
  });
});
