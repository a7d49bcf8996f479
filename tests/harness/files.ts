// The databases of a server of this machine, read past it: every region's own, the realm's and D1's. In: the folder of its state, and the
// server running or not. Out: rows. What is read here nobody is told of; nothing is written.
import { createHash, createHmac } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dungeons } from '../../src/shared/content';
import { ALL_REGIONS, instanceKey, type RegionKey } from '../../src/shared/regions';

const WORKER = 'evermarch';
/** A test's players begin no more runs of one dungeon than this at a time: instances are taken from the first one on. */
const MOST_RUNS = 12;
const INSTANCES = dungeons.all.flatMap(({ key }) => Array.from({ length: MOST_RUNS }, (_, slot) => instanceKey(key, slot)));
const D1 = 'miniflare-D1DatabaseObject';

export class Files {
  private readonly folder: string;

  constructor(state: string) {
    this.folder = join(state, 'v3');
  }

  /** Regions that were ever awake, instances of dungeons among them, and how to read each. */
  regions(): { key: RegionKey; file: string }[] {
    return [...ALL_REGIONS, ...INSTANCES]
      .map(key => ({ key, file: this.object('Region', key) }))
      .filter(({ file }) => existsSync(file));
  }

  /** Whoever keeps value for people, of those that ever did: the market, all guilds, and the mailboxes of all characters that there are. */
  keepers(): { address: string; file: string }[] {
    const ids = read(this.d1(), rows => rows<{ id: string }>('SELECT id FROM characters'));
    const boxes = ids.map(({ id }) => ({ address: `mailbox:${id}`, file: this.object('Mailbox', id) }));
    const banks = this.guilds().map(id => ({ address: `guild:${id}`, file: this.object('Guild', id) }));
    return [{ address: 'market', file: this.object('Market', 'world') }, ...banks, ...boxes].filter(({ file }) => existsSync(file));
  }

  talk(): string {
    return this.object('Talk', 'world');
  }

  private guilds(): string[] {
    const file = this.object('GuildRegistry', 'world');
    return existsSync(file) ? read(file, rows => rows<{ id: string }>('SELECT id FROM guild')).map(({ id }) => id) : [];
  }

  /** How often the world was divided or merged so far. */
  cuts(): number {
    const file = this.object('Realm', 'world');
    return existsSync(file) ? read(file, rows => rows<{ version: number }>('SELECT version FROM division')[0].version) : 0;
  }

  d1(): string {
    const folder = join(this.folder, 'd1', D1);
    const [name] = readdirSync(folder).filter(file => /^[0-9a-f]{64}\.sqlite$/.test(file));
    return join(folder, name);
  }

  private object(kind: string, name: string): string {
    return join(this.folder, 'do', `${WORKER}-${kind}`, `${idOf(`${WORKER}-${kind}`, name)}.sqlite`);
  }
}

export type Rows = <T>(query: string) => T[];

/** Opens a file for as long as `look` lasts. */
export function read<T>(file: string, look: (rows: Rows) => T): T {
  const db = open(file);
  try {
    return look(<R>(query: string) => db.prepare(query).all() as R[]);
  } finally {
    db.close();
  }
}

/** Keeps files open while `look` goes on looking whether any of them has a row to that query. */
export async function watch(files: readonly string[], query: string, look: (found: () => boolean) => Promise<void>): Promise<void> {
  const dbs = files.map(open);
  const statements = dbs.map(db => db.prepare(query));
  try {
    await look(() => statements.some(statement => statement.get() !== undefined));
  } finally {
    for (const db of dbs) db.close();
  }
}

function open(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { readOnly: true });
  // The server may be taking up what a dead one left in its log.
  db.exec('PRAGMA busy_timeout = 2000');
  return db;
}

/** The id that the local runtime gives to an object of that name (workerd, `idFromName`). */
function idOf(namespace: string, name: string): string {
  const key = createHash('sha256').update(namespace).digest();
  const sign = (data: string | Buffer): Buffer => createHmac('sha256', key).update(data).digest().subarray(0, 16);
  const head = sign(name);
  return Buffer.concat([head, sign(head)]).toString('hex');
}
