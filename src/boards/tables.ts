// The boards' own SQLite, forward only. Rows are billed: a sum is one row, with what it was when each period began.
import { runVersions } from '../store/versions';
import { TRANSFER_TABLES } from '../transfer/transfers';

const VERSIONS: readonly string[] = [
  `
  ${TRANSFER_TABLES}
  CREATE TABLE sum (
    board TEXT NOT NULL, subject TEXT NOT NULL, name TEXT NOT NULL, level INTEGER NOT NULL, covenant INTEGER NOT NULL, total REAL NOT NULL,
    day INTEGER NOT NULL, day_from REAL NOT NULL, week INTEGER NOT NULL, week_from REAL NOT NULL, season INTEGER NOT NULL, season_from REAL NOT NULL,
    PRIMARY KEY (board, subject)
  ) WITHOUT ROWID;
  CREATE TABLE rating (
    season INTEGER NOT NULL, subject TEXT NOT NULL, name TEXT NOT NULL, level INTEGER NOT NULL, covenant INTEGER NOT NULL, rating INTEGER NOT NULL,
    won INTEGER NOT NULL, lost INTEGER NOT NULL, drawn INTEGER NOT NULL, fought_ms INTEGER NOT NULL, PRIMARY KEY (season, subject)
  ) WITHOUT ROWID;
  -- Matches that have been counted, until nobody can tell of them again.
  CREATE TABLE settled (match TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) WITHOUT ROWID;
  `,
];

export function prepareTables(storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>): void {
  runVersions(storage, VERSIONS);
}
