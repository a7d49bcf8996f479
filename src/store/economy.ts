// The books of the whole world as D1 has them: what was made, destroyed and moved by cause, and what the records hold. In: the database. Out: sums.
// One question reads the whole ledger, so whoever asks keeps the answer for a while.
import type { D1Database } from '@cloudflare/workers-types';
import { sql } from 'drizzle-orm';
import { LEDGER } from '../shared/rules/journal';
import { database } from './database';

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

const KEEPERS = sql`(region = 'market' OR region LIKE 'mailbox:%' OR region LIKE 'guild:%')`;
const MOVES = sql`(${LEDGER.sent}, ${LEDGER.received})`;

export async function readEconomy(d1: D1Database): Promise<Economy> {
  const db = database(d1);
  const [causes, [people], [things], [sent], [ceased]] = await Promise.all([
    db.all<CauseSums>(sql`
      SELECT cause, count(*) AS lines, sum(max(gold, 0)) AS gold_made, -sum(min(gold, 0)) AS gold_destroyed,
        sum(max(quantity, 0)) AS things_made, -sum(min(quantity, 0)) AS things_destroyed
      FROM ledger WHERE cause NOT IN ${MOVES} GROUP BY cause ORDER BY cause`),
    db.all<Omit<Records, 'things'>>(
      sql`SELECT count(*) AS characters, count(owner_region) AS out, coalesce(sum(gold), 0) AS gold FROM characters`,
    ),
    db.all<{ n: number }>(sql`SELECT coalesce(sum(quantity), 0) AS n FROM items`),
    db.all<Moved>(
      sql`SELECT -coalesce(sum(gold), 0) AS gold, -coalesce(sum(quantity), 0) AS things FROM ledger WHERE cause IN ${MOVES}`,
    ),
    db.all<Moved>(
      sql`SELECT -coalesce(sum(gold), 0) AS gold, -coalesce(sum(quantity), 0) AS things FROM ledger WHERE ${KEEPERS} AND cause NOT IN ${MOVES}`,
    ),
  ]);
  return { causes, records: { ...people, things: things.n }, sent, ceased };
}
