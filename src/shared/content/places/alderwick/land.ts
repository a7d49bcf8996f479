// The ground of Alderwick's valley: hills, levelled yards, the river Alder, Heron Lake, roads, bridges, forests. Metres, world coordinates.
// The village stands on a shelf at 9 m; the river runs along its eastern foot into the lake in the south.
import type { Place, Point } from '../../kinds';

// biome-ignore format: a table reads best with one row to a line
export const KNOLLS: Place['knolls'] = [
  { x: 700, z: 838, height: 7, radius: 36 }, // windmill hill
  { x: 716, z: 536, height: 20, radius: 54 }, // Slate Hill over the mine
  { x: 770, z: 520, height: 14, radius: 50 },
  { x: 560, z: 700, height: 10, radius: 40 }, // above the den
  { x: 956, z: 566, height: 9, radius: 60 }, // abbey hill
  { x: 980, z: 920, height: 10, radius: 60 }, // behind the stockade
  { x: 1000, z: 720, height: 14, radius: 46 },
  { x: 620, z: 930, height: 6, radius: 34 }, // the Giant's Teeth
];

// biome-ignore format: a table reads best with one row to a line
const RIVER: readonly Point[] = [
  [846, 500],
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

/** Banks: low ground along the water so that the river lies in a soft valley and not in a ditch. */
const banks: Place['flats'] = RIVER.map(([x, z]) => ({ x, z, radius: 11, blend: 26, height: 1.9 }));

// biome-ignore format: a table reads best with one row to a line
export const FLATS: Place['flats'] = [
  { x: 720, z: 768, radius: 24, blend: 26, height: 9.6 }, // west end
  { x: 754, z: 706, radius: 26, blend: 28, height: 10.4 }, // north end
  { x: 764, z: 828, radius: 26, blend: 28, height: 6.6 }, // south end
  { x: 812, z: 762, radius: 16, blend: 22, height: 7.6 }, // east end
  { x: 768, z: 768, radius: 46, blend: 26, height: 9 }, // market square
  { x: 672, z: 718, radius: 30, blend: 26, height: 10.5 }, // Hobbs farm
  { x: 700, z: 838, radius: 8, blend: 10, height: 16 }, // windmill
  { x: 714, z: 808, radius: 8, blend: 12, height: 10.2 },
  { x: 886, z: 786, radius: 26, blend: 22, height: 5.2 }, // Pell's orchard
  { x: 718, z: 578, radius: 16, blend: 18, height: 13 }, // mine yard
  { x: 946, z: 592, radius: 38, blend: 26, height: 17 }, // abbey
  { x: 946, z: 900, radius: 32, blend: 22, height: 11 }, // stockade
  { x: 558, z: 724, radius: 14, blend: 14, height: 12 }, // den
  { x: 566, z: 886, radius: 22, blend: 26, height: 4 }, // spider hollow
  { x: 912, z: 734, radius: 10, blend: 14, height: 7.4 }, // the fork
  { x: 900, z: 642, radius: 26, blend: 26, height: 1.2 }, // marsh
  { x: 704, z: 930, radius: 46, blend: 30, height: 1.4 }, // lake shore
  { x: 722, z: 884, radius: 10, blend: 16, height: 2.2 }, // landing
  ...banks,
];

// biome-ignore format: a table reads best with one row to a line
export const RIVERS: Place['rivers'] = [
  { width: 10, depth: 2, points: RIVER },
  { width: 7, depth: 1.6, points: [[660, 944], [636, 962], [606, 984], [570, 1002], [530, 1032]] },
];

export const LAKES: Place['lakes'] = [
  { x: 704, z: 930, rx: 48, rz: 32, depth: 3.5 },
  { x: 900, z: 642, rx: 16, rz: 11, depth: 1 },
];

// biome-ignore format: a table reads best with one row to a line
export const ROADS: Place['roads'] = [
  { width: 5, paved: true, points: [[768, 768], [765, 750], [758, 732], [752, 714]] },
  { width: 5, paved: true, points: [[768, 768], [786, 764], [806, 763], [826, 761], [840, 758], [856, 757], [872, 756]] },
  { width: 5, paved: true, points: [[768, 768], [772, 786], [771, 806], [764, 828]] },
  { width: 5, paved: true, points: [[768, 768], [750, 771], [730, 770], [710, 765]] },
  { width: 4, paved: false, points: [[752, 714], [748, 690], [740, 660], [731, 628], [722, 600], [718, 580]] }, // to the mine
  { width: 4, paved: false, points: [[872, 756], [890, 750], [908, 738]] },
  { width: 4, paved: false, points: [[908, 738], [922, 712], [934, 684], [942, 652], [946, 626], [946, 612]] }, // to the abbey
  { width: 4, paved: false, points: [[908, 738], [924, 762], [938, 792], [946, 822], [944, 850], [934, 872], [924, 882]] },
  // to the stockade,
  { width: 4, paved: false, points: [[764, 828], [754, 852], [740, 872], [724, 892]] }, // to the landing
  { width: 4, paved: false, points: [[710, 765], [688, 766], [660, 772], [632, 766], [606, 758], [588, 748]] },
  // into the Gloamwood,
  { width: 3, paved: false, points: [[710, 765], [703, 784], [700, 804], [701, 824]] }, // Mill Lane
  { width: 3, paved: false, points: [[752, 714], [774, 707], [798, 711], [818, 722], [830, 738], [834, 758]] }, // Watermill Lane
  { width: 3, paved: false, points: [[690, 766], [688, 746], [682, 726], [676, 716]] }, // Hobbs’ track
  { width: 3, paved: false, points: [[740, 872], [704, 872], [668, 876], [640, 892], [626, 914]] },
  // lake path to the Giant's Teeth,
  { width: 3, paved: false, points: [[872, 756], [880, 770], [884, 778]] }, // Pell’s gate
];

export const BRIDGES: Place['bridges'] = [{ x: 856, z: 757, yaw: 1.5707963267948966, length: 20, width: 5, top: 2.4 }];

// biome-ignore format: a table reads best with one row to a line
export const FORESTS: Place['forests'] = [
  { x: 572, z: 742, radius: 78, density: 2.6, mix: ['oak', 'oak', 'birch', 'pine', 'bush'] }, // Gloamwood
  { x: 556, z: 606, radius: 72, density: 2.6, mix: ['pine', 'pine', 'oak', 'dead'] }, // Upper Gloam
  { x: 640, z: 640, radius: 34, density: 1.8, mix: ['birch', 'birch', 'bush'] },
  { x: 564, z: 886, radius: 58, density: 2.4, mix: ['dead', 'pine', 'oak', 'bush'] }, // the Hollow
  { x: 796, z: 570, radius: 48, density: 1.9, mix: ['pine', 'pine', 'birch'] },
  { x: 656, z: 548, radius: 36, density: 1.8, mix: ['pine', 'birch'] },
  { x: 994, z: 806, radius: 42, density: 1.9, mix: ['oak', 'birch', 'bush'] },
  { x: 858, z: 958, radius: 54, density: 1.9, mix: ['oak', 'oak', 'birch', 'bush'] },
  { x: 986, z: 672, radius: 34, density: 1.7, mix: ['dead', 'birch', 'bush'] },
  { x: 894, z: 556, radius: 34, density: 1.4, mix: ['dead', 'dead', 'pine'] },
  { x: 780, z: 990, radius: 34, density: 1.6, mix: ['birch', 'oak', 'bush'] },
  { x: 640, z: 1000, radius: 30, density: 1.6, mix: ['oak', 'pine'] },
];
