// Something to spend: a newcomer's purse is filled in the record, with its line in the books, before he enters. In: the files of a running server.
import { DatabaseSync } from 'node:sqlite';
import { LEDGER } from '../../src/shared/rules/journal';
import type { Files } from '../harness/files';

export function fillPurse(files: Files, character: string, copper: number): void {
  const db = new DatabaseSync(files.d1());
  try {
    db.exec('PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE');
    db.prepare('UPDATE characters SET gold = gold + ? WHERE id = ? AND owner_region IS NULL').run(copper, character);
    const line = 'INSERT INTO ledger(id, region, character_id, cause, gold, kind, quantity) VALUES (?, ?, ?, ?, ?, 0, 0)';
    db.prepare(line).run(`purse of ${character}`, '', character, LEDGER.starter, copper);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
}
