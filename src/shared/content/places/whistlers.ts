// The Whistling Dunes, number 13, region 2-1-3: sand, reavers and wind. Landmarks: the Organ, pillars that play on the hill, and the Sunken Light.
import type { Place } from '../kinds';
import { ROAD } from './crossings';
import { at, build, circle } from './houses';
import { person } from './person';
import { definePlace } from './plan';
import { prop } from './shapes';
import { post, walk } from './tasks';
import { lake, road, track } from './ways';
import { camps, chest, fireside, gather, graves, hideout, patrol, pois, strewn, waystone, woods } from './wilds';

// biome-ignore format: a table reads best with one row to a line
export const WHISTLERS: Place = definePlace(
  { number: 13, key: 'whistlers', name: 'The Whistling Dunes', biome: 'coast', law: 'contested', region: [2, 1, 3] },
  lake(592, 1592, 34, 24, 2), lake(620, 1640, 14, 10, 1),
  road(ROAD.fenWhistlers, [708, 1590], [696, 1640], [690, 1690], [694, 1738]),
  road(ROAD.aldermouthWhistlers, [560, 1744], [610, 1740], [650, 1738], [694, 1738]),
  road([694, 1738], [740, 1748], [790, 1766], [840, 1778], [890, 1774], [940, 1752], [984, 1736], ROAD.whistlersGullhaven),
  track([790, 1766], [806, 1740], [822, 1722]),
  track([840, 1778], [830, 1820], [812, 1858], [800, 1884]),
  track([650, 1738], [640, 1780], [650, 1820], [664, 1856]),
  { flats: [{ x: 832, z: 1710, radius: 18, blend: 26, height: 26 }], props: Array.from({ length: 11 }, (_, i) => prop('pillar', ...at(832, 1710, 13, i * 26 + 60), i * 40, 1.2 + ((i * 7) % 11) * 0.16)) },
  fireside(832, 1712),
  { flats: [{ x: 802, z: 1896, radius: 18, blend: 20, height: 4 }], buildings: [build('tower', 804, 1902, 0, 'The Sunken Light', [8, 8, 4]), build('ruin', 784, 1894, 90, '', [8, 9, 1])] },
  strewn(794, 1887, 10, 8, 'boulder', 'crate', 'rock', 'bones', 'log'),
  hideout(924, 1852, 8, 350, 7, 'strong-draught'), { props: circle('barrel', 924, 1852, 12, 200, 208, 100) },
  { flats: [{ x: 664, z: 1872, radius: 18, blend: 22, height: 5 }] },
  { buildings: [build('ruin', 656, 1870, 60, 'Sandbury', [9, 9, 1]), build('ruin', 674, 1876, 300, '', [8, 8, 1]), build('ruin', 662, 1888, 0, '', [7, 8, 1])] }, strewn(664, 1872, 15, 7, 'boulder', 'barrel', 'bones'),
  { flats: [{ x: 700, z: 1770, radius: 15, blend: 20, height: 13 }], buildings: [build('cottage', 712, 1776, 290, 'The Listening House')] }, fireside(700, 1768, 30),
  graves(576, 1690, 4, 3, 40), { flats: [{ x: 960, z: 1620, radius: 14, blend: 20, height: 18 }] }, strewn(960, 1620, 13, 12, 'web', 'bones', 'stump', 'mushroom'),
  woods(['oaks', 760, 1570, 44, 2.6], ['oaks', 850, 1580, 44, 2.6], ['dark', 950, 1610, 46, 2.8], ['birches', 660, 1560, 26, 2.2], ['oaks', 540, 1650, 40, 2.4], ['birches', 640, 1690, 34, 2], ['oaks', 770, 1660, 36, 2.4], ['birches', 900, 1680, 36, 2.2],
    ['scrub', 560, 1800, 36, 1.6], ['scrub', 740, 1830, 44, 1.6], ['scrub', 870, 1830, 34, 1.4], ['scrub', 980, 1800, 36, 1.6], ['scrub', 600, 1850, 30, 1.4], ['pines', 980, 1680, 34, 2.2], ['scrub', 700, 1900, 34, 1.2]),
  gather('saltwort', [600, 1830], [720, 1880], [760, 1900], [860, 1890], [960, 1870], [640, 1810], [900, 1810], [540, 1800]),
  gather('brambleberry', [740, 1600], [820, 1620], [680, 1660], [900, 1720], [580, 1760], [760, 1720], [960, 1700]),
  gather('iron-ore', [846, 1724], [812, 1700], [970, 1610], [570, 1660], [870, 1650]),
  gather('healwort', [660, 1600], [720, 1700], [820, 1780], [930, 1770], [620, 1710]),
  gather('moonbell', [580, 1702], [950, 1632], [840, 1704], [566, 1566]),
  chest('sea-glass', 800, 1890), chest('glow-gem', 832, 1700), chest('river-pearl', 664, 1880),
  camps(
    ['hare', 740, 1790, 16, 5, 1, 1], ['deer', 740, 1630, 20, 5, 2, 3],
    ['heath-tusker', 560, 1560, 18, 5, 13, 14], ['cliff-crab', 620, 1600, 12, 4, 13, 13], ['rime-stag', 850, 1600, 20, 5, 13, 14], ['salt-wolf', 660, 1640, 18, 5, 13, 14], ['salt-wolf', 900, 1600, 20, 5, 14, 15],
    ['dune-stalker', 960, 1620, 14, 6, 13, 15], ['sandbury-dead', 582, 1694, 12, 4, 13, 14], ['piper-light', 832, 1710, 14, 5, 14, 15], ['cliff-crab', 600, 1856, 16, 5, 13, 15], ['cliff-crab', 740, 1900, 16, 5, 14, 15], ['dune-stalker', 880, 1896, 14, 5, 14, 16],
    ['black-banner', 924, 1852, 17, 8, 14, 16], ['black-banner-bow', 926, 1846, 15, 5, 14, 16], ['starcaller', 920, 1858, 9, 2, 15, 16], ['sandbury-dead', 664, 1874, 14, 6, 14, 15], ['sandbury-dead', 802, 1896, 14, 6, 15, 16]),
  patrol('press-gang', 4, 14, 15, [870, 1770], [840, 1790], [850, 1830], [890, 1820], [916, 1790]),
  walk('anselm-organ', 'anselm', [[703, 1772], [716, 1758], [736, 1748], [764, 1757], [790, 1766], [806, 1742], [812, 1734], [816, 1729]],
    [[3, 'piper-light', 1, 13], [5, 'sandbury-dead', 2, 13]],
    [[1, 'That was your left boot. You want to have the heel seen to.'], [4, 'Listen: it knows that we are coming. It has gone up a third.'], [6, 'Shh. This is the good bit.']]),
  post('organ-stones', 'The Circle of the Organ', [832, 1716], 13, 40, ['sandbury-dead', 2, 14], ['sandbury-dead', 3, 14], ['piper-light', 2, 15], ['sandbury-dead', 3, 15]),
  waystone('whistlers', 'The Wind Stone', 680, 1764, 190),
  pois(['organ', 'The Organ', 832, 1710, 20, 350], ['sunken-light', 'The Sunken Light', 800, 1894, 18, 420], ['black-banner', 'Black Banner Camp', 924, 1852, 22, 440], ['sandbury', 'Sandbury', 664, 1874, 18, 370],
    ['sallow-pool', 'Sallow Pool', 626, 1610, 16, 210], ['spinney', 'Spider Spinney', 960, 1620, 16, 350]),
  { npcs: [
    person(521, 'anselm', 'Anselm Pipe', 'Listener', 'pilgrim', [703, 1772, 280], { hair: 3, hairColor: 13, beard: 1, shirt: 0, trousers: 14, hat: 5, skin: 5 }, {
      greeting: ['South wind, it plays a hymn. West wind, a jig. When there is no wind it plays all the same, and then I go indoors.', 'Sandbury was a town until a Tuesday. On the Wednesday it was a dune.', 'The reavers cannot stand the music. That is why I am still here.'],
      barks: ['Shh. This is the good bit.'], vendor: ['clear-water-flask', 'healing-draught', 'strong-draught', 'bread', 'saltwort'] }),
  ] },
);
