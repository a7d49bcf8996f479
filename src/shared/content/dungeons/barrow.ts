// The Hollow Barrow, for level 8: a king's grave under the downs, sunk ways between banks of turf and dry stone. In: nothing. Out: the dungeon
// and its place.
import type { Dungeon } from '../kinds';
import { alongWall, boss, checkpoint, entrance, halls, inRoom, pack, type Room } from '../places/halls';
import { definePlace } from '../places/plan';
import { prop } from '../places/shapes';
import { chest, graves, strewn, woods } from '../places/wilds';

// biome-ignore format: a table reads best with one row to a line
const [YARD, FIRST, BEND, PORCH, DOOR, REST, NICHE, SHAFT, CRYPT, CHOIR, VESTRY, DIG, FALL, HALL, THRONE, HOARD]: readonly Room[] = [
  [770, 985, 14, 17], [770, 943, 10, 15.5], [742, 911, 10, 14.5], [752, 871, 11, 13.5], [776, 829, 21, 13],
  [820, 808, 8, 12], [854, 784, 10, 11], [848, 743, 10, 10], [812, 719, 11, 9.5], [770, 695, 21, 9],
  [727, 680, 8, 8.5], [700, 650, 10, 8], [706, 610, 10, 7.5], [744, 589, 11, 7], [790, 570, 22, 6.5],
  [841, 574, 9, 6.5],
];
const ROOMS = [YARD, FIRST, BEND, PORCH, DOOR, REST, NICHE, SHAFT, CRYPT, CHOIR, VESTRY, DIG, FALL, HALL, THRONE, HOARD];

