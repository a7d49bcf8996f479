// The shape of the land: a pure f32 function of place and seed, the same on server and client, for any point of the world.
// Order: the untouched landscape (landscape.ts), then knolls, flats, rivers and lakes (carved down to the water at y = 0), roads (levelled across).
import * as L from './layout';
import { HEIGHTS, HEIGHTS_SIDE } from './memory';
import { FIELDS, FLATS, FORESTS, KNOLLS, LAKES, RIVERS, ROADS, landscapeSeed, records } from './content';
import { BANK_M, Field, Flat, Forest, Knoll, Lake, River, Road, SHOULDER_M, squareOf, stampEntries, stampStarts } from './stamps';
import { clampf, lerpf, smooth } from './numbers';
import { COAST_Z, isSandy, landscape, landscapeOfFour, noiseAt } from './landscape';
import { F32s } from './columns';
import { head } from './world';

const heights = changetype<F32s>(HEIGHTS);

// ---- stamps ----

function knoll(k: Knoll, x: f32, z: f32): f32 {
  const dx = x - k.x;
  const dz = z - k.z;
  const reach: f32 = 1.0 - (dx * dx + dz * dz) / (k.radius * k.radius * 12.25);
  // A bell that ends: (1 - q)^6 runs close to a Gaussian of deviation `radius` and is exactly 0 at 3.5 radii.
  if (reach <= 0) return 0;
  const cube = reach * reach * reach;
  return k.height * cube * cube;
}

function levelled(f: Flat, h: f32, x: f32, z: f32): f32 {
  const dx = x - f.x;
  const dz = z - f.z;
  const d2 = dx * dx + dz * dz;
  const reach = f.radius + f.blend;
  if (d2 >= reach * reach) return h;
  return lerpf(f.height, h, smooth(f.radius, reach, Mathf.sqrt(d2)));
}

// The nearest point of the segment last asked for.
let nearX: f32 = 0;
let nearZ: f32 = 0;

/** Distance from a point to a straight piece; leaves the nearest point in nearX, nearZ. */
function segmentDistance(ax: f32, az: f32, bx: f32, bz: f32, x: f32, z: f32): f32 {
  const vx = bx - ax;
  const vz = bz - az;
  const length2 = vx * vx + vz * vz;
  const t = length2 > 0 ? clampf(((x - ax) * vx + (z - az) * vz) / length2, 0, 1) : 0;
  nearX = ax + vx * t;
  nearZ = az + vz * t;
  const dx = x - nearX;
  const dz = z - nearZ;
  return Mathf.sqrt(dx * dx + dz * dz);
}

/** Metres outside a lake's shore (negative: inside), the shore a little uneven. */
function lakeDistance(l: Lake, x: f32, z: f32): f32 {
  const dx = (x - l.x) / l.rx;
  const dz = (z - l.z) / l.rz;
  const shore = Mathf.min(l.rx, l.rz);
  return (Mathf.sqrt(dx * dx + dz * dz) - 1) * shore + noiseAt(x / 23, z / 23, landscapeSeed() + 101) * Mathf.min(5, shore * 0.2);
}

/** Carves water: `outside` metres beyond the shore, the bed `depth` deep `half` metres inside it. */
function carved(h: f32, outside: f32, half: f32, depth: f32): f32 {
  if (outside <= 0) {
    const in01 = clampf(-outside / half, 0, 1);
    return Mathf.min(h, -depth * in01 * (2 - in01));
  }
  if (h <= 0) return h;
  // Gentle banks: the higher the land, the further it leans back.
  return h * smooth(0, clampf(5 + h * 2.4, 8, BANK_M), outside);
}

