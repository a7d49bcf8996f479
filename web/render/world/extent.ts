// How far the things of a place reach: woods and fences may stand over its region's border. In: a place. Out: a rectangle in metres.
import { REGION_SIZE_M } from '../../../assembly/layout';
import type { Place } from '../../../src/shared/content/kinds';

export interface Extent {
  west: number;
  north: number;
  east: number;
  south: number;
}

/** No model is wider than this about its middle. */
const WIDEST_M = 16;

export function extentOf(place: Place): Extent {
  const [, column, row] = place.region;
  const west = column * REGION_SIZE_M;
  const north = row * REGION_SIZE_M;
  const out = { west, north, east: west + REGION_SIZE_M, south: north + REGION_SIZE_M };
  const take = (x: number, z: number, reach = WIDEST_M) => {
    out.west = Math.min(out.west, x - reach);
    out.north = Math.min(out.north, z - reach);
    out.east = Math.max(out.east, x + reach);
    out.south = Math.max(out.south, z + reach);
  };
  for (const f of place.forests) take(f.x, f.z, f.radius * 1.1);
  for (const f of place.fields) take(f.x, f.z, (f.w + f.d) / 2);
  for (const thing of [...place.buildings, ...place.props, ...place.trees, ...place.nodes, ...place.bridges])
    take(thing.x, thing.z);
  for (const line of [...place.roads, ...place.fences]) for (const [x, z] of line.points) take(x, z);
  return out;
}

/** Whether a square meets an extent. */
export function meets(extent: Extent, x: number, z: number, size: number, reach = 0): boolean {
  return x + size + reach > extent.west && x - reach < extent.east && z + size + reach > extent.north && z - reach < extent.south;
}
