// What waits outside the fences: the mine, the den, the hollow, the stockade, the abbey, the monsters' camps and what can be gathered.
// Levels rise with the way from the village: 1-2 in sight of its roofs, 8-10 round the abbey.
import type { Building, Camp, Place, Prop } from '../../kinds';
import { arc, deg, prop } from '../shapes';

const build = (
  kind: Building['kind'],
  x: number,
  z: number,
  degrees: number,
  w: number,
  d: number,
  floors: number,
  label?: string,
): Building => ({
  kind,
  x,
  z,
  yaw: deg(degrees),
  w,
  d,
  floors,
  seed: Math.round(x * 11 + z * 5),
  ...(label ? { label } : {}),
});

// biome-ignore format: a table reads best with one row to a line
export const WILD_BUILDINGS: readonly Building[] = [
  build('mine', 716, 564, 176, 8, 8, 1, 'Slate Hill Mine'),
  build('cottage', 700, 586, 110, 7, 6, 1),
  // stockade
  build('palisade-gate', 927.6, 881.6, -45, 7, 1.2, 1, 'Rusk’s Stockade'),
  build('tent', 938, 912, 40, 5, 5, 1),
  build('tent', 948, 918, 0, 5, 5, 1),
  build('tent', 960, 910, -60, 5, 5, 1),
  build('tent', 964, 897, -95, 7, 6, 1, 'Rusk’s Tent'),
  build('tent', 956, 884, -150, 5, 5, 1),
  build('tower', 933, 902, -60, 4, 4, 2),
  build('tent', 916, 846, 70, 4, 4, 1),
  // abbey
  build('ruin', 946, 584, 180, 16, 26, 2, 'Saint Orla’s Abbey'),
  build('ruin', 922, 600, 100, 9, 10, 1),
  build('ruin', 969, 604, -95, 9, 9, 1),
  build('tower', 970, 576, -120, 7, 7, 3, 'The Bell Tower'),
  // a fallen watchtower in the east, the old barrow in the south-east
  build('ruin', 988, 752, 250, 8, 8, 1, 'Crow’s Watch'),
  build('ruin', 992, 976, -40, 9, 10, 1, 'The Low Barrow'),
];

// biome-ignore format: a table reads best with one row to a line
export const WILD_FENCES: Place['fences'] = [
  { kind: 'palisade', points: arc(946, 900, 26, 323.4, 486, 14) },
  { kind: 'palisade', points: arc(946, 900, 26, 126, 306.6, 16) },
  { kind: 'stone', points: arc(946, 594, 38, 190, 300, 10) },
  { kind: 'stone', points: arc(946, 594, 38, 62, 168, 9) },
];

const graves: Prop[] = [];
for (let row = 0; row < 4; row++) {
  for (let column = 0; column < 5; column++) {
    if ((row * 5 + column) % 6 === 4) continue;
    graves.push(
      prop(
        'gravestone',
        926 + row * 3.6 + (column % 2) * 0.7,
        612 + column * 2.7,
        8 * ((row * 3 + column * 5) % 5) - 14,
        0.9 + ((row + column) % 3) * 0.12,
      ),
    );
  }
}

