// The shape of the land: a pure f32 function of place and seed, the same on server and client, for any point of the world.
// Order: rolling hills and mountains from noise, then knolls, flats, rivers and lakes (carved down to the water at y = 0), roads (levelled across).
import * as L from './layout';
import { HEIGHTS, HEIGHTS_SIDE } from './memory';
import { FIELDS, FLATS, FORESTS, KNOLLS, LAKES, RIVERS, ROADS, landscapeSeed, records } from './content';
import { BANK_M, Field, Flat, Forest, Knoll, Lake, River, Road, SHOULDER_M, squareOf, stampEntries, stampStarts } from './stamps';
import { clampf, lerpf, smooth } from './numbers';
import { fbm, noise, ridges } from './noise';
import { F32s } from './columns';
import { head } from './world';

const heights = changetype<F32s>(HEIGHTS);

// ---- the untouched landscape ----

/** 0 in the rolling country, 1 deep in the mountains: in the north and beyond the world's edges, but for the south, where the sea is. */
function mountainness(x: f32, z: f32, seed: u32): f32 {
  const outside = Mathf.max(Mathf.max(-x, x - <f32>L.WORLD_SIZE_M), -z);
  const wander = fbm(x / 310, z / 310, 3, seed + 31) * 170;
  const edge = smooth(-90, 520, outside + wander);
  const north = smooth(470, -160, z + wander);
  return Mathf.max(edge, north);
}

/** Hills, softly rounded and never wet, mountains where the world ends, and the sea in the south. */
function landscape(x: f32, z: f32): f32 {
  const seed = landscapeSeed();
  const bend = noise(x / 260, z / 260, seed + 91) * 34;
  const broad = fbm((x + bend) / 330, (z - bend) / 330, 3, seed) * 27;
  const small = fbm(x / 84, z / 84, 2, seed + 11) * 4.4;
  let h: f32 = 13.0 + broad + small;
  if (h < 4) h = 4 + (h - 4) * 0.28;
  const m = mountainness(x, z, seed);
  if (m > 0) {
    const massif = smooth(-0.35, 0.45, fbm(x / 540, z / 540, 2, seed + 51));
    h += m * (14 + ridges(x / 600, z / 600, 4, seed + 61) * (75 + 135 * massif) + fbm(x / 110, z / 110, 2, seed + 71) * 16);
  }
  if (z > COAST_Z) h = coastal(h, x, z, seed);
  return h + noise(x / 10.7, z / 10.7, seed + 81) * 0.11;
}

// ---- the sea ----

/** North of this the sea is not felt. */
const COAST_Z: f32 = 1580;
/** About here it begins. */
const SHORE_Z: f32 = 1920;

/** Metres out from the shore; inland negative. */
function seaward(x: f32, z: f32, seed: u32): f32 {
  return z - SHORE_Z + fbm(x / 330, z / 330, 3, seed + 41) * 190;
}

/** 0 where the land ends in a beach, 1 where it ends in cliffs: the south-east. */
function cliffs(x: f32): f32 {
  return smooth(1560, 1700, x);
}

/** The land as the sea has shaped it: dunes and a long beach, or downs that rise to a cliff. */
function coastal(h: f32, x: f32, z: f32, seed: u32): f32 {
  const out = seaward(x, z, seed);
  const rocky = cliffs(x);
  h += rocky * 13 * smooth(-260, -60, out);
  const bed: f32 = out > 0 ? <f32>-15 * smooth(0, 200, out) : Mathf.min(1.6, out * -0.05);
  let land = lerpf(bed, h, smooth(0, lerpf(200, 15, rocky), -out));
  const dunes: f32 = (<f32>1 - rocky) * smooth(-170, -110, out) * smooth(-18, -60, out);
  if (dunes > 0) land += dunes * ridges(x / 70, z / 44, 2, seed + 131) * 5.5;
  return land;
}

/** The beach, and bare patches of the dunes behind it. */
function isSandy(x: f32, z: f32, h: f32): bool {
  const out = seaward(x, z, landscapeSeed());
  if (out > -74 && h < 3.4) return true;
  return out > -170 && h < 9 && cliffs(x) < 0.5 && noise(x / 26, z / 26, landscapeSeed() + 141) > 0.1 - out * 0.002;
}

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
  return (Mathf.sqrt(dx * dx + dz * dz) - 1) * shore + noise(x / 23, z / 23, landscapeSeed() + 101) * Mathf.min(5, shore * 0.2);
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

/** The land before roads. */
function shaped(x: f32, z: f32, square: i32): f32 {
  let h = landscape(x, z);
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
  const square = squareOf(x, z);
  const h = shaped(x, z, square);
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
  const middle = shaped(centreX, centreZ, squareOf(centreX, centreZ));
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
  for (let row = 0; row < HEIGHTS_SIDE; row++) {
    for (let column = 0; column < HEIGHTS_SIDE; column++) {
      heights[row * HEIGHTS_SIDE + column] = landHeight(west + <f32>(column * L.HEIGHT_STEP_M), north + <f32>(row * L.HEIGHT_STEP_M));
    }
  }
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