// biome-ignore format: a table reads best with one row to a line
const PLACE = definePlace(
  { number: 16, key: 'barrow', name: 'The Hollow Barrow', biome: 'highland', region: [2, 1, 1],
    mood: { hour: 19.15, weather: 'clear', mist: 2.2, air: [0.74, 0.72, 0.95], light: [1.02, 0.98, 1.12], motes: [0.5, 0.75, 0.95] } },
  // The barrow itself: the ways are cut into one long hill.
  { knolls: [[780, 920], [800, 860], [740, 830], [830, 760], [780, 740], [720, 720], [740, 640], [780, 610], [830, 600]].map(([x, z]) => ({ x, z, height: 9, radius: 24 })) },
  halls({ wall: 'barrow', half: 5.2, floor: 'trodden' }, ...ROOMS),
  entrance(YARD, FIRST),
  checkpoint('barrow-yard', YARD, FIRST), checkpoint('barrow-rest', REST, NICHE), checkpoint('barrow-vestry', VESTRY, DIG), checkpoint('barrow-hoard', HOARD, THRONE),
  pack(FIRST, 8, ['barrow-digger', 3]), pack(BEND, 8, ['barrow-hound', 2], ['barrow-digger', 1]), pack(PORCH, 8, ['barrow-thrall', 2], ['corpse-candle', 1]),
  boss('door-warden', DOOR, 8),
  pack(NICHE, 8, ['barrow-thrall', 3]), pack(SHAFT, 8, ['corpse-candle', 2], ['barrow-hound', 1]), pack(CRYPT, 8, ['barrow-thrall', 2], ['barrow-hound', 2]),
  boss('choir-mother', CHOIR, 8),
  pack(DIG, 9, ['barrow-digger', 2], ['barrow-hound', 1]), pack(FALL, 9, ['barrow-thrall', 3]), pack(HALL, 9, ['barrow-thrall', 2], ['corpse-candle', 2]),
  boss('ninth-king', THRONE, 8),
  // Yard: what the diggers left.
  { props: [prop('cart', ...inRoom(YARD, 8, 70), 40), prop('crate', ...inRoom(YARD, 9.5, 95)), prop('barrel', ...inRoom(YARD, 9, 110)), prop('banner', ...inRoom(YARD, 10, 300), 120), prop('campfire', ...inRoom(YARD, 7, 255))] },
  graves(...inRoom(YARD, 11, 330), 2, 2), alongWall('candles', YARD, 2, 1, 40, 140, 220, 320),
  alongWall('candles', FIRST, 1.6, 1, 80, 280), alongWall('tomb', BEND, 2.4, 1, 200, 300), alongWall('candles', BEND, 1.6, 1, 250, 90), alongWall('bones', BEND, 3, 1, 100, 230),
  alongWall('pillar', PORCH, 2, 1, 200, 310), alongWall('candles', PORCH, 1.7, 1, 80, 250),
  // The door that minds itself: a great gate, and the graves of callers.
  alongWall('gate', DOOR, 2.2, 1.5, 15), alongWall('brazier', DOOR, 2.2, 1.2, 340, 95, 160, 270), alongWall('gravestone', DOOR, 2.6, 1.2, 240, 252, 264, 286, 298, 310, 110, 122, 134), alongWall('candles', DOOR, 1.9, 1, 0, 30, 145, 235, 320),
  alongWall('campfire', REST, 3.2, 0.9, 250), alongWall('candles', REST, 1.5, 1, 150, 350),
  alongWall('tomb', NICHE, 2.4, 1, 60, 110, 150), alongWall('candles', NICHE, 1.6, 1, 85, 130), alongWall('bones', SHAFT, 2.6, 1.2, 90, 70, 110), alongWall('web', SHAFT, 1.8, 1.2, 130, 50),
  alongWall('tomb', CRYPT, 2.5, 1, 330, 0, 30, 160, 190), alongWall('candles', CRYPT, 1.6, 1, 345, 15, 175),
  // The choir: stalls of stone in a ring, and a light for each voice.
  alongWall('pillar', CHOIR, 2.4, 1.15, 10, 36, 88, 114, 140, 166, 192, 218, 322, 344), alongWall('candles', CHOIR, 1.9, 1.2, 22, 100, 127, 153, 179, 205, 333), alongWall('bench', CHOIR, 4.6, 1.3, 20, 120, 150, 180, 335),
  alongWall('campfire', VESTRY, 3.2, 0.9, 330), alongWall('candles', VESTRY, 1.5, 1, 20, 180),
  alongWall('crate', DIG, 2, 1, 250, 262), alongWall('barrel', DIG, 2, 1, 240), alongWall('cart', DIG, 3.2, 1, 290), alongWall('candles', DIG, 1.6, 1, 270, 110),
  strewn(...inRoom(FALL, 6.5, 250), 3, 5, 'boulder', 'rock'), alongWall('candles', FALL, 1.6, 1, 330, 230),
  alongWall('pillar', HALL, 2, 1.1, 0, 180), alongWall('banner', HALL, 1.8, 1, 340, 160, 200, 20), alongWall('tomb', HALL, 2.4, 1, 320),
  // Eight kings round the wall, and a ninth seat.
  alongWall('tomb', THRONE, 3, 1.3, 0, 30, 60, 118, 145, 172, 199, 322), alongWall('brazier', THRONE, 2.2, 1.3, 15, 132, 186, 337), alongWall('banner', THRONE, 1.7, 1.2, 45, 158, 345, 214), alongWall('candles', THRONE, 1.8, 1.2, 8, 22, 52, 125, 138, 152, 165, 193),
  alongWall('crate', HOARD, 2, 1, 20, 34), alongWall('candles', HOARD, 1.5, 1, 60, 130), chest('tarnished-coin', ...inRoom(HOARD, 5.5, 90)),
  woods(['dark', 690, 960, 46, 2], ['dark', 850, 930, 46, 2], ['highland', 690, 780, 40, 1.6], ['dark', 900, 690, 44, 2], ['highland', 640, 600, 40, 1.6], ['dark', 860, 640, 30, 1.8], ['dark', 720, 545, 26, 2]),
);

export const BARROW: Dungeon = {
  id: 1,
  key: 'barrow',
  name: 'The Hollow Barrow',
  level: 8,
  least: 6,
  company: 5,
  gate: 'long-barrow',
  text: 'Eight kings lie under this hill, says the song, each with everything he owned. The song was written by somebody who had not been asked in. Last week the diggers came out running, and one of them was singing.',
  bosses: ['door-warden', 'choir-mother', 'ninth-king'],
  place: PLACE,
};
