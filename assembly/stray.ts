// Where an aimed shot goes: straight from who stands, within a cone from who runs, a wider one from who is in the air; who takes aim strays less. The
// crosshair shows the same cone by the same figures (src/shared/rules/stray.ts).
import * as L from './layout';
import { flags, intentButtons, pitch, velX, velZ, yaw } from './memory';
import { PI } from './numbers';
import { random } from './random';
import { isPlayer } from './world';

/** Unit direction of the last shot. */
export let shotX: f32 = 0;
export let shotY: f32 = 0;
export let shotZ: f32 = 0;

/** Half angle of the cone in radians. */
function coneOf(slot: i32): f32 {
  const vx = velX[slot];
  const vz = velZ[slot];
  const pace = Mathf.min(1, Mathf.sqrt(vx * vx + vz * vz) / <f32>L.RUN_MPS);
  let cone = pace * <f32>L.STRAY_RUNNING_RAD;
  if (flags[slot] & L.FLAG_AIRBORNE) cone += <f32>L.STRAY_AIRBORNE_RAD;
  return intentButtons[slot] & L.BUTTON_AIM ? cone * <f32>L.STRAY_AIMED : cone;
}

/** Draws the direction of a shot, each part of the cone as likely as any other. */
export function drawShot(slot: i32): void {
  let turned = yaw[slot];
  let tilted = isPlayer(slot) ? pitch[slot] : 0;
  const cone = isPlayer(slot) ? coneOf(slot) : 0;
  if (cone > 0) {
    const off = cone * Mathf.sqrt(random());
    const round = random() * 2 * PI;
    tilted += off * Mathf.sin(round);
    turned += off * Mathf.cos(round) / Mathf.max(0.2, Mathf.cos(tilted));
  }
  const flat = Mathf.cos(tilted);
  shotX = Mathf.sin(turned) * flat;
  shotY = Mathf.sin(tilted);
  shotZ = -Mathf.cos(turned) * flat;
}
