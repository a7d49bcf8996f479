// How a place is put together: scenes (a hamlet, a road, a camp, a wood), each a few of the place's lists, laid one over the other.
// In: what the place is called and its scenes. Out: one Place. Points of interest are numbered by their order: new ones at the end.
import type { Camp, Place } from '../kinds';
import { loneTrees } from '../scatter';
import { weakly } from '../weakly';
import { harvestOf } from './harvest';
import { stationsOf } from './stations';

type Lists = Omit<Place, 'number' | 'key' | 'name' | 'biome' | 'home' | 'law' | 'region' | 'seed' | 'mood' | 'camps' | 'nodes'>;
type Unnamed<T extends { key: string }> = Omit<T, 'key'> & { key?: string };

/** Part of a place. Camps and nodes without a key of their own get one. */
export type Scene = Partial<Lists> & {
  readonly camps?: readonly Unnamed<Camp>[];
  readonly nodes?: readonly Unnamed<Place['nodes'][number]>[];
};

/** Several scenes as one. */
export function together(...scenes: readonly Scene[]): Scene {
  const whole: Record<string, unknown[]> = {};
  for (const scene of scenes) for (const [list, rows] of Object.entries(scene)) (whole[list] ??= []).push(...rows);
  return whole as Scene;
}

const NOTHING: Lists & Pick<Place, 'camps' | 'nodes'> = {
  knolls: [],
  flats: [],
  rivers: [],
  lakes: [],
  roads: [],
  bridges: [],
  fields: [],
  fences: [],
  clearings: [],
  forests: [],
  trees: [],
  buildings: [],
  props: [],
  camps: [],
  npcs: [],
  pois: [],
  walks: [],
  posts: [],
  spawns: [],
  nodes: [],
};

/** The place that the scenes make, with what trades find there, and with lone trees where they left room: planted when somebody first asks for them. */
export function definePlace(
  head: Pick<Place, 'number' | 'key' | 'name' | 'biome' | 'home' | 'law' | 'region' | 'mood'>,
  ...scenes: Scene[]
): Place {
  const all = together(...scenes, harvestOf(head.key), stationsOf(head.key));
  const plan: Place = {
    ...NOTHING,
    ...(all as Lists),
    ...head,
    seed: 500 + head.number * 37,
    camps: (all.camps ?? []).map((camp, i) => ({ ...camp, key: camp.key ?? `${camp.monster}-${i}` })),
    nodes: (all.nodes ?? []).map((node, i) => ({ ...node, key: node.key ?? `${node.item}-${i}` })),
  };
  return {
    ...plan,
    get trees() {
      return treesOf(plan);
    },
  };
}

const treesOf = weakly((plan: Place): Place['trees'] => [...plan.trees, ...loneTrees(plan)]);
