// How a blow shakes the eye: strength adds up, dies away fast, and moves the picture by its square, so that small blows are hardly felt and
// a hail of them does not blind. In: strengths 0..1 and the frame's time. Out: small angles and offsets. Nothing where motion is spared.

/** Of a full shake: how far the eye turns (rad) and how far it is moved (metres). */
const TURN_RAD = 0.022;
const SHIFT_M = 0.05;
const CALMS_PER_S = 2.6;
/** Oscillations per second; three that share no beat. */
const PACE = [17, 23, 29] as const;

export class Jolt {
  yaw = 0;
  pitch = 0;
  lift_m = 0;
  private strength = 0;
  private age_s = 0;

  /** `strength` 0..1: 0.25 is a light blow, 1 a giant's. */
  add(strength: number): void {
    this.strength = Math.min(1, this.strength + Math.max(0, strength));
  }

  /** Whether the eye still shakes. */
  get stirred(): boolean {
    return this.strength > 0;
  }

  /** `gain`: how much of it the player wants, 1 all, 0 nothing. */
  frame(dt_s: number, gain: number): void {
    if (gain === 0) this.strength = 0;
    if (this.strength === 0) {
      this.yaw = this.pitch = this.lift_m = 0;
      return;
    }
    this.age_s += dt_s;
    this.strength = Math.max(0, this.strength - dt_s * CALMS_PER_S);
    const much = this.strength * this.strength * gain;
    const wave = (pace: number) => Math.sin(this.age_s * pace * Math.PI * 2);
    this.yaw = wave(PACE[0]) * much * TURN_RAD;
    this.pitch = wave(PACE[1]) * much * TURN_RAD;
    this.lift_m = wave(PACE[2]) * much * SHIFT_M;
  }
}

/** How hard a blow is felt by who took it: by what it cost of the whole health, and what kind of blow it was. */
export function joltOfTaken(damage: number, health: number, heavy: boolean): number {
  if (damage <= 0 || health <= 0) return 0;
  return Math.min(0.9, 0.22 + (damage / health) * 2.4 + (heavy ? 0.15 : 0));
}

/** How hard it is felt by who dealt it: only the great ones are. */
export function joltOfDealt(kill: boolean, heavy: boolean): number {
  return kill ? 0.42 : heavy ? 0.36 : 0;
}
