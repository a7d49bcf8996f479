// How people stand, walk, run, jump and swim. Out: full-body clips for the people rig.
import type { Vec3 } from '../modeller';
import { type Clips, type Pose, pulse, rise, TAU } from '../skeleton';

const { abs, cos, max, sin } = Math;

interface Gait {
  swing: number; // of the thighs, rad
  knee: number;
  arm: number;
  elbow: number;
  lean: number;
  bob: number; // metres
  cape: number;
  skirt: number;
  /** Legs turned to the side while the chest looks ahead, rad. */
  aside?: number;
}

/** Left and right limb with the same nod, mirrored twist and lean. */
export function pair(bone: string, x: number, y = 0, z = 0): Record<string, Vec3> {
  return { [`${bone}L`]: [x, y, z], [`${bone}R`]: [x, -y, -z] };
}

function step(t: number, g: Gait): Pose {
  const p = t * TAU;
  const s = sin(p);
  const aside = g.aside ?? 0;
  return {
    move: { hips: [0.012 * cos(p), -g.bob * s * s + g.bob * 0.3, 0] },
    turn: {
      hips: [g.lean * 0.4, aside - 0.12 * s, 0.04 * cos(p)],
      chest: [g.lean * 0.6, -aside + 0.24 * s, -0.04 * cos(p)],
      head: [-g.lean * 0.75, -0.1 * s, 0],
      legL: [-g.swing * s - 0.06, 0, 0.02],
      legR: [g.swing * s - 0.06, 0, -0.02],
      shinL: [0.1 + g.knee * max(0, cos(p)), 0, 0],
      shinR: [0.1 + g.knee * max(0, -cos(p)), 0, 0],
      armL: [g.arm * s, 0, 0.13],
      armR: [-g.arm * s, 0, -0.13],
      foreL: [-g.elbow - 0.25 * max(0, -s), 0, 0],
      foreR: [-g.elbow - 0.25 * max(0, s), 0, 0],
      cape: [g.cape + 0.06 * sin(2 * p), 0, 0.05 * s],
      // The hem trails: it hangs where the shoulders lift the cloth.
      capeLow: [g.cape * -0.3 + 0.12 * sin(2 * p - 1), 0, 0.05 * sin(p - 0.7)],
      skirtF: [-g.skirt * abs(s) - 0.05, 0, 0.04 * s],
      skirtB: [g.skirt * abs(s) + 0.05, 0, 0.04 * s],
    },
  };
}

const WALK: Gait = { swing: 0.5, knee: 0.8, arm: 0.42, elbow: 0.28, lean: 0.05, bob: 0.035, cape: 0.14, skirt: 0.22 };
const RUN: Gait = { swing: 0.9, knee: 1.35, arm: 0.85, elbow: 1.2, lean: 0.26, bob: 0.075, cape: 0.6, skirt: 0.5 };
const SPRINT: Gait = { swing: 1.08, knee: 1.65, arm: 1.1, elbow: 1.35, lean: 0.48, bob: 0.09, cape: 0.8, skirt: 0.62 };
const CREEP: Gait = { swing: 0.42, knee: 0.7, arm: 0.2, elbow: 0.9, lean: 0.5, bob: 0.02, cape: 0.1, skirt: 0.2 };

function gait(seconds: number, stride: number, g: Gait, backwards = false): Clips[string] {
  return { seconds, frames: 20, loop: true, stride, pose: t => step(backwards ? 1 - t : t, g) };
}

function lowered(pose: Pose, by: number): Pose {
  const [x, y, z] = pose.move?.hips ?? [0, 0, 0];
  const bend = (bone: string, extra: number): Vec3 => {
    const [a, b, c] = pose.turn[bone] ?? [0, 0, 0];
    return [a + extra, b, c];
  };
  return {
    ...pose,
    move: { ...pose.move, hips: [x, y - by, z] },
    turn: {
      ...pose.turn,
      legL: bend('legL', -0.75),
      legR: bend('legR', -0.75),
      shinL: bend('shinL', 1.3),
      shinR: bend('shinR', 1.3),
    },
  };
}

function stand(t: number): Pose {
  const b = sin(t * TAU);
  const w = sin(t * TAU + 1);
  return {
    move: { hips: [0.012 * w, -0.006 + 0.006 * b, 0] },
    turn: {
      hips: [0, 0, 0.02 * w],
      chest: [0.02 + 0.024 * b, 0.03 * w, 0],
      head: [-0.02 - 0.02 * b, 0.12 * sin(t * TAU + 2.2), 0.02 * w],
      ...pair('leg', -0.02, 0.12, 0.05),
      ...pair('shin', 0.05),
      ...pair('arm', 0.04, 0, 0.14 + 0.015 * b),
      ...pair('fore', -0.28),
      cape: [0.06 + 0.03 * b, 0, 0.01 * w],
      capeLow: [0.03 * w, 0, 0],
    },
  };
}

function guard(t: number): Pose {
  const b = sin(t * TAU);
  return {
    move: { hips: [0, -0.045 + 0.008 * b, 0] },
    turn: {
      hips: [0, -0.1, 0],
      chest: [0.12 + 0.02 * b, -0.12, 0],
      head: [-0.08, 0.2, 0],
      legL: [-0.36, 0.15, 0.1],
      shinL: [0.42, 0, 0],
      legR: [0.18, -0.25, -0.12],
      shinR: [0.26, 0, 0],
      armR: [-0.4 + 0.04 * b, 0, -0.3],
      foreR: [-0.85, 0, 0],
      armL: [-0.5, 0, 0.26],
      foreL: [-1.1 + 0.05 * b, -0.3, 0],
      propR: [-0.35, 0, 0],
      cape: [0.12, 0, 0],
      skirtF: [-0.14, 0, 0],
      skirtB: [0.1, 0, 0],
    },
  };
}

