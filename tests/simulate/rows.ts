// A database of node:sqlite, and rows of its statements as plain objects. In: a prepared statement. Out: what asks it. Rows are taken as arrays and
// put into shape by a function made for their columns: node:sqlite's own objects are dictionaries, which take longer to make and to read than
// the database to find them.
import { DatabaseSync, type StatementSync } from 'node:sqlite';

type Value = string | number | null | Uint8Array;
type Asked<Row> = (...values: Value[]) => Row[];

/** In memory, for some dozens of rows. A savepoint keeps every page as it was that is written in it, and pages are 4 KiB unless told. */
export function smallDatabase(): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec('PRAGMA page_size = 1024');
  return db;
}

/**
 * The same statement, planned once. A limit that is only bound later SQLite looks at while it plans, and so plans anew for every binding, which takes
 * longer than the answer; into a sum it does not look.
 */
export const planned = (sql: string): string => sql.replace(/\bLIMIT \?/gi, 'LIMIT (? + 0)');

export function rowsOf<Row>(statement: StatementSync): Asked<Row> {
  const names = statement.columns().map(({ name }) => name);
  // Not in the first versions of Node 22.
  if (!names.length || !('setReturnArrays' in statement)) return (...values) => statement.all(...values) as Row[];
  statement.setReturnArrays(true);
  const fields = names.map((name, i) => `${JSON.stringify(name)}: row[${i}]`);
  const shape = new Function('row', `return { ${fields.join(', ')} };`) as (row: unknown) => Row;
  return (...values) => {
    const rows = statement.all(...values) as unknown[];
    for (let i = 0; i < rows.length; i++) rows[i] = shape(rows[i]);
    return rows as Row[];
  };
}
