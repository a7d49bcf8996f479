// Blows, shots, spells and what they do to a body. Out: upper-body clips that play over any legs, and full-body ones for stun and death.
import type { Vec3 } from '../modeller';
import { type Clips, keys, type Pose, pulse, rise, TAU } from '../skeleton';
import { hold, reach } from './limbs';
import { pair } from './locomotion';

const { sin } = Math;

/** From the right shoulder down across to the left hip. */
function slash(t: number): Pose {
  const k = (...stops: [number, number][]) => keys(t, ...stops);
  return {
    turn: {
      chest: [k([0, 0.1], [0.25, -0.1], [0.45, 0.34], [1, 0.1]), k([0, 0], [0.25, -0.62], [0.45, 0.75], [0.6, 0.7], [1, 0]), 0],
      head: [-0.05, k([0, 0], [0.25, 0.45], [0.45, -0.5], [1, 0]), 0],
      armR: [
        k([0, -0.4], [0.25, -2.5], [0.45, -0.75], [0.6, -0.55], [1, -0.4]),
        0,
        k([0, -0.3], [0.25, -0.75], [0.45, 0.55], [1, -0.3]),
      ],
      foreR: [k([0, -0.8], [0.25, -1.35], [0.42, -0.15], [0.6, -0.3], [1, -0.8]), 0, 0],
      propR: [k([0, -0.3], [0.25, -0.9], [0.42, 0.35], [1, -0.3]), 0, 0],
      armL: [k([0, -0.45], [0.25, -0.8], [0.45, 0.35], [1, -0.45]), 0, 0.35],
      foreL: [-1.1, -0.3, 0],
      cape: [0.15 + 0.35 * pulse(0.3, 0.45, 0.6, 1, t), 0, 0],
    },
  };
}

/** A flat backhand from left to right. */
function backhand(t: number): Pose {
  const k = (...stops: [number, number][]) => keys(t, ...stops);
  return {
    turn: {
      chest: [0.14, k([0, 0], [0.28, 0.75], [0.48, -0.7], [0.65, -0.65], [1, 0]), 0],
      head: [0, k([0, 0], [0.28, -0.5], [0.48, 0.5], [1, 0]), 0],
      armR: [
        k([0, -0.4], [0.28, -1.45], [0.48, -1.35], [0.65, -1.0], [1, -0.4]),
        k([0, 0], [0.28, 0.3], [0.48, -0.2], [1, 0]),
        k([0, -0.3], [0.28, 0.75], [0.48, -1.0], [1, -0.3]),
      ],
      foreR: [k([0, -0.8], [0.28, -1.5], [0.46, -0.1], [0.65, -0.3], [1, -0.8]), 0, 0],
      propR: [k([0, -0.3], [0.28, -0.2], [0.46, 0.5], [1, -0.3]), 0, k([0, 0], [0.28, 0.6], [0.46, -0.3], [1, 0])],
      armL: [k([0, -0.45], [0.28, 0.2], [0.48, -0.7], [1, -0.45]), 0, 0.5],
      foreL: [-1.0, -0.3, 0],
      cape: [0.2, 0, 0.2 * pulse(0.3, 0.48, 0.6, 1, t)],
    },
  };
}

/** Both hands over the head and down: cleave, hammer blows, bash. */
function smash(t: number): Pose {
  const k = (...stops: [number, number][]) => keys(t, ...stops);
  const body: Pose = {
    turn: {
      chest: [k([0, 0.1], [0.38, -0.35], [0.55, 0.6], [0.7, 0.55], [1, 0.1]), -0.08, 0],
      head: [k([0, 0], [0.38, 0.1], [0.55, -0.4], [1, 0]), 0, 0],
      cape: [0.2 + 0.5 * pulse(0.4, 0.55, 0.7, 1, t), 0, 0],
    },
  };
  const hands: Vec3 = [
    -0.04,
    k([0, 1.05], [0.38, 1.78], [0.5, 1.35], [0.58, 0.82], [0.72, 0.85], [1, 1.0]),
    k([0, 0.35], [0.38, -0.02], [0.5, 0.55], [0.58, 0.5], [1, 0.32]),
  ];
  const first = reach(body, 'R', hands, [-1, -0.3, 0]);
  const both = reach(first, 'L', [hands[0] + 0.05, hands[1] - 0.04, hands[2] - 0.02], [1, -0.3, 0]);
  const up = k([0, 0.7], [0.38, 0.6], [0.5, 0.6], [0.58, -0.5], [0.72, -0.45], [1, 0.6]);
  return hold(
    both,
    'propR',
    [0, up, k([0, 0.6], [0.38, -0.8], [0.5, 0.7], [0.58, 0.9], [1, 0.6])],
    [0, k([0, 1], [0.38, 0.8], [0.5, 0.8], [1, 1]), -up],
  );
}

