// Duskmere, number 8, region 2-0-2: the home of Violet, lamps and landing stages in the reeds. Landmark: the Dusk Lantern over the mere.
import type { Place } from '../kinds';
import { RIVER, ROAD } from './crossings';
import { DUSK_FOLK } from './duskmere/people';
import { build, circle, market, ring } from './houses';
import { definePlace } from './plan';
import { prop } from './shapes';
import { STABLES } from './stables';
import { bridge, lake, river, road, street, track } from './ways';
import { camps, chest, fireside, gather, graves, hideout, patrol, pois, stones, strewn, tree, waystone, woods } from './wilds';

const X = 364;
const Z = 1230;

// biome-ignore format: a table reads best with one row to a line
export const DUSKMERE: Place = definePlace(
  { number: 8, key: 'duskmere', name: 'Duskmere', biome: 'marsh', home: 'violet', region: [2, 0, 2] },
  { flats: [{ x: 440, z: 1250, radius: 60, blend: 60, height: 1.6 }, { x: 470, z: 1330, radius: 30, blend: 50, height: 2 }, { x: 460, z: 1430, radius: 40, blend: 60, height: 1.4 }, { x: 56, z: 1214, radius: 30, blend: 60, height: 1.6 }] },
  lake(458, 1248, 40, 44, 3), lake(422, 1440, 20, 15, 1.2), lake(492, 1392, 12, 16, 1), lake(410, 1376, 14, 10, 1), lake(50, 1212, 32, 20, 1.6), lake(96, 1192, 12, 9, 1.1), lake(400, 1338, 9, 7, 0.9), lake(440, 1180, 10, 7, 0.9), lake(486, 1220, 9, 12, 1),
  river(10, 74,
    [RIVER.alderAtDuskmere, [214, 1052], [232, 1076], [266, 1100], [300, 1118], [332, 1132], [368, 1146], [404, 1168], [438, 1202]],
    [RIVER.alderAtDuskmere, [214, 1052], [232, 1076], [266, 1100], [300, 1118], [332, 1132], [368, 1146], [404, 1168]]),
  river(11, 30, [[462, 1284], [466, 1316], [470, 1350], [476, 1396], [472, 1440], [460, 1490], RIVER.alderAtAldermouth]),
  river(6, 24, [[472, 1440], [494, 1458], RIVER.sallow]),
  { flats: [{ x: X, z: Z, radius: 50, blend: 66, height: 4.6 }] },
  market(X, Z, 4.6, 0),
  ring(X, Z,
    [32, 29, 'inn', 'The Patient Eel', [13, 10, 2]], [66, 27, 'house', 'Vale’s Glasses'], [118, 28, 'house', 'Reedwright’s'], [148, 28, 'cottage'], [208, 29, 'chapel', 'Chapel of the Last Light', [8, 15, 1]],
    [243, 27, 'house', 'Old Nettle’s'], [296, 28, 'house', 'The Covenant House', [11, 9, 3]], [332, 27, 'cottage'],
    [18, 48, 'cottage'], [250, 50, 'cottage'], [290, 50, 'house'], [316, 50, 'cottage'], [224, 49, 'cottage'], [204, 50, 'house']),
  { buildings: [build('tower', X + 34, Z + 28, 300, 'The Dusk Lantern', [6, 6, 7]), build('dock', X + 68, Z - 4, 90, '', [4, 24, 1]), build('dock', X + 64, Z + 14, 90, '', [3, 18, 1]), build('dock', X + 66, Z - 30, 60, '', [3, 14, 1])] },
  { props: [...circle('banner', X, Z, 36, 6, 174, 186, 264, 276, 354), ...circle('lamp', X, Z, 34, 12, 84, 100, 168, 258, 282), ...circle('lamp', X, Z, 54, 8, 196, 272), prop('cart', X - 8, Z - 40, 20), prop('barrel', X + 33, Z + 4), prop('crate', X + 33, Z - 12, 20), prop('log', X + 30, Z + 46, 40)] },
  street([X, Z], [X, Z - 34], [X - 6, Z - 56]), street([X, Z], [X, Z + 34], [X + 6, Z + 58]), street([X, Z], [X + 34, Z]), street([X, Z], [X - 34, Z], [X - 58, Z + 2]),
  road(ROAD.elderdeepDuskmere, [324, 1070], [318, 1104], [324, 1129], [336, 1152], [X - 6, Z - 56]),
  road([X + 6, Z + 58], [390, 1310], [420, 1326], [450, 1332], [468, 1331], [490, 1316], ROAD.duskmereFen),
  road([390, 1310], [384, 1360], [374, 1420], [376, 1480], ROAD.duskmereAldermouth),
  track([X - 58, Z + 2], [270, 1240], [220, 1260], [180, 1290], [150, 1320]),
  bridge(325, 1129.5, 155, 10), bridge(467.5, 1331, 92, 11),
  { flats: [{ x: 140, z: 1340, radius: 24, blend: 30, height: 17 }], buildings: [build('ruin', 140, 1336, 160, 'Hall of Unlit Lamps', [14, 18, 2]), build('tower', 122, 1350, 60, '', [6, 6, 3])] },
  strewn(142, 1344, 14, 8, 'lamp', 'pillar', 'bones', 'lamp'), graves(164, 1352, 4, 3),
  hideout(220, 1440, 18, 60, 4, 'strong-draught'),
  { flats: [{ x: 80, z: 1110, radius: 16, blend: 20, height: 12 }] }, stones(80, 1110, 10, 7, 1.4), fireside(80, 1110),
  strewn(428, 1420, 24, 10, 'log', 'stump', 'bones', 'rock'), strewn(80, 1236, 18, 8, 'log', 'stump', 'rock', 'bones'), strewn(410, 1210, 12, 4, 'log', 'stump'),
  { trees: [tree('dead', 400, 1196, 1.3), tree('dead', 490, 1290, 1.2), tree('birch', X - 24, Z + 40)] },
  woods(['swamp', 480, 1180, 36, 2.4], ['swamp', 430, 1120, 44, 2.6], ['dark', 490, 1080, 44, 3], ['dark', 400, 1060, 40, 2.8], ['swamp', 270, 1160, 40, 2.4], ['swamp', 180, 1120, 40, 2.4], ['dark', 130, 1060, 44, 2.8],
    ['swamp', 60, 1180, 36, 2.4], ['swamp', 160, 1220, 40, 2.6], ['dark', 60, 1330, 44, 2.8], ['dark', 60, 1430, 44, 2.8], ['oaks', 150, 1440, 36, 2.6], ['oaks', 280, 1330, 44, 2.6], ['birches', 310, 1410, 40, 2.4],
    ['swamp', 404, 1496, 32, 2.4], ['oaks', 300, 1490, 40, 2.6], ['swamp', 498, 1420, 20, 2.2], ['dark', 180, 1500, 40, 2.8], ['swamp', 250, 1210, 30, 2.2]),
  gather('moonbell', [396, 1190], [420, 1336], [440, 1410], [280, 1200], [104, 1226], [70, 1100], [190, 1210], [400, 1400]),
  gather('healwort', [310, 1170], [350, 1310], [300, 1270], [360, 1380], [340, 1100]),
  gather('brambleberry', [290, 1300], [330, 1440], [230, 1330], [400, 1500], [240, 1130], [350, 1060]),
  gather('iron-ore', [60, 1090], [160, 1376], [40, 1380], [206, 1460]),
  chest('glow-gem', 140, 1338), chest('clear-water-flask', 80, 1118),
  camps(
    ['hare', 300, 1300, 18, 4, 1, 1], ['deer', 330, 1380, 22, 5, 2, 3], ['deer', 400, 1080, 20, 4, 2, 3], ['fox', 280, 1260, 16, 2, 1, 2],
    ['snapper', 414, 1400, 14, 5, 4, 5], ['tusker', 260, 1170, 18, 5, 4, 6], ['boar', 320, 1460, 20, 5, 4, 5], ['wolf', 420, 1100, 20, 5, 4, 6], ['wisp', 470, 1180, 16, 5, 5, 6],
    ['spider', 180, 1110, 20, 5, 5, 7], ['snapper', 94, 1212, 10, 5, 5, 5], ['wisp', 84, 1240, 16, 5, 6, 7], ['drowned', 40, 1244, 12, 5, 9, 10], ['wisp', 80, 1110, 13, 4, 8, 9],
    ['wight', 142, 1340, 14, 6, 8, 10], ['bandit', 220, 1440, 14, 6, 6, 8], ['bandit-archer', 222, 1434, 12, 4, 6, 8], ['thorn-stag', 290, 1500, 18, 4, 5, 7], ['drowned', 436, 1470, 14, 4, 8, 9]),
  patrol('crag-runner', 4, 6, 7, [200, 1290], [240, 1296], [262, 1330], [220, 1360], [184, 1330]),
  waystone('duskmere', 'The Violet Stone', X - 20, Z - 40, 45),
  pois(['dusk-market', 'Duskmere Market', X, Z, 18, 35], ['dusk-lantern', 'The Dusk Lantern', X + 36, Z + 20, 12, 50], ['alder-bend', 'Alderbend Bridge', 325, 1130, 12, 35],
    ['unlit-lamps', 'The Hall of Unlit Lamps', 140, 1342, 20, 120], ['reed-mirror', 'The Reed Mirror', 84, 1228, 16, 95], ['smugglers-ring', 'The Smugglers’ Ring', 220, 1440, 20, 100], ['seven-hooded', 'The Seven Hooded', 80, 1110, 14, 95]),
  { npcs: [...DUSK_FOLK, ...STABLES.duskmere] },
);
