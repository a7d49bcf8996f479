// The regions that exist.
import { REGIONS } from '../shared/content';

export { regionPort } from '../ports';

export function isRegion(key: string): boolean {
  return REGIONS.includes(key);
}
