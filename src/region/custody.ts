// Who holds a character: check-out from D1 on entering, write-behind while it is here, check-in after it left. In: wishes of the region.
// Out: Held records, and writes that are retried until D1 answers. Nothing here is awaited by a tick. While D1 is away play goes on:
// what is held is the truth, a batch that got no answer is repeated as it was (its key makes that harmless), and only newcomers wait.
// A batch that D1 refuses for good is sent one by one; whom it will not take is set aside here, kept, and offered again now and then.
import type { D1Database } from '@cloudflare/workers-types';
import { checkOut, lastSequence, standings, writeBehind } from '../store/custody';
import { type DirtyCharacter, Refused, type Soft } from '../store/ports';
import type { Counters } from './counters';
import { type Held, lastCommand } from './held';
import type { Store } from './store';

/** A dirty character is written to D1 after this long; with retries within a minute. */
const WRITE_BEHIND_MS = 30_000;
const MOST_PER_BATCH = 20;
const ANSWER_MS = 10_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
const REFUSED_RETRY_MS = 15 * 60_000;
/** Somebody may be waiting at the door for this answer. */
const CHECK_MS = 3_000;

interface Batch {
  sequence: number;
  dirty: DirtyCharacter[];
}

export type Entry = Held | { busy: string } | { gone: true };

export class Custody {
  held: Map<string, Held>;
  private readonly asking = new Map<string, Promise<Entry>>();
  /** The first is on its way, kept unchanged until D1 has answered for it; more than one after a refusal. */
  private batches: Batch[] = [];
  /** Whom D1 refused, and when it is asked again. Forgotten with the object: then one more try comes early. */
  private readonly aside = new Map<string, number>();
  private checking: Promise<void> | null = null;
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
    while (this.isReleasing(id)) await this.send();
    await this.checkFirst();
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

  /** Resolves when a check-out of this character that is under way has ended, well or not. */
  async settled(id: string): Promise<void> {
    await Promise.allSettled([this.asking.get(id)]);
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
      try {
        await this.check();
        if (!this.batches.length && !this.fill(now_ms)) return;
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
    let due = this.batches.length ? now_ms : Infinity;
    for (const held of this.held.values()) due = Math.min(due, this.dueOf(held, now_ms));
    return Math.max(due, this.retryAt_ms);
  }

  /** How many characters D1 is behind on. */
  get behind(): number {
    let count = 0;
    for (const held of this.held.values()) if (held.leaving || held.dirtySince_ms) count++;
    return count;
  }

  private async fetch(id: string): Promise<Entry> {
    const out = await answered(checkOut(this.d1, id, this.region, Date.now()), ANSWER_MS);
    if (!('ok' in out)) return out;
    const held = this.store.take(out.ok);
    this.held.set(id, held);
    return held;
  }

  private fill(now_ms: number): boolean {
    const due: Held[] = [];
    // While D1 is away one character knocks for all: the others stay undoubtedly ours and can be resumed.
    let most = this.away ? 1 : MOST_PER_BATCH;
    for (const held of this.held.values()) {
      if (this.dueOf(held, now_ms) > now_ms) continue;
      // Whom D1 refused before goes alone, so that he holds up nobody.
      if (this.aside.has(held.character.id)) {
        if (due.length) continue;
        most = 1;
      }
      due.push(held);
      if (due.length === most) break;
    }
    if (!due.length) return false;
    this.store.raise(due);
    const dirty = due.map(held => ({
      character: structuredClone(held.character),
      epoch: held.epoch,
      version: held.version,
      soft: structuredClone(held.soft),
      lastCommand: lastCommand(held),
      ledger: this.store.ledgerOf(held.character.id),
      release: held.leaving,
    }));
    this.batches = [{ sequence: this.store.nextSequence(), dirty }];
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
    const [batch] = this.batches;
    if (!batch) return;
    const { sequence, dirty } = batch;
    const life = String(this.store.incarnation);
    try {
      const results = await this.ask(writeBehind(this.d1, this.region, life, sequence, dirty, Date.now()), ANSWER_MS);
      this.batches.shift();
      for (const [i, { result }] of results.entries()) this.settle(dirty[i], result);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.batches.shift();
      if (dirty.length > 1) this.batches.push(...dirty.map(one => ({ sequence: this.store.nextSequence(), dirty: [one] })));
      else this.setAside(dirty[0], error);
    }
  }

  /** D1's answer within `most_ms`, even if it is a refusal. No answer: everything waits a little longer each time. */
  private async ask<T>(call: Promise<T>, most_ms: number): Promise<T> {
    try {
      const answer = await answered(call, most_ms);
      this.failures = 0;
      this.retryAt_ms = 0;
      return answer;
    } catch (error) {
      if (error instanceof Refused) this.failures = this.retryAt_ms = 0;
      else {
        const wait_ms = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.failures++);
        // Jitter: regions that lost D1 together must not all come back together.
        this.retryAt_ms = Date.now() + wait_ms * (0.5 + Math.random() / 2);
      }
      throw error;
    }
  }

