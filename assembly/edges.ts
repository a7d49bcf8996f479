// How far bodies may go, and which of them have left what this region owns. Any body may walk on into the margin, as far as there is ground:
// only the world's own edges stop it, and its region hands it over to the next one.
import * as L from './layout';
import { bodyId, NEAR, posX, posZ, realClass, SOLID_CELL_M } from './memory';
import { U32s } from './columns';
import { clampf, isFinite32 } from './numbers';
import { head } from './world';

/** Nobody comes nearer to the edge of the margin, or of the world, than this. */
const KEPT_FROM_MARGIN_M: f32 = 2;
const KEPT_FROM_WORLD_M: f32 = 1;
const OUT_M: f32 = <f32>L.REGION_MARGIN_M - KEPT_FROM_MARGIN_M;

/** Puts the region's north-west corner somewhere; it owns all of it until told otherwise. */
export function layOut(originX: f32, originZ: f32): void {
  const size = <f32>L.REGION_SIZE_M;
  const most = <f32>L.WORLD_SIZE_M - KEPT_FROM_WORLD_M;
  head.originX = originX;
  head.originZ = originZ;
  head.leastX = Mathf.max(originX - OUT_M, KEPT_FROM_WORLD_M);
  head.leastZ = Mathf.max(originZ - OUT_M, KEPT_FROM_WORLD_M);
  head.mostX = Mathf.min(originX + size + OUT_M, most);
  head.mostZ = Mathf.min(originZ + size + OUT_M, most);
  head.sampleColumn = (<i32>originX - L.REGION_MARGIN_M) / L.HEIGHT_STEP_M;
  head.sampleRow = (<i32>originZ - L.REGION_MARGIN_M) / L.HEIGHT_STEP_M;
  head.solidColumn = (<i32>originX - L.REGION_MARGIN_M) / SOLID_CELL_M;
  head.solidRow = (<i32>originZ - L.REGION_MARGIN_M) / SOLID_CELL_M;
  setBounds(originX, originZ, originX + size, originZ + size);
}

/** The nearest place to `x` (or `z`) where a body of this core may be. */
@inline
export function withinX(x: f32): f32 {
  return clampf(x, head.leastX, head.mostX);
}
@inline
export function withinZ(z: f32): f32 {
  return clampf(z, head.leastZ, head.mostZ);
}

/** What this region owns, metres. */
export function setBounds(west: f32, north: f32, east: f32, south: f32): void {
  if (!isFinite32(west + north + east + south)) return;
  head.west = west;
  head.north = north;
  head.east = east;
  head.south = south;
}

/** Real bodies farther than `slack` outside the bounds: their ids at NEAR. Returns how many. */
export function strays(slack: f32): i32 {
  if (!isFinite32(slack)) return 0;
  const ids = changetype<U32s>(NEAR);
  let n = 0;
  for (let s = 0, used = head.slotsUsed; s < used; s++) {
    if (realClass[s] == L.CLASS_NONE) continue;
    const x = posX[s];
    const z = posZ[s];
    if (x < head.west - slack || x >= head.east + slack || z < head.north - slack || z >= head.south + slack) ids[n++] = bodyId[s];
  }
  return n;
}
