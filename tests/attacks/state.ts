// What is on record, read past the server: D1's tables, and what a region holds of somebody. In: the folder of its state. Out: texts to compare.
import { createHash } from 'node:crypto';
import { HOME_REGION } from '../../src/shared/content';
import { Files, read } from '../harness/files';

/** Everything of accounts and their belongings; when a session was used last is no matter. `IDS`: of those who are in the world. */
const RECORD = {
  accounts: 'SELECT id, role, muted_until_ms FROM accounts ORDER BY id',
  characters: `SELECT id, account_id, place, name, covenant, look, level, xp, gold, quests, done FROM characters
    WHERE id NOT IN (IDS) ORDER BY id`,
  items: 'SELECT * FROM items WHERE character_id NOT IN (IDS) ORDER BY id',
  ledger: 'SELECT count(*) AS lines, sum(gold) AS gold, sum(quantity) AS quantity FROM ledger',
  sessions: 'SELECT id, account_id, token_hash FROM sessions ORDER BY id',
  passkeys: 'SELECT id, account_id, public_key FROM passkeys ORDER BY id',
  codes: 'SELECT hash FROM recovery_codes ORDER BY hash',
  bans: 'SELECT * FROM bans ORDER BY id',
  audit: 'SELECT id FROM audit ORDER BY id',
};

export class State {
  private readonly files: Files;

  /** `abroad`: characters who are in the world, where time alone changes what they have seen. */
  constructor(
    folder: string,
    private readonly abroad: readonly string[],
  ) {
    this.files = new Files(folder);
  }

  /** Of all tables of D1: a sum each. */
  record(...without: (keyof typeof RECORD)[]): string {
    const ids = this.abroad.map(id => `'${id}'`).join();
    return read(this.files.d1(), rows =>
      Object.entries(RECORD)
        .filter(([table]) => !without.includes(table as keyof typeof RECORD))
        .map(
          ([table, query]) =>
            `${table} ${createHash('sha1')
              .update(JSON.stringify(rows(query.replace('IDS', ids))))
              .digest('hex')
              .slice(0, 10)}`,
        )
        .join(', '),
    );
  }

  query<T>(query: string): T[] {
    return read(this.files.d1(), rows => rows<T>(query));
  }

  /** Only what they have. */
  goods(...characters: string[]): string {
    const { people, items } = JSON.parse(this.held(...characters)) as { people: { gold: number }[]; items: unknown[] };
    return JSON.stringify({ gold: people.map(({ gold }) => gold), items });
  }

  /** What the home region holds of these characters, and what lies on its ground. What they merely did is counted as they go. */
  held(...characters: string[]): string {
    const home = this.files.regions().find(({ key }) => key === HOME_REGION);
    if (!home) return '';
    const ids = characters.map(id => `'${id}'`).join();
    return read(home.file, rows => {
      const people = rows<{ life: string; progress: Uint8Array }>(
        `SELECT id, level, xp, gold, progress, life FROM character WHERE id IN (${ids}) ORDER BY id`,
      ).map(({ life, progress, ...rest }) => {
        const { tallies, rested, ...lasting } = JSON.parse(life || '{}');
        return { ...rest, progress: Buffer.from(progress).toString('base64'), lasting };
      });
      const items = rows(`SELECT id, owner, kind, quantity, slot FROM item WHERE owner IN (${ids}) ORDER BY id`);
      return JSON.stringify({ people, items, ground: rows('SELECT item, quantity FROM ground ORDER BY item') });
    });
  }
}
