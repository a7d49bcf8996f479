// The record's way from schema to schema, on a plain SQLite: who was signed in before there were sessions still is, and what the staff does stays on
// record, by whichever way it was written.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { promotion } from '../../tools/admin.mjs';

const FOLDER = 'migrations';
const all = readdirSync(FOLDER).filter(name => name.endsWith('.sql'));

function migrate(db: DatabaseSync, names: readonly string[]): void {
  for (const name of [...names].sort()) db.exec(readFileSync(join(FOLDER, name), 'utf8'));
}

function world(): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  migrate(db, all);
  db.exec("INSERT INTO accounts(id, created_ms) VALUES ('01AAAAAAAAAAAAAAAAAAAAAAAA', 1), ('01BBBBBBBBBBBBBBBBBBBBBBBB', 2)");
  return db;
}

const ranks = (db: DatabaseSync): unknown[] =>
  db
    .prepare('SELECT role FROM accounts ORDER BY id')
    .all()
    .map(row => row.role);

test('a guest of before there were sessions is signed in by what his cookie holds', () => {
  const db = new DatabaseSync(':memory:');
  migrate(
    db,
    all.filter(name => name < '0004'),
  );
  db.exec("INSERT INTO accounts VALUES ('one', 'hash of one', 5), ('two', 'hash of two', 7)");
  migrate(
    db,
    all.filter(name => name >= '0004'),
  );
  const sessions = db.prepare('SELECT token_hash, account_id, used_ms, id FROM sessions ORDER BY account_id').all();
  expect(sessions.map(({ id: _, ...row }) => row)).toEqual([
    { token_hash: 'hash of one', account_id: 'one', used_ms: 5 },
    { token_hash: 'hash of two', account_id: 'two', used_ms: 7 },
  ]);
  expect(new Set(sessions.map(({ id }) => id)).size).toBe(2);
  expect(db.prepare('SELECT * FROM accounts').all()).toEqual([
    { id: 'one', created_ms: 5, role: 'player', muted_until_ms: 0 },
    { id: 'two', created_ms: 7, role: 'player', muted_until_ms: 0 },
  ]);
});

test('lines of the ledger from before are all there, and somebody finds his own without looking through those of others', () => {
  const db = new DatabaseSync(':memory:');
  migrate(
    db,
    all.filter(name => name < '0005'),
  );
  const lines = ['one', 'two', 'three'].map((id, n) => [id, '2-1-1', n ? 'wren' : 'maud', 3, 5 - n, 0, n] as const);
  for (const line of lines) db.prepare('INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?)').run(...line);
  migrate(
    db,
    all.filter(name => name >= '0005'),
  );
  const kept = db.prepare('SELECT * FROM ledger ORDER BY quantity').all();
  expect(kept.map(row => Object.values(row))).toEqual(lines);
  expect(() => db.prepare('INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?)').run(...lines[1])).toThrow('UNIQUE');
  for (const table of ['ledger', 'ledger_sums']) {
    const plan = db.prepare(`EXPLAIN QUERY PLAN SELECT * FROM ${table} WHERE character_id IN (?, ?)`).all();
    expect(plan.map(({ detail }) => detail)).toEqual([`SEARCH ${table} USING PRIMARY KEY (character_id=?)`]);
  }
});

describe('npm run admin', () => {
  test('gives one account a rank, and writes it down where nothing is changed', () => {
    const db = world();
    for (const sql of promotion({ account: '01BBBBBBBBBBBBBBBBBBBBBBBB' })) db.exec(sql);
    expect(ranks(db)).toEqual(['player', 'admin']);
    expect(db.prepare('SELECT actor_id, action, account_id, details FROM audit').all()).toEqual([
      { actor_id: 'console', action: 'role', account_id: '01BBBBBBBBBBBBBBBBBBBBBBBB', details: '{"from":"player","to":"admin"}' },
    ]);
    expect(() => db.exec("UPDATE audit SET reason = 'never'")).toThrow('only added to');
    expect(() => db.exec('DELETE FROM audit')).toThrow('only added to');
  });

  test('refuses what is no account, name or rank', () => {
    for (const asked of [
      {},
      { account: 'x', name: 'y' },
      { name: "x'; DROP TABLE accounts; --" },
      { account: "' OR 1=1" },
      { name: 'Aldous', rank: 'king' },
    ])
      expect(() => promotion(asked)).toThrow();
    const db = world();
    for (const sql of promotion({ name: "O'Hara" })) db.exec(sql);
    expect(ranks(db)).toEqual(['player', 'player']);
  });
});
