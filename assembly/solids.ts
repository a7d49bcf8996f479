// Static colliders: circles and oriented boxes standing from `bottom` to `top`. A body whose feet can step onto the top stands on it,
// one whose head is below the bottom passes under, everybody else is pushed out.
import * as L from './layout';
import { CONTENT, MAX_SOLID_ENTRIES, SOLID_BYTES, SOLID_CELL_M, SOLID_ENTRIES, SOLID_SIDE, SOLID_STARTS, SOLIDS } from './memory';
import { COLLIDERS, count, records } from './content';
import { U16s, U32s } from './columns';
import { landHeight } from './terrain';
import { head } from './world';
import { PI } from './numbers';

@unmanaged @final
export class Solid {
  x: f32; z: f32;
  a: f32; b: f32; // circle: radius; box: half width along its own x, half depth along its own z
  sin: f32; cos: f32;
  bottom: f32; top: f32;
  shape: u32; flags: u32;
  reach: f32; // of its farthest point from x, z
  spare: u32;
}

/** The widest body that walks: solids are listed in every square from which such a body could touch them. */
export const WIDEST_BODY_M: f32 = 1.5;

export const solidStarts = changetype<U32s>(SOLID_STARTS);
export const solidEntries = changetype<U16s>(SOLID_ENTRIES);

@inline
export function solid(index: i32): Solid {
  return changetype<Solid>(SOLIDS + <usize>index * SOLID_BYTES);
}

@inline
function clampColumn(column: i32): i32 {
  return min(max(column, 0), SOLID_SIDE - 1);
}

/** The column or row of a coordinate, counted from the world's corner first: so it is the same square in every core, to the last bit. */
@inline
function line(metres: f32, first: i32): i32 {
  return clampColumn(<i32>Mathf.floor(metres * (1.0 / <f32>SOLID_CELL_M)) - first);
}

/** The square of a point (clamped into the region and its margin). */
@inline
export function solidSquare(x: f32, z: f32): i32 {
  return line(z, head.solidRow) * SOLID_SIDE + line(x, head.solidColumn);
}

@inline
function column(metres: f32): i32 {
  return clampColumn(<i32>(metres * (1.0 / <f32>SOLID_CELL_M)));
}

function unpack(at: usize, s: Solid): void {
  const yaw = <f32>load<i16>(at + 2) * (PI / 32768);
  s.shape = load<u8>(at);
  s.flags = load<u8>(at + 1);
  s.x = load<f32>(at + 4);
  s.z = load<f32>(at + 8);
  s.a = Mathf.abs(load<f32>(at + 12));
  s.b = Mathf.abs(load<f32>(at + 16));
  const base: f32 = s.flags & L.COLLIDER_ON_GROUND ? landHeight(load<f32>(at + 28), load<f32>(at + 32)) : 0;
  s.bottom = base + load<f32>(at + 20);
  s.top = base + load<f32>(at + 24);
  s.sin = Mathf.sin(yaw);
  s.cos = Mathf.cos(yaw);
  s.reach = s.shape == L.SHAPE_CIRCLE ? s.a : Mathf.sqrt(s.a * s.a + s.b * s.b);
}

// Where a point stands relative to a solid: set by towards().
/** Metres outside the solid's edge, negative inside. */
export let gap: f32 = 0;
/** Direction that leads out of it, world coordinates. */
export let outX: f32 = 0;
export let outZ: f32 = 0;

/** Signed distance and way out from a point to a solid's outline, seen from above. */
export function towards(s: Solid, x: f32, z: f32): f32 {
  const dx = x - s.x;
  const dz = z - s.z;
  if (s.shape == L.SHAPE_CIRCLE) {
    const d = Mathf.sqrt(dx * dx + dz * dz);
    outX = d > 0 ? dx / d : 1;
    outZ = d > 0 ? dz / d : 0;
    gap = d - s.a;
    return gap;
  }
  // Into the box's own axes: its x axis is (cos, sin), its z axis (-sin, cos).
  const u = dx * s.cos + dz * s.sin;
  const v = dz * s.cos - dx * s.sin;
  const au = Mathf.abs(u) - s.a;
  const av = Mathf.abs(v) - s.b;
  let nu: f32 = 0;
  let nv: f32 = 0;
  if (au > 0 && av > 0) {
    const d = Mathf.sqrt(au * au + av * av);
    nu = au / d;
    nv = av / d;
    gap = d;
  } else if (au > av) {
    nu = 1;
    gap = au;
  } else {
    nv = 1;
    gap = av;
  }
  nu = u < 0 ? -nu : nu;
  nv = v < 0 ? -nv : nv;
  outX = nu * s.cos - nv * s.sin;
  outZ = nu * s.sin + nv * s.cos;
  return gap;
}

/** Whether a point may be nearer than `within` to a solid: what a circle round all of it says, which takes no root and no turning. */
@inline
export function mayTouch(s: Solid, x: f32, z: f32, within: f32): bool {
  const dx = x - s.x;
  const dz = z - s.z;
  const far = s.reach + within;
  return dx * dx + dz * dz <= far * far;
}

/** Lists a solid in every square that a body touching it may stand in; with `keep` false only counts. */
function spread(index: i32, keep: bool): void {
  const s = solid(index);
  const margin: f32 = <f32>L.REGION_MARGIN_M;
  const reach = s.reach + WIDEST_BODY_M;
  const west = s.x - head.originX + margin;
  const north = s.z - head.originZ + margin;
  const size: f32 = <f32>(L.REGION_SIZE_M + 2 * L.REGION_MARGIN_M);
  if (west + reach < 0 || north + reach < 0 || west - reach > size || north - reach > size) return;
  const half: f32 = <f32>SOLID_CELL_M * 0.5;
  for (let row = column(north - reach); row <= column(north + reach); row++) {
    for (let col = column(west - reach); col <= column(west + reach); col++) {
      const centreX = <f32>(col * SOLID_CELL_M) + half + head.originX - margin;
      const centreZ = <f32>(row * SOLID_CELL_M) + half + head.originZ - margin;
      if (towards(s, centreX, centreZ) > half * 1.4143 + WIDEST_BODY_M) continue;
      const square = row * SOLID_SIDE + col + 1;
      if (keep) solidEntries[<i32>solidStarts[square]] = index;
      solidStarts[square] = solidStarts[square] + 1;
    }
  }
}

/** Unpacks and indexes the place's colliders. Returns 0, or the content offset + 1 of the section when they crowd too much. */
export function indexSolids(): u32 {
  const n = count(COLLIDERS);
  const squares = SOLID_SIDE * SOLID_SIDE;
  memory.fill(SOLID_STARTS, 0, <usize>(squares + 2) << 2);
  for (let i = 0; i < n; i++) {
    unpack(records(COLLIDERS) + <usize>i * L.COLLIDER_BYTES, solid(i));
    spread(i, false);
  }
  let total: u32 = 0;
  for (let square = 0; square < squares; square++) {
    const here = solidStarts[square + 1];
    solidStarts[square + 1] = total;
    total += here;
  }
  if (total > <u32>MAX_SOLID_ENTRIES) {
    memory.fill(SOLID_STARTS, 0, <usize>(squares + 2) << 2);
    return <u32>(records(COLLIDERS) - CONTENT) + 1;
  }
  for (let i = 0; i < n; i++) spread(i, true);
  return 0;
}