function swim(t: number): Pose {
  const p = t * TAU;
  const crawl = (k: number): Vec3 => [-1.6 + 1.5 * sin(p + k), 0, 0];
  const [lx] = crawl(0);
  const [rx] = crawl(Math.PI);
  return {
    move: { hips: [0, 0.34 + 0.03 * sin(2 * p), 0] },
    turn: {
      hips: [1.25, 0.14 * sin(p), 0.1 * sin(p)],
      chest: [-0.1, 0.16 * sin(p), 0],
      head: [-0.75, 0.12 * sin(p), 0],
      legL: [0.1 + 0.32 * sin(2 * p), 0, 0.06],
      legR: [0.1 - 0.32 * sin(2 * p), 0, -0.06],
      ...pair('shin', 0.25),
      armL: [lx - 0.6, 0, 0.35],
      armR: [rx - 0.6, 0, -0.35],
      foreL: [-0.35, 0, 0],
      foreR: [-0.35, 0, 0],
      cape: [0.15, 0, 0.1 * sin(p)],
      skirtB: [0.1, 0, 0],
    },
  };
}

function tread(t: number): Pose {
  const p = t * TAU;
  return {
    move: { hips: [0, 0.05 + 0.05 * sin(p), 0] },
    turn: {
      hips: [0.2, 0, 0],
      chest: [-0.05, 0.06 * sin(p), 0],
      head: [-0.2, 0, 0],
      legL: [-0.5 + 0.4 * sin(p), 0, 0.18],
      legR: [-0.5 - 0.4 * sin(p), 0, -0.18],
      shinL: [0.8 - 0.3 * sin(p), 0, 0],
      shinR: [0.8 + 0.3 * sin(p), 0, 0],
      ...pair('arm', -0.75 + 0.15 * sin(2 * p), 0.3 * cos(2 * p), 0.85),
      ...pair('fore', -0.5, 0.35 * sin(2 * p), 0),
      cape: [0.5, 0, 0],
    },
  };
}

const LEAP: Pose = {
  move: { hips: [0, 0.02, 0] },
  turn: {
    chest: [0.1, 0, 0],
    head: [-0.15, 0, 0],
    legL: [-0.95, 0, 0.08],
    shinL: [1.15, 0, 0],
    legR: [0.25, 0, -0.08],
    shinR: [0.75, 0, 0],
    armL: [-0.9, 0, 0.5],
    armR: [0.5, 0, -0.6],
    ...pair('fore', -0.7),
    cape: [0.4, 0, 0],
    skirtF: [-0.6, 0, 0],
    skirtB: [0.25, 0, 0],
  },
};

function fall(t: number): Pose {
  const b = sin(t * TAU);
  return {
    turn: {
      chest: [0.12, 0, 0],
      head: [0.12, 0, 0],
      legL: [-0.5 + 0.08 * b, 0, 0.16],
      legR: [-0.1 - 0.08 * b, 0, -0.16],
      ...pair('shin', 0.6),
      armL: [-0.3, 0, 1.35 + 0.18 * b],
      armR: [-0.3, 0, -1.35 + 0.18 * b],
      ...pair('fore', -0.6),
      cape: [1.5 + 0.1 * b, 0, 0],
      capeLow: [0.3 * b, 0, 0],
      skirtF: [-0.7, 0, 0],
      skirtB: [0.7, 0, 0],
    },
  };
}

function land(t: number): Pose {
  const k = pulse(0, 0.25, 0.35, 1, t);
  return {
    move: { hips: [0, -0.26 * k, 0] },
    turn: {
      chest: [0.4 * k, 0, 0],
      head: [-0.2 * k, 0, 0],
      ...pair('leg', -0.85 * k - 0.02, 0.1, 0.1),
      ...pair('shin', 1.45 * k + 0.05),
      ...pair('arm', -0.3 * k, 0, 0.2 + 0.5 * k),
      ...pair('fore', -0.3 - 0.4 * k),
      cape: [0.5 * (1 - rise(0, 0.7, t)) + 0.06, 0, 0],
      skirtF: [-0.7 * k, 0, 0],
      skirtB: [0.3 * k, 0, 0],
    },
  };
}

export const LOCOMOTION: Clips = {
  idle: { seconds: 3.2, frames: 20, loop: true, pose: stand },
  guard: { seconds: 2.2, frames: 16, loop: true, pose: guard },
  walk: gait(1.0, 1.9, WALK),
  run: gait(0.64, 3.5, RUN),
  sprint: gait(0.54, 4.1, SPRINT),
  back: gait(0.9, 2.2, { ...WALK, swing: 0.45, lean: -0.08, elbow: 0.6 }, true),
  strafeL: gait(0.7, 3.0, { ...RUN, swing: 0.7, lean: 0.1, bob: 0.05, arm: 0.4, cape: 0.35, aside: 0.95 }),
  strafeR: gait(0.7, 3.0, { ...RUN, swing: 0.7, lean: 0.1, bob: 0.05, arm: 0.4, cape: 0.35, aside: -0.95 }),
  crouch: { seconds: 2.6, frames: 12, loop: true, pose: t => lowered(guard(t), 0.2) },
  creep: { seconds: 1, frames: 16, loop: true, stride: 1.5, pose: t => lowered(step(t, CREEP), 0.2) },
  jump: { seconds: 0.5, frames: 2, loop: true, pose: () => LEAP },
  fall: { seconds: 0.7, frames: 12, loop: true, pose: fall },
  land: { seconds: 0.32, frames: 10, loop: false, pose: land },
  swim: { seconds: 1.3, frames: 20, loop: true, stride: 2.6, pose: swim },
  tread: { seconds: 1.6, frames: 16, loop: true, pose: tread },
};
