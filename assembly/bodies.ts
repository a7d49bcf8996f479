// Bodies as the host handles them: spawn, place, equip, heal. Everything that comes from outside is checked here.
import * as L from './layout';
import {
  aim, armor, arms, bodyClass, bodyId, bodyKind, bowHigh, bowLow, effectSpeed, gunHigh, gunLow, haste, height, hp, hpMax, flags, homePlace, homeRadius,
  homeX, homeYaw, homeZ, goalX, goalZ, meleeHigh, meleeLow, might, placedTick, posX, posY, posZ, power, powerMax, radius, respawnTicks, routeBack,
  routeIndex, routePoint, spirit, team, velX, velY, velZ, WALKERS, wishX, wishZ, yaw, detourUntil, intentYaw, level,
} from './memory';
import { clearSlot, freeSlot, head, isPlayer, takeSlot } from './world';
import { withinX, withinZ } from './edges';
import { newId, slotOf } from './ids';
import { count, kindOf, ROUTES } from './content';
import { clampf, wrapAngle, isFinite32 } from './numbers';
import { supportAt, Walker } from './move';
import { spoilGrid } from './grid';

/** A villager who fell is back after a minute: the village goes on. */
const VILLAGER_RETURNS_TICKS: u32 = 1200;
/** How high above the ground "on top of everything" is looked for. */
const SKY: f32 = 4000;

/** Puts a body somewhere, at rest; NaN and places outside the margin or the world are pulled in. `y` NaN: on the ground. */
export function place(slot: i32, x: f32, y: f32, z: f32, facing: f32): void {
  posX[slot] = withinX(isFinite32(x) ? x : head.originX);
  posZ[slot] = withinZ(isFinite32(z) ? z : head.originZ);
  const standing = isFinite32(y) ? supportAt(posX[slot], posZ[slot], y) : groundOrWater(posX[slot], posZ[slot]);
  posY[slot] = isFinite32(y) ? clampf(y, standing, SKY) : standing;
  yaw[slot] = isFinite32(facing) ? wrapAngle(facing) : 0;
  intentYaw[slot] = yaw[slot];
  velX[slot] = 0;
  velY[slot] = 0;
  velZ[slot] = 0;
  wishX[slot] = 0;
  wishZ[slot] = 0;
  flags[slot] = flags[slot] & ~<u32>(L.FLAG_AIRBORNE | L.FLAG_SWIMMING);
  if (posY[slot] > standing + 0.1) flags[slot] |= L.FLAG_AIRBORNE;
  placedTick[slot] = head.tick + 1;
  detourUntil[slot] = 0;
  spoilGrid();
}

/** The ground (or a low deck on it), at the water's surface where it is deep. */
function groundOrWater(x: f32, z: f32): f32 {
  return Mathf.max(supportAt(x, z, supportAt(x, z, -SKY) + 1), <f32>L.WATER_LEVEL_M - <f32>L.SWIM_DEPTH_M);
}

/** A new body; returns its id, or 0 when there is no room or the kind is unknown. */
export function spawn(cls: i32, kind: i32, side: i32, rank: i32, x: f32, z: f32, facing: f32): u32 {
  if (cls < L.CLASS_PLAYER || cls > L.CLASS_VILLAGER) return 0;
  const k = kindOf(kind);
  if (cls != L.CLASS_PLAYER && kind != 0 && k == null) return 0;
  const slot = takeSlot(newId(), cls);
  if (slot < 0) return 0;
  clearSlot(slot, 0);
  place(slot, x, NaN, z, facing);
  bodyKind[slot] = kind;
  team[slot] = side;
  level[slot] = min(max(rank, 1), 255);
  homeX[slot] = posX[slot];
  homeZ[slot] = posZ[slot];
  homeYaw[slot] = yaw[slot];
  goalX[slot] = posX[slot];
  goalZ[slot] = posZ[slot];
  if (k != null && cls != L.CLASS_PLAYER) {
    radius[slot] = k.radius;
    height[slot] = k.height;
    hpMax[slot] = k.hp;
    hp[slot] = k.hp;
    armor[slot] = k.armor;
    meleeLow[slot] = k.damageLow;
    meleeHigh[slot] = k.damageHigh;
  }
  return bodyId[slot];
}

export function despawn(slot: i32): void {
  freeSlot(slot);
  spoilGrid();
}

@inline
function whole(value: i32): i32 {
  return min(max(value, 0), 65535);
}

