// Brown hare: mostly ears and haunches; hops at every pace.
import { FIXED, Figure } from '../figure';
import { dye } from '../wardrobe/dyes';
import { quadrupedClips } from './gaits';
import { farBody, legs, type Measure, quadrupedRig, type TrunkRow, trunk } from './quadruped';
import type { Species } from './species';

const M: Measure = {
  spread: 0.075,
  shoulder: [0.17, 0.12],
  hip: [0.18, -0.11],
  knee: 0.09,
  neck: [0.24, 0.16],
  head: [0.31, 0.21],
  jaw: [0.27, 0.27],
  ear: [0.035, 0.4, 0.18],
  tail: [0.2, -0.22],
  tailTip: [0.21, -0.25],
};
const RIG = quadrupedRig('hare', M);
const BACK: readonly TrunkRow[] = [
  [-0.23, 0.17, 0.07, 0.08],
  [-0.13, 0.2, 0.125, 0.13],
  [0.04, 0.2, 0.11, 0.115],
  [0.16, 0.21, 0.08, 0.09],
];

function body(): Figure {
  const f = new Figure(RIG);
  f.on('body', 'skin');
  trunk(f, BACK, 8);
  f.both(s => f.ball(s * 0.085, 0.15, -0.1, [0.06, 0.1, 0.11], 0));
  f.on('body', 'shirt');
  trunk(
    f,
    [
      [-0.12, 0.12, 0.08, 0.05],
      [0.15, 0.15, 0.065, 0.06],
    ],
    6,
  );
  legs(f, M, {
    upper: [0.05, 0.035],
    lower: [0.034, 0.026],
    paw: [0.06, 0.045, 0.11],
    hock: 0.02,
    fur: 'skin',
    sock: 'skin',
    foot: 'shirt',
  });
  f.on('neck', 'skin').stick([0, 0.2, 0.13], [0, 0.3, 0.21], 0.075, 0.065, 6);
  f.on('head', 'skin').ball(0, 0.32, 0.225, [0.095, 0.09, 0.11], 1, 0.03);
  f.on('head', 'shirt').ball(0, 0.29, 0.3, [0.055, 0.045, 0.045], 0);
  f.on('head', FIXED + dye('pink')).block(0, 0.3, 0.338, 0.025, 0.02, 0.016, { bevel: 0.005 });
  f.on('head', FIXED + dye('eye')).both(s => f.block(s * 0.082, 0.325, 0.255, 0.026, 0.046, 0.036, { bevel: 0.008 }));
  f.on('head', FIXED + dye('glint')).both(s => f.block(s * 0.094, 0.355, 0.265, 0.01, 0.011, 0.011, { bevel: 0 }));
  f.both((s, side) => {
    f.on(`ear${side}`, 'skin').at(
      s * 0.045,
      0.38,
      0.18,
      () =>
        f.tube(
          [
            [0, 0.026, 0.02],
            [0.13, 0.045, 0.022],
            [0.24, 0.034, 0.018],
            [0.29, 0.006],
          ],
          6,
        ),
      -0.25,
      s * -0.16,
    );
    f.on(`ear${side}`, FIXED + dye('pink')).at(
      s * 0.045,
      0.38,
      0.192,
      () =>
        f.tube(
          [
            [0.04, 0.02, 0.014],
            [0.13, 0.028, 0.016],
            [0.22, 0.016, 0.012],
          ],
          5,
        ),
      -0.25,
      s * -0.16,
    );
    f.on(`ear${side}`, 'hair').at(
      s * 0.045,
      0.38,
      0.18,
      () =>
        f.tube(
          [
            [0.24, 0.037, 0.022],
            [0.3, 0.006],
          ],
          6,
        ),
      -0.25,
      s * -0.16,
    );
  });
  f.on('tail', 'shirt').ball(0, 0.22, -0.24, 0.055, 0, 0.08);
  return f;
}

export const HARE: Species = {
  rig: RIG,
  clips: quadrupedClips({
    walkStride: 0.5,
    runStride: 1.5,
    swing: 0.55,
    low: 0,
    graze: 0.9,
    tailUp: 0,
    bound: true,
    gores: false,
    tall: 0.18,
  }),
  near: body(),
  far: farBody(RIG, M, BACK, [0.15, 0.16, 0.16], 0.05),
  height: 0.42,
  chest: 0.22,
  coats: { '': ['hare', 'hareDark', 'harePale', 'hareDark', 'black', 'hare', 'hare', 'hare', 'hare', 'hare', 'hare', 'black'] },
};
