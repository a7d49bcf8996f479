// D1 on node:sqlite, in memory. `D1Record` is the database; `bind` makes what a Durable Object holds as `env.DB`, whose every call goes over
// a line that may fail. In: the calls that drizzle-orm/d1 and src/store make. Out: D1's answers, and its errors with SQLite's code at their end.
import { readdirSync, readFileSync } from 'node:fs';
import type { StatementSync } from 'node:sqlite';
import type { D1Database } from '@cloudflare/workers-types';
import { planned, rowsOf, smallDatabase } from './rows';

type Value = string | number | null;
type Answer = { results: unknown[]; success: true; meta: { changes: number } };
/** Takes a call to the database and back, or not. `sql`: what it begins with. */
export type Line = <T>(sql: string, run: () => T) => Promise<T>;

interface Prepared {
  statement: StatementSync;
  reads: boolean;
  all: (...values: Value[]) => unknown[];
  /** The table that it writes. */
  table: string;
}

const WRITES = /^\s*(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM)\s+"?(\w+)/i;

export class D1Record {
  readonly db = smallDatabase();
  /** Tables in which rows have changed since somebody looked, and whether anybody wrote at all (look.ts takes note of both). */
  readonly changed = new Set<string>();
  isTouched = false;
  private readonly prepared = new Map<string, Prepared>();

  constructor(migrations = 'migrations') {
    for (const file of readdirSync(migrations)
      .filter(name => name.endsWith('.sql'))
      .sort()) {
      this.db.exec(readFileSync(`${migrations}/${file}`, 'utf8'));
    }
    this.db.exec("INSERT INTO accounts(id, created_ms) VALUES ('account', 0)");
  }

  prepare(sql: string): Prepared {
    let known = this.prepared.get(sql);
    if (!known) {
      const statement = this.db.prepare(planned(sql));
      known = { statement, reads: statement.columns().length > 0, all: rowsOf(statement), table: WRITES.exec(sql)?.[1] ?? '' };
      this.prepared.set(sql, known);
    }
    return known;
  }

  run(sql: string, ...values: Value[]): void {
    // Less to make than what `run` answers.
    this.prepare(sql).statement.get(...values);
  }

  rows<T>(sql: string, ...values: Value[]): T[] {
    return this.prepare(sql).all(...values) as T[];
  }

  begin(): void {
    this.run('SAVEPOINT schedule');
    this.isTouched = true;
    for (const table of ['characters', 'items', 'ledger', 'region_sequence']) this.changed.add(table);
  }

  end(): void {
    this.run('ROLLBACK TO schedule');
    this.run('RELEASE schedule');
  }

  /** All of them or none. */
  all(calls: readonly Bound[]): Answer[] {
    // One statement is whole or not at all by itself.
    if (calls.length > 1) this.run('SAVEPOINT batch');
    try {
      const answers = calls.map(call => this.one(call));
      if (calls.length > 1) this.run('RELEASE batch');
      return answers;
    } catch (error) {
      if (calls.length > 1) {
        this.run('ROLLBACK TO batch');
        this.run('RELEASE batch');
      }
      const { errcode = 0, message } = error as Error & { errcode?: number };
      throw new Error(`D1_ERROR: ${message}: ${(errcode & 0xff) === 19 ? 'SQLITE_CONSTRAINT' : `SQLITE_${errcode}`}`);
    }
  }

  private one({ sql, values }: Bound): Answer {
    const { statement, reads, all, table } = this.prepare(sql);
    if (table) this.isTouched = true;
    if (!reads) {
      const changes = Number(statement.run(...values).changes);
      if (table && changes) this.changed.add(table);
      return { results: [], success: true, meta: { changes } };
    }
    const results = all(...values);
    if (table && results.length) this.changed.add(table);
    return { results, success: true, meta: { changes: results.length } };
  }
}

interface Bound {
  readonly sql: string;
  readonly values: readonly Value[];
}

class Statement implements Bound {
  constructor(
    private readonly record: D1Record,
    private readonly line: Line,
    readonly sql: string,
    readonly values: readonly Value[] = [],
  ) {}

  bind(...values: Value[]): Statement {
    return new Statement(this.record, this.line, this.sql, values);
  }

  all(): Promise<Answer> {
    return this.line(this.sql, () => this.record.all([this])[0]);
  }

  run(): Promise<Answer> {
    return this.all();
  }

  async first(): Promise<unknown> {
    return (await this.all()).results[0] ?? null;
  }

  async raw(): Promise<unknown[][]> {
    return (await this.all()).results.map(row => Object.values(row as object));
  }
}

export function bind(record: D1Record, line: Line): D1Database {
  const d1 = {
    prepare: (sql: string) => new Statement(record, line, sql),
    batch: (calls: readonly Bound[]) => line(calls[0].sql, () => record.all(calls)),
  };
  return d1 as unknown as D1Database;
}
