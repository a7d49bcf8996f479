// Horse: deep chest, arched neck with a standing mane, long face, straight legs with white socks. It is only ever ridden: steeds.ts saddles it.
import { FIXED, Figure } from '../figure';
import { dye } from '../wardrobe/dyes';
import { quadrupedClips } from './gaits';
import { farBody, legs, type Measure, quadrupedRig, type TrunkRow, trunk } from './quadruped';
import type { Species } from './species';

const M: Measure = {
  spread: 0.19,
  shoulder: [1.12, 0.5],
  hip: [1.14, -0.52],
  knee: 0.58,
  neck: [1.38, 0.6],
  head: [1.98, 0.98],
  jaw: [1.9, 1.08],
  ear: [0.09, 2.12, 0.94],
  tail: [1.4, -0.76],
  tailTip: [1.06, -0.9],
};
const RIG = quadrupedRig('horse', M);
const BACK: readonly TrunkRow[] = [
  [-0.82, 1.28, 0.1, 0.12],
  [-0.72, 1.24, 0.235, 0.245],
  [-0.48, 1.21, 0.295, 0.3],
  [-0.1, 1.18, 0.295, 0.29],
  [0.26, 1.18, 0.3, 0.315],
  [0.54, 1.22, 0.27, 0.32],
  [0.72, 1.26, 0.15, 0.2],
];

function body(): Figure {
  const f = new Figure(RIG);
  f.on('body', 'skin');
  trunk(f, BACK, 10);
  f.on('body', 'shirt');
  trunk(
    f,
    [
      [-0.42, 0.96, 0.18, 0.09],
      [0, 0.925, 0.2, 0.08],
      [0.4, 0.95, 0.17, 0.1],
    ],
    7,
  );
  legs(f, M, {
    upper: [0.2, 0.095],
    lower: [0.082, 0.058],
    paw: [0.15, 0.12, 0.18],
    hock: 0.08,
    fur: 'skin',
    sock: 'hair',
    foot: 'leather',
  });
  haunches(f);
  neck(f);
  head(f);
  f.on('tail', 'trousers').stick([0, 1.42, -0.76], [0, 1.06, -0.95], 0.06, 0.11, 6);
  f.on('tailTip', 'trousers').stick([0, 1.1, -0.94], [0, 0.62, -0.98], 0.11, 0.02, 6);
  return f;
}

/** The round of thigh and shoulder, where legs grow out of the trunk. */
function haunches(f: Figure): void {
  f.both((s, side) => {
    const letter = side.toLowerCase();
    f.on(`b${letter}1`, 'skin').ball(s * 0.185, 1.06, -0.56, [0.125, 0.27, 0.21], 1, 0.02);
    f.on(`f${letter}1`, 'skin').ball(s * 0.18, 1.06, 0.51, [0.11, 0.24, 0.17], 1, 0.02);
  });
}

function neck(f: Figure): void {
  f.on('neck', 'skin')
    .stick([0, 1.26, 0.5], [0, 1.72, 0.84], 0.245, 0.165, 8)
    .stick([0, 1.7, 0.82], [0, 2.03, 0.98], 0.17, 0.12, 8);
  f.on('neck', 'trousers');
  for (let k = 0; k < 8; k++) {
    const t = k / 7;
    const [y, z] = [1.5 + t * 0.56, 0.42 + t * 0.42];
    f.at(0, y, z, () => f.block(0, -0.08, 0, 0.075, 0.17 - t * 0.02, 0.19, { top: [0.7, 0.92] }), -0.7);
    f.at(0.07, y - 0.06, z + 0.02, () => f.block(0, -0.16, 0, 0.05, 0.22, 0.12, { top: [1, 0.9] }), -0.2, 0, -0.35);
  }
}

function head(f: Figure): void {
  // The face hangs down and forward from the poll.
  f.on('head', 'skin')
    .ball(0, 2.0, 1.02, [0.125, 0.14, 0.15], 1, 0.02)
    .stick([0, 2.0, 1.04], [0, 1.73, 1.36], 0.135, 0.082, 8)
    .stick([0, 1.9, 1.04], [0, 1.73, 1.26], 0.1, 0.07, 7);
  f.on('head', 'shirt').ball(0, 1.705, 1.375, [0.078, 0.075, 0.085], 1, 0.02);
  f.on('head', 'cloak').at(0, 1.93, 1.175, () => f.block(0, -0.02, 0, 0.05, 0.26, 0.03, { top: [0.9, 1] }), -0.86);
  f.on('head', FIXED + dye('black'));
  f.both(s => f.block(s * 0.04, 1.71, 1.44, 0.022, 0.024, 0.03, { bevel: 0 }));
  f.both(s => f.at(s * 0.108, 1.975, 1.1, () => f.block(0, 0, 0, 0.03, 0.06, 0.055, { bevel: 0.01 }), 0, 0, s * 0.2));
  f.on('head', FIXED + dye('glint')).both(s => f.block(s * 0.124, 2.012, 1.115, 0.012, 0.014, 0.014, { bevel: 0 }));
  f.on('head', 'trousers').at(0, 2.1, 1.02, () => f.block(0, 0, 0.03, 0.08, 0.06, 0.16, { top: [0.6, 0.5] }), 0.5);
  f.on('jaw', 'skin').stick([0, 1.86, 1.06], [0, 1.68, 1.29], 0.07, 0.045, 6);
  f.both((s, side) => {
    f.on(`ear${side}`, 'skin').at(s * 0.08, 2.1, 0.96, () => f.mesh.cone(0, 0, 0, 0.055, 0.2, 5, [0.5, 0.5, 0.5]), -0.1, s * -0.2);
  });
}

export const HORSE: Species = {
  rig: RIG,
  clips: quadrupedClips({
    walkStride: 1.9,
    runStride: 5.4,
    swing: 0.42,
    low: -0.04,
    graze: 1.5,
    tailUp: 0.5,
    bound: false,
    gores: false,
    tall: 1.1,
  }),
  near: body(),
  far: farBody(RIG, M, BACK, [0.24, 0.26, 0.5], 0.12),
  height: 2.25,
  chest: 1.2,
  coats: {
    '': [
      'horseBay',
      'horseBayDark',
      'horseBay',
      'horseMane',
      'hoof',
      'horseBay',
      'iron',
      'horseWhite',
      'horseBay',
      'black',
      'leatherDark',
      'black',
    ],
    grey: [
      'horseGrey',
      'horseWhite',
      'horseWhite',
      'horseGreyDark',
      'hoof',
      'horseGrey',
      'iron',
      'horseWhite',
      'horseGrey',
      'black',
      'leatherDark',
      'black',
    ],
    coal: [
      'horseCoal',
      'horseCoal',
      'horseCoal',
      'black',
      'hoof',
      'horseCoal',
      'iron',
      'horseCoal',
      'horseCoal',
      'black',
      'leather',
      'black',
    ],
  },
};
