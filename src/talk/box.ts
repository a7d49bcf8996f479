// Whispers for those who are not in the world. In: lines. Out: what waits for somebody, until he says that he has read it: so each is told until
// it is read, and never after that, whatever crashes in between.
import type { HeldLine } from '../ports';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { HELD_MS, MOST_HELD, MOST_HELD_OF_ONE } from '../shared/rules/talk';
import type { Rows } from './tables';

type HeldRow = { number: number; sender: string; account: string; text: string; at_ms: number };

export class Box {
  /** For whom something waits. */
  private readonly waiting: Set<string>;

  constructor(private readonly storage: Rows) {
    const rows = storage.sql.exec<{ character: string }>('SELECT DISTINCT character FROM held').toArray();
    this.waiting = new Set(rows.map(({ character }) => character));
  }

  hold(character: string, line: Omit<HeldLine, 'number'>): Reason {
    const all = this.all(character);
    // What the staff answers is nobody's ('') and always finds room.
    const own = all.filter(({ account }) => account === line.account).length;
    if (line.account && (all.length >= MOST_HELD || own >= MOST_HELD_OF_ONE)) return REASONS.boxFull;
    // No number comes twice, also after all before it were read.
    const number = Math.max(line.at_ms, (all.at(-1)?.number ?? 0) + 1);
    const { from, account, text, at_ms } = line;
    this.storage.sql.exec('INSERT INTO held VALUES (?, ?, ?, ?, ?, ?)', character, number, from, account, text, at_ms);
    this.waiting.add(character);
    return OK;
  }

  /** What waits for him, oldest first. */
  of(character: string, now_ms: number): HeldLine[] {
    if (!this.waiting.has(character)) return [];
    return this.all(character).filter(({ at_ms }) => now_ms - at_ms < HELD_MS);
  }

  read(character: string, number: number): void {
    if (!this.waiting.has(character)) return;
    this.storage.sql.exec('DELETE FROM held WHERE character = ? AND number <= ?', character, number);
    if (!this.all(character).length) this.waiting.delete(character);
  }

  /** For these characters, and from that account. */
  forget(account: string, characters: readonly string[]): void {
    const { sql } = this.storage;
    for (const character of characters) sql.exec('DELETE FROM held WHERE character = ?', character);
    if (account) sql.exec('DELETE FROM held WHERE account = ?', account);
    for (const character of this.waiting) if (!this.all(character).length) this.waiting.delete(character);
  }

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  /** Nobody has fetched them in time. */
  tidy(now_ms: number): void {
    this.storage.sql.exec('DELETE FROM held WHERE at_ms <= ?', now_ms - HELD_MS);
  }

  private all(character: string): HeldLine[] {
    const query = 'SELECT number, sender, account, text, at_ms FROM held WHERE character = ? ORDER BY number';
    return this.storage.sql
      .exec<HeldRow>(query, character)
      .toArray()
      .map(({ sender, ...rest }) => ({ from: sender, ...rest }));
  }
}
