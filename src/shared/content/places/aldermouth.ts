// Aldermouth, number 12, region 2-0-3: where the Alder comes to the sea between salt flats and dunes. Landmark: the Leviathan's bones.
import type { Place } from '../kinds';
import { RIVER, ROAD } from './crossings';
import { build, circle, field, hamlet } from './houses';
import { person } from './person';
import { definePlace } from './plan';
import { prop } from './shapes';
import { bridge, lake, river, road, track } from './ways';
import { camps, chest, dungeonGate, fireside, gather, graves, hideout, patrol, pois, strewn, waystone, woods } from './wilds';

// biome-ignore format: a table reads best with one row to a line
export const ALDERMOUTH: Place = definePlace(
  { number: 12, key: 'aldermouth', name: 'Aldermouth', biome: 'coast', region: [2, 0, 3] },
  river(11, 36, [RIVER.alderAtAldermouth, [440, 1570], [425, 1612], [412, 1652], [402, 1694], [404, 1730], [416, 1764], [438, 1800], [466, 1838], [486, 1870], [498, 1904]],
    [RIVER.alderAtAldermouth, [440, 1570], [425, 1612], [412, 1652], [402, 1694], [404, 1730], [416, 1764], [438, 1800], [460, 1830]]),
  lake(452, 1676, 16, 11, 1), lake(366, 1806, 15, 9, 0.8), lake(424, 1830, 14, 9, 1),
  road(ROAD.duskmereAldermouth, [364, 1590], [350, 1646], [352, 1696], [374, 1722], [404, 1728], [432, 1732], [474, 1738], ROAD.aldermouthWhistlers),
  track([352, 1696], [338, 1740], [336, 1776], [326, 1820], [300, 1860], [280, 1888], [270, 1908]),
  track([350, 1646], [300, 1640], [250, 1630], [206, 1640], [172, 1664]),
  bridge(404, 1728, 90, 11),
  hamlet(326, 1722, 8, [20, 22, 'cottage'], [300, 22, 'house', 'Saltby’s'], [255, 21, 'cottage'], [215, 22, 'barn', 'The Salt Barn'], [340, 22, 'cottage']),
  field(380, 1776, 22, 14, 'soil'), field(352, 1782, 20, 16, 'soil'), field(374, 1754, 18, 12, 'soil'),
  { props: [...circle('barrel', 366, 1768, 4, 0, 70, 160), prop('cart', 346, 1766, 70),
    ...[0, 1, 2, 3, 4, 5].map(i => prop('bones', 238 + i * 9, 1932 + ((i * i) % 4), 80 + i * 4, 10 - Math.abs(i - 1.5) * 1.6)), prop('boulder', 226, 1930, 0, 1.9)] },
  strewn(258, 1924, 18, 8, 'log', 'rock', 'bones', 'log'),
  hideout(146, 1690, 20, 60, 5, 'tarnished-coin'),
  { flats: [{ x: 150, z: 1880, radius: 16, blend: 24, height: 5 }], buildings: [build('ruin', 150, 1878, 0, 'The Spit House', [10, 10, 1]), build('tower', 138, 1890, 160, 'The Blind Light', [5, 5, 6])] },
  strewn(152, 1886, 12, 6, 'crate', 'barrel', 'log'), graves(470, 1590, 4, 3, 15), dungeonGate(330, 1854, 3.6), fireside(250, 1790),
  { flats: [{ x: 60, z: 1800, radius: 14, blend: 20, height: 7 }] }, strewn(60, 1800, 12, 9, 'boulder', 'rock', 'bones'),
  woods(['oaks', 300, 1560, 44, 2.6], ['dark', 210, 1560, 46, 2.8], ['pines', 120, 1580, 44, 2.8], ['pines', 50, 1640, 44, 2.8], ['oaks', 240, 1690, 40, 2.4], ['pines', 60, 1730, 36, 2.6], ['scrub', 180, 1790, 44, 1.6],
    ['scrub', 290, 1800, 40, 1.6], ['birches', 480, 1560, 26, 2.2], ['scrub', 90, 1832, 30, 1.4], ['scrub', 470, 1780, 24, 1.6], ['pines', 160, 1630, 30, 2.4], ['scrub', 220, 1850, 34, 1.4]),
  gather('saltwort', [390, 1800], [340, 1800], [410, 1850], [280, 1860], [200, 1870], [120, 1860], [450, 1770], [360, 1840]),
  gather('healwort', [330, 1600], [290, 1660], [380, 1640], [440, 1700], [350, 1620]),
  gather('brambleberry', [260, 1600], [320, 1660], [220, 1740], [160, 1740], [300, 1770], [190, 1820]),
  gather('iron-ore', [72, 1790], [50, 1812], [130, 1650], [90, 1620]),
  gather('moonbell', [470, 1604], [230, 1560], [100, 1700], [446, 1690]),
  chest('river-pearl', 262, 1914), chest('sea-glass', 150, 1880), chest('iron-ore', 58, 1804),
  camps(
    ['hare', 300, 1690, 18, 5, 1, 1], ['deer', 310, 1620, 22, 5, 2, 3], ['deer', 200, 1740, 20, 4, 2, 3],
    ['heath-tusker', 260, 1570, 20, 5, 11, 12], ['court-stag', 220, 1680, 20, 4, 11, 12], ['tide-crab', 456, 1650, 10, 5, 11, 11], ['salt-wolf', 110, 1580, 22, 5, 12, 13], ['holly-weaver', 190, 1600, 18, 5, 11, 13],
    ['tide-crab', 390, 1860, 18, 5, 11, 12], ['tide-crab', 200, 1912, 16, 5, 12, 13], ['tide-crab', 100, 1886, 16, 5, 12, 14], ['barnacled', 440, 1846, 14, 5, 11, 13], ['drowned', 474, 1596, 12, 4, 10, 11],
    ['wrecker', 146, 1690, 15, 7, 12, 14], ['deserter-bow', 148, 1684, 14, 4, 12, 14], ['fog-caller', 142, 1694, 9, 2, 13, 14], ['piper-light', 260, 1916, 16, 4, 13, 14], ['barnacled', 148, 1884, 13, 5, 13, 14], ['tide-crab', 60, 1802, 14, 5, 13, 14]),
  patrol('press-gang', 4, 12, 13, [270, 1830], [228, 1836], [200, 1800], [230, 1770], [266, 1790]),
  waystone('aldermouth', 'The Salt Stone', 334, 1684, 110),
  pois(['leviathan', 'The Leviathan', 262, 1926, 24, 240], ['saltby', 'Saltby', 326, 1724, 18, 90], ['salt-pans', 'The Salt Pans', 366, 1772, 18, 100], ['blind-light', 'The Blind Light', 150, 1884, 16, 230],
    ['smugglers-rise', 'Smugglers’ Rise', 146, 1690, 20, 240], ['alder-mouth', 'The Alder’s Mouth', 470, 1820, 16, 130], ['tide-stair', 'The Tide Stair', 330, 1854, 14, 180]),
  { npcs: [
    person(481, 'maren', 'Maren Saltby', 'Salt-boiler', 'villager', [344, 1733, 100], { hair: 7, hairColor: 9, body: 1, shirt: 8, trousers: 6, apron: 1, hat: 4, skin: 2 }, {
      greeting: ['Sea goes in, sea goes out, salt stays. I wish more things were like salt.', 'The big bones? Came ashore in my mother’s day. It was smiling, she said. It is still smiling.'],
      barks: ['Rake slow. Salt knows when you are cross.'], vendor: ['silver-trout', 'grilled-trout', 'saltwort', 'smoked-eel'] }),
    person(482, 'edric', 'Edric Spoon', 'Ferryman Without a Ferry', 'villager', [366, 1712, 110], { hair: 0, beard: 1, hairColor: 12, shirt: 9, trousers: 9, hat: 3 }, {
      greeting: ['Then they built the bridge. I do not hold it against the bridge.', 'Everything the Alder ever took from Alderwick goes past here in the end. Mostly hats.'],
      barks: ['Over! Anybody for over? …No. Over there, then. Good walk.'], vendor: ['healing-draught', 'bread', 'small-beer'] }),
  ] },
);
