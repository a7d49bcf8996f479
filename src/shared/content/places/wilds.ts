// What waits outside the fences, as scenes: camps, patrols, woods, ruins, stones, hideouts, and what can be gathered.

import type { Point, Prop, Tree } from '../kinds';
import { hash01 } from '../scatter';
import { RESPAWN_S } from './gathered';
import { at, build, circle, palisade } from './houses';
import { type Scene, together } from './plan';
import { prop } from './shapes';

export { gather } from './gathered';

type CampRow = readonly [monster: string, x: number, z: number, radius: number, count: number, low: number, high: number];

export const camps = (...rows: readonly CampRow[]): Scene => ({
  camps: rows.map(([monster, x, z, radius, count, low, high]) => ({ monster, x, z, radius, count, level: [low, high] })),
});

/** A pack that lives at the first point and walks the round of all of them, for ever. */
export function patrol(monster: string, count: number, low: number, high: number, ...round: readonly Point[]): Scene {
  const [[x, z]] = round;
  return { camps: [{ monster, x, z, radius: 5, count, level: [low, high], route: [...round, round[0]] }] };
}

/** A chest that somebody has filled again a quarter of an hour after it was emptied. */
export const chest = (item: string, x: number, z: number): Scene => ({
  nodes: [{ item, prop: 'chest', x, z, respawn_s: RESPAWN_S.chest }],
});

const MIXES = {
  pines: ['pine', 'pine', 'pine', 'birch'],
  highland: ['pine', 'pine', 'birch', 'bush'],
  oaks: ['oak', 'oak', 'birch', 'bush'],
  deep: ['oak', 'oak', 'pine', 'oak', 'bush'],
  dark: ['pine', 'pine', 'oak', 'dead'],
  birches: ['birch', 'birch', 'oak', 'bush'],
  swamp: ['dead', 'birch', 'bush', 'dead', 'pine'],
  scrub: ['bush', 'bush', 'birch'],
  orchard: ['apple'],
} as const satisfies Record<string, readonly Tree['kind'][]>;

type WoodRow = readonly [mix: keyof typeof MIXES, x: number, z: number, radius: number, density: number];

export const woods = (...rows: readonly WoodRow[]): Scene => ({
  forests: rows.map(([mix, x, z, radius, density]) => ({ x, z, radius, density, mix: MIXES[mix] })),
});

/** One tree that stands where it was meant to. */
export const tree = (kind: Tree['kind'], x: number, z: number, scale = 1): Tree => ({
  kind,
  x,
  z,
  scale,
  seed: Math.round(x * 31 + z * 17),
});

/** Turns by this angle never line up (Vogel 1979). */
const GOLDEN_DEG = 137.508;

/** Things lying about on a disc, evenly, each turned and sized a little differently. */
export function strewn(x: number, z: number, radius: number, count: number, ...kinds: readonly Prop['kind'][]): Scene {
  return {
    props: Array.from({ length: count }, (_, i) =>
      prop(
        kinds[i % kinds.length],
        ...at(x, z, radius * Math.sqrt((i + 0.7) / count), i * GOLDEN_DEG + x),
        i * 67,
        Math.round((0.85 + hash01(Math.round(x), Math.round(z), i) * 0.6) * 100) / 100,
      ),
    ),
  };
}

/** A rocky knoll. */
export const crag = (x: number, z: number, height: number, radius: number): Scene =>
  together({ knolls: [{ x, z, height, radius }] }, strewn(x, z, radius * 1.3, 5, 'boulder', 'rock'));

/** A ring of standing stones; `scale` 1 is four metres high. */
export const stones = (x: number, z: number, radius: number, count: number, scale: number): Scene => ({
  props: Array.from({ length: count }, (_, i) =>
    prop('pillar', ...at(x, z, radius, (i * 360) / count + 10), i * 50, Math.round(scale * (0.8 + (i % 3) * 0.2) * 100) / 100),
  ),
});

/** A fire and two logs to sit on. */
export const fireside = (x: number, z: number, degrees = 0): Scene => ({
  props: [prop('campfire', x, z), ...[100, 215].map(d => prop('log', ...at(x, z, 3.4, d + degrees), d + degrees))],
});

/** Rows of graves; `degrees`: where they look. */
export const graves = (x: number, z: number, columns: number, rows: number, degrees = 0): Scene => ({
  props: Array.from({ length: columns * rows }, (_, i) =>
    prop(
      'gravestone',
      x + (i % columns) * 2.8,
      z + Math.floor(i / columns) * 3.4,
      degrees + ((i * 37) % 22) - 11,
      0.9 + (i % 3) * 0.12,
    ),
  ).filter((_, i) => i % 7 !== 4),
});

/** Tents and a fire behind a palisade with one gate, and beyond the fire a chest of `loot`. */
export function hideout(x: number, z: number, height: number, gate: number, tents: number, loot: string): Scene {
  const radius = 15 + tents;
  const turns = Array.from({ length: tents }, (_, i) => gate + 75 + (i * 210) / Math.max(1, tents - 1));
  return together(
    { flats: [{ x, z, radius: radius + 4, blend: 24, height }] },
    palisade(x, z, radius, gate),
    fireside(x, z, gate),
    { buildings: turns.map(d => build('tent', ...at(x, z, radius - 6, d), d + 180)) },
    chest(loot, ...at(x, z, 7, gate + 180)),
    {
      props: [
        ...circle('crate', x, z, radius - 3, gate + 150, gate + 158),
        ...circle('banner', x, z, radius + 2, gate - 24, gate + 24),
      ],
    },
  );
}

/** A point of interest with a waystone, and beside it the spot where the dead return. Whoever travels here arrives south of the stone. */
export const waystone = (key: string, name: string, x: number, z: number, xp: number): Scene => ({
  pois: [{ key, name, x, z, radius: 12, xp, waystone: true }],
  props: [prop('waystone', x, z - 1)],
  spawns: [{ key, x: x - 5, z: z + 2, yaw: 0 }],
});

/** The gate of a dungeon, looking south over level ground `height` metres high: who comes out of it stands at (x, z). */
export const dungeonGate = (x: number, z: number, height: number): Scene => ({
  flats: [{ x, z: z - 1, radius: 9, blend: 14, height }],
  props: [prop('gate', x, z - 5, 180), prop('brazier', x - 4.2, z - 4), prop('brazier', x + 4.2, z - 4)],
});

type PoiRow = readonly [key: string, name: string, x: number, z: number, radius: number, xp: number];
export const pois = (...rows: readonly PoiRow[]): Scene => ({
  pois: rows.map(([key, name, x, z, radius, xp]) => ({ key, name, x, z, radius, xp })),
});
