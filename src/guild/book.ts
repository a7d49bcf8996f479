// One guild's SQLite. In: what becomes true of it, written before anybody is told. Out: what a boot needs. Everything small lies in memory too;
// rows are JSON, because nobody asks for a part of them.

import type { GuildLine } from '../ports';
import { type Emblem, type GuildMember, RANKS, type Rank } from '../shared/rules/guild';
import { LINES_MOST, LOG_MOST, type LogEntry } from '../shared/rules/guildlog';
import { runVersions } from '../store/versions';
import { TRANSFER_TABLES } from '../transfer/transfers';
import { CALENDAR_TABLES } from './calendar';
import { VAULT_TABLES } from './vault';

/** What there is one of. */
export interface Self {
  readonly id: string;
  readonly name: string;
  readonly emblem: Emblem;
  readonly motd: string;
  readonly points: number;
  /** RANKS of them, the leader's first. */
  readonly ranks: readonly Rank[];
  /** Grows with everything that is told of members. */
  readonly revision: number;
  /** False: the registry has not heard of it yet. */
  readonly confirmed: boolean;
  /** It is over: it takes nobody in, and keeps what has not left it yet. */
  readonly ended: boolean;
}

/** Asked by a member, not answered yet. */
export interface Invitation {
  readonly character: string;
  readonly by: string;
  readonly until_ms: number;
}

/** A word that the registry must hear. */
export type Owed = { readonly what: 'release'; readonly character: string; readonly claim: number } | { readonly what: 'ended' };

const VERSIONS: readonly string[] = [
  `
  CREATE TABLE self (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
  CREATE TABLE member (character TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE invitation (character TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  -- Rings: slot = number modulo what is kept.
  CREATE TABLE line (slot INTEGER PRIMARY KEY, number INTEGER NOT NULL, json TEXT NOT NULL);
  CREATE TABLE entry (slot INTEGER PRIMARY KEY, number INTEGER NOT NULL, json TEXT NOT NULL);
  -- Who founded it, for as long as the registry has not confirmed it.
  CREATE TABLE charter (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
  -- What the registry has not heard yet, in order.
  CREATE TABLE owed (number INTEGER PRIMARY KEY, json TEXT NOT NULL);
  `,
  `${TRANSFER_TABLES} ${VAULT_TABLES} ${CALENDAR_TABLES}`,
];

type Json = { json: string };

export class Book {
  readonly sql: SqlStorage;
  self: Self | null = null;
  readonly members = new Map<string, GuildMember>();
  readonly invitations = new Map<string, Invitation>();
  readonly lines: GuildLine[] = [];
  readonly entries: LogEntry[] = [];
  private lineNumber = 0;
  private entryNumber = 0;

  constructor(private readonly storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>) {
    this.sql = storage.sql;
    runVersions(storage, VERSIONS);
    this.read();
  }

  /** All of it or nothing, in memory too. Nothing in it may await. */
  transaction<T>(steps: () => T): T {
    try {
      return this.storage.transactionSync(steps);
    } catch (error) {
      this.read();
      throw error;
    }
  }

  putSelf(self: Self): void {
    if (self.ranks.length !== RANKS) throw new Error('a guild with other ranks');
    this.sql.exec('INSERT OR REPLACE INTO self VALUES (1, ?)', JSON.stringify(self));
    this.self = self;
  }

  putMember(member: GuildMember): void {
    this.sql.exec('INSERT OR REPLACE INTO member VALUES (?, ?)', member.character, JSON.stringify(member));
    this.members.set(member.character, member);
  }

  dropMember(character: string): void {
    this.sql.exec('DELETE FROM member WHERE character = ?', character);
    this.members.delete(character);
  }

  putInvitation(invitation: Invitation): void {
    this.sql.exec('INSERT OR REPLACE INTO invitation VALUES (?, ?)', invitation.character, JSON.stringify(invitation));
    this.invitations.set(invitation.character, invitation);
  }

  dropInvitation(character: string): void {
    if (!this.invitations.delete(character)) return;
    this.sql.exec('DELETE FROM invitation WHERE character = ?', character);
  }

  addLine(line: GuildLine): void {
    this.lineNumber++;
    const query = 'INSERT OR REPLACE INTO line VALUES (?, ?, ?)';
    this.sql.exec(query, this.lineNumber % LINES_MOST, this.lineNumber, JSON.stringify(line));
    this.lines.push(line);
    if (this.lines.length > LINES_MOST) this.lines.shift();
  }

  addEntry(entry: LogEntry): void {
    this.entryNumber++;
    const query = 'INSERT OR REPLACE INTO entry VALUES (?, ?, ?)';
    this.sql.exec(query, this.entryNumber % LOG_MOST, this.entryNumber, JSON.stringify(entry));
    this.entries.push(entry);
    if (this.entries.length > LOG_MOST) this.entries.shift();
  }

  owe(word: Owed): void {
    this.sql.exec('INSERT INTO owed (json) VALUES (?)', JSON.stringify(word));
  }

  owed(): { number: number; word: Owed }[] {
    const rows = this.sql.exec<Json & { number: number }>('SELECT * FROM owed ORDER BY number').toArray();
    return rows.map(({ number, json }) => ({ number, word: JSON.parse(json) as Owed }));
  }

  paid(number: number): void {
    this.sql.exec('DELETE FROM owed WHERE number = ?', number);
  }

  private read(): void {
    const all = <T>(query: string): T[] =>
      this.sql
        .exec<Json>(query)
        .toArray()
        .map(({ json }) => JSON.parse(json) as T);
    const last = (table: string): number =>
      this.sql.exec<{ n: number }>(`SELECT coalesce(max(number), 0) AS n FROM ${table}`).one().n;
    [this.self = null] = all<Self>('SELECT json FROM self');
    this.members.clear();
    for (const member of all<GuildMember>('SELECT json FROM member')) this.members.set(member.character, member);
    this.invitations.clear();
    for (const one of all<Invitation>('SELECT json FROM invitation')) this.invitations.set(one.character, one);
    this.lines.splice(0, Infinity, ...all<GuildLine>('SELECT json FROM line ORDER BY number'));
    this.entries.splice(0, Infinity, ...all<LogEntry>('SELECT json FROM entry ORDER BY number'));
    this.lineNumber = last('line');
    this.entryNumber = last('entry');
  }
}
