// What flies: arrows, embers, spittle. With a target a projectile seeks it; without one it follows its shooter's aim and falls by its drop.
// Solids and ground stop it; the first foe on its way is struck. A dense list, the last one fills a gap.
import * as L from './layout';
import { bodyId, height, posX, posY, posZ, PROJECTILE_BYTES, PROJECTILES, radius } from './memory';
import { cylinderEntry, EYES } from './aim';
import { Ability, abilityWith } from './content';
import { strike } from './damage';
import { found, nearby } from './grid';
import { phases, tell } from './outcomes';
import { canBeStruck } from './relations';
import { rayLength } from './sight';
import { drawShot, shotX, shotY, shotZ } from './stray';
import { head, isDead } from './world';
import { slotOf } from './ids';

@unmanaged @final
class Projectile {
  number: u32;
  owner: u32;
  target: u32; // 0: aimed
  ability: u16; talent: u16;
  ticksLeft: i32;
  x: f32; y: f32; z: f32;
  vx: f32; vy: f32; vz: f32; // m/s
}

const CHEST: f32 = 0.6;
/** Flies a little beyond its range, so that a fleeing target is still reached. */
const OVERRUN: f32 = 1.3;
/** Half the width of what flies. */
const WIDTH_M: f32 = 0.12;
const TICK_S: f32 = 1.0 / <f32>L.TICKS_PER_SECOND;

@inline
function at(i: i32): Projectile {
  return changetype<Projectile>(PROJECTILES + <usize>i * PROJECTILE_BYTES);
}

/** Sends off an ability's projectile: at a body, or (-1) along the shooter's aim. When the air is full, nothing flies. */
export function launch(slot: i32, ability: Ability, target: i32): void {
  if (head.projectilesUsed >= L.MAX_PROJECTILES || ability.speed <= 0) return;
  const p = at(head.projectilesUsed++);
  head.projectileSerial = (head.projectileSerial + 1) & 0xffff;
  // With the region's number: neighbours tell of each other's projectiles.
  p.number = (head.idRegion << 16) | head.projectileSerial;
  p.owner = bodyId[slot];
  p.target = target >= 0 ? bodyId[target] : 0;
  p.ability = ability.id;
  p.talent = ability.talent;
  p.ticksLeft = <i32>(ability.range * OVERRUN / ability.speed * <f32>L.TICKS_PER_SECOND) + 1;
  p.x = posX[slot];
  p.y = posY[slot] + height[slot] * (target >= 0 ? CHEST : EYES);
  p.z = posZ[slot];
  if (target >= 0) {
    steer(p, target, ability.speed);
  } else {
    drawShot(slot);
    p.vx = shotX * ability.speed;
    p.vy = shotY * ability.speed;
    p.vz = shotZ * ability.speed;
  }
  const o = tell(L.OUT_PROJECTILE, p.owner, p.number, p.ability, <i32>(ability.speed * 100));
  o.x = p.x;
  o.y = p.y;
  o.z = p.z;
  o.x2 = p.vx;
  o.y2 = p.vy;
  o.z2 = p.vz;
}

function steer(p: Projectile, target: i32, speed: f32): void {
  const dx = posX[target] - p.x;
  const dy = posY[target] + height[target] * CHEST - p.y;
  const dz = posZ[target] - p.z;
  const scale = speed / Mathf.max(Mathf.sqrt(dx * dx + dy * dy + dz * dz), 0.01);
  p.vx = dx * scale;
  p.vy = dy * scale;
  p.vz = dz * scale;
}

export function stepProjectiles(): void {
  phases[L.PHASE_PROJECTILES] = <f32>head.projectilesUsed;
  for (let i = 0; i < head.projectilesUsed; ) {
    if (fly(at(i))) {
      i++;
      continue;
    }
    head.projectilesUsed--;
    memory.copy(changetype<usize>(at(i)), changetype<usize>(at(head.projectilesUsed)), PROJECTILE_BYTES);
  }
}

/** One tick of flight; false when it ended. */
function fly(p: Projectile): bool {
  const ability = abilityWith(p.ability, p.talent)!;
  const owner = slotOf(p.owner);
  const target = p.target ? slotOf(p.target) : -1;
  if (owner < 0 || --p.ticksLeft < 0) return land(p, -1);
  // A target that fell or left: it flies on as it was.
  if (target >= 0 && !isDead(target)) steer(p, target, ability.speed);
  else p.vy -= ability.drop * TICK_S;
  const speed = Mathf.sqrt(p.vx * p.vx + p.vy * p.vy + p.vz * p.vz);
  const dx = p.vx / speed;
  const dy = p.vy / speed;
  const dz = p.vz / speed;
  const step = speed * TICK_S;
  let reach = rayLength(p.x, p.y, p.z, dx, dy, dz, step);
  const isStopped = reach < step - 0.001;
  const victim = firstMet(p, owner, target, dx, dy, dz, reach);
  if (victim >= 0) reach = metAt;
  p.x += dx * reach;
  p.y += dy * reach;
  p.z += dz * reach;
  if (victim >= 0) {
    land(p, victim);
    strike(owner, victim, ability, 0);
    return false;
  }
  return isStopped ? land(p, -1) : true;
}

/** Where firstMet found somebody, in metres along the way. */
let metAt: f32 = 0;

/** The first foe on the way of this tick, or -1. A seeking projectile meets its target alone. */
function firstMet(p: Projectile, owner: i32, target: i32, dx: f32, dy: f32, dz: f32, reach: f32): i32 {
  let met = -1;
  metAt = reach;
  const half = reach * 0.5;
  const n = nearby(p.x + dx * half, p.z + dz * half, half + 3, 0);
  for (let i = 0; i < n; i++) {
    const other = <i32>found[i];
    if ((target >= 0 && other != target) || !canBeStruck(owner, other)) continue;
    const entry = cylinderEntry(p.x, p.y, p.z, dx, dy, dz, posX[other], posY[other], posZ[other], radius[other] + WIDTH_M, height[other]);
    if (entry < 0 || entry > metAt) continue;
    metAt = entry;
    met = other;
  }
  return met;
}

/** It ends here; returns false, as fly() does. */
function land(p: Projectile, hit: i32): bool {
  const o = tell(L.OUT_PROJECTILE_END, hit >= 0 ? bodyId[hit] : 0, p.number, p.ability, 0);
  o.x = p.x;
  o.y = p.y;
  o.z = p.z;
  return false;
}
