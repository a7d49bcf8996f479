// Deeds: what one may be proud of. In: nothing. Out: the table; numbers are kept in lives for ever, never reuse one.
// A deed is done when its measure reaches its count. Measures are tallies (region/systems/deeds.ts counts most), or what is read off the
// character: 'level', 'found', 'quests', 'steeds', 'recipes' and 'deeds'.

export const DEED_GROUPS = ['hunt', 'journey', 'renown', 'trade', 'odd'] as const;
export type DeedGroup = (typeof DEED_GROUPS)[number];

export interface DeedKind {
  id: number;
  key: string;
  name: string;
  text: string;
  group: DeedGroup;
  measure: string;
  count: number;
  /** What it adds to the sum of his deeds. */
  points: number;
  /** Worn after the name by whoever has done it. */
  title?: string;
  xp?: number;
  gold?: number; // copper
}

type Row = readonly [id: number, key: string, name: string, text: string, measure: string, count: number, points: number];
const group = (of: DeedGroup, rows: readonly (readonly [...Row, Pick<DeedKind, 'title' | 'xp' | 'gold'>?])[]): DeedKind[] =>
  rows.map(([id, key, name, text, measure, count, points, more]) => ({
    id,
    key,
    name,
    text,
    group: of,
    measure,
    count,
    points,
    ...more,
  }));

