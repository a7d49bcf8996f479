// What every Durable Object has that keeps value for people who may be elsewhere (mailboxes, the market): an outbox and inbox of parcels, books
// of what ceases while it keeps it, and one alarm for whatever is due. In: parcels, alarms. Out: parcels, and lines in D1's ledger.
import { DurableObject } from 'cloudflare:workers';
import { type Address, type Env, realmPort, receiverPort, type Letter as Word } from '../ports';
import type { Cause } from '../shared/rules/journal';
import { writeLines } from '../store/custody';
import { runVersions } from '../store/versions';
import { wallTime } from '../timing';
import type { Parcel, Taken } from '../transfer/ports';
import { TRANSFER_TABLES, Transfers } from '../transfer/transfers';
import { ulid } from '../ulid';

/** What ceases while nobody has it in hand: books of a keeper itself. */
export interface Ceased {
  /** Whose it was. */
  readonly character: string;
  readonly cause: Cause;
  readonly gold: number;
  readonly kind: number;
  readonly quantity: number;
}

export const KEEPER_TABLES = `
  ${TRANSFER_TABLES}
  -- Sinks not yet written to D1.
  CREATE TABLE booked (
    id TEXT PRIMARY KEY, character TEXT NOT NULL, cause INTEGER NOT NULL, gold INTEGER NOT NULL, kind INTEGER NOT NULL, quantity INTEGER NOT NULL
  ) WITHOUT ROWID;
`;

const LINES_AT_ONCE = 50;
const ANSWER_MS = 10_000;
/** D1 is told of sinks so much later at most, and asked again after this long when it does not answer. */
const BOOK_MS = 30_000;
const SOONEST_MS = 250;

type Line = Ceased & { id: string };

export abstract class Keeper extends DurableObject<Env> {
  protected readonly sql: SqlStorage;
  readonly transfers: Transfers;
  private bookAt_ms = 0;

  constructor(ctx: DurableObjectState, env: Env, versions: readonly string[]) {
    super(ctx, env);
    this.sql = ctx.storage.sql;
    runVersions(ctx.storage, versions);
    this.transfers = new Transfers(ctx.storage, {
      timing: wallTime,
      deliver: (to, parcels) => receiverPort(env, to).receive(this.address, parcels),
      alarm: (event, facts) => console.error({ event, keeper: this.address, ...facts }),
    });
    this.bookAt_ms = this.sql.exec('SELECT 1 FROM booked LIMIT 1').toArray().length ? Date.now() : Infinity;
    void this.transfers.pump();
    this.rearm();
  }

  protected abstract get address(): Address;
  /** What a parcel of a known kind does, inside its transaction; what it returns is done after it. */
  protected abstract take(kind: string, body: unknown, now_ms: number): () => void;
  /** What time brings about; inside a transaction of its own. */
  protected abstract expire(now_ms: number): void;
  /** When time brings something about next, epoch ms. */
  protected abstract expiry_ms(): number;

  async receive(from: Address, parcels: readonly Parcel[]): Promise<Taken> {
    const taken = this.transfers.receive(from, parcels, (kind, body) => this.take(kind, JSON.parse(body), Date.now()));
    this.settle();
    return taken;
  }

  /** At least once, perhaps twice, perhaps late: everything goes by what is, not by what the alarm was for. */
  override async alarm(): Promise<void> {
    try {
      const now_ms = Date.now();
      if (this.expiry_ms() <= now_ms) this.transaction(() => this.expire(now_ms));
      await Promise.all([this.transfers.pump(), this.tellBooks(now_ms)]);
    } finally {
      this.rearm();
    }
  }

  protected transaction<T>(steps: () => T): T {
    return this.ctx.storage.transactionSync(steps);
  }

  /** After each transaction: what it sent is on its way, and the alarm stands. */
  protected settle(): void {
    this.ctx.waitUntil(this.transfers.pump());
    this.rearm();
  }

  /** To be called inside the transaction in which it ceases. */
  protected bookCeased({ character, cause, gold, kind, quantity }: Ceased, now_ms: number): void {
    if (!gold && !quantity) return;
    this.sql.exec('INSERT INTO booked VALUES (?, ?, ?, ?, ?, ?)', ulid(now_ms), character, cause, gold, kind, quantity);
    this.bookAt_ms = Math.min(this.bookAt_ms, now_ms + BOOK_MS);
  }

  /** A word for people who are in the world; who is not will find it. Lost if nobody answers. */
  protected tell(words: readonly Word[]): void {
    const told = realmPort(this.env).post(words);
    this.ctx.waitUntil(told.catch(error => console.warn({ event: 'word_lost', keeper: this.address, error: String(error) })));
  }

  private async tellBooks(now_ms: number): Promise<void> {
    if (now_ms < this.bookAt_ms) return;
    this.bookAt_ms = now_ms + BOOK_MS;
    const lines = this.sql.exec<Line & Record<string, SqlStorageValue>>('SELECT * FROM booked LIMIT ?', LINES_AT_ONCE).toArray();
    try {
      if (lines.length) await wallTime.within(writeLines(this.env.DB, this.address, lines), ANSWER_MS);
      this.transaction(() => {
        for (const { id } of lines) this.sql.exec('DELETE FROM booked WHERE id = ?', id);
      });
      const left = this.sql.exec('SELECT 1 FROM booked LIMIT 1').toArray().length;
      this.bookAt_ms = left ? now_ms : Infinity;
    } catch (error) {
      console.warn({ event: 'books_wait', keeper: this.address, lines: lines.length, error: String(error) });
    }
  }

  protected rearm(): void {
    const due_ms = Math.min(this.transfers.due_ms(), this.expiry_ms(), this.bookAt_ms);
    if (due_ms === Infinity) return;
    void this.ctx.storage.setAlarm(Math.max(Date.now() + SOONEST_MS, due_ms));
  }
}
