// Settlements as scenes: houses round a green, a market square, fields, fences. In: places and angles, metres and degrees clockwise from
// north. Out: parts of a place. Doors look to the middle they stand round.
import { cos, sin } from '../angles';
import type { Building, Place, Point, Prop } from '../kinds';
import type { Scene } from './plan';
import { arc, deg, prop, yard } from './shapes';

const round1 = (x: number): number => Math.round(x * 10) / 10;

// biome-ignore format: a table reads best with one row to a line
/** Width, depth and storeys of a common one of its kind. */
const SIZES: Record<Building['kind'], readonly [w: number, d: number, floors: number]> = {
  house: [9, 8, 2], cottage: [7, 6, 1], inn: [15, 11, 3], smithy: [11, 10, 1], mill: [8, 8, 3], watermill: [9, 9, 2], barn: [9, 12, 1],
  chapel: [9, 18, 1], stall: [3.6, 2.6, 1], tower: [6, 6, 3], ruin: [9, 9, 1], tent: [5, 5, 1], mine: [8, 8, 1], dock: [4, 20, 1],
  well: [2, 2, 1], 'palisade-gate': [7, 1.2, 1],
};

/** One building; `degrees`: where its door looks. */
export function build(
  kind: Building['kind'],
  x: number,
  z: number,
  degrees: number,
  label = '',
  [w, d, floors] = SIZES[kind],
): Building {
  return { kind, x, z, yaw: deg(degrees), w, d, floors, seed: Math.round(x * 7 + z * 13), ...(label && { label }) };
}

/** A point `radius` metres from (x, z) in a direction. */
export function at(x: number, z: number, radius: number, degrees: number): Point {
  return [round1(x + sin(deg(degrees)) * radius), round1(z - cos(deg(degrees)) * radius)];
}

type Standing = readonly [
  degrees: number,
  radius: number,
  kind: Building['kind'],
  label?: string,
  size?: readonly [w: number, d: number, floors: number],
];

/** Buildings round a middle, each by direction and distance, doors to the middle. */
export function ring(x: number, z: number, ...standing: readonly Standing[]): Scene {
  return {
    buildings: standing.map(([degrees, radius, kind, label, size]) =>
      build(kind, ...at(x, z, radius, degrees), (degrees + 180) % 360, label, size),
    ),
  };
}

/** Props round a middle. */
export function circle(kind: Prop['kind'], x: number, z: number, radius: number, ...degrees: readonly number[]): Prop[] {
  return degrees.map(d => prop(kind, ...at(x, z, radius, d), (d + 180) % 360));
}

/** A paved square with a fountain in its middle, stalls between the streets, lamps, benches and banners. */
export function market(x: number, z: number, height: number, turn: number): Scene {
  const corners = [45, 135, 225, 315].map(d => d + turn);
  return {
    flats: [{ x, z, radius: 46, blend: 40, height }],
    roads: [
      {
        width: 27,
        paved: true,
        points: [
          [x - 3, z],
          [x + 3, z],
        ],
      },
    ],
    buildings: corners.map(d => build('stall', ...at(x, z, 12, d), d + 180)),
    props: [
      prop('fountain', x, z),
      ...circle('lamp', x, z, 10.5, ...corners.map(d => d + 27)),
      ...circle('bench', x, z, 6, ...corners),
      ...circle('banner', x, z, 13.6, ...corners.map(d => d - 30), ...corners.map(d => d + 19)),
      ...circle('crate', x, z, 13.8, ...corners.map(d => d + 9)),
      ...circle('barrel', x, z, 13.6, ...corners.map(d => d - 9)),
    ],
  };
}

/** A few cottages round a well, and what stands about in a yard. */
export function hamlet(x: number, z: number, height: number, ...standing: readonly Standing[]): Scene {
  return {
    flats: [{ x, z, radius: 24, blend: 30, height }],
    buildings: [build('well', x, z, 0), ...ring(x, z, ...standing).buildings!],
    props: [
      ...standing.slice(0, 4).map(([degrees], i) => prop(CLUTTER[i], ...at(x, z, 9, degrees + 25), degrees + i * 70)),
      ...circle('lamp', x, z, 6, standing[0][0] + 60),
    ],
  };
}
const CLUTTER = ['cart', 'hay', 'barrel', 'trough'] as const;

/** A field and a rail round it that leaves one side open (0 north, 1 east, 2 south, 3 west; -1 none); a scarecrow among the wheat. */
export function field(x: number, z: number, w: number, d: number, crop: Place['fields'][number]['crop'], open = -2): Scene {
  return {
    fields: [{ x, z, w, d, yaw: 0, crop }],
    fences: open < -1 ? [] : [{ kind: 'rail', points: yard(x, z, w + 4, d + 4, open) }],
    props: crop === 'wheat' ? [prop('scarecrow', x, z, x + z)] : [],
  };
}

/** A palisade all round with gates in some directions. */
export function palisade(x: number, z: number, radius: number, ...gates: readonly number[]): Scene {
  const half = (3.9 / radius) * 57.3;
  return {
    fences: gates.map((gate, i) => {
      const end = gates[i + 1] ?? gates[0] + 360;
      return {
        kind: 'palisade',
        points: arc(x, z, radius, gate + half, end - half, Math.ceil(((end - gate) / 360) * radius * 0.9)),
      };
    }),
    buildings: gates.map(gate => build('palisade-gate', ...at(x, z, radius, gate), gate)),
  };
}
