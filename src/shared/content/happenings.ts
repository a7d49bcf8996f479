// What happens by itself in the wilds, where somebody is near to see it. In: nothing. Out: the table; ids travel on the wire, never reuse
// one. Levels are the place's own (rules/happenings.ts); `rise` adds to them. Names and cries are read by everybody near.

/** Where it happens: on a road, beside fields, where a camp lies, or at a place that is named on the map. */
export type Ground = 'road' | 'field' | 'camp' | 'poi';

export interface Troop {
  readonly monster: string;
  readonly count: number;
  /** Levels above the place's own. */
  readonly rise?: number;
}

export interface Happening {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  /** Called out when it begins, is won, or is lost. */
  readonly cry: string;
  readonly won: string;
  readonly lost: string;
  readonly icon: string;
  readonly ground: Ground;
  /** Only then; else at any hour. */
  readonly when?: 'day' | 'night';
  /** One wave after another; the next comes when the one before is beaten. */
  readonly waves: readonly (readonly Troop[])[];
  /** So long one has for all of it. */
  readonly lasts_s: number;
  /** Reward of who did most, in percent of a level, and in copper per level. */
  readonly xp_pct: number;
  readonly gold: number;
}

/** Where the boss of the hour comes: open ground in a place, far enough from its borders for a fight and all who come to it. */
export interface Lair {
  /** Key of the place. */
  readonly place: string;
  /** How one says where it is. */
  readonly name: string;
  readonly x: number;
  readonly z: number;
}

/** Once an hour, at one lair of the world: its only wave is a boss (content/encounters.ts). */
export const HOURLY: Happening = {
  id: 20,
  key: 'grumbleback',
  name: 'Old Grumbleback Stirs',
  cry: 'The hill has sat up. It has tusks, it has been asleep since before the parish register, and it would like to know who woke it.',
  won: 'The hill lies down again. The worms come back first, then the grass, then somebody to say he never doubted it.',
  lost: 'The hill yawns, turns over twice like a dog, and is a hill. Until the next time.',
  icon: 'boar',
  ground: 'field',
  waves: [[{ monster: 'grumbleback', count: 1 }]],
  lasts_s: 1200,
  xp_pct: 30,
  gold: 40,
};

export const LAIRS: readonly Lair[] = [
  { place: 'alderwick', name: 'the meadows north of Alderwick', x: 690, z: 646 },
  { place: 'larkdowns', name: 'the open downs above the Lark', x: 1300, z: 830 },
  { place: 'kilnhearth', name: 'the fields below Kilnhearth', x: 1720, z: 800 },
  { place: 'gullhaven', name: 'the Chorus, by Gullhaven', x: 1400, z: 1690 },
  { place: 'whistlers', name: 'the Organ, in the dunes', x: 832, z: 1710 },
  { place: 'greywether', name: 'the high fells, south of Greywether Hall', x: 350, z: 352 },
];

/** By its number, on the wire. */
export const happeningOf = (id: number): Happening | undefined =>
  id === HOURLY.id ? HOURLY : HAPPENINGS.find(each => each.id === id);

export const HAPPENINGS: readonly Happening[] = [
  {
    id: 1,
    key: 'caravan',
    name: 'Ambush on the Road',
    cry: 'A carter shouts for help: there are knives on the road, and all of them are pointing at his cheese.',
    won: 'The road is clear. The carter counts his wheels, then his fingers, and is pleased with both.',
    lost: 'The carter is gone, and so is the cart. It was good cheese.',
    icon: 'old-wagon',
    ground: 'road',
    waves: [
      [
        { monster: 'bandit', count: 3 },
        { monster: 'bandit-archer', count: 2 },
      ],
      [
        { monster: 'bandit', count: 3 },
        { monster: 'hedge-mage', count: 1, rise: 1 },
      ],
    ],
    lasts_s: 240,
    xp_pct: 12,
    gold: 12,
  },
  {
    id: 2,
    key: 'wolves',
    name: 'Wolves at the Fold',
    cry: 'The dogs have stopped barking. That is never the good news it sounds like.',
    won: 'The last of them slinks off over the furrows. Somebody’s sheep is on somebody’s roof, but whole.',
    lost: 'By morning the fold is very quiet and there is a great deal of wool about.',
    icon: 'wolf-head',
    ground: 'field',
    when: 'night',
    waves: [
      [{ monster: 'wolf', count: 5 }],
      [
        { monster: 'wolf', count: 4 },
        { monster: 'greymuzzle', count: 1, rise: 2 },
      ],
    ],
    lasts_s: 240,
    xp_pct: 12,
    gold: 8,
  },
  {
    id: 3,
    key: 'raid',
    name: 'Raid on the Fields',
    cry: 'Torches among the crops, and not the kind one carries to find a lost boot.',
    won: 'The torches are out and the crops are only a little toasted at the rim.',
    lost: 'The fields burn nicely. Bread will be dear.',
    icon: 'burning-meteor',
    ground: 'field',
    when: 'day',
    waves: [
      [{ monster: 'bandit', count: 4 }],
      [
        { monster: 'bandit', count: 2 },
        { monster: 'bandit-archer', count: 2 },
        { monster: 'hedge-mage', count: 1, rise: 1 },
      ],
    ],
    lasts_s: 240,
    xp_pct: 14,
    gold: 12,
  },
  {
    id: 4,
    key: 'restless',
    name: 'The Restless Dead',
    cry: 'The ground here has changed its mind about somebody.',
    won: 'They lie down again, one after another, with something like relief.',
    lost: 'They wander off into the dusk as if they had somewhere to be.',
    icon: 'raise-zombie',
    ground: 'poi',
    when: 'night',
    waves: [[{ monster: 'wight', count: 3 }], [{ monster: 'wight', count: 4, rise: 1 }]],
    lasts_s: 260,
    xp_pct: 14,
    gold: 10,
  },
  {
    id: 5,
    key: 'stampede',
    name: 'Something in the Undergrowth',
    cry: 'Everything that has legs comes running out of the trees, and then the tusks come after it.',
    won: 'The undergrowth is only undergrowth again.',
    lost: 'They have trampled what there was to trample, and move on, snorting.',
    icon: 'boar-tusks',
    ground: 'camp',
    when: 'day',
    waves: [[{ monster: 'boar', count: 5 }], [{ monster: 'tusker', count: 2, rise: 2 }]],
    lasts_s: 220,
    xp_pct: 11,
    gold: 6,
  },
];
