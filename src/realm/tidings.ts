// Tells the regions that are concerned how the world is cut now. In: a division and the region whose cut changed. Out: calls of `divided`.
// Who cannot be reached learns of it with its next report, so nothing here is tried twice.
import { RING_3_M } from '../../assembly/layout';
import { type Env, regionPort } from '../ports';
import { placeOf } from '../shared/content';
import { childrenOf, type Division, neighboursOf, type RegionKey } from '../shared/regions';

/** The region, its children, and every live region from which its ground can be seen. */
export function concerned(division: Division, whole: RegionKey): RegionKey[] {
  const all = new Set([whole, ...childrenOf(whole), ...neighboursOf(division, whole, RING_3_M)]);
  return [...all].filter(key => placeOf(key));
}

export async function spread(env: Env, division: Division, whole: RegionKey): Promise<void> {
  await Promise.all(
    concerned(division, whole).map(async key => {
      try {
        await regionPort(env, key).divided(division);
      } catch (error) {
        console.error({ event: 'division_untold', region: key, version: division.version, error: String(error) });
      }
    }),
  );
}
