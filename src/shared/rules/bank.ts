// The bank: 48 places that are the same at every banker's, and putting bag or bank in order. In: a character, a villager, what goes where.
// Out: items moved, the journal told. Nothing special carries them from region to region: they are the character's, like all he has.
import type { Npc } from '../content/kinds';
import { EQUIP_SLOTS } from '../content/kinds';
import { BAG_SLOTS, BANK_BASE, BANK_SLOTS } from '../protocol/limits';
import type { Character, Item } from './character';
import { type Mint, merges, shift } from './inventory';
import type { Journal } from './journal';
import { OK, REASONS, type Reason } from './reasons';
import { bagItems, bankItems, freeBankSlot, freeSlot, isBagSlot, isBankSlot, itemAt, itemById, kindOf } from './worn';

export type Where = 'bag' | 'bank';

/**
 * From bag or bank to a slot of the bank, or from the bank to one of the bag: moves, merges, swaps, or splits when `quantity` is less than
 * the pile. What a quest still wants stays at hand.
 */
export function checkBank(c: Character, npc: Pick<Npc, 'banker'>, id: string, slot: number, quantity: number): Reason {
  if (!npc.banker) return REASONS.noBanker;
  const item = itemById(c, id);
  if (!item) return REASONS.noSuchItem;
  const [from, to] = [isBankSlot(item.slot), isBankSlot(slot)];
  if (!from && !isBagSlot(item.slot)) return REASONS.notInBag;
  if (!to && !isBagSlot(slot)) return REASONS.wrongSlot;
  if (!from && !to) return REASONS.wrongSlot;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > item.quantity) return REASONS.badQuantity;
  if (slot === item.slot) return quantity === item.quantity ? OK : REASONS.badQuantity;
  const there = itemAt(c, slot);
  if ((to && kindOf(item).quest) || (from && there && kindOf(there).quest)) return REASONS.questItem;
  if (!there || merges(item, there, slot)) return OK;
  return quantity === item.quantity ? OK : REASONS.badQuantity;
}

export function applyBank(c: Character, journal: Journal, mint: Mint, id: string, slot: number, quantity: number): void {
  shift(c, journal, mint, itemById(c, id)!, slot, quantity);
}

/** Where a thing goes over there if nobody says where: onto a pile of its kind, else into the first free place; -1: nowhere. */
export function placeFor(c: Character, item: Item, where: Where): number {
  const there = where === 'bank' ? bankItems(c) : bagItems(c);
  const pile = there.find(other => other !== item && merges(item, other, other.slot));
  return pile?.slot ?? (where === 'bank' ? freeBankSlot(c) : freeSlot(c));
}

/** Whether there is room at all, for a button that says why not. */
export function checkPlace(c: Character, item: Item, where: Where): Reason {
  if (placeFor(c, item, where) >= 0) return OK;
  return where === 'bank' ? REASONS.bankFull : REASONS.bagFull;
}

// ---- order ----

/** Anybody may sort his bag anywhere, his bank only at a banker's. */
export const checkSort = (npc: Pick<Npc, 'banker'>, where: Where): Reason =>
  where === 'bank' && !npc.banker ? REASONS.noBanker : OK;

/** Gear by place, then what is used, then goods, what quests want at the end; within these the higher level and the rarer first. */
export function applySort(c: Character, journal: Journal, where: Where): void {
  const [first, count] = where === 'bank' ? [BANK_BASE, BANK_SLOTS] : [0, BAG_SLOTS];
  const mine = (where === 'bank' ? bankItems : bagItems)(c).sort(inOrder);
  const kept = pileUp(c, journal, mine);
  if (kept.length > count) throw new Error('more things than places');
  kept.forEach((item, i) => {
    if (item.slot === first + i) return;
    item.slot = first + i;
    journal.touch(item);
    if (where === 'bank') journal.bank = true;
  });
}

/** Fills piles from those after them; what is empty then is gone. No ledger: nothing is made or lost. */
function pileUp(c: Character, journal: Journal, sorted: readonly Item[]): Item[] {
  const kept: Item[] = [];
  for (const item of sorted) {
    const { stack } = kindOf(item);
    const pile = kept.at(-1);
    const more = pile?.kind === item.kind && stack > 1 ? Math.min(item.quantity, stack - pile.quantity) : 0;
    if (pile && more) {
      pile.quantity += more;
      item.quantity -= more;
      journal.touch(pile);
      if (item.quantity) journal.touch(item);
    }
    if (item.quantity) kept.push(item);
    else {
      c.items.splice(c.items.indexOf(item), 1);
      journal.remove(item);
      journal.bank ||= isBankSlot(item.slot);
    }
  }
  return kept;
}

const RARE = ['epic', 'rare', 'fine', 'common'];

function inOrder(a: Item, b: Item): number {
  const [one, two] = [kindOf(a), kindOf(b)];
  return (
    rank(one) - rank(two) ||
    two.level - one.level ||
    RARE.indexOf(one.rarity) - RARE.indexOf(two.rarity) ||
    one.id - two.id ||
    b.quantity - a.quantity ||
    a.slot - b.slot
  );
}

function rank({ slot, use, quest }: ReturnType<typeof kindOf>): number {
  if (slot) return EQUIP_SLOTS.indexOf(slot);
  return quest ? 102 : use ? 100 : 101;
}