/** Strength of a body; health and power keep their share of the new most. */
export function setBody(slot: i32, mostHp: i32, mostPower: i32, strength: i32, skill: i32, soul: i32, hide: i32, hastePct: i32): void {
  mostHp = min(max(mostHp, 1), L.MOST_HEALTH);
  mostPower = whole(mostPower);
  if (hp[slot] > 0) hp[slot] = max(1, <i32>((<i64>hp[slot] * mostHp) / hpMax[slot]));
  power[slot] = powerMax[slot] > 0 ? <i32>((<i64>power[slot] * mostPower) / powerMax[slot]) : mostPower;
  hpMax[slot] = mostHp;
  powerMax[slot] = mostPower;
  might[slot] = whole(strength);
  aim[slot] = whole(skill);
  spirit[slot] = whole(soul);
  armor[slot] = whole(hide);
  haste[slot] = min(max(hastePct, -90), 200) + 100;
}

export function setArms(slot: i32, worn: i32, ml: i32, mh: i32, bl: i32, bh: i32, gl: i32, gh: i32): void {
  arms[slot] = worn & 15;
  meleeLow[slot] = whole(ml);
  meleeHigh[slot] = max(whole(mh), meleeLow[slot]);
  bowLow[slot] = whole(bl);
  bowHigh[slot] = max(whole(bh), bowLow[slot]);
  gunLow[slot] = whole(gl);
  gunHigh[slot] = max(whole(gh), gunLow[slot]);
}

/** One number per place of the world: routes are counted within it. */
export function thisPlace(): i32 {
  const size: f32 = 1.0 / <f32>L.REGION_SIZE_M;
  return (<i32>(head.originX * size) & 15) | ((<i32>(head.originZ * size) & 15) << 4);
}

/** Where a monster or villager lives: it wanders within `reach`, walks the route (-1: none) and rises again `ticks` after death (0: never). */
export function setHome(slot: i32, x: f32, z: f32, reach: f32, route: i32, ticks: i32): void {
  if (!isFinite32(x) || !isFinite32(z) || !isFinite32(reach)) return;
  homeX[slot] = x;
  homeZ[slot] = z;
  homeRadius[slot] = clampf(reach, 0, 200);
  routeIndex[slot] = route >= 0 && route < count(ROUTES) ? route : 65535;
  routePoint[slot] = 0;
  homePlace[slot] = thisPlace();
  respawnTicks[slot] = bodyClass[slot] == L.CLASS_VILLAGER && ticks <= 0 ? VILLAGER_RETURNS_TICKS : <u32>max(ticks, 0);
}

/** Where on its route the body walks to next (a point beyond its end is its beginning), and which way. */
export function setRoute(slot: i32, point: i32, back: bool): void {
  if (slot < 0) return;
  routePoint[slot] = <u16>min(max(point, 0), 65534);
  routeBack[slot] = back ? 1 : 0;
}

/** Running speed in cm/s with gear and effects. */
export function runCmS(slot: i32): i32 {
  const base: i32 = <i32>(<f32>L.RUN_MPS * 100);
  return min(base * haste[slot] * effectSpeed[slot] / 10000, 3000);
}

/** Where bodies are shown to their owners: the third of the walkers. */
const shown = changetype<Walker>(WALKERS + 2 * L.OWN_BYTES);

/** Address of OWN_BYTES of a body; an id of nobody gives zeros. */
export function showOwn(id: u32): usize {
  const slot = slotOf(id);
  memory.fill(changetype<usize>(shown), 0, L.OWN_BYTES);
  if (slot >= 0) lift(slot, shown);
  return changetype<usize>(shown);
}

/** Copies a slot into a walker, as move() and OWN_BYTES want it. */
export function lift(slot: i32, w: Walker): void {
  w.id = bodyId[slot];
  w.x = posX[slot];
  w.y = posY[slot];
  w.z = posZ[slot];
  w.vx = velX[slot];
  w.vy = velY[slot];
  w.vz = velZ[slot];
  w.flags = <u16>flags[slot];
  w.speedCmS = <u16>(isPlayer(slot) ? runCmS(slot) : 0);
}

/** Copies a moved walker back. */
export function lay(w: Walker, slot: i32): void {
  posX[slot] = w.x;
  posY[slot] = w.y;
  posZ[slot] = w.z;
  velX[slot] = w.vx;
  velY[slot] = w.vy;
  velZ[slot] = w.vz;
  flags[slot] = (flags[slot] & 0xffff0000) | w.flags;
}
