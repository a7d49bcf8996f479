// Walking: ONE function moves a player's body for one tick, on the server and in the browser's prediction, bit for bit.
// In: a walker (its record is OWN_BYTES of layout.ts) and what the player holds down. Out: the walker moved; fallSpeed of a landing.
import * as L from './layout';
import { gap, mayTouch, outX, outZ, solid, solidEntries, solidSquare, solidStarts, towards } from './solids';
import { groundAt, landType, slopeX, slopeZ } from './terrain';
import { withinX, withinZ } from './edges';
import { clampf } from './numbers';

@unmanaged @final
export class Walker {
  id: u32;
  x: f32; y: f32; z: f32;
  vx: f32; vy: f32; vz: f32;
  flags: u16;
  speedCmS: u16; // running speed, effects included; 0 when rooted
}

const TICK: f32 = 1.0 / <f32>L.TICKS_PER_SECOND;
const RADIUS: f32 = <f32>L.BODY_RADIUS_M;
const STEP_UP: f32 = <f32>L.STEP_UP_M;
const WATER: f32 = <f32>L.WATER_LEVEL_M;
const SWIM_DEPTH: f32 = <f32>L.SWIM_DEPTH_M;
/** How quickly speed changes, m/s per second. */
const GRIP_GROUND: f32 = 48;
const GRIP_AIR: f32 = 9;
const GRIP_WATER: f32 = 14;
/** A slope steeper than this (rise per metre, 45 degrees) cannot be climbed and slides. */
const STEEP: f32 = 1.0;
/** A walker follows ground that falls away by at most this per tick instead of flying off. */
const SNAP_DOWN: f32 = 0.5;
/** One push-out step is never longer than this, so that thin walls hold. */
const LONGEST_STEP_M: f32 = 0.3;
/** Feet this deep in the water float; shallower than LEAVE they wade. */
const FLOAT_DEPTH: f32 = 1.15;
const WADE_DEPTH: f32 = 1.0;

/** How fast the last move hit the ground, m/s; 0 when it did not land. */
export let fallSpeed: f32 = 0;

// The step at hand; move.ts keeps no state between calls.
let wishX: f32 = 0;
let wishZ: f32 = 0;
let ceiling: f32 = 0;

export function isSteep(x: f32, z: f32): bool {
  const sx = slopeX(x, z);
  const sz = slopeZ(x, z);
  return sx * sx + sz * sz > STEEP * STEEP;
}

@inline
function raise(w: Walker, flag: u32): void {
  w.flags = <u16>(<u32>w.flags | flag);
}

@inline
function lower(w: Walker, flag: u32): void {
  w.flags = <u16>(<u32>w.flags & ~flag);
}

/** The velocity that the buttons ask for. */
function wish(buttons: u32, yaw: f32, speed: f32): void {
  let ahead: f32 = 0;
  let aside: f32 = 0;
  if (buttons & L.BUTTON_FORWARD) ahead += 1;
  if (buttons & L.BUTTON_BACK) ahead -= 1;
  if (buttons & L.BUTTON_RIGHT) aside += 1;
  if (buttons & L.BUTTON_LEFT) aside -= 1;
  wishX = 0;
  wishZ = 0;
  if (ahead == 0 && aside == 0) return;
  const s = Mathf.sin(yaw);
  const c = Mathf.cos(yaw);
  const pace = ahead != 0 && aside != 0 ? speed * 0.70710678 : speed;
  wishX = (ahead * s + aside * c) * pace;
  wishZ = (aside * s - ahead * c) * pace;
}

/** Metres per second of this gait on this body. */
function gait(w: Walker, buttons: u32): f32 {
  if (w.flags & (L.FLAG_DEAD | L.FLAG_STUNNED)) return 0;
  const run = <f32>w.speedCmS * 0.01;
  let share: f32 = 1;
  if (w.flags & L.FLAG_SWIMMING) share = <f32>L.SWIM_MPS / <f32>L.RUN_MPS;
  else if (w.flags & L.FLAG_CROUCHED) share = <f32>L.CROUCH_MPS / <f32>L.RUN_MPS;
  else if (buttons & L.BUTTON_WALK) share = <f32>L.WALK_MPS / <f32>L.RUN_MPS;
  else if (w.flags & L.FLAG_SPRINTING) share = <f32>L.SPRINT_MPS / <f32>L.RUN_MPS;
  return run * share * ridden(w);
}

/** What the steed adds; a road bears it faster. */
function ridden(w: Walker): f32 {
  if (!(w.flags & L.FLAG_MOUNTED)) return 1;
  const ground = landType(w.x, w.z);
  const pct = ground == L.GROUND_ROAD || ground == L.GROUND_PAVED ? L.RIDE_ROAD_PCT : L.RIDE_PCT;
  return <f32>pct * 0.01;
}

