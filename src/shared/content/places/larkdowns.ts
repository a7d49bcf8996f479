// Larkspur Downs, number 6, region 2-2-1: rolling chalk between Alderwick and the Ember country. Landmark: the Three Widows, mills in a row.
import type { Place } from '../kinds';
import { RIVER, ROAD } from './crossings';
import { build, field, hamlet } from './houses';
import { person } from './person';
import { definePlace } from './plan';
import { bridge, river, road, track } from './ways';
import { camps, chest, dungeonGate, gather, graves, hideout, patrol, pois, stones, strewn, waystone, woods } from './wilds';

const MILLS = [
  [1126, 778],
  [1150, 800],
  [1176, 778],
] as const;

// biome-ignore format: a table reads best with one row to a line
export const LARKDOWNS: Place = definePlace(
  { number: 6, key: 'larkdowns', name: 'Larkspur Downs', biome: 'meadow', region: [2, 2, 1] },
  river(9, 36, [RIVER.larkAtDowns, [1500, 762], [1464, 770], [1424, 778], [1382, 788], [1352, 808], [1346, 842], [1354, 884], [1372, 922], [1382, 962], [1386, 996], RIVER.larkAtBarleymow]),
  road(ROAD.alderwickDowns, [1062, 722], [1110, 716], [1170, 722], [1226, 736]),
  road([1226, 736], [1248, 704], [1250, 650], [1264, 572], ROAD.haldenDowns),
  road([1226, 736], [1282, 716], [1330, 690], [1380, 672], [1430, 652], [1490, 640], ROAD.downsKilnhearth),
  road([1226, 736], [1240, 790], [1262, 830], [1286, 872], [1302, 930], [1306, 976], ROAD.downsBarleymow),
  track([1170, 722], [1158, 746], [1152, 768], [1150, 782]),
  track([1302, 930], [1340, 932], [1372, 930], [1404, 936], [1440, 940], [1462, 944]),
  track([1240, 790], [1190, 838], [1140, 890], [1112, 912]),
  bridge(1375, 931, 86, 9, 4),
  hamlet(1226, 712, 12.5, [300, 21, 'house', 'Windle’s'], [340, 20, 'cottage'], [18, 20, 'house'], [268, 24, 'barn'], [322, 38, 'cottage']),
  { flats: MILLS.map(([x, z]) => ({ x, z, radius: 7, blend: 12, height: 25 })), buildings: MILLS.map(([x, z], i) => build('mill', x, z, 20 + i * 25, ['The Tall Widow', 'The Merry Widow', 'The Late Widow'][i])) },
  strewn(1150, 786, 16, 6, 'hay', 'cart', 'barrel'),
  field(1180, 690, 30, 22, 'wheat', 1), field(1272, 690, 20, 24, 'cabbage', 3), field(1190, 762, 22, 18, 'soil'), field(1278, 748, 22, 18, 'wheat'),
  hideout(1096, 926, 13, 60, 5, 'linen-scrap'),
  { flats: [{ x: 1476, z: 946, radius: 16, blend: 20, height: 11 }], buildings: [build('ruin', 1480, 948, 270, 'The Long Barrow', [10, 18, 1])] }, graves(1468, 928, 4, 2), strewn(1474, 958, 8, 5, 'bones', 'boulder', 'pillar'),
  dungeonGate(1456, 938, 11),
  { flats: [{ x: 1420, z: 560, radius: 18, blend: 26, height: 12 }] }, stones(1420, 560, 13, 11, 1.1),
  { knolls: [{ x: 1106, z: 594, height: 9, radius: 22 }, { x: 1180, z: 860, height: 8, radius: 26 }, { x: 1330, z: 590, height: 7, radius: 22 }, { x: 1470, z: 860, height: 8, radius: 24 }] },
  strewn(1106, 594, 16, 5, 'boulder', 'rock'), strewn(1420, 812, 20, 5, 'log', 'stump', 'rock'),
  woods(['birches', 1080, 640, 40, 2.6], ['oaks', 1060, 560, 40, 2.8], ['birches', 1180, 560, 36, 2.4], ['oaks', 1340, 620, 34, 2.6], ['oaks', 1490, 560, 40, 2.6], ['birches', 1300, 540, 26, 2.2],
    ['oaks', 1440, 720, 34, 2.4], ['birches', 1490, 690, 30, 2.2], ['oaks', 1060, 860, 44, 2.8], ['oaks', 1110, 980, 46, 2.8], ['birches', 1200, 970, 40, 2.4], ['scrub', 1420, 840, 34, 2],
    ['oaks', 1490, 800, 30, 2.4], ['birches', 1240, 900, 30, 2.2], ['oaks', 1460, 1000, 34, 2.6], ['scrub', 1330, 770, 20, 2]),
  gather('healwort', [1150, 700], [1290, 700], [1270, 860], [1330, 850], [1400, 800], [1336, 890], [1210, 650]),
  gather('brambleberry', [1110, 660], [1190, 590], [1320, 640], [1240, 920], [1450, 740], [1160, 830], [1080, 800]),
  gather('iron-ore', [1118, 606], [1094, 606], [1170, 874], [1484, 876], [1344, 602]),
  gather('moonbell', [1426, 548], [1410, 570], [1460, 956], [1400, 980]),
  chest('tarnished-coin', 1480, 946), chest('bracing-draught', 1420, 560),
  camps(
    ['hare', 1150, 660, 24, 6, 1, 1], ['hare', 1300, 830, 22, 5, 1, 1], ['deer', 1330, 650, 24, 5, 2, 3], ['deer', 1240, 960, 24, 5, 2, 3], ['fox', 1130, 750, 18, 2, 1, 2],
    ['wolf', 1090, 660, 20, 5, 3, 4], ['boar', 1300, 580, 20, 5, 3, 4], ['boar', 1120, 840, 20, 5, 3, 5], ['snapper', 1404, 801, 9, 5, 3, 5], ['snapper', 1345, 898, 9, 4, 4, 5],
    ['wolf', 1200, 960, 20, 5, 4, 5], ['thorn-stag', 1440, 730, 20, 5, 4, 5], ['bandit', 1096, 926, 15, 7, 4, 6], ['bandit-archer', 1098, 920, 13, 4, 4, 6], ['hedge-mage', 1090, 932, 8, 1, 6, 6],
    ['tusker', 1420, 880, 18, 5, 5, 6], ['wisp', 1420, 560, 14, 5, 5, 6], ['kiln-sprite', 1496, 590, 16, 5, 5, 6], ['wight', 1496, 982, 10, 5, 8, 9], ['spider', 1130, 990, 18, 5, 5, 6]),
  patrol('crag-runner', 3, 5, 6, [1450, 830], [1420, 814], [1400, 840], [1424, 856], [1458, 852]),
  waystone('larkspur', 'The Lark Stone', 1216, 746, 35),
  pois(['three-widows', 'The Three Widows', 1150, 786, 24, 50], ['larkham', 'Larkham', 1226, 716, 18, 35], ['highwaymens-hollow', 'Highwaymen’s Hollow', 1096, 926, 20, 90],
    ['long-barrow', 'The Long Barrow', 1456, 938, 16, 110], ['dancing-stones', 'The Dancing Stones', 1420, 560, 18, 80], ['lark-ford', 'Larkbridge', 1375, 930, 12, 40]),
  { npcs: [
    person(241, 'ambrose', 'Ambrose Windle', 'Miller of the Widows', 'villager', [1161, 756, 200], { hair: 1, hairColor: 13, shirt: 1, trousers: 0, hat: 6, apron: 1 }, {
      greeting: ['Three mills, three moods. The Tall one sulks in an east wind, the Merry one squeaks, and the Late one has not turned since Michaelmas.', 'The Crumbs of Alderwick? Cousins. We grind; we do not speak. It is a large family.'],
      barks: ['Turning nicely. Do not look at it, it gets shy.'], vendor: ['bread', 'cheese', 'apple', 'honeycake'] }),
    person(242, 'hetty', 'Hetty Larkham', 'Hedge-layer', 'villager', [1218, 722, 140], { hair: 4, hairColor: 9, body: 1, shirt: 12, trousers: 13, hat: 1 }, {
      greeting: ['Downs as far as you can see, and half of them are ups.', 'If a man on the south track asks the time, he means your purse.'],
      barks: ['Mind the gate! There is no gate. Mind it anyway.'], route: [[1218, 722], [1212, 738], [1196, 732]] }),
  ] },
);