/** The land before roads. `h`: as it was before anybody touched it. */
function shaped(h: f32, x: f32, z: f32, square: i32): f32 {
  if (square < 0) return h;
  let riverOutside: f32 = BANK_M;
  let riverHalf: f32 = 1;
  let riverDepth: f32 = 0;
  for (let i = <i32>stampStarts[square], end = <i32>stampStarts[square + 1]; i < end; i++) {
    const entry = stampEntries[i];
    const record = <usize>(entry & 0xfff);
    const section = entry >> 12;
    if (section == KNOLLS) h += knoll(changetype<Knoll>(records(KNOLLS) + record * L.KNOLL_BYTES), x, z);
    else if (section == FLATS) h = levelled(changetype<Flat>(records(FLATS) + record * L.FLAT_BYTES), h, x, z);
    else if (section == RIVERS) {
      const r = changetype<River>(records(RIVERS) + record * L.RIVER_BYTES);
      const outside = segmentDistance(r.ax, r.az, r.bx, r.bz, x, z) - r.width * 0.5;
      if (outside < riverOutside) {
        riverOutside = outside;
        riverHalf = r.width * 0.5;
        riverDepth = r.depth;
      }
    } else if (section == LAKES) {
      const l = changetype<Lake>(records(LAKES) + record * L.LAKE_BYTES);
      const outside = lakeDistance(l, x, z);
      if (outside < BANK_M) h = carved(h, outside, Mathf.min(l.rx, l.rz) * 0.6, l.depth);
    } else if (section >= ROADS) break;
  }
  return riverOutside < BANK_M ? carved(h, riverOutside, riverHalf, riverDepth) : h;
}

/** Height of the ground in metres at any point of the world. Pure. */
export function landHeight(x: f32, z: f32): f32 {
  return worked(landscape(x, z), x, z);
}

/** What people have made of land that was `untouched` metres high. */
function worked(untouched: f32, x: f32, z: f32): f32 {
  const square = squareOf(x, z);
  const h = shaped(untouched, x, z, square);
  if (square < 0) return h;
  let nearest: f32 = SHOULDER_M;
  let centreX: f32 = 0;
  let centreZ: f32 = 0;
  for (let i = <i32>stampStarts[square], end = <i32>stampStarts[square + 1]; i < end; i++) {
    const entry = stampEntries[i];
    if (entry >> 12 != ROADS) continue;
    const road = changetype<Road>(records(ROADS) + <usize>(entry & 0xfff) * L.ROAD_BYTES);
    const outside = segmentDistance(road.ax, road.az, road.bx, road.bz, x, z) - road.width * 0.5;
    if (outside >= nearest) continue;
    nearest = outside;
    centreX = nearX;
    centreZ = nearZ;
  }
  if (nearest >= SHOULDER_M) return h;
  // Across its width a road is as high as its middle, so that it lies level on a hillside.
  const middle = shaped(landscape(centreX, centreZ), centreX, centreZ, squareOf(centreX, centreZ));
  return lerpf(middle, h, smooth(0, SHOULDER_M, nearest));
}

function inField(f: Field, x: f32, z: f32): bool {
  const c = Mathf.cos(f.yaw);
  const s = Mathf.sin(f.yaw);
  const dx = x - f.x;
  const dz = z - f.z;
  return Mathf.abs(dx * c + dz * s) <= f.halfWidth && Mathf.abs(dz * c - dx * s) <= f.halfDepth;
}

/** What the ground is made of (GROUND_*). Pure. */
export function landType(x: f32, z: f32): i32 {
  const square = squareOf(x, z);
  let type: i32 = L.GROUND_GRASS;
  if (square >= 0) {
    for (let i = <i32>stampStarts[square], end = <i32>stampStarts[square + 1]; i < end; i++) {
      const entry = stampEntries[i];
      const record = <usize>(entry & 0xfff);
      const section = entry >> 12;
      if (section == ROADS) {
        const road = changetype<Road>(records(ROADS) + record * L.ROAD_BYTES);
        if (segmentDistance(road.ax, road.az, road.bx, road.bz, x, z) > road.width * 0.5) continue;
        if (road.paved) return L.GROUND_PAVED;
        type = L.GROUND_ROAD;
      } else if (section == FIELDS) {
        if (type == L.GROUND_GRASS && inField(changetype<Field>(records(FIELDS) + record * L.FIELD_BYTES), x, z)) type = L.GROUND_FIELD;
      } else if (section == FORESTS && type == L.GROUND_GRASS) {
        const f = changetype<Forest>(records(FORESTS) + record * L.FOREST_BYTES);
        const dx = x - f.x;
        const dz = z - f.z;
        if (dx * dx + dz * dz < f.radius * f.radius) type = L.GROUND_FOREST;
      }
    }
  }
  if (type == L.GROUND_ROAD || type == L.GROUND_FIELD) return type;
  const h = landHeight(x, z);
  if (h < -0.25) return L.GROUND_BED;
  if (h < 0.7 || (z > COAST_Z && isSandy(x, z, h))) return L.GROUND_SAND;
  const dx = landHeight(x + 1.5, z) - landHeight(x - 1.5, z);
  const dz = landHeight(x, z + 1.5) - landHeight(x, z - 1.5);
  return dx * dx + dz * dz > 6.5 ? L.GROUND_ROCK : type;
}

