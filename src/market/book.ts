// The orders of the market as rows. In: orders and what becomes of them, inside the caller's transaction. Out: orders by price and time, sums by
// ware. Sell orders hold things and a deposit, buy orders gold.
import type { Thing } from '../shared/rules/inventory';
import type { Order, Ware } from '../shared/rules/market';
import type { Offered } from '../shared/rules/search';

export const BOOK_TABLES = `
  -- side 0 sells, 1 buys. seq: in the order of arrival.
  CREATE TABLE orders (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, side INTEGER NOT NULL, kind INTEGER NOT NULL, quality INTEGER NOT NULL, price INTEGER NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0), whole INTEGER NOT NULL, seq INTEGER NOT NULL, until_ms INTEGER NOT NULL,
    things TEXT NOT NULL, gold INTEGER NOT NULL CHECK (gold >= 0)
  ) WITHOUT ROWID;
  CREATE INDEX orders_meet ON orders (kind, quality, side, price, seq);
  CREATE INDEX orders_owner ON orders (owner);
  CREATE INDEX orders_end ON orders (until_ms);
  CREATE TABLE arrival (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL);
  INSERT INTO arrival VALUES (1, 0);
`;

export interface Standing extends Order {
  /** How many it was for at first. */
  readonly whole: number;
  readonly seq: number;
  readonly until_ms: number;
}
/** What is offered and asked for of one ware; 0: nothing. */
export type Summary = Offered;
export interface Level {
  readonly price: number;
  readonly quantity: number;
}

type OrderRow = Record<string, SqlStorageValue> & {
  id: string;
  owner: string;
  side: number;
  kind: number;
  quality: number;
  price: number;
  quantity: number;
  whole: number;
  seq: number;
  until_ms: number;
  things: string;
  gold: number;
};

export class Book {
  private sums: { rows: Summary[]; until_ms: number } | null = null;

  constructor(private readonly sql: SqlStorage) {}

  nextSeq(): number {
    return this.sql.exec<{ seq: number }>('UPDATE arrival SET seq = seq + 1 RETURNING seq').one().seq;
  }

  put({ id, character, side, ware, price, quantity, whole, seq, until_ms, things, gold }: Standing): void {
    this.sums = null;
    const query = 'INSERT OR REPLACE INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
    const { kind, quality } = ware;
    const goods = JSON.stringify(things);
    this.sql.exec(query, id, character, sideNumber(side), kind, quality, price, quantity, whole, seq, until_ms, goods, gold);
  }

  remove(id: string): void {
    this.sums = null;
    this.sql.exec('DELETE FROM orders WHERE id = ?', id);
  }

  get(id: string): Standing | null {
    const [row] = this.sql.exec<OrderRow>('SELECT * FROM orders WHERE id = ?', id);
    return row ? read(row) : null;
  }

  /** The best order that a new one meets, by price, then by time; never his own. */
  best({ side, ware, price, character }: Order, now_ms: number): Standing | null {
    const isSale = side === 'sell';
    const [row] = this.sql.exec<OrderRow>(
      `SELECT * FROM orders WHERE kind = ? AND quality = ? AND side = ? AND price ${isSale ? '>=' : '<='} ? AND until_ms > ? AND owner != ?
       ORDER BY price ${isSale ? 'DESC' : 'ASC'}, seq LIMIT 1`,
      ware.kind,
      ware.quality,
      isSale ? 1 : 0,
      price,
      now_ms,
      character,
    );
    return row ? read(row) : null;
  }

  of(character: string): Standing[] {
    return this.sql.exec<OrderRow>('SELECT * FROM orders WHERE owner = ? ORDER BY seq', character).toArray().map(read);
  }

  count(character: string): number {
    return this.sql.exec<{ n: number }>('SELECT count(*) AS n FROM orders WHERE owner = ?', character).one().n;
  }

  expired(now_ms: number, most: number): Standing[] {
    return this.sql
      .exec<OrderRow>('SELECT * FROM orders WHERE until_ms <= ? ORDER BY until_ms LIMIT ?', now_ms, most)
      .toArray()
      .map(read);
  }

  nextExpiry_ms(): number {
    return this.sql.exec<{ at: number | null }>('SELECT min(until_ms) AS at FROM orders').one().at ?? Infinity;
  }

  /** Of every ware that is offered or asked for. Kept until something changes or runs out. */
  summary(now_ms: number): readonly Summary[] {
    if (this.sums && now_ms < this.sums.until_ms) return this.sums.rows;
    const rows = this.sql
      .exec<Summary & Record<string, SqlStorageValue>>(
        `SELECT kind, quality,
           coalesce(min(CASE WHEN side = 0 THEN price END), 0) AS ask, sum(CASE WHEN side = 0 THEN quantity ELSE 0 END) AS asked,
           coalesce(max(CASE WHEN side = 1 THEN price END), 0) AS bid, sum(CASE WHEN side = 1 THEN quantity ELSE 0 END) AS wanted
         FROM orders WHERE until_ms > ? GROUP BY kind, quality`,
        now_ms,
      )
      .toArray();
    this.sums = { rows, until_ms: this.nextExpiry_ms() };
    return rows;
  }

  /** Copper and pieces in all orders, and how many these are. */
  holdings(): { gold: number; things: number; orders: number } {
    const query =
      'SELECT coalesce(sum(gold), 0) AS gold, coalesce(sum(CASE WHEN side = 0 THEN quantity END), 0) AS things, count(*) AS orders FROM orders';
    return this.sql.exec<{ gold: number; things: number; orders: number }>(query).one();
  }

  /** Prices at which that ware is sold (cheapest first) or bought (dearest first), and how much at each. */
  levels({ kind, quality }: Ware, side: Order['side'], now_ms: number, most: number): Level[] {
    return this.sql
      .exec<Level & Record<string, SqlStorageValue>>(
        `SELECT price, sum(quantity) AS quantity FROM orders WHERE kind = ? AND quality = ? AND side = ? AND until_ms > ?
         GROUP BY price ORDER BY price ${side === 'sell' ? 'ASC' : 'DESC'} LIMIT ?`,
        kind,
        quality,
        sideNumber(side),
        now_ms,
        most,
      )
      .toArray();
  }
}

const sideNumber = (side: Order['side']): number => (side === 'sell' ? 0 : 1);

function read({ owner, side, kind, quality, things, ...row }: OrderRow): Standing {
  return {
    ...row,
    character: owner,
    side: side === 0 ? 'sell' : 'buy',
    ware: { kind, quality },
    things: JSON.parse(things) as Thing[],
  };
}
