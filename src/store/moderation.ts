// What the staff sees and does, in D1. Every change goes into one batch with its line of the audit, and both only if whoever acts and whoever it
// is done to still have the ranks that the check went by.
import type { D1Database } from '@cloudflare/workers-types';
import { type SQL, sql } from 'drizzle-orm';
import type { Action, AuditLine, BanLine, Person, Rank } from '../shared/rules/staff';
import { database, statement } from './database';

const MOST_FOUND = 20;
const MOST_LINES = 100;

/** Accounts of characters whose names begin so (as the eye sees them), or of that id of an account or a character. */
export async function findPeople(d1: D1Database, nameKey: string, id: string, nowMs: number): Promise<Person[]> {
  const begins = `${nameKey.replace(/[\\%_]/g, letter => `\\${letter}`)}%`;
  const found = await database(d1).all<{ id: string }>(sql`
    SELECT DISTINCT account_id AS id FROM characters WHERE id = ${id} OR (${nameKey} != '' AND name_key LIKE ${begins} ESCAPE '\\')
    UNION SELECT id FROM accounts WHERE id = ${id} LIMIT ${MOST_FOUND}`);
  return people(
    d1,
    found.map(row => row.id),
    nowMs,
  );
}

export async function personOf(d1: D1Database, account: string, nowMs: number): Promise<Person | null> {
  return (await people(d1, [account], nowMs))[0] ?? null;
}

async function people(d1: D1Database, ids: readonly string[], nowMs: number): Promise<Person[]> {
  const db = database(d1);
  const these = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const accounts = await db.all<Omit<Person, 'characters' | 'isBanned'> & { banned: number }>(sql`
    SELECT id AS account, role AS rank, muted_until_ms, created_ms,
      (SELECT count(*) FROM sessions WHERE account_id = accounts.id) AS sessions,
      EXISTS (SELECT 1 FROM bans WHERE account_id = accounts.id AND lifted_ms = 0 AND (until_ms = 0 OR until_ms > ${nowMs})) AS banned
    FROM accounts WHERE id IN ${these} ORDER BY id`);
  const characters = await db.all<Person['characters'][number] & { account: string; out: number }>(sql`
    SELECT account_id AS account, id, name, level, gold, coalesce(owner_region, last_region) AS region, owner_region IS NOT NULL AS out
    FROM characters WHERE account_id IN ${these} ORDER BY account_id, place`);
  return accounts.map(({ banned, ...row }) => ({
    ...row,
    isBanned: banned === 1,
    characters: characters
      .filter(({ account }) => account === row.account)
      .map(({ account: _, out, ...character }) => ({ ...character, isOut: out === 1 })),
  }));
}

/** The newest first. `account` '': of everybody. `before`: only older ones than that id; '': from the newest on. */
export function readAudit(d1: D1Database, account: string, before: string): Promise<AuditLine[]> {
  return database(d1).all<AuditLine>(sql`
    SELECT * FROM audit WHERE (${account} = '' OR account_id = ${account}) AND (${before} = '' OR id < ${before})
    ORDER BY id DESC LIMIT ${MOST_LINES}`);
}

export async function auditLine(d1: D1Database, id: string): Promise<AuditLine | null> {
  const [row] = await database(d1).all<AuditLine>(sql`SELECT * FROM audit WHERE id = ${id}`);
  return row ?? null;
}

export function bansOf(d1: D1Database, account: string): Promise<BanLine[]> {
  return database(d1).all<BanLine>(sql`SELECT * FROM bans WHERE account_id = ${account} ORDER BY id DESC LIMIT ${MOST_LINES}`);
}

/** Bans that hold and to which something was said, the oldest word first. */
export function openAppeals(d1: D1Database, nowMs: number): Promise<BanLine[]> {
  return database(d1).all<BanLine>(sql`
    SELECT * FROM bans WHERE appealed_ms > 0 AND lifted_ms = 0 AND (until_ms = 0 OR until_ms > ${nowMs})
    ORDER BY appealed_ms LIMIT ${MOST_LINES}`);
}

/** What is done, by whom and to whom, with the ranks that the check went by. `target` null: to nobody in particular. */
export interface Act {
  id: string;
  at_ms: number;
  actor: { account: string; rank: Rank };
  action: Action | 'outcome';
  target: { account: string; rank: Rank } | null;
  character: string;
  reason: string;
  details: Record<string, unknown>;
}

export const muting = (account: string, until_ms: number): SQL =>
  sql`UPDATE accounts SET muted_until_ms = ${until_ms} WHERE id = ${account}`;
export const ranking = (account: string, rank: Rank): SQL => sql`UPDATE accounts SET role = ${rank} WHERE id = ${account}`;
export const lifting = (account: string, nowMs: number): SQL =>
  sql`UPDATE bans SET lifted_ms = ${nowMs} WHERE account_id = ${account} AND lifted_ms = 0`;
export const banning = (id: string, account: string, reason: string, nowMs: number, until_ms: number): SQL =>
  sql`INSERT INTO bans(id, account_id, reason, at_ms, until_ms) SELECT ${id}, ${account}, ${reason}, ${nowMs}, ${until_ms} WHERE 1`;

/** Writes the line of the audit and the change (which ends in its WHERE), or neither. False: a rank has changed meanwhile. */
export async function enact(d1: D1Database, act: Act, change?: SQL): Promise<boolean> {
  const { id, at_ms, actor, action, target, character, reason, details } = act;
  const holds = sql`EXISTS (SELECT 1 FROM accounts WHERE id = ${actor.account} AND role = ${actor.rank})
    AND (${target === null} OR EXISTS (SELECT 1 FROM accounts WHERE id = ${target?.account ?? ''} AND role = ${target?.rank ?? ''}))`;
  const line = sql`
    INSERT INTO audit(id, at_ms, actor_id, action, account_id, character_id, reason, details)
    SELECT ${id}, ${at_ms}, ${actor.account}, ${action}, ${target?.account ?? ''}, ${character}, ${reason}, ${JSON.stringify(details)}
    WHERE ${holds} RETURNING id`;
  // The change may be of a rank itself, so the line, which looks at it, comes first.
  const all = change ? [line, sql`${change} AND EXISTS (SELECT 1 FROM audit WHERE id = ${id})`] : [line];
  const [written] = await d1.batch(all.map(query => statement(d1, query)));
  return written.results.length > 0;
}
