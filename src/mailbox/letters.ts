// The letters of one mailbox as rows. In: letters and what becomes of them, inside the caller's transaction. Out: letters.
import type { Thing } from '../shared/rules/inventory';
import type { Letter, LetterKind } from '../shared/rules/mail';

export const LETTER_TABLE = `
  -- Whose mailbox it is. One row.
  CREATE TABLE self (one INTEGER PRIMARY KEY CHECK (one = 1), character TEXT NOT NULL);
  CREATE TABLE letter (
    id TEXT PRIMARY KEY, sender TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, words TEXT NOT NULL,
    gold INTEGER NOT NULL CHECK (gold >= 0), things TEXT NOT NULL, cod INTEGER NOT NULL, facts TEXT NOT NULL,
    at_ms INTEGER NOT NULL, until_ms INTEGER NOT NULL, read INTEGER NOT NULL
  ) WITHOUT ROWID;
`;

export const CLOSED_TABLE = `
  -- One row: its owner is no more.
  CREATE TABLE closed (one INTEGER PRIMARY KEY CHECK (one = 1));
`;

export interface Kept extends Letter {
  readonly read: boolean;
}
type LetterRow = Record<string, SqlStorageValue> & {
  id: string;
  sender: string;
  name: string;
  kind: string;
  subject: string;
  words: string;
  gold: number;
  things: string;
  cod: number;
  facts: string;
  at_ms: number;
  until_ms: number;
  read: number;
};

export class Letters {
  constructor(private readonly sql: SqlStorage) {}

  /** '': nobody has said so yet. */
  get owner(): string {
    return this.sql.exec<{ character: string }>('SELECT character FROM self').toArray()[0]?.character ?? '';
  }

  /** Its owner is no more. */
  get isClosed(): boolean {
    return this.sql.exec('SELECT 1 FROM closed').toArray().length > 0;
  }

  close(): void {
    this.sql.exec('INSERT OR IGNORE INTO closed VALUES (1)');
  }

  set owner(character: string) {
    this.sql.exec('INSERT OR REPLACE INTO self VALUES (1, ?)', character);
  }

  /** Newest first. */
  all(): Kept[] {
    return this.sql
      .exec<LetterRow>('SELECT * FROM letter ORDER BY at_ms DESC, id DESC')
      .toArray()
      .map(row => this.read(row));
  }

  get(id: string): Kept | null {
    const [row] = this.sql.exec<LetterRow>('SELECT * FROM letter WHERE id = ?', id);
    return row ? this.read(row) : null;
  }

  put(letter: Letter, read = false): void {
    const { id, from, name, kind, subject, text, gold, things, cod, facts, at_ms, until_ms } = letter;
    this.sql.exec(
      'INSERT OR REPLACE INTO letter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      from,
      name,
      kind,
      subject,
      text,
      gold,
      JSON.stringify(things),
      cod,
      JSON.stringify(facts),
      at_ms,
      until_ms,
      Number(read),
    );
  }

  remove(id: string): void {
    this.sql.exec('DELETE FROM letter WHERE id = ?', id);
  }

  markRead(id: string): boolean {
    return this.sql.exec('UPDATE letter SET read = 1 WHERE id = ? AND read = 0', id).rowsWritten > 0;
  }

  get count(): number {
    return this.sql.exec<{ n: number }>('SELECT count(*) AS n FROM letter').one().n;
  }

  get unread(): number {
    return this.sql.exec<{ n: number }>('SELECT count(*) AS n FROM letter WHERE read = 0').one().n;
  }

  expired(now_ms: number): Kept[] {
    return this.sql
      .exec<LetterRow>('SELECT * FROM letter WHERE until_ms <= ?', now_ms)
      .toArray()
      .map(row => this.read(row));
  }

  nextExpiry_ms(): number {
    return this.sql.exec<{ at: number | null }>('SELECT min(until_ms) AS at FROM letter').one().at ?? Infinity;
  }

  private read({ sender, words, kind, things, facts, read, ...row }: LetterRow): Kept {
    return {
      ...row,
      to: this.owner,
      from: sender,
      text: words,
      kind: kind as LetterKind,
      things: JSON.parse(things) as Thing[],
      facts: JSON.parse(facts) as number[],
      read: read !== 0,
    };
  }
}
