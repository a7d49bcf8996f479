// The Durable Object of the market, one for the whole world: sole keeper of what is offered and of what is set aside for it. In: orders, as
// parcels; cancellations; time. Out: letters to mailboxes, put down in the transaction in which orders meet or end. A thing is with a character,
// in an order or in a letter, never in two of them.
import { KEEPER_TABLES, Keeper } from '../keeper/keeper';
import type { Address, Env, MarketPort, OwnOrder, WarePage } from '../ports';
import type { Thing } from '../shared/rules/inventory';
import { LEDGER } from '../shared/rules/journal';
import { LETTER_MS, type Letter, type LetterKind } from '../shared/rules/mail';
import { MOST_ORDERS, ORDER_MS, type Order, pileUp, type Ware } from '../shared/rules/market';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { type Search, type SearchPage, search } from '../shared/rules/search';
import { ulid } from '../ulid';
import { BOOK_TABLES, Book, type Standing } from './book';
import { type Fill, meet } from './meeting';
import { PRICE_TABLES, Prices } from './prices';

const VERSIONS: readonly string[] = [`${KEEPER_TABLES} ${BOOK_TABLES} ${PRICE_TABLES}`];
/** So many run out in one transaction; the alarm comes again for more. */
const EXPIRED_AT_ONCE = 200;
const LEVELS = 20;
const TRADED_DAYS = 7;

/** What a letter of the market says and holds. */
interface Outcome {
  readonly kind: LetterKind;
  readonly ware: Ware;
  readonly quantity: number;
  /** Of one piece; 0: nothing was sold. */
  readonly price: number;
  readonly cut: number;
  readonly gold: number;
  readonly things: readonly Thing[];
}

