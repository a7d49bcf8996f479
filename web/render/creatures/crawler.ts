// Cave crawler and mud snapper: an armoured, many-legged digger with great pincers and glowing spots.

import { Figure } from '../figure';
import type { Vec3 } from '../modeller';
import { type Clips, type Pose, pulse, rigOf, rise, TAU } from '../skeleton';
import { CRAWLER_COATS } from './coats';
import type { Species } from './species';

const { cos, max, sin } = Math;

const FEET = [0.3, 0.0, -0.3] as const;
const RIG = rigOf('crawler', 0, [
  ['body', '', [0, 0.3, 0]],
  ['rear', 'body', [0, 0.32, -0.3]],
  ['tail', 'rear', [0, 0.3, -0.6]],
  ['head', 'body', [0, 0.3, 0.38]],
  ['clawL', 'head', [0.18, 0.26, 0.5]],
  ['pinchL', 'clawL', [0.3, 0.24, 0.74]],
  ['clawR', 'head', [-0.18, 0.26, 0.5]],
  ['pinchR', 'clawR', [-0.3, 0.24, 0.74]],
  ['feelL', 'head', [0.07, 0.42, 0.52]],
  ['feelR', 'head', [-0.07, 0.42, 0.52]],
  ...FEET.flatMap((z, row): [string, string, Vec3][] => [
    [`l${row}`, 'body', [0.22, 0.24, z]],
    [`r${row}`, 'body', [-0.22, 0.24, z]],
  ]),
]);

function shellPlate(f: Figure, bone: string, y: number, z: number, size: Vec3, detail: boolean): void {
  f.on(bone, 'skin').at(0, y, z, () =>
    f.mesh.ico(0, 0, 0, size, detail ? 1 : 0, [0.5, 0.5, 0.5], { noise: 0.04, flatBottom: 0.45 }),
  );
  f.on(bone, 'hair').at(0, y - size[1] * 0.45, z - size[2] * 0.1, () =>
    f.tube(
      [
        [-0.05, size[0] * 0.86, size[2] * 0.86],
        [0.05, size[0] * 1.0, size[2] * 0.98],
      ],
      detail ? 9 : 6,
    ),
  );
}

function body(detail: boolean): Figure {
  const f = new Figure(RIG);
  const sides = detail ? 6 : 4;
  shellPlate(f, 'body', 0.38, 0.08, [0.34, 0.3, 0.36], detail);
  shellPlate(f, 'rear', 0.38, -0.34, [0.3, 0.28, 0.3], detail);
  shellPlate(f, 'tail', 0.31, -0.68, [0.21, 0.2, 0.24], detail);
  f.on('tail', 'hair').stick([0, 0.28, -0.84], [0, 0.36, -1.06], 0.07, 0.006, sides);
  f.on('body', 'gem', 0.8).both(s => f.ball(s * 0.2, 0.56, 0.12, [0.055, 0.04, 0.065], 0));
  f.on('rear', 'gem', 0.8).both(s => f.ball(s * 0.17, 0.55, -0.34, [0.05, 0.036, 0.06], 0));
  f.on('head', 'skin').mesh.ico(0, 0.34, 0.46, [0.21, 0.18, 0.2], detail ? 1 : 0, [0.5, 0.5, 0.5], { noise: 0.04 });
  f.on('head', 'hair').block(0, 0.45, 0.5, 0.3, 0.05, 0.18, { top: [0.8, 0.7] });
  f.on('head', 'gem', 1).both(s => f.ball(s * 0.1, 0.37, 0.625, 0.045, 0));
  f.both((s, side) => {
    f.on(`claw${side}`, 'hair').stick([s * 0.16, 0.27, 0.48], [s * 0.33, 0.24, 0.72], 0.07, 0.06, sides);
    f.on(`claw${side}`, 'skin')
      .stick([s * 0.32, 0.24, 0.7], [s * 0.36, 0.22, 0.9], 0.1, 0.085, sides)
      .stick([s * 0.37, 0.22, 0.88], [s * 0.24, 0.2, 1.12], 0.075, 0.008, sides);
    f.on(`pinch${side}`, 'shirt').stick([s * 0.3, 0.22, 0.82], [s * 0.13, 0.2, 1.06], 0.055, 0.008, sides);
    f.on(`feel${side}`, 'hair').stick([s * 0.07, 0.45, 0.56], [s * 0.16, 0.72, 0.76], 0.02, 0.01, 4);
    f.on(`feel${side}`, 'gem', 0.7).ball(s * 0.165, 0.74, 0.77, 0.03, 0);
    FEET.forEach((z, row) => {
      f.on(`${side.toLowerCase()}${row}`, 'hair')
        .stick([s * 0.24, 0.26, z], [s * 0.46, 0.34, z * 1.15], 0.05, 0.042, sides)
        .stick([s * 0.46, 0.34, z * 1.15], [s * 0.58, 0, z * 1.3], 0.042, 0.012, sides);
    });
  });
  return f;
}

