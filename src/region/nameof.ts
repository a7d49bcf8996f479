// Which region an object is: the platform tells it an id only. In: the id. Out: the key of the region or instance whose name gives that id.
import type { Env } from '../ports';
import { HALLS } from '../shared/content';
import { ALL_REGIONS, instanceKey, type RegionKey } from '../shared/regions';
import { SLOTS } from '../shared/rules/runs';

/** Instances come last, there are many of them. */
export function nameOf(id: DurableObjectId, env: Env): RegionKey | undefined {
  const isOurs = (key: RegionKey): boolean => env.REGION.idFromName(key).equals(id);
  const region = ALL_REGIONS.find(isOurs);
  if (region) return region;
  for (const { key } of HALLS) {
    const slot = Array.from({ length: SLOTS }, (_, i) => i).find(i => isOurs(instanceKey(key, i)));
    if (slot !== undefined) return instanceKey(key, slot);
  }
  return undefined;
}
