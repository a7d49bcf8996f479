// Accounts in D1: a guest is a random token in his cookie; only its SHA-256 is stored.
import type { D1Database } from '@cloudflare/workers-types';
import { eq } from 'drizzle-orm';
import { toBase64Url } from '../ticket';
import { ulid } from '../ulid';
import { database } from './database';
import { accounts } from './schema';

/** A new account and the token that opens it. */
export async function createGuest(d1: D1Database, nowMs: number): Promise<{ account: string; token: string }> {
  const token = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const account = ulid(nowMs);
  await database(d1)
    .insert(accounts)
    .values({ id: account, tokenHash: await hash(token), createdMs: nowMs });
  return { account, token };
}

/** The account a token opens, or null. Looked up by hash, so timing tells nothing of a token. */
export async function accountOf(d1: D1Database, token: string): Promise<string | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const [row] = await database(d1)
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.tokenHash, await hash(token)));
  return row?.id ?? null;
}

async function hash(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}
