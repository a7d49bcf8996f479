// The ground of Alderwick's valley: hills, levelled yards, the river Alder, Heron Lake, roads, bridges, forests. Metres, world coordinates.
// The village stands on a shelf at 9 m; the river runs along its eastern foot into the lake in the south.
import type { Place, Point } from '../../kinds';
import { RIVER, ROAD } from '../crossings';

// biome-ignore format: a table reads best with one row to a line
export const KNOLLS: Place['knolls'] = [
  { x: 700, z: 838, height: 9, radius: 17 }, // windmill hill
  { x: 716, z: 542, height: 12, radius: 20 }, // Slate Hill over the mine
  { x: 772, z: 524, height: 7, radius: 24 },
  { x: 548, z: 704, height: 6, radius: 15 }, // above the den
  { x: 950, z: 576, height: 8, radius: 34 }, // abbey hill
  { x: 988, z: 930, height: 9, radius: 22 }, // behind the stockade
  { x: 992, z: 976, height: 5, radius: 13 }, // the Low Barrow
  { x: 620, z: 932, height: 4, radius: 15 }, // the Giant's Teeth
];

// biome-ignore format: a table reads best with one row to a line
const ALDER: readonly Point[] = [
  RIVER.alderAtAlderwick,
  [852, 550],
  [858, 590],
  [852, 630],
  [846, 664],
  [851, 696],
  [856, 726],
  [856, 757],
  [852, 790],
  [838, 820],
  [814, 846],
  [788, 868],
  [762, 890],
  [736, 912],
];

/** Banks: low ground along the water so that the river lies in a soft valley and not in a ditch; the first lies beyond the border. */
const NORTH: Point = [846, 500];
const banks: Place['flats'] = [NORTH, ...ALDER.slice(1)].map(([x, z]) => ({ x, z, radius: 11, blend: 26, height: 1.9 }));

export const FLATS: Place['flats'] = [
  { x: 720, z: 768, radius: 24, blend: 26, height: 8.6 }, // west end
  { x: 752, z: 704, radius: 28, blend: 26, height: 8 }, // north end
  { x: 764, z: 828, radius: 26, blend: 26, height: 5.8 }, // south end
  { x: 812, z: 762, radius: 18, blend: 22, height: 6.8 }, // east end
  { x: 768, z: 768, radius: 44, blend: 26, height: 8 }, // market square
  { x: 670, z: 712, radius: 26, blend: 26, height: 11 }, // Hobbs farm
  { x: 700, z: 838, radius: 7, blend: 8, height: 14 }, // windmill
  { x: 715, z: 808, radius: 6, blend: 12, height: 8 },
  { x: 714, z: 578, radius: 18, blend: 20, height: 14 }, // mine yard
  { x: 946, z: 900, radius: 32, blend: 26, height: 9.6 }, // stockade
  { x: 558, z: 724, radius: 13, blend: 14, height: 19.4 }, // den
  { x: 566, z: 886, radius: 18, blend: 22, height: 5 }, // spider hollow
  { x: 914, z: 732, radius: 9, blend: 18, height: 12.6 }, // the fork
  { x: 988, z: 752, radius: 9, blend: 12, height: 17 }, // Crow's Watch
  { x: 992, z: 976, radius: 8, blend: 9, height: 12 }, // the Low Barrow
  { x: 880, z: 606, radius: 22, blend: 26, height: 1.5 }, // marsh
  { x: 704, z: 930, radius: 46, blend: 26, height: 1.5 }, // lake shore
  { x: 722, z: 884, radius: 10, blend: 18, height: 2.4 }, // landing
  ...banks,
  { x: 786, z: 834, radius: 7, blend: 8, height: 4.6 },
  { x: 890, z: 786, radius: 20, blend: 24, height: 6 }, // Pell's orchard
  { x: 948, z: 592, radius: 33, blend: 30, height: 16.6 }, // abbey
];

// biome-ignore format: a table reads best with one row to a line
export const RIVERS: Place['rivers'] = [
  { width: 10, depth: 2, points: ALDER },
  { width: 7, depth: 1.6, points: [[660, 930], [636, 908], [610, 892], [590, 868], [560, 850], [530, 846], RIVER.alderAtElderdeep] },
];

export const LAKES: Place['lakes'] = [
  { x: 704, z: 930, rx: 48, rz: 32, depth: 3.5 },
  { x: 873, z: 606, rx: 9, rz: 12, depth: 1 },
];

