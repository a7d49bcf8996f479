// Who is signed in, in D1: one row for each browser, opened by a random token in its cookie; only the token's SHA-256 is stored. In: tokens.
// Out: the account behind one, with what the front door has to know of it at once.
import type { D1Database } from '@cloudflare/workers-types';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Rank } from '../shared/rules/staff';
import { toBase64Url } from '../ticket';
import { ulid } from '../ulid';
import { database } from './database';
import { accounts, sessions } from './schema';
import { sha256 } from './sha256';

/** A session that nobody used for so long is over. */
export const SESSION_LIFE_MS = 365 * 24 * 3600_000;
/** When a session was used last is written down this often at most. */
const USED_STEP_MS = 3600_000;

export interface SignedIn {
  account: string;
  session: string;
  rank: Rank;
  muted_until_ms: number;
}

export interface SessionRow {
  id: string;
  createdMs: number;
  usedMs: number;
  device: string;
}

export const newToken = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(32)));

/** A new session of the account; the token goes into the cookie and nowhere else. */
export async function openSession(
  d1: D1Database,
  account: string,
  device: string,
  nowMs: number,
): Promise<{ token: string; session: string }> {
  const token = newToken();
  const row = await sessionRow(token, account, device, nowMs);
  await database(d1).insert(sessions).values(row);
  return { token, session: row.id };
}

export async function sessionRow(
  token: string,
  account: string,
  device: string,
  nowMs: number,
): Promise<typeof sessions.$inferInsert> {
  return { tokenHash: await sha256(token), id: ulid(nowMs), accountId: account, createdMs: nowMs, usedMs: nowMs, device };
}

/** Whom a token opens, or null. Looked up by hash, so timing tells nothing of a token. */
export async function signedIn(d1: D1Database, token: string, nowMs: number): Promise<SignedIn | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const db = database(d1);
  const tokenHash = await sha256(token);
  const [row] = await db
    .select({
      account: sessions.accountId,
      session: sessions.id,
      rank: accounts.role,
      muted_until_ms: accounts.mutedUntilMs,
      usedMs: sessions.usedMs,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(eq(sessions.tokenHash, tokenHash));
  if (!row || row.usedMs < nowMs - SESSION_LIFE_MS) return null;
  const { usedMs, ...known } = row;
  if (usedMs < nowMs - USED_STEP_MS) await db.update(sessions).set({ usedMs: nowMs }).where(eq(sessions.tokenHash, tokenHash));
  return known;
}

export function listSessions(d1: D1Database, account: string): Promise<SessionRow[]> {
  const { id, createdMs, usedMs, device } = sessions;
  return database(d1)
    .select({ id, createdMs, usedMs, device })
    .from(sessions)
    .where(eq(sessions.accountId, account))
    .orderBy(desc(usedMs));
}

/** Signs one browser out. False: the account has no such session. */
export async function endSession(d1: D1Database, account: string, id: string): Promise<boolean> {
  const gone = await database(d1)
    .delete(sessions)
    .where(and(eq(sessions.accountId, account), eq(sessions.id, id)))
    .returning({ id: sessions.id });
  return gone.length > 0;
}

export async function endAllSessions(d1: D1Database, account: string): Promise<void> {
  await database(d1).delete(sessions).where(eq(sessions.accountId, account));
}

/** The same session under another token: whoever knew the old one is out. */
export async function renewSession(d1: D1Database, session: string): Promise<string> {
  const token = newToken();
  await database(d1)
    .update(sessions)
    .set({ tokenHash: await sha256(token) })
    .where(eq(sessions.id, session));
  return token;
}

/** What the regions have to know of those who play: whose session is over, who is banned, until when who is muted. */
export interface Standing {
  session: string;
  account: string;
  isSignedIn: boolean;
  isBanned: boolean;
  muted_until_ms: number;
}

export async function standingsOf(
  d1: D1Database,
  who: readonly { session: string; account: string }[],
  nowMs: number,
): Promise<Standing[]> {
  const rows = await database(d1).all<{
    session: string;
    account: string;
    signed: number;
    banned: number;
    muted: number | null;
  }>(sql`
    SELECT value->>'session' AS session, value->>'account' AS account,
      EXISTS (SELECT 1 FROM sessions WHERE account_id = value->>'account' AND id = value->>'session') AS signed,
      EXISTS (SELECT 1 FROM bans WHERE account_id = value->>'account' AND lifted_ms = 0 AND (until_ms = 0 OR until_ms > ${nowMs})) AS banned,
      (SELECT muted_until_ms FROM accounts WHERE id = value->>'account') AS muted
    FROM json_each(${JSON.stringify(who)})`);
  return rows.map(({ session, account, signed, banned, muted }) => ({
    session,
    account,
    isSignedIn: signed === 1,
    isBanned: banned === 1,
    muted_until_ms: muted ?? 0,
  }));
}