/** Bow arm out ahead, string hand at the cheek; `d` 0..1 = how far drawn. */
function archer(d: number, breath: number): Pose {
  const grip: Vec3 = [0.04, 1.33 + 0.005 * breath, 0.6];
  const pull = 0.03 + 0.33 * d;
  const body: Pose = {
    turn: { chest: [0.02, -1.0, 0], head: [-0.02, 0.92, 0.06 * d], cape: [0.1, 0, 0] },
    move: { nock: [0, 0, -pull] },
  };
  const bowArm = reach(body, 'L', grip, [0.6, -1, 0]);
  const stringArm = reach(bowArm, 'R', [grip[0] - 0.02, grip[1], grip[2] - 0.11 - pull], [-1, 0.35, -0.6]);
  return hold(stringArm, 'propL', [0, 0, 1], [-0.18, 1, 0]);
}

function cast(t: number): Pose {
  const b = sin(t * TAU);
  const body: Pose = {
    turn: {
      chest: [-0.06 + 0.05 * b, 0.1 * b, 0],
      head: [-0.12, -0.05 * b, 0],
      cape: [0.25 + 0.1 * b, 0, 0],
      capeLow: [0.15 * b, 0, 0],
    },
  };
  const staffArm = reach(body, 'R', [-0.3, 1.42 + 0.05 * b, 0.3], [-1, -0.6, -0.2]);
  const openHand = reach(staffArm, 'L', [0.27 - 0.04 * b, 1.25 + 0.06 * b, 0.38], [1, -0.7, 0]);
  return hold(openHand, 'propR', [0, -0.25, 1], [-0.1, 1, 0.25]);
}

function release(t: number): Pose {
  const k = (...stops: [number, number][]) => keys(t, ...stops);
  const body: Pose = {
    turn: {
      chest: [k([0, -0.05], [0.22, -0.25], [0.4, 0.34], [1, 0.02]), k([0, 0], [0.22, -0.4], [0.4, 0.35], [1, 0]), 0],
      head: [-0.1, k([0, 0], [0.22, 0.3], [0.4, -0.3], [1, 0]), 0],
      armL: [k([0, -0.9], [0.4, 0.35], [1, 0.04]), 0, k([0, 0.5], [0.4, 0.7], [1, 0.14])],
      foreL: [-0.5, 0, 0],
      cape: [0.5 * pulse(0.2, 0.45, 0.6, 1, t) + 0.1, 0, 0],
    },
  };
  const hand: Vec3 = [
    k([0, -0.3], [0.22, -0.35], [0.4, -0.08], [0.65, -0.1], [1, -0.3]),
    k([0, 1.42], [0.22, 1.6], [0.4, 1.3], [0.65, 1.25], [1, 0.8]),
    k([0, 0.3], [0.22, 0.05], [0.4, 0.62], [0.65, 0.55], [1, 0.1]),
  ];
  const thrown = reach(body, 'R', hand, [-1, -0.4, -0.2]);
  return hold(thrown, 'propR', [0, k([0, -0.25], [0.4, -0.9], [1, -0.1]), 1], [0, 1, k([0, 0.25], [0.4, 0.9], [1, 0.1])]);
}

/** Wheel-lock at the shoulder; `kick` 0..1 pushes it back and up. */
function marksman(kick: number, breath: number): Pose {
  const back = 0.07 * kick;
  const lift = 0.004 * breath + 0.03 * kick;
  const body: Pose = {
    turn: { chest: [0.08 - 0.14 * kick, -0.55, 0], head: [0.02 + 0.05 * kick, 0.5, 0.14], cape: [0.1 + 0.2 * kick, 0, 0] },
  };
  const trigger = reach(body, 'R', [-0.11, 1.27 + lift, 0.24 - back], [-1, -0.9, -0.3]);
  const fore = reach(trigger, 'L', [-0.06, 1.24 + lift, 0.56 - back], [0.8, -1, 0]);
  return hold(fore, 'propR', [0.06, 0.12 * kick + 0.02, 1], [0, 1, -0.12 * kick]);
}