export class Market extends Keeper implements MarketPort {
  private kept?: Book;
  private charts?: Prices;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env, VERSIONS);
  }

  /** Keeper asks for it before this class is finished. */
  private get book(): Book {
    this.kept ??= new Book(this.sql);
    return this.kept;
  }

  private get prices(): Prices {
    this.charts ??= new Prices(this.sql);
    return this.charts;
  }

  protected get address(): Address {
    return 'market';
  }

  async browse(wanted: Search): Promise<SearchPage> {
    const now_ms = Date.now();
    const offered = this.book.summary(now_ms);
    const known = new Set(offered.map(({ kind, quality }) => `${kind}.${quality}`));
    // What was sold lately has a price, though nobody offers any just now.
    const traded = this.prices.traded(now_ms, TRADED_DAYS).filter(({ kind, quality }) => !known.has(`${kind}.${quality}`));
    return search([...offered, ...traded.map(ware => ({ ...ware, ask: 0, asked: 0, bid: 0, wanted: 0 }))], wanted);
  }

  async ware(ware: Ware): Promise<WarePage> {
    const now_ms = Date.now();
    return {
      asks: this.book.levels(ware, 'sell', now_ms, LEVELS),
      bids: this.book.levels(ware, 'buy', now_ms, LEVELS),
      hours: this.prices.hours(ware, now_ms),
      days: this.prices.days(ware, now_ms),
    };
  }

  async orders(character: string): Promise<OwnOrder[]> {
    return this.book.of(character).map(({ id, side, ware, price, quantity, whole, until_ms, gold }) => {
      return { id, side, ...ware, price, quantity, whole, until_ms, gold };
    });
  }

  /** Everything that it still holds goes back, but the deposit. The second time there is no such order. */
  async cancel(character: string, id: string): Promise<Reason> {
    const order = this.book.get(id);
    if (order?.character !== character) return REASONS.noSuchOrder;
    this.transaction(() => this.end(order, Date.now()));
    this.settle();
    return OK;
  }

  async close(character: string): Promise<void> {
    const now_ms = Date.now();
    const cause = LEDGER.deleted;
    this.transaction(() => {
      for (const { id, gold, things } of this.book.of(character)) {
        this.book.remove(id);
        this.bookCeased({ character, cause, gold: -gold, kind: 0, quantity: 0 }, now_ms);
        for (const { kind, quantity } of things) this.bookCeased({ character, cause, gold: 0, kind, quantity: -quantity }, now_ms);
      }
    });
    this.settle();
  }

  async holdings(): Promise<{ gold: number; things: number; orders: number }> {
    return this.book.holdings();
  }

  protected take(kind: string, body: unknown, now_ms: number): () => void {
    if (kind !== 'order') throw new Error(`no parcel for the market is called ${kind}`);
    const order = body as Order;
    if (this.book.count(order.character) >= MOST_ORDERS) {
      // He pays nothing for what never stood.
      const { ware, quantity, gold, things } = order;
      this.write(order.character, { kind: 'ended', ware, quantity, price: 0, cut: 0, gold, things }, now_ms);
    } else this.stand({ ...order, whole: order.quantity, seq: this.book.nextSeq(), until_ms: now_ms + ORDER_MS }, now_ms);
    return () => undefined;
  }

  protected expire(now_ms: number): void {
    for (const order of this.book.expired(now_ms, EXPIRED_AT_ONCE)) this.end(order, now_ms);
    this.prices.forget(now_ms);
  }

  protected expiry_ms(): number {
    return this.book.nextExpiry_ms();
  }

  private stand(order: Standing, now_ms: number): void {
    const fills = meet(this.book, order, now_ms, () => ulid(now_ms));
    for (const { ware, price, quantity, cut, seller } of fills) {
      this.prices.note(ware, price, quantity, now_ms);
      this.bookCeased({ character: seller, cause: LEDGER.marketCut, gold: -cut, kind: 0, quantity: 0 }, now_ms);
    }
    for (const [seller, sales] of Map.groupBy(fills, fill => fill.seller)) this.write(seller, sold(sales), now_ms);
    for (const [buyer, buys] of Map.groupBy(fills, fill => fill.buyer)) this.write(buyer, bought(buys), now_ms);
  }

  /** Ran out or was taken back. What was set aside goes back, a deposit ceases. */
  private end(order: Standing, now_ms: number): void {
    const { id, character, side, ware, quantity, things, gold } = order;
    this.book.remove(id);
    const deposit = side === 'sell' ? gold : 0;
    this.bookCeased({ character, cause: LEDGER.marketDeposit, gold: -deposit, kind: 0, quantity: 0 }, now_ms);
    this.write(character, { kind: 'ended', ware, quantity, price: 0, cut: deposit, gold: gold - deposit, things }, now_ms);
  }

  private write(to: string, { kind, ware, quantity, price, cut, gold, things }: Outcome, now_ms: number): void {
    const head = { id: ulid(now_ms), to, from: '', name: '', kind, subject: '', text: '', cod: 0 };
    const facts = [ware.kind, ware.quality, quantity, price, cut];
    const letter: Letter = { ...head, gold, things: pileUp(things), facts, at_ms: now_ms, until_ms: now_ms + LETTER_MS };
    this.transfers.send(`mailbox:${to}`, 'letter', JSON.stringify(letter));
  }
}

const sum = (fills: readonly Fill[], of: (fill: Fill) => number): number => fills.reduce((total, fill) => total + of(fill), 0);

function together(fills: readonly Fill[]) {
  const quantity = sum(fills, fill => fill.quantity);
  const price = Math.round(sum(fills, fill => fill.quantity * fill.price) / quantity);
  return { ware: fills[0].ware, quantity, price };
}

function sold(fills: readonly Fill[]): Outcome {
  const [gold, cut] = [sum(fills, ({ earned }) => earned), sum(fills, fill => fill.cut)];
  return { kind: 'sold', ...together(fills), cut, gold, things: [] };
}

function bought(fills: readonly Fill[]): Outcome {
  const things = fills.flatMap(fill => fill.things);
  return { kind: 'bought', ...together(fills), cut: 0, gold: sum(fills, ({ change }) => change), things };
}
