// Maps painted by the builder, for the minimap, the map panel and pages that only show the map. In: the builder. Out: pictures, north up.
import { WORLD_SIZE_M } from '../../assembly/layout';
import { regionKey } from '../../src/shared/content';
import type { Place } from '../../src/shared/content/kinds';
import { boundsOf } from '../../src/shared/regions';
import type { Builder } from './builder';

/** A place's region, `size` pixels wide: 1024 shows half a metre. */
export function mapPicture(builder: Builder, place: Place, size: number): Promise<ImageBitmap> {
  const { west, north, east } = boundsOf(regionKey(place));
  return builder.picture(size, { x: west, z: north, size: east - west });
}

/** The whole world, `size` pixels wide: 1024 shows two metres. Takes the builder some seconds of its idle time. */
export function worldPicture(builder: Builder, size: number): Promise<ImageBitmap> {
  return builder.picture(size, { x: 0, z: 0, size: WORLD_SIZE_M });
}
