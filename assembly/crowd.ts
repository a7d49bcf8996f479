// Bodies without a player: they go where their minds wish, push each other apart, yield to players and ghosts, and keep out of solids. One
// pass over the space grid per tick. In: wishes. Out: places, velocities, facings.
import * as L from './layout';
import {
  crowdRadius, crowdX, crowdYield, crowdZ, effectSpeed, flags, GRID_SIDE, gridCellOf, gridSlots, gridStarts, height, posX, posY, posZ, pushX, pushZ,
  radius, realClass, velX, velZ, wishX, wishZ, yaw,
} from './memory';
import { fourBytes, fourFloats, fourWords, putFloats } from './columns';
import { buildGrid } from './grid';
import { pushedX, pushedZ, pushOut, supportAt } from './move';
import { solidSquare, solidStarts } from './solids';
import { withinX, withinZ } from './edges';
import { clampf, wrapAngle, yawTo } from './numbers';
import { groundAt } from './terrain';
import { phases } from './outcomes';
import { head } from './world';

const TICK: f32 = 1.0 / <f32>L.TICKS_PER_SECOND;
/** Change of velocity per tick, m/s. */
const GRIP: f32 = 1.6;
/** Turn per two ticks, rad: bodies take turns at looking where they go. */
const TURN: f32 = 0.9;
/** Feet sink or drop at most this much per tick. */
const DROP: f32 = 0.7;
/** Too thin to be in anybody's way: the dead. */
const NOT_SOLID: f32 = -1000;
/** Nobody is pushed farther than this in one tick. */
const MOST_PUSH: f32 = 0.25;

/** Lets everybody take his step, four slots at a time. */
function stride(): i32 {
  let moved = 0;
  const one = f32x4.splat(1);
  const grip = f32x4.splat(GRIP);
  const most = f32x4.splat(GRIP * GRIP);
  const tick = f32x4.splat(TICK);
  // The slots above the last used one, up to a multiple of four, are nobody's.
  for (let s = 0, used = head.slotsUsed; s < used; s += 4) {
    const walks = i32x4.gt_s(fourBytes(realClass, s), i32x4.splat(L.CLASS_PLAYER));
    const held = v128.and(fourWords(flags, s), i32x4.splat(L.FLAG_DEAD | L.FLAG_STUNNED));
    const pace = v128.and(f32x4.mul(f32x4.convert_i32x4_s(fourBytes(effectSpeed, s)), f32x4.splat(0.01)), i32x4.eq(held, i32x4.splat(0)));
    const wasX = fourFloats(velX, s);
    const wasZ = fourFloats(velZ, s);
    const dx = f32x4.sub(f32x4.mul(fourFloats(wishX, s), pace), wasX);
    const dz = f32x4.sub(f32x4.mul(fourFloats(wishZ, s), pace), wasZ);
    const busy = f32x4.ne(v128.or(v128.or(dx, dz), v128.or(wasX, wasZ)), f32x4.splat(0));
    const moves = v128.and(walks, busy);
    if (!v128.any_true(moves)) continue;
    const change = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dz, dz));
    const share = v128.bitselect(f32x4.div(grip, f32x4.sqrt(change)), one, f32x4.gt(change, most));
    const vx = f32x4.add(wasX, f32x4.mul(dx, share));
    const vz = f32x4.add(wasZ, f32x4.mul(dz, share));
    const x = fourFloats(posX, s);
    const z = fourFloats(posZ, s);
    putFloats(velX, s, v128.bitselect(vx, wasX, moves));
    putFloats(velZ, s, v128.bitselect(vz, wasZ, moves));
    putFloats(posX, s, v128.bitselect(f32x4.add(x, f32x4.mul(vx, tick)), x, moves));
    putFloats(posZ, s, v128.bitselect(f32x4.add(z, f32x4.mul(vz, tick)), z, moves));
    moved += popcnt(i32x4.bitmask(moves));
  }
  return moved;
}

/** Lays places and widths side by side in the grid's order, so that neighbours are neighbours in memory. */
function gather(): i32 {
  const n = head.gridCount;
  for (let i = 0; i < n; i++) {
    const s = gridSlots[i];
    crowdX[i] = posX[s];
    crowdZ[i] = posZ[s];
    crowdRadius[i] = flags[s] & L.FLAG_DEAD ? NOT_SOLID : radius[s];
    crowdYield[i] = realClass[s] > L.CLASS_PLAYER ? 1 : 0;
  }
  for (let i = n; i < n + 4; i++) crowdRadius[i] = NOT_SOLID;
  memory.fill(changetype<usize>(pushX), 0, <usize>n << 2);
  memory.fill(changetype<usize>(pushZ), 0, <usize>n << 2);
  return n;
}

