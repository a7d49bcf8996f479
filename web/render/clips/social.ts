// Rest, talk, work and emotes. Out: clips for the people rig; emotes bear the names of content/emotes.ts.
import type { Vec3 } from '../modeller';
import { type Clips, keys, type Pose, pulse, TAU } from '../skeleton';
import { hold, reach } from './limbs';
import { pair } from './locomotion';

const { abs, cos, max, sin } = Math;

const FEET: Record<string, Vec3> = { ...pair('leg', -0.02, 0.12, 0.05), ...pair('shin', 0.05) };

function talk(t: number): Pose {
  const b = sin(t * TAU);
  const c = sin(t * TAU * 2 + 0.6);
  return {
    turn: {
      chest: [0.03 * c, 0.1 * b, 0],
      head: [0.06 * c, -0.1 * b, 0.05 * c],
      armR: [-0.5 - 0.25 * c, 0, -0.22],
      foreR: [-1.15 - 0.35 * c, 0.2, 0],
      armL: [-0.1 - 0.18 * max(0, -c), 0, 0.16],
      foreL: [-0.45 - 0.5 * max(0, -c), 0, 0],
      cape: [0.07, 0, 0],
    },
  };
}

function wave(t: number): Pose {
  const up = pulse(0, 0.15, 0.85, 1, t);
  return {
    turn: {
      chest: [0, 0, -0.06 * up],
      head: [-0.05, 0, 0.1 * up],
      armR: [-0.15 * up, 0, -0.14 - 2.5 * up],
      foreR: [-0.3, 0, -0.15 - 0.45 * sin(t * TAU * 3) * up],
      armL: [0.04, 0, 0.14],
      foreL: [-0.28, 0, 0],
      cape: [0.07, 0, 0],
    },
  };
}

function courtesy(t: number): Pose {
  const k = pulse(0, 0.35, 0.6, 1, t);
  return {
    move: { hips: [0, -0.02 * k, -0.06 * k] },
    turn: {
      hips: [0.25 * k, 0, 0],
      chest: [0.6 * k, 0, 0],
      head: [0.25 * k, 0, 0],
      legL: [-0.27 * k, 0.1, 0.05],
      legR: [-0.27 * k, -0.1, -0.05],
      armR: [-0.5 * k, 0, 0.35 * k - 0.14],
      foreR: [-0.28 - 1.5 * k, 0, 0],
      armL: [0.5 * k, 0, 0.14 + 0.3 * k],
      foreL: [-0.28, 0, 0],
      skirtB: [0.2 * k, 0, 0],
    },
  };
}

function cheer(t: number): Pose {
  const u = abs(sin(t * Math.PI * 2));
  return {
    move: { hips: [0, 0.12 * u - 0.04, 0] },
    turn: {
      chest: [-0.1, 0.1 * sin(t * TAU), 0],
      head: [-0.25, 0, 0],
      ...pair('leg', -0.15 + 0.1 * u, 0, 0.09),
      ...pair('shin', 0.35 - 0.25 * u),
      ...pair('arm', -2.75 - 0.2 * u, 0, 0.35),
      ...pair('fore', -0.45 + 0.3 * u),
      cape: [0.3 * u, 0, 0],
    },
  };
}

function dance(t: number): Pose {
  const p = t * TAU;
  const hop = abs(sin(p * 2));
  return {
    move: { hips: [0.08 * sin(p), 0.05 * hop - 0.04, 0] },
    turn: {
      hips: [0, 0.35 * sin(p), 0.12 * sin(p)],
      chest: [0, -0.35 * sin(p), -0.16 * sin(p)],
      head: [0, 0.25 * sin(p), 0.16 * sin(p)],
      legL: [-0.3 - 0.45 * max(0, sin(p)), 0.1, 0.14],
      shinL: [0.35 + 0.75 * max(0, sin(p)), 0, 0],
      legR: [-0.3 - 0.45 * max(0, -sin(p)), -0.1, -0.14],
      shinR: [0.35 + 0.75 * max(0, -sin(p)), 0, 0],
      armL: [-1.1 - 0.8 * sin(p), 0, 0.85],
      armR: [-1.1 + 0.8 * sin(p), 0, -0.85],
      ...pair('fore', -1.2),
      cape: [0.25, 0, 0.3 * sin(p - 0.6)],
      skirtF: [-0.35, 0, 0.15 * sin(p)],
      skirtB: [0.25, 0, 0.15 * sin(p)],
    },
  };
}

function point(t: number): Pose {
  const k = pulse(0, 0.18, 0.8, 1, t);
  const body: Pose = {
    turn: {
      chest: [0.06 * k, 0.3 * k, 0],
      head: [0, -0.25 * k, 0],
      armL: [0.04, 0, 0.14 + 0.25 * k],
      foreL: [-0.28 - 0.9 * k, 0, 0],
    },
  };
  return reach(body, 'R', [-0.3 + 0.2 * k, 0.8 + 0.5 * k, 0.08 + 0.6 * k], [-0.6, -1, 0]);
}