  /** He stays here, in our own storage, which is the truth: nothing of his is lost while somebody finds out why. */
  private setAside({ character: { id }, version }: DirtyCharacter, { cause }: Refused): void {
    this.aside.set(id, Date.now() + REFUSED_RETRY_MS);
    this.counters.count('d1.refused');
    console.error({ event: 'write_behind_refused', region: this.region, character: id, version, error: String(cause) });
  }

  /** Asked once in the life of an object, before anything is written and before anybody who is held here is let in. */
  private check(): Promise<void> {
    this.checking ??= this.compare().catch(error => {
      this.checking = null;
      throw error;
    });
    return this.checking;
  }

  /** D1 away: who is held here plays on. Nothing is written before the check, and copies that fail it then go. */
  private async checkFirst(): Promise<void> {
    if (this.away) return;
    try {
      await this.check();
    } catch (error) {
      this.counters.count('d1.away');
      console.warn({ event: 'check_waits', region: this.region, error: String(error) });
    }
  }

  /**
   * Is our storage the newest there was? If D1 has heard a batch that we do not remember, it was restored from an old copy: of whom D1 has
   * a newer version or epoch, ours is void. The count of batches grows over all lives of the region, so it alone tells.
   */
  private async compare(): Promise<void> {
    const last = await this.ask(lastSequence(this.d1, this.region), CHECK_MS);
    if (!last || last.sequence <= this.store.sequence) return;
    this.counters.count('boot.restored');
    console.error({ event: 'restored_from_old_copy', region: this.region, ours: this.store.sequence, known: last.sequence });
    const known = await this.ask(standings(this.d1, [...this.held.keys()]), CHECK_MS);
    for (const held of [...this.held.values()]) {
      const there = known.get(held.character.id);
      if (there && there.epoch <= held.epoch && there.version <= held.version) continue;
      this.counters.count('boot.quarantined');
      const { epoch, version } = held;
      console.error({ event: 'quarantined', region: this.region, character: held.character.id, epoch, version, known: there });
      this.forsake(held);
    }
    this.store.skipTo(last.sequence);
  }

  private isReleasing(id: string): boolean {
    return this.batches.some(({ dirty }) => dirty.some(d => d.release && d.character.id === id));
  }

  /** When D1 is to hear of this one (epoch ms); Infinity when it knows everything. */
  private dueOf({ leaving, dirtySince_ms, character }: Held, now_ms: number): number {
    const due = leaving ? now_ms : dirtySince_ms ? dirtySince_ms + WRITE_BEHIND_MS : Infinity;
    return Math.max(due, this.aside.get(character.id) ?? 0);
  }

  private settle(sent: DirtyCharacter, result: 'written' | 'stale'): void {
    // Looked up anew: a rebuild may have read the records again meanwhile.
    const held = this.held.get(sent.character.id);
    this.aside.delete(sent.character.id);
    if (!held) return;
    if (result === 'stale') {
      this.counters.count('custody.stale');
      this.forsake(held);
      return;
    }
    this.store.settle(held, sent.version, sent.ledger);
    held.dirtySince_ms = held.version > sent.version ? Date.now() : 0;
    if (!sent.release) return;
    this.store.drop(held);
    this.held.delete(held.character.id);
  }

  /** Ours is void, with its body: D1 has a better one, or none any more. */
  private forsake(held: Held): void {
    this.onLost(held);
    this.store.void(held);
    this.held.delete(held.character.id);
  }
}

/** D1's answer, or an error when it takes too long: a call that hangs must not hold up those behind it. */
function answered<T>(call: Promise<T>, most_ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${most_ms} ms`)), most_ms);
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}
