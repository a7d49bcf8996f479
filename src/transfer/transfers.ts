// Moves value from one Durable Object to another exactly once: the one primitive behind crossings, and whatever else changes hands between
// objects. In: parcels, put down by the holder in the transaction that takes their content from him. Out: parcels, taken in by the receiver
// in the transaction that gives him their content. Method: transactional outbox and inbox, with numbers in order per pair.
//
// T1  A thing is in exactly one place: with a holder, or in the outbox of one.
// T2  Leaving a holder and entering his outbox is one transaction; so is entering a holder and being noted in his inbox.
// T3  Of one sender a receiver takes only numbers above the last it took: a parcel that comes twice is taken once.
// T4  A parcel leaves the outbox only after its receiver has said that its number is durable there.
// T5  A parcel never changes, and to one receiver parcels go in the order in which they were put down.
// T6  Nobody refuses a parcel. Who cannot keep its content passes it on, as a parcel of his own.
// T7  A sender whose storage was put back to an older copy does not send again what he may have sent before: the receiver takes nothing and
//     his answer tells why. What lay in the outbox at the sender's birth is set aside for a human, what was put down since gets new numbers.
import { backoff_ms, type Timing } from '../timing';
import { ulid } from '../ulid';
import type { Parcel, Taken } from './ports';

export interface Seams {
  readonly timing: Timing;
  /** Brings parcels to their receiver's `receive`; resolves to its answer. Throws when there is none. */
  deliver(to: string, parcels: readonly Parcel[]): Promise<Taken>;
  /** Something for the log that somebody should look at. */
  alarm(event: string, facts: object): void;
}

type Storage = Pick<DurableObjectStorage, 'sql' | 'transactionSync'>;

const MOST_AT_ONCE = 16;
const ANSWER_MS = 5_000;
const LONGEST_RETRY_MS = 15_000;

/** Run once with the other tables of the object (all names begin with `parcel_`). */
export const TRANSFER_TABLES = `
  CREATE TABLE parcel_out (
    number INTEGER PRIMARY KEY, receiver TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, aside INTEGER NOT NULL
  );
  CREATE TABLE parcel_in (sender TEXT PRIMARY KEY, number INTEGER NOT NULL, id TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE parcel_count (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL);
  INSERT INTO parcel_count VALUES (1, 0);
`;

type ParcelRow = { number: number; receiver: string; id: string; kind: string; body: string };

export class Transfers {
  /** Receivers whose answer is awaited. */
  private readonly asked = new Set<string>();
  private readonly failures = new Map<string, number>();
  private readonly retryAt_ms = new Map<string, number>();
  /** The last number given before this object was born. */
  private readonly born: number;

  constructor(
    private readonly storage: Storage,
    private readonly seams: Seams,
  ) {
    this.born = storage.sql.exec<{ number: number }>('SELECT number FROM parcel_count').one().number;
  }

  /** Puts a parcel down. To be called inside the transaction that takes its content from the holder; then call `pump`. */
  send(to: string, kind: string, body: string): void {
    const id = ulid(this.seams.timing.now());
    this.storage.sql.exec('INSERT INTO parcel_out VALUES (?, ?, ?, ?, ?, 0)', this.nextNumber(), to, id, kind, body);
  }

  /**
   * Takes parcels in, each in a transaction of its own with what `take` does; those taken before are passed over. Returns the last one
   * taken from this sender, which is the answer he waits for. What `take` returns is called after its transaction. A throw of `take` leaves
   * its parcel, and all after it, for another time.
   */
  receive(from: string, parcels: readonly Parcel[], take: (kind: string, body: string) => () => void): Taken {
    let last = this.lastOf(from);
    // Whoever repeats himself repeats the last one, too, unless that is long ago, or he has forgotten it.
    const isKnown = ({ number, id }: Parcel): boolean => number === last.number && id === last.id;
    if (parcels.some(({ number }) => number <= last.number) && !parcels.some(isKnown)) return last;
    for (const { number, id, kind, body } of parcels) {
      if (number <= last.number) continue;
      let after: () => void;
      try {
        after = this.storage.transactionSync(() => {
          this.storage.sql.exec('INSERT OR REPLACE INTO parcel_in VALUES (?, ?, ?)', from, number, id);
          return take(kind, body);
        });
      } catch (error) {
        this.seams.alarm('parcel_refused', { from, number, kind, error: String(error) });
        break;
      }
      last = { number, id };
      after();
    }
    return last;
  }

