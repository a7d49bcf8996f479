// Alderwick and its valley: the first region, quadtree key 2/1/1, x and z in [512, 1024). In: the pages beside this. Out: one Place.
import type { Place } from '../kinds';
import { BRIDGES, FLATS, FORESTS, KNOLLS, LAKES, RIVERS, ROADS, ROADS_OUT } from './alderwick/land';
import { NPCS } from './alderwick/people';
import { TASKS } from './alderwick/tasks';
import { FIELDS, VILLAGE_BUILDINGS, VILLAGE_FENCES, VILLAGE_PROPS, VILLAGE_TREES } from './alderwick/village';
import { CAMPS, NODES, POIS, SPAWNS, WILD_BUILDINGS, WILD_FENCES, WILD_PROPS } from './alderwick/wilds';
import { definePlace } from './plan';

export const ALDERWICK: Place = definePlace(
  { number: 0, key: 'alderwick', name: 'Alderwick', biome: 'meadow', region: [2, 1, 1] },
  {
    knolls: KNOLLS,
    flats: FLATS,
    rivers: RIVERS,
    lakes: LAKES,
    roads: [...ROADS, ...ROADS_OUT],
    bridges: BRIDGES,
    fields: FIELDS,
    fences: [...VILLAGE_FENCES, ...WILD_FENCES],
    forests: FORESTS,
    trees: VILLAGE_TREES,
    buildings: [...VILLAGE_BUILDINGS, ...WILD_BUILDINGS],
    props: [...VILLAGE_PROPS, ...WILD_PROPS],
    camps: CAMPS,
    npcs: NPCS,
    pois: POIS,
    spawns: SPAWNS,
    nodes: NODES,
  },
  TASKS,
);
