// Sallow Fen, number 9, region 2-1-2: peat, pools and willows south of Heron Lake. Landmark: the drowned church, whose bell still rings.
import type { Place } from '../kinds';
import { RIVER, ROAD } from './crossings';
import { build, circle, field, hamlet } from './houses';
import { person } from './person';
import { definePlace } from './plan';
import { walk } from './tasks';
import { bridge, lake, river, road, track } from './ways';
import { camps, chest, fireside, gather, graves, hideout, patrol, pois, strewn, tree, waystone, woods } from './wilds';

const POOLS = [
  [566, 1432, 20, 13],
  [606, 1510, 24, 12],
  [700, 1424, 18, 12],
  [772, 1500, 26, 14],
  [826, 1428, 20, 14],
  [900, 1474, 24, 15],
  [936, 1420, 13, 10],
  [850, 1500, 14, 10],
] as const;

// biome-ignore format: a table reads best with one row to a line
export const SALLOWFEN: Place = definePlace(
  { number: 9, key: 'sallowfen', name: 'Sallow Fen', biome: 'marsh', region: [2, 1, 2] },
  { flats: [[560, 1460], [640, 1480], [740, 1470], [830, 1460], [920, 1450]].map(([x, z]) => ({ x, z, radius: 36, blend: 60, height: 1.6 })) },
  lake(640, 1446, 40, 24, 2),
  { lakes: POOLS.map(([x, z, rx, rz]) => ({ x, z, rx, rz, depth: 1.2 })) },
  river(6, 24, [[880, 1462], [820, 1456], [764, 1462], [724, 1470], [680, 1462], [640, 1456], [590, 1470], [548, 1472], RIVER.sallow]),
  road(ROAD.alderwickFen, [790, 1070], [782, 1130], [770, 1190], [752, 1250], [738, 1292]),
  road(ROAD.duskmereFen, [560, 1294], [620, 1290], [680, 1292], [738, 1292]),
  road([738, 1292], [800, 1300], [860, 1310], [920, 1322], [970, 1334], ROAD.fenBarleymow),
  road([738, 1292], [730, 1340], [732, 1390], [734, 1440], [735, 1468], [734, 1500], ROAD.fenWhistlers),
  track([732, 1390], [700, 1398], [676, 1404], [664, 1412]),
  track([800, 1300], [842, 1262], [872, 1224], [890, 1190]),
  bridge(735, 1468, 178, 7, 4),
  hamlet(706, 1316, 14, [150, 20, 'cottage'], [195, 21, 'house', 'The Peat House'], [240, 20, 'cottage'], [285, 21, 'barn'], [100, 20, 'cottage']),
  { flats: [{ x: 644, z: 1402, radius: 22, blend: 60, height: 1.6 }], buildings: [build('chapel', 648, 1402, 20, 'The Drowned Church', [9, 18, 1]), build('ruin', 624, 1394, 190, '', [8, 9, 1])], props: [...circle('pillar', 640, 1428, 8, 30, 75, 285, 330)] },
  graves(660, 1394, 3, 4, 10), strewn(634, 1408, 8, 5, 'bones', 'rock', 'log'),
  hideout(894, 1176, 15, 215, 5, 'bracing-draught'),
  { flats: [{ x: 936, z: 1450, radius: 14, blend: 20, height: 1.8 }] }, strewn(936, 1450, 14, 12, 'stump', 'mushroom', 'log', 'web', 'bones'),
  { flats: [{ x: 580, z: 1150, radius: 16, blend: 24, height: 24 }], buildings: [build('ruin', 580, 1146, 180, 'Peatcutters’ Rest', [10, 10, 1])] }, fireside(580, 1158),
  field(700, 1268, 24, 18, 'cabbage', 2), field(784, 1276, 22, 18, 'soil'),
  strewn(700, 1440, 22, 8, 'log', 'stump', 'rock'), strewn(800, 1476, 26, 10, 'stump', 'log', 'bones', 'rock'), strewn(580, 1488, 22, 8, 'log', 'rock', 'stump'),
  { trees: [tree('dead', 676, 1420, 1.4), tree('dead', 606, 1420, 1.2), tree('birch', 716, 1340, 1.2)] },
  woods(['swamp', 560, 1390, 40, 2.2], ['swamp', 640, 1378, 30, 2], ['swamp', 780, 1410, 40, 2.4], ['swamp', 880, 1420, 40, 2.4], ['swamp', 980, 1460, 40, 2.4], ['swamp', 680, 1510, 30, 2.2], ['swamp', 540, 1500, 34, 2.2],
    ['oaks', 560, 1080, 46, 2.6], ['oaks', 660, 1100, 44, 2.6], ['birches', 720, 1060, 36, 2.4], ['oaks', 620, 1220, 44, 2.6], ['birches', 860, 1100, 44, 2.4], ['oaks', 950, 1130, 44, 2.6], ['oaks', 980, 1240, 44, 2.6],
    ['birches', 900, 1270, 30, 2.2], ['swamp', 820, 1370, 30, 2], ['oaks', 560, 1330, 34, 2.4], ['birches', 680, 1180, 36, 2.2], ['oaks', 840, 1200, 30, 2.4]),
  gather('moonbell', [690, 1400], [628, 1476], [770, 1440], [860, 1440], [910, 1500], [536, 1450], [948, 1440]),
  gather('healwort', [760, 1320], [690, 1330], [800, 1240], [850, 1290], [640, 1320], [752, 1180]),
  gather('brambleberry', [820, 1080], [740, 1100], [640, 1160], [700, 1220], [940, 1300], [600, 1300], [890, 1060]),
  gather('iron-ore', [566, 1130], [600, 1130], [920, 1190], [970, 1120]),
  chest('abbey-candle', 638, 1410), chest('healing-draught', 930, 1458), chest('bread', 576, 1146),
  camps(
    ['hare', 780, 1230, 20, 5, 1, 1], ['deer', 690, 1150, 24, 5, 2, 3], ['deer', 880, 1260, 20, 4, 2, 3], ['fox', 820, 1280, 16, 2, 1, 2],
    ['wolf', 840, 1090, 20, 5, 3, 4], ['boar', 740, 1130, 18, 4, 3, 4], ['boar', 620, 1090, 20, 5, 3, 5], ['snapper', 780, 1476, 12, 5, 4, 5], ['tusker', 860, 1390, 20, 5, 4, 6],
    ['spider', 560, 1210, 20, 5, 5, 6], ['bandit', 894, 1176, 15, 6, 4, 6], ['bandit-archer', 896, 1170, 13, 4, 5, 6], ['wisp', 690, 1440, 16, 5, 5, 6], ['wisp', 880, 1446, 18, 5, 6, 7],
    ['tusker', 576, 1400, 20, 5, 6, 7], ['drowned', 640, 1412, 14, 5, 6, 7], ['drowned', 652, 1470, 12, 4, 8, 9], ['spider', 936, 1450, 14, 5, 6, 7], ['thorn-stag', 970, 1210, 20, 4, 5, 6], ['wight', 580, 1152, 12, 4, 8, 9]),
  patrol('crag-runner', 3, 5, 6, [900, 1340], [940, 1352], [960, 1380], [920, 1390], [880, 1368]),
  walk('osmund-church', 'osmund', [[703, 1303], [722, 1304], [731, 1318], [730, 1340], [732, 1366], [732, 1388], [704, 1398], [680, 1402], [664, 1411]],
    [[5, 'drowned', 1, 7], [7, 'drowned', 2, 8]],
    [[1, 'I used to run this. In four minutes, with my collar in my hand.'], [5, 'Do you hear them tuning? They always tuned too long.'], [7, 'That is the font. I was christened in that. It was shallower.']]),
  waystone('sallow', 'The Fen Stone', 758, 1316, 40),
  pois(['drowned-church', 'The Drowned Church', 640, 1404, 18, 95], ['sallow-cross', 'Sallow Cross', 714, 1310, 20, 35], ['outlaws-holt', 'The Outlaws’ Holt', 894, 1176, 20, 90],
    ['widows-bog', 'Widow’s Bog', 936, 1450, 16, 100], ['peat-rest', 'Peatcutters’ Rest', 580, 1154, 14, 75], ['long-plank', 'The Long Plank', 735, 1468, 12, 50]),
  { npcs: [
    person(361, 'osmund', 'Brother Osmund', 'Bell-ringer Without a Bell', 'wayfarer', [703, 1303, 20], { hair: 0, hairColor: 11, beard: 1, shirt: 13, trousers: 14, hat: 2 }, {
      greeting: ['The church went down on a Sunday, with the bell ringing. Nobody has told the bell to stop.', 'If you hear it count nine, turn round. If you hear it count ten, run.'],
      barks: ['…seven… eight… Hm. Only eight.'], vendor: ['healing-draught', 'clear-water-flask', 'bread', 'small-beer'] }),
    person(362, 'nell', 'Nell Peat', 'Peat-cutter', 'villager', [722, 1304, 200], { hair: 5, hairColor: 6, body: 1, shirt: 2, trousers: 13, apron: 1, skin: 3 }, {
      greeting: ['Cut it, stack it, dry it, burn it. Thousand years to make, one winter to use. Do not think about it too long.', 'Found a boot in the peat. Older than the Abbey. Laces still good.'],
      barks: ['Feet apart, or the fen keeps the boots.'], route: [[722, 1304], [734, 1297], [756, 1300]] }),
  ] },
);
