// Wrackstone Head, number 15, region 2-3-3: cliffs, a broken keep and the end of the map. Landmark: the wreck of the Merry Widow, and who lives in it.
import type { Place } from '../kinds';
import { ROAD } from './crossings';
import { build, circle } from './houses';
import { person } from './person';
import { definePlace } from './plan';
import { arc, prop } from './shapes';
import { post, walk } from './tasks';
import { road, track } from './ways';
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

/** Where the wreck lies. */
const WRECK = { x: 1604, z: 1896 };
/** How far beyond her keel the circles lie whose arcs are her sides. */
const HULL = 19.6;

// biome-ignore format: a table reads best with one row to a line
export const WRACKSTONE: Place = definePlace(
  { number: 15, key: 'wrackstone', name: 'Wrackstone Head', biome: 'coast', law: 'open', region: [2, 3, 3] },
  road(ROAD.gullhavenWrackstone, [1590, 1732], [1650, 1722], [1706, 1708], [1744, 1692]),
  road(ROAD.hollinWrackstone, [1752, 1590], [1750, 1640], [1744, 1692]),
  road([1744, 1692], [1772, 1730], [1788, 1776], [1796, 1812]),
  track([1590, 1732], [1582, 1780], [1582, 1820], [1592, 1862]),
  track([1772, 1730], [1830, 1722], [1890, 1716], [1930, 1720]),
  { flats: [{ x: WRECK.x, z: WRECK.z, radius: 26, blend: 50, height: 1.5 }],
    // Her sides, stem to the south; the breach is in the west.
    fences: [[-HULL, 48, 132, 7], [HULL, 229, 258, 3], [HULL, 272, 312, 4]].map(([off, from, to, pieces]) => ({ kind: 'palisade' as const, points: arc(WRECK.x + off, WRECK.z, 27, from, to, pieces) })),
    trees: [tree('dead', WRECK.x, WRECK.z - 8, 1.5), tree('dead', WRECK.x + 1, WRECK.z + 7, 1.2)],
    props: [...circle('crate', WRECK.x, WRECK.z, 5, 30, 95, 190), ...circle('barrel', WRECK.x, WRECK.z, 4, 60, 130, 330), prop('log', WRECK.x + 14, WRECK.z - 14, 40), prop('log', WRECK.x - 18, WRECK.z + 8, 110), prop('log', WRECK.x + 2, WRECK.z + 14, 20), prop('lamp', WRECK.x, WRECK.z - 15)] },
  fireside(WRECK.x - 20, WRECK.z - 8, 30), { buildings: [build('tent', WRECK.x - 26, WRECK.z - 16, 120), build('tent', WRECK.x + 24, WRECK.z - 14, 240)] },
  { flats: [{ x: 1804, z: 1840, radius: 34, blend: 30, height: 32 }],
    buildings: [build('ruin', 1808, 1850, 0, 'Wrackstone Keep', [18, 22, 2]), build('tower', 1784, 1834, 40, 'The Widow’s Watch', [7, 7, 6]), build('tower', 1830, 1836, 320, '', [7, 7, 3]), build('ruin', 1786, 1858, 80, '', [10, 9, 1])],
    fences: [{ kind: 'stone', points: arc(1804, 1842, 38, 10, 140, 12) }, { kind: 'stone', points: arc(1804, 1842, 38, 220, 340, 11) }] },
  strewn(1806, 1828, 16, 9, 'pillar', 'boulder', 'bones', 'rock'), graves(1826, 1856, 3, 3),
  { flats: [{ x: 1728, z: 1676, radius: 14, blend: 18, height: 14 }], buildings: [build('cottage', 1718, 1670, 120, 'The Last House')] }, fireside(1730, 1674, 50),
  hideout(1930, 1740, 16, 280, 6, 'strong-draught'),
  { knolls: [[1700, 1968, 22, 7], [1724, 1980, 15, 6], [1890, 1964, 26, 8], [1960, 1990, 18, 7]].map(([x, z, height, radius]) => ({ x, z, height, radius })) },
  { flats: [{ x: 1900, z: 1850, radius: 16, blend: 22, height: 25 }] }, stones(1900, 1850, 11, 9, 1.5), fireside(1900, 1850),
  { flats: [{ x: 1610, z: 1620, radius: 15, blend: 22, height: 8 }], buildings: [build('ruin', 1610, 1618, 200, 'The Wreck-warden’s Grange', [12, 10, 1])] }, strewn(1610, 1622, 12, 7, 'crate', 'log', 'bones', 'hay'),
  crag(1680, 1800, 8, 16), crag(1980, 1640, 9, 16), crag(1880, 1790, 8, 14), crag(1660, 1860, 6, 12),
  woods(['oaks', 1580, 1570, 40, 2.6], ['oaks', 1660, 1590, 44, 2.6], ['dark', 1830, 1580, 50, 2.8], ['dark', 1920, 1600, 46, 2.8], ['pines', 2000, 1570, 40, 2.8], ['pines', 1990, 1700, 46, 2.6], ['birches', 1680, 1660, 34, 2.2], ['oaks', 1820, 1660, 40, 2.4],
    ['scrub', 1640, 1780, 40, 1.8], ['scrub', 1730, 1790, 36, 1.8], ['scrub', 1870, 1740, 34, 1.8], ['pines', 1970, 1830, 44, 2.4], ['scrub', 1580, 1800, 24, 1.8], ['scrub', 1720, 1860, 36, 1.6]),
  gather('saltwort', [1570, 1870], [1640, 1880], [1590, 1910], [1700, 1880], [1750, 1880], [1850, 1890], [1940, 1880], [1566, 1840]),
  gather('star-silver', [1694, 1812], [1668, 1790], [1994, 1652], [1970, 1628], [1892, 1802], [1866, 1780]),
  gather('iron-ore', [1672, 1850], [1650, 1870], [1900, 1640], [1990, 1750]),
  gather('healwort', [1700, 1650], [1780, 1660], [1640, 1690], [1720, 1740], [1800, 1760]),
  gather('brambleberry', [1620, 1650], [1720, 1600], [1790, 1620], [1660, 1750], [1880, 1680], [1960, 1680]),
  gather('moonbell', [1908, 1838], [1890, 1862], [1816, 1870], [1620, 1610], [1850, 1600]),
  chest('sea-glass', WRECK.x + 3, WRECK.z), chest('tarnished-coin', 1808, 1852), chest('glow-gem', 1900, 1862), chest('bread', 1606, 1626),
  camps(
    ['deer', 1700, 1620, 20, 4, 2, 3], ['hare', 1690, 1750, 18, 4, 1, 1],
    ['rime-stag', 1660, 1600, 20, 5, 17, 18], ['wrack-crab', 1570, 1890, 14, 5, 17, 18], ['wrack-crab', 1650, 1896, 14, 5, 17, 19], ['widows-crew', 1610, 1620, 14, 6, 17, 18], ['fell-wolf', 1830, 1590, 20, 5, 17, 18], ['fell-wolf', 1960, 1640, 20, 5, 18, 19],
    ['keep-drowned', 1660, 1810, 18, 5, 17, 18], ['keep-drowned', 1808, 1848, 15, 7, 19, 20], ['bellfounder', 1808, 1844, 3, 1, 20, 20], ['keep-drowned', 1796, 1866, 14, 5, 19, 20], ['storm-sprite', 1900, 1850, 14, 5, 18, 19], ['widows-crew', 1930, 1740, 16, 8, 18, 19], ['widows-bow', 1932, 1734, 15, 5, 18, 19],
    ['widows-crew', WRECK.x, WRECK.z, 18, 7, 18, 20], ['widows-bow', WRECK.x - 4, WRECK.z - 14, 15, 4, 18, 20], ['red-merrow', WRECK.x, WRECK.z + 2, 2, 1, 20, 20], ['storm-sprite', 1990, 1800, 16, 4, 17, 19]),
  patrol('press-gang', 4, 18, 19, [1790, 1760], [1830, 1750], [1860, 1770], [1850, 1810], [1816, 1800]),
  walk('oda-keep', 'oda', [[1724, 1676], [1736, 1684], [1746, 1694], [1760, 1712], [1772, 1730], [1781, 1754], [1788, 1776], [1793, 1796], [1797, 1806]],
    [[4, 'widows-crew', 2, 18], [6, 'keep-drowned', 2, 18]],
    [[1, 'I left the soup on. I could go back.'], [4, 'No, I am not going back. You might have said something.'], [7, 'He always worked with the door open.']]),
  post('last-house', 'The Yard of the Last House', [1732, 1680], 13, 40, ['widows-crew', 2, 17], ['widows-crew', 3, 17], ['widows-bow', 2, 18], ['widows-crew', 3, 18]),
  waystone('wrackstone', 'The Last Stone', 1736, 1656, 320),
  pois(['merry-widow', 'The Merry Widow', WRECK.x, WRECK.z, 24, 790], ['wrackstone-keep', 'Wrackstone Keep', 1804, 1842, 24, 740], ['nine-wives', 'The Nine Wives', 1900, 1850, 16, 650], ['reavers-steading', 'The Reavers’ Steading', 1930, 1740, 22, 700],
    ['grange', 'The Wreck-warden’s Grange', 1610, 1620, 16, 500], ['lands-end', 'The End of the Map', 1866, 1884, 16, 650]),
  { npcs: [
    person(601, 'oda', 'Oda Wrack', 'Keeper of the Last House', 'wayfarer', [1724, 1676, 130], { hair: 3, hairColor: 5, body: 1, shirt: 9, trousers: 13, hat: 2, skin: 2 }, {
      greeting: ['Last house on the map. After me it is birds and bad decisions.', 'She was the Merry Widow. Now she is neither. Red Merrow sleeps where the rudder was.', 'The Keep drowned standing up. Ask it anything; it answers at high tide.'],
      barks: ['Shutters! Wind’s from the edge.'], vendor: ['strong-draught', 'healing-draught', 'bracing-draught', 'smoked-eel', 'bread', 'honeycake'] }),
  ] },
);