// ---- samples of this region, for everything that walks ----

export function sampleHeights(): void {
  const west = head.originX - <f32>L.REGION_MARGIN_M;
  const north = head.originZ - <f32>L.REGION_MARGIN_M;
  for (let row = 0; row < HEIGHTS_SIDE; row++) sampleRow(HEIGHTS + ((<usize>(row * HEIGHTS_SIDE)) << 2), HEIGHTS_SIDE, west, north + <f32>(row * L.HEIGHT_STEP_M), <f32>L.HEIGHT_STEP_M);
}

/** `count` heights into memory from `at` on: at x, and every `step` metres east of it. */
function sampleRow(at: usize, count: i32, x: f32, z: f32, step: f32): void {
  for (let first = 0; first < count; first += 4) {
    const xs = f32x4.add(f32x4.splat(x), f32x4.mul(f32x4.splat(step), f32x4.add(f32x4.splat(<f32>first), f32x4(0, 1, 2, 3))));
    const untouched = landscapeOfFour(xs, f32x4.splat(z));
    put(at, count, first, f32x4.extract_lane(untouched, 0), f32x4.extract_lane(xs, 0), z);
    put(at, count, first + 1, f32x4.extract_lane(untouched, 1), f32x4.extract_lane(xs, 1), z);
    put(at, count, first + 2, f32x4.extract_lane(untouched, 2), f32x4.extract_lane(xs, 2), z);
    put(at, count, first + 3, f32x4.extract_lane(untouched, 3), f32x4.extract_lane(xs, 3), z);
  }
}

@inline
function put(at: usize, count: i32, index: i32, untouched: f32, x: f32, z: f32): void {
  if (index < count) store<f32>(at + (<usize>index << 2), worked(untouched, x, z));
}

/**
 * The ground under a walker: bilinear between samples, clamped at the margin. Samples are counted from the world's corner, not the region's:
 * then nothing is rounded and two cores that both know a place have the same bits for it.
 */
export function groundAt(x: f32, z: f32): f32 {
  const u = x * (1.0 / <f32>L.HEIGHT_STEP_M);
  const v = z * (1.0 / <f32>L.HEIGHT_STEP_M);
  const west = Mathf.floor(u);
  const north = Mathf.floor(v);
  const column = <i32>west - head.sampleColumn;
  const row = <i32>north - head.sampleRow;
  if (isSampled(column) && isSampled(row)) return between(column, row, u - west, v - north);
  // Beyond the samples it is as high as the nearest of them.
  const c = min(max(column, 0), HEIGHTS_SIDE - 2);
  const r = min(max(row, 0), HEIGHTS_SIDE - 2);
  return between(c, r, clampf(u - <f32>(c + head.sampleColumn), 0, 1), clampf(v - <f32>(r + head.sampleRow), 0, 1));
}

/** Unsigned, so that one comparison says it: what is below 0 is beyond the last one too. */
@inline
function isSampled(line: i32): bool {
  return <u32>line <= <u32>(HEIGHTS_SIDE - 2);
}

@inline
function between(column: i32, row: i32, fx: f32, fz: f32): f32 {
  const at = row * HEIGHTS_SIDE + column;
  const a = heights[at] + (heights[at + 1] - heights[at]) * fx;
  const below = at + HEIGHTS_SIDE;
  const b = heights[below] + (heights[below + 1] - heights[below]) * fx;
  return a + (b - a) * fz;
}

/** Rise per metre eastwards and southwards under a point. */
export function slopeX(x: f32, z: f32): f32 {
  return groundAt(x + 0.5, z) - groundAt(x - 0.5, z);
}
export function slopeZ(x: f32, z: f32): f32 {
  return groundAt(x, z + 0.5) - groundAt(x, z - 0.5);
}
