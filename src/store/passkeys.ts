// Passkeys in D1: their public keys, and challenges that are signed once, soon, and in the browser that asked for them.
import type { D1Database } from '@cloudflare/workers-types';
import { and, desc, eq, lt } from 'drizzle-orm';
import { database } from './database';
import { challenges, passkeys } from './schema';
import { newToken } from './sessions';
import { sha256 } from './sha256';

export const CHALLENGE_LIFE_MS = 5 * 60_000;

export type Passkey = typeof passkeys.$inferSelect;

/** Keeps a challenge; the token it comes with goes into the browser's cookie. `account` '': somebody signs in. */
export async function keepChallenge(d1: D1Database, challenge: string, account: string, nowMs: number): Promise<string> {
  const token = newToken();
  const db = database(d1);
  await db.batch([
    db.delete(challenges).where(lt(challenges.expiresMs, nowMs)),
    db.insert(challenges).values({
      tokenHash: await sha256(token),
      challenge,
      accountId: account,
      expiresMs: nowMs + CHALLENGE_LIFE_MS,
    }),
  ]);
  return token;
}

/** The challenge that was kept for this browser and purpose, and is so no longer; null: there is none (any more). */
export async function takeChallenge(d1: D1Database, token: string, account: string, nowMs: number): Promise<string | null> {
  const [row] = await database(d1)
    .delete(challenges)
    .where(eq(challenges.tokenHash, await sha256(token)))
    .returning();
  return row && row.accountId === account && row.expiresMs > nowMs ? row.challenge : null;
}

export function listPasskeys(d1: D1Database, account: string): Promise<Passkey[]> {
  return database(d1).select().from(passkeys).where(eq(passkeys.accountId, account)).orderBy(desc(passkeys.createdMs));
}

export async function findPasskey(d1: D1Database, id: string): Promise<Passkey | null> {
  const [row] = await database(d1).select().from(passkeys).where(eq(passkeys.id, id));
  return row ?? null;
}

/** False: that passkey is known already. */
export async function addPasskey(d1: D1Database, passkey: Passkey): Promise<boolean> {
  const added = await database(d1).insert(passkeys).values(passkey).onConflictDoNothing().returning({ id: passkeys.id });
  return added.length > 0;
}

/** Notes that it has signed. False: another has used that count meanwhile, so one of the two is a copy. */
export async function usePasskey(d1: D1Database, id: string, counter: number, nowMs: number): Promise<boolean> {
  const isNewer = counter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, counter);
  const used = await database(d1)
    .update(passkeys)
    .set({ counter, usedMs: nowMs })
    .where(and(eq(passkeys.id, id), isNewer))
    .returning({ id: passkeys.id });
  return used.length > 0;
}

export async function removePasskey(d1: D1Database, account: string, id: string): Promise<boolean> {
  const gone = await database(d1)
    .delete(passkeys)
    .where(and(eq(passkeys.accountId, account), eq(passkeys.id, id)))
    .returning({ id: passkeys.id });
  return gone.length > 0;
}
