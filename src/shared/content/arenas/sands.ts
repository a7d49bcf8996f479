// The Proving Sands: a round hall under the open sky, two gate rooms that face each other, stone to hide behind. In: nothing. Out: the arena and
// its place, the same seen from either gate.
import type { Arena } from '../kinds';
import { alongWall, halls, inRoom, type Room } from '../places/halls';
import { definePlace, type Scene, together } from '../places/plan';
import { prop } from '../places/shapes';

const MIDDLE = 768;
const WEST: Room = [MIDDLE - 46, MIDDLE, 8, 10];
const RING: Room = [MIDDLE, MIDDLE, 24, 9];
const EAST: Room = [MIDDLE + 46, MIDDLE, 8, 10];

/** The same on both halves: a thing, and its counterpart turned half round the middle. */
const both = (kind: Parameters<typeof prop>[0], away: number, degrees: number, scale: number): Scene => ({
  props: [degrees, degrees + 180].map(d => prop(kind, ...inRoom(RING, away, d), (d + 90) % 360, scale)),
});

// biome-ignore format: a table reads best with one row to a line
const PLACE = definePlace(
  { number: 20, key: 'sands', name: 'The Proving Sands', biome: 'meadow', region: [2, 1, 1],
    mood: { hour: 16.5, weather: 'clear', mist: 0.9, air: [1, 0.9, 0.74], light: [1.06, 1, 0.9], motes: [0.95, 0.85, 0.6] } },
  halls({ wall: 'barrow', half: 4, floor: 'trodden' }, WEST, RING, EAST),
  { spawns: [
    { key: 'sands-west', x: WEST[0], z: WEST[1], yaw: 1.57 },
    { key: 'sands-east', x: EAST[0], z: EAST[1], yaw: -1.57 },
  ] },
  together(both('pillar', 9, 20, 1.5), both('pillar', 9, 160, 1.5), both('boulder', 14, 90, 1.1), both('tomb', 16, 48, 1.2), both('tomb', 16, 132, 1.2), both('boulder', 4.5, 90, 0.8)),
  alongWall('banner', RING, 1.4, 1.3, 20, 60, 120, 160, 200, 240, 300, 340), alongWall('brazier', RING, 1.8, 1.2, 40, 140, 220, 320),
  alongWall('banner', WEST, 1.2, 1, 225, 315), alongWall('banner', EAST, 1.2, 1, 45, 135),
  alongWall('brazier', WEST, 1.6, 1, 270), alongWall('brazier', EAST, 1.6, 1, 90),
);

export const SANDS: Arena = {
  id: 1,
  key: 'sands',
  name: 'The Proving Sands',
  text: 'Three against three, until one side lies on the sand. The covenants agree on nothing but this: what happens here stays here.',
  place: PLACE,
};
