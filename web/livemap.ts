// The world as it stands now, for map and /map: who holds what, how many are where, what is divided. In: GET /api/map every 5 s while
// somebody looks. Out: signals; null until the server answered.
import { computed, signal } from '@preact/signals';
import { PLACES, regionKey } from '../src/shared/content';
import { COVENANTS, type Covenant, type Place } from '../src/shared/content/kinds';
import type { MapRegion, WorldMap } from '../src/shared/map';
import { type Weather, weatherOf } from '../src/shared/rules/weather';

export const liveMap = signal<WorldMap | null>(null);
/** The last question got no answer. */
export const mapSilent = signal(false);

/** One place as the map shows it. */
export interface PlaceState extends Omit<MapRegion, 'place' | 'holder'> {
  place: Place;
  holder: Covenant | null;
  /** From the server's clock, as everywhere (rules/weather.ts). */
  weather: Weather;
}

export const placeStates = computed<readonly PlaceState[]>(() => {
  const now_ms = liveMap.value?.at || Date.now();
  const told = new Map(liveMap.value?.regions.map(each => [each.region, each]));
  return PLACES.map(place => {
    const region = regionKey(place);
    const known = told.get(region) ?? {
      region,
      players: 0,
      awake: false,
      divided: false,
      holder: 0,
      by: 0,
      pressure: 0,
      efforts: [],
    };
    return { ...known, place, holder: COVENANTS[known.holder - 1] ?? null, weather: weatherOf(place, now_ms) };
  });
});

export const playersInWorld = computed(() => placeStates.value.reduce((sum, { players }) => sum + players, 0));

const EVERY_MS = 5000;
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

async function ask(): Promise<void> {
  const answer = await fetch('/api/map');
  if (!answer.ok) throw new Error(`map ${answer.status}`);
  const body = (await answer.json()) as Partial<WorldMap>;
  if (!Array.isArray(body.regions)) throw new Error('the map names no regions');
  liveMap.value = { at: body.at ?? 0, version: body.version ?? 0, regions: body.regions };
  mapSilent.value = false;
}

function once(): void {
  if (document.hidden) return;
  ask().catch(() => {
    // The last answer stays on the map; the list says that it is old.
    mapSilent.value = true;
  });
}

/** Asks until the returned function is called; several may look at once. */
export function watchMap(): () => void {
  if (watchers++ === 0) {
    once();
    timer = setInterval(once, EVERY_MS);
  }
  return () => {
    if (--watchers === 0) clearInterval(timer);
  };
}
