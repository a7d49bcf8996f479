// Counts the rows that an object writes into its SQLite, deletes and replacements too: on the platform each is billed. In: its storage.
// Out: the same storage, for everybody who writes; the count goes to whoever keeps it.

type Storage = Pick<DurableObjectStorage, 'sql' | 'transactionSync'>;

export function metered(storage: DurableObjectStorage, wrote: (rows: number) => void): Storage {
  const { sql } = storage;
  const exec: SqlStorage['exec'] = (query, ...bindings) => {
    const cursor = sql.exec(query, ...bindings);
    if (cursor.rowsWritten) wrote(cursor.rowsWritten);
    return cursor as never;
  };
  return { sql: { exec } as SqlStorage, transactionSync: steps => storage.transactionSync(steps) };
}
