// Where somebody can walk: one bit per square metre of the region and its margin, made once from ground and solids.
import * as L from './layout';
import { HEIGHTS, HEIGHTS_SIDE, NAV, NAV_SIDE } from './memory';
import { Solid, solid, solidEntries, solidSquare, solidStarts, towards } from './solids';
import { F32s } from './columns';
import { groundAt } from './terrain';
import { head } from './world';

/** Half the width that is kept free round a walker's middle. */
const CLEARANCE_M: f32 = 0.5;
const HEADROOM_M: f32 = 1.3;
/** Deeper water is not waded. */
const WADE_M: f32 = 0.9;
const STEEP: f32 = 1.0;
/** A thin flat solid over the ground (a bridge, a landing stage) is a floor. */
const FLOOR_M: f32 = 1.0;
/** Lines are tried at points this far apart. */
const PACE_M: f32 = 0.5;

const heights = changetype<F32s>(HEIGHTS);

@inline
export function navColumn(metres: f32): i32 {
  return min(max(<i32>(metres + <f32>L.REGION_MARGIN_M), 0), NAV_SIDE - 1);
}

@inline
export function isOpen(column: i32, row: i32): bool {
  const bit = row * NAV_SIDE + column;
  return ((load<u8>(NAV + <usize>(bit >> 3)) >> <u8>(bit & 7)) & 1) != 0;
}

/** Whether a walker can stand at a point. */
@inline
export function canStand(x: f32, z: f32): bool {
  return isOpen(navColumn(x - head.originX), navColumn(z - head.originZ));
}

/** Whether a straight walk between two points is free all the way. */
export function canWalk(x0: f32, z0: f32, x1: f32, z1: f32): bool {
  const dx = x1 - x0;
  const dz = z1 - z0;
  const paces = <i32>(Mathf.sqrt(dx * dx + dz * dz) * (1.0 / PACE_M)) + 1;
  const stepX = dx / <f32>paces;
  const stepZ = dz / <f32>paces;
  // Where it stands now is nobody's business: it may have been pushed there. Four points at a time; those beyond the last stand for it.
  const last = f32x4.splat(<f32>paces);
  for (let i = 1; i <= paces; i += 4) {
    const pace = f32x4.min(f32x4.add(f32x4.splat(<f32>i), f32x4(0, 1, 2, 3)), last);
    const columns = fourNavColumns(x0, stepX, pace, head.originX);
    const rows = fourNavColumns(z0, stepZ, pace, head.originZ);
    if (!isOpen(i32x4.extract_lane(columns, 0), i32x4.extract_lane(rows, 0))) return false;
    if (!isOpen(i32x4.extract_lane(columns, 1), i32x4.extract_lane(rows, 1))) return false;
    if (!isOpen(i32x4.extract_lane(columns, 2), i32x4.extract_lane(rows, 2))) return false;
    if (!isOpen(i32x4.extract_lane(columns, 3), i32x4.extract_lane(rows, 3))) return false;
  }
  return true;
}

/** navColumn() of four points of a line. */
@inline
function fourNavColumns(from: f32, step: f32, pace: v128, origin: f32): v128 {
  const at = f32x4.add(f32x4.splat(from), f32x4.mul(f32x4.splat(step), pace));
  const metres = f32x4.add(f32x4.sub(at, f32x4.splat(origin)), f32x4.splat(<f32>L.REGION_MARGIN_M));
  return i32x4.min_s(i32x4.max_s(i32x4.trunc_sat_f32x4_s(metres), i32x4.splat(0)), i32x4.splat(NAV_SIDE - 1));
}

/** Rise per metre, squared, of the ground samples around a place (column and row of the height samples). */
function steepness(column: i32, row: i32): f32 {
  const at = row * HEIGHTS_SIDE + column;
  const sx = (heights[at + 1] - heights[at]) * (1.0 / <f32>L.HEIGHT_STEP_M);
  const sz = (heights[at + HEIGHTS_SIDE] - heights[at]) * (1.0 / <f32>L.HEIGHT_STEP_M);
  return sx * sx + sz * sz;
}

@inline
function isFloor(s: Solid, ground: f32): bool {
  return s.top - s.bottom <= FLOOR_M && s.bottom > ground;
}

