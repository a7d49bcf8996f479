// How a new order meets those that stand: the best price first, the oldest of equal ones first, at the price of the one that stood. In: the book
// and an order, inside the transaction that takes its parcel. Out: fills written in the book, and what each of the two gets.
import type { Thing } from '../shared/rules/inventory';
import { cutOf, depositBack, type Order, takeThings, type Ware } from '../shared/rules/market';
import type { Book, Standing } from './book';

export interface Fill {
  readonly ware: Ware;
  readonly seller: string;
  readonly buyer: string;
  readonly quantity: number;
  /** Of one piece. */
  readonly price: number;
  /** What the market keeps of it. */
  readonly cut: number;
  readonly things: readonly Thing[];
  /** To the seller: what was paid less the cut, and his deposit for these. */
  readonly earned: number;
  /** To the buyer: what he had set aside beyond the price. */
  readonly change: number;
}

/** The fills; what is left of the order stands in the book from now on. */
export function meet(book: Book, order: Standing, now_ms: number, mint: () => string): Fill[] {
  const fills: Fill[] = [];
  let taker = order;
  while (taker.quantity) {
    const maker = book.best(taker, now_ms);
    if (!maker) break;
    const [sale, wish] = taker.side === 'sell' ? [taker, maker] : [maker, taker];
    const quantity = Math.min(taker.quantity, maker.quantity);
    const fill = fillOf(sale, wish, quantity, maker.price, mint);
    const { left } = fill;
    keep(book, maker, maker === sale ? left.sale : left.wish);
    taker = { ...taker, ...(taker === sale ? left.sale : left.wish) };
    fills.push(fill.fill);
  }
  if (taker.quantity) book.put(taker);
  return fills;
}

type Left = Pick<Order, 'quantity' | 'things' | 'gold'>;

function fillOf(sale: Standing, wish: Standing, quantity: number, price: number, mint: () => string) {
  const { taken, left } = takeThings(sale.things, quantity, mint);
  const deposit = depositBack(sale.gold, sale.quantity, quantity);
  const cut = cutOf(price * quantity);
  const earned = price * quantity - cut + deposit;
  const change = (wish.price - price) * quantity;
  const parties = { ware: sale.ware, seller: sale.character, buyer: wish.character };
  const fill: Fill = { ...parties, quantity, price, cut, things: taken, earned, change };
  return {
    fill,
    left: {
      sale: { quantity: sale.quantity - quantity, things: left, gold: sale.gold - deposit } satisfies Left,
      wish: { quantity: wish.quantity - quantity, things: [], gold: wish.gold - wish.price * quantity } satisfies Left,
    },
  };
}

function keep(book: Book, order: Standing, left: Left): void {
  if (left.quantity) book.put({ ...order, ...left });
  else book.remove(order.id);
}
