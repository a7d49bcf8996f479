// How four-legged bodies move: walk, run or bound, graze, bite, claw, flinch, fall. Out: clips by temper, for any quadruped rig.
import type { Vec3 } from '../modeller';
import { type Clips, keys, type Pose, pulse, rise, TAU } from '../skeleton';

const { abs, cos, max, sin } = Math;

/** How a kind carries itself. */
export interface Temper {
  walkStride: number;
  runStride: number;
  swing: number;
  /** Head lowered while it walks and runs, rad. */
  low: number;
  /** Grazes when idle: how far the neck bends down, rad; 0 stays alert. */
  graze: number;
  tailUp: number;
  /** Both front and both hind legs together: hares and fleeing deer. */
  bound: boolean;
  /** Fights with its head down and tosses it up. */
  gores: boolean;
  /** Height of the hips, for falling over. */
  tall: number;
}

function leg(letter: string, phase: number, swing: number, knee: number): Record<string, Vec3> {
  const p = phase * TAU;
  return { [`${letter}1`]: [-swing * sin(p), 0, 0], [`${letter}2`]: [knee * max(0, cos(p)), 0, 0] };
}

function walk(t: number, k: Temper): Pose {
  const p = t * TAU;
  return {
    move: { body: [0, 0.012 * cos(2 * p), 0] },
    turn: {
      body: [0.02 * sin(2 * p), 0.03 * sin(p), 0.04 * sin(p)],
      ...leg('bl', t, k.swing, 0.7),
      ...leg('fl', t + 0.25, k.swing, 0.7),
      ...leg('br', t + 0.5, k.swing, 0.7),
      ...leg('fr', t + 0.75, k.swing, 0.7),
      neck: [k.low * 0.6 + 0.05 * sin(2 * p), 0.05 * sin(p), 0],
      head: [-k.low * 0.4 + 0.05 * sin(2 * p + 0.6), 0, 0],
      tail: [-k.tailUp * 0.5, 0.25 * sin(p), 0],
      tailTip: [0.1, 0.3 * sin(p - 0.8), 0],
    },
  };
}

function run(t: number, k: Temper): Pose {
  const p = t * TAU;
  const apart = k.bound ? 0.05 : 0.12;
  const reach = k.swing * (k.bound ? 2 : 1.75);
  const leap = sin(p + 0.6);
  return {
    move: { body: [0, 0.07 * (k.bound ? 2 : 1) * max(0, leap), 0] },
    turn: {
      body: [0.13 * (k.bound ? 1.6 : 1) * sin(p - 0.5), 0, 0],
      ...leg('bl', t, reach, 1.15),
      ...leg('br', t + apart, reach, 1.15),
      ...leg('fl', t + 0.5, reach, 1.15),
      ...leg('fr', t + 0.5 + apart, reach, 1.15),
      neck: [k.low * 0.9 - 0.12 * sin(p), 0, 0],
      head: [-k.low * 0.7 + 0.1 * sin(p), 0, 0],
      tail: [-0.35 - k.tailUp * 0.3 + 0.2 * sin(p), 0.05 * sin(p), 0],
      tailTip: [0.25 * sin(p - 0.8), 0, 0],
      earL: [-0.5, 0, 0],
      earR: [-0.5, 0, 0],
    },
  };
}

function idle(t: number, k: Temper): Pose {
  const b = sin(t * TAU * 2);
  const down = k.graze * pulse(0.3, 0.42, 0.78, 0.9, t);
  const chew = down > 0.1 ? sin(t * TAU * 10) * 0.06 : 0;
  const look =
    (1 - down / (k.graze || 1)) *
    (keys(t, [0, 0], [0.08, 0.5], [0.2, 0.45], [0.3, 0], [1, 0]) - pulse(0.5, 0.56, 0.66, 0.72, t) * (k.graze ? 0 : 0.5));
  return {
    move: { body: [0, 0.006 * b, 0] },
    turn: {
      body: [0.01 * b, 0, 0],
      fl1: [-0.03, 0, 0.02],
      fr1: [0.05, 0, -0.02],
      neck: [down * 0.75 + 0.02 * b, look * 0.5, 0],
      head: [down * 0.25 + chew, look * 0.5, 0.06 * look],
      jaw: [abs(chew) * 2 + 0.02, 0, 0],
      tail: [-k.tailUp * 0.2, 0.16 * sin(t * TAU * 2 + 1), 0],
      tailTip: [0, 0.25 * sin(t * TAU * 2), 0],
      earL: [0, 0.3 * pulse(0.1, 0.13, 0.15, 0.18, t), 0],
      earR: [0, -0.4 * pulse(0.6, 0.63, 0.65, 0.68, t), 0],
    },
  };
}

