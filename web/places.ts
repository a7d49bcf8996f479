// Small questions about places of the world, for game and panels: which are near, how dangerous one is, who lives where. Pure look-ups.
import { DUNGEONS, monsters, PLACES, regionKey } from '../src/shared/content';
import type { MonsterKind, Npc, Place } from '../src/shared/content/kinds';
import type { Trade } from '../src/shared/content/trades';
import { type Bounds, boundsOf, distanceTo } from '../src/shared/regions';

const HOSTILE: ReadonlySet<MonsterKind['team']> = new Set(['wild', 'bandit', 'undead']);

export const boundsOfPlace = (place: Place): Bounds => boundsOf(regionKey(place));

/** Places that own ground within `reach_m` of a point, the one it lies in first. */
export function placesNear(x: number, z: number, reach_m: number): Place[] {
  const away = (place: Place): number => distanceTo(boundsOfPlace(place), x, z);
  return PLACES.filter(place => away(place) <= reach_m).sort((a, b) => away(a) - away(b));
}

const byPlace = new Map([...PLACES, ...DUNGEONS.map(({ place }) => place)].map(place => [place.number, place]));
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
