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
  constructor(private readonly sql: SqlStorage) {}

  note({ kind, quality }: Ware, price: number, quantity: number, now_ms: number): void {
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

  /** Wares that were sold within the last days. */
  traded(now_ms: number, days: number): Ware[] {
    const query = 'SELECT DISTINCT kind, quality FROM price WHERE span = 1 AND at > ?';
    return this.sql.exec<Ware & Record<string, SqlStorageValue>>(query, Math.floor(now_ms / SPANS[1].ms) - days).toArray();
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
