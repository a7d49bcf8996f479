// Gullhaven, number 14, region 2-2-3: a fishing town in a bay at the mouth of the Lark. Landmark: the Candle, the last light on the coast.
import type { Place } from '../kinds';
import { RIVER, ROAD } from './crossings';
import { build, circle, market, ring } from './houses';
import { person } from './person';
import { definePlace } from './plan';
import { arc, prop } from './shapes';
import { post, walk } from './tasks';
import { BOWS, CURES, LEATHER, STORM_CORSAIR, STORM_FELLS } from './wares';
import { bridge, lake, river, road, street, track } from './ways';
import { camps, chest, fireside, gather, graves, hideout, patrol, pois, stones, strewn, tree, waystone, woods } from './wilds';

const X = 1194;
const Z = 1756;

// biome-ignore format: a table reads best with one row to a line
export const GULLHAVEN: Place = definePlace(
  { number: 14, key: 'gullhaven', name: 'Gullhaven', biome: 'coast', region: [2, 2, 3] },
  river(9, 52, [RIVER.larkAtGullhaven, [1100, 1572], [1094, 1612], [1096, 1652], [1090, 1692], [1092, 1732], [1104, 1772], [1122, 1806], [1134, 1840], [1140, 1868]],
    [RIVER.larkAtGullhaven, [1100, 1572], [1094, 1612], [1096, 1652], [1090, 1692], [1092, 1732], [1104, 1772], [1122, 1806]]),
  lake(1446, 1606, 34, 26, 3),
  { flats: [{ x: X, z: Z, radius: 50, blend: 66, height: 5 }] },
  market(X, Z, 5, 0),
  ring(X, Z, [30, 30, 'inn', 'The Wet Gull'], [65, 28, 'house', 'Brine’s'], [118, 28, 'smithy', 'Hook & Anchor'], [150, 27, 'cottage'], [210, 27, 'house', 'The Harbour House', [10, 9, 2]], [242, 28, 'cottage'], [300, 28, 'chapel', 'Chapel of Safe Return', [8, 14, 1]], [335, 28, 'cottage'],
    [48, 50, 'cottage'], [76, 51, 'cottage'], [104, 50, 'house'], [250, 50, 'cottage'], [286, 52, 'house']),
  { buildings: [build('dock', X - 34, Z + 116, 0, '', [4, 28, 1]), build('dock', X - 8, Z + 120, 0, '', [4, 30, 1]), build('dock', X + 18, Z + 122, 0, '', [3, 26, 1])], lakes: [{ x: X - 8, z: Z + 140, rx: 56, rz: 30, depth: 4 }],
    props: [...circle('lamp', X, Z, 36, 10, 80, 100, 170, 190, 262, 278), ...circle('banner', X, Z, 40, 168, 194), prop('anvil', X + 18, Z + 14, 50), prop('barrel', X - 30, Z + 96), prop('crate', X - 14, Z + 98, 30), prop('crate', X - 12.6, Z + 98.8, 70), prop('barrel', X + 14, Z + 98), prop('cart', X + 4, Z + 92, 80), prop('log', X - 22, Z + 94, 20), ...circle('lamp', X - 8, Z + 96, 8, 120, 240)], trees: [tree('birch', X - 16, Z + 30), tree('oak', X + 12, Z - 36, 1.1)] },
  street([X, Z], [X, Z - 36], [X + 8, Z - 60]), street([X, Z], [X + 36, Z], [X + 58, Z - 2]), street([X, Z], [X - 36, Z], [X - 58, Z - 6]), street([X, Z], [X, Z + 34], [X - 8, Z + 62]),
  road(ROAD.barleymowGullhaven, [1258, 1590], [1236, 1640], [1214, 1676], [X + 8, Z - 60]),
  road([X - 58, Z - 6], [1114, 1740], [1092, 1734], [1066, 1730], ROAD.whistlersGullhaven),
  road([X + 58, Z - 2], [1300, 1744], [1370, 1738], [1440, 1730], [1490, 1730], ROAD.gullhavenWrackstone),
  track([X - 8, Z + 62], [X - 10, Z + 80], [X - 8, Z + 100]),
  track([X + 58, Z - 2], [1276, 1800], [1300, 1840], [1312, 1872]),
  track([1236, 1640], [1300, 1640], [1360, 1630], [1400, 1622]),
  bridge(1092, 1734, 98, 10),
  { flats: [{ x: 1318, z: 1888, radius: 14, blend: 18, height: 7 }], buildings: [build('tower', 1320, 1894, 340, 'The Candle', [6, 6, 9]), build('cottage', 1332, 1880, 300)] }, strewn(1314, 1882, 7, 3, 'barrel', 'crate'),
  hideout(1440, 1850, 11, 20, 5, 'strong-draught'),
  { flats: [{ x: 1400, z: 1690, radius: 16, blend: 22, height: 12 }] }, stones(1400, 1690, 11, 8, 1.2), graves(1240, 1700, 4, 3, 10),
  { flats: [{ x: 1060, z: 1820, radius: 15, blend: 18, height: 4 }], buildings: [build('ruin', 1058, 1818, 140, 'Eel-catchers’ Huts', [9, 8, 1]), build('cottage', 1072, 1816, 250)] }, strewn(1060, 1824, 11, 7, 'barrel', 'log', 'crate', 'bones'),
  { flats: [{ x: 1480, z: 1930, radius: 14, blend: 16, height: 4 }] }, strewn(1480, 1930, 13, 9, 'crate', 'bones', 'log', 'barrel', 'rock'), fireside(1360, 1800),
  woods(['oaks', 1060, 1600, 34, 2.6], ['oaks', 1160, 1600, 46, 2.8], ['birches', 1330, 1570, 40, 2.4], ['oaks', 1400, 1550, 36, 2.6], ['oaks', 1500, 1580, 40, 2.6], ['birches', 1490, 1660, 36, 2.4], ['oaks', 1320, 1690, 36, 2.4], ['birches', 1170, 1660, 30, 2.2],
    ['scrub', 1370, 1790, 40, 1.6], ['scrub', 1480, 1800, 44, 1.8], ['scrub', 1400, 1880, 34, 1.4], ['scrub', 1260, 1860, 30, 1.4], ['oaks', 1050, 1680, 30, 2.4], ['scrub', 1500, 1880, 36, 1.4], ['scrub', 1050, 1780, 24, 1.6]),
  gather('saltwort', [1250, 1850], [1360, 1880], [1420, 1910], [1340, 1840], [1466, 1890], [1080, 1800], [1280, 1880], [1400, 1840]),
  gather('healwort', [1200, 1640], [1140, 1700], [1290, 1720], [1350, 1700], [1060, 1640]),
  gather('brambleberry', [1300, 1600], [1140, 1640], [1420, 1660], [1450, 1700], [1270, 1660], [1330, 1760], [1490, 1760]),
  gather('iron-ore', [1412, 1702], [1388, 1680], [1490, 1700], [1500, 1840]),
  gather('moonbell', [1404, 1678], [1246, 1712], [1480, 1620], [1420, 1580]),
  chest('river-pearl', 1484, 1926), chest('silver-trout', 1062, 1826),
  camps(
    ['hare', 1290, 1700, 18, 5, 1, 1], ['deer', 1330, 1600, 22, 5, 2, 3], ['deer', 1150, 1620, 20, 4, 2, 3], ['fox', 1270, 1600, 16, 2, 1, 2],
    ['salt-wolf', 1060, 1600, 18, 5, 10, 10], ['tusker', 1160, 1590, 18, 4, 8, 9], ['heath-tusker', 1330, 1680, 18, 5, 10, 12], ['court-stag', 1500, 1592, 15, 5, 10, 11], ['barnacled', 1446, 1640, 14, 5, 10, 12], ['charcoal-imp', 1400, 1690, 14, 4, 11, 12], ['mole-crawler', 1400, 1560, 18, 5, 10, 12],
    ['strand-crab', 1256, 1878, 12, 5, 9, 10], ['tide-crab', 1390, 1906, 16, 5, 11, 12], ['barnacled', 1064, 1822, 14, 5, 11, 12], ['wrecker', 1440, 1850, 15, 7, 11, 13], ['deserter-bow', 1442, 1844, 14, 4, 11, 13], ['fog-caller', 1434, 1856, 8, 2, 12, 13], ['barnacled', 1480, 1930, 13, 5, 12, 13], ['salt-wolf', 1496, 1690, 18, 4, 11, 12]),
  patrol('press-gang', 4, 11, 12, [1370, 1780], [1340, 1790], [1330, 1820], [1366, 1836], [1400, 1810]),
  walk('tobin-candle', 'tobin', [[1209.6, 1765], [1228, 1758], [1252, 1756], [1264, 1776], [1276, 1800], [1288, 1820], [1300, 1840], [1308, 1858], [1310, 1872]],
    [[4, 'strand-crab', 2, 10], [6, 'wrecker', 2, 11]],
    [[1, 'I am not running. This is fast walking. It is allowed.'], [4, 'CRAB! …I screamed. I said that I would.'], [7, 'That is the Candle. It is bigger when one has to carry something to it.']]),
  post('candle-foot', 'The Foot of the Candle', [1310, 1880], 14, 40, ['barnacled', 2, 11], ['barnacled', 3, 11], ['tide-crab', 2, 12], ['barnacled', 3, 12]),
  waystone('gullhaven', 'The Gull Stone', X - 18, Z - 42, 100),
  pois(['gull-market', 'Gullhaven Market', X, Z, 18, 80], ['candle', 'The Candle', 1316, 1886, 14, 160], ['harbour', 'Gullhaven Harbour', X - 8, Z + 94, 16, 70], ['eel-huts', 'The Eel-catchers’ Huts', 1060, 1822, 16, 160],
    ['chorus', 'The Chorus', 1400, 1690, 16, 160], ['wrecking-camp', 'The Wreckers’ Camp', 1440, 1850, 20, 230], ['flotsam', 'Flotsam Bight', 1480, 1928, 16, 220]),
  { npcs: [
    person(561, 'dorcas', 'Dorcas Brine', 'Fishwife', 'villager', [1207, 1750, 250], { hair: 5, hairColor: 6, body: 1, shirt: 8, trousers: 9, apron: 1, hat: 4 }, {
      greeting: ['Fresh! This one was gossiping an hour ago.', 'You can tell a fresh herring by the eye. It should look like it owes you money.'],
      barks: ['HERRING! …I was not shouting. This is my voice.'], vendor: ['silver-trout', 'grilled-trout', 'smoked-eel', 'saltwort'] }),
    person(562, 'hesketh', 'Hesketh Pike', 'Keeper of the Wet Gull', 'villager', [1203, 1740, 200], { hair: 0, beard: 1, hairColor: 4, shirt: 10, trousers: 13, apron: 1, skin: 3 }, {
      greeting: ['Dry beds, wet bar. If you find it the other way about, tell me before the Harbour House does.', 'Every sailor in here has seen Red Merrow sink. Every one of them saw a different ship.'],
      barks: ['Last orders! …First orders, then.'], vendor: ['small-beer', 'heron-stew', 'bread', 'bracing-draught', 'meat-pie'] }),
    person(563, 'jessamy', 'Jessamy Cord', 'Chandler', 'villager', [1184, 1767, 30], { hair: 7, hairColor: 2, body: 1, shirt: 9, trousers: 14, skin: 6 }, {
      greeting: ['Rope, tar, boots, hope. Hope is on the top shelf.', 'Yew for the bow, cork for the float, and never mix the drawers again, Tobin.'],
      barks: ['Splices while you wait!'], smith: true, vendor: [...LEATHER, ...BOWS, ...STORM_CORSAIR, ...STORM_FELLS] }),
    person(564, 'ketha', 'Ketha Bell', 'Healer', 'villager', [1180, 1751, 110], { hair: 2, hairColor: 13, body: 1, shirt: 15, trousers: 8, hat: 2 }, {
      greeting: ['Salt for the wound, rum for the patient, then the other way about if it is a Thursday.'], barks: ['Show me the other hand. …Where is the other hand?'], vendor: CURES }),
    person(565, 'tobin', 'Tobin', 'Ship’s Boy, No Ship', 'child', [1209.6, 1765, 0], { hair: 6, hairColor: 9, shirt: 10, trousers: 1, skin: 2 }, {
      greeting: ['I can tie eleven knots. I can untie four.'], barks: ['Land ho! …It is always land from here.'], route: arc(X, Z, 18, 120, 300, 5) }),
    person(566, 'wendel', 'Wendel Strake', 'Harbour Master', 'elder', [1180, 1846, 180], { hair: 3, hairColor: 12, beard: 1, shirt: 10, trousers: 14, hat: 3 }, {
      greeting: ['Thirty boats went out the night the reavers lit a false Candle. I keep thirty berths.', 'If you are going east to the Head, count the masts on the beach. There should be none. There will be one.'],
      barks: ['Tide’s turning. It does that.'] }),
    person(567, 'rafe', 'Rafe', 'Harbour Watch', 'guard', [1158, 1750.5, 270], { hair: 1, hairColor: 5, shirt: 9, trousers: 14 }, {
      greeting: ['West gate, if we had a gate. West rope. I lift it for carts.'], barks: ['Gulls. Reavers. In order of noise.'], route: [[1158, 1750.5], [1138, 1748], [1116, 1741]] }),
    person(568, 'merel', 'Merel', 'Harbour Watch', 'guard', [1254, 1751, 90], { hair: 4, hairColor: 0, body: 1, shirt: 9, trousers: 14, skin: 5 }, {
      greeting: ['They come along the shore, after dark, singing. Terrible singers. That is how we know.'], barks: ['Who is that on the dune? …Grass.'], route: [[1254, 1751], [1262, 1750], [1246, 1754]] }),
  ] },
);
