// How far aimed shots stray, as the core draws them (assembly/stray.ts): what a crosshair shows. In: how a body moves. Out: an angle. Pure.
import { BUTTON_AIM, FLAG_AIRBORNE, RUN_MPS, STRAY_AIMED, STRAY_AIRBORNE_RAD, STRAY_RUNNING_RAD } from '../../../assembly/layout';

/** Half angle in radians of the cone in which a shot falls. `speed`: over ground, m/s. */
export function strayOf(speed: number, flags: number, buttons: number): number {
  const running = Math.min(1, speed / RUN_MPS) * STRAY_RUNNING_RAD;
  const cone = running + (flags & FLAG_AIRBORNE ? STRAY_AIRBORNE_RAD : 0);
  return buttons & BUTTON_AIM ? cone * STRAY_AIMED : cone;
}