  /** Sends everything that is due. Resolves when nothing more can be done now; never throws. */
  async pump(): Promise<void> {
    const now_ms = this.seams.timing.now();
    const due = this.receivers().filter(to => !this.asked.has(to) && now_ms >= (this.retryAt_ms.get(to) ?? 0));
    await Promise.all(due.map(to => this.serve(to)));
  }

  /** When something is to be sent next (epoch ms); Infinity when the outbox is empty. */
  due_ms(): number {
    return Math.min(Infinity, ...this.receivers().map(to => this.retryAt_ms.get(to) ?? 0));
  }

  /** Parcels on their way, of one kind or of all. */
  waiting(kind?: string): Parcel[] {
    const rows = this.storage.sql.exec<ParcelRow>('SELECT * FROM parcel_out ORDER BY number').toArray();
    return rows.filter(row => !kind || row.kind === kind);
  }

  private async serve(to: string): Promise<void> {
    this.asked.add(to);
    try {
      for (let parcels = this.outgoing(to); parcels.length; parcels = this.outgoing(to)) {
        const taken = await this.seams.timing.within(this.seams.deliver(to, parcels), ANSWER_MS);
        if (!this.settle(to, parcels, taken)) throw new Error('the receiver took none of them');
        this.failures.delete(to);
        this.retryAt_ms.delete(to);
      }
    } catch (error) {
      const failures = this.failures.get(to) ?? 0;
      this.failures.set(to, failures + 1);
      this.retryAt_ms.set(to, this.seams.timing.now() + backoff_ms(failures, LONGEST_RETRY_MS, this.seams.timing));
      console.warn({ event: 'parcels_wait', to, failures, error: String(error) });
    } finally {
      this.asked.delete(to);
    }
  }

  /** Takes out of the box what has arrived; false when nothing of it has. */
  private settle(to: string, sent: readonly Parcel[], taken: Taken): boolean {
    const { sql } = this.storage;
    const known = sent.find(parcel => parcel.number === taken.number);
    if (taken.number >= sent[0].number && known?.id !== taken.id) {
      this.setAside(to, taken.number);
      return true;
    }
    const arrived = sent.filter(parcel => parcel.number <= taken.number);
    if (!arrived.length) return false;
    this.storage.transactionSync(() => {
      for (const { number } of arrived) sql.exec('DELETE FROM parcel_out WHERE number = ?', number);
    });
    return true;
  }

  /** The receiver knows numbers that we have not given yet: our storage is an older copy of itself. */
  private setAside(to: string, known: number): void {
    const { sql } = this.storage;
    const aside = this.storage.transactionSync(() => {
      const { rowsWritten } = sql.exec('UPDATE parcel_out SET aside = 1 WHERE receiver = ? AND number <= ?', to, this.born);
      sql.exec('UPDATE parcel_count SET number = max(number, ?)', known);
      for (const { number } of this.outgoing(to, Number.MAX_SAFE_INTEGER)) {
        sql.exec('UPDATE parcel_out SET number = ? WHERE number = ?', this.nextNumber(), number);
      }
      return rowsWritten;
    });
    this.seams.alarm('parcels_set_aside', { to, known, aside });
  }

  private nextNumber(): number {
    const { sql } = this.storage;
    return sql.exec<{ number: number }>('UPDATE parcel_count SET number = number + 1 RETURNING number').one().number;
  }

  private lastOf(sender: string): Taken {
    const [row] = this.storage.sql.exec<{ number: number; id: string }>(
      'SELECT number, id FROM parcel_in WHERE sender = ?',
      sender,
    );
    return row ?? { number: 0, id: '' };
  }

  private receivers(): string[] {
    const rows = this.storage.sql.exec<{ receiver: string }>('SELECT DISTINCT receiver FROM parcel_out WHERE aside = 0');
    return rows.toArray().map(row => row.receiver);
  }

  private outgoing(to: string, most = MOST_AT_ONCE): Parcel[] {
    const query = 'SELECT number, id, kind, body FROM parcel_out WHERE receiver = ? AND aside = 0 ORDER BY number LIMIT ?';
    return this.storage.sql.exec<ParcelRow>(query, to, most).toArray();
  }
}
