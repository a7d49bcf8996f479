// Roads, rivers, lakes and bridges as scenes. In: points, world metres. Out: stamps of the land, and the low banks that make a valley of a ditch.
// A way that goes on in the neighbour's place ends on the border line, in a point that both take from crossings.ts.
import { place } from '../angles';
import type { Place, Point } from '../kinds';
import type { Scene } from './plan';
import { deg } from './shapes';

export const street = (...points: Point[]): Scene => ({ roads: [{ width: 5, paved: true, points }] });
export const road = (...points: Point[]): Scene => ({ roads: [{ width: 4, paved: false, points }] });
export const track = (...points: Point[]): Scene => ({ roads: [{ width: 3, paved: false, points }] });

/** The land is low along the water from bank to bank; beyond it rises over `blend` metres. */
const BANK = { radius: 11, height: 1.9 };
const BANK_STEP_M = 30;

/** Low ground along a line of points. */
export function valley(points: readonly Point[], blend: number): Place['flats'] {
  return points.flatMap(([x, z], i) => {
    if (!i) return [{ x, z, blend, ...BANK }];
    const [fromX, fromZ] = points[i - 1];
    const dx = x - fromX;
    const dz = z - fromZ;
    const pieces = Math.ceil(Math.sqrt(dx * dx + dz * dz) / BANK_STEP_M);
    return Array.from({ length: pieces }, (_, k) => {
      const along = (k + 1) / pieces;
      return { x: fromX + dx * along, z: fromZ + dz * along, blend, ...BANK };
    });
  });
}

/** A river of `width` metres; the sides of its valley lean back over `blend` metres along `low`, which is all of it unless it says otherwise. */
export function river(width: number, blend: number, points: readonly Point[], low = points): Scene {
  return { rivers: [{ width, depth: 1 + width / 10, points }], flats: valley(low, blend) };
}

export function lake(x: number, z: number, rx: number, rz: number, depth = 3): Scene {
  const shore = Math.max(rx, rz);
  return { lakes: [{ x, z, rx, rz, depth }], flats: [{ x, z, radius: shore * 0.8, blend: 30 + shore * 0.4, height: 1.5 }] };
}

/** A bridge over `water` metres of river; `degrees`: where the road over it leads. Its ramps stand on made ground. */
export function bridge(x: number, z: number, degrees: number, water: number, width = 5): Scene {
  const yaw = deg(degrees);
  const length = water + 16;
  const ends = [-1, 1].map(side => place(x, z, yaw, 0, side * (length / 2 + 1)));
  return {
    bridges: [{ x, z, yaw, length, width, top: 1.9 }],
    flats: ends.map(([ex, ez]) => ({ x: ex, z: ez, radius: 4, blend: 9, height: 1.9 })),
  };
}
