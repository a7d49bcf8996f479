// What can be won from the land, as part of a place. In: a thing and points. Out: nodes, each with its look and its time to grow back.
import type { Place, Point } from '../kinds';
import { HARVEST } from '../trades';
import type { Scene } from './plan';

type Growth = Place['nodes'][number]['prop'];
export const RESPAWN_S: Record<Growth, number> = { ore: 240, wood: 210, herb: 150, berry: 150, fish: 180, chest: 900 };

function growthOf(item: string): Growth {
  if (item.endsWith('berry')) return 'berry';
  const by = HARVEST[item]?.by;
  return by === 'mining' ? 'ore' : by === 'logging' ? 'wood' : by === 'fishing' ? 'fish' : 'herb';
}

/** Ore, wood, herbs, berries or fish at these points. */
export const nodesOf = (item: string, ...points: readonly Point[]): NonNullable<Scene['nodes']> =>
  points.map(([x, z]) => ({ item, prop: growthOf(item), x, z, respawn_s: RESPAWN_S[growthOf(item)] }));

/** The same as a scene. */
export const gather = (item: string, ...points: readonly Point[]): Scene => ({ nodes: nodesOf(item, ...points) });
