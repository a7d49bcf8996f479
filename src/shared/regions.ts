// How the world is cut into regions: quadtree keys, what each owns, and which are live while some are divided. Pure; the same on the
// server, in the browser and in tests. A key is "level-column-row"; level 2 cuts the world into 4 x 4 regions of 512 m, and a crowded one
// divides into the four of level 3 below it. Content describes places of level 2; a child lives in its parent's place.
// Beside the world lie the instances of dungeons, "dungeon.slot": each a world of its own, without borders and neighbours.
import { REGION_SIZE_M, WORLD_SIZE_M } from '../../assembly/layout';

export type RegionKey = string;

/** What a region owns, in metres: west <= x < east, north <= z < south. */
export interface Bounds {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

export const WHOLE_LEVEL = Math.log2(WORLD_SIZE_M / REGION_SIZE_M);
export const CHILD_LEVEL = WHOLE_LEVEL + 1;

/** What owns nothing: the bounds of a region that is not live. */
export const NOWHERE: Bounds = { west: 0, north: 0, east: 0, south: 0 };
/** What an instance owns: all there is. */
const EVERYWHERE: Bounds = { west: 0, north: 0, east: WORLD_SIZE_M, south: WORLD_SIZE_M };

const keyOf = (level: number, column: number, row: number): RegionKey => `${level}-${column}-${row}`;

function cut(level: number): RegionKey[] {
  const side = 2 ** level;
  return Array.from({ length: side * side }, (_, i) => keyOf(level, i % side, Math.floor(i / side)));
}

/** The regions of level 2, row by row; and every key that can ever be live. */
export const WHOLE_REGIONS: readonly RegionKey[] = cut(WHOLE_LEVEL);
export const ALL_REGIONS: readonly RegionKey[] = [...WHOLE_REGIONS, ...cut(CHILD_LEVEL)];
const numbers = new Map(ALL_REGIONS.map((key, i) => [key, i]));

/** Of the world; instances are none. */
export const isRegion = (key: string): key is RegionKey => numbers.has(key);

const INSTANCE = /^([a-z]{1,12})\.(0|[1-9]\d{0,2})$/;
/** Bodies born in instances never leave them: all share one number. */
const INSTANCE_NUMBER = 127;

/** Which dungeon a key names an instance of, and which of them; null: it names none. Whether there is such a dungeon, content knows. */
export function instanceOf(key: string): { dungeon: string; slot: number } | null {
  const found = INSTANCE.exec(key);
  return found && { dungeon: found[1], slot: Number(found[2]) };
}
export const isInstance = (key: string): boolean => INSTANCE.test(key);
/** `dungeon`: its key, at most 12 small letters; `slot` 0..999. */
export const instanceKey = (dungeon: string, slot: number): RegionKey => `${dungeon}.${slot}`;

/** Its number, 0..79, of instances 127: the first part of the ids of bodies born there. Throws on a key of no region. */
export function numberOf(key: RegionKey): number {
  const number = isInstance(key) ? INSTANCE_NUMBER : numbers.get(key);
  if (number === undefined) throw new Error(`no region ${key}`);
  return number;
}

function parts(key: RegionKey): [level: number, column: number, row: number] {
  numberOf(key);
  return key.split('-').map(Number) as [number, number, number];
}

/** Asked for in every turn: worked out once. */
const bounds = new Map(ALL_REGIONS.map(key => [key, cutOut(key)]));

function cutOut(key: RegionKey): Bounds {
  const [level, column, row] = parts(key);
  const size = WORLD_SIZE_M / 2 ** level;
  return { west: column * size, north: row * size, east: (column + 1) * size, south: (row + 1) * size };
}

/** What a region owns; an instance: everything. Throws on a key of no region. */
export function boundsOf(key: RegionKey): Bounds {
  return bounds.get(key) ?? (isInstance(key) ? EVERYWHERE : cutOut(key));
}

/** The region of level 2 in whose place it lies (itself, if it is one, or an instance). */
export function wholeOf(key: RegionKey): RegionKey {
  if (isInstance(key)) return key;
  const [level, column, row] = parts(key);
  return level === WHOLE_LEVEL ? key : keyOf(WHOLE_LEVEL, column >> 1, row >> 1);
}

/** Whether it is one of those that may divide. */
export const isWhole = (key: RegionKey): boolean => !isInstance(key) && parts(key)[0] === WHOLE_LEVEL;

/** The four below a region of level 2, row by row. */
export function childrenOf(whole: RegionKey): readonly RegionKey[] {
  const [level, column, row] = parts(whole);
  return [0, 1, 2, 3].map(i => keyOf(level + 1, column * 2 + (i & 1), row * 2 + (i >> 1)));
}

/** Metres from a point to what a region owns; 0 inside. */
export function distanceTo({ west, north, east, south }: Bounds, x: number, z: number): number {
  const dx = Math.max(west - x, 0, x - east);
  const dz = Math.max(north - z, 0, z - south);
  // Math.hypot would cost ten times as much, and this is asked thousands of times a second.
  return Math.sqrt(dx * dx + dz * dz);
}

/** Which regions of level 2 are divided just now; `version` grows with every change. */
export interface Division {
  readonly version: number;
  readonly divided: readonly RegionKey[];
}

export const UNDIVIDED: Division = { version: 0, divided: [] };

/** The one live region of the world that owns a point. Points beyond the world's edge belong to the nearest. */
export function ownerOf({ divided }: Division, x: number, z: number): RegionKey {
  const within = (value: number, level: number): number =>
    Math.min(2 ** level - 1, Math.max(0, Math.floor((value / WORLD_SIZE_M) * 2 ** level)));
  const whole = keyOf(WHOLE_LEVEL, within(x, WHOLE_LEVEL), within(z, WHOLE_LEVEL));
  return divided.includes(whole) ? keyOf(CHILD_LEVEL, within(x, CHILD_LEVEL), within(z, CHILD_LEVEL)) : whole;
}

/** Whether a region owns anything. */
export function isLive({ divided }: Division, key: RegionKey): boolean {
  if (isInstance(key)) return true;
  return isWhole(key) ? !divided.includes(key) : divided.includes(wholeOf(key));
}

export function liveRegions(division: Division): RegionKey[] {
  return WHOLE_REGIONS.flatMap(key => (division.divided.includes(key) ? childrenOf(key) : [key]));
}

/** Live regions other than `key` that own ground within `reach_m` of it (of a region that is not live: of where it was). */
export function neighboursOf(division: Division, key: RegionKey, reach_m: number): RegionKey[] {
  if (isInstance(key)) return [];
  const mine = boundsOf(key);
  return liveRegions(division).filter(other => other !== key && gap(mine, boundsOf(other)) <= reach_m);
}

function gap(a: Bounds, b: Bounds): number {
  return Math.hypot(Math.max(a.west - b.east, 0, b.west - a.east), Math.max(a.north - b.south, 0, b.north - a.south));
}
