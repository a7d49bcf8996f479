// Ravenholt, number 4, region 2-3-0: black pines under the north-eastern peaks. Landmark: Starfall Observatory, whose stars went out.
import type { Place } from '../kinds';
import { ROAD } from './crossings';
import { at, build, circle } from './houses';
import { person } from './person';
import { definePlace } from './plan';
import { arc } from './shapes';
import { road, track } from './ways';
import {
  camps,
  chest,
  crag,
  dungeonGate,
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
export const RAVENHOLT: Place = definePlace(
  { number: 4, key: 'ravenholt', name: 'Ravenholt', biome: 'forest', law: 'contested', region: [2, 3, 0] },
  road(ROAD.haldenRavenholt, [1590, 402], [1640, 418], [1690, 442], [1732, 474], ROAD.ravenholtKilnhearth),
  track([1690, 442], [1722, 414], [1768, 386], [1812, 352], [1838, 334]),
  track([1768, 386], [1826, 410], [1866, 430]),
  track([1640, 418], [1634, 372], [1632, 322]),
  { flats: [{ x: 1856, z: 318, radius: 28, blend: 30, height: 26 }],
    buildings: [build('tower', 1862, 312, 225, 'Starfall Observatory', [8, 8, 7]), build('ruin', 1838, 306, 120, '', [9, 10, 1]), build('ruin', 1872, 334, 320, '', [8, 9, 1])],
    fences: [{ kind: 'stone', points: arc(1856, 318, 31, 255, 390, 12) }, { kind: 'stone', points: arc(1856, 318, 31, 60, 200, 12) }],
    props: circle('pillar', 1850, 322, 10, 0, 60, 120, 180, 300) },
  strewn(1850, 320, 16, 8, 'boulder', 'rock', 'bones'),
  hideout(1626, 296, 21, 170, 5, 'singed-page'),
  { flats: [{ x: 1682, z: 422, radius: 16, blend: 20, height: 19 }], buildings: [build('cottage', 1669, 420, 100, 'The Wick')] },
  fireside(1680, 410, 40), dungeonGate(1612, 424, 15.5),
  crag(1892, 446, 11, 16), { trees: Array.from({ length: 5 }, (_, i) => tree('dead', ...at(1892, 446, 20, i * 72), 1.6)) },
  stones(1930, 330, 11, 7, 1.3), graves(1754, 372, 4, 3, 40),
  { flats: [{ x: 1744, z: 300, radius: 12, blend: 16, height: 34 }] }, strewn(1744, 300, 9, 8, 'web', 'bones', 'web', 'boulder'),
  crag(1584, 330, 9, 15), crag(1800, 270, 10, 16), crag(1960, 400, 10, 16), crag(1680, 210, 9, 16), crag(1900, 250, 9, 15),
  woods(['pines', 1570, 450, 54, 3.2], ['pines', 1560, 310, 42, 3], ['dark', 1610, 240, 50, 3], ['pines', 1690, 350, 42, 3.2], ['dark', 1740, 300, 50, 3.4], ['pines', 1680, 256, 46, 3],
    ['pines', 1660, 484, 40, 3.2], ['dark', 1800, 440, 46, 3.2], ['pines', 1850, 480, 44, 3.2], ['pines', 1780, 240, 46, 2.8], ['dark', 1900, 390, 42, 3], ['pines', 1960, 300, 50, 3],
    ['pines', 1980, 450, 50, 3.2], ['highland', 1920, 250, 40, 2.6], ['pines', 2010, 380, 36, 3], ['pines', 1860, 240, 40, 2.6],
    ['pines', 1620, 460, 34, 3], ['dark', 1570, 380, 30, 3], ['pines', 1720, 390, 30, 3], ['dark', 1840, 380, 34, 3], ['pines', 1940, 470, 36, 3], ['pines', 1600, 200, 34, 2.6], ['dark', 1660, 310, 26, 3], ['pines', 1800, 310, 34, 3], ['pines', 1720, 210, 34, 2.6], ['pines', 2010, 240, 30, 2.6]),
  gather('star-silver', [1574, 344], [1598, 342], [1794, 286], [1812, 282], [1940, 404], [1890, 262], [1686, 226]),
  gather('moonbell', [1850, 334], [1920, 340], [1942, 322], [1738, 312], [1756, 384], [1896, 466], [1674, 372]),
  gather('cloudberry', [1560, 390], [1620, 440], [1716, 456], [1790, 398], [1880, 420], [1830, 372]),
  chest('glow-gem', 1846, 304), chest('strong-draught', 1746, 290), chest('grave-dust', 1932, 330),
  camps(
    ['deer', 1590, 426, 20, 4, 2, 3], ['rime-stag', 1668, 386, 20, 5, 14, 15], ['pitchback', 1560, 330, 20, 5, 14, 15], ['pitchback', 1742, 302, 16, 6, 15, 16], ['pine-shadow', 1790, 446, 22, 5, 14, 16],
    ['cutthroat', 1626, 296, 15, 6, 15, 16], ['black-banner-bow', 1624, 290, 14, 4, 15, 16], ['starcaller', 1634, 300, 10, 4, 15, 17],
    ['pine-shadow', 1950, 420, 20, 5, 15, 17], ['pine-shadow', 1690, 230, 20, 5, 15, 16], ['piper-light', 1930, 330, 14, 5, 15, 17], ['stargazer', 1852, 322, 15, 6, 16, 17], ['last-astronomer', 1852, 330, 3, 1, 17, 17], ['stargazer', 1756, 376, 12, 4, 15, 16],
    ['adit-crawler', 1900, 470, 12, 5, 16, 16], ['storm-sprite', 1862, 300, 14, 4, 16, 17]),
  patrol('shadow-runner', 4, 15, 16, [1736, 420], [1764, 396], [1806, 366], [1826, 396], [1790, 416]),
  waystone('ravenholt', 'The Raven Stone', 1690, 420, 210),
  pois(['starfall', 'Starfall Observatory', 1852, 320, 24, 580], ['starcallers', 'The Starcallers’ Camp', 1626, 296, 20, 420], ['webwood', 'The Webwood', 1744, 300, 16, 380],
    ['quiet-ring', 'The Quiet Ring', 1930, 330, 16, 440], ['rookery', 'The Rookery', 1870, 434, 14, 320], ['thunder-gate', 'The Thunder Gate', 1612, 424, 14, 420]),
  { npcs: [
    person(161, 'ptolemy', 'Ptolemy Wick', 'Astronomer, Retired', 'elder', [1678, 426, 130], { hair: 3, hairColor: 12, beard: 1, shirt: 11, trousers: 14, hat: 5 }, {
      greeting: ['We called one star down to look at it closely. It looked back. I took early retirement.', 'The tower is perfectly safe by day. By day they are asleep. Please do not ask who.', 'Eleven stars missing since midsummer. I have written to them.'],
      barks: ['Clear tonight. Pity.'], vendor: ['clear-water-flask', 'healing-draught', 'bread', 'cinder-orb'] }),
  ] },
);
