// Who holds a character: check-out from D1 on entering, write-behind while it is here, check-in after it left. In: wishes of the region.
// Out: Held records, and writes that are retried until D1 answers. Nothing here is awaited by a tick. While D1 is away play goes on:
// what is held is the truth, a batch that got no answer is repeated as it was (its key makes that harmless), and only newcomers wait.
import type { D1Database } from '@cloudflare/workers-types';
import { checkOut, writeBehind } from '../store/custody';
import type { DirtyCharacter, Soft } from '../store/ports';
import type { Counters } from './counters';
import type { Held } from './held';
import type { Store } from './store';

/** A dirty character is written to D1 after this long; with retries within a minute. */
const WRITE_BEHIND_MS = 30_000;
const MOST_PER_BATCH = 20;
const ANSWER_MS = 10_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

interface Batch {
  sequence: number;
  dirty: DirtyCharacter[];
}

export type Entry = Held | { busy: string } | { gone: true };

export class Custody {
  held: Map<string, Held>;
  private readonly asking = new Map<string, Promise<Entry>>();
  /** The batch on its way, kept unchanged until D1 has answered for it. */
  private batch: Batch | null = null;
  private sending: Promise<void> | null = null;
  private tending: Promise<void> | null = null;
  private failures = 0;
  private retryAt_ms = 0;

  constructor(
    private readonly d1: D1Database,
    private readonly region: string,
    private readonly store: Store,
    private readonly counters: Counters,
    /** A character turned out to be owned by another: its body must go. */
    private readonly onLost: (held: Held) => void,
  ) {
    this.held = store.load();
  }

  /** The last word to D1 found no answer. */
  get away(): boolean {
    return this.failures > 0;
  }

  /** Memory is doubtful: what is written down counts. */
  reload(): void {
    this.held = this.store.load();
  }

  /** A character for a player who enters: what is here already, else checked out of D1. Throws when D1 does not answer. */
  async take(id: string): Promise<Entry> {
    // Its check-in may be under way: whether it still is ours, only D1's answer tells.
    while (this.batch?.dirty.some(d => d.release && d.character.id === id)) await this.send();
    const here = this.held.get(id);
    if (here) {
      if (here.leaving) this.store.setLeaving(here, false);
      return here;
    }
    let asked = this.asking.get(id);
    if (!asked) {
      asked = this.fetch(id).finally(() => this.asking.delete(id));
      this.asking.set(id, asked);
    }
    return asked;
  }

  /** Its player is gone: parked here until D1 has it. */
  leave(held: Held, soft: Soft): void {
    held.soft = soft;
    this.store.setLeaving(held, true);
  }

  /** Sends what is due; resolves when nothing more can be done now. Errors of D1 are counted and tried again later, never thrown. */
  tend(now_ms: number): Promise<void> {
    this.tending ??= this.work(now_ms).finally(() => {
      this.tending = null;
    });
    return this.tending;
  }

  private async work(now_ms: number): Promise<void> {
    while (now_ms >= this.retryAt_ms) {
      if (!this.batch && !this.fill(now_ms)) return;
      try {
        await this.send();
      } catch (error) {
        this.counters.count('d1.away');
        console.warn({ event: 'write_behind_waits', region: this.region, failures: this.failures, error: String(error) });
        return;
      }
    }
  }

  /** When something is to be done next (epoch ms); Infinity when D1 has everything and nobody is held. */
  due_ms(now_ms: number): number {
    let due = this.batch ? now_ms : Infinity;
    for (const held of this.held.values()) {
      if (held.leaving) due = now_ms;
      else if (held.dirtySince_ms) due = Math.min(due, held.dirtySince_ms + WRITE_BEHIND_MS);
    }
    return Math.max(due, this.retryAt_ms);
  }

  /** How many characters D1 is behind on. */
  get behind(): number {
    let count = 0;
    for (const held of this.held.values()) if (held.leaving || held.dirtySince_ms) count++;
    return count;
  }

  private async fetch(id: string): Promise<Entry> {
    const out = await answered(checkOut(this.d1, id, this.region, Date.now()));
    if (!('ok' in out)) return out;
    const held = this.store.take(out.ok);
    this.held.set(id, held);
    return held;
  }

  private fill(now_ms: number): boolean {
    const due: Held[] = [];
    for (const held of this.held.values()) {
      if (!held.leaving && !(held.dirtySince_ms && held.dirtySince_ms + WRITE_BEHIND_MS <= now_ms)) continue;
      due.push(held);
      // While D1 is away one character knocks for all: the others stay undoubtedly ours and can be resumed.
      if (due.length === (this.away ? 1 : MOST_PER_BATCH)) break;
    }
    if (!due.length) return false;
    this.store.raise(due);
    const dirty = due.map(held => ({
      character: structuredClone(held.character),
      epoch: held.epoch,
      version: held.version,
      soft: structuredClone(held.soft),
      ledger: this.store.ledgerOf(held.character.id),
      release: held.leaving,
    }));
    this.batch = { sequence: this.store.nextSequence(), dirty };
    return true;
  }

  /** One try for the batch at hand; callers at the same time share it. */
  private send(): Promise<void> {
    this.sending ??= this.try().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private async try(): Promise<void> {
    const batch = this.batch;
    if (!batch) return;
    try {
      const { incarnation } = this.store;
      const results = await answered(
        writeBehind(this.d1, this.region, String(incarnation), batch.sequence, batch.dirty, Date.now()),
      );
      this.failures = 0;
      this.retryAt_ms = 0;
      this.batch = null;
      for (const [i, { result }] of results.entries()) this.settle(batch.dirty[i], result);
    } catch (error) {
      const wait_ms = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failures++);
      // Jitter: regions that lost D1 together must not all come back together.
      this.retryAt_ms = Date.now() + wait_ms * (0.5 + Math.random() / 2);
      throw error;
    }
  }

  private settle(sent: DirtyCharacter, result: 'written' | 'stale'): void {
    // Looked up anew: a rebuild may have read the records again meanwhile.
    const held = this.held.get(sent.character.id);
    if (!held) return;
    if (result === 'stale') {
      this.counters.count('custody.stale');
      this.onLost(held);
    } else {
      this.store.settle(held, sent.version, sent.ledger);
      held.dirtySince_ms = held.version > sent.version ? Date.now() : 0;
      if (!sent.release) return;
    }
    this.store.drop(held);
    this.held.delete(held.character.id);
  }
}

/** D1's answer, or an error when it takes too long: a call that hangs must not hold up those behind it. */
function answered<T>(call: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ANSWER_MS} ms`)), ANSWER_MS);
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}
