// Angles on the wire, turned the same way on both sides: prediction is exact only when the core gets equal bits here and there.

const YAW_STEPS = 65536;
const PITCH_STEPS = 32767;

/** Radians to the wire's u16 (65536 = a full turn). */
export function yawToWire(yaw: number): number {
  return Math.round((yaw / (2 * Math.PI)) * YAW_STEPS) & 0xffff;
}

/** The wire's u16 to radians in [0, 2 pi). */
export function yawFromWire(wire: number): number {
  return (wire / YAW_STEPS) * 2 * Math.PI;
}

/** Radians in [-pi/2, pi/2] to the wire's i16 (32767 = straight up). */
export function pitchToWire(pitch: number): number {
  return Math.max(-PITCH_STEPS, Math.min(PITCH_STEPS, Math.round((pitch / (Math.PI / 2)) * PITCH_STEPS)));
}

export function pitchFromWire(wire: number): number {
  return (wire / PITCH_STEPS) * (Math.PI / 2);
}