// biome-ignore format: a table reads best with one row to a line
export const WILD_PROPS: readonly Prop[] = [
  // mine yard
  prop('cart', 724, 578, 20),
  prop('crate', 709, 575, 10),
  prop('crate', 708, 576.4, 40),
  prop('barrel', 726, 572),
  prop('lamp', 722.5, 568.5),
  prop('lamp', 709.5, 569),
  prop('boulder', 730, 566, 40, 1.3),
  prop('boulder', 704, 560, 10, 1.1),
  prop('rock', 726, 586),
  prop('rock', 711, 588, 70, 1.2),
  prop('log', 706, 594, 40),
  // den
  prop('boulder', 553, 716, 10, 1.6),
  prop('boulder', 558.5, 713.5, 60, 1.3),
  prop('boulder', 549, 721, 20, 1.2),
  prop('bones', 558, 722, 30),
  prop('bones', 562, 727, 110),
  prop('bones', 554, 726, 200),
  prop('log', 568, 720, 40),
  // hollow
  prop('web', 560, 880, 20, 1.4),
  prop('web', 572, 880, 100, 1.2),
  prop('web', 562, 894, 200, 1.3),
  prop('web', 574, 892, 310, 1.5),
  prop('bones', 566, 888, 10),
  prop('mushroom', 556, 888, 0, 1.5),
  prop('mushroom', 570, 898, 0, 1.2),
  prop('mushroom', 580, 884, 0, 1.6),
  prop('stump', 578, 876),
  prop('boulder', 554, 874, 0, 1.2),
  // stockade
  prop('campfire', 948, 898),
  prop('log', 944.5, 896, 130),
  prop('log', 951.8, 899.6, 85),
  prop('chest', 966.4, 901.6, -60),
  prop('crate', 941, 884, 20),
  prop('crate', 942.2, 882.8, 50),
  prop('barrel', 953, 915),
  prop('barrel', 932, 895),
  prop('banner', 924.4, 887),
  prop('banner', 932.8, 878.4),
  prop('table', 955, 892, 10),
  prop('campfire', 920, 850),
  // abbey
  prop('pillar', 942, 578),
  prop('pillar', 950, 578),
  prop('pillar', 942, 585),
  prop('pillar', 950, 585, 0, 0.7),
  prop('pillar', 942, 592, 0, 0.55),
  prop('pillar', 950, 592),
  prop('chest', 946, 574, 180),
  prop('boulder', 960, 612, 30),
  prop('boulder', 930, 582, 50, 0.9),
  prop('bones', 948, 600, 40),
  prop('bones', 938, 608, 130),
  ...graves,
  // marsh
  prop('log', 876, 624, 20),
  prop('stump', 902, 618),
  prop('mushroom', 898, 590, 0, 1.4),
  prop('mushroom', 886, 598, 0, 1.2),
  // the Giant's Teeth: a ring of stones
  ...arc(620, 932, 9, 20, 340, 6).map(([x, z], i) => prop('pillar', x, z, i * 50, 0.62 + (i % 3) * 0.16)),
  prop('campfire', 620, 932),
  // the fork: waystone and hermit's camp
  prop('waystone', 914, 731),
  prop('campfire', 919, 727),
  prop('log', 921.6, 725.4, 45),
  prop('crate', 923, 729.4, 15),
  // Crow's Watch, the barrow, strays
  prop('boulder', 982, 760, 10),
  prop('campfire', 984, 745),
  prop('crate', 990, 742, 30),
  prop('bones', 992, 975),
  prop('gravestone', 984, 968, 20),
  prop('gravestone', 999, 968, -25),
  prop('pillar', 982, 982, 0, 0.6),
  prop('boulder', 820, 640, 20, 1.2),
  prop('rock', 812, 646),
  prop('boulder', 650, 610, 80),
  prop('log', 612, 780, 30),
  prop('stump', 606, 776),
  prop('log', 818, 950, 110),
  prop('boulder', 760, 964, 20),
  prop('rock', 666, 902),
  prop('rock', 760, 944, 0, 1.3),
  prop('boulder', 900, 880, 40),
  prop('log', 930, 806, 70),
  prop('rock', 654, 958, 0, 1.2),
  prop('mushroom', 590, 730, 0, 1.3),
  prop('mushroom', 596, 762, 0, 1.1),
  prop('mushroom', 604, 742, 0, 1.4),
];

const camp = (
  key: string,
  monster: string,
  x: number,
  z: number,
  radius: number,
  count: number,
  low: number,
  high: number,
): Camp => ({
  key,
  monster,
  x,
  z,
  radius,
  count,
  level: [low, high],
});

