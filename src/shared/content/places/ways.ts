// Roads, rivers, lakes and bridges as scenes. In: points, world metres. Out: stamps of the land, and the low banks that make a valley of a ditch.
// A way that goes on in the neighbour's place ends on the border line, in a point that both take from crossings.ts.
import { place } from '../angles';
import type { Place, Point } from '../kinds';
import type { Scene } from './plan';
import { deg } from './shapes';

export const street = (...points: Point[]): Scene => ({ roads: [{ width: 5, paved: true, points }] });
export const road = (...points: Point[]): Scene => ({ roads: [{ width: 4, paved: false, points }] });
export const track = (...points: Point[]): Scene => ({ roads: [{ width: 3, paved: false, points }] });

/** The land is low along the water; beyond this it rises over `blend` metres. */
const BANK = { radius: 11, height: 1.9 };

/** Low ground along a line of points, in discs that overlap just enough: too many would leave a step where they end. */
export function valley(points: readonly Point[], blend: number): Place['flats'] {
  const step = 10 + blend * 0.75;
  const discs: Place['flats'][number][] = [];
  let next = 0;
  for (let i = 1; i < points.length; i++) {
    const [x, z] = points[i - 1];
    const dx = points[i][0] - x;
    const dz = points[i][1] - z;
    const length = Math.sqrt(dx * dx + dz * dz);
    for (; next <= length; next += step) discs.push({ x: x + (dx * next) / length, z: z + (dz * next) / length, blend, ...BANK });
    next -= length;
  }
  return discs;
}

/** A river of `width` metres; the sides of its valley lean back over `blend` metres along `low`, which is all of it unless it says otherwise. */
export function river(width: number, blend: number, points: readonly Point[], low = points): Scene {
  return { rivers: [{ width, depth: Math.max(1.6, width / 5), points: rounded(points) }], flats: valley(low, blend) };
}

/** The line with its corners cut (Chaikin 1974), ends kept: water turns no sharp corners. */
const rounded = (points: readonly Point[]): Point[] => [
  points[0],
  ...points.slice(1, -1).flatMap(([x, z], i): Point[] => [toward(x, z, points[i]), toward(x, z, points[i + 2])]),
  points[points.length - 1],
];
const toward = (x: number, z: number, [toX, toZ]: Point): Point => [x + (toX - x) * 0.25, z + (toZ - z) * 0.25];

export function lake(x: number, z: number, rx: number, rz: number, depth = 3): Scene {
  const shore = Math.max(rx, rz);
  return { lakes: [{ x, z, rx, rz, depth }], flats: [{ x, z, radius: shore * 0.8, blend: 30 + shore * 0.4, height: 1.5 }] };
}

/** A bridge over `water` metres of river; `degrees`: where the road over it leads. Its ramps stand on made ground. */
export function bridge(x: number, z: number, degrees: number, water: number, width = 5): Scene {
  const yaw = deg(degrees);
  const length = water + 19;
  const ends = [-1, 1].map(side => place(x, z, yaw, 0, side * (length / 2 + 1)));
  return {
    bridges: [{ x, z, yaw, length, width, top: 1.9 }],
    flats: ends.map(([ex, ez]) => ({ x: ex, z: ez, radius: 4, blend: 9, height: 1.9 })),
  };
}