function scuttle(t: number, swing: number, lift: number): Record<string, Vec3> {
  const turns: Record<string, Vec3> = {};
  for (let row = 0; row < 3; row++) {
    for (const [letter, s] of [
      ['l', 1],
      ['r', -1],
    ] as const) {
      const p = (t + ((row + (s > 0 ? 0 : 1)) % 2) * 0.5) * TAU;
      turns[`${letter}${row}`] = [0, -swing * sin(p) * s, max(0, cos(p)) * lift * s];
    }
  }
  return turns;
}

function snap(t: number): Pose {
  const wide = pulse(0, 0.3, 0.36, 0.46, t);
  const shut = pulse(0.4, 0.48, 0.6, 1, t);
  return {
    move: { body: [0, 0.05 * wide, -0.1 * wide + 0.28 * shut] },
    turn: {
      body: [-0.22 * wide + 0.06 * shut, 0, 0],
      head: [-0.25 * wide + 0.1 * shut, 0, 0],
      clawL: [0, 0.65 * wide - 0.35 * shut, 0.3 * wide],
      clawR: [0, -0.65 * wide + 0.35 * shut, -0.3 * wide],
      pinchL: [0, -0.5 * wide + 0.2 * shut, 0],
      pinchR: [0, 0.5 * wide - 0.2 * shut, 0],
      tail: [-0.5 * wide, 0, 0],
    },
  };
}

function spit(t: number): Pose {
  const k = pulse(0, 0.4, 0.6, 1, t);
  return {
    move: { body: [0, 0.06 * k, 0] },
    turn: {
      body: [-0.35 * k, 0, 0],
      head: [-0.3 * k, 0, 0],
      clawL: [0, 0.5 * k, 0.4 * k],
      clawR: [0, -0.5 * k, -0.4 * k],
      rear: [0.2 * k, 0, 0],
      tail: [-0.7 * k, 0, 0],
    },
  };
}

function feel(t: number, quick = 1): Record<string, Vec3> {
  const p = t * TAU * quick;
  return { feelL: [0.2 * sin(p), 0, 0.15 * sin(p + 1)], feelR: [0.2 * sin(p + 2), 0, 0.15 * sin(p)] };
}

