// Accounts in D1: made for a guest, exported and deleted for whoever asks for his own.
import type { D1Database } from '@cloudflare/workers-types';
import { eq, sql } from 'drizzle-orm';
import { ulid } from '../ulid';
import { database, statement } from './database';
import { accounts, bans, sessions } from './schema';
import { newToken, sessionRow } from './sessions';

/** A new account, and the token that opens it. */
export async function createGuest(d1: D1Database, nowMs: number, device = ''): Promise<{ account: string; token: string }> {
  const token = newToken();
  const account = ulid(nowMs);
  const db = database(d1);
  await db.batch([
    db.insert(accounts).values({ id: account, createdMs: nowMs }),
    db.insert(sessions).values(await sessionRow(token, account, device, nowMs)),
  ]);
  return { account, token };
}

/** Everything that is kept of an account, as plain data: no secrets, no hashes, no keys. */
export async function exportAccount(d1: D1Database, account: string): Promise<Record<string, unknown>> {
  const db = database(d1);
  const of = async (query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> => db.all(query);
  const [who] = await of(sql`SELECT id, created_ms, role, muted_until_ms FROM accounts WHERE id = ${account}`);
  const characters = await of(sql`
    SELECT id, place, name, covenant, look, level, xp, gold, quests, done, pois, life, soft, last_region, created_ms, updated_ms
    FROM characters WHERE account_id = ${account} ORDER BY place`);
  const mine = sql`character_id IN (SELECT id FROM characters WHERE account_id = ${account})`;
  return {
    account: who,
    characters: characters.map(row => ({ ...row, ...unpacked(row, ['quests', 'done', 'pois', 'life', 'soft']) })),
    items: await of(sql`SELECT id, character_id, kind, quantity, slot, marks FROM items WHERE ${mine} ORDER BY character_id, slot`),
    ledger: await of(sql`SELECT id, region, character_id, cause, gold, kind, quantity FROM ledger WHERE ${mine} ORDER BY id`),
    // What older lines came to (oldbooks.ts).
    ledger_sums: await of(sql`
      SELECT character_id, cause, kind, sum(lines) AS lines, sum(gold_made) AS gold_made, sum(gold_destroyed) AS gold_destroyed,
        sum(things_made) AS things_made, sum(things_destroyed) AS things_destroyed
      FROM ledger_sums WHERE ${mine} GROUP BY character_id, cause, kind`),
    sessions: await of(sql`SELECT id, device, created_ms, used_ms FROM sessions WHERE account_id = ${account} ORDER BY created_ms`),
    passkeys: await of(sql`SELECT device, transports, created_ms, used_ms FROM passkeys WHERE account_id = ${account}`),
    bans: await of(sql`SELECT reason, at_ms, until_ms, lifted_ms, appeal, appealed_ms FROM bans WHERE account_id = ${account}`),
  };
}

const unpacked = (row: Record<string, unknown>, columns: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(columns.map(column => [column, JSON.parse(String(row[column] ?? 'null'))]));

/** Removes an account that has no characters any more, with everything that opens it. What the staff did to it stays on record. */
export async function deleteAccount(d1: D1Database, account: string): Promise<boolean> {
  const empty = sql`NOT EXISTS (SELECT 1 FROM characters WHERE account_id = ${account})`;
  const results = await d1.batch(
    [
      sql`DELETE FROM sessions WHERE account_id = ${account} AND ${empty}`,
      sql`DELETE FROM passkeys WHERE account_id = ${account} AND ${empty}`,
      sql`DELETE FROM recovery_codes WHERE account_id = ${account} AND ${empty}`,
      sql`DELETE FROM bans WHERE account_id = ${account} AND ${empty}`,
      sql`DELETE FROM challenges WHERE account_id = ${account} AND ${empty}`,
      sql`DELETE FROM accounts WHERE id = ${account} AND ${empty} RETURNING id`,
    ].map(query => statement(d1, query)),
  );
  return (results.at(-1)?.results.length ?? 0) > 0;
}

/** The ban that holds, or null. */
export async function banOf(d1: D1Database, account: string, nowMs: number): Promise<typeof bans.$inferSelect | null> {
  const rows = await database(d1).select().from(bans).where(eq(bans.accountId, account));
  const holding = rows.filter(ban => !ban.liftedMs && (!ban.untilMs || ban.untilMs > nowMs));
  // Of several the one that lasts longest.
  holding.sort((a, b) => (b.untilMs || Infinity) - (a.untilMs || Infinity));
  return holding[0] ?? null;
}

/** Keeps what he says to his ban. False: he has said it already, or there is no such ban. */
export async function appeal(d1: D1Database, account: string, ban: string, text: string, nowMs: number): Promise<boolean> {
  const kept = await database(d1).all(sql`
    UPDATE bans SET appeal = ${text}, appealed_ms = ${nowMs}
    WHERE id = ${ban} AND account_id = ${account} AND appealed_ms = 0 RETURNING id`);
  return kept.length > 0;
}
