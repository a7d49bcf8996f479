// D1 with a meter: rows read and written as D1 itself tells them with each result. In: a binding, a bill. Out: the same binding for its users.
import type { Bill } from '../bill';

type Row = Record<string, unknown>;

export function meteredD1(d1: D1Database, bill: Bill): D1Database {
  const note = <R extends { meta: D1Meta }>(result: R): R => {
    bill.d1RowsRead += result.meta.rows_read;
    bill.d1RowsWritten += result.meta.rows_written;
    return result;
  };
  const metered = {
    prepare: (query: string) => new Statement(d1.prepare(query), note),
    batch: async (statements: Statement[]) => (await d1.batch(statements.map(({ inner }) => inner))).map(note),
  };
  return metered as unknown as D1Database;
}

/** `first` and `raw` tell no rows by themselves: they are read out of `all`. (The game's queries name each column once.) */
class Statement {
  constructor(
    readonly inner: D1PreparedStatement,
    private readonly note: <R extends { meta: D1Meta }>(result: R) => R,
  ) {}

  bind(...values: unknown[]): Statement {
    return new Statement(this.inner.bind(...values), this.note);
  }

  async all(): Promise<D1Result<Row>> {
    return this.note(await this.inner.all<Row>());
  }

  async run(): Promise<D1Result<Row>> {
    return this.note(await this.inner.run<Row>());
  }

  async first(column?: string): Promise<unknown> {
    const [row] = (await this.all()).results;
    return (column === undefined ? row : row?.[column]) ?? null;
  }

  async raw(): Promise<unknown[][]> {
    return (await this.all()).results.map(row => Object.values(row));
  }
}
