// A Durable Object's storage on node:sqlite, in memory. `Disk` is what outlives objects; a `Handle` is what one object holds of it, and
// can be cut off. In: the SQL of the production code. Out: its cursors; commits that an armed crash comes before or after.
// Every commit counts as durable by itself. The platform is kinder (it commits a whole turn at once), so what holds here holds there.
import type { StatementSync } from 'node:sqlite';
import { planned, rowsOf, smallDatabase } from './rows';

type Value = string | number | null | Uint8Array;
export type Row = Record<string, Value | ArrayBuffer>;

interface Prepared {
  statement: StatementSync;
  reads: boolean;
  all: (...values: Value[]) => Row[];
  /** The table that it writes. */
  table: string;
  blobs: string[];
}

/** The object is gone: what threw this was cut off in mid-sentence. */
export class Gone extends Error {
  override name = 'Gone';
}

export interface Crash {
  /** So many commits go through first. */
  commits: number;
  when: 'before' | 'after';
  struck(): void;
}

const WRITES = /^\s*(?:INSERT (?:OR \w+ )?INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+(\w+)/i;

export class Disk {
  readonly db = smallDatabase();
  /** Tables in which rows have changed since somebody looked, and whether anybody wrote at all (look.ts takes note of both). */
  readonly changed = new Set<string>();
  isTouched = false;
  commits = 0;
  crash: Crash | null = null;
  private readonly prepared = new Map<string, Prepared>();
  private isCopied = false;

  /** Null: a script of many statements, which makes tables, once in the life of a disk; it has been run. */
  prepare(sql: string): Prepared | null {
    let known = this.prepared.get(sql);
    if (!known) {
      if (/;\s*(--.*\s*)*\w/.test(sql)) {
        this.db.exec(sql);
        return null;
      }
      const statement = this.db.prepare(planned(sql));
      const columns = statement.columns();
      const blobs = columns.filter(column => column.type === 'BLOB').map(column => column.name);
      known = { statement, reads: columns.length > 0, all: rowsOf(statement), table: WRITES.exec(sql)?.[1] ?? '', blobs };
      this.prepared.set(sql, known);
    }
    return known;
  }

  run(sql: string): void {
    // Less to make than what `run` answers.
    this.prepare(sql)!.statement.get();
  }

  rows<T>(sql: string): T[] {
    return this.prepare(sql)!.all() as T[];
  }

  /** Everything from here on is undone by `end`: the next schedule finds empty tables. */
  begin(): void {
    this.run('SAVEPOINT schedule');
  }

  end(): void {
    this.run('ROLLBACK TO schedule');
    this.run('RELEASE schedule');
    this.isCopied = false;
    this.crash = null;
    this.isTouched = false;
    this.changed.clear();
  }

  /** Remembers its content as of now. One copy a schedule. */
  copy(): void {
    this.run('SAVEPOINT copy');
    this.isCopied = true;
  }

  /** Puts the copy back, as somebody who restores a storage would. */
  restore(): void {
    if (!this.isCopied) throw new Error('there is no copy');
    this.run('ROLLBACK TO copy');
    this.isTouched = true;
    for (const table of TABLES) this.changed.add(table);
  }
}

/** Tables that a look reads. */
export const TABLES = ['character', 'item', 'ground', 'ledger', 'parcel_out', 'parcel_in', 'passed', 'life', 'unchecked'] as const;

class Cursor<T> {
  constructor(
    private readonly rows: T[],
    readonly rowsWritten: number,
  ) {}

  toArray(): T[] {
    return this.rows;
  }

  one(): T {
    if (this.rows.length !== 1) throw new Error(`one row was expected, there are ${this.rows.length}`);
    return this.rows[0];
  }

  [Symbol.iterator](): Iterator<T> {
    return this.rows[Symbol.iterator]();
  }
}

/** Transactions in transactions. */
interface Level {
  begin: string;
  end: string;
  undo: string;
}
const LEVELS: readonly Level[] = Array.from({ length: 8 }, (_, depth) => ({
  begin: `SAVEPOINT level${depth}`,
  end: `RELEASE level${depth}`,
  undo: `ROLLBACK TO level${depth}`,
}));

/** What an object holds of its storage. */
export class Handle {
  isGone = false;
  private depth = 0;
  private wrote = false;
  readonly sql: SqlStorage;

  constructor(private readonly disk: Disk) {
    this.sql = { exec: (query: string, ...values: Value[]) => this.exec(query, values) } as unknown as SqlStorage;
  }

  get storage(): Pick<DurableObjectStorage, 'sql' | 'transactionSync'> {
    return { sql: this.sql, transactionSync: steps => this.transactionSync(steps) };
  }

  transactionSync<T>(steps: () => T): T {
    this.touch();
    const level = LEVELS[this.depth];
    this.disk.run(level.begin);
    if (!this.depth) this.wrote = false;
    this.depth++;
    let result: T;
    try {
      result = steps();
    } catch (error) {
      this.depth--;
      this.rollBack(level);
      throw error;
    }
    this.depth--;
    if (!this.depth && this.wrote) this.commit(level);
    else this.disk.run(level.end);
    return result;
  }

  private exec(query: string, values: Value[]): Cursor<Row> {
    this.touch();
    const prepared = this.disk.prepare(query);
    if (!prepared) return new Cursor<Row>([], 0);
    if (!prepared.table || this.depth) return this.step(prepared, values);
    if (this.disk.crash) return this.transactionSync(() => this.step(prepared, values));
    this.disk.commits++;
    return this.step(prepared, values);
  }

  private step({ statement, reads, all, table, blobs }: Prepared, values: Value[]): Cursor<Row> {
    if (table) this.wrote = this.disk.isTouched = true;
    if (!reads) {
      const changes = Number(statement.run(...values).changes);
      if (table && changes) this.disk.changed.add(table);
      return new Cursor<Row>([], changes);
    }
    const rows = all(...values);
    if (table && rows.length) this.disk.changed.add(table);
    for (const blob of blobs) for (const row of rows) row[blob] = new Uint8Array(row[blob] as Uint8Array).buffer;
    return new Cursor(rows, table ? rows.length : 0);
  }

  private commit(level: Level): void {
    const { crash } = this.disk;
    const strikes = crash !== null && --crash.commits < 0;
    if (strikes) this.disk.crash = null;
    if (strikes && crash.when === 'before') this.rollBack(level);
    else {
      this.disk.run(level.end);
      this.disk.commits++;
    }
    if (!strikes) return;
    crash.struck();
    throw new Gone('struck down');
  }

  private rollBack(level: Level): void {
    this.disk.run(level.undo);
    this.disk.run(level.end);
  }

  private touch(): void {
    if (this.isGone) throw new Gone('another instance has this storage now');
  }
}