/** Two bodies that overlap part along the line between them. */
function part(i: i32, j: i32, d2: f32): void {
  const weight = crowdYield[i] + crowdYield[j];
  if (weight == 0) return;
  const d = Mathf.sqrt(d2);
  const overlap = crowdRadius[i] + crowdRadius[j] - d;
  let ux: f32 = 0;
  let uz: f32 = 0;
  if (d > 1e-4) {
    ux = (crowdX[j] - crowdX[i]) / d;
    uz = (crowdZ[j] - crowdZ[i]) / d;
  } else {
    // In exactly one place: each pair parts another way, so that a heap falls apart.
    const angle = <f32>((i * 5 + j * 3) & 15) * 0.3926991;
    ux = Mathf.sin(angle);
    uz = Mathf.cos(angle);
  }
  const each = overlap / weight;
  pushX[i] = pushX[i] - ux * each * crowdYield[i];
  pushZ[i] = pushZ[i] - uz * each * crowdYield[i];
  pushX[j] = pushX[j] + ux * each * crowdYield[j];
  pushZ[j] = pushZ[j] + uz * each * crowdYield[j];
}

/** Tries body i against a run of bodies, four at a time. */
@inline
function against(i: i32, from: i32, end: i32): void {
  if (from >= end) return;
  const x = f32x4.splat(crowdX[i]);
  const z = f32x4.splat(crowdZ[i]);
  const r = f32x4.splat(crowdRadius[i]);
  for (let j = from; j < end; j += 4) {
    const at = <usize>j << 2;
    const dx = f32x4.sub(v128.load(changetype<usize>(crowdX) + at), x);
    const dz = f32x4.sub(v128.load(changetype<usize>(crowdZ) + at), z);
    const reach = f32x4.add(v128.load(changetype<usize>(crowdRadius) + at), r);
    const d2 = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dz, dz));
    // reach * |reach|: never true for what is not solid.
    let hits = i32x4.bitmask(f32x4.lt(d2, f32x4.mul(reach, f32x4.abs(reach))));
    while (hits) {
      const lane = ctz(hits);
      hits &= hits - 1;
      if (j + lane < end) {
        const ax = crowdX[j + lane] - crowdX[i];
        const az = crowdZ[j + lane] - crowdZ[i];
        part(i, j + lane, ax * ax + az * az);
      }
    }
  }
}

/** Every pair of neighbours once: the rest of the own square and the next, and the three squares of the row below. */
function jostle(n: i32): void {
  const last = GRID_SIDE * GRID_SIDE;
  for (let i = 0; i < n; i++) {
    const square = gridCellOf[gridSlots[i]];
    against(i, i + 1, gridStarts[min(square + 2, last)]);
    const below = square + GRID_SIDE;
    if (below >= last) continue;
    // In the first column the square before is the end of the row above: too far away to touch anybody.
    against(i, gridStarts[below - 1], gridStarts[min(below + 2, last)]);
  }
}

/** Puts a moved or pushed body out of solids and on its feet. */
function stand(s: i32, x: f32, z: f32): void {
  const square = solidSquare(x, z);
  let floor: f32;
  if (solidStarts[square] == solidStarts[square + 1]) {
    floor = groundAt(x, z);
  } else {
    if (pushOut(x, z, posY[s], height[s], radius[s])) {
      x = pushedX;
      z = pushedZ;
    }
    floor = supportAt(x, z, posY[s]);
  }
  posX[s] = withinX(x);
  posZ[s] = withinZ(z);
  // Deep water carries.
  const afloat = <f32>L.WATER_LEVEL_M - height[s] * 0.7;
  const swims = floor < afloat;
  if (swims) floor = afloat;
  posY[s] = posY[s] - floor > DROP ? posY[s] - DROP : floor;
  flags[s] = swims ? flags[s] | L.FLAG_SWIMMING : flags[s] & ~<u32>(L.FLAG_SWIMMING | L.FLAG_AIRBORNE);
}

/** Everybody who walked or was pushed stands where that leads him. */
function settle(n: i32): void {
  for (let i = 0; i < n; i++) {
    if (crowdYield[i] == 0) continue;
    const s = gridSlots[i];
    const px = clampf(pushX[i], -MOST_PUSH, MOST_PUSH);
    const pz = clampf(pushZ[i], -MOST_PUSH, MOST_PUSH);
    if (px == 0 && pz == 0 && velX[s] == 0 && velZ[s] == 0) continue;
    stand(s, crowdX[i] + px, crowdZ[i] + pz);
  }
}

/** Every other body looks where it goes; not in the grid's order, which would make a guess of whose turn it is. */
function face(): void {
  const used = head.slotsUsed;
  for (let s = <i32>(head.tick & 1); s < used; s += 2) {
    if (realClass[s] <= L.CLASS_PLAYER) continue;
    const vx = velX[s];
    const vz = velZ[s];
    if (vx * vx + vz * vz < 0.04 || flags[s] & L.FLAG_COMBAT) continue;
    const turn = wrapAngle(yawTo(vx, vz) - yaw[s]);
    if (Mathf.abs(turn) > 0.01) yaw[s] = wrapAngle(yaw[s] + clampf(turn, -TURN, TURN));
  }
}

/** One tick of all bodies without players; leaves the space grid built. */
export function moveCrowd(): void {
  phases[L.PHASE_CROWD] = <f32>stride();
  buildGrid();
  const n = gather();
  jostle(n);
  settle(n);
  face();
}
