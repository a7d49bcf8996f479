// Marsh wisp: a bright drop of cold light with a face, a trailing flame and slow shards round it. It floats, so its feet are air.

import { FIXED, Figure } from '../figure';
import type { Vec3 } from '../modeller';
import { type Clips, type Pose, pulse, rigOf, rise, TAU } from '../skeleton';
import { dye } from '../wardrobe/dyes';
import { WISP_COATS } from './coats';
import type { Species } from './species';

const { cos, sin } = Math;

const RIG = rigOf('wisp', 0, [
  ['body', '', [0, 0.95, 0]],
  ['tail', 'body', [0, 0.72, 0]],
  ['tip', 'tail', [0, 0.45, -0.05]],
  ['shard0', 'body', [0, 0.95, 0]],
  ['shard1', 'body', [0, 0.95, 0]],
  ['shard2', 'body', [0, 0.95, 0]],
  ['handL', 'body', [0.28, 0.86, 0.06]],
  ['handR', 'body', [-0.28, 0.86, 0.06]],
]);

function body(detail: boolean): Figure {
  const f = new Figure(RIG);
  const fine = detail ? 1 : 0;
  f.on('body', 'skin', 0.75).ball(0, 0.98, 0, [0.25, 0.27, 0.24], fine, 0.05);
  f.on('body', 'shirt', 0.6).tube(
    [
      [1.12, 0.17],
      [1.26, 0.09, 0.09, 0.02],
      [1.42, 0.01, 0.01, -0.04],
    ],
    6,
  );
  f.on('tail', 'shirt', 0.6).tube(
    [
      [0.42, 0.08, 0.08, 0.02, -0.06],
      [0.62, 0.16, 0.16],
      [0.82, 0.2],
    ],
    6,
  );
  f.on('tip', 'shirt', 0.5).tube(
    [
      [0.12, 0.005, 0.005, 0, -0.12],
      [0.3, 0.05, 0.05, 0.02, -0.1],
      [0.46, 0.085, 0.085, 0.02, -0.06],
    ],
    5,
  );
  f.on('body', FIXED + dye('eye')).both(s => f.block(s * 0.085, 0.97, 0.215, 0.052, 0.1, 0.03, { bevel: 0.014 }));
  f.block(0, 0.88, 0.225, 0.06, 0.03, 0.02, { bevel: 0.008 });
  f.both((s, side) => f.on(`hand${side}`, 'skin', 0.6).ball(s * 0.3, 0.86, 0.08, [0.075, 0.085, 0.075], 0));
  for (let k = 0; k < 3; k++) {
    const a = (k / 3) * TAU;
    f.on(`shard${k}`, 'hair', 0.7).at(
      cos(a) * 0.46,
      0.95 + (k - 1) * 0.12,
      sin(a) * 0.46,
      () =>
        f.tube(
          [
            [-0.11, 0.005],
            [0, 0.045, 0.03],
            [0.11, 0.005],
          ],
          4,
        ),
      0.2,
      0.3,
    );
  }
  return f;
}

function hover(t: number, lean: number): Pose {
  const p = t * TAU;
  const orbit = (k: number): Vec3 => [0.15 * sin(p + k), p, 0.12 * cos(p + k * 2)];
  return {
    move: { body: [0.04 * sin(p), 0.07 * sin(2 * p), 0] },
    turn: {
      body: [lean, 0, 0.05 * sin(p)],
      tail: [lean * 0.9 + 0.12 * sin(2 * p - 1), 0, 0.12 * sin(p - 0.8)],
      tip: [lean * 0.8 + 0.2 * sin(2 * p - 2), 0, 0.2 * sin(p - 1.6)],
      shard0: orbit(0),
      shard1: orbit(2),
      shard2: orbit(4),
      handL: [0, 0, 0.1 * sin(2 * p)],
      handR: [0, 0, -0.1 * sin(2 * p)],
    },
  };
}

function bolt(t: number): Pose {
  const gather = pulse(0, 0.35, 0.4, 0.55, t);
  const throwIt = pulse(0.4, 0.52, 0.65, 1, t);
  const base = hover(0, 0);
  return {
    move: {
      body: [0, 0.1 * gather, -0.12 * gather + 0.2 * throwIt],
      handL: [-0.1 * gather, 0.1 * gather, 0.1 * gather + 0.3 * throwIt],
      handR: [0.1 * gather, 0.1 * gather, 0.1 * gather + 0.3 * throwIt],
    },
    size: { body: 1 + 0.15 * gather - 0.08 * throwIt },
    turn: {
      ...base.turn,
      body: [-0.25 * gather + 0.25 * throwIt, 0, 0],
      shard0: [0, 4 * rise(0, 0.5, t), 0],
      shard1: [0, 4 * rise(0, 0.5, t), 0],
      shard2: [0, 4 * rise(0, 0.5, t), 0],
    },
  };
}

const CLIPS: Clips = {
  idle: { seconds: 4, frames: 32, loop: true, pose: t => hover(t, 0.05) },
  walk: { seconds: 3, frames: 28, loop: true, pose: t => hover(t, 0.3) },
  run: { seconds: 2, frames: 24, loop: true, pose: t => hover(t, 0.6) },
  attack: { seconds: 0.8, frames: 22, loop: false, upper: true, pose: bolt },
  windup: {
    seconds: 0.6,
    frames: 12,
    loop: true,
    upper: true,
    pose: t => ({ ...hover(t, -0.2), size: { body: 1.08 + 0.06 * sin(t * TAU) } }),
  },
  hurt: {
    seconds: 0.4,
    frames: 10,
    loop: false,
    upper: true,
    pose: t => {
      const k = pulse(0, 0.2, 0.3, 1, t);
      return { move: { body: [0, 0.05 * k, -0.15 * k] }, size: { body: 1 - 0.2 * k }, turn: { body: [-0.4 * k, 0.3 * k, 0] } };
    },
  },
  die: {
    seconds: 0.9,
    frames: 20,
    loop: false,
    pose: t => {
      const out = rise(0.15, 1, t);
      return {
        move: {
          body: [0, -0.75 * out, 0],
          shard0: [0.5 * out, -0.1, 0.2 * out],
          shard1: [-0.5 * out, 0, 0.3 * out],
          shard2: [0, 0.1, -0.6 * out],
        },
        size: { body: 1 - 0.86 * out + 0.2 * pulse(0, 0.1, 0.12, 0.2, t) },
        turn: { body: [0.4 * out, 2 * out, 0], tail: [-0.5 * out, 0, 0] },
      };
    },
  },
  stun: { seconds: 1, frames: 12, loop: true, pose: t => ({ ...hover(t, 0.2), size: { body: 0.9 + 0.05 * sin(t * TAU * 2) } }) },
};

export const WISP: Species = {
  rig: RIG,
  clips: CLIPS,
  near: body(true),
  far: body(false),
  height: 1.42,
  chest: 0.97,
  airy: true,
  coats: {
    '': [
      'wispCore',
      'wispShell',
      'wispGlow',
      'wispGlow',
      'wispGlow',
      'wispGlow',
      'wispGlow',
      'wispGlow',
      'wispGlow',
      'wispGlow',
      'wispGlow',
      'wispGlow',
    ],
    ...WISP_COATS,
  },
};
