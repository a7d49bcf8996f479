// Encounters in numbers: who stands in a shape, what a boss is for fewer, who earned what.
import { describe, expect, it } from 'vitest';
import { encounterOf } from '../../src/shared/content/encounters';
import { HOURLY, LAIRS } from '../../src/shared/content/happenings';
import { covers, evenHealth, fewer, phaseAt, scaled, sharesOf } from '../../src/shared/rules/encounters';
import { HOUR_MS, hadReward, hourAt, NOTICE_MS, takeOnce } from '../../src/shared/rules/happenings';
import { Journal } from '../../src/shared/rules/journal';
import { bare } from './people';

const at = (yaw = 0) => ({ x: 100, z: 50, yaw });
const EAST = Math.PI / 2;

describe('a shape', () => {
  it('circle and ring count metres from their middle', () => {
    const circle = { form: 'circle', radius_m: 5 } as const;
    expect(covers(circle, at(), 104.9, 50)).toBe(true);
    expect(covers(circle, at(), 105.1, 50)).toBe(false);
    const ring = { form: 'ring', inner_m: 5, radius_m: 16 } as const;
    expect(covers(ring, at(), 100, 50)).toBe(false);
    expect(covers(ring, at(), 104, 50)).toBe(false);
    expect(covers(ring, at(), 100, 60)).toBe(true);
    expect(covers(ring, at(), 100, 67)).toBe(false);
  });

  it('cone opens to both sides of where it looks, also over the seam of angles', () => {
    const cone = { form: 'cone', radius_m: 10, half_deg: 30 } as const;
    expect(covers(cone, at(0), 100, 42)).toBe(true); // north
    expect(covers(cone, at(0), 100, 58)).toBe(false);
    expect(covers(cone, at(EAST), 108, 50)).toBe(true);
    expect(covers(cone, at(EAST), 108, 58)).toBe(false);
    expect(covers(cone, at(Math.PI), 101, 58)).toBe(true);
    expect(covers(cone, at(-Math.PI), 99, 58)).toBe(true);
  });

  it('line begins at its origin and is as wide as it says', () => {
    const line = { form: 'line', radius_m: 20, half_m: 2 } as const;
    expect(covers(line, at(EAST), 119, 51.9)).toBe(true);
    expect(covers(line, at(EAST), 119, 52.1)).toBe(false);
    expect(covers(line, at(EAST), 99, 50)).toBe(false);
    expect(covers(line, at(EAST), 121, 50)).toBe(false);
  });
});

describe('a boss for fewer', () => {
  it('is whole for its party, weaker for each one less, and never free', () => {
    expect(scaled('ninth-king', 5)).toEqual({ hp: 1, damage: 1 });
    for (let n = 1; n < 5; n++) {
      const [fewer, more] = [scaled('ninth-king', n), scaled('ninth-king', n + 1)];
      expect(fewer.hp).toBeLessThan(more.hp);
      expect(fewer.damage).toBeLessThan(more.damage);
    }
    const alone = scaled('ninth-king', 1);
    expect(alone.hp).toBeGreaterThan(0.2);
    expect(alone.damage).toBeGreaterThan(0.4);
  });

  it('takes nonsense for one, and more than its party for more health only', () => {
    expect(scaled('ninth-king', 0)).toEqual(scaled('ninth-king', 1));
    expect(scaled('ninth-king', -3)).toEqual(scaled('ninth-king', 1));
    expect(scaled('grumbleback', 20).hp).toBeGreaterThan(3);
    expect(scaled('grumbleback', 20).damage).toBe(1);
    expect(scaled('grumbleback', 1000)).toEqual(scaled('grumbleback', 40));
    expect(() => scaled('wolf', 5)).toThrow('no boss');
  });

  it('asks for hands and sends guards as the party has them', () => {
    const raid = encounterOf('stormhart')!;
    expect(fewer(8, raid, 20)).toBe(8);
    expect(fewer(8, raid, 10)).toBe(4);
    expect(fewer(8, raid, 1)).toBe(1);
    expect(fewer(8, raid, 40)).toBe(8);
    expect(fewer(2, encounterOf('door-warden')!, 1)).toBe(1);
  });
});

describe('phases', () => {
  it('follow health', () => {
    const king = encounterOf('ninth-king')!;
    expect([1, 0.66, 0.65, 0.31, 0.3, 0.01, 0].map(share => phaseAt(king, share))).toEqual([0, 0, 1, 1, 2, 2, 2]);
  });
});

describe('shares', () => {
  it('leave out who did nothing, and give nobody less than an even share', () => {
    const shares = sharesOf(
      new Map([
        ['tank', 500],
        ['blade', 1200],
        ['healer', 300],
        ['passer-by', 4],
      ]),
    );
    expect([...shares.keys()]).toEqual(['tank', 'blade', 'healer']);
    expect(shares.get('healer')).toBe(333);
    expect(shares.get('blade')).toBe(599);
    expect(sharesOf(new Map())).toEqual(new Map());
    expect(sharesOf(new Map([['idler', 0]]))).toEqual(new Map());
  });

  it('of a crowd are a tenth at least', () => {
    const shares = sharesOf(new Map(Array.from({ length: 40 }, (_, i) => [`p${i}`, 100 + i])));
    expect(shares.size).toBe(40);
    for (const share of shares.values()) expect(share).toBe(100);
  });
});

describe('percent', () => {
  it('are of a health that grows', () => {
    expect(evenHealth(20)).toBeGreaterThan(evenHealth(14));
    expect(evenHealth(14)).toBeGreaterThan(evenHealth(8));
  });
});

describe('the hour', () => {
  const HOUR = 498_612 * HOUR_MS;
  it('is the same for everybody, is announced before it, and changes its lair', () => {
    expect(hourAt(HOUR - NOTICE_MS)).toEqual(hourAt(HOUR + HOURLY.lasts_s * 1000));
    expect(hourAt(HOUR - NOTICE_MS - 1).number).toBe(hourAt(HOUR).number - 1);
    expect(hourAt(HOUR).begins_ms).toBe(HOUR);
    const lairs = new Set(Array.from({ length: 200 }, (_, i) => hourAt(HOUR + i * HOUR_MS).lair));
    expect(lairs.size).toBe(LAIRS.length);
  });

  it('is paid once', () => {
    const c = bare(8);
    const journal = new Journal();
    expect(hadReward(c, HOURLY, 7)).toBe(false);
    expect(takeOnce(c, journal, HOURLY, 7)).toBe(true);
    expect(journal.character).toBe(true);
    expect(takeOnce(c, journal, HOURLY, 7)).toBe(false);
    expect(takeOnce(c, journal, HOURLY, 8)).toBe(true);
  });
});
