// Roe deer: long legs, white rump and throat, small antlers, big ears.

import { FIXED, Figure } from '../figure';
import { dye } from '../wardrobe/dyes';
import { DEER_COATS } from './coats';
import { quadrupedClips } from './gaits';
import { farBody, legs, type Measure, quadrupedRig, type TrunkRow, trunk } from './quadruped';
import type { Species } from './species';

const M: Measure = {
  spread: 0.12,
  shoulder: [0.74, 0.27],
  hip: [0.74, -0.3],
  knee: 0.4,
  neck: [0.84, 0.36],
  head: [1.2, 0.5],
  jaw: [1.15, 0.56],
  ear: [0.1, 1.32, 0.47],
  tail: [0.86, -0.44],
  tailTip: [0.8, -0.5],
};
const RIG = quadrupedRig('deer', M);
const BACK: readonly TrunkRow[] = [
  [-0.46, 0.8, 0.08, 0.1],
  [-0.34, 0.79, 0.155, 0.165],
  [-0.05, 0.775, 0.155, 0.155],
  [0.22, 0.78, 0.165, 0.185],
  [0.38, 0.83, 0.12, 0.15],
];

function body(): Figure {
  const f = new Figure(RIG);
  f.on('body', 'skin');
  trunk(f, BACK, 9);
  f.on('body', 'shirt');
  trunk(
    f,
    [
      [-0.28, 0.67, 0.1, 0.06],
      [0.1, 0.65, 0.115, 0.06],
      [0.32, 0.69, 0.09, 0.08],
    ],
    7,
  );
  trunk(
    f,
    [
      [-0.475, 0.79, 0.07, 0.09],
      [-0.4, 0.79, 0.12, 0.13],
    ],
    8,
  );
  for (let k = 0; k < 6; k++)
    f.both(s => f.block(s * 0.142, 0.83 + (k % 2) * 0.04, -0.25 + k * 0.075, 0.02, 0.028, 0.028, { bevel: 0 }));
  legs(f, M, {
    upper: [0.1, 0.05],
    lower: [0.046, 0.03],
    paw: [0.075, 0.08, 0.1],
    hock: 0.06,
    fur: 'skin',
    sock: 'hair',
    foot: 'leather',
  });
  head(f);
  f.on('tail', 'shirt').stick([0, 0.88, -0.44], [0, 0.76, -0.54], 0.05, 0.03, 5);
  return f;
}

function head(f: Figure): void {
  f.on('neck', 'skin').stick([0, 0.8, 0.33], [0, 1.2, 0.49], 0.125, 0.085, 8);
  f.on('neck', 'shirt').stick([0, 0.82, 0.42], [0, 1.1, 0.53], 0.07, 0.05, 6);
  f.on('head', 'skin').ball(0, 1.23, 0.52, [0.115, 0.115, 0.13], 1, 0.03);
  trunk(
    f,
    [
      [0.54, 1.215, 0.1, 0.085],
      [0.68, 1.185, 0.068, 0.062],
      [0.75, 1.18, 0.055, 0.05],
    ],
    7,
  );
  f.on('head', 'shirt');
  trunk(
    f,
    [
      [0.66, 1.165, 0.06, 0.045],
      [0.755, 1.165, 0.052, 0.042],
    ],
    6,
  );
  f.on('head', FIXED + dye('black')).block(0, 1.185, 0.755, 0.05, 0.036, 0.03);
  f.both(s => f.at(s * 0.098, 1.24, 0.59, () => f.block(0, 0, 0, 0.03, 0.06, 0.045, { bevel: 0.01 }), 0, 0, s * 0.3));
  f.on('head', FIXED + dye('glint')).both(s => f.block(s * 0.112, 1.28, 0.605, 0.014, 0.014, 0.014, { bevel: 0 }));
  f.on('head', 'wood').both(s => {
    f.stick([s * 0.05, 1.32, 0.5], [s * 0.1, 1.5, 0.44], 0.022, 0.016, 5).stick(
      [s * 0.1, 1.5, 0.44],
      [s * 0.08, 1.64, 0.48],
      0.016,
      0.004,
      5,
    );
    f.stick([s * 0.085, 1.44, 0.46], [s * 0.13, 1.54, 0.54], 0.014, 0.004, 4);
  });
  f.on('jaw', 'shirt').block(0, 1.11, 0.64, 0.06, 0.03, 0.16);
  f.both((s, side) => {
    f.on(`ear${side}`, 'skin').at(s * 0.09, 1.3, 0.47, () => f.ball(s * 0.1, 0.03, 0, [0.1, 0.05, 0.03], 0), 0, s * 0.35);
    f.on(`ear${side}`, FIXED + dye('pink')).at(
      s * 0.09,
      1.3,
      0.485,
      () => f.ball(s * 0.1, 0.03, 0.01, [0.065, 0.028, 0.02], 0),
      0,
      s * 0.35,
    );
  });
}

export const DEER: Species = {
  rig: RIG,
  clips: quadrupedClips({
    walkStride: 1.3,
    runStride: 3.6,
    swing: 0.45,
    low: -0.05,
    graze: 1.9,
    tailUp: 0.6,
    bound: true,
    gores: true,
    tall: 0.78,
  }),
  near: body(),
  far: farBody(RIG, M, BACK, [0.2, 0.2, 0.34], 0.075),
  height: 1.4,
  chest: 0.8,
  coats: {
    '': ['deer', 'deerDark', 'deerPale', 'deerDark', 'hoof', 'deer', 'deer', 'deer', 'deer', 'deer', 'antler', 'black'],
    ...DEER_COATS,
  },
};
