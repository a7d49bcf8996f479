// Hands that reach for a point and props that keep a direction, whatever the rest of the pose does. In: a pose and a goal. Out: the pose, amended.
// Reaching is two-bone inverse kinematics by the law of cosines.
import { skin } from '../bake';
import type { Vec3 } from '../modeller';
import { boneIndex, PEOPLE_RIG, type Pose, type Rig } from '../skeleton';

type Turn3 = readonly [Vec3, Vec3, Vec3]; // rows of a rotation

const sub = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const add = (a: Vec3, b: Vec3, k = 1): Vec3 => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];
const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vec3, b: Vec3): Vec3 => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const unit = (a: Vec3): Vec3 => {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
};
const apply = (m: Turn3, v: Vec3): Vec3 => [dot(m[0], v), dot(m[1], v), dot(m[2], v)];
const column = (m: Turn3, i: 0 | 1 | 2): Vec3 => [m[0][i], m[1][i], m[2][i]];
/** Inverse of a rotation. */
const undo = (m: Turn3): Turn3 => [column(m, 0), column(m, 1), column(m, 2)];
const times = (a: Turn3, b: Turn3): Turn3 => {
  const row = (r: Vec3): Vec3 => [dot(r, column(b, 0)), dot(r, column(b, 1)), dot(r, column(b, 2))];
  return [row(a[0]), row(a[1]), row(a[2])];
};

/** Angles of a rotation in the order y, x, z. */
function angles(m: Turn3): Vec3 {
  const x = Math.asin(-Math.max(-1, Math.min(1, m[1][2])));
  if (Math.abs(m[1][2]) > 0.99999) return [x, Math.atan2(-m[2][0], m[0][0]), 0];
  return [x, Math.atan2(m[0][2], m[2][2]), Math.atan2(m[1][0], m[1][1])];
}

/** The smallest rotation from one direction to another. */
function between(from: Vec3, to: Vec3): Turn3 {
  const a = unit(from);
  const b = unit(to);
  const [x, y, z] = cross(a, b);
  const c = dot(a, b);
  const k = 1 / (1 + Math.max(-0.9999, c));
  return [
    [c + x * x * k, x * y * k - z, x * z * k + y],
    [y * x * k + z, c + y * y * k, y * z * k - x],
    [z * x * k - y, z * y * k + x, c + z * z * k],
  ];
}

function rotation(matrix: ArrayLike<number>): Turn3 {
  const row = (r: number): Vec3 => [matrix[r * 4], matrix[r * 4 + 1], matrix[r * 4 + 2]];
  return [row(0), row(1), row(2)];
}

function carried(matrix: ArrayLike<number>, point: Vec3): Vec3 {
  return add(apply(rotation(matrix), point), [matrix[3], matrix[7], matrix[11]]);
}

/** Turns a bone so that its rest forward (+z) and up (+y) point along `forward` and `up` of the model. */
export function hold(pose: Pose, bone: string, forward: Vec3, up: Vec3 = [0, 1, 0], rig: Rig = PEOPLE_RIG): Pose {
  const free = { ...pose, turn: { ...pose.turn, [bone]: [0, 0, 0] as Vec3 } };
  const carrier = rotation(skin(rig, free)[boneIndex(rig, bone)]);
  const ahead = unit(forward);
  const side = unit(cross(up, ahead));
  const over = cross(ahead, side);
  const goal: Turn3 = [
    [side[0], over[0], ahead[0]],
    [side[1], over[1], ahead[1]],
    [side[2], over[2], ahead[2]],
  ];
  return { ...pose, turn: { ...pose.turn, [bone]: angles(times(undo(carrier), goal)) } };
}

/** Brings a hand to `target` (model space, metres); the elbow bends towards `elbow` (a direction). */
export function reach(pose: Pose, side: 'L' | 'R', target: Vec3, elbow: Vec3): Pose {
  const [arm, fore, prop] = [`arm${side}`, `fore${side}`, `prop${side}`];
  const { bones } = PEOPLE_RIG;
  const pivot = (name: string) => bones[boneIndex(PEOPLE_RIG, name)].pivot;
  const chest = skin(PEOPLE_RIG, pose)[boneIndex(PEOPLE_RIG, 'chest')];
  const upperRest = sub(pivot(fore), pivot(arm));
  const lowerRest = sub(pivot(prop), pivot(fore));
  const upper = Math.hypot(...upperRest);
  const lower = Math.hypot(...lowerRest);
  const shoulder = carried(chest, pivot(arm));
  const way = sub(target, shoulder);
  const distance = Math.min(Math.hypot(...way), (upper + lower) * 0.995);
  const ahead = unit(way);
  const along = (upper * upper - lower * lower + distance * distance) / (2 * distance);
  const out = Math.sqrt(Math.max(0, upper * upper - along * along));
  const bend = unit(add(elbow, ahead, -dot(elbow, ahead)));
  const joint = add(add(shoulder, ahead, along), bend, out);
  const hand = add(shoulder, ahead, distance);
  const toChest = undo(rotation(chest));
  const armTurn = between(upperRest, apply(toChest, sub(joint, shoulder)));
  const foreTurn = between(lowerRest, apply(undo(armTurn), apply(toChest, sub(hand, joint))));
  return { ...pose, turn: { ...pose.turn, [arm]: angles(armTurn), [fore]: angles(foreTurn) } };
}
