// The Elderdeep, number 5, region 2-0-1: the old forest west of Alderwick, where two waters meet. Landmark: the King Oak in its glade.
import type { Place } from '../kinds';
import { RIVER, ROAD } from './crossings';
import { build } from './houses';
import { person } from './person';
import { definePlace } from './plan';
import { post } from './tasks';
import { bridge, river, road, track } from './ways';
import { camps, chest, fireside, gather, hideout, patrol, pois, stones, strewn, tree, waystone, woods } from './wilds';

// biome-ignore format: a table reads best with one row to a line
export const ELDERDEEP: Place = definePlace(
  { number: 5, key: 'elderdeep', name: 'The Elderdeep', biome: 'forest', law: 'contested', region: [2, 0, 1] },
  river(7, 42, [RIVER.alderAtElderdeep, [498, 850], [470, 864], [430, 876], [390, 866], [366, 858], [330, 852], [288, 869]], [[456, 866], [430, 876], [390, 866], [366, 858], [330, 852]]),
  river(10, 42, [[288, 869], [250, 892], [208, 918], [182, 952], [190, 990], RIVER.alderAtDuskmere]),
  river(6, 50, [RIVER.gloamwater, [292, 560], [266, 616], [258, 672], [254, 710], [264, 748], [276, 792], [284, 832], [288, 869]]),
  road(ROAD.elderdeepAlderwick, [470, 762], [430, 772], [398, 780]),
  road([398, 780], [402, 730], [404, 690], [414, 630], [422, 566], ROAD.greywetherElderdeep),
  road([398, 780], [384, 814], [372, 842], [362, 876], [358, 910], [344, 966], ROAD.elderdeepDuskmere),
  track([398, 780], [350, 772], [306, 762], [270, 756], [232, 744], [190, 730], [160, 706], [150, 682]),
  track([358, 910], [300, 930], [272, 940]),
  bridge(367.5, 858.5, 194, 7), bridge(266, 755, 105, 6, 3.4),
  { flats: [{ x: 376, z: 752, radius: 26, blend: 26, height: 12 }], trees: [tree('oak', 376, 750, 4.2), tree('oak', 350, 742, 1.5), tree('oak', 396, 730, 1.4), tree('oak', 358, 776, 1.5)] },
  strewn(376, 752, 16, 9, 'mushroom', 'mushroom', 'log', 'rock'),
  { flats: [{ x: 426, z: 796, radius: 14, blend: 18, height: 15 }], buildings: [build('cottage', 430, 804, 320, 'The Burr')] }, fireside(424, 794, 200),
  hideout(148, 664, 13, 180, 5, 'healing-draught'),
  { flats: [{ x: 252, z: 946, radius: 16, blend: 20, height: 13 }], buildings: [build('ruin', 250, 948, 80, 'The Sunken Hall', [12, 14, 1])] }, strewn(254, 946, 12, 7, 'boulder', 'pillar', 'bones'),
  { flats: [{ x: 110, z: 820, radius: 14, blend: 18, height: 9 }] }, strewn(110, 820, 13, 14, 'web', 'mushroom', 'bones', 'web', 'stump'),
  stones(330, 640, 10, 6, 1.2), strewn(450, 700, 12, 6, 'stump', 'log', 'rock'),
  woods(['deep', 462, 700, 50, 3.5], ['deep', 452, 626, 40, 3.7], ['dark', 474, 566, 36, 3.7], ['deep', 366, 670, 40, 3.7], ['dark', 340, 590, 44, 3.5], ['deep', 460, 812, 34, 3.3],
    ['deep', 310, 716, 36, 3.7], ['deep', 330, 808, 36, 3.7], ['deep', 436, 936, 50, 3.3], ['dark', 480, 990, 34, 3.5], ['oaks', 390, 990, 36, 2.6], ['dark', 300, 990, 36, 3.5],
    ['dark', 206, 620, 44, 3.5], ['dark', 200, 690, 36, 3.7], ['dark', 216, 800, 44, 3.7], ['dark', 130, 760, 44, 3.7], ['dark', 60, 700, 50, 3.5], ['dark', 60, 800, 44, 3.5],
    ['dark', 110, 880, 44, 3.5], ['pines', 60, 600, 50, 2.8], ['pines', 130, 560, 44, 2.8], ['swamp', 120, 970, 44, 2.4], ['pines', 40, 900, 36, 3], ['highland', 220, 540, 34, 2.6],
    ['deep', 420, 680, 30, 3.5], ['deep', 360, 620, 36, 3.5], ['dark', 376, 545, 36, 3.5], ['deep', 316, 660, 30, 3.5], ['deep', 486, 740, 24, 3.5], ['dark', 150, 820, 30, 3.7], ['dark', 170, 870, 36, 3.5], ['dark', 30, 760, 30, 3.5], ['pines', 30, 540, 34, 2.8], ['dark', 400, 890, 30, 3.3],
    ['dark', 100, 640, 36, 3.5], ['deep', 486, 900, 30, 3.3], ['dark', 40, 970, 36, 3.3], ['dark', 150, 920, 30, 3.3], ['deep', 330, 930, 30, 3.3], ['deep', 244, 790, 26, 3.5], ['dark', 316, 540, 26, 3.3], ['pines', 184, 580, 36, 3]),
  gather('healwort', [440, 786], [388, 838], [350, 880], [412, 600], [300, 880], [378, 932]),
  gather('moonbell', [338, 648], [318, 634], [240, 740], [270, 690], [226, 960], [122, 834], [60, 760]),
  gather('brambleberry', [460, 752], [428, 756], [344, 788], [388, 712], [410, 900], [300, 600], [440, 660]),
  gather('iron-ore', [156, 600], [96, 580], [40, 660], [254, 560]),
  chest('glow-gem', 252, 947), chest('brambleberry', 110, 812), chest('tin-button', 332, 650),
  camps(
    ['hare', 440, 730, 20, 4, 1, 1], ['deer', 420, 840, 20, 5, 2, 3], ['wolf', 454, 690, 20, 5, 3, 5], ['boar', 440, 900, 20, 5, 3, 5], ['wolf', 380, 640, 20, 4, 4, 6],
    ['tusker', 420, 960, 20, 5, 4, 6], ['thorn-stag', 330, 700, 20, 4, 4, 6], ['spider', 320, 590, 20, 6, 5, 7], ['greymuzzle', 310, 820, 18, 5, 5, 7],
    ['wisp', 330, 640, 14, 4, 6, 7], ['bandit', 148, 664, 14, 6, 5, 7], ['bandit-archer', 150, 658, 13, 4, 6, 7], ['spider', 110, 820, 16, 7, 6, 7],
    ['wight', 252, 948, 13, 5, 8, 10], ['crag-wolf', 80, 740, 22, 5, 9, 10], ['wisp', 150, 960, 18, 4, 8, 9], ['crag-wolf', 100, 580, 22, 5, 8, 10]),
  patrol('crag-runner', 3, 6, 7, [222, 728], [190, 744], [170, 770], [196, 790], [238, 770]),
  post('king-oak-roots', 'The Roots of the King Oak', [376, 762], 14, 40, ['crag-wolf', 2, 8], ['crag-wolf', 2, 8], ['greymuzzle', 3, 8], ['crag-wolf', 3, 9]),
  waystone('elderdeep', 'The Mossy Stone', 416, 790, 40),
  pois(['king-oak', 'The King Oak', 376, 754, 22, 65], ['meeting-waters', 'The Meeting Waters', 304, 876, 18, 70], ['poachers-ring', 'The Poachers’ Ring', 148, 664, 20, 100],
    ['sunken-hall', 'The Sunken Hall', 254, 946, 16, 110], ['silken-dell', 'The Silken Dell', 110, 820, 16, 105], ['six-brothers', 'The Six Brothers', 330, 640, 14, 80]),
  { npcs: [
    person(201, 'burr', 'Grandmother Burr', 'Wood-wife', 'elder', [422, 801, 340], { hair: 5, hairColor: 13, body: 1, shirt: 6, trousers: 13, hat: 2, skin: 3 }, {
      greeting: ['That oak was here before the river. The river apologised and went round.', 'Paths move, in the Deep. Only a little. Only when you look at your feet.', 'Eat something. The forest can smell a person who skipped breakfast.'],
      barks: ['Leave the red mushrooms. They are listening.', 'Hm. Four legs, wet, from the west. Nobody we know.'], vendor: ['healing-draught', 'strong-draught', 'brambleberry', 'bread', 'hazel-wand'] }),
  ] },
);
