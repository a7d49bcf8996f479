// Houses, yards, fields and the clutter of daily life between them. Own frame of a building: -z is its door.
import type { Building, Place, Prop, Tree } from '../../kinds';
import { deg, prop, yard } from '../shapes';

const house = (
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
  seed: Math.round(x * 7 + z * 13),
  ...(label ? { label } : {}),
});

export const VILLAGE_BUILDINGS: readonly Building[] = [
  // round the square
  house('inn', 745, 751, 127, 15, 11, 3, 'The Drowsy Heron'),
  house('smithy', 791, 748, -131, 11, 10, 1, 'Holloway’s Smithy'),
  house('chapel', 740, 795, 48, 9, 18, 1, 'Chapel of Saint Orla'),
  house('house', 796, 786, -56, 9, 8, 2, 'Tuppence’s Bakery'),
  house('house', 777, 732, -101, 8, 7, 2, 'Quill’s Curiosities'),
  house('tower', 740, 724, 90, 6, 6, 2, 'The Watch House'),
  house('stall', 778, 756, 215, 3.6, 2.6, 1),
  house('stall', 781, 778, 308, 3.6, 2.6, 1),
  house('stall', 756, 782, 40, 3.6, 2.6, 1),
  house('stall', 757, 759, 130, 3.6, 2.6, 1),
  // north
  house('house', 771, 719, -100, 8, 7, 2),
  house('cottage', 734, 700, 80, 7, 6, 1),
  house('cottage', 763, 691, -92, 7, 6, 1),
  house('cottage', 794, 727, 15, 7, 6, 1),
  house('well', 742, 686, 0, 2, 2, 1),
  // west
  house('house', 722, 755, 178, 9, 7, 2, 'Fletch & Daughter'),
  house('house', 719, 786, -8, 8, 7, 2, 'The Reeve’s House'),
  house('cottage', 704, 750, 174, 7, 6, 1),
  house('cottage', 684, 784, 4, 7, 6, 1),
  // south
  house('house', 790, 809, -92, 9, 7, 2),
  house('cottage', 750, 820, 84, 7, 6, 1),
  house('house', 786, 834, -100, 8, 7, 2),
  house('cottage', 736, 846, 72, 7, 6, 1),
  // east
  house('house', 813, 747, 178, 8, 7, 2),
  house('cottage', 816, 779, 2, 7, 6, 1),
  // mills, lake and farms
  house('watermill', 846, 728, 0, 9, 9, 2, 'Hesper’s Mill'),
  house('mill', 700, 838, 15, 8, 8, 3, 'Windmill'),
  house('cottage', 715, 808, -75, 7, 6, 1, 'Crumb’s Cottage'),
  house('cottage', 702, 884, 5, 7, 6, 1, 'Reed’s Cottage'),
  house('dock', 723, 903, 0, 4, 20, 1),
  house('house', 682, 704, 185, 10, 8, 2, 'Hobbs’ Farm'),
  house('barn', 656, 712, 95, 9, 13, 1),
  house('house', 896, 774, -115, 9, 8, 2, 'Pell’s Orchard'),
  house('barn', 874, 796, 5, 10, 8, 1),
];

export const FIELDS: Place['fields'] = [
  { x: 664, z: 744, w: 36, d: 22, yaw: 0, crop: 'wheat' },
  { x: 632, z: 738, w: 20, d: 20, yaw: 0.05, crop: 'cabbage' },
  { x: 700, z: 718, w: 14, d: 18, yaw: 0, crop: 'soil' },
  { x: 812, z: 808, w: 22, d: 18, yaw: 0.1, crop: 'wheat' },
  { x: 726, z: 826, w: 14, d: 12, yaw: -0.1, crop: 'cabbage' },
  { x: 896, z: 802, w: 24, d: 16, yaw: 0.05, crop: 'wheat' },
];

export const VILLAGE_FENCES: Place['fences'] = [
  { kind: 'rail', points: yard(664, 744, 40, 26, 0) },
  {
    kind: 'rail',
    points: [
      [812, 820],
      [826, 814],
      [824, 796],
    ],
  },
  { kind: 'rail', points: yard(726, 826, 18, 16, 0) },
  {
    kind: 'rail',
    points: [
      [882, 812],
      [910, 813],
      [911, 792],
    ],
  },
  {
    kind: 'stone',
    points: [
      [728, 801],
      [733, 810],
      [745, 812],
      [752, 806],
    ],
  }, // chapel yard
  {
    kind: 'stone',
    points: [
      [758, 700],
      [772, 697],
      [776, 686],
      [760, 682],
    ],
  },
  {
    kind: 'rail',
    points: [
      [724, 696],
      [726, 708],
      [737, 710],
    ],
  },
  {
    kind: 'rail',
    points: [
      [710, 744],
      [696, 743],
      [696, 758],
    ],
  },
  {
    kind: 'rail',
    points: [
      [676, 778],
      [675, 792],
      [694, 793],
      [695, 780],
    ],
  },
  {
    kind: 'stone',
    points: [
      [800, 801],
      [800, 818],
      [786, 819],
    ],
  },
  {
    kind: 'rail',
    points: [
      [740, 828],
      [739, 812],
      [750, 811],
    ],
  },
  {
    kind: 'rail',
    points: [
      [822, 740],
      [822, 754],
    ],
  },
  {
    kind: 'rail',
    points: [
      [806, 786],
      [826, 787],
      [827, 776],
    ],
  },
  {
    kind: 'rail',
    points: [
      [648, 700],
      [646, 724],
    ],
  },
];

const lamp = (x: number, z: number): Prop => prop('lamp', x, z);