// biome-ignore format: a table reads best with one row to a line
export const ROADS: Place['roads'] = [
  // the market's paving, then the four streets
  { width: 25, paved: true, points: [[764, 768], [772, 768]] },
  { width: 5, paved: true, points: [[768, 768], [765, 750], [758, 732], [752, 714]] },
  { width: 5, paved: true, points: [[768, 768], [786, 764], [806, 763], [826, 761], [840, 758], [856, 757], [872, 756]] },
  { width: 5, paved: true, points: [[768, 768], [772, 786], [771, 806], [764, 828]] },
  { width: 5, paved: true, points: [[768, 768], [750, 771], [730, 770], [710, 765]] },
  // to the mine
  { width: 4, paved: false, points: [[752, 714], [748, 690], [740, 660], [731, 628], [720, 602], [715, 582]] },
  // over the river to the fork, to the abbey, to the stockade
  { width: 4, paved: false, points: [[872, 756], [890, 750], [908, 738]] },
  { width: 4, paved: false, points: [[908, 738], [916, 706], [915, 668], [924, 646], [942, 634], [946, 612]] },
  { width: 4, paved: false, points: [[908, 738], [924, 762], [938, 792], [946, 822], [944, 850], [934, 872], [924, 882]] },
  // to the landing, and round the lake to the Giant's Teeth
  { width: 4, paved: false, points: [[764, 828], [754, 852], [740, 872], [724, 892]] },
  { width: 3, paved: false, points: [[740, 872], [704, 872], [668, 874], [644, 874], [631, 888], [615, 913], [618, 920]] },
  // into the Gloamwood
  { width: 4, paved: false, points: [[710, 765], [688, 766], [660, 772], [632, 766], [606, 758], [588, 748]] },
  // Mill Lane, Watermill Lane, Hobbs' track, Pell's gate
  { width: 3, paved: false, points: [[710, 765], [703, 784], [700, 804], [701, 824]] },
  { width: 3, paved: false, points: [[752, 714], [774, 707], [798, 711], [818, 722], [830, 738], [834, 758]] },
  { width: 3, paved: false, points: [[690, 766], [688, 746], [682, 726], [676, 716]] },
  { width: 3, paved: false, points: [[872, 756], [880, 770], [884, 778]] },
];

// biome-ignore format: a table reads best with one row to a line
/** To the neighbours: north to Alderhead, west to the Elderdeep, east to the downs, south to the fen. */
export const ROADS_OUT: Place['roads'] = [
  { width: 4, paved: false, points: [[748, 690], [766, 672], [796, 650], [811, 626], [826, 602], [830, 570], [824, 540], ROAD.alderheadAlderwick] },
  { width: 4, paved: false, points: [[588, 748], [574, 749], [548, 752], [530, 756], ROAD.elderdeepAlderwick] },
  { width: 4, paved: false, points: [[908, 738], [936, 734], [964, 728], [996, 726], ROAD.alderwickDowns] },
  { width: 4, paved: false, points: [[872, 756], [866, 780], [864, 806], [862, 836], [850, 870], [836, 905], [827, 940], [812, 980], ROAD.alderwickFen] },
];

export const BRIDGES: Place['bridges'] = [
  { x: 856, z: 757, yaw: 1.5707963267948966, length: 26, width: 5, top: 1.9 }, // the Penny Bridge
  { x: 623, z: 900, yaw: 0.552, length: 20, width: 3.4, top: 1.7 }, // the Heron Plank
];

// biome-ignore format: a table reads best with one row to a line
export const FORESTS: Place['forests'] = [
  { x: 572, z: 742, radius: 78, density: 4, mix: ['oak', 'oak', 'birch', 'pine', 'bush'] }, // the Gloamwood
  { x: 548, z: 690, radius: 48, density: 3.6, mix: ['oak', 'pine', 'pine'] },
  { x: 556, z: 606, radius: 76, density: 3.8, mix: ['pine', 'pine', 'oak', 'dead'] }, // the Upper Gloam
  { x: 634, z: 648, radius: 38, density: 2.6, mix: ['birch', 'birch', 'oak', 'bush'] },
  { x: 562, z: 890, radius: 60, density: 3.4, mix: ['dead', 'pine', 'oak', 'bush'] }, // round the Hollow
  { x: 540, z: 990, radius: 56, density: 3.2, mix: ['oak', 'oak', 'pine', 'bush'] },
  { x: 796, z: 570, radius: 50, density: 2.8, mix: ['pine', 'pine', 'birch'] },
  { x: 650, z: 548, radius: 44, density: 2.8, mix: ['pine', 'birch', 'pine'] },
  { x: 996, z: 812, radius: 48, density: 3, mix: ['oak', 'birch', 'bush'] },
  { x: 856, z: 962, radius: 60, density: 3, mix: ['oak', 'oak', 'birch', 'bush'] },
  { x: 990, z: 674, radius: 40, density: 2.6, mix: ['dead', 'birch', 'pine', 'bush'] },
  { x: 906, z: 536, radius: 36, density: 2.2, mix: ['dead', 'dead', 'pine'] },
  { x: 774, z: 996, radius: 40, density: 2.6, mix: ['birch', 'oak', 'bush'] },
  { x: 668, z: 1004, radius: 40, density: 2.6, mix: ['oak', 'pine'] },
  { x: 870, z: 696, radius: 15, density: 2.4, mix: ['birch', 'bush'] },
  { x: 806, z: 858, radius: 13, density: 2.2, mix: ['birch', 'birch', 'bush'] },
  { x: 668, z: 806, radius: 16, density: 2, mix: ['oak', 'bush'] },
];
