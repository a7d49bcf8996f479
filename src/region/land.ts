// The land of a place under a core: worked out of its content (some sixty milliseconds), or copied from the core of another region of
// that place which lives in this isolate: a division would otherwise stop everybody here while four regions work out the same land.
import type { Place } from '../shared/content/kinds';
import { packContent } from '../shared/content/pack';
import { boundsOf } from '../shared/regions';
import type { Sim } from '../shared/sim';

/** By place: the core that worked it out last, for as long as it lives. */
const known = new Map<Place, WeakRef<Sim>>();

export function loadLand(sim: Sim, place: Place): void {
  const { west, north } = boundsOf(place.region.join('-'));
  const other = known.get(place)?.deref();
  if (other) sim.loadLike(other, place.seed, west, north);
  else sim.load(place.seed, west, north, packContent(place));
  known.set(place, new WeakRef(sim));
}

/** A core of that place is torn: nobody is to copy from it. */
export function forgetLand(place: Place): void {
  known.delete(place);
}
