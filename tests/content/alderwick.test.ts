// What only the first place promises: a ring of peace round the village, foes for every level, and levels that rise with the way from it.
import { describe, expect, it } from 'vitest';
import { ALDERWICK, monsters } from '../../src/shared/content';
import type { Camp } from '../../src/shared/content/kinds';
import { expandForests } from '../../src/shared/content/scatter';

const place = ALDERWICK;
const VILLAGE = { x: 768, z: 768 };
const fromVillage = (p: { x: number; z: number }): number => Math.hypot(p.x - VILLAGE.x, p.z - VILLAGE.z);
const hostile = place.camps.filter((camp: Camp) => monsters.key(camp.monster).team !== 'critter');

describe('Alderwick', () => {
  it('has as much as was promised', () => {
    expect(place.camps.reduce((sum, c) => sum + c.count, 0)).toBeGreaterThanOrEqual(160);
    expect(new Set(place.camps.map(c => c.monster)).size).toBeGreaterThanOrEqual(10);
    expect(place.npcs.length).toBeGreaterThanOrEqual(16);
    expect(place.pois.length).toBeGreaterThanOrEqual(10);
    expect(place.spawns.length).toBeGreaterThanOrEqual(3);
    expect(place.nodes.length).toBeGreaterThanOrEqual(30);
    expect(expandForests(place).length).toBeGreaterThan(1200);
  });

  it('leaves the village a ring of peace', () => {
    for (const camp of hostile) expect(fromVillage(camp) - camp.radius, camp.key).toBeGreaterThan(75);
  });

  it('has levels that rise with the way from the village', () => {
    for (const camp of hostile) {
      const [low, high] = camp.level ?? monsters.key(camp.monster).level;
      expect(high, camp.key).toBeLessThanOrEqual(1 + (fromVillage(camp) - 70) / 18);
      if (fromVillage(camp) > 240) expect(low, camp.key).toBeGreaterThanOrEqual(3);
    }
  });

  it('offers foes for every level from 1 to 10', () => {
    for (let level = 1; level <= 10; level++) {
      const count = hostile.reduce((sum, c) => sum + (c.level && c.level[0] <= level && c.level[1] >= level ? c.count : 0), 0);
      expect(count, `level ${level}`).toBeGreaterThanOrEqual(9);
    }
  });
});
