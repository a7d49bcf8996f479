// Kilnhearth, number 7, region 2-3-1: the home of Ember, potters and smiths on a clay hill. Landmark: the Great Kiln, and the pits it eats from.
import type { Place } from '../kinds';
import { RIVER, ROAD } from './crossings';
import { at, build, circle, field, market, palisade, ring } from './houses';
import { KILN_FOLK } from './kilnhearth/people';
import { definePlace } from './plan';
import { prop } from './shapes';
import { STABLES } from './stables';
import { lake, river, road, street, track } from './ways';
import { camps, chest, gather, graves, hideout, patrol, pois, strewn, tree, waystone, woods } from './wilds';

const X = 1694;
const Z = 700;

// biome-ignore format: a table reads best with one row to a line
export const KILNHEARTH: Place = definePlace(
  { number: 7, key: 'kilnhearth', name: 'Kilnhearth', biome: 'meadow', home: 'ember', region: [2, 3, 1] },
  lake(1574, 732, 28, 24, 3),
  river(9, 30, [[1556, 740], RIVER.larkAtDowns]),
  { flats: [{ x: X, z: Z, radius: 60, blend: 46, height: 13 }] },
  market(X, Z, 13, 30),
  ring(X, Z,
    [2, 33, 'smithy', 'Cole’s Gun Forge'], [46, 30, 'inn', 'The Singed Cat'], [84, 29, 'house', 'Clay & Daughters'], [148, 30, 'chapel', 'Chapel of the Hearth', [9, 16, 1]], [174, 28, 'house', 'Sparrow’s Bakery'],
    [232, 30, 'smithy', 'Ashby’s Glassworks'], [268, 28, 'house', 'The Covenant House', [10, 10, 3]], [324, 30, 'house'],
    [28, 54, 'cottage'], [66, 55, 'cottage'], [92, 54, 'house'], [158, 53, 'cottage'], [190, 52, 'house'], [250, 54, 'house'], [278, 55, 'cottage'], [338, 55, 'cottage']),
  palisade(X, Z, 72, 113, 214, 304),
  { buildings: [build('tower', ...at(X, Z, 50, 126), 306, 'The Great Kiln', [10, 10, 4]), ...[104, 122, 205, 223, 295, 313].map(d => build('tower', ...at(X, Z, 72, d), d, '', [4, 4, 2]))] },
  { props: [...circle('banner', X, Z, 66, 109, 117, 210, 218, 300, 308), ...circle('lamp', X, Z, 42, 106, 220, 296, 16), prop('anvil', X + 8, Z - 26, 180), prop('cart', X + 48, Z + 24, 30), ...circle('crate', X, Z, 41, 121, 123, 137)] },
  { props: [prop('campfire', ...at(X, Z, 42, 131))] },
  street([X, Z], at(X, Z, 40, 113), at(X, Z, 74, 113)), street([X, Z], at(X, Z, 40, 214), at(X, Z, 74, 214)), street([X, Z], at(X, Z, 40, 304), at(X, Z, 74, 304)),
  road(ROAD.downsKilnhearth, [1566, 634], [1600, 648], at(X, Z, 74, 304)),
  road(at(X, Z, 74, 304), [1626, 640], [1640, 616], [1672, 598], [1710, 578], [1744, 550], ROAD.ravenholtKilnhearth),
  road(at(X, Z, 74, 214), [1664, 790], [1690, 840], [1716, 890], [1740, 950], ROAD.kilnhearthHollin),
  track(at(X, Z, 74, 113), [1796, 720], [1836, 700], [1870, 676]),
  track([1690, 840], [1750, 850], [1810, 860], [1856, 880]),
  { flats: [{ x: 1884, z: 660, radius: 28, blend: 30, height: 9 }], buildings: [build('mine', 1892, 636, 190, 'The Cinder Pits'), build('cottage', 1864, 648, 110)] },
  strewn(1886, 664, 16, 12, 'crate', 'rock', 'boulder', 'cart', 'barrel', 'campfire'),
  hideout(1874, 896, 18, 280, 5, 'strong-draught'),
  { flats: [{ x: 1620, z: 950, radius: 18, blend: 24, height: 16 }], buildings: [build('ruin', 1620, 946, 180, 'Old Kiln', [12, 12, 2]), build('tower', 1604, 956, 90, '', [5, 5, 2])] }, strewn(1620, 952, 12, 8, 'bones', 'rock', 'boulder', 'crate'),
  graves(1756, 760, 4, 3), { trees: [tree('oak', 1652, 678, 1.3), tree('apple', 1730, 742, 1.1), tree('apple', 1668, 746)] },
  field(1738, 606, 26, 18, 'wheat', 1), field(1760, 640, 24, 20, 'soil'), field(1640, 800, 26, 20, 'wheat', 1), field(1720, 800, 22, 18, 'cabbage', 3),
  woods(['oaks', 1580, 560, 44, 2.6], ['birches', 1640, 560, 30, 2.4], ['oaks', 1820, 580, 44, 2.8], ['pines', 1900, 560, 46, 2.8], ['pines', 1980, 620, 50, 3], ['dark', 1970, 720, 44, 2.6],
    ['oaks', 1850, 770, 44, 2.6], ['pines', 1950, 820, 50, 2.8], ['pines', 1980, 930, 50, 2.8], ['oaks', 1580, 830, 44, 2.6], ['birches', 1640, 880, 34, 2.4], ['oaks', 1570, 990, 40, 2.6],
    ['oaks', 1790, 950, 40, 2.6], ['birches', 1680, 990, 34, 2.4], ['dark', 1850, 990, 40, 2.8], ['birches', 1740, 540, 20, 2]),
  gather('iron-ore', [1876, 644], [1902, 664], [1872, 684], [1910, 640], [1930, 680], [1604, 962], [1950, 760]),
  gather('star-silver', [1994, 700], [1976, 660], [2006, 880]),
  gather('healwort', [1620, 690], [1600, 780], [1760, 690], [1700, 900], [1770, 880]),
  gather('brambleberry', [1600, 600], [1700, 560], [1800, 640], [1650, 850], [1780, 800], [1730, 920]),
  gather('moonbell', [1630, 960], [1860, 800], [1560, 760], [1910, 920]),
  chest('kiln-ember', 1886, 650), chest('iron-ore', 1622, 948),
  camps(
    ['hare', 1620, 660, 18, 5, 1, 1], ['deer', 1600, 800, 22, 5, 2, 3], ['deer', 1770, 920, 22, 4, 2, 3], ['fox', 1760, 600, 18, 2, 1, 2],
    ['boar', 1580, 590, 18, 5, 4, 5], ['wolf', 1600, 870, 20, 5, 4, 6], ['snapper', 1586, 766, 9, 5, 4, 5], ['thorn-stag', 1830, 770, 22, 5, 5, 6], ['spider', 1830, 590, 20, 5, 5, 7],
    ['kiln-sprite', 1884, 662, 18, 7, 6, 7], ['crawler', 1900, 644, 12, 5, 6, 7], ['kiln-sprite', 1930, 720, 16, 4, 8, 10], ['tusker', 1690, 980, 20, 5, 7, 9],
    ['bandit', 1874, 896, 15, 6, 6, 8], ['reaver-bow', 1876, 890, 13, 4, 7, 9], ['hedge-mage', 1880, 900, 9, 3, 7, 8], ['kiln-sprite', 1620, 950, 13, 6, 8, 10], ['greymuzzle', 1960, 830, 20, 5, 6, 8]),
  patrol('marauder', 4, 6, 7, [1786, 870], [1746, 866], [1728, 906], [1760, 940], [1800, 920]),
  waystone('kilnhearth', 'The Ember Stone', X + 6, Z + 43, 45),
  pois(['kiln-market', 'Kilnhearth Market', X, Z, 18, 35], ['great-kiln', 'The Great Kiln', ...at(X, Z, 40, 124), 12, 50], ['ashwater', 'Ashwater', 1610, 726, 14, 40],
    ['cinder-pits', 'The Cinder Pits', 1884, 664, 22, 105], ['old-kiln', 'The Old Kiln', 1620, 952, 16, 100], ['claythieves', 'The Claythieves’ Den', 1874, 896, 20, 105]),
  { npcs: [...KILN_FOLK, ...STABLES.kilnhearth] },
);