// biome-ignore format: a table reads best with one row to a line
export const CAMPS: readonly Camp[] = [
  // within sight of the roofs
  camp('hares-north', 'hare', 716, 668, 24, 5, 1, 1),
  camp('hares-south', 'hare', 660, 812, 24, 4, 1, 1),
  camp('hares-east', 'hare', 884, 726, 18, 4, 1, 1),
  camp('hares-mill', 'hare', 804, 676, 20, 3, 1, 1),
  camp('foxes-north', 'fox', 780, 660, 24, 2, 1, 2),
  camp('foxes-south', 'fox', 800, 920, 24, 2, 1, 2),
  camp('deer-north', 'deer', 690, 650, 28, 4, 1, 2),
  camp('deer-east', 'deer', 900, 850, 26, 4, 2, 3),
  camp('deer-south', 'deer', 810, 964, 26, 4, 2, 3),
  camp('deer-wood', 'deer', 624, 696, 22, 3, 2, 3),
  camp('boars-hill', 'boar', 652, 824, 20, 5, 1, 1),
  camp('boars-north', 'boar', 776, 640, 20, 5, 1, 2),
  camp('wolves-farm', 'wolf', 624, 716, 26, 4, 1, 1),
  camp('wolves-north', 'wolf', 690, 640, 26, 4, 1, 1),
  camp('boars-meadow', 'boar', 632, 856, 22, 6, 2, 3),
  camp('snappers-north', 'snapper', 662, 901, 9, 4, 2, 3),
  camp('snappers-west', 'snapper', 648, 934, 12, 4, 2, 3),
  camp('snappers-south', 'snapper', 712, 970, 16, 5, 3, 4),
  camp('snappers-east', 'snapper', 766, 934, 14, 4, 2, 4),
  // the Gloamwood
  camp('wolves-edge', 'wolf', 604, 780, 20, 5, 2, 3),
  camp('wolves-wood', 'wolf', 586, 716, 18, 5, 3, 4),
  camp('wolves-deep', 'wolf', 562, 760, 18, 5, 4, 5),
  camp('den', 'greymuzzle', 560, 728, 14, 4, 5, 6),
  camp('den-mother', 'old-mother', 556, 722, 5, 1, 6, 6),
  camp('upper-gloam', 'greymuzzle', 572, 628, 26, 5, 6, 7),
  camp('upper-gloam-north', 'greymuzzle', 552, 566, 24, 4, 7, 8),
  camp('upper-gloam-spiders', 'spider', 606, 582, 22, 4, 5, 6),
  // spider hollow and the south-west
  camp('hollow-rim', 'spider', 598, 918, 14, 5, 3, 4),
  camp('hollow', 'spider', 566, 888, 18, 6, 5, 6),
  camp('hollow-mother', 'broodmother', 564, 890, 5, 1, 7, 7),
  camp('poachers', 'bandit-archer', 588, 950, 16, 4, 4, 5),
  camp('poachers-blades', 'bandit', 596, 956, 14, 3, 4, 5),
  camp('boars-teeth', 'boar', 650, 984, 18, 4, 4, 5),
  // Slate Hill
  camp('mine-yard', 'crawler', 726, 588, 16, 5, 4, 5),
  camp('mine-mouth', 'crawler', 716, 570, 8, 4, 5, 6),
  camp('slate-west', 'crawler', 680, 566, 18, 5, 5, 6),
  camp('slate-east', 'crawler', 764, 566, 20, 5, 5, 7),
  camp('boars-slate', 'boar', 806, 612, 20, 5, 3, 4),
  camp('wolves-slate', 'wolf', 668, 600, 20, 5, 3, 4),
  // beyond the bridge
  camp('boars-orchard', 'boar', 930, 826, 16, 4, 2, 3),
  camp('boars-bank', 'boar', 886, 872, 18, 5, 3, 4),
  camp('scouts-road', 'bandit', 952, 790, 14, 4, 3, 4),
  camp('scouts-bows', 'bandit-archer', 958, 806, 12, 2, 3, 4),
  camp('outpost', 'bandit', 914, 852, 12, 4, 4, 5),
  camp('crows-watch', 'bandit-archer', 984, 748, 12, 4, 4, 5),
  camp('crows-blades', 'bandit', 978, 756, 12, 3, 4, 5),
  camp('wolves-south', 'wolf', 846, 950, 22, 5, 3, 4),
  camp('wolves-south-deep', 'wolf', 880, 984, 20, 4, 5, 6),
  // the stockade
  camp('stockade-blades', 'bandit', 946, 900, 17, 7, 5, 7),
  camp('stockade-bows', 'bandit-archer', 950, 906, 15, 4, 6, 7),
  camp('stockade-mages', 'hedge-mage', 958, 900, 10, 3, 6, 8),
  camp('rusk', 'bandit-captain', 959, 897, 3, 1, 8, 8),
  camp('stockade-outside', 'bandit', 916, 894, 12, 3, 5, 6),
  camp('barrow', 'wight', 992, 972, 14, 5, 7, 8),
  camp('barrow-lights', 'wisp', 976, 988, 14, 3, 7, 8),
  // marsh and abbey
  camp('marsh', 'wisp', 886, 629, 11, 4, 5, 6),
  camp('marsh-north', 'wisp', 888, 578, 11, 4, 6, 7),
  camp('marsh-south', 'wisp', 884, 652, 10, 3, 5, 6),
  camp('graveyard', 'wight', 928, 616, 13, 5, 7, 8),
  camp('abbey-yard', 'wight', 962, 616, 14, 5, 8, 9),
  camp('nave', 'wight', 946, 588, 9, 4, 9, 10),
  camp('abbey-lights', 'wisp', 976, 590, 16, 4, 8, 9),
  camp('abbey-back', 'wight', 946, 554, 16, 4, 9, 10),
  camp('abbot', 'hollow-abbot', 946, 578, 3, 1, 10, 10),
];