function flinch(t: number): Pose {
  const k = pulse(0, 0.18, 0.25, 1, t);
  return {
    turn: {
      chest: [-0.42 * k + 0.06, 0.35 * k, 0],
      head: [0.35 * k, -0.25 * k, 0.15 * k],
      ...pair('arm', 0.1 - 0.55 * k, 0, 0.2 + 0.45 * k),
      ...pair('fore', -0.5 - 0.5 * k),
      cape: [0.1 + 0.3 * k, 0, 0],
    },
  };
}

function dizzy(t: number): Pose {
  const a = t * TAU;
  return {
    move: { hips: [0.05 * sin(a), -0.05, 0.04 * sin(a + 1.5)] },
    turn: {
      hips: [0.06 * sin(a), 0, 0.09 * sin(a + 1)],
      chest: [0.3 + 0.08 * sin(a), 0, 0.14 * sin(a)],
      head: [0.28 + 0.1 * sin(a + 1), 0, 0.28 * sin(a + 0.6)],
      ...pair('leg', -0.2, 0.15, 0.12),
      ...pair('shin', 0.38),
      armL: [-0.1 + 0.1 * sin(a), 0, 0.25],
      armR: [-0.1 - 0.1 * sin(a), 0, -0.25],
      ...pair('fore', -0.3),
    },
  };
}

/** Knees give way, then back onto the ground. */
function die(t: number): Pose {
  const knees = rise(0, 0.35, t);
  const down = rise(0.25, 0.8, t);
  const bounce = pulse(0.78, 0.86, 0.86, 1, t);
  return {
    move: { hips: [0, -0.3 * knees - 0.43 * down + 0.04 * bounce, -0.1 * knees - 0.35 * down] },
    turn: {
      hips: [0.12 * knees - 1.66 * down, 0.15 * down, 0.06 * down],
      chest: [0.3 * knees - 0.32 * down, 0, 0.05],
      head: [0.4 * knees - 0.28 * down, 0.5 * down, 0],
      legL: [-0.5 * knees + 0.32 * down, 0, 0.22 * down],
      legR: [-0.5 * knees + 0.55 * down, 0, -0.24 * down],
      shinL: [1.1 * knees - 0.55 * down, 0, 0],
      shinR: [1.1 * knees - 0.95 * down, 0, 0],
      armL: [-0.2 * knees + 0.15 * down, 0, 0.2 + 1.0 * down],
      armR: [-0.2 * knees + 0.1 * down, 0, -0.2 - 1.25 * down],
      ...pair('fore', -0.5 * knees + 0.2 * down),
      cape: [0.1, 0, 0],
      skirtF: [-0.2 * knees + 0.1 * down, 0, 0],
      skirtB: [0.15 * down, 0, 0],
    },
  };
}

export const COMBAT: Clips = {
  slash: { seconds: 0.62, frames: 22, loop: false, upper: true, pose: slash },
  backhand: { seconds: 0.6, frames: 22, loop: false, upper: true, pose: backhand },
  smash: { seconds: 0.8, frames: 24, loop: false, upper: true, pose: smash },
  bowHold: { seconds: 1.6, frames: 12, loop: true, upper: true, pose: t => archer(1, sin(t * TAU)) },
  bowDraw: { seconds: 0.5, frames: 14, loop: false, upper: true, pose: t => archer(rise(0.1, 0.95, t), 0) },
  bowLoose: { seconds: 0.5, frames: 14, loop: false, upper: true, pose: t => archer(1 - rise(0, 0.1, t), 0) },
  cast: { seconds: 1.2, frames: 16, loop: true, upper: true, pose: cast },
  release: { seconds: 0.65, frames: 20, loop: false, upper: true, pose: release },
  aim: { seconds: 2, frames: 12, loop: true, upper: true, pose: t => marksman(0, sin(t * TAU)) },
  shoot: { seconds: 0.5, frames: 16, loop: false, upper: true, pose: t => marksman(pulse(0, 0.08, 0.15, 1, t), 0) },
  flinch: { seconds: 0.38, frames: 12, loop: false, upper: true, pose: flinch },
  stun: { seconds: 1.5, frames: 20, loop: true, pose: dizzy },
  die: { seconds: 1.05, frames: 26, loop: false, pose: die },
};
