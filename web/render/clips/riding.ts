// How people sit on a steed: upright at a walk, low over its neck at a gallop, hands at the reins. Out: full-body clips for the people rig.
import { type Clips, type Pose, TAU } from '../skeleton';
import { pair } from './locomotion';

const { sin } = Math;

/** `low`: how far he leans over the neck, 0..1; `beat`: how much the gait shakes him. */
function seat(t: number, low: number, beat: number): Pose {
  const p = t * TAU;
  const b = sin(p);
  return {
    move: { hips: [0, 0.02 * beat * b, 0] },
    turn: {
      hips: [0.05 + 0.42 * low + 0.04 * beat * b, 0, 0],
      chest: [0.04 + 0.36 * low - 0.06 * beat * b, 0.03 * sin(p * 0.5), 0],
      head: [-0.06 - 0.66 * low + 0.03 * beat * b, 0, 0],
      legL: [-0.95 - 0.42 * low, 0.3, 0.62],
      legR: [-0.95 - 0.42 * low, -0.3, -0.62],
      shinL: [1.0 + 0.25 * low, 0, -0.42],
      shinR: [1.0 + 0.25 * low, 0, 0.42],
      ...pair('arm', -0.62 - 0.2 * low + 0.06 * beat * b, 0.25, 0.06),
      ...pair('fore', -0.78 + 0.2 * low + 0.08 * beat * b),
      cape: [0.1 + 0.5 * low + 0.1 * beat * b, 0, 0],
      capeLow: [0.05 - 0.25 * low + 0.14 * sin(p - 0.8) * beat, 0, 0],
      skirtF: [-0.85, 0, 0],
      skirtB: [0.5, 0, 0],
    },
  };
}

export const RIDING: Clips = {
  ride: { seconds: 3, frames: 16, loop: true, pose: t => seat(t, 0, 0.4) },
  trot: { seconds: 0.55, frames: 12, loop: true, pose: t => seat(t, 0.25, 1) },
  gallop: { seconds: 0.48, frames: 14, loop: true, pose: t => seat(t, 0.75, 1.5) },
};