const node = (key: string, item: string, kind: 'ore' | 'herb' | 'berry', x: number, z: number): Place['nodes'][number] => ({
  key,
  item,
  prop: kind,
  x,
  z,
  respawn_s: kind === 'ore' ? 240 : 150,
});

// biome-ignore format: a table reads best with one row to a line
export const NODES: Place['nodes'] = [
  ...([[704, 570], [734, 580], [690, 574], [672, 560], [748, 572], [772, 580], [738, 556], [664, 588], [812, 604], [990, 744], [968, 716], [652, 966]] as const).map(([x, z], i) => node(`ore-${i + 1}`, 'iron-ore', 'ore', x, z)),
  ...([[738, 806], [698, 662], [656, 676], [786, 650], [668, 856], [690, 892], [614, 802], [824, 690], [870, 730], [884, 846], [796, 944], [758, 956]] as const).map(([x, z], i) => node(`wort-${i + 1}`, 'healwort', 'herb', x, z)),
  ...([[594, 720], [578, 772], [584, 890], [900, 612], [878, 621], [890, 590], [980, 960], [568, 640]] as const).map(([x, z], i) => node(`moonbell-${i + 1}`, 'moonbell', 'herb', x, z)),
  ...([[640, 790], [612, 728], [718, 650], [806, 656], [874, 880], [918, 812], [830, 920], [676, 868], [760, 676], [622, 676]] as const).map(([x, z], i) => node(`berry-${i + 1}`, 'brambleberry', 'berry', x, z)),
];

/** Characters remember what they found by its number in this list: add at the end only. */
// biome-ignore format: a table reads best with one row to a line
export const POIS: Place['pois'] = [
  { key: 'square', name: 'Alderwick Market', x: 768, z: 768, radius: 16, xp: 15 },
  { key: 'windmill', name: 'Windmill Hill', x: 700, z: 838, radius: 16, xp: 20 },
  { key: 'bridge', name: 'The Penny Bridge', x: 856, z: 757, radius: 12, xp: 20 },
  { key: 'landing', name: 'Heron Lake', x: 723, z: 896, radius: 14, xp: 20 },
  { key: 'hobbs-farm', name: 'Hobbs’ Farm', x: 674, z: 714, radius: 20, xp: 20 },
  { key: 'orchard', name: 'Pell’s Orchard', x: 906, z: 776, radius: 18, xp: 30 },
  { key: 'fork', name: 'The Wayfarers’ Stone', x: 914, z: 732, radius: 12, xp: 40, waystone: true },
  { key: 'gloamwood', name: 'The Gloamwood', x: 594, z: 750, radius: 20, xp: 60 },
  { key: 'teeth', name: 'The Giant’s Teeth', x: 620, z: 932, radius: 14, xp: 80 },
  { key: 'mine', name: 'Slate Hill Mine', x: 718, z: 576, radius: 14, xp: 110 },
  { key: 'den', name: 'The Grey Den', x: 558, z: 724, radius: 14, xp: 140 },
  { key: 'crows-watch', name: 'Crow’s Watch', x: 986, z: 750, radius: 14, xp: 120 },
  { key: 'hollow', name: 'Silkwidow Hollow', x: 566, z: 886, radius: 18, xp: 160 },
  { key: 'stockade', name: 'Rusk’s Stockade', x: 946, z: 900, radius: 24, xp: 190 },
  { key: 'marsh', name: 'Lantern Marsh', x: 890, z: 608, radius: 26, xp: 180 },
  { key: 'barrow', name: 'The Low Barrow', x: 992, z: 974, radius: 14, xp: 240 },
  { key: 'abbey', name: 'Saint Orla’s Abbey', x: 946, z: 592, radius: 26, xp: 280 },
];

// biome-ignore format: a table reads best with one row to a line
export const SPAWNS: Place['spawns'] = [
  { key: 'square', x: 764, z: 783, yaw: deg(15) },
  { key: 'landing', x: 731, z: 878, yaw: deg(215) },
  { key: 'fork', x: 909, z: 733, yaw: deg(300) },
];
