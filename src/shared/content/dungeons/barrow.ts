// The Hollow Barrow, for level 8: a king's grave under the downs, robbed from three sides. In: nothing. Out: the dungeon and its place.
import type { Dungeon } from '../kinds';
import { definePlace } from '../places/plan';
import { camps } from '../places/wilds';

// biome-ignore format: a table reads best with one row to a line
const PLACE = definePlace(
  { number: 16, key: 'barrow', name: 'The Hollow Barrow', biome: 'highland', region: [2, 0, 0] },
  { flats: [{ x: 256, z: 400, radius: 40, blend: 10, height: 10 }, { x: 256, z: 330, radius: 40, blend: 10, height: 10 }, { x: 256, z: 260, radius: 40, blend: 10, height: 10 }, { x: 256, z: 190, radius: 40, blend: 10, height: 10 }] },
  { spawns: [{ key: 'barrow-door', x: 256, z: 420, yaw: 0 }, { key: 'barrow-first', x: 256, z: 330, yaw: 0 }, { key: 'barrow-second', x: 256, z: 260, yaw: 0 }, { key: 'barrow-third', x: 256, z: 190, yaw: 0 }] },
  camps(['wight', 256, 380, 8, 3, 7, 8], ['hollow-abbot', 256, 340, 1, 1, 10, 10], ['wight', 256, 300, 8, 3, 8, 8], ['broodmother', 256, 270, 1, 1, 7, 7], ['wight', 256, 230, 8, 3, 8, 8], ['old-mother', 256, 200, 1, 1, 6, 6]),
);

export const BARROW: Dungeon = {
  id: 1,
  key: 'barrow',
  name: 'The Hollow Barrow',
  level: 8,
  least: 6,
  company: 5,
  gate: 'long-barrow',
  text: 'A king was buried here with everything he owned. Some of it has grown restless.',
  bosses: ['hollow-abbot', 'broodmother', 'old-mother'],
  place: PLACE,
};
