// The world as it stands now, for map and /map: who holds what, how many are where, what is divided. In: GET /api/map every 5 s while
// somebody looks. Out: signals; null until the server answered.
import { computed, signal } from '@preact/signals';
import { PLACES, regionKey } from '../src/shared/content';
import { COVENANTS, type Covenant, type Place } from '../src/shared/content/kinds';
import { childrenOf, isRegion, type RegionKey, wholeOf } from '../src/shared/regions';

export interface MapRegion {
  region: string;
  /** Number of the place it lies in. */
  place: number;
  players: number;
  /** Somebody is there, and time passes. */
  awake: boolean;
  divided: boolean;
  /** 0 nobody, else 1 + the covenant's place in COVENANTS. */
  holder: number;
  /** -100..100: how the wilds press on it. */
  pressure: number;
}
export interface LiveMap {
  /** Server wall clock in ms. */
  at: number;
  /** Of the division of the world into regions. */
  version: number;
  regions: readonly MapRegion[];
}

export const liveMap = signal<LiveMap | null>(null);
/** The last question got no answer. */
export const mapSilent = signal(false);

/** One place as the map shows it. */
export interface PlaceState {
  place: Place;
  region: RegionKey;
  players: number;
  awake: boolean;
  /** Players in its four quarters, row by row, while it is divided. */
  quarters: readonly number[] | null;
  holder: Covenant | null;
  pressure: number;
}

export const placeStates = computed<readonly PlaceState[]>(() => {
  const told = liveMap.value?.regions ?? [];
  return PLACES.map(place => stateOf(place, told));
});

export const playersInWorld = computed(() => placeStates.value.reduce((sum, { players }) => sum + players, 0));

function stateOf(place: Place, told: readonly MapRegion[]): PlaceState {
  const region = regionKey(place);
  const mine = told.filter(each => isRegion(each.region) && wholeOf(each.region) === region);
  const whole = mine.find(each => each.region === region);
  const children = childrenOf(region).map(key => mine.find(each => each.region === key));
  const parts = children.some(Boolean);
  const players = parts ? children.reduce((sum, child) => sum + (child?.players ?? 0), 0) : (whole?.players ?? 0);
  const [first] = mine;
  return {
    place,
    region,
    players,
    awake: mine.some(each => each.awake),
    quarters: whole?.divided || parts ? children.map(child => child?.players ?? 0) : null,
    holder: COVENANTS[((whole ?? first)?.holder ?? 0) - 1] ?? null,
    pressure: (whole ?? first)?.pressure ?? 0,
  };
}

const EVERY_MS = 5000;
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

async function ask(): Promise<void> {
  const answer = await fetch('/api/map');
  if (!answer.ok) throw new Error(`map ${answer.status}`);
  const body = (await answer.json()) as Partial<LiveMap>;
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
