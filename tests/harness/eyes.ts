// The core as a client carries it: loaded with a place's content, to predict its own body and to hold what it sees. A traveller's eyes
// change with the place: the land of each is worked out once per process, and a bot has two cores that take turns.
import { readFileSync } from 'node:fs';
import { HOME_REGION, placeOf, regionKey } from '../../src/shared/content';
import type { Place } from '../../src/shared/content/kinds';
import { packContent } from '../../src/shared/content/pack';
import { boundsOf, wholeOf } from '../../src/shared/regions';
import { Sim } from '../../src/shared/sim';
import type { CoreFor } from '../../web/net/session';

/** The Workers' types know no constructor (a Worker cannot compile); Node has one. */
const Module = WebAssembly.Module as unknown as new (bytes: Uint8Array) => WebAssembly.Module;

let compiled: WebAssembly.Module | undefined;
/** A core of each place, whose land others copy. */
const lands = new Map<Place, Sim>();

/** A core for a region, divided or not. */
export function newEyes(region = HOME_REGION): Sim {
  return loaded(blank(), region);
}

/**
 * The cores of one traveller: the one that looks into a region's place already, else a spare one that is loaded with it. `inUse`: the one
 * he sees through now, loaded for `region`.
 */
export function coresFor(inUse: () => Sim | null, region = HOME_REGION): CoreFor {
  const places = new Map<Sim, string>();
  const first = inUse();
  if (first) places.set(first, wholeOf(region));
  return async wanted => {
    const whole = wholeOf(wanted);
    const ready = [...places].find(([, place]) => place === whole);
    if (ready) return ready[0];
    const spare = [...places.keys()].find(sim => sim !== inUse()) ?? blank();
    places.set(loaded(spare, wanted), whole);
    return spare;
  };
}

function blank(): Sim {
  compiled ??= new Module(readFileSync('build/core.wasm'));
  return new Sim(compiled);
}

/** Hundreds of bots share a process: the land is worked out once. An instance lies where its place says. */
function loaded(sim: Sim, region: string): Sim {
  const place = placeOf(wholeOf(region));
  if (!place) throw new Error(`region ${region} has no place`);
  const { west, north } = boundsOf(regionKey(place));
  sim.loadLike(landOf(place), place.seed, west, north);
  return sim;
}

function landOf(place: Place): Sim {
  const known = lands.get(place);
  if (known) return known;
  const land = blank();
  const { west, north } = boundsOf(regionKey(place));
  land.load(place.seed, west, north, packContent(place));
  lands.set(place, land);
  return land;
}
