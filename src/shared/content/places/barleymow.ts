// Barleymow, number 10, region 2-2-2: the granary of the valley. Landmark: Old Tom Straw, a scarecrow as high as a barn.
import type { Place } from '../kinds';
import { RIVER, ROAD } from './crossings';
import { at, build, circle, field, ring } from './houses';
import { person } from './person';
import { definePlace, type Scene, together } from './plan';
import { prop } from './shapes';
import { post } from './tasks';
import { bridge, lake, river, road, street, track } from './ways';
import { camps, chest, gather, graves, hideout, patrol, pois, strewn, tree, waystone, woods } from './wilds';

const X = 1222;
const Z = 1386;

/** A farm that stands alone: house, barn, yard and two fields. */
const farm = (x: number, z: number, height: number, turn: number, label: string): Scene =>
  together(
    { flats: [{ x, z, radius: 22, blend: 28, height }], props: circle('hay', x, z, 7, turn + 10, turn + 60) },
    ring(x, z, [turn, 13, 'house', label], [turn + 110, 14, 'barn']),
    field(...at(x, z, 33, turn + 215), 24, 20, 'wheat', 1),
    field(...at(x, z, 32, turn + 285), 20, 18, 'cabbage'),
  );

// biome-ignore format: a table reads best with one row to a line
export const BARLEYMOW: Place = definePlace(
  { number: 10, key: 'barleymow', name: 'Barleymow', biome: 'meadow', region: [2, 2, 2] },
  lake(1352, 1330, 34, 24, 3),
  river(9, 36,
    [RIVER.larkAtBarleymow, [1398, 1060], [1424, 1094], [1430, 1132], [1416, 1172], [1396, 1214], [1370, 1256], [1356, 1300], [1350, 1340], [1340, 1384], [1328, 1424], [1312, 1462], [1282, 1490], [1240, 1502], [1190, 1506], [1146, 1506], [1114, 1514], RIVER.larkAtGullhaven]),
  { flats: [{ x: X, z: Z, radius: 40, blend: 40, height: 12.5 }] },
  ring(X, Z, [40, 30, 'inn', 'The Full Bushel', [14, 10, 2]], [70, 27, 'house', 'Oates’ House'], [120, 28, 'cottage'], [152, 29, 'house', 'Barm’s Bakery'], [205, 28, 'cottage'], [240, 29, 'barn', 'The Tithe Barn', [12, 18, 1]], [300, 28, 'chapel', 'Chapel of the Sheaf', [8, 14, 1]], [335, 29, 'cottage']),
  { buildings: [build('well', X, Z, 0), build('stall', X + 9, Z - 7, 230), build('stall', X - 9, Z + 7, 50)], props: [...circle('lamp', X, Z, 8, 60, 180, 300), ...circle('bench', X, Z, 5, 330, 215), ...circle('hay', X, Z, 20, 225, 258), prop('cart', X + 18, Z + 10, 40), prop('trough', X - 4, Z - 6, 90), prop('signpost', X + 9, Z + 14, 40)],
    trees: [tree('oak', X - 13, Z - 11, 1.3), tree('apple', X + 34, Z - 8), tree('apple', X + 38, Z - 2), tree('apple', X + 36, Z + 6)] },
  street([X + 2, Z - 34], [X + 2, Z - 16], [X + 4, Z + 14], [X + 6, Z + 38]), street([X + 4, Z + 1], [X + 22, Z - 1], [X + 44, Z + 3]), street([X + 4, Z + 1], [X - 20, Z - 3], [X - 44, Z - 6]),
  road(ROAD.downsBarleymow, [1304, 1080], [1282, 1140], [1262, 1210], [1238, 1290], [X + 2, Z - 34]),
  road(ROAD.fenBarleymow, [1070, 1346], [1120, 1366], [X - 44, Z - 6]),
  road([X + 44, Z + 3], [1300, 1394], [1338, 1391], [1376, 1378], [1430, 1350], [1484, 1316], ROAD.barleymowHollin),
  road([X + 6, Z + 38], [1238, 1456], [1247, 1482], [1252, 1518], ROAD.barleymowGullhaven),
  track([1120, 1366], [1112, 1330], [1106, 1290], [1108, 1272]), track([1262, 1210], [1210, 1200], [1172, 1190]), track([1430, 1350], [1446, 1300], [1450, 1270]),
  bridge(1338, 1391, 98, 10), bridge(1249.5, 1500, 172, 10, 4),
  farm(1104, 1244, 21, 20, 'Nether Farm'), farm(1160, 1176, 23, 190, 'Over Farm'), farm(1452, 1250, 15, 140, 'Lark Farm'),
  { flats: [{ x: 1168, z: 1312, radius: 20, blend: 26, height: 20 }], props: [prop('scarecrow', 1168, 1312, 150, 5.5)] },
  field(1140, 1318, 26, 30, 'wheat'), field(1196, 1318, 24, 30, 'wheat'), field(1150, 1410, 28, 22, 'wheat', 1), field(1190, 1446, 26, 20, 'soil'), field(1282, 1420, 22, 22, 'cabbage'), field(1280, 1340, 24, 26, 'wheat', 2),
  strewn(1168, 1312, 14, 7, 'hay', 'mushroom', 'hay', 'bones'),
  hideout(1080, 1120, 25, 130, 5, 'stolen-flour'),
  { flats: [{ x: 1486, z: 1150, radius: 16, blend: 24, height: 14 }], buildings: [build('ruin', 1486, 1146, 180, 'The Burnt Granary', [14, 12, 1])] }, strewn(1486, 1154, 12, 7, 'crate', 'hay', 'rock', 'barrel'), graves(1400, 1420, 4, 3, 200),
  { flats: [{ x: 1450, z: 1440, radius: 18, blend: 24, height: 9 }] }, strewn(1450, 1440, 14, 10, 'bones', 'boulder', 'mushroom', 'rock'),
  woods(['oaks', 1060, 1060, 40, 2.6], ['oaks', 1130, 1080, 34, 2.6], ['oaks', 1230, 1060, 34, 2.4], ['birches', 1350, 1150, 40, 2.2], ['oaks', 1490, 1070, 44, 2.6], ['birches', 1500, 1210, 34, 2.4], ['oaks', 1500, 1410, 40, 2.6],
    ['oaks', 1420, 1490, 44, 2.6], ['birches', 1070, 1430, 40, 2.4], ['oaks', 1060, 1500, 40, 2.6], ['birches', 1330, 1230, 26, 2.2], ['oaks', 1190, 1120, 24, 2.4], ['birches', 1060, 1300, 26, 2.2], ['oaks', 1340, 1500, 30, 2.4], ['birches', 1400, 1300, 24, 2]),
  gather('healwort', [1300, 1110], [1350, 1236], [1390, 1340], [1300, 1380], [1230, 1440], [1100, 1400]),
  gather('brambleberry', [1260, 1120], [1200, 1250], [1340, 1180], [1470, 1330], [1120, 1440], [1064, 1320], [1300, 1450]),
  gather('iron-ore', [1470, 1140], [1500, 1160], [1060, 1140], [1450, 1456], [1100, 1140]),
  gather('moonbell', [1436, 1430], [1464, 1428], [1130, 1490], [1400, 1110]),
  chest('apple', 1486, 1148), chest('glow-gem', 1458, 1446),
  camps(
    ['hare', 1300, 1060, 20, 5, 1, 1], ['hare', 1260, 1170, 18, 5, 1, 1], ['deer', 1360, 1190, 22, 5, 2, 3], ['deer', 1090, 1460, 22, 5, 2, 3], ['fox', 1300, 1300, 16, 2, 1, 2], ['fox', 1150, 1220, 14, 2, 1, 2],
    ['boar', 1340, 1080, 20, 5, 3, 4], ['boar', 1240, 1100, 18, 4, 3, 5], ['wolf', 1060, 1420, 20, 5, 4, 5], ['snapper', 1396, 1337, 8, 5, 4, 5], ['snapper', 1170, 1519, 6, 4, 4, 5],
    ['bandit', 1080, 1120, 15, 7, 5, 6], ['bandit-archer', 1082, 1114, 13, 4, 5, 6], ['thorn-stag', 1490, 1400, 20, 4, 5, 6], ['tusker', 1400, 1470, 20, 5, 5, 6], ['reaver', 1486, 1152, 13, 5, 7, 9],
    ['spider', 1480, 1070, 20, 5, 5, 7], ['crawler', 1450, 1440, 14, 5, 5, 7], ['wight', 1406, 1424, 12, 4, 8, 9], ['wisp', 1100, 1500, 16, 4, 6, 7]),
  patrol('marauder', 3, 6, 7, [1440, 1380], [1476, 1370], [1506, 1340], [1490, 1300], [1460, 1330]),
  post('barley-green', 'Barleymow Green', [X + 2, Z + 6], 15, 40, ['reaver', 2, 8], ['reaver', 2, 8], ['reaver-bow', 2, 8], ['reaver', 3, 9]),
  waystone('barleymow', 'The Barley Stone', X + 30, Z + 22, 40),
  pois(['barley-green', 'Barleymow Green', X, Z, 18, 35], ['tom-straw', 'Old Tom Straw', 1168, 1312, 18, 65], ['sheaf-robbers', 'The Sheaf Robbers', 1080, 1120, 20, 90], ['burnt-granary', 'The Burnt Granary', 1486, 1152, 16, 80],
    ['moles-court', 'The Moles’ Court', 1450, 1440, 16, 90], ['barley-mere', 'Barley Mere', 1326, 1352, 14, 45], ['over-farm', 'Over Farm', 1160, 1176, 18, 35]),
  { npcs: [
    person(401, 'oates', 'Thackeray Oates', 'Reeve of Barleymow', 'villager', [X + 15, Z - 12, 220], { hair: 1, hairColor: 11, beard: 1, shirt: 5, trousers: 13, hat: 5 }, {
      greeting: ['Forty fields, nine families, one opinion, and it is mine: it will rain.', 'Tom Straw? My grandfather stuffed him. The crows left. Then the crows came back with a bigger crow.'],
      barks: ['Stooks straight! The Abbot is not going to count them, but I am.'] }),
    person(402, 'barm', 'Goody Barm', 'Baker', 'villager', [X + 10, Z + 19, 330], { hair: 5, hairColor: 9, body: 1, shirt: 15, trousers: 5, apron: 1, hat: 6 }, {
      greeting: ['Nan Tuppence learned it from me. She will say otherwise. Try both, and come back for the second half of the argument.'],
      barks: ['Barley loaves! You could build with them. Somebody has.'], vendor: ['bread', 'cheese', 'apple', 'meat-pie', 'honeycake'] }),
    person(403, 'jory', 'Jory Latch', 'Keeper of the Full Bushel', 'villager', [X + 14, Z - 18, 210], { hair: 3, hairColor: 7, shirt: 6, trousers: 14, apron: 1, skin: 4 }, {
      greeting: ['Last year’s barley in the mug, this year’s in the field, next year’s in the argument at table three.'],
      barks: ['Mind your head. Everybody does, after.'], vendor: ['small-beer', 'bracing-draught', 'heron-stew', 'healing-draught'] }),
    person(404, 'stubble', 'Hal Stubble', 'Watch of Barleymow', 'guard', [X - 30, Z - 2, 270], { hair: 1, hairColor: 8, shirt: 6, trousers: 13, hat: 3 }, {
      greeting: ['Watch of Barleymow. Mostly I watch barley. It is worse at night.'], barks: ['Scarecrow moved. …No. Cloud.'], route: [[X - 30, Z - 2], [X - 52, Z - 5], [X - 90, Z - 14]] }),
  ] },
);
