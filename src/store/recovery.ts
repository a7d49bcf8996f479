// Recovery codes in D1: each opens its account once. In: codes and who they are said to open. Out: the account, or null. At most TRIES codes are
// looked at for one account (or name that nobody has) within any TRIES_MS: what is counted rests until nothing was looked at for that long.
import type { D1Database } from '@cloudflare/workers-types';
import { and, eq } from 'drizzle-orm';
import { mayTry } from './attempts';
import { database } from './database';
import { characters, recoveryCodes } from './schema';
import { sha256 } from './sha256';

export const CODES = 8;
export const TRIES = 10;

/** Crockford's base 32: nothing in it can be misread. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP_LETTERS = 4;

/** New codes in place of all that there were; they are shown once and kept as hashes. 80 bits each. */
export async function newCodes(d1: D1Database, account: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  const rows = await Promise.all(codes.map(async code => ({ hash: await hashOf(account, code), accountId: account })));
  const db = database(d1);
  await db.batch([db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, account)), db.insert(recoveryCodes).values(rows)]);
  return codes;
}

export async function codesLeft(d1: D1Database, account: string): Promise<number> {
  const rows = await database(d1)
    .select({ hash: recoveryCodes.hash })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.accountId, account));
  return rows.length;
}

export type Redeemed = { account: string } | 'wrong' | 'tooMany';

/** Uses up a code of the account whose character has that name key. A name that nobody has is answered and counted just the same. */
export async function redeem(d1: D1Database, nameKey: string, code: string, nowMs: number): Promise<Redeemed> {
  const db = database(d1);
  const [owner] = await db.select({ account: characters.accountId }).from(characters).where(eq(characters.nameKey, nameKey));
  const subject = owner?.account ?? `name:${await sha256(nameKey)}`;
  if (!(await mayTry(d1, subject, TRIES, nowMs))) return 'tooMany';
  const account = owner?.account ?? '';
  const used = await db
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.hash, await hashOf(account, code)), eq(recoveryCodes.accountId, account)))
    .returning({ account: recoveryCodes.accountId });
  return used[0] ?? 'wrong';
}

function newCode(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(GROUPS * GROUP_LETTERS)), byte => LETTERS[byte % 32]);
  return Array.from({ length: GROUPS }, (_, i) => letters.slice(i * GROUP_LETTERS, (i + 1) * GROUP_LETTERS).join('')).join('-');
}

/** As it was meant: small letters, spaces and what looks alike make no difference. */
const plain = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

const hashOf = (account: string, code: string): Promise<string> => sha256(`${account}:${plain(code)}`);
