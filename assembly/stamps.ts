// Which stamps of the place (knolls, flats, rivers, lakes, roads, fields, forests) touch which 32 m square of the world, so that a
// height asks only the few that matter. An entry is section << 12 | record, in the order in which stamps shape the ground.
import * as L from './layout';
import { CONTENT, MAX_STAMP_ENTRIES, STAMP_ENTRIES, STAMP_SIDE, STAMP_STARTS } from './memory';
import { count, FIELDS, FLATS, FORESTS, KNOLLS, LAKES, RIVERS, ROADS, records } from './content';
import { U16s, U32s } from './columns';

export const stampStarts = changetype<U32s>(STAMP_STARTS);
export const stampEntries = changetype<U16s>(STAMP_ENTRIES);
const SQUARE: f32 = 32;

/** Banks reach this far beyond a river's or lake's edge. */
export const BANK_M: f32 = 40;
/** The ground beside a road leans to it this far beyond its edge. */
export const SHOULDER_M: f32 = 5;

@unmanaged @final export class Knoll { x: f32; z: f32; height: f32; radius: f32; }
@unmanaged @final export class Flat { x: f32; z: f32; radius: f32; blend: f32; height: f32; }
@unmanaged @final export class River { ax: f32; az: f32; bx: f32; bz: f32; width: f32; depth: f32; }
@unmanaged @final export class Lake { x: f32; z: f32; rx: f32; rz: f32; depth: f32; }
@unmanaged @final export class Road { ax: f32; az: f32; bx: f32; bz: f32; width: f32; paved: u32; }
@unmanaged @final export class Field { x: f32; z: f32; halfWidth: f32; halfDepth: f32; yaw: f32; }
@unmanaged @final export class Forest { x: f32; z: f32; radius: f32; }

// The bounds of the stamp at hand: set by boundsOf, read by the two passes below.
let left: f32 = 0;
let right: f32 = 0;
let top: f32 = 0;
let bottom: f32 = 0;

function disc(x: f32, z: f32, reach: f32): void {
  left = x - reach;
  right = x + reach;
  top = z - reach;
  bottom = z + reach;
}

function segment(at: usize, reach: f32): void {
  const s = changetype<River>(at);
  left = Mathf.min(s.ax, s.bx) - reach;
  right = Mathf.max(s.ax, s.bx) + reach;
  top = Mathf.min(s.az, s.bz) - reach;
  bottom = Mathf.max(s.az, s.bz) + reach;
}

function boundsOf(section: i32, at: usize): void {
  if (section == KNOLLS) {
    const k = changetype<Knoll>(at);
    disc(k.x, k.z, k.radius * 3.5);
  } else if (section == FLATS) {
    const f = changetype<Flat>(at);
    disc(f.x, f.z, f.radius + f.blend);
  } else if (section == RIVERS) {
    segment(at, changetype<River>(at).width * 0.5 + BANK_M);
  } else if (section == LAKES) {
    const l = changetype<Lake>(at);
    disc(l.x, l.z, Mathf.max(l.rx, l.rz) * 1.3 + BANK_M);
  } else if (section == ROADS) {
    segment(at, changetype<Road>(at).width * 0.5 + SHOULDER_M);
  } else if (section == FIELDS) {
    const f = changetype<Field>(at);
    disc(f.x, f.z, f.halfWidth + f.halfDepth);
  } else {
    const f = changetype<Forest>(at);
    disc(f.x, f.z, f.radius);
  }
}

@inline
function square(metres: f32): i32 {
  return min(max(<i32>Mathf.floor(metres / SQUARE), 0), STAMP_SIDE - 1);
}

/** Adds one stamp to every square it touches: `store` false only counts. */
function spread(section: i32, record: i32, at: usize, keep: bool): void {
  boundsOf(section, at);
  if (right < 0 || bottom < 0 || left >= <f32>L.WORLD_SIZE_M || top >= <f32>L.WORLD_SIZE_M) return;
  for (let row = square(top); row <= square(bottom); row++) {
    for (let column = square(left); column <= square(right); column++) {
      const cell = row * STAMP_SIDE + column;
      if (keep) stampEntries[<i32>stampStarts[cell + 1]] = (section << 12) | record;
      stampStarts[cell + 1] = stampStarts[cell + 1] + 1;
    }
  }
}

function spreadAll(keep: bool): void {
  for (let section = KNOLLS; section <= FORESTS; section++) {
    const size: usize = section == KNOLLS ? L.KNOLL_BYTES : section == FLATS ? L.FLAT_BYTES : section == RIVERS ? L.RIVER_BYTES
      : section == LAKES ? L.LAKE_BYTES : section == ROADS ? L.ROAD_BYTES : section == FIELDS ? L.FIELD_BYTES : L.FOREST_BYTES;
    for (let i = 0; i < count(section); i++) spread(section, i, records(section) + <usize>i * size, keep);
  }
}

/** Builds the index. Returns 0, or the content offset + 1 to blame when the place has more stamps per square than there is room for. */
export function indexStamps(): u32 {
  const cells = STAMP_SIDE * STAMP_SIDE;
  memory.fill(STAMP_STARTS, 0, <usize>(cells + 2) << 2);
  spreadAll(false);
  let total: u32 = 0;
  // Starts shifted by one: while filling, starts[cell + 1] runs from the cell's first entry to its end.
  for (let cell = 0; cell < cells; cell++) {
    const n = stampStarts[cell + 1];
    stampStarts[cell + 1] = total;
    total += n;
  }
  if (total > <u32>MAX_STAMP_ENTRIES) {
    memory.fill(STAMP_STARTS, 0, <usize>(cells + 2) << 2);
    return <u32>(records(KNOLLS) - CONTENT) + 1;
  }
  spreadAll(true);
  return 0;
}

/** The square of a point, or -1 outside the world. */
@inline
export function squareOf(x: f32, z: f32): i32 {
  if (!(x >= 0 && z >= 0 && x < <f32>L.WORLD_SIZE_M && z < <f32>L.WORLD_SIZE_M)) return -1;
  return <i32>(z / SQUARE) * STAMP_SIDE + <i32>(x / SQUARE);
}