export const VILLAGE_PROPS: readonly Prop[] = [
  prop('fountain', 768, 768),
  lamp(758, 768.8 - 4),
  lamp(777, 772),
  lamp(764, 779),
  lamp(772, 757),
  lamp(761.5, 727),
  lamp(748, 700),
  lamp(734, 765.8),
  lamp(712, 769.5),
  lamp(776, 798),
  lamp(768, 820),
  lamp(798, 759.5),
  lamp(822, 765.2),
  lamp(843, 752.5),
  lamp(868, 752.8),
  lamp(728, 886),
  prop('signpost', 761, 764, 30),
  prop('signpost', 704, 768.5, 20),
  prop('signpost', 911, 741, 60),
  prop('signpost', 748.5, 711, 10),
  prop('signpost', 743.5, 873, 30),
  prop('bench', 763, 761, 145),
  prop('bench', 774, 762, 215),
  prop('bench', 762, 774, 45),
  // inn
  prop('table', 757, 748, 20),
  prop('bench', 757.3, 749.6, 20),
  prop('barrel', 737.5, 746),
  prop('barrel', 738.6, 745),
  prop('barrel', 752.6, 760.8),
  prop('cart', 733, 758, 15),
  prop('trough', 735, 764, 0),
  // smithy
  prop('anvil', 788.4, 752.4, 40),
  prop('barrel', 785, 745.5),
  prop('crate', 798.5, 752),
  prop('crate', 799.4, 751, 20),
  prop('log', 797, 757, 60),
  // chapel yard
  prop('gravestone', 733, 803, 50),
  prop('gravestone', 736, 806, 42),
  prop('gravestone', 740, 808, 55),
  prop('gravestone', 745, 809, 48),
  prop('gravestone', 731, 800, 40),
  // bakery, market, shops
  prop('crate', 777.6, 753.5, 35),
  prop('barrel', 779.5, 754),
  prop('crate', 783.2, 780, 20),
  prop('barrel', 754, 784.3),
  prop('crate', 754.8, 757, 10),
  prop('barrel', 801, 780),
  prop('cart', 784, 788, -30),
  prop('banner', 762.3, 779.5),
  prop('banner', 775, 757.6),
  prop('banner', 745.5, 727),
  prop('banner', 745.5, 721),
  prop('crate', 783, 736, 12),
  prop('chest', 782.4, 733.5, 80),
  // north and west
  prop('barrel', 729, 704),
  prop('hay', 756, 685),
  prop('cart', 727, 746, 70),
  prop('log', 713, 748, 20),
  prop('stump', 710, 782),
  prop('barrel', 725, 781),
  prop('trough', 691, 776, 90),
  prop('hay', 678, 776.4),
  // south and east
  prop('hay', 798, 834),
  prop('cart', 776, 824, 10),
  prop('barrel', 744, 823),
  prop('hay', 728, 850),
  prop('crate', 820, 751.5),
  prop('log', 810, 785, 30),
  prop('barrel', 811, 776),
  // mills
  prop('crate', 840, 733, 15),
  prop('crate', 839, 721),
  prop('barrel', 838, 724),
  prop('cart', 828, 726, 35),
  prop('hay', 708, 846),
  prop('cart', 692, 830, 60),
  prop('barrel', 706, 831),
  prop('boulder', 688, 846),
  // lake
  prop('barrel', 728, 893),
  prop('crate', 717, 892, 25),
  prop('crate', 716.2, 890.6, 60),
  prop('log', 706, 892, 80),
  prop('bench', 712, 884, 180),
  // farms
  prop('hay', 648, 706),
  prop('hay', 650, 722),
  prop('hay', 645.5, 714),
  prop('cart', 670, 706, 100),
  prop('scarecrow', 664, 744),
  prop('scarecrow', 896, 802),
  prop('trough', 664, 702, 10),
  prop('scarecrow', 812, 808),
  prop('barrel', 690, 708),
  prop('stump', 692, 698),
  prop('cart', 884, 790, 30),
  prop('hay', 866, 802),
  prop('barrel', 890, 768),
  prop('crate', 888.6, 766.8, 30),
];

const tree = (kind: Tree['kind'], x: number, z: number, scale = 1): Tree => ({
  kind,
  x,
  z,
  scale,
  seed: Math.round(x * 31 + z * 17),
});

export const VILLAGE_TREES: readonly Tree[] = [
  tree('apple', 752, 776, 1.15), // the square apple of the square
  tree('oak', 728, 800, 1.2),
  tree('oak', 781, 742, 0.9),
  tree('birch', 730, 712),
  tree('birch', 802, 738),
  tree('oak', 712, 796, 1.1),
  tree('birch', 800, 770),
  tree('oak', 800, 822, 1.1),
  tree('birch', 758, 840),
  tree('oak', 732, 862, 1.2),
  tree('birch', 692, 760),
  tree('oak', 668, 786, 1.2),
  tree('oak', 828, 794, 1.1),
  tree('birch', 836, 706),
  tree('oak', 700, 694, 1.2),
  tree('birch', 780, 690),
  tree('apple', 908, 766),
  tree('apple', 915, 772),
  tree('apple', 908, 778),
  tree('apple', 915, 784),
  tree('apple', 908, 760),
  tree('apple', 921, 778),
  tree('apple', 918, 792),
  tree('apple', 902, 760, 0.9),
  tree('bush', 752, 742),
  tree('bush', 788, 740),
  tree('bush', 804, 792),
  tree('bush', 728, 776),
  tree('bush', 745, 782),
  tree('bush', 778, 700),
  tree('bush', 826, 770),
  tree('bush', 742, 836),
  tree('bush', 690, 880),
  tree('bush', 734, 880),
  tree('birch', 690, 890),
  tree('oak', 750, 876, 1.1),
  tree('pine', 690, 822),
  tree('pine', 676, 690, 1.1),
];
