// How far bodies may go, and which of them have left what this region owns. Any body may walk on into the margin, as far as there is ground:
// only the world's own edges stop it, and its region hands it over to the next one.
import * as L from './layout';
import { bodyId, NEAR, posX, posZ, realClass } from './memory';
import { U32s } from './columns';
import { clampf, isFinite32 } from './numbers';
import { head } from './world';

/** Nobody comes nearer to the edge of the margin, or of the world, than this. */
const KEPT_FROM_MARGIN_M: f32 = 2;
const KEPT_FROM_WORLD_M: f32 = 1;
const OUT_M: f32 = <f32>L.REGION_MARGIN_M - KEPT_FROM_MARGIN_M;

@inline
function within(metres: f32, origin: f32): f32 {
  const least = Mathf.max(origin - OUT_M, KEPT_FROM_WORLD_M);
  const most = Mathf.min(origin + <f32>L.REGION_SIZE_M + OUT_M, <f32>L.WORLD_SIZE_M - KEPT_FROM_WORLD_M);
  return clampf(metres, least, most);
}

/** The nearest place to `x` (or `z`) where a body of this core may be. */
@inline
export function withinX(x: f32): f32 {
  return within(x, head.originX);
}
@inline
export function withinZ(z: f32): f32 {
  return within(z, head.originZ);
}

/** What this region owns, metres; the core's whole region until told otherwise. */
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
