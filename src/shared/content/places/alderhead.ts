// Alderhead, number 1, region 2-1-0: the glen under the mountains where the Alder rises. Landmark: the Nine Sisters over the tarn.
import type { Place } from '../kinds';
import { RIVER, ROAD } from './crossings';
import { hamlet } from './houses';
import { person } from './person';
import { definePlace } from './plan';
import { bridge, lake, river, road, track } from './ways';
import { camps, chest, crag, fireside, gather, graves, hideout, patrol, pois, stones, strewn, waystone, woods } from './wilds';

// biome-ignore format: a table reads best with one row to a line
export const ALDERHEAD: Place = definePlace(
  { number: 1, key: 'alderhead', name: 'Alderhead', biome: 'highland', region: [2, 1, 0] },
  lake(800, 280, 46, 30, 4),
  river(10, 64,
    [[812, 300], [832, 322], [852, 344], [866, 368], [868, 400], [880, 428], [876, 458], [846, 500], RIVER.alderAtAlderwick],
    [[832, 322], [852, 344], [866, 368], [868, 400], [880, 428]]),
  road(ROAD.greywetherAlderhead, [560, 404], [610, 396], [660, 398], [705, 392], [735, 388]),
  road([735, 388], [775, 386], [820, 384], [848, 385], [868, 385], [890, 385], [930, 380], [980, 388], ROAD.alderheadHalden),
  road([735, 388], [762, 408], [786, 442], [802, 476], ROAD.alderheadAlderwick),
  track([735, 388], [727, 372]),
  track([660, 398], [652, 350], [648, 300], [655, 250], [662, 214]),
  bridge(868, 385, 90, 10),
  hamlet(722, 356, 15, [305, 22, 'inn', 'The Cold Kettle', [12, 9, 2]], [352, 19, 'house'], [48, 18, 'cottage'], [98, 19, 'cottage'], [250, 20, 'barn']),
  crag(556, 262, 9, 15), crag(610, 210, 12, 16), crag(960, 288, 8, 14), crag(908, 216, 9, 15),
  { flats: [{ x: 664, z: 204, radius: 14, blend: 14, height: 19 }], buildings: [{ kind: 'mine', x: 664, z: 192, yaw: 3.14, w: 8, d: 8, floors: 1, seed: 5, label: 'The Silver Adit' }] },
  strewn(672, 208, 9, 6, 'crate', 'rock', 'barrel'),
  { flats: [{ x: 846, z: 262, radius: 16, blend: 20, height: 10 }] },
  stones(846, 262, 12, 9, 1.5), fireside(846, 262),
  hideout(952, 452, 8, 300, 4, 'strong-draught'),
  graves(604, 430, 4, 3, 20),
  woods(['highland', 590, 330, 60, 2.6], ['pines', 560, 250, 46, 3], ['pines', 690, 250, 40, 3], ['highland', 920, 310, 44, 2.4], ['pines', 984, 250, 44, 3],
    ['pines', 960, 190, 44, 2.8], ['birches', 640, 455, 40, 2.6], ['pines', 556, 470, 46, 3], ['birches', 904, 480, 30, 2.4], ['pines', 880, 190, 40, 2.6],
    ['highland', 700, 470, 34, 2.2], ['pines', 620, 170, 40, 2.4], ['highland', 1000, 340, 36, 2.2], ['pines', 752, 196, 34, 2.6]),
  gather('iron-ore', [676, 218], [650, 212], [640, 236], [612, 234], [966, 304], [552, 280], [900, 232]),
  gather('cloudberry', [574, 366], [628, 300], [700, 300], [930, 344], [884, 330], [990, 366]),
  gather('healwort', [752, 430], [690, 432], [788, 330], [836, 420], [912, 420]),
  gather('moonbell', [860, 276], [858, 250], [752, 252], [938, 264]),
  chest('iron-ore', 658, 200), chest('glow-gem', 846, 244),
  camps(
    ['hare', 690, 425, 22, 5, 1, 1], ['deer', 640, 330, 26, 5, 2, 3], ['deer', 930, 350, 22, 4, 2, 3], ['fox', 780, 450, 20, 2, 1, 2],
    ['wolf', 596, 440, 22, 5, 3, 4], ['boar', 814, 440, 20, 5, 3, 4], ['snapper', 750, 306, 12, 5, 4, 5], ['wolf', 686, 290, 20, 4, 4, 5],
    ['thorn-stag', 926, 306, 20, 4, 4, 6], ['greymuzzle', 572, 310, 22, 5, 5, 6], ['crawler', 664, 216, 16, 6, 5, 6], ['crawler', 634, 190, 14, 4, 6, 7],
    ['bandit', 952, 452, 13, 6, 5, 6], ['bandit-archer', 950, 446, 12, 3, 5, 6], ['wisp', 846, 262, 14, 5, 6, 7], ['crag-wolf', 954, 210, 22, 5, 7, 9]),
  patrol('crag-runner', 4, 5, 6, [566, 376], [600, 350], [636, 372], [612, 420], [576, 424]),
  waystone('alderhead', 'The Drovers’ Stone', 726, 404, 35),
  pois(['nine-sisters', 'The Nine Sisters', 846, 262, 20, 80], ['alder-tarn', 'The Alder’s Eye', 800, 318, 16, 60], ['stonefold', 'Stonefold', 722, 360, 18, 35],
    ['silver-adit', 'The Silver Adit', 664, 208, 14, 80], ['sheepstealers', 'Sheepstealers’ Fold', 952, 450, 20, 80], ['cold-graves', 'The Drovers’ Rest', 608, 434, 12, 50]),
  { npcs: [
    person(61, 'sorrel', 'Sorrel Fold', 'Shepherd', 'villager', [716, 364, 150], { hair: 7, hairColor: 4, body: 1, shirt: 9, trousers: 13, hat: 2 }, {
      greeting: ['I have ninety sheep. The wolves say eighty-seven. We are both counting carefully.', 'The Alder starts there, under the stones, as a puddle with ambitions.'],
      barks: ['Come by! Come by! …That was to the dog.'], route: [[716, 364], [719, 378], [708, 388]] }),
    person(62, 'ewan', 'Ewan Cairn', 'Keeper of the Cold Kettle', 'villager', [711, 351, 120], { hair: 1, hairColor: 11, beard: 1, shirt: 3, trousers: 14, apron: 1 }, {
      greeting: ['Nine stones up there, and nine of us down here. When one of us goes they look shorter. I try not to count.', 'The kettle has been cold since my grandfather. The soup is another matter.'],
      barks: ['Beds turned, boots by the fire, wolves outside. That is the whole service.'], vendor: ['bread', 'cheese', 'venison', 'heron-stew', 'small-beer', 'healing-draught'] }),
  ] },
);
