// Small arithmetic that several rooms of the core share. f32, angles in radians.

export const PI: f32 = 3.14159265;
export const TURN: f32 = 6.2831853;

@inline
export function clampf(value: f32, low: f32, high: f32): f32 {
  return Mathf.min(Mathf.max(value, low), high);
}

@inline
export function lerpf(from: f32, to: f32, t: f32): f32 {
  return from + (to - from) * t;
}

/** 0 below `low`, 1 above `high`, a smooth S between. */
@inline
export function smooth(low: f32, high: f32, value: f32): f32 {
  const t = clampf((value - low) / (high - low), 0, 1);
  return t * t * (3 - 2 * t);
}

/** The same direction as an angle within -pi..pi. */
export function wrapAngle(angle: f32): f32 {
  return angle - TURN * Mathf.floor(angle / TURN + 0.5);
}

/** The yaw that looks along (dx, dz): 0 north (-z), clockwise. */
@inline
export function yawTo(dx: f32, dz: f32): f32 {
  return Mathf.atan2(dx, -dz);
}

@inline
export function isFinite32(value: f32): bool {
  return value - value == 0;
}
