// The regions that exist, and the door to each Durable Object.
import type { Env, RegionPort } from '../ports';

export { isRegion } from '../shared/regions';

export function regionPort(env: Env, key: string): RegionPort {
  return env.REGION.get(env.REGION.idFromName(key)) as unknown as RegionPort;
}
