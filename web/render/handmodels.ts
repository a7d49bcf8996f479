// Models seen up close in one's own hands. Local axes: right +x, up +y, ahead -z. Out: geometries.
import type { BufferGeometry } from 'three';
import { toGeometry } from './geometry';
import { Modeller, type Vec3 } from './modeller';
import { PALETTE } from './palette';

const { leather, leatherDark, gold, goldDark, iron, ironDark, timberPale, azure } = PALETTE;
const GLOVE = '#7a4a2c';
const STRING = '#e9e2cf';
/** Where the bow's string is tied: above and below the grip, and how far behind it. */
export const TIP_Y = 0.576;
export const TIP_Z = 0.029;

/** A stretch of stock or barrel along -z: [how far ahead, height, half width, half height] at both ends. */
type Section = readonly [ahead: number, y: number, hw: number, hh: number];
function bar(m: Modeller, a: Section, b: Section, paint: string, sides = 8): void {
  m.push(0, 0, 0, 0, 1, -Math.PI / 2);
  m.loft(
    [
      { y: a[0], rx: a[2], rz: a[3], oz: a[1] },
      { y: b[0], rx: b[2], rz: b[3], oz: b[1] },
    ],
    sides,
    paint,
    { square: 0.75 },
  );
  m.pop();
}

function fingers(m: Modeller, x: number, y: number, z: number, count: number, step: number, size: Vec3, turnZ: number): void {
  for (let k = 0; k < count; k++) m.at(x, y, z + k * step, 0, () => m.box(0, 0, 0, ...size, GLOVE, { bevel: 0.006 }), 1, 0, turnZ);
}

/** An arm from the hand back and down out of the picture: glove cuff, gold band, sleeve. */
function arm(m: Modeller, hand: Vec3, elbow: Vec3): void {
  const at = (k: number): Vec3 => [
    hand[0] + (elbow[0] - hand[0]) * k,
    hand[1] + (elbow[1] - hand[1]) * k,
    hand[2] + (elbow[2] - hand[2]) * k,
  ];
  m.tube(at(0), at(0.2), 0.046, 0.06, 9, GLOVE);
  m.tube(at(0.15), at(0.23), 0.074, 0.08, 9, gold);
  m.tube(at(0.21), at(1), 0.072, 0.14, 9, azure);
}

function stock(m: Modeller): void {
  bar(m, [-0.62, -0.145, 0.036, 0.085], [-0.34, -0.1, 0.034, 0.066], leather);
  bar(m, [-0.34, -0.1, 0.034, 0.066], [-0.12, -0.035, 0.03, 0.045], leather);
  bar(m, [-0.645, -0.147, 0.037, 0.087], [-0.62, -0.145, 0.037, 0.087], goldDark);
  bar(m, [-0.12, -0.03, 0.034, 0.05], [0.14, -0.012, 0.034, 0.045], leather);
  bar(m, [0.14, -0.012, 0.032, 0.04], [0.62, -0.002, 0.024, 0.03], leatherDark);
  bar(m, [0.62, -0.002, 0.028, 0.034], [0.66, 0, 0.028, 0.034], gold);
  bar(m, [0.1, -0.036, 0.007, 0.007], [0.92, -0.02, 0.006, 0.006], timberPale, 6);
}

function barrel(m: Modeller): void {
  bar(m, [-0.02, 0.036, 0.027, 0.027], [0.3, 0.036, 0.024, 0.024], ironDark);
  bar(m, [0.3, 0.036, 0.022, 0.022], [0.98, 0.036, 0.019, 0.019], iron);
  bar(m, [0.98, 0.036, 0.026, 0.026], [1.04, 0.036, 0.03, 0.03], gold);
  for (const ahead of [0.3, 0.48]) bar(m, [ahead, 0.02, 0.036, 0.046], [ahead + 0.03, 0.02, 0.036, 0.046], gold);
  m.box(0, 0.056, -0.98, 0.008, 0.028, 0.02, gold);
  m.box(0.012, 0.06, -0.06, 0.008, 0.036, 0.03, ironDark);
  m.box(-0.012, 0.06, -0.06, 0.008, 0.036, 0.03, ironDark);
}

/** Lock plate, wheel, dog and trigger guard. */
function lock(m: Modeller): void {
  m.box(0.037, -0.012, -0.02, 0.014, 0.055, 0.2, iron, { bevel: 0.004 });
  m.at(
    0.046,
    0.016,
    -0.03,
    0,
    () =>
      m.loft(
        [
          { y: 0, rx: 0.034 },
          { y: 0.014, rx: 0.03 },
        ],
        10,
        gold,
      ),
    1,
    0,
    -Math.PI / 2,
  );
  m.at(
    0.05,
    0.02,
    0.04,
    0,
    () => {
      m.box(0, 0, 0, 0.016, 0.075, 0.026, ironDark);
      m.at(0, 0.075, -0.015, 0, () => m.box(0, 0, 0, 0.02, 0.04, 0.055, iron), 1, 0.4);
    },
    1,
    0.5,
  );
  m.box(0, -0.115, 0.03, 0.014, 0.012, 0.13, gold);
  m.box(0, -0.115, -0.03, 0.014, 0.075, 0.012, gold);
  m.box(0, -0.1, 0.05, 0.01, 0.05, 0.014, ironDark);
  m.box(-0.036, -0.035, 0.2, 0.01, 0.04, 0.09, gold, { bevel: 0.003 });
}

