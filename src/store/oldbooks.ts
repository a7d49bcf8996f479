// Old lines of the ledger come to sums, so that it grows with what is done of late and not with all that ever was. In: the time. Out: by character,
// cause and kind the same gold and things as before, in fewer rows. Each step is one transaction: whoever reads both tables in one question finds
// every line in exactly one of them, and a run that breaks off has lost and doubled nothing.
// A line may be told to D1 again until that has answered: one that was told again after all this time would count twice. Nothing waits so long.
import type { D1Database } from '@cloudflare/workers-types';
import { sql } from 'drizzle-orm';
import { ULID_TIME_LETTERS, ulid } from '../ulid';
import { statement } from './database';

/** So long everybody finds his lines one by one. */
export const LINES_KEPT_MS = 90 * 86_400_000;
const AT_ONCE = 1000;
/** What is left waits for the next run. Each step is one call, and a run may make a thousand of them. */
const MOST_STEPS = 500;

/** Who writes down what ceases while nobody has it in hand (keeper/keeper.ts). */
export const IS_KEEPER = sql`(region = 'market' OR region LIKE 'mailbox:%' OR region LIKE 'guild:%')`;

/** How many lines came to sums. */
export async function foldLedger(d1: D1Database, now_ms: number, most = MOST_STEPS): Promise<number> {
  const before = ulid(now_ms - LINES_KEPT_MS).slice(0, ULID_TIME_LETTERS);
  let folded = 0;
  let from = '';
  for (let step = 0; step < most; step++) {
    const characters = await foldSome(d1, before, from);
    folded += characters.length;
    if (characters.length < AT_ONCE) break;
    from = characters.reduce((last, character) => (character > last ? character : last));
  }
  return folded;
}

/** Some of the lines of before, from that character on: whose each was. */
async function foldSome(d1: D1Database, before: string, from: string): Promise<string[]> {
  const some = sql`FROM ledger WHERE character_id >= ${from} AND id < ${before} ORDER BY character_id, id LIMIT ${AT_ONCE}`;
  const [, gone] = await d1.batch<{ character_id: string }>(
    [
      sql`INSERT INTO ledger_sums(character_id, cause, kind, keeper, lines, gold_made, gold_destroyed, things_made, things_destroyed)
        SELECT character_id, cause, kind, ${IS_KEEPER} AS keeper, count(*), sum(max(gold, 0)), -sum(min(gold, 0)), sum(max(quantity, 0)),
          -sum(min(quantity, 0))
        FROM (SELECT * ${some}) GROUP BY character_id, cause, kind, keeper
        ON CONFLICT DO UPDATE SET lines = lines + excluded.lines, gold_made = gold_made + excluded.gold_made,
          gold_destroyed = gold_destroyed + excluded.gold_destroyed, things_made = things_made + excluded.things_made,
          things_destroyed = things_destroyed + excluded.things_destroyed`,
      sql`DELETE FROM ledger WHERE (character_id, id) IN (SELECT character_id, id ${some}) RETURNING character_id`,
    ].map(query => statement(d1, query)),
  );
  return gone.results.map(({ character_id }) => character_id);
}
