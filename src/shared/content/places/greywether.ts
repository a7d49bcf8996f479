// The Greywether Fells, number 2, region 2-0-0: bare heights in the north-west corner of the world. Landmark: Greywether Hall, and the
// plateau behind it where Cragjaw's packs den.
import type { Place } from '../kinds';
import { RIVER, ROAD } from './crossings';
import { build } from './houses';
import { person } from './person';
import { definePlace } from './plan';
import { arc } from './shapes';
import { walk } from './tasks';
import { lake, river, road, track } from './ways';
import { camps, chest, crag, dungeonGate, fireside, gather, graves, patrol, pois, stones, strewn, waystone, woods } from './wilds';

// biome-ignore format: a table reads best with one row to a line
export const GREYWETHER: Place = definePlace(
  { number: 2, key: 'greywether', name: 'The Greywether Fells', biome: 'highland', law: 'contested', region: [2, 0, 0] },
  lake(300, 462, 58, 24, 5),
  river(6, 30, [[300, 480], RIVER.gloamwater]),
  road(ROAD.greywetherElderdeep, [430, 480], [446, 448], [464, 420], ROAD.greywetherAlderhead),
  track([446, 448], [420, 422], [380, 410], [330, 408], [280, 404], [236, 386], [196, 366], [164, 350]),
  track([140, 318], [128, 284], [112, 246], [98, 212]),
  { flats: [{ x: 140, z: 336, radius: 30, blend: 30, height: 26 }],
    buildings: [build('ruin', 140, 328, 180, 'Greywether Hall', [16, 22, 2]), build('tower', 118, 342, 90, 'The Lord’s Tower', [7, 7, 4]), build('ruin', 162, 326, 270, '', [9, 10, 1])],
    fences: [{ kind: 'stone', points: arc(140, 336, 34, 110, 165, 5) }, { kind: 'stone', points: arc(140, 336, 34, 200, 340, 12) }, { kind: 'stone', points: arc(140, 336, 34, 10, 70, 6) }] },
  strewn(140, 346, 12, 8, 'pillar', 'boulder', 'bones', 'rock'), graves(150, 354, 4, 2),
  { flats: [{ x: 84, z: 190, radius: 22, blend: 26, height: 42 }] },
  strewn(84, 190, 18, 14, 'bones', 'boulder', 'bones', 'rock', 'log'),
  { flats: [{ x: 430, z: 396, radius: 14, blend: 20, height: 14 }], buildings: [build('cottage', 424, 388, 150, 'The Bothy')] },
  dungeonGate(450, 464, 13), fireside(434, 396), stones(226, 300, 9, 5, 1),
  crag(60, 290, 12, 16), crag(200, 240, 14, 18), crag(346, 320, 8, 14), crag(440, 330, 10, 16), crag(280, 330, 7, 12), crag(60, 410, 9, 16),
  woods(['pines', 60, 440, 46, 3], ['pines', 120, 470, 40, 3], ['highland', 400, 350, 44, 2.2], ['pines', 470, 340, 40, 2.8], ['highland', 180, 440, 34, 2.4],
    ['pines', 470, 280, 40, 2.4], ['highland', 230, 330, 36, 2], ['pines', 480, 470, 34, 2.8], ['dark', 376, 478, 26, 2.6], ['highland', 310, 350, 34, 1.8], ['pines', 40, 350, 30, 2.4]),
  gather('star-silver', [58, 312], [182, 250], [216, 224], [110, 170], [66, 214], [430, 346]),
  gather('iron-ore', [340, 336], [290, 344], [448, 352], [72, 426], [232, 312]),
  gather('cloudberry', [400, 384], [360, 380], [256, 366], [184, 396], [330, 368], [150, 290]),
  gather('moonbell', [240, 440], [368, 440], [222, 306], [124, 356]),
  chest('star-silver', 140, 336), chest('strong-draught', 92, 200),
  camps(
    ['deer', 392, 448, 18, 4, 2, 3], ['hare', 400, 380, 18, 4, 1, 1],
    ['fell-wolf', 350, 352, 20, 5, 16, 17], ['rime-stag', 250, 352, 20, 4, 16, 17], ['fell-tusker', 200, 440, 20, 5, 16, 17], ['cairn-weaver', 70, 450, 20, 6, 17, 18],
    ['tarn-drowned', 300, 428, 14, 5, 16, 18], ['tarn-drowned', 362, 466, 12, 4, 16, 17], ['adit-crawler', 210, 262, 16, 5, 17, 18], ['storm-sprite', 226, 300, 12, 4, 17, 18],
    ['housecarl', 140, 330, 14, 6, 18, 19], ['lord-greywether', 140, 326, 3, 1, 19, 19], ['housecarl', 150, 358, 10, 4, 17, 18], ['fell-wolf', 124, 262, 18, 5, 18, 19], ['fell-wolf', 84, 200, 18, 6, 18, 19], ['cragjaw', 84, 186, 4, 1, 19, 19]),
  patrol('shadow-runner', 4, 16, 17, [282, 392], [236, 374], [262, 344], [312, 352], [356, 382], [330, 396]),
  walk('una-tarn', 'una', [[430, 400], [420, 418], [402, 416], [380, 410], [356, 409], [330, 410], [310, 418]],
    [[3, 'fell-wolf', 1, 16], [5, 'fell-wolf', 2, 17]],
    [[1, 'Up on the left. No. That is a stone. It gets me every time.'], [3, 'Here they are. Stand still, Clover.'], [6, 'Now. Everybody look down.']]),
  waystone('bothy', 'The Bothy Stone', 442, 404, 220),
  pois(['greywether-hall', 'Greywether Hall', 140, 338, 22, 580], ['blackwater', 'Blackwater Tarn', 300, 430, 16, 360], ['gnawed-heights', 'The Gnawed Heights', 84, 196, 20, 740],
    ['five-fingers', 'The Five Fingers', 226, 300, 14, 430], ['outflow', 'The Gloamwater', 318, 494, 12, 270], ['cinder-stair', 'The Cinder Stair', 450, 464, 14, 520]),
  { npcs: [
    person(101, 'una', 'Una Stane', 'Goatherd', 'wayfarer', [430, 400, 100], { hair: 3, hairColor: 13, body: 1, shirt: 14, trousers: 9, hat: 2, skin: 2 }, {
      greeting: ['You came up here on purpose? Sit. People who come up here on purpose need soup.', 'That hall had a lord once. He wanted the view to himself. He has it.', 'Cragjaw is a wolf as a barn is a box.'],
      barks: ['Goats, goats, goats… eleven. There were never eleven.'], vendor: ['cheese', 'bread', 'cloudberry', 'healing-draught', 'clear-water-flask'] }),
  ] },
);
