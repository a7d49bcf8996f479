// The charges of guilds' emblems, as heralds call what stands on the field: drawn as flat outlines, a silhouette that reads at ten metres and a few
// lines cut out of it. In: nothing. Out: one charge for each of EMBLEMS, in its order, each within 50 of the middle, y up, as whoever looks sees it.
import type { Point } from '../polygons';

export type Outline = readonly Point[];

export interface Charge {
  readonly shape: readonly Outline[];
  /** Lies on top, in the colour of the field. */
  readonly cut: readonly Outline[];
}

const points = (text: string): Point[] => text.split(' ').map(pair => pair.split(',').map(Number) as [number, number]);
const mirrored = (outline: Outline): Outline => outline.map(([x, y]): Point => [-x, y]).reverse();
/** The right half of an outline, from the top of the axis to its foot, and the left half like it. */
const both = (half: string): Outline => {
  const right = points(half);
  return [...right, ...mirrored(right).filter(([x]) => x !== 0)];
};
/** One on the right, and its like on the left. */
const pair = (text: string): Outline[] => [points(text), mirrored(points(text))];

/** On a circle: 0 at the top, in turns, clockwise. */
function onCircle(x: number, y: number, radius: number, turns: number): Point {
  const angle = turns * Math.PI * 2;
  return [x + Math.sin(angle) * radius, y + Math.cos(angle) * radius];
}
/** So many corners along it, the last one at `to`. */
function arc(x: number, y: number, radius: number, corners: number, from: number, to: number): Point[] {
  return Array.from({ length: corners }, (_, i) => onCircle(x, y, radius, from + ((to - from) * i) / (corners - 1)));
}
const round = (x: number, y: number, radius: number, corners: number): Outline => arc(x, y, radius, corners, 0, 1 - 1 / corners);

const stag: Charge = {
  shape: [
    both('0,0 6,1 10,-3 25,5 27,-1 14,-11 11,-24 8,-40 4,-47 0,-48'),
    ...pair('2,-2 9,-2 24,5 37,16 43,29 42,48 37,32 31,23 30,46 24,18 17,37 15,12 9,27 5,8'),
  ],
  cut: [...pair('4,-13 10,-9 8,-15'), both('0,-38 3,-40 0,-44')],
};

const wolf: Charge = {
  shape: [both('0,20 9,23 17,48 27,33 31,14 43,-3 33,-5 37,-17 26,-17 26,-27 16,-25 11,-41 6,-47 0,-49')],
  cut: [...pair('5,-3 20,9 19,1 10,-5'), both('0,-35 7,-37 0,-44'), ...pair('16,24 18,38 24,26')],
};

const lion: Charge = {
  shape: [
    points(
      '-30,36 -27,43 -17,46 -10,50 -6,45 3,44 1,38 9,34 6,28 13,23 10,17 14,6 20,-8 23,-18 19,-28 26,-36 20,-43 21,-50 4,-50 5,-46 12,-42 15,-36 8,-29 3,-25 -9,-29 -11,-38 -16,-46 -34,-46 -32,-41 -21,-39 -20,-25 -14,-17 -7,-11 -10,-3 -19,-6 -29,-12 -43,-9 -42,-3 -31,-3 -22,5 -17,9 -27,9 -36,15 -49,13 -48,20 -36,24 -26,19 -18,21 -20,26 -29,27 -23,31 -31,32',
    ),
    points('15,-12 28,-13 37,-4 38,8 35,18 38,27 47,34 42,47 33,43 30,31 28,18 31,6 28,-3 18,-4'),
  ],
  cut: [points('-24,38 -19,40 -20,36'), points('-13,25 -5,30 -7,22')],
};

const raven: Charge = {
  shape: [
    points(
      '-48,27 -36,36 -27,41 -17,39 -9,30 8,16 24,-2 48,-32 40,-35 36,-40 27,-33 14,-23 2,-21 -12,-14 -21,-2 -23,12 -30,14 -27,20 -34,25',
    ),
    points('-8,-17 0,-21 -3,-40 4,-45 -5,-44 -16,-50 -11,-43 -18,-42 -7,-39'),
    points('8,-20 15,-24 10,-40 17,-45 8,-44 -2,-50 3,-43 1,-40 6,-39'),
  ],
  cut: [points('-29,34 -25,36 -23,32 -27,31'), points('-12,10 4,2 26,-16 6,-5 -8,0')],
};

