// Gold and things on their way between somebody's hands and whoever keeps or passes them on: mailboxes, the market, guilds. In: a character,
// what leaves or reaches him. Out: him changed, the journal told. What leaves is `sent` in his books, what reaches him `received`, so that
// over the world -sent - received is what lies in all those places and on the way.
import { BAG_SLOTS } from '../protocol/limits';
import type { Character } from './character';
import { applyDrop, applyTake, checkDrop, type Mint, type Thing } from './inventory';
import { type Cause, type Journal, LEDGER } from './journal';
import { OK, REASONS, type Reason } from './reasons';
import { MAX_GOLD } from './vendor';
import { bagItems, isBagSlot, itemById, kindOf } from './worn';

/** A parcel of kind `goods`: for a character in the region that takes it. The same, called `returned`, when he cannot have it. */
export interface Goods {
  /** The character. */
  readonly to: string;
  readonly gold: number;
  readonly things: readonly Thing[];
  /** Why he gets it: CAUSE_* of the toast. */
  readonly cause: number;
  /** Address of whoever takes it back when he has left the world or has no room. */
  readonly back: string;
  /** What that one knows it by. */
  readonly ref: string;
  /** Epoch of the last tombstone it followed; 0 at first. */
  readonly followed: number;
}

/** So many of something he has. */
export interface Piece {
  readonly item: string;
  readonly quantity: number;
}

/** May he part with all of it together? Only from the bag, nothing bound, nothing that a quest wants, no thing named twice. */
export function checkGive(c: Character, pieces: readonly Piece[], gold: number): Reason {
  if (!Number.isInteger(gold) || gold < 0) return REASONS.badQuantity;
  if (gold > c.gold) return REASONS.notEnoughGold;
  if (new Set(pieces.map(({ item }) => item)).size < pieces.length) return REASONS.badQuantity;
  for (const { item, quantity } of pieces) {
    const reason = checkGiveOne(c, item, quantity);
    if (reason !== OK) return reason;
  }
  return OK;
}

export function checkGiveOne(c: Character, id: string, quantity: number): Reason {
  const item = itemById(c, id);
  if (item && !isBagSlot(item.slot)) return REASONS.notInBag;
  return Number.isInteger(quantity) ? checkDrop(c, id, quantity) : REASONS.badQuantity;
}

/** Out of his hands, into somebody's who takes it in the same transaction. No ledger: it stays in the region's books. */
export function applyGive(c: Character, journal: Journal, mint: Mint, pieces: readonly Piece[], gold: number): Thing[] {
  const reason = checkGive(c, pieces, gold);
  if (reason !== OK) throw new Error(`gave what the check refuses: ${reason}`);
  journal.character = true;
  c.gold -= gold;
  return pieces.map(({ item, quantity }) => applyDrop(c, journal, mint, item, quantity));
}

/** Room for all of it, and a purse that holds so much? Exact: a pile melts into others, a marked thing needs a place. */
export function checkReceive(c: Character, gold: number, things: readonly Thing[]): Reason {
  if (c.gold + gold > MAX_GOLD) return REASONS.purseFull;
  let free = BAG_SLOTS - bagItems(c).length;
  const room = new Map<number, number>();
  for (const { kind, quantity, marks } of things) {
    const { stack } = kindOf({ kind });
    const inPiles = room.get(kind) ?? roomInPiles(c, kind, stack);
    const left = marks ? quantity : Math.max(0, quantity - inPiles);
    if (!marks) room.set(kind, inPiles - (quantity - left));
    if (!left) continue;
    free--;
    if (!marks) room.set(kind, (room.get(kind) ?? 0) + stack - left);
  }
  return free < 0 ? REASONS.bagFull : OK;
}

const roomInPiles = (c: Character, kind: number, stack: number): number =>
  bagItems(c).reduce((sum, item) => sum + (item.kind === kind && !item.marks ? Math.max(0, stack - item.quantity) : 0), 0);

/** Into his bag and purse, things under the ids they had unless they melt into piles. No ledger. */
export function applyReceive(c: Character, journal: Journal, gold: number, things: readonly Thing[]): void {
  const reason = checkReceive(c, gold, things);
  if (reason !== OK) throw new Error(`received what the check refuses: ${reason}`);
  journal.character = true;
  c.gold += gold;
  for (const thing of things) applyTake(c, journal, thing);
}

// ---- out of a region and into one ----

/** As applyGive, but what he gives goes into a parcel that is put down in the same transaction. */
export function applySend(c: Character, journal: Journal, mint: Mint, pieces: readonly Piece[], gold: number): Thing[] {
  const things = applyGive(c, journal, mint, pieces, gold);
  bookGoods(journal, LEDGER.sent, -gold, things, -1);
  return things;
}

/** As applyReceive, but it comes out of a parcel. */
export function applyArrive(c: Character, journal: Journal, gold: number, things: readonly Thing[]): void {
  applyReceive(c, journal, gold, things);
  bookGoods(journal, LEDGER.received, gold, things, 1);
}

function bookGoods(journal: Journal, cause: Cause, gold: number, things: readonly Thing[], sign: 1 | -1): void {
  journal.gold(cause, gold);
  for (const { kind, quantity } of things) journal.item(cause, kind, sign * quantity);
}
