// The bag and what is worn: adding, moving, splitting, swapping, dropping, taking. In: a character, a journal, ids from `mint`.
// Out: the character changed and every changed row in the journal. `apply…` expects what `check…` allowed and throws otherwise.
import { BAG_SLOTS } from '../protocol/limits';
import { bindsWhenWorn } from './binding';
import type { Character, Item, Marks } from './character';
import { type Cause, type Journal, LEDGER } from './journal';
import { OK, REASONS, type Reason } from './reasons';
import { bagItems, carried, equipSlot, freeSlot, isBagSlot, isBankSlot, itemAt, itemById, kindOf } from './worn';

/** Gives a new item id (ULID). */
export type Mint = () => string;
export interface Stack {
  kind: number;
  quantity: number;
}
/** An item in nobody's hands. */
export type Thing = Omit<Item, 'slot'>;

function must(reason: Reason): void {
  if (reason !== OK) throw new Error(`applied what the check refuses: ${reason}`);
}

// ---- coming in ----

/** Would all of it fit into the bag together? `freed` slots count as empty (things handed over in the same step). */
export function checkAdd(c: Character, stacks: readonly Stack[], freed = 0): Reason {
  let free = BAG_SLOTS - bagItems(c).length + freed;
  const wanted = new Map<number, number>();
  for (const { kind, quantity } of stacks) wanted.set(kind, (wanted.get(kind) ?? 0) + quantity);
  for (const [kind, quantity] of wanted) {
    const { stack } = kindOf({ kind });
    const room = bagItems(c).reduce((sum, item) => sum + (item.kind === kind ? stack - item.quantity : 0), 0);
    free -= Math.ceil(Math.max(0, quantity - room) / stack);
    if (free < 0) return REASONS.bagFull;
  }
  return OK;
}

/**
 * New items come into the world: onto piles of their kind first, then into empty slots. The ledger is told. `marks` tell where they come from
 * and whose they are; things that pile are all alike and get none.
 */
export function applyAdd(
  c: Character,
  journal: Journal,
  mint: Mint,
  cause: Cause,
  { kind, quantity, marks }: Stack & { marks?: Marks },
): void {
  must(checkAdd(c, [{ kind, quantity }]));
  journal.item(cause, kind, quantity);
  let left = pile(c, journal, kind, quantity);
  const { stack } = kindOf({ kind });
  while (left > 0) {
    const size = Math.min(left, stack);
    put(c, journal, { id: mint(), kind, quantity: size, slot: freeSlot(c), ...(marks && stack === 1 && { marks: { ...marks } }) });
    left -= size;
  }
}

/** Fills piles of this kind; returns what is left over. */
function pile(c: Character, journal: Journal, kind: number, quantity: number): number {
  const { stack } = kindOf({ kind });
  let left = quantity;
  for (const item of bagItems(c)) {
    if (!left) break;
    if (item.kind !== kind || item.quantity >= stack || item.marks) continue;
    const more = Math.min(left, stack - item.quantity);
    item.quantity += more;
    left -= more;
    journal.touch(item);
  }
  return left;
}

function put(c: Character, journal: Journal, item: Item): void {
  if (!isBagSlot(item.slot) && !isBankSlot(item.slot)) throw new Error('no free slot');
  c.items.push(item);
  journal.touch(item);
}

function erase(c: Character, journal: Journal, item: Item): void {
  c.items.splice(c.items.indexOf(item), 1);
  journal.remove(item);
}

/** An item that lay somewhere (ground) becomes his, keeping its id unless it melts into piles. No ledger: it was in the world before. */
export function applyTake(c: Character, journal: Journal, thing: Thing): void {
  must(checkAdd(c, [thing]));
  const left = thing.marks ? thing.quantity : pile(c, journal, thing.kind, thing.quantity);
  if (left)
    put(c, journal, { id: thing.id, kind: thing.kind, quantity: left, slot: freeSlot(c), moves: thing.moves, marks: thing.marks });
}

// ---- going out ----

/** Bag slots that fall empty when these stacks are handed over (smallest piles go first). */
export function slotsFreed(c: Character, stacks: readonly Stack[]): number {
  let freed = 0;
  for (const { kind, quantity } of stacks) {
    let left = quantity;
    for (const item of bagItems(c).sort((a, b) => a.quantity - b.quantity)) {
      if (item.kind !== kind || item.quantity > left) continue;
      left -= item.quantity;
      freed++;
    }
  }
  return freed;
}

export function checkConsume(c: Character, kind: number, quantity: number): Reason {
  return carried(c, kind) >= quantity ? OK : REASONS.noSuchItem;
}

/** Items cease to be, smallest piles first. The ledger is told. */
export function applyConsume(c: Character, journal: Journal, cause: Cause, { kind, quantity }: Stack): void {
  must(checkConsume(c, kind, quantity));
  if (!quantity) return;
  journal.item(cause, kind, -quantity);
  let left = quantity;
  for (const item of bagItems(c).sort((a, b) => a.quantity - b.quantity)) {
    if (item.kind !== kind || !left) continue;
    left -= takeFrom(c, journal, item, Math.min(left, item.quantity));
  }
}

