// The core as a client carries it: loaded with a place's content, to predict its own body and to hold what it sees. A traveller's eyes
// change with the place: the land of each is worked out once per process, and a bot has two cores that take turns.
import { readFileSync } from 'node:fs';
import { HOME_REGION, placeOf } from '../../src/shared/content';
import { packContent } from '../../src/shared/content/pack';
import { boundsOf, wholeOf } from '../../src/shared/regions';
import { Sim } from '../../src/shared/sim';
import type { CoreFor } from '../../web/net/session';

/** The Workers' types know no constructor (a Worker cannot compile); Node has one. */
const Module = WebAssembly.Module as unknown as new (bytes: Uint8Array) => WebAssembly.Module;

let compiled: WebAssembly.Module | undefined;
/** By region of level 2: a core whose land others copy. */
const lands = new Map<string, Sim>();

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

/** Hundreds of bots share a process: the land is worked out once. */
function loaded(sim: Sim, region: string): Sim {
  const { west, north } = boundsOf(wholeOf(region));
  sim.loadLike(landOf(wholeOf(region)), seedOf(region), west, north);
  return sim;
}

function landOf(whole: string): Sim {
  const known = lands.get(whole);
  if (known) return known;
  const place = placeOf(whole);
  if (!place) throw new Error(`region ${whole} has no place`);
  const land = blank();
  const { west, north } = boundsOf(whole);
  land.load(place.seed, west, north, packContent(place));
  lands.set(whole, land);
  return land;
}

const seedOf = (region: string): number => placeOf(region)?.seed ?? 0;
