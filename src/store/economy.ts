// The books of the whole world as D1 has them: what was made, destroyed and moved by cause, and what the records hold. In: the database. Out: sums.
// One question reads the whole ledger, so whoever asks keeps the answer for a while.
import type { D1Database } from '@cloudflare/workers-types';
import { sql } from 'drizzle-orm';
import { LEDGER } from '../shared/rules/journal';
import { database } from './database';
import { IS_KEEPER } from './oldbooks';

export interface CauseSums {
  cause: number;
  lines: number;
  gold_made: number;
  gold_destroyed: number;
  things_made: number;
  things_destroyed: number;
}
export interface Records {
  characters: number;
  /** Whom a region has out just now: what they did in the last half minute is not in the records yet. */
  out: number;
  gold: number;
  things: number;
}
export interface Moved {
  /** Left characters for keepers, less what came back. */
  gold: number;
  things: number;
}
export interface Economy {
  causes: CauseSums[];
  records: Records;
  sent: Moved;
  /** What ceased while a keeper had it. */
  ceased: Moved;
}

/** Moves between characters and keepers: nothing is made or destroyed by them. */
const MOVES: ReadonlySet<number> = new Set([LEDGER.sent, LEDGER.received]);

export async function readEconomy(d1: D1Database): Promise<Economy> {
  const db = database(d1);
  const [books, [people], [things]] = await Promise.all([
    // In one question: a line that is folded into a sum meanwhile is in one of the two.
    db.all<Booked>(sql`
      SELECT cause, keeper, sum(lines) AS lines, sum(gold_made) AS gold_made, sum(gold_destroyed) AS gold_destroyed,
        sum(things_made) AS things_made, sum(things_destroyed) AS things_destroyed
      FROM (
        SELECT cause, ${IS_KEEPER} AS keeper, count(*) AS lines, sum(max(gold, 0)) AS gold_made, -sum(min(gold, 0)) AS gold_destroyed,
          sum(max(quantity, 0)) AS things_made, -sum(min(quantity, 0)) AS things_destroyed
        FROM ledger GROUP BY cause, keeper
        UNION ALL
        SELECT cause, keeper, lines, gold_made, gold_destroyed, things_made, things_destroyed FROM ledger_sums
      ) GROUP BY cause, keeper ORDER BY cause`),
    db.all<Omit<Records, 'things'>>(
      sql`SELECT count(*) AS characters, count(owner_region) AS out, coalesce(sum(gold), 0) AS gold FROM characters`,
    ),
    db.all<{ n: number }>(sql`SELECT coalesce(sum(quantity), 0) AS n FROM items`),
  ]);
  const [moves, rest] = [books.filter(({ cause }) => MOVES.has(cause)), books.filter(({ cause }) => !MOVES.has(cause))];
  return {
    causes: [...Map.groupBy(rest, ({ cause }) => cause).values()].map(together),
    records: { ...people, things: things.n },
    sent: goneOf(moves),
    ceased: goneOf(rest.filter(({ keeper }) => keeper)),
  };
}

/** A cause's lines, by whether a keeper wrote them. */
type Booked = CauseSums & { keeper: number };

function together(rows: readonly Booked[]): CauseSums {
  const sum = (of: Exclude<keyof CauseSums, 'cause'>): number => rows.reduce((total, row) => total + row[of], 0);
  return {
    cause: rows[0].cause,
    lines: sum('lines'),
    gold_made: sum('gold_made'),
    gold_destroyed: sum('gold_destroyed'),
    things_made: sum('things_made'),
    things_destroyed: sum('things_destroyed'),
  };
}

function goneOf(rows: readonly Booked[]): Moved {
  return {
    gold: rows.reduce((total, row) => total + row.gold_destroyed - row.gold_made, 0),
    things: rows.reduce((total, row) => total + row.things_destroyed - row.things_made, 0),
  };
}
