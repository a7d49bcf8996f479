// Skeletons: bones with pivots in a rest pose, poses that turn them, and clips that move poses through time.
// Model space: metres, feet at y 0, forward +z, left +x. Every vertex hangs on exactly one bone.
import type { Vec3 } from './modeller';

export interface Bone {
  name: string;
  parent: number; // index, -1 for the root; parents come first
  pivot: Vec3;
}

export interface Rig {
  name: string;
  bones: readonly Bone[];
  /** Bones from this one on follow an upper-body clip; the ones before always follow the legs. */
  upper: number;
}

/** Turns in radians (x nods, y twists, z leans), moves in metres, sizes as factors; bones not named rest. */
export interface Pose {
  turn: Record<string, Vec3>;
  move?: Record<string, Vec3>;
  size?: Record<string, number>;
}

export interface Clip {
  seconds: number;
  frames: number;
  loop: boolean;
  /** Played over the legs of another clip; the hips of its poses stay at rest. */
  upper?: boolean;
  /** Metres walked in one round, for clips whose speed follows the feet. */
  stride?: number;
  /** The pose at 0..1 of the clip. */
  pose(t: number): Pose;
}

export type Clips = Record<string, Clip>;

export function rigOf(name: string, upper: number, bones: readonly [name: string, parent: string, pivot: Vec3][]): Rig {
  const names = bones.map(b => b[0]);
  return { name, upper, bones: bones.map(([bone, parent, pivot]) => ({ name: bone, parent: names.indexOf(parent), pivot })) };
}

export function boneIndex(rig: Rig, name: string): number {
  const index = rig.bones.findIndex(b => b.name === name);
  if (index < 0) throw new Error(`${rig.name} has no bone ${name}`);
  return index;
}

/** Men, women, children and everything else on two legs. */
export const PEOPLE_RIG = rigOf('people', 7, [
  ['hips', '', [0, 0.86, 0]],
  ['legL', 'hips', [0.1, 0.83, 0]],
  ['shinL', 'legL', [0.112, 0.45, 0.01]],
  ['legR', 'hips', [-0.1, 0.83, 0]],
  ['shinR', 'legR', [-0.112, 0.45, 0.01]],
  ['skirtF', 'hips', [0, 0.92, 0.06]],
  ['skirtB', 'hips', [0, 0.92, -0.06]],
  ['chest', 'hips', [0, 0.98, 0]],
  ['head', 'chest', [0, 1.35, 0]],
  ['armL', 'chest', [0.225, 1.275, 0]],
  ['foreL', 'armL', [0.29, 1.04, 0]],
  ['armR', 'chest', [-0.225, 1.275, 0]],
  ['foreR', 'armR', [-0.29, 1.04, 0]],
  ['propR', 'foreR', [-0.325, 0.77, 0.03]],
  ['propL', 'foreL', [0.325, 0.77, 0.03]],
  ['nock', 'propL', [0.325, 0.77, 0.0]],
  ['cape', 'chest', [0, 1.3, -0.13]],
  ['capeLow', 'cape', [0, 0.85, -0.2]],
]);

// ---- curves for clips ----

export const TAU = Math.PI * 2;

/** Smooth 0..1 as x goes from a to b. */
export function rise(a: number, b: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - a) / (b - a)));
  return t * t * (3 - 2 * t);
}

/** Up between a and b, down between c and d. */
export function pulse(a: number, b: number, c: number, d: number, x: number): number {
  return rise(a, b, x) - rise(c, d, x);
}

/** Where several key values stand at time t: [time, value] pairs in order, smooth between. */
export function keys(t: number, ...stops: readonly (readonly [number, number])[]): number {
  let before = stops[0];
  for (const stop of stops) {
    if (t <= stop[0]) {
      const span = stop[0] - before[0];
      return span > 0 ? before[1] + (stop[1] - before[1]) * rise(before[0], stop[0], t) : stop[1];
    }
    before = stop;
  }
  return before[1];
}
