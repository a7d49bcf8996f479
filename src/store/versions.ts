// SQLite of a Durable Object, forward only. In: its storage and every version of its tables. Out: tables of the newest version.

/** Runs what is missing, each version once and in order, whole or not at all. Throws on storage that a newer program wrote. */
export function runVersions(storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>, versions: readonly string[]): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    sql.exec('CREATE TABLE IF NOT EXISTS version (number INTEGER PRIMARY KEY)');
    const done = sql.exec<{ number: number }>('SELECT coalesce(max(number), 0) AS number FROM version').one().number;
    if (done > versions.length) throw new Error(`storage of version ${done} is newer than this program (${versions.length})`);
    for (let number = done + 1; number <= versions.length; number++) {
      sql.exec(versions[number - 1]);
      sql.exec('INSERT INTO version VALUES (?)', number);
    }
  });
}
