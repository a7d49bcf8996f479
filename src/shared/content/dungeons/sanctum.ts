// The Wyrm Sanctum, for level 20: a stair of burnt gorges up to the last wyrm's hearth, and those who warm themselves at it. In: nothing. Out:
// the dungeon and its place.
import type { Dungeon } from '../kinds';
import { alongWall, boss, checkpoint, entrance, halls, inRoom, pack, type Room } from '../places/halls';
import { definePlace } from '../places/plan';
import { prop } from '../places/shapes';
import { chest, strewn } from '../places/wilds';

// biome-ignore format: a table reads best with one row to a line
const [GATE, ASH, STEP, CELL, CHAPEL, SHELF, KENNEL, VENT, SCALES, NURSERY, LEDGE, BRIDGE, SPINE, MAW, HEARTH, EYRIE]: readonly Room[] = [
  [1200, 446, 14, 24], [1200, 403, 10, 25], [1232, 375, 10, 27], [1272, 364, 11, 29], [1319, 376, 21, 30],
  [1366, 362, 8, 31.5], [1392, 328, 10, 33], [1380, 289, 10, 35], [1344, 268, 11, 37], [1295, 256, 21, 38],
  [1249, 240, 8, 39.5], [1221, 209, 10, 41], [1230, 168, 10, 43], [1268, 147, 11, 45], [1322, 140, 26, 46],
  [1378, 134, 9, 47],
];
const ROOMS = [GATE, ASH, STEP, CELL, CHAPEL, SHELF, KENNEL, VENT, SCALES, NURSERY, LEDGE, BRIDGE, SPINE, MAW, HEARTH, EYRIE];

// biome-ignore format: a table reads best with one row to a line
const PLACE = definePlace(
  { number: 18, key: 'sanctum', name: 'The Wyrm Sanctum', biome: 'ash', region: [2, 2, 0],
    mood: { hour: 18.7, weather: 'cloudy', mist: 2.4, air: [1.12, 0.52, 0.36], light: [1.2, 0.84, 0.68], motes: [1.6, 0.5, 0.1] } },
  halls({ wall: 'crag', half: 5.4, floor: 'bare' }, ...ROOMS),
  entrance(GATE, ASH),
  checkpoint('sanctum-gate', GATE, ASH), checkpoint('sanctum-shelf', SHELF, KENNEL), checkpoint('sanctum-ledge', LEDGE, BRIDGE), checkpoint('sanctum-eyrie', EYRIE, HEARTH),
  pack(ASH, 19, ['scale-guard', 2], ['ash-acolyte', 1]), pack(STEP, 19, ['cinder-hound', 3]), pack(CELL, 19, ['ash-acolyte', 3], ['scale-guard', 1]),
  boss('sister-cinder', CHAPEL, 20),
  pack(KENNEL, 19, ['cinder-hound', 3]), pack(VENT, 20, ['scale-guard', 2], ['ash-acolyte', 2]), pack(SCALES, 20, ['wyrmling', 2], ['scale-guard', 1]),
  boss('brood-nurse', NURSERY, 20),
  pack(BRIDGE, 20, ['wyrmling', 2], ['ash-acolyte', 1]), pack(SPINE, 20, ['cinder-hound', 2], ['scale-guard', 2]), pack(MAW, 20, ['wyrmling', 3], ['ash-acolyte', 1]),
  boss('hearthmaw', HEARTH, 20),
  alongWall('pillar', GATE, 2.2, 1.4, 40, 140, 220, 320), alongWall('bones', GATE, 3.4, 4, 90), alongWall('brazier', GATE, 2, 1.2, 65, 295),
  alongWall('brazier', ASH, 1.8, 1, 80, 280), alongWall('bones', STEP, 2.6, 1.6, 200, 230), alongWall('boulder', STEP, 2.2, 1, 20), alongWall('brazier', CELL, 1.8, 1, 340, 150), alongWall('tomb', CELL, 2.4, 1, 320, 170, 200),
  // The chapel of cinders: a ring of fires with a gap for whoever is late.
  alongWall('brazier', CHAPEL, 2.4, 1.6, 0, 30, 105, 135, 165, 195, 225, 330), alongWall('pillar', CHAPEL, 2.2, 1.5, 15, 45, 90, 120, 150, 180, 210, 240, 315, 345), alongWall('candles', CHAPEL, 1.8, 1.3, 8, 112, 172, 218, 336),
  alongWall('campfire', SHELF, 3.2, 0.9, 170),
  alongWall('bones', KENNEL, 2.6, 2, 60, 90, 120), alongWall('boulder', KENNEL, 2, 1, 140), alongWall('brazier', VENT, 1.8, 1, 110, 260), alongWall('rock', VENT, 2.4, 1.6, 90, 130), alongWall('eggs', SCALES, 2.4, 0.8, 170, 340), alongWall('bones', SCALES, 2.6, 1.6, 10),
  // The nursery: eggs along the wall, each on a bed of coals.
  alongWall('eggs', NURSERY, 3, 1.2, 0, 22, 44, 112, 134, 156, 178, 200, 290, 312, 335), alongWall('brazier', NURSERY, 2, 1.1, 11, 33, 123, 145, 167, 189, 301), alongWall('web', NURSERY, 1.8, 2, 56, 212, 346), alongWall('bones', NURSERY, 3.4, 2, 100, 222),
  alongWall('campfire', LEDGE, 3.2, 0.9, 300),
  alongWall('boulder', BRIDGE, 2.2, 1.2, 260, 300), alongWall('bones', BRIDGE, 3, 3, 230), alongWall('bones', SPINE, 3, 5, 270), alongWall('brazier', SPINE, 1.8, 1, 330), alongWall('brazier', MAW, 1.8, 1.2, 350, 190), alongWall('eggs', MAW, 2.4, 0.8, 170),
  // The hearth: the bones of the wyrms before the last, rib by rib, and the fire they were bred for.
  { props: [0, 24, 48, 132, 156, 180, 204, 228, 312, 336].map((d, i) => prop('bones', ...inRoom(HEARTH, 20.5, d), d, 7 + (i % 3))) },
  alongWall('brazier', HEARTH, 2.4, 2, 12, 36, 60, 120, 144, 168, 192, 216, 240, 324, 348), alongWall('eggs', HEARTH, 3.4, 1.5, 66, 114, 246), strewn(...inRoom(HEARTH, 21.5, 290), 2.5, 3, 'boulder'),
  alongWall('brazier', EYRIE, 1.8, 1, 30, 170), alongWall('bones', EYRIE, 3, 2, 140), chest('kiln-ember', ...inRoom(EYRIE, 5.5, 80)),
  { knolls: [[1250, 420, 14], [1310, 420, 18], [1340, 320, 14], [1430, 350, 18], [1420, 280, 16], [1290, 310, 12], [1250, 290, 12], [1190, 250, 16], [1190, 180, 18], [1270, 200, 14], [1330, 200, 14], [1260, 100, 20], [1330, 90, 24], [1400, 100, 20]].map(([x, z, height]) => ({ x, z, height, radius: 16 })) },
);

export const SANCTUM: Dungeon = {
  id: 3,
  key: 'sanctum',
  name: 'The Wyrm Sanctum',
  level: 20,
  least: 18,
  company: 5,
  gate: 'cinder-stair',
  text: 'They say the last wyrm is asleep, and that it is a sin to wake it. The sisters of the ash say so, and feed it, and count the eggs. The smoke over the fells has been getting thicker all year.',
  bosses: ['sister-cinder', 'brood-nurse', 'hearthmaw'],
  place: PLACE,
};
