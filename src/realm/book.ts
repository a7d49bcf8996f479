// The realm's SQLite: how the world is cut and how the front stands. In: changes, written before anybody is told. Out: what a boot needs.
import { type Division, isRegion, isWhole, type RegionKey } from '../shared/regions';
import { BOARD, type Front, firstFront, fitted } from '../shared/rules/front';
import { runVersions } from '../store/versions';

const VERSIONS: readonly string[] = [
  `
  -- Every region that ever divided or merged: how it is cut now and since when.
  CREATE TABLE cut (region TEXT PRIMARY KEY, divided INTEGER NOT NULL, since_ms INTEGER NOT NULL) WITHOUT ROWID;
  -- Grows with every cut. One row.
  CREATE TABLE division (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL);
  INSERT INTO division VALUES (1, 0);
  -- The front as JSON: one row written an hour, and only in hours that somebody looks.
  CREATE TABLE front (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
  `,
  `
  -- The run that each instance of a dungeon has, or had last (runs.ts), as JSON.
  CREATE TABLE run (instance TEXT PRIMARY KEY, json TEXT NOT NULL, closed INTEGER NOT NULL) WITHOUT ROWID;
  `,
  `
  -- Every party there is (parties.ts), and everybody who waits for a company (muster.ts), as JSON.
  CREATE TABLE party (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE ticket (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  `,
  `
  -- Everybody who waits for a match (lists.ts), as JSON; and which arenas are taken, until when.
  CREATE TABLE enlisted (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE arena (instance TEXT PRIMARY KEY, until_ms INTEGER NOT NULL) WITHOUT ROWID;
  `,
];

type CutRow = { region: string; divided: number; since_ms: number };

export class Book {
  private readonly sql: SqlStorage;
  private readonly cuts = new Map<RegionKey, { divided: boolean; since_ms: number }>();
  private version: number;
  private newestFront: Front;

  constructor(
    private readonly storage: DurableObjectStorage,
    hour: number,
  ) {
    this.sql = storage.sql;
    runVersions(storage, VERSIONS);
    this.version = this.sql.exec<{ version: number }>('SELECT version FROM division').one().version;
    for (const { region, divided, since_ms } of this.sql.exec<CutRow>('SELECT * FROM cut')) {
      if (isRegion(region) && isWhole(region)) this.cuts.set(region, { divided: divided === 1, since_ms });
    }
    const [kept] = this.sql.exec<{ json: string }>('SELECT json FROM front').toArray();
    this.newestFront = kept ? fitted(BOARD, JSON.parse(kept.json) as Front) : firstFront(BOARD, hour);
    if (!kept) this.keepFront(this.newestFront);
  }

  get division(): Division {
    const divided = [...this.cuts].flatMap(([region, cut]) => (cut.divided ? [region] : []));
    return { version: this.version, divided };
  }

  get front(): Front {
    return this.newestFront;
  }

  isDivided(region: RegionKey): boolean {
    return this.cuts.get(region)?.divided ?? false;
  }

  /** Epoch ms of its last division or merging; 0 when it never had one. */
  cutSince_ms(region: RegionKey): number {
    return this.cuts.get(region)?.since_ms ?? 0;
  }

  cut(region: RegionKey, divided: boolean, now_ms: number): void {
    this.storage.transactionSync(() => {
      this.sql.exec('INSERT OR REPLACE INTO cut VALUES (?, ?, ?)', region, divided ? 1 : 0, now_ms);
      this.sql.exec('UPDATE division SET version = ?', this.version + 1);
    });
    this.version++;
    this.cuts.set(region, { divided, since_ms: now_ms });
  }

  keepFront(front: Front): void {
    this.sql.exec('INSERT OR REPLACE INTO front VALUES (1, ?)', JSON.stringify(front));
    this.newestFront = front;
  }
}
