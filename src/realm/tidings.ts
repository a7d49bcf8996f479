// Tells regions what the realm has decided: how the world is cut now, and what people who are there are to hear. In: a division and the region
// whose cut changed; letters by region. Out: calls of `divided` and `hand`. Who cannot be reached learns of it with its next report, so
// nothing here is tried twice.
import { RING_3_M } from '../../assembly/layout';
import { type Env, type Letter, regionPort } from '../ports';
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

/** A region that does not take its letters is told its people's affairs anew when it reports; what was said besides is lost. */
export async function deliver(env: Env, bundles: ReadonlyMap<RegionKey, readonly Letter[]>): Promise<void> {
  await Promise.all(
    Array.from(bundles, async ([key, letters]) => {
      try {
        await regionPort(env, key).hand(letters);
      } catch (error) {
        console.error({ event: 'letters_undelivered', region: key, count: letters.length, error: String(error) });
      }
    }),
  );
}
