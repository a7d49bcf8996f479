// D1 through Drizzle: one place that knows the schema. D1 has no interactive transactions; `batch` is one transaction.
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { SQL } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import * as schema from './schema';

export type Database = DrizzleD1Database<typeof schema>;

/** Drizzle works the schema out anew for every database it is given: once for each binding is enough. */
const known = new WeakMap<D1Database, Database>();

export function database(d1: D1Database): Database {
  let made = known.get(d1);
  if (!made) {
    made = drizzle(d1, { schema });
    known.set(d1, made);
  }
  return made;
}

const dialect = new SQLiteAsyncDialect();

/** A hand-written statement for `d1.batch`: Drizzle's own batch takes only what its builders made. */
export function statement(d1: D1Database, query: SQL): D1PreparedStatement {
  const { sql, params } = dialect.sqlToQuery(query);
  return d1.prepare(sql).bind(...params);
}
