// All content in one place: tables and look-ups by number and by key. In: the tables. Out: what server, browser, tests and tools read.
// A key that does not exist is our own fault and throws; numbers from outside may be unknown and give undefined.

import { distanceTo, instanceOf, isRegion, wholeOf } from '../regions';
import { ABILITIES } from './abilities';
import { ARENAS } from './arenas';
import { CHAINS } from './chains';
import { CLASSES } from './classes';
import { COMPANIONS } from './companions';
import { DUNGEONS } from './dungeons';
import { EFFECTS } from './effects';
import { HAPPENINGS } from './happenings';
import { ITEMS } from './items';
import type {
  AbilityKind,
  Arena,
  Chain,
  ClassKind,
  CompanionKind,
  Dungeon,
  EffectKind,
  ItemKind,
  MonsterKind,
  Place,
  Poi,
  Post,
  Quest,
  TalentKind,
  Talk,
  Walk,
} from './kinds';
import { MONSTERS } from './monsters';
import { PLACES } from './places';
import { ALDERWICK } from './places/alderwick';
import { QUESTS } from './quests';
import { RECIPES } from './recipes';
import { groundsOf } from './scatter';
import { TALENTS } from './talents';
import { TALKS } from './talks';
import type { Recipe } from './trades';

interface Named {
  readonly id: number;
  readonly key: string;
}

export interface Table<T extends Named> {
  readonly all: readonly T[];
  /** By number; undefined when nobody has it. */
  get(id: number): T | undefined;
  /** By key; throws when nobody has it. */
  key(key: string): T;
  has(key: string): boolean;
}

function table<T extends Named>(word: string, all: readonly T[]): Table<T> {
  const ids = new Map<number, T>();
  const keys = new Map<string, T>();
  for (const row of all) {
    if (ids.has(row.id)) throw new Error(`${word} number ${row.id} is used twice`);
    if (keys.has(row.key)) throw new Error(`${word} key ${row.key} is used twice`);
    ids.set(row.id, row);
    keys.set(row.key, row);
  }
  return {
    all,
    get: id => ids.get(id),
    has: key => keys.has(key),
    key: key => {
      const row = keys.get(key);
      if (!row) throw new Error(`no ${word} called ${key}`);
      return row;
    },
  };
}

export const items: Table<ItemKind> = table('item', ITEMS);
export const abilities: Table<AbilityKind> = table('ability', ABILITIES);
export const effects: Table<EffectKind> = table('effect', EFFECTS);
export const classes: Table<ClassKind> = table('class', CLASSES);
export const talents: Table<TalentKind> = table('talent', TALENTS);
export const monsters: Table<MonsterKind> = table('monster', MONSTERS);
export const quests: Table<Quest> = table('quest', QUESTS);
export const recipes: Table<Recipe> = table('recipe', RECIPES);
export const talks: Table<Talk> = table('talk', TALKS);
export const companions: Table<CompanionKind> = table('companion', COMPANIONS);
export const dungeons: Table<Dungeon> = table('dungeon', DUNGEONS);
export const arenas: Table<Arena> = table('arena', ARENAS);
/** Chains of quests in the order of the log; the main story first. */
export const chains: readonly Chain[] = CHAINS;

/** "2-1-1": how a region is called in addresses and tickets. */
export const regionKey = (place: Place): string => place.region.join('-');
const places = new Map<string, Place>(PLACES.map(place => [regionKey(place), place]));
/** The place in which a region lies, divided or not. */
export const placeOf = (region: string): Place | undefined =>
  isRegion(region) ? places.get(wholeOf(region)) : (dungeonOf(region) ?? arenaOf(region))?.place;
/** The dungeon that an instance is of; undefined for every other key. */
export function dungeonOf(region: string): Dungeon | undefined {
  const instance = instanceOf(region);
  return instance && dungeons.has(instance.dungeon) ? dungeons.key(instance.dungeon) : undefined;
}
/** The arena that an instance is of; undefined for every other key. */
export function arenaOf(region: string): Arena | undefined {
  const instance = instanceOf(region);
  return instance && arenas.has(instance.dungeon) ? arenas.key(instance.dungeon) : undefined;
}
export const REGIONS: readonly string[] = [...places.keys()];
/** The places that have ground within `reach_m` of a point, by number. */
export const placesNear = (x: number, z: number, reach_m: number): readonly Place[] =>
  PLACES.filter(place => distanceTo(groundsOf(place), x, z) <= reach_m);

/** Points of interest are numbered over the whole world: so many to a place. */
const POIS_PER_PLACE = 64;
export const poiNumber = (place: Place, index: number): number => place.number * POIS_PER_PLACE + index;
/** Beside the world: each a world of its own. */
export const HALLS: readonly (Dungeon | Arena)[] = [...DUNGEONS, ...ARENAS];
const allPlaces = [...PLACES, ...HALLS.map(({ place }) => place)];
const poisByNumber = new Map(
  allPlaces.flatMap(place => place.pois.map((poi, i) => [poiNumber(place, i), { place, poi }] as const)),
);
const poisByKey = new Map(PLACES.flatMap(place => place.pois.map(poi => [poi.key, { place, poi }] as const)));
/** Where a dungeon's gate stands in the world. */
export function gateOf({ gate }: Dungeon): { place: Place; poi: Poi } {
  const found = poisByKey.get(gate);
  if (!found) throw new Error(`no point of interest called ${gate}`);
  return found;
}
/** A point of interest of any place by its number; undefined when there is none. */
export const poiOf = (number: number): { place: Place; poi: Poi } | undefined => poisByNumber.get(number);
/** Ways that villagers walk in company, and spots that can be held, by key, with the place they are in. */
export const walks: ReadonlyMap<string, { place: Place; walk: Walk }> = new Map(
  PLACES.flatMap(place => place.walks.map(walk => [walk.key, { place, walk }] as const)),
);
export const posts: ReadonlyMap<string, { place: Place; post: Post }> = new Map(
  PLACES.flatMap(place => place.posts.map(post => [post.key, { place, post }] as const)),
);
/** Where new characters begin. */
export const HOME_REGION = regionKey(ALDERWICK);

export { EMBLEMS, packEmblem, unpackEmblem } from './emblems';
export {
  ABILITIES,
  ALDERWICK,
  ARENAS,
  CLASSES,
  DUNGEONS,
  EFFECTS,
  HAPPENINGS,
  ITEMS,
  MONSTERS,
  PLACES,
  QUESTS,
  RECIPES,
  TALENTS,
  TALKS,
};
