// Hollow spider: eight high-kneed legs, a fat marked belly, a cluster of shining eyes.

import { FIXED, Figure } from '../figure';
import type { Vec3 } from '../modeller';
import { type Clips, keys, type Pose, pulse, rigOf, rise, TAU } from '../skeleton';
import { dye } from '../wardrobe/dyes';
import { SPIDER_COATS } from './coats';
import type { Species } from './species';

const { cos, max, sin } = Math;

/** Directions of the legs of one side, front to back, rad from ahead. */
const FAN = [0.55, 1.15, 1.85, 2.5] as const;
const KNEE_M = 0.52;

interface Leg {
  name: string;
  side: number;
  row: number;
  hip: Vec3;
  knee: Vec3;
  foot: Vec3;
}

const LEGS: readonly Leg[] = FAN.flatMap((angle, row) =>
  [1, -1].map((side): Leg => {
    const [x, z] = [sin(angle) * side, cos(angle)];
    return {
      name: `${side > 0 ? 'l' : 'r'}${row}`,
      side,
      row,
      hip: [x * 0.13, 0.36, z * 0.16 + 0.08],
      knee: [x * KNEE_M, 0.66, z * KNEE_M + 0.08],
      foot: [x * 0.98, 0, z * 0.98 + 0.08],
    };
  }),
);

const RIG = rigOf('spider', 0, [
  ['body', '', [0, 0.36, 0.08]],
  ['belly', 'body', [0, 0.4, -0.08]],
  ['head', 'body', [0, 0.36, 0.26]],
  ['fangs', 'head', [0, 0.32, 0.4]],
  ...LEGS.flatMap((leg): [string, string, Vec3][] => [
    [`${leg.name}a`, 'body', leg.hip],
    [`${leg.name}b`, `${leg.name}a`, leg.knee],
  ]),
]);

function body(detail: boolean): Figure {
  const f = new Figure(RIG);
  const sides = detail ? 5 : 3;
  for (const leg of LEGS) {
    f.on(`${leg.name}a`, 'skin').stick(leg.hip, leg.knee, 0.055, 0.042, sides);
    f.on(`${leg.name}b`, 'hair').stick(
      leg.knee,
      [leg.foot[0] * 0.86 + leg.knee[0] * 0.14, 0.16, leg.foot[2] * 0.86 + leg.knee[2] * 0.14],
      0.048,
      0.034,
      sides,
    );
    f.stick(
      [leg.foot[0] * 0.86 + leg.knee[0] * 0.14, 0.17, leg.foot[2] * 0.86 + leg.knee[2] * 0.14],
      leg.foot,
      0.034,
      0.008,
      sides,
    );
    if (detail) f.on(`${leg.name}a`, 'hair').ball(...leg.knee, 0.056, 0);
  }
  f.on('body', 'skin').ball(0, 0.37, 0.1, [0.2, 0.16, 0.23], detail ? 1 : 0, 0.05);
  f.on('belly', 'skin').ball(0, 0.5, -0.38, [0.32, 0.29, 0.38], detail ? 1 : 0, 0.06);
  if (detail) {
    f.on('belly', 'accent')
      .ball(0, 0.72, -0.3, [0.1, 0.06, 0.1], 0)
      .ball(0, 0.7, -0.5, [0.13, 0.06, 0.12], 0)
      .ball(0, 0.56, -0.72, [0.07, 0.05, 0.06], 0);
    f.on('belly', 'hair').at(0, 0.4, -0.74, () => f.mesh.cone(0, 0, 0, 0.06, 0.14, 5, [0.5, 0.5, 0.5]), -1.8);
  }
  f.on('head', 'skin').ball(0, 0.36, 0.32, [0.15, 0.13, 0.14], detail ? 1 : 0, 0.04);
  f.on('head', 'gem', 0.9).both(s => {
    f.ball(s * 0.055, 0.42, 0.43, 0.042, 0);
    if (detail)
      f.ball(s * 0.115, 0.43, 0.38, 0.028, 0)
        .ball(s * 0.09, 0.475, 0.34, 0.022, 0)
        .ball(s * 0.03, 0.475, 0.4, 0.02, 0);
  });
  f.on('fangs', 'hair').both(s => f.stick([s * 0.06, 0.33, 0.41], [s * 0.075, 0.22, 0.47], 0.045, 0.034, sides));
  f.on('fangs', FIXED + dye('ivory')).both(s => f.stick([s * 0.075, 0.23, 0.47], [s * 0.045, 0.12, 0.46], 0.028, 0.004, sides));
  return f;
}

/** Lift and sweep of every leg: alternate legs move together, as spiders walk. */
function crawl(t: number, swing: number, lift: number): Record<string, Vec3> {
  const turns: Record<string, Vec3> = {};
  for (const leg of LEGS) {
    const p = (t + ((leg.row + (leg.side > 0 ? 0 : 1)) % 2) * 0.5 + leg.row * 0.06) * TAU;
    const up = max(0, cos(p)) * lift;
    turns[`${leg.name}a`] = [0, -swing * sin(p) * leg.side, up * leg.side];
    turns[`${leg.name}b`] = [0, 0, -up * 0.6 * leg.side];
  }
  return turns;
}

