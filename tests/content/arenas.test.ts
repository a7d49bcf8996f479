// The arenas: fair by their ground, shut, and with names that nobody else has.
import { describe, expect, it } from 'vitest';
import { ARENAS, DUNGEONS, HALLS, PLACES, placeOf } from '../../src/shared/content';
import { collidersOf } from '../../src/shared/content/colliders';
import { instanceKey, isInstance } from '../../src/shared/regions';
import { GATE_RADIUS_M } from '../../src/shared/rules/arena';
import { Halls } from '../harness/halls';

const MIDDLE = 768;

describe.each(ARENAS)('$name', ({ key, place }) => {
  const [west, east] = place.spawns;

  it('is an instance of its own, of a number and key that nobody else has', () => {
    expect(isInstance(instanceKey(key, 0))).toBe(true);
    expect(placeOf(instanceKey(key, 399))).toBe(place);
    expect(DUNGEONS.some(dungeon => dungeon.key === key)).toBe(false);
    const numbers = [...PLACES, ...HALLS.map(hall => hall.place)].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('looks the same from either gate: what stands in one half stands in the other, turned half round', () => {
    expect([west.x + east.x, west.z + east.z]).toEqual([2 * MIDDLE, 2 * MIDDLE]);
    const props = place.props.filter(({ x, z }) => Math.hypot(x - MIDDLE, z - MIDDLE) < 20);
    expect(props.length).toBeGreaterThan(8);
    for (const { kind, x, z } of props) {
      const twin = props.find(p => p.kind === kind && Math.hypot(p.x + x - 2 * MIDDLE, p.z + z - 2 * MIDDLE) < 0.3);
      expect(twin, `${kind} at ${x}, ${z}`).toBeDefined();
    }
  });

  it('has a way between its gates, equally long for both, and something to hide behind', () => {
    const halls = new Halls(place);
    const lengthOf = (from: { x: number; z: number }, to: { x: number; z: number }): number => {
      let [at, length] = [from, 0];
      for (let i = 0; i < 400 && Math.hypot(at.x - to.x, at.z - to.z) > 2; i++) {
        const next = halls.next(at, to);
        length += Math.hypot(next.x - at.x, next.z - at.z);
        at = next;
      }
      expect(Math.hypot(at.x - to.x, at.z - to.z)).toBeLessThan(3);
      return length;
    };
    const middle = { x: MIDDLE, z: MIDDLE };
    expect(Math.abs(lengthOf(west, middle) - lengthOf(east, middle))).toBeLessThan(5);
    const cover = collidersOf(place).filter(({ x, z, top }) => Math.hypot(x - MIDDLE, z - MIDDLE) < 20 && top > 1.2);
    expect(cover.length).toBeGreaterThan(6);
  });

  it('keeps nobody in walls at its gates', () => {
    for (const { x, z } of [west, east]) {
      const near = collidersOf(place).filter(each => each.shape === 'circle' && Math.hypot(each.x - x, each.z - z) < 1.5 + each.a);
      expect(near).toEqual([]);
      expect(GATE_RADIUS_M).toBeLessThan(8);
    }
  });
});
