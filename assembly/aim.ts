// Shots that hit at once: a ray from the shooter's eyes, tested against everybody as the shooter saw them (history.ts), decided here alone.
import * as L from './layout';
import { bodyId, height, posX, posY, posZ, radius } from './memory';
import { Ability } from './content';
import { strike } from './damage';
import { found, nearby } from './grid';
import { lookBack, rewind, rewoundTicks, thenX, thenY, thenZ } from './history';
import { tell } from './outcomes';
import { canBeStruck } from './relations';
import { rayLength } from './sight';
import { drawShot, shotX, shotY, shotZ } from './stray';

/** Eyes are at this share of a body's height; above HEAD_FROM the head begins, on bodies tall enough to have one up there. */
export const EYES: f32 = 0.925;
const HEAD_FROM: f32 = 0.82;
const TALL_M: f32 = 1.2;
/** Shots are a little kinder than bodies are wide. */
const KINDNESS_M: f32 = 0.06;

/** Where a ray enters a standing cylinder, in metres along its unit direction; -1: it passes by. */
export function cylinderEntry(
  ox: f32, oy: f32, oz: f32, dx: f32, dy: f32, dz: f32, x: f32, y: f32, z: f32, wide: f32, tall: f32,
): f32 {
  const px = ox - x;
  const pz = oz - z;
  const a = dx * dx + dz * dz;
  const c = px * px + pz * pz - wide * wide;
  let near: f32 = 0;
  let far: f32 = 1e6;
  if (a < 1e-8) {
    if (c > 0) return -1;
  } else {
    const b = px * dx + pz * dz;
    const root = b * b - a * c;
    if (root < 0) return -1;
    const s = Mathf.sqrt(root);
    near = (-b - s) / a;
    far = (-b + s) / a;
  }
  if (Mathf.abs(dy) < 1e-6) {
    if (oy < y || oy > y + tall) return -1;
  } else {
    const low = (y - oy) / dy;
    const high = (y + tall - oy) / dy;
    near = Mathf.max(near, Mathf.min(low, high));
    far = Mathf.min(far, Mathf.max(low, high));
  }
  if (far < near || far < 0) return -1;
  return Mathf.max(near, 0);
}

/** Fires along the shooter's aim: tells where the shot ended, and strikes whom it met first. */
export function fireRay(slot: i32, ability: Ability): void {
  const ox = posX[slot];
  const oy = posY[slot] + height[slot] * EYES;
  const oz = posZ[slot];
  drawShot(slot);
  const dx = shotX;
  const dy = shotY;
  const dz = shotZ;
  let reach = rayLength(ox, oy, oz, dx, dy, dz, ability.range);
  lookBack(slot);
  let victim = -1;
  let isHead = false;
  // Whoever could be on the line is near its middle.
  const half = reach * 0.5;
  const n = nearby(ox + dx * half, oz + dz * half, half + 4, 0);
  for (let i = 0; i < n; i++) {
    const other = <i32>found[i];
    if (!canBeStruck(slot, other)) continue;
    rewind(other);
    const entry = cylinderEntry(ox, oy, oz, dx, dy, dz, thenX, thenY, thenZ, radius[other] + KINDNESS_M, height[other]);
    if (entry < 0 || entry > reach) continue;
    reach = entry;
    victim = other;
    isHead = height[other] > TALL_M && oy + dy * entry > thenY + height[other] * HEAD_FROM;
  }
  const o = tell(L.OUT_USED, bodyId[slot], victim >= 0 ? bodyId[victim] : 0, ability.id, 0);
  o.x = ox;
  o.y = oy;
  o.z = oz;
  o.x2 = ox + dx * reach;
  o.y2 = oy + dy * reach;
  o.z2 = oz + dz * reach;
  if (victim >= 0) strike(slot, victim, ability, (isHead ? L.HIT_HEAD : 0) | (rewoundTicks << L.HIT_REWIND_SHIFT));
}