function takeFrom(c: Character, journal: Journal, item: Item, quantity: number): number {
  item.quantity -= quantity;
  if (item.quantity) journal.touch(item);
  else erase(c, journal, item);
  return quantity;
}

/** One named pile loses `quantity`; the caller has checked it. The ledger is told. */
export function applyConsumeItem(c: Character, journal: Journal, cause: Cause, id: string, quantity: number): void {
  const item = itemById(c, id);
  if (!item || item.quantity < quantity || quantity < 1) throw new Error('consumed what is not there');
  journal.item(cause, item.kind, -quantity);
  takeFrom(c, journal, item, quantity);
}

export function checkDrop(c: Character, id: string, quantity: number): Reason {
  const item = itemById(c, id);
  if (!item) return REASONS.noSuchItem;
  if (isBankSlot(item.slot)) return REASONS.notInBag;
  if (kindOf(item).quest) return REASONS.questItem;
  if (item.marks?.bound) return REASONS.bound;
  return quantity >= 1 && quantity <= item.quantity ? OK : REASONS.badQuantity;
}

/** Leaves the character but not the world: what comes back must be laid down in the same transaction. A part of a pile gets an id of its own. */
export function applyDrop(c: Character, journal: Journal, mint: Mint, id: string, quantity: number): Thing {
  must(checkDrop(c, id, quantity));
  const item = itemById(c, id)!;
  if (quantity < item.quantity) {
    takeFrom(c, journal, item, quantity);
    return { id: mint(), kind: item.kind, quantity };
  }
  erase(c, journal, item);
  return { id: item.id, kind: item.kind, quantity, moves: (item.moves ?? 0) + 1, marks: item.marks };
}

/** Out of the world for good: only out of the bag, and nothing that a quest still wants. */
export function checkDestroy(c: Character, id: string, quantity: number): Reason {
  const item = itemById(c, id);
  if (!item) return REASONS.noSuchItem;
  if (!isBagSlot(item.slot)) return REASONS.notInBag;
  if (kindOf(item).quest) return REASONS.questItem;
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= item.quantity ? OK : REASONS.badQuantity;
}

export function applyDestroy(c: Character, journal: Journal, id: string, quantity: number): void {
  must(checkDestroy(c, id, quantity));
  applyConsumeItem(c, journal, LEDGER.consumed, id, quantity);
}

// ---- moving about ----

/** May this item be worn in that slot by him? */
export function checkWear(c: Character, item: Item, slot: number): Reason {
  const kind = kindOf(item);
  const place = equipSlot(slot);
  if (!place || kind.slot !== place) return REASONS.wrongSlot;
  return kind.level <= c.level ? OK : REASONS.levelTooLow;
}

/** To bag slot 0..23 or worn slot 100..: moves, merges, swaps, or splits when `quantity` is less than the pile. */
export function checkMove(c: Character, id: string, slot: number, quantity: number): Reason {
  const item = itemById(c, id);
  if (!item || isBankSlot(item.slot)) return item ? REASONS.notInBag : REASONS.noSuchItem;
  if (!isBagSlot(slot) && !equipSlot(slot)) return REASONS.wrongSlot;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > item.quantity) return REASONS.badQuantity;
  if (slot === item.slot) return quantity === item.quantity ? OK : REASONS.badQuantity;
  const there = itemAt(c, slot);
  if (equipSlot(slot)) {
    if (quantity !== item.quantity) return REASONS.badQuantity;
    const fits = checkWear(c, item, slot);
    if (fits !== OK) return fits;
  }
  if (!there || merges(item, there, slot)) return OK;
  if (quantity !== item.quantity) return REASONS.badQuantity;
  // A swap: what lies there must fit where this one comes from.
  return equipSlot(item.slot) ? checkWear(c, there, item.slot) : OK;
}

export function merges(item: Item, there: Item, slot: number): boolean {
  return !equipSlot(slot) && !equipSlot(item.slot) && item.kind === there.kind && kindOf(there).stack > there.quantity;
}

export function applyMove(c: Character, journal: Journal, mint: Mint, id: string, slot: number, quantity: number): void {
  must(checkMove(c, id, slot, quantity));
  shift(c, journal, mint, itemById(c, id)!, slot, quantity);
}

/** Moves, merges, swaps or splits; the caller has checked it. What comes to be worn may bind itself to him. */
export function shift(c: Character, journal: Journal, mint: Mint, item: Item, slot: number, quantity: number): void {
  if (slot === item.slot) return;
  if (isBankSlot(slot) || isBankSlot(item.slot)) journal.bank = true;
  const there = itemAt(c, slot);
  if (!there) {
    if (quantity === item.quantity) item.slot = slot;
    else {
      item.quantity -= quantity;
      put(c, journal, { id: mint(), kind: item.kind, quantity, slot });
    }
  } else if (merges(item, there, slot)) {
    const more = Math.min(quantity, kindOf(there).stack - there.quantity);
    there.quantity += more;
    journal.touch(there);
    takeFrom(c, journal, item, more);
    return;
  } else {
    there.slot = item.slot;
    item.slot = slot;
    bind(there);
    journal.touch(there);
  }
  bind(item);
  journal.touch(item);
}

function bind(item: Item): void {
  if (equipSlot(item.slot) && bindsWhenWorn(kindOf(item))) item.marks = { ...item.marks, bound: true };
}
