// Happenings: the clock decides what and when, nearness decides where, and rewards follow what each did.
import { describe, expect, it } from 'vitest';
import { DAY_MS, hourOf, isNight } from '../../src/shared/clock';
import { monsters, PLACES } from '../../src/shared/content';
import { HAPPENINGS } from '../../src/shared/content/happenings';
import {
  applyReward,
  BRONZE,
  FARTHEST_M,
  GOLD,
  levelAt,
  medalOf,
  NEAREST_M,
  SILVER,
  SLOT_MS,
  slotAt,
  spotNear,
  spotsOf,
} from '../../src/shared/rules/happenings';
import { Journal, LEDGER } from '../../src/shared/rules/journal';
import { MAX_GOLD } from '../../src/shared/rules/vendor';
import { bare } from './people';

const NOW = 1_795_000_000_000;

describe('the table', () => {
  it('names beasts that there are, and fits its time', () => {
    expect(new Set(HAPPENINGS.map(({ id }) => id)).size).toBe(HAPPENINGS.length);
    for (const { waves, lasts_s, key } of HAPPENINGS) {
      expect(waves.length, key).toBeGreaterThan(1);
      for (const { monster, count } of waves.flat()) {
        expect(monsters.key(monster).abilities.length, monster).toBeGreaterThan(0);
        expect(count).toBeGreaterThan(0);
      }
      expect(lasts_s * 1000, key).toBeLessThan(SLOT_MS / 2);
    }
  });

  it('has something for every place, by day and by night', () => {
    for (const place of PLACES) {
      const all = Array.from({ length: 300 }, (_, i) => slotAt(place, NOW + i * SLOT_MS));
      expect(
        all.every(slot => slot !== null),
        place.key,
      ).toBe(true);
      expect(new Set(all.map(slot => slot?.happening.key)).size, place.key).toBeGreaterThan(2);
    }
  });
});

describe('a slot', () => {
  it('is the same for everybody who asks, begins in its first half, and keeps to the hour', () => {
    for (const place of PLACES) {
      for (let i = 0; i < 60; i++) {
        const start = Math.floor(NOW / SLOT_MS + i) * SLOT_MS;
        const slot = slotAt(place, start);
        expect(slotAt(place, start + SLOT_MS - 1)).toEqual(slot);
        if (!slot) continue;
        expect(slot.begins_ms).toBeGreaterThanOrEqual(start);
        expect(slot.begins_ms).toBeLessThan(start + SLOT_MS / 2);
        const { when } = slot.happening;
        if (when) expect(when === 'night', slot.happening.key).toBe(isNight(hourOf(slot.begins_ms)));
      }
    }
    expect(DAY_MS).toBeGreaterThan(SLOT_MS);
  });

  it('keeps away from where people begin', () => {
    for (const place of PLACES)
      for (const { ground } of HAPPENINGS)
        for (const { x, z } of spotsOf(place, ground))
          for (const spawn of place.spawns) expect(Math.hypot(spawn.x - x, spawn.z - z)).toBeGreaterThan(45);
  });

  it('takes the nearest spot that somebody can see but does not stand in', () => {
    const spots = [
      { x: 10, z: 0 },
      { x: NEAREST_M + 5, z: 0 },
      { x: 100, z: 0 },
      { x: FARTHEST_M + 5, z: 0 },
    ];
    expect(spotNear(spots, [{ x: 0, z: 0 }])).toEqual({ x: NEAREST_M + 5, z: 0 });
    expect(spotNear(spots, [{ x: -900, z: 0 }])).toBeNull();
    expect(spotNear(spots, [])).toBeNull();
  });

  it('is as hard as the wilds about it', () => {
    for (const place of PLACES)
      for (const spot of spotsOf(place, 'poi')) {
        const level = levelAt(place, spot);
        expect(level).toBeGreaterThanOrEqual(1);
        expect(level).toBeLessThanOrEqual(20);
      }
  });
});

describe('rewards', () => {
  it('go by what each did among so many', () => {
    expect(medalOf(0, 3)).toBe(0);
    expect(medalOf(1, 1)).toBe(GOLD);
    expect(medalOf(0.5, 2)).toBe(GOLD);
    expect(medalOf(0.1, 5)).toBe(SILVER);
    expect(medalOf(0.02, 5)).toBe(BRONZE);
  });

  it('are paid with a line in the books, less for the easy, never beyond what a purse holds', () => {
    const [happening] = HAPPENINGS;
    const journal = new Journal();
    const helper = bare(5);
    const paid = applyReward(helper, journal, happening, 5, GOLD);
    expect(paid.gold).toBe(happening.gold * 5);
    expect(helper.gold).toBe(paid.gold);
    expect(journal.ledger).toEqual([{ cause: LEDGER.happening, gold: paid.gold, kind: 0, quantity: 0 }]);
    expect(paid.xp).toBeGreaterThan(0);
    expect(applyReward(bare(5), new Journal(), happening, 5, BRONZE).xp).toBeLessThan(paid.xp);
    expect(applyReward(bare(20), new Journal(), happening, 5, GOLD).xp).toBe(0);
    const rich = { ...bare(5), gold: MAX_GOLD };
    expect(applyReward(rich, new Journal(), happening, 5, GOLD).gold).toBe(0);
    expect(rich.gold).toBe(MAX_GOLD);
  });
});