const oak: Charge = {
  shape: [both('0,50 7,47 13,39 9,31 19,34 27,26 23,17 12,13 26,15 36,6 33,-5 13,-8 24,-9 29,-18 22,-27 9,-23 4,-30 4,-50 0,-50')],
  cut: [both('0,38 2,10 2,-26 0,-28'), ...pair('2,12 16,23 2,7'), ...pair('2,-8 22,4 2,-13'), ...pair('2,-22 17,-16 2,-26')],
};

const RAYS = 12;
const sun: Charge = {
  shape: [
    round(0, 0, 20, 14),
    ...Array.from({ length: RAYS }, (_, i): Outline => {
      const at = (off: number, radius: number) => onCircle(0, 0, radius, (i + off) / RAYS);
      return [at(-0.42, 25), at(0, i % 2 ? 41 : 50), at(0.42, 25), at(0, 27)];
    }),
  ],
  cut: [],
};

/** Two circles: where they meet are the horns. */
const moon: Charge = {
  shape: [
    [...arc(-2, -2, 46, 16, 0.259, 0.991), ...arc(12, 12, 36, 13, 0.91, 0.34)],
    Array.from({ length: 10 }, (_, i) => onCircle(19, 17, i % 2 ? 7.5 : 19, i / 10)),
  ],
  cut: [],
};

const tower: Charge = {
  shape: [
    both('0,26 6,26 6,20 12,20 12,26 24,26 24,6 18,1 18,-36 25,-44 25,-50 0,-50'),
    points('-1.5,24 1.5,24 1.5,34 22,41 1.5,49 -1.5,50'),
  ],
  cut: [both('0,-20 5,-22 8,-28 8,-50 0,-50'), both('0,-1 2.5,-3 2.5,-13 0,-13'), both('0,5 20,5 18,2 0,2')],
};

const griffin: Charge = {
  shape: [
    points(
      '-42,19 -42,30 -34,38 -25,41 -12,50 -12,40 -4,33 -2,22 1,10 10,-5 24,-16 33,-29 36,-42 31,-50 2,-50 3,-45 11,-42 7,-34 -3,-28 -10,-26 -12,-42 -8,-50 -33,-50 -24,-42 -25,-22 -28,-9 -40,-10 -44,-2 -50,-1 -45,3 -47,10 -37,8 -34,1 -24,0 -30,7 -25,12 -28,22 -35,25',
    ),
    points('6,0 5,18 12,34 24,46 43,50 37,42 48,38 38,32 47,26 36,22 42,14 30,12 33,3 20,3 13,-5'),
    points('31,-36 42,-37 47,-25 43,-15 49,-2 39,-5 36,-14 40,-25 38,-30 31,-29'),
  ],
  cut: [points('-32,32 -26,34 -26,29'), points('12,9 17,24 28,37 20,22'), points('20,9 26,20 35,29 28,18')],
};

const lily: Charge = {
  shape: [
    both('0,50 7,38 13,25 12,13 6,-1 0,-1'),
    ...pair('8,-1 16,14 26,25 37,24 45,13 43,-1 33,-11 27,-6 34,0 34,8 28,10 21,-1'),
    both('0,-4 25,-4 25,-12 0,-12'),
    both('0,-15 6,-15 8,-27 0,-50'),
    ...pair('9,-15 19,-15 30,-34 19,-36 12,-26'),
  ],
  cut: [],
};

const anchor: Charge = {
  shape: [
    round(0, 40, 10, 10),
    both('0,32 4,32 5,-38 0,-40'),
    both('0,26 25,26 25,18 0,18'),
    both('0,-50 16,-47 31,-38 38,-26 46,-29 41,-4 22,-19 29,-23 24,-31 14,-38 4,-41 0,-41'),
  ],
  cut: [round(0, 40, 4.5, 8)],
};

const axes: Charge = {
  shape: [...pair('-36,-47 -31,-50 33,44 28,47'), ...pair('8,12 16,7 17,-9 33,-2 44,12 50,33 36,27 27,32 24,36')],
  cut: [],
};

export const CHARGES: readonly Charge[] = [stag, wolf, lion, raven, oak, sun, moon, tower, griffin, lily, anchor, axes];