function laugh(t: number): Pose {
  const k = pulse(0, 0.15, 0.85, 1, t);
  const shake = sin(t * TAU * 5) * k;
  const body: Pose = { turn: { chest: [-0.25 * k + 0.06 * shake, 0, 0], head: [-0.3 * k + 0.06 * shake, 0, 0.08 * k] } };
  const one = reach(body, 'L', [0.32 - 0.2 * k, 0.78 + 0.28 * k, 0.05 + 0.15 * k], [1, -0.5, 0]);
  return reach(one, 'R', [-0.32 + 0.2 * k, 0.78 + 0.24 * k, 0.05 + 0.15 * k], [-1, -0.5, 0]);
}

function salute(t: number): Pose {
  const k = pulse(0, 0.15, 0.8, 1, t);
  const body: Pose = { turn: { chest: [-0.06 * k, 0, 0], head: [-0.04 * k, 0, 0], armL: [0.04, 0, 0.1], foreL: [-0.1, 0, 0] } };
  return reach(body, 'R', [-0.32 + 0.14 * k, 0.78 + 0.88 * k, 0.05 + 0.12 * k], [-1, -0.1, 0]);
}

function cry(t: number): Pose {
  const k = pulse(0, 0.12, 0.88, 1, t);
  const sob = sin(t * TAU * 4) * k;
  const body: Pose = { turn: { chest: [0.28 * k + 0.05 * sob, 0, 0], head: [0.38 * k, 0, 0.05 * sob] } };
  const one = reach(body, 'L', [0.32 - 0.23 * k, 0.78 + 0.6 * k, 0.05 + 0.33 * k], [1, -0.8, 0.2]);
  return reach(one, 'R', [-0.32 + 0.23 * k, 0.78 + 0.6 * k, 0.05 + 0.33 * k], [-1, -0.8, 0.2]);
}

function clap(t: number): Pose {
  const open = 0.03 + 0.2 * abs(cos(t * TAU * 2));
  const body: Pose = { turn: { chest: [-0.04, 0, 0], head: [-0.08, 0, 0.05 * sin(t * TAU)] } };
  return reach(reach(body, 'L', [open, 1.14, 0.34], [1, -0.6, 0]), 'R', [-open, 1.14, 0.34], [-1, -0.6, 0]);
}

function sit(t: number): Pose {
  const b = sin(t * TAU);
  return {
    move: { hips: [0, -0.44, -0.05] },
    turn: {
      chest: [0.06 + 0.02 * b, 0, 0],
      head: [-0.03, 0.14 * b, 0],
      ...pair('leg', -1.5, 0.14, 0.04),
      ...pair('shin', 1.45),
      ...pair('arm', -0.5, 0, 0.08),
      ...pair('fore', -0.75, -0.25, 0),
      skirtF: [-1.25, 0, 0],
    },
  };
}

/** On one knee, the head bowed. */
function kneel(t: number): Pose {
  const b = sin(t * TAU);
  const body: Pose = {
    move: { hips: [0, -0.46, 0] },
    turn: {
      chest: [0.2 + 0.02 * b, 0, 0],
      head: [0.34 + 0.02 * b, 0, 0],
      legL: [-1.5, 0.1, 0.04],
      shinL: [1.5, 0, 0],
      legR: [0.12, -0.08, -0.04],
      shinR: [1.62, 0, 0],
      armL: [0.05, 0, 0.14],
      foreL: [-0.2, 0, 0],
      cape: [-0.1, 0, 0],
      capeLow: [0.5, 0, 0],
      skirtF: [-1.1, 0, 0],
    },
  };
  return reach(body, 'R', [0.1, 0.86, 0.42], [-1, -0.3, 0]);
}

function shrug(t: number): Pose {
  const k = pulse(0, 0.25, 0.7, 1, t);
  return {
    move: { chest: [0, 0.025 * k, 0] },
    turn: {
      chest: [-0.04 * k, 0, 0],
      head: [0.06 * k, 0, 0.2 * k],
      armR: [-0.25 * k, 0, -0.14 - 0.3 * k],
      foreR: [-0.3 - 1.1 * k, -0.9 * k, 0],
      armL: [-0.25 * k, 0, 0.14 + 0.3 * k],
      foreL: [-0.3 - 1.1 * k, 0.9 * k, 0],
      cape: [0.07, 0, 0],
    },
  };
}

/** Cross-legged on the ground, as players rest. */
function rest(t: number): Pose {
  const b = sin(t * TAU);
  return {
    move: { hips: [0, -0.7, -0.04] },
    turn: {
      chest: [0.12 + 0.025 * b, 0, 0],
      head: [0.05 + 0.03 * b, 0.1 * sin(t * TAU + 1), 0],
      ...pair('leg', -1.35, 0.95, 0.1),
      ...pair('shin', 2.05, 0, -0.3),
      ...pair('arm', -0.4, 0, 0.2),
      ...pair('fore', -0.75, -0.35, 0),
      cape: [-0.2, 0, 0],
      capeLow: [0.9, 0, 0],
      skirtF: [-1.3, 0, 0],
      skirtB: [0.9, 0, 0],
    },
  };
}