const CLIPS: Clips = {
  idle: {
    seconds: 3.2,
    frames: 24,
    loop: true,
    pose: t => {
      const b = sin(t * TAU);
      const click = pulse(0.6, 0.63, 0.64, 0.68, t);
      return {
        move: { body: [0, 0.012 * b, 0] },
        turn: {
          ...feel(t, 2),
          head: [0.03 * b, 0.08 * b, 0],
          pinchL: [0, -0.4 * click, 0],
          pinchR: [0, 0.4 * click, 0],
          tail: [0.08 * b, 0.1 * b, 0],
        },
      };
    },
  },
  walk: {
    seconds: 0.9,
    frames: 16,
    loop: true,
    stride: 0.7,
    pose: t => ({
      turn: {
        body: [0, 0.05 * sin(t * TAU), 0],
        rear: [0, -0.1 * sin(t * TAU), 0],
        tail: [0, -0.15 * sin(t * TAU - 0.6), 0],
        ...scuttle(t, 0.4, 0.3),
        ...feel(t, 2),
      },
    }),
  },
  run: {
    seconds: 0.4,
    frames: 14,
    loop: true,
    stride: 1.3,
    pose: t => ({
      move: { body: [0, 0.02 * sin(t * TAU * 2), 0] },
      turn: {
        body: [0.05, 0.08 * sin(t * TAU), 0],
        rear: [0, -0.16 * sin(t * TAU), 0],
        tail: [-0.2, -0.2 * sin(t * TAU - 0.6), 0],
        ...scuttle(t, 0.6, 0.45),
        clawL: [0, 0.2, 0.2],
        clawR: [0, -0.2, -0.2],
        ...feel(t, 2),
      },
    }),
  },
  attack: { seconds: 0.65, frames: 20, loop: false, upper: true, pose: snap },
  attack2: { seconds: 0.75, frames: 18, loop: false, upper: true, pose: spit },
  hurt: {
    seconds: 0.4,
    frames: 10,
    loop: false,
    upper: true,
    pose: t => {
      const k = pulse(0, 0.2, 0.3, 1, t);
      return {
        move: { body: [0, -0.06 * k, -0.08 * k] },
        turn: {
          body: [-0.1 * k, 0.15 * k, 0.08 * k],
          head: [0.35 * k, 0, 0],
          tail: [0.3 * k, 0, 0],
          clawL: [0, -0.3 * k, 0],
          clawR: [0, 0.3 * k, 0],
        },
      };
    },
  },
  die: {
    seconds: 1.2,
    frames: 22,
    loop: false,
    pose: t => {
      const flip = rise(0.1, 0.6, t);
      const curl = rise(0.4, 1, t);
      const legs: Record<string, Vec3> = {};
      for (let row = 0; row < 3; row++) {
        legs[`l${row}`] = [0, 0, 0.7 * curl];
        legs[`r${row}`] = [0, 0, -0.7 * curl];
      }
      return {
        move: { body: [0, 0.3 * pulse(0, 0.3, 0.35, 0.6, t) + 0.04 * flip, 0] },
        turn: {
          body: [0, 0, Math.PI * 0.94 * flip],
          ...legs,
          head: [0.4 * curl, 0, 0],
          rear: [0.25 * curl, 0, 0],
          tail: [0.4 * curl, 0, 0],
          clawL: [0, -0.3 * curl, 0],
          clawR: [0, 0.3 * curl, 0],
        },
      };
    },
  },
  stun: {
    seconds: 1.4,
    frames: 16,
    loop: true,
    pose: t => ({
      turn: { body: [0, 0.1 * sin(t * TAU), 0.08 * cos(t * TAU)], head: [0.25, 0.25 * sin(t * TAU), 0.1], ...feel(t, 1) },
    }),
  },
};

export const CRAWLER: Species = {
  rig: RIG,
  clips: CLIPS,
  near: body(true),
  far: body(false),
  height: 0.74,
  chest: 0.4,
  coats: {
    '': [
      'crawler',
      'crawlerDark',
      'crawlerDark',
      'crawler',
      'crawlerDark',
      'crawler',
      'crawler',
      'crawler',
      'crawler',
      'crawler',
      'crawler',
      'crawlerGlow',
    ],
    snapper: [
      'snapper',
      'snapperDark',
      'snapperDark',
      'snapper',
      'snapperDark',
      'snapper',
      'snapper',
      'snapper',
      'snapper',
      'snapper',
      'snapper',
      'snapperGlow',
    ],
    ...CRAWLER_COATS,
  },
};
