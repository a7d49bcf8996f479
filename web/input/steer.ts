// From a wish to go somewhere to what an intent can say: a yaw and the move buttons. Pure.
import { BUTTON_BACK, BUTTON_FORWARD, BUTTON_LEFT, BUTTON_RIGHT } from '../../assembly/layout';

/** Move buttons by eighths of a turn, clockwise from straight ahead. */
const EIGHTHS = [
  BUTTON_FORWARD,
  BUTTON_FORWARD | BUTTON_RIGHT,
  BUTTON_RIGHT,
  BUTTON_BACK | BUTTON_RIGHT,
  BUTTON_BACK,
  BUTTON_BACK | BUTTON_LEFT,
  BUTTON_LEFT,
  BUTTON_FORWARD | BUTTON_LEFT,
];
const EIGHTH = Math.PI / 4;

/** How fast keys turn the view. */
export const TURN_RADPS = 2.4;

/** An angle as the same direction in (-pi, pi]. */
export function wrap(angle: number): number {
  const turned = angle % (2 * Math.PI);
  if (turned > Math.PI) return turned - 2 * Math.PI;
  return turned <= -Math.PI ? turned + 2 * Math.PI : turned;
}

/** Turns `from` towards `to` by at most `most` rad. */
export function turn(from: number, to: number, most: number): number {
  const left = wrap(to - from);
  return Math.abs(left) <= most ? to : from + Math.sign(left) * most;
}

/** Yaw from one point to another. */
export function yawTo(fromX: number, fromZ: number, toX: number, toZ: number): number {
  return Math.atan2(toX - fromX, fromZ - toZ);
}

/** Direction of keys held: forward and right in -1..1, turned by `yaw`; null when they cancel out. */
export function keyDirection(forward: number, right: number, yaw: number): number | null {
  return forward || right ? wrap(yaw + Math.atan2(right, forward)) : null;
}

/**
 * Walk towards `go` (rad, null: stand) while facing as near to `face` as eight directions allow.
 * The way is kept exactly and the face gives by at most 22.5 degrees.
 */
export function strafe(go: number | null, face: number): { buttons: number; yaw: number } {
  if (go === null) return { buttons: 0, yaw: face };
  const eighth = Math.round(wrap(go - face) / EIGHTH);
  return { buttons: EIGHTHS[(eighth + 8) % 8], yaw: wrap(go - eighth * EIGHTH) };
}
