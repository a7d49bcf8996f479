// Who shows the game in the pictures of the tour: a ranger of level 12 with a trade, a few quests in hand and what he came by. In: nothing. Out: his past.
import { classes, items, monsters, PLACES, poiNumber, quests, recipes, talents } from '../../src/shared/content';
import { packLook } from '../../src/shared/content/looks';
import type { Item, QuestProgress } from '../../src/shared/rules/character';
import { wornSlot } from '../../src/shared/rules/worn';
import type { Means } from '../harness/endow';

export const LEVEL = 12;

// biome-ignore format: a list of words
const WORN = [
  'starfall-sword', 'star-bow', 'dragon-lock', 'widowsilk-focus', 'cragjaw-mantle', 'march-jerkin', 'march-tabs', 'march-chaps', 'silkstep-boots',
  'gull-feather-charm', 'march-lens', 'march-thumbring', 'march-quiver',
] as const;

// biome-ignore format: a table reads best with one row to a line
const CARRIED: readonly (readonly [key: string, quantity: number])[] = [
  ['healing-draught', 6], ['hunters-stew', 8], ['elixir-swiftness', 2], ['hornbeam-bow', 1], ['ruggedhide-hood', 1], ['watch-shield', 1],
  ['mere-cobalt', 14], ['smiths-flux', 9], ['cobalt-ingot', 11], ['oak-log', 7], ['thick-leather', 5], ['iron-ingot', 6],
  ['thick-hide', 4], ['glow-gem', 2], ['silk-robe', 1], ['cloudberry', 9], ['moonbell', 5], ['merrows-sabre', 1],
];

/** Brown hair to the shoulders, a green shirt, the cloak of Azure. */
const LOOK = packLook({
  ...{ skin: 2, hair: 3, hairColor: 3, shirt: 6, trousers: 9, body: 1 },
  ...{ beard: 0, cape: 1, covenant: 0, hat: 0, apron: 0 },
});

/** How far he is with what he is at. */
const AT: Readonly<Record<string, readonly number[]>> = {
  'the-mark-inside': [0, 0],
  'by-the-sack': [1, 5, 0],
  'the-toll-is-theirs': [1, 7, 2],
  'seven-sleepers': [1, 3, 0],
  'nine-of-us-down-here': [3, 2],
};

const made = (key: string): Item['marks'] => {
  if (key === 'starfall-sword') return { quality: 2, maker: 'Bram Coldiron', by: 'craft', from: recipes.key(key).id };
  if (key === 'cragjaw-mantle') return { bound: true, by: 'kill', from: monsters.key('greymuzzle').id };
  return undefined;
};

function belongings(): Omit<Item, 'id'>[] {
  const worn = WORN.map(key => {
    const kind = items.key(key);
    return { kind: kind.id, quantity: 1, slot: wornSlot(kind.slot!), marks: made(key) };
  });
  return [...worn, ...CARRIED.map(([key, quantity], slot) => ({ kind: items.key(key).id, quantity, slot, marks: made(key) }))];
}

function tasks(): { quests: QuestProgress[]; done: number[] } {
  const hand = Object.entries(AT).map(([key, counts]) => ({ quest: quests.key(key).id, counts: [...counts] }));
  const done = quests.all.filter(quest => quest.level < 10 && !quest.daily && !quest.needs && !quest.when && !AT[quest.key]);
  return { quests: hand, done: done.map(({ id }) => id) };
}

/** One of each tier that is open to him. */
const CHOSEN = ['sure-hand', 'outdoor-life'] as const;

export function tourist(): Means {
  const found = PLACES.filter(({ key }) => key === 'alderwick' || key === 'larkdowns');
  return {
    ...tasks(),
    covenant: 0,
    look: LOOK,
    level: LEVEL,
    xp: 900,
    gold: 64_217,
    pois: found.flatMap(place => place.pois.map((_, i) => poiNumber(place, i))),
    belongings: belongings(),
    life: {
      cls: classes.key('ranger').id,
      talents: CHOSEN.map(key => talents.key(key).id),
      skills: { smithing: 43, cooking: 21, mining: 47, logging: 38, skinning: 30 },
    },
  };
}
