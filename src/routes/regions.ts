// The regions that exist.
import { placeOf } from '../shared/content';

export { regionPort } from '../ports';

/** A region whose place is made, divided or not. */
export function isRegion(key: string): boolean {
  return placeOf(key) !== undefined;
}
