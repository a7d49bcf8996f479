// Boar: all shoulders, a bristled back, small angry eyes and proud tusks.

import { FIXED, Figure } from '../figure';
import { dye } from '../wardrobe/dyes';
import { BOAR_COATS } from './coats';
import { quadrupedClips } from './gaits';
import { farBody, legs, type Measure, quadrupedRig, type TrunkRow, trunk } from './quadruped';
import type { Species } from './species';

const M: Measure = {
  spread: 0.16,
  shoulder: [0.46, 0.28],
  hip: [0.46, -0.32],
  knee: 0.22,
  neck: [0.58, 0.4],
  head: [0.58, 0.56],
  jaw: [0.48, 0.66],
  ear: [0.14, 0.74, 0.56],
  tail: [0.62, -0.52],
  tailTip: [0.52, -0.6],
};
const RIG = quadrupedRig('boar', M);
const BACK: readonly TrunkRow[] = [
  [-0.55, 0.54, 0.1, 0.11],
  [-0.42, 0.53, 0.2, 0.2],
  [-0.1, 0.53, 0.24, 0.235],
  [0.18, 0.56, 0.265, 0.275],
  [0.38, 0.57, 0.24, 0.26],
  [0.52, 0.56, 0.17, 0.19],
];

function body(): Figure {
  const f = new Figure(RIG);
  f.on('body', 'skin');
  trunk(f, BACK, 10);
  f.on('body', 'shirt');
  trunk(
    f,
    [
      [-0.35, 0.36, 0.13, 0.08],
      [0.1, 0.345, 0.16, 0.09],
      [0.36, 0.4, 0.14, 0.1],
    ],
    7,
  );
  f.on('body', 'hair');
  for (let k = 0; k < 9; k++) {
    const z = 0.42 - k * 0.1;
    const y = 0.81 - Math.max(0, k - 2) * 0.013;
    f.at(0, y - 0.05, z, () => f.block(0, 0, 0, 0.075, 0.15 - k * 0.008, 0.1, { top: [0.25, 0.3] }), -0.45);
  }
  legs(f, M, {
    upper: [0.125, 0.075],
    lower: [0.068, 0.05],
    paw: [0.115, 0.08, 0.14],
    hock: 0.03,
    fur: 'skin',
    sock: 'hair',
    foot: 'leather',
  });
  head(f);
  f.on('tail', 'hair').stick([0, 0.6, -0.53], [0, 0.5, -0.62], 0.025, 0.02, 5);
  f.on('tailTip', 'hair').ball(0, 0.48, -0.625, 0.045, 0);
  return f;
}

function head(f: Figure): void {
  f.on('neck', 'skin').stick([0, 0.58, 0.38], [0, 0.57, 0.6], 0.225, 0.175, 9);
  f.on('head', 'skin');
  trunk(
    f,
    [
      [0.5, 0.6, 0.19, 0.19],
      [0.64, 0.585, 0.18, 0.175],
      [0.78, 0.52, 0.125, 0.12],
      [0.92, 0.475, 0.1, 0.088],
    ],
    9,
  );
  f.on('head', 'accent');
  trunk(
    f,
    [
      [0.91, 0.475, 0.112, 0.096],
      [0.955, 0.475, 0.104, 0.088],
    ],
    9,
  );
  f.on('head', FIXED + dye('black')).both(s => f.block(s * 0.042, 0.458, 0.95, 0.034, 0.042, 0.02, { bevel: 0.008 }));
  f.on('head', 'gem', 0.2).both(s =>
    f.at(s * 0.13, 0.62, 0.72, () => f.block(0, 0, 0, 0.042, 0.038, 0.03, { bevel: 0.008 }), 0, s * 0.25, s * 0.5),
  );
  f.on('head', 'hair').both(s => f.at(s * 0.12, 0.665, 0.71, () => f.block(0, 0, 0, 0.12, 0.04, 0.08), 0.2, s * 0.5, s * 0.3));
  f.on('jaw', 'shirt').block(0, 0.385, 0.78, 0.15, 0.06, 0.26, { top: [1, 1] });
  f.on('jaw', FIXED + dye('tusk')).both(s => {
    f.stick([s * 0.095, 0.42, 0.86], [s * 0.155, 0.47, 0.92], 0.03, 0.026, 5).stick(
      [s * 0.155, 0.47, 0.92],
      [s * 0.15, 0.6, 0.93],
      0.026,
      0.004,
      5,
    );
  });
  f.both((s, side) =>
    f
      .on(`ear${side}`, 'hair')
      .at(s * 0.13, 0.72, 0.55, () => f.mesh.cone(0, 0, 0, 0.065, 0.15, 4, [0.5, 0.5, 0.5]), 0.35, s * -0.6),
  );
}

export const BOAR: Species = {
  rig: RIG,
  clips: quadrupedClips({
    walkStride: 0.85,
    runStride: 2.1,
    swing: 0.48,
    low: 0.2,
    graze: 0.7,
    tailUp: 0.3,
    bound: false,
    gores: true,
    tall: 0.5,
  }),
  near: body(),
  far: farBody(RIG, M, BACK, [0.34, 0.32, 0.5], 0.12),
  height: 0.88,
  chest: 0.52,
  coats: {
    '': ['boar', 'boarDark', 'boarPale', 'boarDark', 'hoof', 'pink', 'boar', 'boar', 'boar', 'boar', 'boar', 'black'],
    ...BOAR_COATS,
  },
};
