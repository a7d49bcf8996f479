// The Thunderwold, for twenty of level 20: the wood where every storm of the world is born, and the stag that bears them. In: nothing. Out: the
// dungeon and its place.
import type { Dungeon } from '../kinds';
import { alongWall, boss, checkpoint, entrance, halls, inRoom, pack, type Room } from '../places/halls';
import { definePlace } from '../places/plan';
import { chest, stones, strewn, woods } from '../places/wilds';

// biome-ignore format: a table reads best with one row to a line
const [EAVES, RIDE, HOLLOW, RING, BREAK, GLADE, BOWER]: readonly Room[] = [
  [1280, 1470, 16, 12], [1280, 1416, 15, 12.5], [1238, 1372, 15, 13], [1244, 1312, 16, 13.5], [1288, 1268, 15, 14], [1336, 1196, 37, 14],
  [1384, 1128, 10, 14.5],
];
const ROOMS = [EAVES, RIDE, HOLLOW, RING, BREAK, GLADE, BOWER];

// biome-ignore format: a table reads best with one row to a line
const PLACE = definePlace(
  { number: 19, key: 'thunderwold', name: 'The Thunderwold', biome: 'forest', region: [2, 2, 2],
    mood: { hour: 19.4, weather: 'storm', mist: 0.4, air: [0.8, 0.86, 1.15], light: [1.05, 1.1, 1.35], motes: [0.5, 0.75, 1.6] } },
  halls({ wall: 'thicket', half: 7, floor: 'bare' }, ...ROOMS),
  entrance(EAVES, RIDE),
  checkpoint('thunderwold-eaves', EAVES, RIDE), checkpoint('thunderwold-bower', BOWER, GLADE),
  pack(RIDE, 20, ['fell-wolf', 5], ['storm-sprite', 3]), pack(HOLLOW, 20, ['cairn-weaver', 5], ['storm-sprite', 3]), pack(RING, 20, ['housecarl', 6], ['storm-sprite', 3]), pack(BREAK, 20, ['fell-wolf', 4], ['storm-sprite', 5]),
  boss('stormhart', GLADE, 20),
  alongWall('pillar', EAVES, 2.4, 1.2, 50, 130, 230, 310), alongWall('brazier', EAVES, 2.2, 1.1, 90, 270), alongWall('mushroom', EAVES, 2.4, 1.6, 70, 110, 250, 290),
  alongWall('mushroom', RIDE, 2, 1.8, 60, 80, 250, 280), alongWall('log', RIDE, 2.8, 1.4, 100), alongWall('web', HOLLOW, 2, 2, 200, 240, 280, 320), alongWall('bones', HOLLOW, 3, 2, 260), strewn(...inRoom(HOLLOW, 10, 250), 3, 4, 'rock', 'boulder'),
  stones(...inRoom(RING, 0, 0), 11.5, 9, 1.2), alongWall('candles', RING, 1.8, 1.2, 90, 250, 300), alongWall('log', BREAK, 3, 1.6, 90, 130), alongWall('boulder', BREAK, 2.6, 1.3, 290),
  // The glade: stones that lightning has found before.
  alongWall('pillar', GLADE, 3, 2, 0, 20, 60, 80, 100, 120, 140, 160, 180, 200, 240, 260, 280, 300, 320, 340), alongWall('candles', GLADE, 2.2, 1.5, 10, 70, 90, 110, 130, 150, 170, 190, 250, 270, 290, 310, 330, 350), alongWall('bones', GLADE, 5, 4, 95, 275),
  alongWall('campfire', BOWER, 3.4, 1, 60), alongWall('mushroom', BOWER, 2, 1.8, 120, 350), chest('storm-glass', ...inRoom(BOWER, 6, 20)),
  woods(['deep', 1220, 1470, 52, 3], ['deep', 1344, 1470, 54, 3], ['deep', 1330, 1390, 50, 3], ['deep', 1180, 1400, 50, 3], ['deep', 1180, 1320, 50, 3], ['dark', 1300, 1330, 46, 3], ['deep', 1230, 1240, 50, 3], ['dark', 1360, 1280, 46, 3], ['deep', 1270, 1150, 50, 3],
    ['deep', 1400, 1230, 50, 3], ['dark', 1330, 1120, 46, 3], ['deep', 1430, 1170, 50, 3], ['deep', 1400, 1090, 46, 3], ['deep', 1280, 1420, 60, 2.4]),
);

export const THUNDERWOLD: Dungeon = {
  id: 4,
  key: 'thunderwold',
  name: 'The Thunderwold',
  level: 20,
  least: 20,
  company: 20,
  gate: 'thunder-gate',
  text: 'Every storm that ever took a roof in the valley began in this wood, between one pair of antlers. Foresters count the seconds after the flash. Nobody has counted past none and come home. Bring friends; bring all of them.',
  bosses: ['stormhart'],
  place: PLACE,
};
