// Whom accounts know: friends, and those whom they ignore. In: wishes. Out: relations over all characters of an account, written before they count.

import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { MOST_FRIENDS, MOST_IGNORED } from '../shared/rules/talk';
import type { Rows } from './tables';

export const FRIEND = 1;
export const IGNORED = 2;
type Kind = typeof FRIEND | typeof IGNORED;

export interface Relation {
  readonly other: string;
  readonly kind: number;
  readonly name: string;
}
/** How somebody was when he left. */
export interface Seen {
  readonly name: string;
  readonly level: number;
  readonly cls: number;
  readonly covenant: number;
  readonly left_ms: number;
}

export class Relations {
  constructor(private readonly storage: Rows) {}

  of(account: string): Relation[] {
    return this.storage.sql
      .exec<{ other: string; kind: number; name: string }>('SELECT other, kind, name FROM relation WHERE account = ?', account)
      .toArray();
  }

  isIgnored(account: string, by: string): boolean {
    const query = 'SELECT count(*) AS n FROM relation WHERE account = ? AND other = ? AND kind = ?';
    return this.storage.sql.exec<{ n: number }>(query, by, account, IGNORED).one().n > 0;
  }

  /** Whose friend an account is. */
  friendOf(account: string): string[] {
    const query = 'SELECT account FROM relation WHERE other = ? AND kind = ?';
    return this.storage.sql
      .exec<{ account: string }>(query, account, FRIEND)
      .toArray()
      .map(row => row.account);
  }

  /** A friend who is to be ignored is a friend no more, and the other way round. */
  put(account: string, other: string, kind: Kind, name: string): Reason {
    if (account === other) return REASONS.listSelf;
    const all = this.of(account);
    if (all.some(known => known.other === other && known.kind === kind)) return REASONS.alreadyListed;
    const count = all.filter(known => known.kind === kind).length;
    if (count >= (kind === FRIEND ? MOST_FRIENDS : MOST_IGNORED)) return REASONS.tooManyListed;
    this.storage.sql.exec('INSERT OR REPLACE INTO relation VALUES (?, ?, ?, ?)', account, other, kind, name);
    return OK;
  }

  remove(account: string, other: string, kind: Kind): Reason {
    const query = 'DELETE FROM relation WHERE account = ? AND other = ? AND kind = ?';
    return this.storage.sql.exec(query, account, other, kind).rowsWritten ? OK : REASONS.noSuchPlayer;
  }

  /** Answers with who knew it. */
  forget(account: string): string[] {
    const knew = this.storage.sql.exec<{ account: string }>('DELETE FROM relation WHERE other = ? RETURNING account', account);
    const others = knew.toArray().map(row => row.account);
    this.storage.sql.exec('DELETE FROM relation WHERE account = ?', account);
    this.storage.sql.exec('DELETE FROM seen WHERE account = ?', account);
    return others;
  }

  left(account: string, seen: Seen): void {
    this.storage.sql.exec('INSERT OR REPLACE INTO seen VALUES (?, ?)', account, JSON.stringify(seen));
  }

  seen(account: string): Seen | null {
    const [row] = this.storage.sql.exec<{ json: string }>('SELECT json FROM seen WHERE account = ?', account);
    return row ? (JSON.parse(row.json) as Seen) : null;
  }
}