/** The floor that a walker at a point would stand on. */
function floorAt(x: f32, z: f32, ground: f32, first: i32, end: i32): f32 {
  let floor = ground;
  for (let i = first; i < end; i++) {
    const s = solid(solidEntries[i]);
    if (s.top > floor && isFloor(s, ground) && s.bottom < ground + 6 && towards(s, x, z) < 0) floor = s.top;
  }
  return floor;
}

function isFree(x: f32, z: f32): bool {
  const ground = groundAt(x, z);
  const square = solidSquare(x, z);
  const first = <i32>solidStarts[square];
  const end = <i32>solidStarts[square + 1];
  const floor = first == end ? ground : floorAt(x, z, ground, first, end);
  if (floor < <f32>L.WATER_LEVEL_M - WADE_M) return false;
  for (let i = first; i < end; i++) {
    const s = solid(solidEntries[i]);
    if (s.top <= floor + <f32>L.STEP_UP_M || s.bottom >= floor + HEADROOM_M) continue;
    if (towards(s, x, z) < CLEARANCE_M) return false;
  }
  return true;
}

/** Nobody walks along the very edge of the map. */
@inline
function isEdge(line: i32, lines: i32): bool {
  return line == 0 || line == lines - 1;
}

/** Whether a walker can stand in the middle of a square metre of the map. */
function isWalkable(column: i32, row: i32, isSteep: bool): bool {
  if (isEdge(column, NAV_SIDE) || isEdge(row, NAV_SIDE)) return false;
  const x = head.originX - <f32>L.REGION_MARGIN_M + 0.5 + <f32>column;
  const z = head.originZ - <f32>L.REGION_MARGIN_M + 0.5 + <f32>row;
  // On a floor above the ground the slope below does not matter.
  return isFree(x, z) && !(isSteep && groundAt(x, z) > <f32>L.WATER_LEVEL_M);
}

/** Some way above the water: what lies between samples is dry if they are. */
const DRY_M: f32 = <f32>L.WATER_LEVEL_M + 0.01;

/** Whether the four square metres between four samples are dry land with nothing on it, off the edge: then its slope alone decides. */
function isBare(column: i32, row: i32): bool {
  if (isEdge(column, HEIGHTS_SIDE - 1) || isEdge(row, HEIGHTS_SIDE - 1)) return false;
  const at = row * HEIGHTS_SIDE + column;
  const north = Mathf.min(heights[at], heights[at + 1]);
  const south = Mathf.min(heights[at + HEIGHTS_SIDE], heights[at + HEIGHTS_SIDE + 1]);
  if (Mathf.min(north, south) <= DRY_M) return false;
  const x = head.originX - <f32>L.REGION_MARGIN_M + <f32>(column * L.HEIGHT_STEP_M);
  const z = head.originZ - <f32>L.REGION_MARGIN_M + <f32>(row * L.HEIGHT_STEP_M);
  const square = solidSquare(x, z);
  return solidStarts[square] == solidStarts[square + 1];
}

@inline
function addBit(column: i32, row: i32): void {
  const bit = row * NAV_SIDE + column;
  const at = NAV + <usize>(bit >> 3);
  store<u8>(at, <u8>(<i32>load<u8>(at) | (1 << (bit & 7))));
}

/** Maps the four square metres between four samples. */
function mapFour(column: i32, row: i32): void {
  const west = column * L.HEIGHT_STEP_M;
  const north = row * L.HEIGHT_STEP_M;
  const isSteep = steepness(column, row) > STEEP * STEEP;
  const isPlain = isBare(column, row);
  if (isPlain && isSteep) return;
  for (let r = north; r < north + 2; r++) {
    for (let c = west; c < west + 2; c++) if (isPlain || isWalkable(c, r, isSteep)) addBit(c, r);
  }
}

/** Draws the map of where one can walk. */
export function mapWalks(): void {
  memory.fill(NAV, 0, <usize>(NAV_SIDE * NAV_SIDE / 8));
  for (let row = 0; row < HEIGHTS_SIDE - 1; row++) for (let column = 0; column < HEIGHTS_SIDE - 1; column++) mapFour(column, row);
}
