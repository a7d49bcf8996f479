// The market over the whole world: what may be offered and asked for, what it costs, and how orders meet. In: characters, orders. Out: why not,
// or who gives what to whom. Pure: the market's object (src/market) keeps the orders, panels check with the same words.
import { items } from '../content';
import type { ItemKind } from '../content/kinds';
import type { Character } from './character';
import { checkGive, type Piece } from './goods';
import type { Thing } from './inventory';
import { OK, REASONS, type Reason } from './reasons';
import { MAX_GOLD } from './vendor';
import { itemById } from './worn';

/** An order lies for so long. */
export const ORDER_MS = 48 * 3_600_000;
export const MOST_ORDERS = 40;
/** Piles in one order: what comes of it has to fit into a bag some time. */
export const ORDER_PILES = 8;
/** Of one piece, in copper. */
export const MOST_PRICE = 20_000_000;
const DEPOSIT_PERCENT = 2;
const CUT_PERCENT = 5;

/** What is traded: things of a kind and a quality are alike. */
export interface Ware {
  readonly kind: number;
  readonly quality: number;
}

/** Given back with every piece that is sold; lost with what is not. */
export const depositFor = (price: number, quantity: number): number =>
  Math.max(1, Math.floor((price * quantity * DEPOSIT_PERCENT) / 100));
/** What the market keeps of what a buyer paid. */
export const cutOf = (paid: number): number => Math.min(paid - 1, Math.ceil((paid * CUT_PERCENT) / 100));

export const isTraded = ({ quest }: ItemKind): boolean => !quest;

export function checkPrice(price: number, quantity: number): Reason {
  if (!Number.isInteger(price) || price < 1 || price > MOST_PRICE) return REASONS.badPrice;
  return price * quantity > MAX_GOLD / 2 ? REASONS.badPrice : OK;
}

/** What these piles are, if they are all alike and may be sold; else the reason why not. */
export function wareOf(c: Character, pieces: readonly Piece[]): { ware: Ware; quantity: number } | Reason {
  if (!pieces.length) return REASONS.noSuchItem;
  if (pieces.length > ORDER_PILES) return REASONS.tooManyThings;
  const reason = checkGive(c, pieces, 0);
  if (reason !== OK) return reason;
  const things = pieces.map(({ item }) => itemById(c, item)!);
  const [{ kind, marks }] = things;
  const quality = marks?.quality ?? 0;
  if (things.some(thing => thing.kind !== kind || (thing.marks?.quality ?? 0) !== quality)) return REASONS.notTraded;
  if (things.some(thing => thing.marks?.wear)) return REASONS.wornDown;
  if (!isTraded(items.get(kind)!)) return REASONS.notTraded;
  return { ware: { kind, quality }, quantity: pieces.reduce((sum, piece) => sum + piece.quantity, 0) };
}

export function checkSellOrder(c: Character, pieces: readonly Piece[], price: number, isInTown: boolean): Reason {
  if (!isInTown) return REASONS.notInTown;
  const ware = wareOf(c, pieces);
  if (typeof ware === 'number') return ware;
  const reason = checkPrice(price, ware.quantity);
  if (reason !== OK) return reason;
  return c.gold < depositFor(price, ware.quantity) ? REASONS.notEnoughGold : OK;
}

export function checkBuyOrder(c: Character, { kind, quality }: Ware, price: number, quantity: number, isInTown: boolean): Reason {
  if (!isInTown) return REASONS.notInTown;
  const ware = items.get(kind);
  if (!ware || !isTraded(ware) || quality > 3 || (quality && !ware.slot)) return REASONS.notTraded;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > ORDER_PILES * ware.stack) return REASONS.badQuantity;
  const reason = checkPrice(price, quantity);
  if (reason !== OK) return reason;
  return c.gold < price * quantity ? REASONS.notEnoughGold : OK;
}

// ---- parcels for the market ----

/** A parcel of kind `order`, with all that it needs: things and the deposit of whoever sells, the gold of whoever buys. */
export interface Order {
  readonly id: string;
  readonly character: string;
  readonly side: 'sell' | 'buy';
  readonly ware: Ware;
  readonly price: number;
  readonly quantity: number;
  readonly things: readonly Thing[];
  readonly gold: number;
}

// ---- meeting ----

/** Of what lies in an order: how many are taken first, with what is left. Whole piles keep their ids; a part gets a new one. */
export function takeThings(things: readonly Thing[], quantity: number, mint: () => string): { taken: Thing[]; left: Thing[] } {
  const taken: Thing[] = [];
  const left: Thing[] = [];
  let missing = quantity;
  for (const thing of things) {
    const part = Math.min(missing, thing.quantity);
    missing -= part;
    if (part === thing.quantity) taken.push(thing);
    else {
      if (part) taken.push({ ...thing, id: mint(), quantity: part, moves: 0 });
      left.push({ ...thing, quantity: thing.quantity - part });
    }
  }
  if (missing) throw new Error('an order holds less than it says');
  return { taken, left };
}

/** The part of a deposit that goes back when `sold` of `quantity` are sold; the last piece brings back all that is left of it. */
export const depositBack = (deposit: number, quantity: number, sold: number): number =>
  sold === quantity ? deposit : Math.floor((deposit * sold) / quantity);

/** Loose things melt into piles as they would in a bag; a pile keeps the id of its first. */
export function pileUp(things: readonly Thing[]): Thing[] {
  const piles: Thing[] = [];
  for (const thing of things) {
    let { quantity } = thing;
    const stack = items.get(thing.kind)?.stack ?? 1;
    const pile = thing.marks ? undefined : piles.find(other => other.kind === thing.kind && !other.marks && other.quantity < stack);
    if (pile) {
      const more = Math.min(quantity, stack - pile.quantity);
      pile.quantity += more;
      quantity -= more;
    }
    if (quantity) piles.push({ ...thing, quantity });
  }
  return piles;
}