/** Moves a value towards a goal by at most `most`. */
@inline
function approach(value: f32, goal: f32, most: f32): f32 {
  return value + clampf(goal - value, -most, most);
}

/** Pushes (x, z) out of everything solid between feet and head; leaves the place in pushedX, pushedZ and the lowest ceiling. */
export let pushedX: f32 = 0;
export let pushedZ: f32 = 0;
export function pushOut(x: f32, z: f32, feet: f32, tall: f32, radius: f32): bool {
  const square = solidSquare(x, z);
  const first = <i32>solidStarts[square];
  const end = <i32>solidStarts[square + 1];
  let pushed = false;
  // Twice: the second pass settles corners between two solids.
  for (let pass = 0; pass < 2; pass++) {
    let again = false;
    for (let i = first; i < end; i++) {
      const s = solid(solidEntries[i]);
      if (feet + STEP_UP >= s.top || feet + tall <= s.bottom) continue;
      if (!mayTouch(s, x, z, radius) || towards(s, x, z) >= radius) continue;
      x += outX * (radius - gap);
      z += outZ * (radius - gap);
      again = true;
    }
    if (!again) break;
    pushed = true;
  }
  pushedX = x;
  pushedZ = z;
  return pushed;
}

/** The highest thing at or below the feet's reach to stand on: ground, or a solid's top under the body's middle. */
export function supportAt(x: f32, z: f32, feet: f32): f32 {
  let support = groundAt(x, z);
  const square = solidSquare(x, z);
  for (let i = <i32>solidStarts[square], end = <i32>solidStarts[square + 1]; i < end; i++) {
    const s = solid(solidEntries[i]);
    if (s.top <= support || feet + STEP_UP < s.top) continue;
    if (mayTouch(s, x, z, RADIUS * 0.5) && towards(s, x, z) < RADIUS * 0.5) support = s.top;
  }
  return support;
}

/** The lowest underside above a head at (x, z), far up when there is none. */
export function ceilingAt(x: f32, z: f32, crown: f32): f32 {
  let lowest: f32 = 1e6;
  const square = solidSquare(x, z);
  for (let i = <i32>solidStarts[square], end = <i32>solidStarts[square + 1]; i < end; i++) {
    const s = solid(solidEntries[i]);
    if (s.bottom < crown || s.bottom >= lowest) continue;
    if (mayTouch(s, x, z, RADIUS) && towards(s, x, z) < RADIUS) lowest = s.bottom;
  }
  return lowest;
}

/** Under a lintel or a low bough the rider is on his feet again. */
function unseat(w: Walker): void {
  if (!(w.flags & L.FLAG_MOUNTED)) return;
  if (ceilingAt(w.x, w.z, w.y + <f32>L.BODY_HEIGHT_M) < w.y + <f32>L.RIDER_M) lower(w, L.FLAG_MOUNTED);
}

/** Takes the part out of a step that climbs a slope too steep to climb; on such a slope the body also slides. */
function slide(w: Walker): void {
  const sx = slopeX(w.x, w.z);
  const sz = slopeZ(w.x, w.z);
  const steepness = Mathf.sqrt(sx * sx + sz * sz);
  if (steepness <= STEEP) return;
  const ux = sx / steepness;
  const uz = sz / steepness;
  const climb = w.vx * ux + w.vz * uz;
  const down = Mathf.max(climb, 0) + <f32>L.GRAVITY_MPS2 * 0.5 * TICK;
  w.vx -= ux * down;
  w.vz -= uz * down;
}

/** Walks the horizontal part of a tick, in short steps, sliding along what it meets. */
function stride(w: Walker): void {
  const fromX = w.x;
  const fromZ = w.z;
  const dx = w.vx * TICK;
  const dz = w.vz * TICK;
  const steps = <i32>Mathf.ceil(Mathf.sqrt(dx * dx + dz * dz) * (1.0 / LONGEST_STEP_M));
  let pushed = false;
  for (let i = 0; i < steps; i++) {
    let x = w.x + dx / <f32>steps;
    let z = w.z + dz / <f32>steps;
    // A slope that cannot be climbed is a wall; its foot is not.
    if (!(w.flags & L.FLAG_SWIMMING) && groundAt(x, z) > w.y + 0.02 && isSteep(x, z) && groundAt(x, z) > groundAt(w.x, w.z)) {
      const sx = slopeX(x, z);
      const sz = slopeZ(x, z);
      const climb = ((x - w.x) * sx + (z - w.z) * sz) / (sx * sx + sz * sz);
      if (climb > 0) {
        x -= sx * climb;
        z -= sz * climb;
        pushed = true;
      }
    }
    if (pushOut(x, z, w.y, <f32>L.BODY_HEIGHT_M, RADIUS)) pushed = true;
    w.x = withinX(pushedX);
    w.z = withinZ(pushedZ);
  }
  if (!pushed) return;
  // Speed into a wall is lost, speed along it stays.
  const vx = (w.x - fromX) * <f32>L.TICKS_PER_SECOND;
  const vz = (w.z - fromZ) * <f32>L.TICKS_PER_SECOND;
  if (vx * vx + vz * vz <= w.vx * w.vx + w.vz * w.vz) {
    w.vx = vx;
    w.vz = vz;
  }
}

