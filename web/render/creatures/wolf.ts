// Wolf and fox: one lean hunter, two coats and sizes. Big head, thick ruff, brush of a tail.

import { FIXED, Figure } from '../figure';
import { dye } from '../wardrobe/dyes';
import { WOLF_COATS } from './coats';
import { quadrupedClips } from './gaits';
import { farBody, legs, type Measure, quadrupedRig, type TrunkRow, trunk } from './quadruped';
import type { Species } from './species';

const M: Measure = {
  spread: 0.13,
  shoulder: [0.56, 0.3],
  hip: [0.56, -0.34],
  knee: 0.3,
  neck: [0.66, 0.36],
  head: [0.84, 0.55],
  jaw: [0.77, 0.64],
  ear: [0.1, 0.97, 0.55],
  tail: [0.64, -0.48],
  tailTip: [0.5, -0.74],
};
const RIG = quadrupedRig('wolf', M);
const BACK: readonly TrunkRow[] = [
  [-0.5, 0.62, 0.07, 0.08],
  [-0.38, 0.6, 0.15, 0.155],
  [-0.12, 0.585, 0.145, 0.14],
  [0.12, 0.58, 0.18, 0.185],
  [0.32, 0.6, 0.195, 0.215],
  [0.46, 0.66, 0.13, 0.15],
];

function body(): Figure {
  const f = new Figure(RIG);
  f.on('body', 'skin');
  trunk(f, BACK, 9);
  f.on('body', 'shirt');
  trunk(
    f,
    [
      [-0.3, 0.5, 0.1, 0.07],
      [0.1, 0.46, 0.13, 0.08],
      [0.36, 0.5, 0.14, 0.12],
      [0.48, 0.58, 0.08, 0.08],
    ],
    7,
  );
  f.on('body', 'hair');
  trunk(
    f,
    [
      [-0.44, 0.7, 0.07, 0.05],
      [-0.1, 0.69, 0.09, 0.055],
      [0.2, 0.745, 0.11, 0.06],
      [0.36, 0.77, 0.09, 0.06],
    ],
    6,
  );
  legs(f, M, {
    upper: [0.1, 0.062],
    lower: [0.058, 0.045],
    paw: [0.12, 0.075, 0.17],
    hock: 0.07,
    fur: 'skin',
    sock: 'skin',
    foot: 'trousers',
  });
  ruffAndHead(f);
  tail(f);
  return f;
}

function ruffAndHead(f: Figure): void {
  f.on('neck', 'skin').stick([0, 0.62, 0.34], [0, 0.84, 0.52], 0.2, 0.15, 8);
  f.on('neck', 'hair');
  for (let k = 0; k < 5; k++) {
    const x = (k - 2) * 0.075;
    f.at(x, 0.8 - Math.abs(k - 2) * 0.05, 0.36, () => f.block(0, 0, 0, 0.1, 0.16, 0.09, { top: [0.2, 0.2] }), -0.9, -x * 3);
  }
  f.on('neck', 'shirt');
  for (let k = 0; k < 3; k++)
    f.at((k - 1) * 0.09, 0.66, 0.52, () => f.block(0, -0.12, 0, 0.11, 0.2, 0.07, { top: [1, 1] }), -0.35, (k - 1) * -0.2);
  f.on('head', 'skin').ball(0, 0.86, 0.58, [0.155, 0.135, 0.15], 1, 0.04);
  f.both(s => f.at(s * 0.13, 0.8, 0.56, () => f.block(0, 0, 0, 0.09, 0.1, 0.1, { top: [0.3, 0.6] }), 0, s * -1.1));
  f.on('head', 'shirt');
  trunk(
    f,
    [
      [0.64, 0.835, 0.095, 0.075],
      [0.78, 0.825, 0.062, 0.05],
      [0.86, 0.825, 0.05, 0.04],
    ],
    7,
  );
  f.on('head', 'skin');
  trunk(
    f,
    [
      [0.62, 0.885, 0.08, 0.05],
      [0.8, 0.862, 0.045, 0.028],
    ],
    6,
  );
  f.on('head', FIXED + dye('black')).block(0, 0.825, 0.875, 0.06, 0.05, 0.045);
  f.on('head', 'gem', 0.5).both(s =>
    f.at(s * 0.085, 0.88, 0.69, () => f.block(0, 0, 0, 0.05, 0.036, 0.024, { bevel: 0.006 }), 0, s * 0.3, s * 0.45),
  );
  f.on('head', 'hair').both(s => f.at(s * 0.08, 0.915, 0.69, () => f.block(0, 0, 0, 0.09, 0.022, 0.04), 0, s * 0.35, s * 0.4));
  f.on('jaw', 'shirt').block(0, 0.755, 0.73, 0.085, 0.035, 0.2, { top: [1, 1] });
  f.on('jaw', FIXED + dye('ivory')).both(s => f.block(s * 0.033, 0.785, 0.815, 0.016, 0.035, 0.016, { bevel: 0, top: [0.2, 0.2] }));
  f.both((s, side) => {
    f.on(`ear${side}`, 'hair').at(
      s * 0.095,
      0.95,
      0.55,
      () => f.mesh.cone(0, 0, 0, 0.062, 0.17, 4, [0.5, 0.5, 0.5]),
      0.05,
      s * -0.2,
    );
    f.on(`ear${side}`, FIXED + dye('pink')).at(
      s * 0.095,
      0.955,
      0.575,
      () => f.mesh.cone(0, 0, 0, 0.036, 0.12, 4, [0.5, 0.5, 0.5]),
      0.05,
      s * -0.2,
    );
  });
}

function tail(f: Figure): void {
  f.on('tail', 'skin').stick([0, 0.64, -0.46], [0, 0.52, -0.74], 0.055, 0.105, 6);
  f.on('tailTip', 'hair').stick([0, 0.525, -0.72], [0, 0.36, -0.98], 0.108, 0.02, 6);
}

const far = farBody(RIG, M, BACK, [0.27, 0.24, 0.4], 0.1);
const near = body();
const temper = {
  walkStride: 1.1,
  runStride: 2.7,
  swing: 0.5,
  low: 0.35,
  graze: 0,
  tailUp: 0.2,
  bound: false,
  gores: false,
  tall: 0.58,
};

export const WOLF: Species = {
  rig: RIG,
  clips: quadrupedClips(temper),
  near,
  far,
  height: 0.98,
  chest: 0.6,
  coats: {
    '': ['wolf', 'wolfDark', 'wolfPale', 'wolfDark', 'black', 'wolf', 'wolf', 'wolf', 'wolf', 'wolf', 'wolf', 'foeEye'],
    greymuzzle: ['wolfGrey', 'wolf', 'wolfWhite', 'wolf', 'black', 'wolf', 'wolf', 'wolf', 'wolf', 'wolf', 'wolf', 'foeEye'],
    'old-mother': ['wolfMother', 'black', 'wolfGrey', 'black', 'black', 'wolf', 'wolf', 'wolf', 'wolf', 'wolf', 'wolf', 'redEye'],
    ...WOLF_COATS,
  },
};

export const FOX: Species = {
  ...WOLF,
  clips: quadrupedClips({ ...temper, walkStride: 1.2, runStride: 2.9, tailUp: 0.6, low: 0.15 }),
  coats: { '': ['fox', 'foxDark', 'foxPale', 'foxDark', 'black', 'fox', 'fox', 'fox', 'fox', 'fox', 'fox', 'black'] },
};
