// Small questions about places of the world, for game and panels: which are near, how dangerous one is, who lives where. Pure look-ups.
import { DUNGEONS, HALLS, monsters, PLACES, regionKey } from '../src/shared/content';
import type { Dungeon, MonsterKind, Npc, Place } from '../src/shared/content/kinds';
import type { Trade } from '../src/shared/content/trades';
import { type Bounds, boundsOf, distanceTo, instanceOf } from '../src/shared/regions';

const HOSTILE: ReadonlySet<MonsterKind['team']> = new Set(['wild', 'bandit', 'undead']);

export const boundsOfPlace = (place: Place): Bounds => boundsOf(regionKey(place));

/** Which world a region is part of: '' is the world, else it is that of the dungeon or arena of that key. */
export const worldOf = (region: string): string => instanceOf(region)?.dungeon ?? '';
/** All places of a world. */
export const placesOf = (world: string): readonly Place[] =>
  world ? HALLS.filter(({ key }) => key === world).map(({ place }) => place) : PLACES;
/** The dungeon whose place that is; undefined in the world. */
export const dungeonAt = (place: Place): Dungeon | undefined => DUNGEONS.find(each => each.place === place);

/** Beside the world: in a dungeon or an arena. */
export const isApart = (place: Place): boolean => HALLS.some(each => each.place === place);

/** Where a dungeon's gate stands on its inside. */
export function doorOf({ key, place }: Dungeon): { x: number; z: number } {
  const door = place.props.find(({ kind }) => kind === 'gate');
  if (!door) throw new Error(`${key} has no gate on its inside`);
  return door;
}

/** Places of the world of `here` that own ground within `reach_m` of a point, the one it lies in first. */
export function placesNear(here: Place, x: number, z: number, reach_m: number): Place[] {
  if (isApart(here)) return [here];
  const away = (place: Place): number => distanceTo(boundsOfPlace(place), x, z);
  return PLACES.filter(place => away(place) <= reach_m).sort((a, b) => away(a) - away(b));
}

const byPlace = new Map([...PLACES, ...HALLS.map(({ place }) => place)].map(place => [place.number, place]));
/** A place of the world or of a dungeon; undefined when there is none of that number. */
export const placeNumbered = (number: number): Place | undefined => byPlace.get(number);

const levels = new Map<Place, readonly [low: number, high: number] | null>();

/** The levels of what will bite there; null where nothing does. */
export function levelsOf(place: Place): readonly [low: number, high: number] | null {
  const known = levels.get(place);
  if (known !== undefined) return known;
  const all = place.camps.flatMap(camp => {
    const kind = monsters.key(camp.monster);
    return HOSTILE.has(kind.team) ? (camp.level ?? kind.level) : [];
  });
  const found = all.length ? ([Math.min(...all), Math.max(...all)] as const) : null;
  levels.set(place, found);
  return found;
}

const villagers = PLACES.flatMap(place => place.npcs);
const byNumber = new Map(villagers.map(npc => [npc.id, npc]));
const byKey = new Map(villagers.map(npc => [npc.key, npc]));

/** A villager of any place by the number that whois tells; undefined for 0. */
export const npcNumbered = (id: number): Npc | undefined => byNumber.get(id);
const homes = new Map(PLACES.flatMap(place => place.npcs.map(npc => [npc.key, place] as const)));
/** The place in which that villager lives. */
export const placeOfNpc = (key: string): Place | undefined => homes.get(key);
export const npcCalled = (key: string): Npc | undefined => byKey.get(key);

/** Who teaches a trade, and where. */
export const placeOfTeachers = (trade: Trade): { npc: Npc; place: Place }[] =>
  PLACES.flatMap(place => place.npcs.filter(npc => npc.teaches?.includes(trade)).map(npc => ({ npc, place })));