function hammer(t: number): Pose {
  const k = (...stops: [number, number][]) => keys(t, ...stops);
  const body: Pose = {
    move: { hips: [0, -0.05, 0] },
    turn: {
      chest: [k([0, 0.35], [0.5, -0.02], [0.66, 0.42], [1, 0.35]), 0.1, 0],
      head: [0.2, 0, 0],
      legL: [-0.36, 0.1, 0.1],
      shinL: [0.45, 0, 0],
      legR: [0.1, -0.1, -0.1],
      shinR: [0.22, 0, 0],
      skirtF: [-0.25, 0, 0],
    },
  };
  const blow = reach(
    body,
    'R',
    [-0.22, k([0, 0.98], [0.5, 1.55], [0.66, 0.95], [1, 0.98]), k([0, 0.42], [0.5, 0.12], [0.66, 0.46], [1, 0.42])],
    [-1, -0.5, -0.2],
  );
  const tongs = reach(blow, 'L', [0.12, 0.95, 0.42], [1, -0.6, 0]);
  return hold(
    tongs,
    'propR',
    [0, k([0, 0.1], [0.5, 1], [0.66, -0.1], [1, 0.1]), k([0, 1], [0.5, 0.15], [0.66, 1], [1, 1])],
    [0, 1, k([0, 0], [0.5, -1], [0.66, 0], [1, 0])],
  );
}

function sweep(t: number): Pose {
  const b = sin(t * TAU);
  const body: Pose = {
    move: { hips: [0.02 * b, -0.03, 0] },
    turn: { hips: [0, 0.12 * b, 0], chest: [0.22, 0.25 * b, 0], head: [0.18, -0.15 * b, 0], ...FEET },
  };
  const low = reach(body, 'R', [-0.12 + 0.1 * b, 0.92, 0.36], [-1, -0.4, -0.2]);
  const both = reach(low, 'L', [0.0 + 0.02 * b, 1.22, 0.26], [1, -0.4, 0]);
  return hold(both, 'propR', [0.1 * b, 0.45, 1], [0.35 - 0.3 * b, 1, -0.45]);
}

function shamble(t: number): Pose {
  const p = t * TAU;
  return {
    move: { hips: [0.03 * sin(p), -0.04 - 0.02 * abs(sin(p)), 0] },
    turn: {
      hips: [0.08, 0.1 * sin(p), 0.07 * sin(p)],
      chest: [0.32, -0.1 * sin(p), -0.1 * sin(p)],
      head: [-0.2, 0.1 * sin(p), 0.14 * sin(p + 0.5)],
      legL: [-0.38 * sin(p) - 0.1, 0, 0.05],
      legR: [0.3 * sin(p) - 0.1, 0, -0.05],
      shinL: [0.2 + 0.4 * max(0, cos(p)), 0, 0],
      shinR: [0.2 + 0.4 * max(0, -cos(p)), 0, 0],
      armL: [-1.1 + 0.1 * sin(p), 0, 0.15],
      foreL: [-0.45, 0, 0],
      armR: [-0.35 + 0.15 * sin(p), 0, -0.2],
      foreR: [-0.35, 0, 0],
      cape: [0.15, 0, 0.05 * sin(p)],
    },
  };
}

export const SOCIAL: Clips = {
  talk: { seconds: 2.6, frames: 20, loop: true, upper: true, pose: talk },
  wave: { seconds: 2, frames: 28, loop: false, upper: true, pose: wave },
  bow: { seconds: 1.8, frames: 20, loop: false, pose: courtesy },
  cheer: { seconds: 1.4, frames: 20, loop: true, pose: cheer },
  dance: { seconds: 1.3, frames: 20, loop: true, pose: dance },
  point: { seconds: 1.8, frames: 18, loop: false, upper: true, pose: point },
  laugh: { seconds: 2, frames: 30, loop: false, upper: true, pose: laugh },
  salute: { seconds: 1.8, frames: 18, loop: false, upper: true, pose: salute },
  cry: { seconds: 2.6, frames: 30, loop: false, upper: true, pose: cry },
  clap: { seconds: 1.1, frames: 18, loop: true, upper: true, pose: clap },
  sit: { seconds: 3, frames: 12, loop: true, pose: sit },
  kneel: { seconds: 3, frames: 12, loop: true, pose: kneel },
  shrug: { seconds: 1.6, frames: 20, loop: false, upper: true, pose: shrug },
  rest: { seconds: 3.4, frames: 14, loop: true, pose: rest },
  hammer: { seconds: 1.3, frames: 22, loop: true, pose: hammer },
  sweep: { seconds: 1.7, frames: 18, loop: true, pose: sweep },
  shamble: { seconds: 1.5, frames: 20, loop: true, stride: 1.1, pose: shamble },
};
