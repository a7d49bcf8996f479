// How a life begins: a new character and what it carries. In: who it belongs to, its wishes, ids from `mint`. Out: character and journal.
import { items } from '../content';
import { CLOTH_COLORS, cleanLook, HAIR_COLORS, HAIR_STYLES, packLook, SKINS } from '../content/looks';
import { hash01 } from '../content/scatter';
import type { Character } from './character';
import type { Mint } from './inventory';
import { Journal, LEDGER } from './journal';
import { newLife } from './life';
import { NAME_MOST } from './names';
import { wornSlot } from './worn';

export const STARTER_GOLD = 25;
const STARTER_WORN = ['rusty-sword', 'ash-bow', 'wheel-lock', 'twig-focus', 'linen-shirt', 'worn-boots'] as const;
const STARTER_BAG = [
  { item: 'bread', quantity: 3 },
  { item: 'healing-draught', quantity: 1 },
] as const;

export interface Wish {
  id: string;
  account: string;
  name: string;
  covenant: number;
  look: number;
}
export interface Born {
  character: Character;
  journal: Journal;
}

export function newCharacter(wish: Wish, mint: Mint): Born {
  const journal = new Journal();
  const character: Character = {
    ...wish,
    look: cleanLook(wish.look, wish.covenant),
    level: 1,
    xp: 0,
    gold: STARTER_GOLD,
    items: [],
    quests: [],
    done: [],
    pois: [],
    life: newLife(),
  };
  journal.gold(LEDGER.starter, STARTER_GOLD);
  const give = (kind: number, quantity: number, slot: number): void => {
    const item = { id: mint(), kind, quantity, slot };
    character.items.push(item);
    journal.touch(item);
    journal.item(LEDGER.starter, kind, quantity);
  };
  for (const key of STARTER_WORN) {
    const kind = items.key(key);
    give(kind.id, 1, wornSlot(kind.slot!));
  }
  for (const [slot, { item, quantity }] of STARTER_BAG.entries()) give(items.key(item).id, quantity, slot);
  return { character, journal };
}

// biome-ignore format: a list of words
const FIRST = [
  'Al', 'Bren', 'Cor', 'Dar', 'El', 'Fen', 'Gar', 'Hal', 'Is', 'Jor', 'Kel', 'Lor', 'Mar', 'Ned', 'Os', 'Per', 'Quen', 'Ros',
  'Syl', 'Tam', 'Ul', 'Ver', 'Wen', 'Yar',
];
const MIDDLE = ['a', 'e', 'i', 'o', 'an', 'er', 'is', 'ol', 'ri', 'we'];
// biome-ignore format: a list of words
const LAST = [
  'ba', 'bin', 'da', 'dric', 'fa', 'ga', 'lia', 'lin', 'lan', 'mund', 'na', 'nor', 'ra', 'rick', 'sa', 'sin', 'ta', 'ton',
  'va', 'wyn',
];

// biome-ignore format: a list of words
const FAMILY_START = [
  'Ash', 'Birch', 'Crow', 'Dew', 'Elm', 'Fern', 'Gale', 'Heath', 'Ivy', 'Lark', 'Moss', 'Oak', 'Reed', 'Rook', 'Sedge',
  'Thorn', 'Wold', 'Wren',
];
const FAMILY_END = ['by', 'cot', 'den', 'ey', 'ford', 'ham', 'ley', 'low', 'ton', 'wood'];

/** Throws of dice that all follow from one number of chance. */
const diceOf =
  (chance: number) =>
  (sides: number, throwNumber: number): number =>
    Math.floor(hash01(chance, throwNumber, 17) * sides);

/** A name one might be born with, from 32 bits of chance: about 800,000 of them. */
export function guestName(chance: number): string {
  const dice = diceOf(chance);
  const first = FIRST[dice(FIRST.length, 1)] + MIDDLE[dice(MIDDLE.length, 2)] + LAST[dice(LAST.length, 3)];
  const family = FAMILY_START[dice(FAMILY_START.length, 4)] + FAMILY_END[dice(FAMILY_END.length, 5)];
  const whole = `${first} ${family}`;
  return whole.length <= NAME_MOST ? whole : `${first.slice(0, NAME_MOST - family.length - 1)} ${family}`;
}

/** A guest's first character: everything chosen by chance, everything changeable later. */
export function guestCharacter(wish: { id: string; account: string; covenant: number; chance: number }, mint: Mint): Born {
  const { id, account, covenant, chance } = wish;
  const dice = diceOf(chance);
  const look = packLook({
    skin: dice(SKINS, 6),
    hair: 1 + dice(HAIR_STYLES.length - 1, 7),
    hairColor: dice(HAIR_COLORS.length - 3, 8),
    shirt: dice(CLOTH_COLORS.length, 9),
    trousers: dice(CLOTH_COLORS.length, 10),
    body: dice(2, 11),
    beard: dice(4, 12) === 0 ? 1 : 0,
    cape: 1,
    covenant,
  });
  return newCharacter({ id, account, name: guestName(chance), covenant, look }, mint);
}
