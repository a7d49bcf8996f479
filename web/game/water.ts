// How near running or lapping water is, for the ears. In: a point of the world; out: 0 (none within hearing) .. 1 (at its edge).
import type { Place } from '../../src/shared/content/kinds';
import { distanceToPath } from '../../src/shared/content/scatter';
import { placesNear } from '../places';

const HEARD_M = 26;

export function waterNear(here: Place, x: number, z: number): number {
  let nearest_m = HEARD_M;
  for (const { rivers, lakes } of placesNear(here, x, z, HEARD_M)) {
    for (const river of rivers) nearest_m = Math.min(nearest_m, distanceToPath(x, z, river.points) - river.width / 2);
    for (const lake of lakes) {
      const out = Math.hypot((x - lake.x) / lake.rx, (z - lake.z) / lake.rz) - 1;
      nearest_m = Math.min(nearest_m, out * Math.min(lake.rx, lake.rz));
    }
  }
  return 1 - Math.max(0, nearest_m) / HEARD_M;
}