/** Floats, dives a little when falling in, and climbs out where the bottom rises. */
function swim(w: Walker, ground: f32, jump: bool): void {
  const depth = WATER - SWIM_DEPTH - w.y;
  w.vy = clampf(w.vy * 0.7 + depth * 4, -4, 4);
  if (jump && Mathf.abs(depth) < 0.3) w.vy = 5;
  w.y += w.vy * TICK;
  if (w.y < ground) {
    w.y = ground;
    w.vy = 0;
  }
  if (WATER - w.y < WADE_DEPTH && ground > WATER - FLOAT_DEPTH) lower(w, L.FLAG_SWIMMING);
}

/** Falls and lands, or follows the ground. */
function fall(w: Walker, support: f32): void {
  if (!(w.flags & L.FLAG_AIRBORNE)) {
    if (support >= w.y - SNAP_DOWN) {
      w.y = support;
      w.vy = 0;
      return;
    }
    raise(w, L.FLAG_AIRBORNE);
  }
  const before = w.vy;
  w.vy = Mathf.max(before - <f32>L.GRAVITY_MPS2 * TICK, -50);
  const rise = (before + w.vy) * 0.5 * TICK;
  ceiling = rise > 0 ? ceilingAt(w.x, w.z, w.y + <f32>L.BODY_HEIGHT_M) : 1e6;
  w.y += rise;
  if (w.y + <f32>L.BODY_HEIGHT_M > ceiling) {
    w.y = ceiling - <f32>L.BODY_HEIGHT_M;
    w.vy = 0;
  }
  if (w.y > support) return;
  fallSpeed = -w.vy;
  w.y = support;
  w.vy = 0;
  lower(w, L.FLAG_AIRBORNE);
}

/** One tick of a player's body. `buttons`: BUTTON_*; `yaw` in radians. */
export function move(w: Walker, buttons: u32, yaw: f32): void {
  fallSpeed = 0;
  const able = !(w.flags & (L.FLAG_DEAD | L.FLAG_STUNNED));
  if (!able) {
    buttons = 0;
    lower(w, L.FLAG_MOUNTED);
  }
  const swimming = (w.flags & L.FLAG_SWIMMING) != 0;
  const airborne = (w.flags & L.FLAG_AIRBORNE) != 0;
  const crouched = (buttons & L.BUTTON_CROUCH) != 0 && !swimming && !airborne && !(w.flags & L.FLAG_MOUNTED);
  const sprinting = (buttons & (L.BUTTON_SPRINT | L.BUTTON_FORWARD)) == (L.BUTTON_SPRINT | L.BUTTON_FORWARD) && !crouched && !swimming;
  lower(w, L.FLAG_CROUCHED | L.FLAG_SPRINTING);
  if (crouched) raise(w, L.FLAG_CROUCHED);
  if (sprinting) raise(w, L.FLAG_SPRINTING);
  wish(buttons, yaw, gait(w, buttons));
  const grip: f32 = (swimming ? GRIP_WATER : airborne ? GRIP_AIR : GRIP_GROUND) * TICK;
  // In the air a body without a wish keeps its way.
  if (!airborne || wishX != 0 || wishZ != 0) {
    const dx = wishX - w.vx;
    const dz = wishZ - w.vz;
    const change = Mathf.sqrt(dx * dx + dz * dz);
    const share: f32 = change > grip ? grip / change : 1;
    w.vx += dx * share;
    w.vz += dz * share;
  }
  const jump = (buttons & L.BUTTON_JUMP) != 0 && w.speedCmS > 0;
  if (jump && !swimming && !airborne && !crouched && !isSteep(w.x, w.z)) {
    w.vy = <f32>L.JUMP_MPS;
    raise(w, L.FLAG_AIRBORNE);
  }
  if (!swimming && !(w.flags & L.FLAG_AIRBORNE) && w.y <= groundAt(w.x, w.z) + 0.02) slide(w);
  stride(w);
  unseat(w);
  const support = supportAt(w.x, w.z, w.y);
  if (support < WATER - FLOAT_DEPTH && w.y <= WATER - FLOAT_DEPTH) {
    raise(w, L.FLAG_SWIMMING);
    lower(w, L.FLAG_AIRBORNE | L.FLAG_MOUNTED);
    swim(w, support, jump);
  } else if (w.flags & L.FLAG_SWIMMING) {
    swim(w, support, jump);
  } else {
    fall(w, support);
  }
}