/** Gather, leap at the foe with open jaws, snap, come back. */
function bite(t: number, k: Temper): Pose {
  const gather = pulse(0, 0.25, 0.3, 0.42, t);
  const leap = pulse(0.28, 0.45, 0.55, 1, t);
  const open = pulse(0.15, 0.38, 0.44, 0.5, t);
  const toss = k.gores ? pulse(0.38, 0.52, 0.6, 1, t) : 0;
  return {
    move: { body: [0, -0.07 * gather + 0.1 * leap, -0.12 * gather + 0.3 * leap] },
    turn: {
      body: [0.12 * gather - 0.22 * leap - 0.1 * toss, 0, 0],
      fl1: [0.4 * gather - 0.7 * leap, 0, 0],
      fr1: [0.4 * gather - 0.55 * leap, 0, 0],
      fl2: [0.5 * leap, 0, 0],
      fr2: [0.6 * leap, 0, 0],
      bl1: [-0.4 * gather + 0.5 * leap, 0, 0],
      br1: [-0.4 * gather + 0.5 * leap, 0, 0],
      bl2: [0.5 * gather, 0, 0],
      br2: [0.5 * gather, 0, 0],
      neck: [(k.gores ? 0.55 : -0.15) * gather + (k.gores ? 0.4 : 0.25) * leap - 1.0 * toss, 0, 0],
      head: [0.1 * gather - 0.25 * open - 0.3 * toss, 0, 0],
      jaw: [0.75 * open, 0, 0],
      tail: [-0.3 * leap, 0, 0],
      earL: [-0.6 * (gather + leap), 0, 0],
      earR: [-0.6 * (gather + leap), 0, 0],
    },
  };
}

/** Rears and rakes with both paws. */
function claw(t: number): Pose {
  const up = pulse(0, 0.32, 0.55, 1, t);
  const rake = pulse(0.36, 0.5, 0.6, 0.9, t);
  return {
    move: { body: [0, 0.12 * up, 0.12 * up] },
    turn: {
      body: [-0.55 * up, 0, 0],
      bl1: [0.5 * up, 0, 0],
      br1: [0.5 * up, 0, 0],
      fl1: [-0.9 * up + 1.1 * rake, 0, 0],
      fr1: [-1.2 * up + 1.3 * rake, 0, 0],
      fl2: [0.7 * up - 0.5 * rake, 0, 0],
      fr2: [0.7 * up - 0.5 * rake, 0, 0],
      neck: [0.4 * up, 0.2 * rake, 0],
      jaw: [0.5 * up, 0, 0],
      tail: [0.4 * up, 0, 0],
    },
  };
}

function hurt(t: number): Pose {
  const k = pulse(0, 0.2, 0.3, 1, t);
  return {
    move: { body: [0, -0.03 * k, -0.1 * k] },
    turn: {
      body: [-0.1 * k, 0.12 * k, 0.1 * k],
      neck: [-0.3 * k, 0.5 * k, 0],
      head: [0, 0.2 * k, 0.2 * k],
      jaw: [0.4 * k, 0, 0],
      tail: [0.6 * k, 0, 0],
      earL: [-0.8 * k, 0, 0],
      earR: [-0.8 * k, 0, 0],
    },
  };
}

function die(t: number, k: Temper): Pose {
  const sag = rise(0, 0.4, t);
  const roll = rise(0.25, 0.75, t);
  const stiff = rise(0.4, 0.9, t);
  return {
    move: { body: [0.25 * k.tall * roll, -k.tall * (0.25 * sag + 0.48 * roll), 0] },
    turn: {
      body: [0.1 * sag * (1 - roll), 0, -1.48 * roll],
      fl1: [-0.5 * sag + 0.1 * stiff, 0, 0],
      fr1: [-0.3 * sag - 0.2 * stiff, 0, 0.25 * stiff],
      bl1: [0.4 * sag, 0, 0],
      br1: [0.2 * sag + 0.3 * stiff, 0, 0.25 * stiff],
      fl2: [0.8 * sag - 0.4 * stiff, 0, 0],
      fr2: [0.9 * sag - 0.5 * stiff, 0, 0],
      bl2: [0.7 * sag - 0.4 * stiff, 0, 0],
      br2: [0.7 * sag - 0.4 * stiff, 0, 0],
      neck: [0.3 * sag, 0, -0.25 * roll],
      head: [0.2 * sag, 0, -0.15 * roll],
      jaw: [0.35 * roll, 0, 0],
      tail: [0.5 * roll, 0, 0],
      earL: [-0.7 * sag, 0, 0],
      earR: [-0.7 * sag, 0, 0],
    },
  };
}

function stun(t: number): Pose {
  const p = t * TAU;
  return {
    turn: {
      body: [0, 0.05 * sin(p), 0.1 * sin(p)],
      neck: [0.45, 0.25 * sin(p + 0.8), 0],
      head: [0.15, 0, 0.35 * sin(p)],
      fl1: [-0.15, 0, 0.12],
      fr1: [-0.15, 0, -0.12],
      earL: [-0.6, 0, 0],
      earR: [-0.6, 0, 0],
      jaw: [0.25, 0, 0],
    },
  };
}

export function quadrupedClips(k: Temper): Clips {
  return {
    idle: { seconds: k.graze ? 7 : 4.5, frames: 40, loop: true, pose: t => idle(t, k) },
    walk: {
      seconds: 1,
      frames: 18,
      loop: true,
      stride: k.walkStride,
      pose: t => (k.bound && k.tall < 0.5 ? run(t, { ...k, swing: k.swing * 0.55 }) : walk(t, k)),
    },
    run: { seconds: 0.5, frames: 18, loop: true, stride: k.runStride, pose: t => run(t, k) },
    attack: { seconds: 0.7, frames: 20, loop: false, upper: true, pose: t => bite(t, k) },
    attack2: { seconds: 0.8, frames: 20, loop: false, upper: true, pose: t => (k.gores ? bite(t, k) : claw(t)) },
    hurt: { seconds: 0.4, frames: 10, loop: false, upper: true, pose: hurt },
    die: { seconds: 0.9, frames: 20, loop: false, pose: t => die(t, k) },
    stun: { seconds: 1.4, frames: 16, loop: true, pose: stun },
  };
}
