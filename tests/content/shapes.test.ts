// Small pure shapes that everything stands on: angles, colliders, chance by place, packed looks.
import { describe, expect, it } from 'vitest';
import { cos, place, sin } from '../../src/shared/content/angles';
import { doorOf, fenceColliders, propColliders } from '../../src/shared/content/colliders';
import { cleanLook, isLook, packGear, packLook, unpackGear, unpackLook } from '../../src/shared/content/looks';
import { distanceToPath, hash01 } from '../../src/shared/content/scatter';
import { distanceTo } from './land';

describe('angles', () => {
  it('agree with the true sine and cosine', () => {
    for (let a = -20; a < 20; a += 0.0137) {
      expect(sin(a)).toBeCloseTo(Math.sin(a), 8);
      expect(cos(a)).toBeCloseTo(Math.cos(a), 8);
    }
  });

  it('turn clockwise seen from above: front is north, then east', () => {
    const [x, z] = place(100, 100, Math.PI / 2, 0, -5);
    expect([x, z].map(v => Math.round(v * 1000) / 1000)).toEqual([105, 100]);
    const door = doorOf({ kind: 'house', x: 0, z: 0, yaw: Math.PI, w: 8, d: 6, floors: 1, seed: 0 });
    expect(door.map(v => Math.round(v * 1000) / 1000)).toEqual([0, 4]);
  });
});

describe('colliders', () => {
  it('of a fence leave no gap, whatever its turns', () => {
    const points = [
      [0, 0],
      [13, 4],
      [9, 17],
      [-6, 15.5],
    ] as const;
    const pieces = fenceColliders({ kind: 'rail', points });
    for (let i = 1; i < points.length; i++) {
      for (let k = 0; k <= 40; k++) {
        const x = points[i - 1][0] + ((points[i][0] - points[i - 1][0]) * k) / 40;
        const z = points[i - 1][1] + ((points[i][1] - points[i - 1][1]) * k) / 40;
        expect(Math.min(...pieces.map(p => distanceTo(p, x, z)))).toBeLessThanOrEqual(0);
      }
    }
  });

  it('of props grow with them', () => {
    const [small] = propColliders({ kind: 'boulder', x: 0, z: 0, yaw: 0, scale: 1 });
    const [large] = propColliders({ kind: 'boulder', x: 0, z: 0, yaw: 0, scale: 2 });
    expect([large.a, large.top]).toEqual([small.a * 2, small.top * 2]);
    expect(propColliders({ kind: 'mushroom', x: 0, z: 0, yaw: 0, scale: 1 })).toEqual([]);
  });
});

describe('chance by place', () => {
  it('is even, and different for neighbours', () => {
    const counts = new Array(10).fill(0);
    for (let i = 0; i < 10_000; i++) counts[Math.floor(hash01(500, i % 100, Math.floor(i / 100)) * 10)]++;
    expect(Math.min(...counts)).toBeGreaterThan(880);
    expect(Math.max(...counts)).toBeLessThan(1120);
  });

  it('measures the way to a path', () => {
    expect(
      distanceToPath(5, 3, [
        [0, 0],
        [10, 0],
      ]),
    ).toBe(3);
    expect(
      distanceToPath(-3, 4, [
        [0, 0],
        [10, 0],
      ]),
    ).toBe(5);
  });
});

describe('looks', () => {
  it('come out as they went in', () => {
    const look = {
      skin: 5,
      hair: 7,
      hairColor: 14,
      shirt: 9,
      trousers: 3,
      body: 1,
      beard: 1,
      cape: 1,
      covenant: 2,
      hat: 6,
      apron: 1,
    };
    expect(unpackLook(packLook(look))).toEqual(look);
    expect(unpackGear(packGear(7, 64 + 5, 6, 7))).toEqual({ melee: 7, hand: 69, chest: 6, head: 7, shield: 0 });
    expect(unpackGear(packGear(20, 17, 31, 26, 3))).toEqual({ melee: 20, hand: 17, chest: 31, head: 26, shield: 3 });
  });

  it('of players are cut to what may be chosen', () => {
    const wild = packLook({ covenant: 0, hat: 4, apron: 1, skin: 7 });
    expect(unpackLook(cleanLook(wild, 2))).toMatchObject({ covenant: 2, hat: 0, apron: 0, skin: 7 });
    for (const broken of [-1, 2 ** 32, 1.5, Number.NaN]) expect(isLook(broken)).toBe(false);
    expect(isLook(cleanLook(Number.NaN, 1))).toBe(true);
  });
});
