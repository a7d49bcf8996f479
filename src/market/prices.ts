// What was paid, by hour for a week and by day for a year. In: every sale, inside its transaction. Out: lowest, highest, average and volume for charts.
import type { PricePoint } from '../ports';
import type { Ware } from '../shared/rules/market';

export const PRICE_TABLES = `
  -- span 0: an hour, 1: a day; at: so many of them since 1970. turnover: copper paid for all of it.
  CREATE TABLE price (
    kind INTEGER NOT NULL, quality INTEGER NOT NULL, span INTEGER NOT NULL, at INTEGER NOT NULL,
    low INTEGER NOT NULL, high INTEGER NOT NULL, volume INTEGER NOT NULL, turnover INTEGER NOT NULL,
    PRIMARY KEY (kind, quality, span, at)
  ) WITHOUT ROWID;
`;

type PriceRow = Record<string, SqlStorageValue> & { at: number; low: number; high: number; volume: number; turnover: number };

const HOUR_MS = 3_600_000;
const SPANS = [
  { ms: HOUR_MS, kept: 7 * 24 },
  { ms: 24 * HOUR_MS, kept: 366 },
] as const;

export class Prices {
  /** What `traded` found: whoever looks at the market asks for it, and it takes the whole table to tell. */
  private sold: { since: number; wares: Ware[] } | null = null;

  constructor(private readonly sql: SqlStorage) {}

  note({ kind, quality }: Ware, price: number, quantity: number, now_ms: number): void {
    if (!this.sold?.wares.some(ware => ware.kind === kind && ware.quality === quality)) this.sold = null;
    for (const [span, { ms }] of SPANS.entries()) {
      this.sql.exec(
        `INSERT INTO price VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
           low = min(low, excluded.low), high = max(high, excluded.high), volume = volume + excluded.volume, turnover = turnover + excluded.turnover`,
        kind,
        quality,
        span,
        Math.floor(now_ms / ms),
        price,
        price,
        quantity,
        price * quantity,
      );
    }
  }

  /** Oldest first; spans in which nothing was sold are left out. */
  hours(ware: Ware, now_ms: number): PricePoint[] {
    return this.points(ware, 0, now_ms);
  }

  days(ware: Ware, now_ms: number): PricePoint[] {
    return this.points(ware, 1, now_ms);
  }

  /** Wares that were sold within the last days. Kept until the day is over or another one is sold. */
  traded(now_ms: number, days: number): readonly Ware[] {
    const since = Math.floor(now_ms / SPANS[1].ms) - days;
    if (this.sold?.since === since) return this.sold.wares;
    const query = 'SELECT DISTINCT kind, quality FROM price WHERE span = 1 AND at > ?';
    const wares = this.sql.exec<Ware & Record<string, SqlStorageValue>>(query, since).toArray();
    this.sold = { since, wares };
    return wares;
  }

  /** What is older than what is shown. */
  forget(now_ms: number): void {
    for (const [span, { ms, kept }] of SPANS.entries()) {
      this.sql.exec('DELETE FROM price WHERE span = ? AND at < ?', span, Math.floor(now_ms / ms) - kept);
    }
  }

  private points({ kind, quality }: Ware, span: 0 | 1, now_ms: number): PricePoint[] {
    const { ms, kept } = SPANS[span];
    const query = 'SELECT * FROM price WHERE kind = ? AND quality = ? AND span = ? AND at > ? ORDER BY at';
    const rows = this.sql.exec<PriceRow>(query, kind, quality, span, Math.floor(now_ms / ms) - kept).toArray();
    return rows.map(({ at, low, high, volume, turnover }) => ({
      at_ms: at * ms,
      low,
      high,
      volume,
      average: Math.round(turnover / volume),
    }));
  }
}
