// The Durable Object that sees to it that who is deleted is gone everywhere. There is one ('world'). In: who goes, as the front door has checked it.
// Out: his record deleted in D1 with what he held booked as destroyed, then everything that other rooms keep of him (steps.ts). It is written
// down before the first step, and only then forgotten when every step was done twice; so a crash anywhere in between ends in its being done.
import { DurableObject } from 'cloudflare:workers';
import type { DeparturesPort, Env, Leaving } from '../ports';
import { deleteAccount } from '../store/accounts';
import { deleteCharacter, listCharacters, ownerOfCharacter } from '../store/characters';
import { standings } from '../store/custody';
import { runVersions } from '../store/versions';
import { wallTime } from '../timing';
import { STEPS } from './steps';

const VERSIONS: readonly string[] = [
  `
  -- Who goes, until nothing is kept of him. id: of the account, or of the character that goes alone. rounds: how often all steps were done.
  CREATE TABLE leaving (id TEXT PRIMARY KEY, json TEXT NOT NULL, since_ms INTEGER NOT NULL, due_ms INTEGER NOT NULL, rounds INTEGER NOT NULL)
    WITHOUT ROWID;
  `,
];

const ANSWER_MS = 10_000;
/** What was on its way to a room when he went has arrived by then: everything is done once more. */
const SETTLED_MS = 60_000;
const ROUNDS = 2;
/** What did not go is tried again, the seldomer the longer it takes. */
const SOONEST_MS = 15_000;
const LATEST_MS = 3_600_000;

type Row = { id: string; json: string; since_ms: number; due_ms: number; rounds: number };

export class Departures extends DurableObject<Env> implements DeparturesPort {
  private readonly sql: SqlStorage;
  /** Whoever is just being seen to: nobody's two rounds fall together. */
  private readonly busy = new Set<string>();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.sql = ctx.storage.sql;
    runVersions(ctx.storage, VERSIONS);
  }

  async depart(leaving: Leaving): Promise<'gone' | 'inWorld'> {
    for (const character of leaving.characters) if (await ownerOfCharacter(this.env.DB, character)) return 'inWorld';
    const now_ms = Date.now();
    const id = leaving.account || leaving.characters[0];
    const query = 'INSERT OR REPLACE INTO leaving VALUES (?, ?, ?, ?, 0)';
    this.sql.exec(query, id, JSON.stringify(leaving), now_ms, now_ms + SOONEST_MS);
    await this.rearm();
    await this.attempt(id);
    return 'gone';
  }

  override async alarm(): Promise<void> {
    try {
      const due = this.sql.exec<{ id: string }>('SELECT id FROM leaving WHERE due_ms <= ?', Date.now()).toArray();
      for (const { id } of due) await this.attempt(id);
    } finally {
      await this.rearm();
    }
  }

  /** Everything that is still to be done for him. Never throws: what is left over is tried again at the alarm. */
  private async attempt(id: string): Promise<void> {
    const [row] = this.sql.exec<Row>('SELECT * FROM leaving WHERE id = ?', id).toArray();
    if (!row || this.busy.has(id)) return;
    this.busy.add(id);
    try {
      const isGone = await this.erase(id, JSON.parse(row.json) as Leaving);
      // Whoever came in at the last moment goes when he is out again; until then the rooms keep what they have.
      if (!isGone || !(await this.clear(id))) this.put(id, row.rounds, later_ms(row));
      else if (row.rounds + 1 < ROUNDS) this.put(id, row.rounds + 1, Date.now() + SETTLED_MS);
      else this.sql.exec('DELETE FROM leaving WHERE id = ?', id);
    } catch (error) {
      console.error({ event: 'departure_waits', id, error: String(error) });
      this.put(id, row.rounds, later_ms(row));
    } finally {
      this.busy.delete(id);
    }
    await this.rearm();
  }

  /** Out of D1. False: one of them is in the world, or a new one has appeared. */
  private async erase(id: string, { account, characters }: Leaving): Promise<boolean> {
    const { DB } = this.env;
    for (const character of characters) {
      const isDeleted = await deleteCharacter(DB, character, Date.now());
      if (!isDeleted && (await standings(DB, [character])).has(character)) return false;
    }
    if (!account || (await deleteAccount(DB, account))) return true;
    const more = (await listCharacters(DB, account)).map(card => card.id);
    if (!more.length) return true;
    const all: Leaving = { account, characters: [...new Set([...characters, ...more])] };
    this.sql.exec('UPDATE leaving SET json = ? WHERE id = ?', JSON.stringify(all), id);
    return false;
  }

  /** Out of every other room. False: one of them did not answer. */
  private async clear(id: string): Promise<boolean> {
    const [row] = this.sql.exec<Row>('SELECT * FROM leaving WHERE id = ?', id).toArray();
    if (!row) return true;
    const leaving = JSON.parse(row.json) as Leaving;
    const asked = STEPS.map(step => wallTime.within(step(this.env, leaving), ANSWER_MS));
    const failed = (await Promise.allSettled(asked)).filter(each => each.status === 'rejected');
    for (const { reason } of failed) console.warn({ event: 'departure_waits', id, error: String(reason) });
    return !failed.length;
  }

  private put(id: string, rounds: number, due_ms: number): void {
    this.sql.exec('UPDATE leaving SET rounds = ?, due_ms = ? WHERE id = ?', rounds, due_ms, id);
  }

  private async rearm(): Promise<void> {
    const { at } = this.sql.exec<{ at: number | null }>('SELECT min(due_ms) AS at FROM leaving').one();
    if (at !== null) await this.ctx.storage.setAlarm(at);
  }
}

function later_ms({ since_ms }: Row): number {
  const now_ms = Date.now();
  return now_ms + Math.min(LATEST_MS, Math.max(SOONEST_MS, (now_ms - since_ms) / 4));
}
