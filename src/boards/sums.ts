// Sums over whole lives, and what of each fell into the present day, week and season. In: facts, late, doubled or mixed up. Out: rows, and the
// first of a board. A fact counts by how much it is above what is known, so nothing is ever counted twice.
import type { BoardRow } from '../ports';
import { BOARDS, type Fact, numberOfPeriod, PERIODS, type Period, TOP } from '../shared/rules/boards';

type SumRow = {
  name: string;
  level: number;
  covenant: number;
  total: number;
  day: number;
  day_from: number;
  week: number;
  week_from: number;
  season: number;
  season_from: number;
};

export class Sums {
  constructor(private readonly sql: SqlStorage) {}

  take({ board, subject, name, level, covenant, total }: Fact, now_ms: number): void {
    const [known] = this.sql.exec<SumRow>('SELECT * FROM sum WHERE board = ? AND subject = ?', board, subject);
    if (known && total <= known.total) return;
    const since = PERIODS.flatMap(period => {
      const number = numberOfPeriod(period, now_ms);
      const goesOn = known?.[period] === number;
      return [number, goesOn ? known[`${period}_from`] : (known?.total ?? 0)];
    });
    const query = 'INSERT OR REPLACE INTO sum VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
    this.sql.exec(query, board, subject, name, level, covenant, total, ...since);
  }

  forget(subject: string): void {
    for (const board of BOARDS) this.sql.exec('DELETE FROM sum WHERE board = ? AND subject = ?', board, subject);
  }

  top(board: string, period: Period, now_ms: number): BoardRow[] {
    const query = `SELECT subject, name, level, covenant, total - ${period}_from AS value FROM sum
      WHERE board = ? AND ${period} = ? AND total > ${period}_from ORDER BY value DESC, subject LIMIT ${TOP}`;
    const rows = this.sql.exec<Omit<BoardRow, 'place'>>(query, board, numberOfPeriod(period, now_ms)).toArray();
    return rows.map((row, i) => ({ place: i + 1, ...row }));
  }

  /** Somebody's own place, however far down; null: he has none. */
  placeOf(board: string, period: Period, name: string, now_ms: number): BoardRow | null {
    const number = numberOfPeriod(period, now_ms);
    const value = `total - ${period}_from`;
    const [row] = this.sql.exec<Omit<BoardRow, 'place'>>(
      `SELECT subject, name, level, covenant, ${value} AS value FROM sum WHERE board = ? AND ${period} = ? AND name = ? AND total > ${period}_from`,
      board,
      number,
      name,
    );
    if (!row) return null;
    const above = this.sql.exec<{ n: number }>(
      `SELECT count(*) AS n FROM sum WHERE board = ? AND ${period} = ? AND (${value} > ? OR (${value} = ? AND subject < ?))`,
      board,
      number,
      row.value,
      row.value,
      row.subject,
    );
    return { place: above.one().n + 1, ...row };
  }
}
