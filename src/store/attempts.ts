// How often something was tried for whom, in D1: what is counted rests until nothing was tried for that long. In: a subject. Out: whether once more.
import type { D1Database } from '@cloudflare/workers-types';
import { lt, sql } from 'drizzle-orm';
import { database } from './database';
import { attempts } from './schema';

export const TRIES_MS = 15 * 60_000;

/** Counts one more try, in one statement: however many ask at once, no more than `most` are let through. */
export async function mayTry(d1: D1Database, subject: string, most: number, nowMs: number): Promise<boolean> {
  const db = database(d1);
  const [, granted] = await db.batch([
    db.delete(attempts).where(lt(attempts.lastMs, nowMs - TRIES_MS)),
    db
      .insert(attempts)
      .values({ subject, count: 1, lastMs: nowMs })
      .onConflictDoUpdate({
        target: attempts.subject,
        set: { count: sql`${attempts.count} + 1`, lastMs: nowMs },
        setWhere: lt(attempts.count, most),
      })
      .returning({ count: attempts.count }),
  ]);
  return granted.length > 0;
}
