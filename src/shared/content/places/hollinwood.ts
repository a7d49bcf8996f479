// Hollin Wood, number 11, region 2-3-2: holly and old oaks in the east. Landmarks: Mirrormere, and the Antler Court where the stags hold theirs.
import type { Place } from '../kinds';
import { ROAD } from './crossings';
import { at, build, circle, hamlet } from './houses';
import { person } from './person';
import { definePlace } from './plan';
import { walk } from './tasks';
import { lake, road, track } from './ways';
import {
  camps,
  chest,
  crag,
  fireside,
  gather,
  graves,
  hideout,
  patrol,
  pois,
  stones,
  strewn,
  tree,
  waystone,
  woods,
} from './wilds';

// biome-ignore format: a table reads best with one row to a line
export const HOLLINWOOD: Place = definePlace(
  { number: 11, key: 'hollinwood', name: 'Hollin Wood', biome: 'forest', law: 'contested', region: [2, 3, 2] },
  lake(1690, 1430, 58, 38, 5),
  road(ROAD.barleymowHollin, [1590, 1278], [1640, 1262], [1690, 1250], [1734, 1246]),
  road([1734, 1246], [1746, 1200], [1750, 1140], [1750, 1080], ROAD.kilnhearthHollin),
  road([1734, 1246], [1764, 1292], [1786, 1340], [1794, 1390], [1788, 1440], [1772, 1490], ROAD.hollinWrackstone),
  track([1746, 1200], [1796, 1186], [1846, 1170], [1884, 1156]),
  track([1764, 1292], [1730, 1340], [1712, 1376], [1704, 1388]),
  track([1640, 1262], [1620, 1210], [1606, 1160], [1604, 1130]),
  hamlet(1722, 1228, 15, [330, 21, 'cottage', 'Ashe’s'], [285, 21, 'cottage'], [20, 20, 'barn'], [235, 21, 'cottage']),
  { props: circle('campfire', 1722, 1228, 9, 0, 300, 250) },
  { flats: [{ x: 1900, z: 1150, radius: 26, blend: 28, height: 16 }], trees: Array.from({ length: 9 }, (_, i) => tree('dead', ...at(1900, 1150, 19, i * 40 + 20), 1.7)) },
  stones(1900, 1150, 9, 5, 0.9), strewn(1900, 1150, 15, 8, 'bones', 'log', 'mushroom'),
  hideout(1600, 1110, 8, 170, 6, 'strong-draught'),
  { flats: [{ x: 1904, z: 1400, radius: 24, blend: 26, height: 22 }], buildings: [build('ruin', 1904, 1394, 200, 'Hollin Lodge', [16, 12, 2]), build('tower', 1886, 1402, 110, '', [6, 6, 3]), build('ruin', 1922, 1408, 280, '', [8, 8, 1])] },
  strewn(1904, 1404, 13, 8, 'crate', 'boulder', 'bones', 'barrel'), graves(1880, 1424, 4, 3, 30),
  { flats: [{ x: 1600, z: 1440, radius: 14, blend: 20, height: 8 }] }, strewn(1600, 1440, 13, 14, 'web', 'mushroom', 'web', 'stump', 'bones'),
  { buildings: [build('dock', 1704, 1398, 10, '', [4, 18, 1])] }, fireside(1820, 1330, 60),
  crag(1960, 1300, 10, 16), crag(1980, 1440, 12, 17), crag(1800, 1100, 8, 14), crag(1580, 1340, 8, 14),
  woods(['oaks', 1570, 1210, 44, 3], ['deep', 1660, 1180, 44, 3], ['oaks', 1580, 1300, 26, 2.6], ['dark', 1600, 1440, 46, 3.2], ['deep', 1560, 1380, 36, 3], ['oaks', 1640, 1340, 36, 2.8], ['dark', 1680, 1510, 44, 3], ['deep', 1600, 1510, 36, 3],
    ['deep', 1690, 1090, 44, 3], ['oaks', 1810, 1080, 44, 3], ['deep', 1850, 1230, 50, 3], ['dark', 1950, 1230, 50, 3.2], ['dark', 1980, 1100, 46, 3], ['deep', 1900, 1070, 36, 3], ['dark', 1860, 1330, 46, 3], ['deep', 1830, 1430, 36, 3],
    ['dark', 1930, 1490, 46, 3], ['pines', 2000, 1380, 44, 3], ['oaks', 1840, 1510, 40, 2.8], ['birches', 1780, 1150, 26, 2.4],
    ['oaks', 1560, 1140, 30, 2.8], ['deep', 1650, 1120, 26, 3], ['deep', 1700, 1310, 34, 2.8], ['dark', 1990, 1170, 40, 3], ['deep', 1860, 1180, 26, 2.8], ['dark', 1990, 1500, 34, 3], ['deep', 1840, 1370, 24, 2.8], ['oaks', 1730, 1510, 24, 2.8], ['dark', 1560, 1480, 26, 3], ['dark', 1940, 1350, 30, 3]),
  gather('healwort', [1680, 1270], [1760, 1180], [1770, 1330], [1650, 1230], [1730, 1290]),
  gather('moonbell', [1890, 1160], [1912, 1136], [1660, 1386], [1630, 1420], [1590, 1450], [1890, 1410], [1750, 1460]),
  gather('brambleberry', [1590, 1260], [1700, 1160], [1740, 1100], [1810, 1290], [1640, 1300], [1830, 1180], [1560, 1160]),
  gather('star-silver', [1974, 1314], [1948, 1310], [1990, 1456], [1966, 1448], [1810, 1112]),
  gather('iron-ore', [1590, 1354], [1570, 1350], [1790, 1090], [1964, 1288]),
  chest('venison', 1900, 1394), chest('glow-gem', 1900, 1150), chest('bracing-draught', 1606, 1432),
  camps(
    ['deer', 1660, 1290, 20, 5, 2, 3], ['hare', 1760, 1130, 18, 4, 1, 1],
    ['thorn-stag', 1640, 1180, 20, 5, 8, 10], ['heath-tusker', 1620, 1320, 20, 5, 10, 11], ['holly-weaver', 1600, 1440, 16, 7, 10, 12], ['tide-crab', 1640, 1462, 10, 5, 10, 11], ['wisp', 1680, 1380, 14, 4, 8, 9],
    ['deserter', 1600, 1110, 15, 7, 11, 13], ['deserter-bow', 1602, 1104, 14, 5, 11, 13], ['fog-caller', 1606, 1114, 9, 3, 12, 13], ['salt-wolf', 1850, 1250, 20, 5, 10, 12], ['court-stag', 1900, 1150, 16, 6, 12, 14], ['white-hart', 1900, 1146, 4, 1, 14, 14],
    ['salt-wolf', 1840, 1460, 20, 5, 11, 12], ['hunting-dead', 1904, 1402, 14, 6, 12, 14], ['hunting-dead', 1886, 1428, 11, 4, 12, 13], ['charcoal-imp', 1810, 1090, 18, 5, 10, 12], ['holly-weaver', 1970, 1250, 20, 5, 12, 13], ['barnacled', 1730, 1466, 12, 4, 11, 12]),
  patrol('shadow-runner', 4, 11, 12, [1846, 1310], [1820, 1340], [1830, 1390], [1870, 1380], [1880, 1340]),
  walk('wynna-mere', 'wynna', [[1732, 1222], [1736, 1236], [1746, 1250], [1758, 1278], [1764, 1292], [1747, 1316], [1730, 1340], [1719, 1360], [1712, 1376]],
    [[4, 'holly-weaver', 1, 11], [6, 'holly-weaver', 2, 11]],
    [[2, 'Walk as if you were thinking of flowers. They can tell.'], [5, 'There: look up. Strung right across. Somebody has been practising.'], [7, 'I can hear them. They are humming in capitals.']]),
  waystone('hollin', 'The Holly Stone', 1752, 1258, 110),
  pois(['antler-court', 'The Antler Court', 1900, 1150, 22, 290], ['mirrormere', 'Mirrormere', 1706, 1386, 14, 140], ['hollin-lodge', 'Hollin Lodge', 1904, 1402, 20, 260], ['burners-green', 'Charcoal Green', 1722, 1232, 16, 90],
    ['deserters-holt', 'The Deserters’ Holt', 1600, 1110, 22, 230], ['spinners-hollow', 'Spinners’ Hollow', 1600, 1440, 16, 220]),
  { npcs: [
    person(441, 'colm', 'Colm Ashe', 'Charcoal-burner', 'villager', [1716, 1237, 150], { hair: 1, hairColor: 0, beard: 1, shirt: 14, trousers: 14, skin: 3 }, {
      greeting: ['Nine days to burn a stack, and you may not sleep for any of them. I am told I have become philosophical.', 'Kilnhearth buys it all. They burn what I burned. Somebody should tell them.', 'Do not hunt the white-antlered ones. They hunt back, and they remember faces.'],
      barks: ['Smoke’s blue. Good. Blue is good. White is wages.'], vendor: ['venison', 'bread', 'healing-draught', 'woodsmans-axe', 'wayfarer-boots'] }),
    person(442, 'wynna', 'Wynna Ashe', 'Honey-hunter', 'wayfarer', [1732, 1222, 250], { hair: 7, hairColor: 5, body: 1, shirt: 5, trousers: 6, hat: 1 }, {
      greeting: ['Bees in the third oak. You will know it when you stop being able to hear me.'], barks: ['Bzz. …I am answering.'], vendor: ['honeycake', 'brambleberry', 'bracing-draught'], route: [[1732, 1222], [1736, 1236], [1746, 1226]] }),
  ] },
);
