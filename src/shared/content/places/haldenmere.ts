// Haldenmere, number 3, region 2-2-0: the home of Azure, a walled town over its mere. Landmark: the Beacon, dark for forty years.
import type { Place } from '../kinds';
import { ROAD } from './crossings';
import { HALDEN_FOLK } from './haldenmere/people';
import { at, build, circle, market, ring } from './houses';
import { definePlace } from './plan';
import { arc, prop } from './shapes';
import { STABLES } from './stables';
import { post } from './tasks';
import { lake, road, street, track } from './ways';
import { camps, chest, crag, gather, hideout, patrol, pois, stones, strewn, waystone, woods } from './wilds';

const X = 1215;
const Z = 335;

// biome-ignore format: a table reads best with one row to a line
export const HALDENMERE: Place = definePlace(
  { number: 3, key: 'haldenmere', name: 'Haldenmere', biome: 'highland', home: 'azure', region: [2, 2, 0] },
  lake(1186, 427, 46, 22, 4),
  { flats: [{ x: X, z: Z, radius: 64, blend: 84, height: 12 }] },
  market(X, Z, 12, 0),
  ring(X, Z,
    [28, 30, 'inn', 'The Blue Lantern'], [64, 29, 'house', 'Outfitter’s Hall'], [117, 29, 'smithy', 'The Halden Forge'], [152, 28, 'house'],
    [206, 31, 'chapel', 'Chapel of the Clear Sky', [9, 16, 1]], [242, 28, 'house', 'The Physic Garden'], [297, 29, 'house', 'The Covenant House', [12, 10, 3]], [334, 28, 'house'],
    [18, 52, 'cottage'], [48, 53, 'house'], [72, 54, 'cottage'], [110, 52, 'cottage'], [140, 50, 'house'], [250, 52, 'cottage'], [286, 53, 'cottage'], [322, 54, 'house']),
  { fences: [[14, 76], [104, 150], [166, 256], [284, 348]].map(([from, to]) => ({ kind: 'stone' as const, points: arc(X, Z, 68, from, to, 9) })),
    buildings: [10, 80, 100, 260, 280, 352].map(d => build('tower', ...at(X, Z, 68, d), d, '', [5, 5, 2])) },
  { props: [...circle('banner', X, Z, 64, 6, 84, 96, 264, 276, 356), ...circle('lamp', X, Z, 40, 8, 98, 188, 278), prop('cart', X + 26, Z + 6, 80), prop('anvil', X + 18, Z + 13, 40)] },
  street([X, Z], [X - 40, Z], [X - 68, Z]), street([X, Z], [X + 40, Z], [X + 68, Z]), street([X, Z], [X, Z - 40], [X + 2, Z - 66]), street([X, Z], [X + 2, Z + 34], [X + 10, Z + 52]),
  road(ROAD.alderheadHalden, [1050, 386], [1090, 370], [1124, 346], [X - 68, Z]),
  road([X + 68, Z], [1310, 346], [1360, 370], [1430, 385], [1490, 392], ROAD.haldenRavenholt),
  road([X + 10, Z + 52], [1244, 408], [1258, 440], [1268, 480], ROAD.haldenDowns),
  track([X + 10, Z + 52], [1204, 398]),
  track([X + 2, Z - 66], [1230, 250], [1250, 236], [1268, 232]),
  { flats: [{ x: 1276, z: 228, radius: 12, blend: 40, height: 27 }], buildings: [build('tower', 1278, 224, 225, 'The Halden Beacon', [7, 7, 8]), build('dock', 1200, 411, 0, '', [4, 18, 1])] },
  strewn(1270, 238, 7, 5, 'log', 'crate', 'barrel'),
  hideout(1444, 452, 15, 280, 5, 'bracing-draught'),
  { flats: [{ x: 1100, z: 210, radius: 20, blend: 24, height: 28 }], buildings: [build('ruin', 1100, 204, 180, 'The Old Azure Keep', [14, 14, 2]), build('tower', 1084, 214, 90, '', [6, 6, 2])] },
  strewn(1100, 216, 11, 8, 'pillar', 'boulder', 'bones'), stones(1480, 300, 10, 6, 1.1),
  crag(1072, 290, 9, 15), crag(1350, 240, 8, 13), crag(1496, 236, 10, 16), crag(1170, 160, 9, 16),
  woods(['pines', 1080, 330, 34, 2.8], ['pines', 1150, 250, 40, 2.8], ['highland', 1340, 300, 40, 2.4], ['pines', 1420, 310, 44, 3], ['pines', 1390, 260, 40, 2.8], ['highland', 1100, 450, 46, 2.6],
    ['birches', 1310, 450, 40, 2.4], ['pines', 1480, 260, 40, 3], ['pines', 1380, 440, 34, 2.8], ['highland', 1500, 460, 34, 2.4], ['pines', 1050, 200, 34, 2.6], ['birches', 1160, 480, 34, 2.2], ['pines', 1200, 220, 34, 2.4]),
  gather('iron-ore', [1062, 306], [1084, 302], [1342, 256], [1386, 226], [1414, 222], [1140, 186]),
  gather('healwort', [1130, 396], [1240, 466], [1296, 420], [1170, 300], [1300, 380]),
  gather('cloudberry', [1330, 330], [1110, 350], [1244, 262], [1450, 350], [1190, 240]),
  gather('moonbell', [1472, 310], [1490, 292], [1116, 222], [1060, 430]),
  chest('tarnished-coin', 1100, 208), chest('clear-water-flask', 1480, 300),
  camps(
    ['hare', 1290, 330, 20, 5, 1, 1], ['deer', 1320, 420, 24, 5, 2, 3], ['deer', 1090, 440, 22, 4, 2, 3], ['fox', 1220, 480, 20, 2, 1, 2],
    ['snapper', 1142, 452, 10, 5, 4, 5], ['wolf', 1090, 400, 16, 5, 4, 5], ['boar', 1350, 450, 22, 5, 4, 5], ['thorn-stag', 1380, 320, 22, 5, 4, 6],
    ['spider', 1430, 300, 20, 5, 5, 6], ['crawler', 1070, 282, 14, 5, 5, 6], ['bandit', 1444, 452, 14, 7, 5, 7], ['bandit-archer', 1446, 446, 12, 4, 5, 7], ['hedge-mage', 1452, 456, 8, 2, 6, 7],
    ['wisp', 1480, 300, 13, 4, 8, 9], ['wight', 1100, 208, 12, 5, 8, 10], ['crag-wolf', 1146, 196, 20, 5, 8, 10]),
  patrol('crag-runner', 4, 5, 6, [1366, 280], [1410, 284], [1440, 330], [1390, 350], [1346, 306], [1330, 250]),
  post('beacon-door', 'The Door of the Beacon', [1268, 234], 13, 40, ['housecarl', 2, 16], ['storm-sprite', 2, 16], ['housecarl', 3, 16], ['housecarl', 3, 17]),
  waystone('haldenmere', 'The Azure Stone', X - 14, Z + 44, 45),
  pois(['halden-market', 'Haldenmere Market', X, Z, 18, 35], ['halden-beacon', 'The Halden Beacon', 1272, 234, 14, 80], ['the-mere', 'The Mere', 1200, 400, 14, 40],
    ['azure-keep', 'The Old Azure Keep', 1100, 212, 18, 110], ['six-sleepers', 'The Six Sleepers', 1480, 300, 16, 95], ['toll-fort', 'The Toll-takers’ Fort', 1444, 452, 20, 95]),
  { npcs: [...HALDEN_FOLK, ...STABLES.haldenmere] },
);