export function gunModel(): BufferGeometry {
  const m = new Modeller(12);
  m.jitter = 0.025;
  stock(m);
  barrel(m);
  lock(m);
  m.at(
    0.005,
    -0.1,
    0.15,
    0,
    () => {
      m.box(0, 0, 0, 0.085, 0.08, 0.095, GLOVE, { bevel: 0.022 });
      for (let k = 0; k < 4; k++)
        m.at(-0.035, 0.004 + k * 0.021, -0.03, -0.3, () => m.box(0, 0, 0, 0.05, 0.02, 0.04, GLOVE, { bevel: 0.006 }));
      m.at(0, 0.075, 0, 0, () => m.box(0, 0, 0, 0.09, 0.028, 0.05, GLOVE, { bevel: 0.01 }), 1, 0.15, -0.5);
    },
    1,
    0.35,
  );
  arm(m, [0.03, -0.11, 0.2], [0.26, -0.42, 0.62]);
  m.at(-0.01, -0.07, -0.36, 0, () => {
    m.box(0, -0.02, 0, 0.1, 0.06, 0.11, GLOVE, { bevel: 0.02 });
    fingers(m, 0.045, 0.02, -0.04, 4, 0.026, [0.022, 0.055, 0.024], 0.3);
    m.at(-0.052, 0.03, 0.015, 0, () => m.box(0, 0, 0, 0.024, 0.06, 0.05, GLOVE, { bevel: 0.008 }), 1, 0.5, -0.15);
  });
  arm(m, [-0.03, -0.1, -0.32], [-0.42, -0.62, 0.14]);
  return toGeometry(m.arrays());
}

/** A star of flame before the muzzle, round the barrel's axis; pure bright paint. */
export function muzzleModel(): BufferGeometry {
  const m = new Modeller(4);
  m.jitter = 0;
  const bright: Vec3 = [1, 0.82, 0.4];
  const white: Vec3 = [1, 1, 0.85];
  for (let k = 0; k < 6; k++)
    m.at(
      0,
      0,
      -1.06,
      0,
      () =>
        m.sheet(
          [-0.02, 0, 0],
          [0.02, 0, 0],
          [0.004, 0.19 - (k % 2) * 0.07, -0.05],
          [-0.004, 0.19 - (k % 2) * 0.07, -0.05],
          bright,
          1,
          1,
        ),
      1,
      0,
      (k / 6) * Math.PI * 2,
    );
  m.push(0, 0, -1.06, 0, 1, -Math.PI / 2);
  m.loft(
    [
      { y: 0, rx: 0.03 },
      { y: 0.1, rx: 0.055 },
      { y: 0.34, rx: 0.002 },
    ],
    6,
    white,
  );
  m.pop();
  return toGeometry(m.arrays());
}

function limb(t: number): Vec3 {
  const tip = Math.max(0, Math.abs(t) - 0.74);
  return [0, t * 0.6, -0.12 + t * t * 0.2 - tip * 0.16];
}

/** Bow held upright by the left hand; the string's plane is x = 0, the archer stands at +z. */
export function bowModel(): BufferGeometry {
  const m = new Modeller(13);
  m.jitter = 0.025;
  for (let i = 0; i < 12; i++) {
    const a = i / 6 - 1;
    const b = (i + 1) / 6 - 1;
    m.tube(limb(a), limb(b), 0.023 - Math.abs(a) * 0.011, 0.023 - Math.abs(b) * 0.011, 6, i % 2 ? '#b8894f' : '#ad7d45');
  }
  m.tube([0, -0.09, -0.125], [0, 0.09, -0.125], 0.03, 0.03, 7, leatherDark);
  for (const y of [-0.095, 0.085]) m.tube([0, y, -0.122], [0, y + 0.012, -0.122], 0.033, 0.033, 7, gold);
  m.at(0, -0.01, -0.125, 0, () => {
    m.box(-0.012, -0.055, 0.008, 0.085, 0.1, 0.075, GLOVE, { bevel: 0.02 });
    for (let k = 0; k < 4; k++) m.box(0.03, -0.05 + k * 0.026, -0.025, 0.05, 0.022, 0.05, GLOVE, { bevel: 0.006 });
    m.at(0.02, 0.05, 0.02, 0, () => m.box(0, 0, 0, 0.05, 0.026, 0.05, GLOVE, { bevel: 0.008 }), 1, 0, 0.5);
  });
  arm(m, [-0.03, -0.05, -0.09], [-0.4, -0.66, 0.28]);
  return toGeometry(m.arrays());
}

/** Half a string of length 1 from its tip down. */
export function stringModel(): BufferGeometry {
  const m = new Modeller(5);
  m.tube([0, -1, 0], [0, 0, 0], 0.0035, 0.0035, 4, STRING);
  return toGeometry(m.arrays());
}

/** Nocked arrow with the drawing hand on the string; the nock is the origin. */
export function arrowModel(): BufferGeometry {
  const m = new Modeller(6);
  m.tube([0, 0, 0], [0, 0, -0.62], 0.0065, 0.0065, 5, '#c99d60');
  m.tube([0, 0, -0.6], [0, 0, -0.68], 0.018, 0.001, 4, iron);
  for (let k = 0; k < 3; k++)
    m.at(0, 0, -0.09, 0, () => m.box(0.014, -0.001, 0, 0.028, 0.003, 0.09, '#f4efe2'), 1, 0, (k / 3) * Math.PI * 2 + 0.5);
  m.at(0.015, -0.02, 0.035, 0, () => {
    m.box(0.01, -0.035, 0, 0.06, 0.075, 0.075, GLOVE, { bevel: 0.016 });
    for (let k = 0; k < 3; k++) m.box(-0.01, -0.03 + k * 0.024, -0.035, 0.026, 0.02, 0.045, GLOVE, { bevel: 0.006 });
  });
  arm(m, [0.04, -0.03, 0.07], [0.42, -0.3, 0.55]);
  return toGeometry(m.arrays());
}
