// Four legs: a skeleton by measure and aids for drawing on it, shared by wolf, fox, boar, deer and hare. Clips are in gaits.ts.
import { Figure, type Slot } from '../figure';
import type { Vec3 } from '../modeller';
import { type Rig, rigOf } from '../skeleton';

/** Joints of a four-legged body in metres; x is the half spread of the legs. */
export interface Measure {
  spread: number;
  shoulder: readonly [y: number, z: number];
  hip: readonly [y: number, z: number];
  knee: number;
  neck: readonly [y: number, z: number];
  head: readonly [y: number, z: number];
  jaw: readonly [y: number, z: number];
  ear: Vec3;
  tail: readonly [y: number, z: number];
  tailTip: readonly [y: number, z: number];
}

export function quadrupedRig(name: string, m: Measure): Rig {
  const leg = (letter: string, x: number, [y, z]: readonly [number, number]): [string, string, Vec3][] => [
    [`${letter}1`, 'body', [x, y, z]],
    [`${letter}2`, `${letter}1`, [x, m.knee, z]],
  ];
  const middle: Vec3 = [0, (m.shoulder[0] + m.hip[0]) / 2, (m.shoulder[1] + m.hip[1]) / 2];
  return rigOf(name, 0, [
    ['body', '', middle],
    ...leg('fl', m.spread, m.shoulder),
    ...leg('fr', -m.spread, m.shoulder),
    ...leg('bl', m.spread, m.hip),
    ...leg('br', -m.spread, m.hip),
    ['tail', 'body', [0, ...m.tail]],
    ['tailTip', 'tail', [0, ...m.tailTip]],
    ['neck', 'body', [0, ...m.neck]],
    ['head', 'neck', [0, ...m.head]],
    ['jaw', 'head', [0, ...m.jaw]],
    ['earL', 'head', m.ear],
    ['earR', 'head', [-m.ear[0], m.ear[1], m.ear[2]]],
  ]);
}

/** Shape along the back: distance, height, half width, half height, shade. */
export type TrunkRow = readonly [z: number, y: number, rx: number, ry: number, shade?: number];

/** A faceted tube along z, for trunks, necks and muzzles. */
export function trunk(f: Figure, rows: readonly TrunkRow[], sides = 8): void {
  f.at(
    0,
    0,
    0,
    () =>
      f.tube(
        rows.map(([z, y, rx, ry, shade = 1]) => [z, rx, ry, 0, -y, shade]),
        sides,
      ),
    Math.PI / 2,
  );
}

export interface LegShape {
  upper: readonly [top: number, joint: number];
  lower: readonly [joint: number, ankle: number];
  paw: readonly [w: number, h: number, d: number];
  /** How far the heel of the hind leg stands back. */
  hock: number;
  fur: Slot;
  sock: Slot;
  foot: Slot;
}

export function legs(f: Figure, m: Measure, shape: LegShape): void {
  f.both((s, side) => {
    const letter = side.toLowerCase();
    for (const [name, [y, z], hock] of [
      ['f', m.shoulder, 0],
      ['b', m.hip, shape.hock],
    ] as const) {
      const x = s * m.spread;
      f.on(`${name}${letter}1`, shape.fur).stick(
        [x, y + shape.upper[0] * 0.4, z],
        [x, m.knee - shape.upper[1] * 0.5, z + (name === 'b' ? -hock : 0)],
        shape.upper[0],
        shape.upper[1],
        6,
      );
      f.on(`${name}${letter}2`, shape.sock).stick(
        [x, m.knee + 0.01, z - hock],
        [x, shape.paw[1] * 0.7, z + hock * 0.1],
        shape.lower[0],
        shape.lower[1],
        6,
      );
      f.on(`${name}${letter}2`, shape.foot).block(
        x,
        0,
        z + hock * 0.1 + shape.paw[2] * 0.18,
        shape.paw[0],
        shape.paw[1],
        shape.paw[2],
        { top: [0.8, 0.7] },
      );
    }
  });
}

/** A far body: trunk, head, four sticks. */
export function farBody(rig: Rig, m: Measure, trunkRows: readonly TrunkRow[], headSize: Vec3, legWidth: number): Figure {
  const f = new Figure(rig, 9);
  f.on('body', 'skin');
  trunk(f, trunkRows, 6);
  const bare = { bevel: 0, noBottom: true };
  f.both((s, side) => {
    for (const [name, [y, z]] of [
      ['f', m.shoulder],
      ['b', m.hip],
    ] as const) {
      f.on(`${name}${side.toLowerCase()}1`, 'skin').block(
        s * m.spread,
        m.knee,
        z,
        legWidth * 1.3,
        y - m.knee,
        legWidth * 1.5,
        bare,
      );
      f.on(`${name}${side.toLowerCase()}2`, 'hair').block(s * m.spread, 0, z, legWidth, m.knee, legWidth, bare);
    }
  });
  f.on('neck', 'skin').stick([0, m.neck[0], m.neck[1]], [0, m.head[0], m.head[1]], headSize[0] * 0.55, headSize[0] * 0.45, 5);
  f.on('head', 'skin').block(0, m.head[0] - headSize[1] / 2, m.head[1] + headSize[2] * 0.3, headSize[0], headSize[1], headSize[2], {
    top: [0.8, 0.8],
  });
  f.on('tail', 'hair').stick([0, m.tail[0], m.tail[1]], [0, m.tailTip[0], m.tailTip[1] - 0.12], legWidth * 0.7, legWidth * 0.4, 4);
  return f;
}
