// Ratings of the arena, per season. In: matches that are over. Out: each counted once; what each one's rating is; the first of those who have
// fought in a period.
import type { BoardRow } from '../ports';
import { FIRST_RATING, type Fighter, type Match, ratedAfter } from '../shared/rules/arena';
import { numberOfPeriod, type Period, seasonOf, TOP } from '../shared/rules/boards';

/** A match is told of again for no longer than this. */
const REMEMBERED_MS = 28 * 86_400_000;

export interface Rated {
  readonly character: string;
  readonly before: number;
  readonly after: number;
}

export class Ratings {
  constructor(private readonly sql: SqlStorage) {}

  of(characters: readonly string[], now_ms: number): number[] {
    return characters.map(character => this.rating(seasonOf(now_ms), character));
  }

  /** To be called inside a transaction. Null: it was counted before, or was no fight. */
  settle(match: Match, now_ms: number): Rated[] | null {
    this.sql.exec('DELETE FROM settled WHERE at_ms < ?', now_ms - REMEMBERED_MS);
    if (!this.sql.exec('INSERT OR IGNORE INTO settled VALUES (?, ?)', match.id, now_ms).rowsWritten || !match.over) return null;
    const { score, at_ms } = match.over;
    if (score === null) return null;
    const season = seasonOf(at_ms);
    // Others may have ended since the sides were put together: what counts is what is known here.
    const now = (fighter: Fighter): Fighter => ({ ...fighter, rating: this.rating(season, fighter.character) });
    const [one, two] = match.sides.map(side => side.map(now));
    const after = ratedAfter({ ...match, sides: [one, two] });
    return [one, two].flatMap((side, i) =>
      side.map(fighter => {
        const own = match.out.includes(fighter.character) ? 0 : i === 0 ? score : 1 - score;
        const rating = after.get(fighter.character) ?? fighter.rating;
        this.put(season, fighter, rating, own, at_ms);
        return { character: fighter.character, before: fighter.rating, after: rating };
      }),
    );
  }

  /** Of all seasons so far: a row for each in which he fought. */
  forget(subject: string): void {
    this.sql.exec('DELETE FROM rating WHERE subject = ?', subject);
  }

  top(period: Period, now_ms: number): BoardRow[] {
    const query = `SELECT subject, name, level, covenant, rating AS value, won, lost, drawn FROM rating
      WHERE season = ? AND fought_ms >= ? ORDER BY rating DESC, subject LIMIT ${TOP}`;
    const rows = this.sql.exec<Omit<BoardRow, 'place'>>(query, seasonOf(now_ms), beginsOf(period, now_ms)).toArray();
    return rows.map((row, i) => ({ place: i + 1, ...row }));
  }

  placeOf(period: Period, name: string, now_ms: number): BoardRow | null {
    const [season, from] = [seasonOf(now_ms), beginsOf(period, now_ms)];
    const [row] = this.sql.exec<Omit<BoardRow, 'place'>>(
      `SELECT subject, name, level, covenant, rating AS value, won, lost, drawn FROM rating
        WHERE season = ? AND fought_ms >= ? AND name = ?`,
      season,
      from,
      name,
    );
    if (!row) return null;
    const above = this.sql.exec<{ n: number }>(
      'SELECT count(*) AS n FROM rating WHERE season = ? AND fought_ms >= ? AND (rating > ? OR (rating = ? AND subject < ?))',
      season,
      from,
      row.value,
      row.value,
      row.subject,
    );
    return { place: above.one().n + 1, ...row };
  }

  private rating(season: number, character: string): number {
    const query = 'SELECT rating FROM rating WHERE season = ? AND subject = ?';
    return this.sql.exec<{ rating: number }>(query, season, character).toArray()[0]?.rating ?? FIRST_RATING;
  }

  private put(season: number, { character, name, level, covenant }: Fighter, rating: number, own: number, at_ms: number): void {
    const [won, lost, drawn] = [own === 1 ? 1 : 0, own === 0 ? 1 : 0, own === 0.5 ? 1 : 0];
    this.sql.exec(
      `INSERT INTO rating VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (season, subject) DO UPDATE SET
        name = excluded.name, level = excluded.level, covenant = excluded.covenant, rating = excluded.rating,
        won = won + excluded.won, lost = lost + excluded.lost, drawn = drawn + excluded.drawn, fought_ms = max(fought_ms, excluded.fought_ms)`,
      season,
      character,
      name,
      level,
      covenant,
      rating,
      won,
      lost,
      drawn,
      at_ms,
    );
  }
}

/** When the period began in which that instant lies, epoch ms: by looking back for the last instant of another one. */
function beginsOf(period: Period, now_ms: number): number {
  if (period === 'season') return 0;
  const day_ms = 86_400_000;
  const today = Math.floor(now_ms / day_ms);
  let day = today;
  while (numberOfPeriod(period, (day - 1) * day_ms) === numberOfPeriod(period, now_ms)) day--;
  return day * day_ms;
}