// biome-ignore format: a table reads best with one row to a line
export const DEEDS: readonly DeedKind[] = [
  ...group('hunt', [
    [1, 'first-blood', 'First Blood', 'Win a fight. Any fight.', 'kill', 1, 5],
    [2, 'hunter', 'Hunter', 'Fell 100 foes.', 'kill', 100, 10, { title: 'the Hunter', gold: 60 }],
    [3, 'scourge', 'Scourge of the Valley', 'Fell 1,000 foes.', 'kill', 1000, 25, { title: 'Scourge of the Wilds', gold: 600 }],
    [4, 'wolfsbane', 'Wolfsbane', 'Put down 50 wolves of any coat.', 'kill.wolf', 50, 10, { title: 'the Wolfsbane', xp: 200 }],
    [5, 'boar-war', 'The Boar War', 'Settle it with 40 boars.', 'kill.boar', 40, 10, { xp: 150 }],
    [6, 'eight-legs', 'Eight Legs Good', 'Step on 40 spiders. They are not small.', 'kill.spider', 40, 10, { title: 'the Webcutter', xp: 250 }],
    [7, 'shellbreaker', 'Shellbreaker', 'Crack 40 crabs, snappers and crawlers.', 'kill.crawler', 40, 10, { xp: 250 }],
    [8, 'snuffed', 'Snuffed', 'Put out 30 wisps and sprites.', 'kill.wisp', 30, 10, { xp: 250 }],
    [9, 'gallows-work', 'Gallows Work', 'Rid the roads of 75 robbers.', 'kill.bandit', 75, 10, { title: 'the Roadwarden', gold: 150 }],
    [10, 'laid-to-rest', 'Laid to Rest', 'Bring 50 of the restless dead their peace.', 'kill.undead', 50, 10, { title: 'the Gravewarden', xp: 400 }],
    [11, 'giant-killer', 'Giant-killer', 'Have a hand in the fall of a foe that others run from.', 'kill.elite', 1, 10, { xp: 200 }],
    [12, 'nine-heads', 'Nine Heads', 'And of nine more.', 'kill.elite', 10, 25, { title: 'the Giant-killer', gold: 400 }],
    [13, 'motherless', 'Motherless', 'Bring down Old Mother of the Hedge.', 'kill.old-mother', 1, 10],
    [14, 'last-bell', 'The Last Bell', 'Silence the Hollow Abbot.', 'kill.hollow-abbot', 1, 20, { title: 'Bell-breaker', gold: 300 }],
    [15, 'struck-colours', 'Struck Colours', 'Make Red Merrow strike hers.', 'kill.red-merrow', 1, 20, { title: 'Scourge of the Coast', gold: 300 }],
  ]),
  ...group('journey', [
    [20, 'out-of-doors', 'Out of Doors', 'Find 5 places worth a name.', 'found', 5, 5],
    [21, 'wayfarer', 'Wayfarer', 'Find 25 of them.', 'found', 25, 10, { title: 'the Wayfarer', xp: 300 }],
    [22, 'cartographer', 'Cartographer', 'Find 75 of them.', 'found', 75, 25, { title: 'the Cartographer', gold: 500 }],
    [23, 'borderer', 'Borderer', 'Cross from one land into the next.', 'border', 1, 5],
    [24, 'forty-crossings', 'Forty Crossings', 'Do so 40 times.', 'border', 40, 10, { title: 'the Borderer' }],
    [25, 'stone-to-stone', 'From Stone to Stone', 'Travel by waystone 10 times.', 'travel', 10, 5, { gold: 30 }],
    [26, 'wet-through', 'Wet Through', 'Go for a swim 25 times, meaning to or not.', 'swim', 25, 5],
    [27, 'high-ground', 'High Ground', 'Stand 40 metres above the water.', 'height', 40, 10, { title: 'of the High Places' }],
    [28, 'night-out', 'A Night Out', 'Spend 20 minutes of darkness outside any town.', 'night', 20, 10, { title: 'the Nightwalker' }],
    [29, 'stormcrow', 'Stormcrow', 'Stay out in a storm for 10 minutes.', 'storm', 10, 10, { title: 'the Stormcrow' }],
    [30, 'fogbound', 'Fogbound', 'Walk 10 minutes in fog without walking into the lake.', 'fog', 10, 5],
    [31, 'in-the-saddle', 'In the Saddle', 'Have a steed that comes when you whistle.', 'steeds', 1, 10],
    [32, 'hard-rider', 'Hard Rider', 'Ride 50 kilometres.', 'ridden', 50, 15, { title: 'the Hard Rider', gold: 200 }],
    [33, 'full-stable', 'A Full Stable', 'Have three steeds, none of them jealous.', 'steeds', 3, 15, { title: 'Master of Horse' }],
  ]),
  ...group('renown', [
    [40, 'no-longer-new', 'No Longer New', 'Reach level 5.', 'level', 5, 5],
    [41, 'seasoned', 'Seasoned', 'Reach level 10.', 'level', 10, 10, { title: 'the Seasoned' }],
    [42, 'storied', 'Storied', 'Reach level 15.', 'level', 15, 15],
    [43, 'legend', 'Legend', 'Reach level 20.', 'level', 20, 25, { title: 'the Legend' }],
    [44, 'helping-hand', 'A Helping Hand', 'See 5 quests through.', 'quests', 5, 5],
    [45, 'reliable', 'Reliable', 'See 25 quests through.', 'quests', 25, 10, { title: 'the Reliable', gold: 150 }],
    [46, 'pillar', 'Pillar of the Realm', 'See 60 quests through.', 'quests', 60, 25, { title: 'Pillar of the Realm', gold: 600 }],
    [47, 'good-listener', 'A Good Listener', 'Have 50 talks with the people of the land.', 'talk', 50, 5, { title: 'the Patient' }],
    [48, 'many-deeds', 'Of Many Deeds', 'Do 20 other deeds.', 'deeds', 20, 15, { title: 'of Many Deeds' }],
  ]),
  ...group('trade', [
    [60, 'heavy-purse', 'A Heavy Purse', 'Earn 10 silver.', 'earned', 1_000, 5],
    [61, 'heavier-purse', 'A Heavier Purse', 'Earn 2 gold.', 'earned', 20_000, 15, { title: 'Goldenhand' }],
    [62, 'big-spender', 'Big Spender', 'Part with 50 silver.', 'spent', 5_000, 10, { title: 'the Generous' }],
    [63, 'forager', 'Forager', 'Bring home 100 herbs, berries and lumps of ore.', 'gathered', 100, 10, { title: 'the Forager', xp: 200 }],
    [64, 'peddler', 'Peddler', 'Sell 100 things to people who did not strictly need them.', 'sold', 100, 5, { gold: 50 }],
    [65, 'own-hands', 'With These Hands', 'Make 50 things yourself.', 'crafted', 50, 15, { title: 'the Maker' }],
    [66, 'jack-of-trades', 'Jack of Trades', 'Know 20 recipes that nobody taught you to begin with.', 'recipes', 20, 15, { title: 'the Skilled' }],
  ]),
  ...group('odd', [
    [80, 'walked-it-off', 'Walked It Off', 'Get up again after dying.', 'risen', 1, 5],
    [81, 'cat', 'Nine Lives', 'Do it 9 times.', 'risen', 9, 10, { title: 'the Undaunted' }],
    [82, 'manners', 'Manners', 'Greet, bow, cheer or weep 25 times.', 'emote', 25, 5, { title: 'the Courteous' }],
    [83, 'dancer', 'Dancer', 'Dance 10 times, whatever the music.', 'emote.dance', 10, 5, { title: 'the Light-footed' }],
    [84, 'butterfingers', 'Butterfingers', 'Fall hard enough to feel it 10 times.', 'bruised', 10, 5],
    [85, 'well-rested', 'Well Rested', 'Let sleep win you 1,000 points of experience.', 'rested', 1_000, 5],
  ]),
];

const byId = new Map(DEEDS.map(deed => [deed.id, deed]));
/** undefined for a number that no deed has. */
export const deedOf = (id: number): DeedKind | undefined => byId.get(id);