function curled(k: number): Record<string, Vec3> {
  const turns: Record<string, Vec3> = {};
  for (const leg of LEGS) {
    turns[`${leg.name}a`] = [0, (leg.row - 1.5) * 0.15 * leg.side * k, -0.4 * k * leg.side];
    turns[`${leg.name}b`] = [0, 0, -1.9 * k * leg.side];
  }
  return turns;
}

function lunge(t: number): Pose {
  const rear = pulse(0, 0.3, 0.36, 0.5, t);
  const strike = pulse(0.36, 0.48, 0.6, 1, t);
  const front: Record<string, Vec3> = {};
  for (const leg of LEGS.filter(l => l.row === 0)) {
    front[`${leg.name}a`] = [-0.9 * rear + 0.3 * strike, 0, 0.7 * rear * leg.side];
    front[`${leg.name}b`] = [0, 0, 0.5 * rear * leg.side];
  }
  return {
    move: { body: [0, 0.1 * rear - 0.06 * strike, -0.12 * rear + 0.34 * strike] },
    turn: {
      ...crawl(0.1, 0.1, 0),
      ...front,
      body: [-0.42 * rear + 0.16 * strike, 0, 0],
      head: [-0.2 * rear + 0.2 * strike, 0, 0],
      fangs: [-0.7 * rear + 0.4 * strike, 0, 0],
      belly: [0.3 * rear, 0, 0],
    },
  };
}

/** Arches the belly forward under itself and squirts. */
function spit(t: number): Pose {
  const up = pulse(0, 0.4, 0.6, 1, t);
  return {
    move: { body: [0, 0.2 * up, -0.1 * up] },
    turn: { body: [-0.35 * up, 0, 0], belly: [0.8 * up, 0, 0], head: [0.3 * up, 0, 0], ...crawl(0, 0, 0) },
  };
}

const CLIPS: Clips = {
  idle: {
    seconds: 3,
    frames: 24,
    loop: true,
    pose: t => {
      const b = sin(t * TAU);
      const tap = pulse(0.5, 0.56, 0.58, 0.64, t);
      return {
        move: { body: [0, 0.02 * b, 0] },
        turn: {
          l0a: [0, 0, 0.35 * tap],
          l0b: [0, 0, -0.2 * tap],
          r0a: [0, 0, -0.3 * pulse(0.7, 0.75, 0.77, 0.82, t)],
          belly: [0.05 * b, 0, 0],
          fangs: [0.12 * sin(t * TAU * 3), 0, 0],
        },
      };
    },
  },
  walk: {
    seconds: 0.9,
    frames: 18,
    loop: true,
    stride: 0.85,
    pose: t => ({
      move: { body: [0, 0.02 * sin(t * TAU * 2), 0] },
      turn: { ...crawl(t, 0.32, 0.35), belly: [0.05 * sin(t * TAU * 2), 0.06 * sin(t * TAU), 0] },
    }),
  },
  run: {
    seconds: 0.5,
    frames: 16,
    loop: true,
    stride: 1.5,
    pose: t => ({
      move: { body: [0, 0.03 * sin(t * TAU * 2), 0] },
      turn: { body: [0.06, 0.05 * sin(t * TAU), 0], ...crawl(t, 0.5, 0.5), belly: [0.1 + 0.08 * sin(t * TAU * 2), 0, 0] },
    }),
  },
  attack: { seconds: 0.65, frames: 20, loop: false, upper: true, pose: lunge },
  attack2: { seconds: 0.8, frames: 18, loop: false, upper: true, pose: spit },
  hurt: {
    seconds: 0.4,
    frames: 10,
    loop: false,
    upper: true,
    pose: t => {
      const k = pulse(0, 0.2, 0.3, 1, t);
      return {
        move: { body: [0, -0.1 * k, -0.1 * k] },
        turn: { body: [-0.2 * k, 0.15 * k, 0.12 * k], ...curled(0.18 * k), head: [0.2 * k, 0, 0] },
      };
    },
  },
  die: {
    seconds: 1.1,
    frames: 22,
    loop: false,
    pose: t => {
      const flip = rise(0.1, 0.55, t);
      return {
        move: { body: [0, keys(t, [0, 0], [0.3, 0.35], [0.6, 0.02], [0.7, 0.06], [1, 0.0]), 0] },
        turn: { body: [0, 0, Math.PI * 0.96 * flip], ...curled(rise(0.3, 1, t)), fangs: [0.3, 0, 0] },
      };
    },
  },
  stun: {
    seconds: 1.4,
    frames: 16,
    loop: true,
    pose: t => ({
      turn: {
        body: [0.06 * sin(t * TAU), 0.1 * cos(t * TAU), 0.14 * sin(t * TAU)],
        ...curled(0.15),
        head: [0.2, 0.2 * sin(t * TAU), 0],
      },
    }),
  },
};

export const SPIDER: Species = {
  rig: RIG,
  clips: CLIPS,
  near: body(true),
  far: body(false),
  height: 0.82,
  chest: 0.42,
  coats: {
    '': [
      'spider',
      'spiderDark',
      'spider',
      'spider',
      'spiderDark',
      'spiderMark',
      'spider',
      'spider',
      'spider',
      'spider',
      'spider',
      'redEye',
    ],
    broodmother: [
      'widow',
      'spiderDark',
      'widow',
      'widow',
      'spiderDark',
      'widowMark',
      'widow',
      'widow',
      'widow',
      'widow',
      'widow',
      'widowMark',
    ],
    ...SPIDER_COATS,
  },
};
