// Who holds a character: check-out from D1 on entering, write-behind while it is here, check-in after it left, handing over to other regions
// and back. In: wishes of the region. Out: Held records, and writes that are retried until D1 answers. Nothing here is awaited by a tick.
// While D1 is away play goes on: what is held is the truth, a batch that got no answer is repeated as it was (its number makes that harmless),
// and only newcomers wait. A batch that D1 refuses for good is sent one by one; whom it will not take is set aside and offered again later.
import type { D1Database } from '@cloudflare/workers-types';
import type { Whereabouts } from '../ports';
import { type Again, checkOut, lastSequence, standings, writeBehind } from '../store/custody';
import { type CheckOut, type DirtyCharacter, Refused, type Soft } from '../store/ports';
import { backoff_ms } from '../timing';
import { ulid } from '../ulid';
import { settleLines, tellLines } from './books';
import type { Counters } from './counters';
import type { Entry, Surroundings } from './entry';
import { type Held, lastCommand } from './held';
import type { Store } from './store';
import { tidy } from './tidy';
import { claim, lastOf, worthOf } from './whereabouts';

/** A dirty character is written to D1 after this long; with retries within a minute. */
const WRITE_BEHIND_MS = 30_000;
const MOST_PER_BATCH = 20;
const ANSWER_MS = 10_000;
const LONGEST_RETRY_MS = 60_000;
const REFUSED_RETRY_MS = 15 * 60_000;
/** Somebody may be waiting at the door for this answer. */
const CHECK_MS = 3_000;
const TIDY_MS = 60_000;
/** Remembered until so many have gone. */
const MOST_RELEASED = 256;

interface Batch {
  sequence: number;
  dirty: DirtyCharacter[];
}

export class Custody {
  held: Map<string, Held>;
  private readonly asking = new Map<string, Promise<Entry>>();
  /** The first is on its way, kept unchanged until D1 has answered for it; more than one after a refusal. */
  private batches: Batch[] = [];
  /** Whose batches these are: unlike the count of lives it never comes again, even if the storage is put back. */
  private readonly life: string;
  /** Who left in a life before this one: D1 may have checked him in, and that life died before it heard so. Until D1 answers, he is not ours to play. */
  private readonly inDoubt: Set<string>;
  /** Versions as they were found: what happened to a copy since does not make it newer than D1's. */
  private readonly found: Map<string, number>;
  /** Whom D1 refused, and when it is asked again. Forgotten with the object: then one more try comes early. */
  private readonly aside = new Map<string, number>();
  /** Whom D1 took over from here of late, and with which epoch: nobody need wait for them here. */
  readonly released = new Map<string, number>();
  private checking: Promise<void> | null = null;
  private sending: Promise<void> | null = null;
  private tending: Promise<void> | null = null;
  /** Our storage is an older copy of itself, and who else has whom is not yet known. */
  private doubtful = false;
  private failures = 0;
  private retryAt_ms = 0;
  private tidyAt_ms = 0;

  constructor(
    private readonly d1: D1Database,
    private readonly region: string,
    private readonly store: Store,
    private readonly counters: Counters,
    private readonly around: Surroundings,
  ) {
    this.held = store.load();
    this.life = ulid(around.timing.now());
    this.found = store.holdings.unchecked();
    this.inDoubt = new Set([...this.held].filter(([, held]) => held.leaving).map(([id]) => id));
  }

  /** The last word to D1 found no answer. */
  get away(): boolean {
    return this.failures > 0;
  }

  /** Memory is doubtful: what is written down counts. */
  reload(): void {
    this.held = this.store.load();
  }

  /**
   * A character for a player who enters: what is here already, else checked out of D1. Throws when D1 does not answer. `heard`: the epoch
   * with which this region has it as far as D1 knows, if that is why the player was sent here: a tombstone of before is of no account.
   */
  async take(id: string, heard = 0): Promise<Entry> {
    await this.checkFirst();
    // Its check-in may be under way: whether it still is ours, only D1's answer tells. Last of all that waits: none may begin after it.
    while (this.isReleasing(id)) await this.finishLeaving(id);
    const known = this.known(id, heard);
    if (known) {
      if ('leaving' in known && known.leaving) this.store.holdings.setLeaving(known, false);
      return known;
    }
    let asked = this.asking.get(id);
    if (!asked) {
      asked = this.fetch(id, heard).finally(() => this.asking.delete(id));
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
    this.store.holdings.setLeaving(held, true);
  }

  /** Its rows went into a parcel: it is no longer ours, and what D1 may still be told of it is fenced by its epoch. */
  handedOver(held: Held): void {
    this.held.delete(held.character.id);
  }

  /** Its rows came out of a parcel: it is ours from now on. */
  adopt(held: Held): void {
    this.held.set(held.character.id, held);
    this.inDoubt.delete(held.character.id);
    this.found.delete(held.character.id);
  }

  /**
   * Sends what is due, in at most so many batches: one after another keeps a turn waiting. Resolves when nothing more can be done now. Errors of
   * D1 are counted and tried again later, never thrown.
   */
  tend(now_ms: number, most = Infinity): Promise<void> {
    this.tending ??= this.work(now_ms, most).finally(() => {
      this.tending = null;
    });
    return this.tending;
  }

  private async work(now_ms: number, most: number): Promise<void> {
    for (let sent = 0; sent < most && now_ms >= this.retryAt_ms; sent++) {
      try {
        await this.check();
        if (!this.batches.length && !this.fill(now_ms)) return await this.tidy(now_ms);
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
    return [...this.held.values()].filter(held => held.leaving || held.dirtySince_ms).length;
  }

  private async fetch(id: string, heard: number): Promise<Entry> {
    let out = await this.checkOut(id);
    if ('busy' in out && (out.busy === this.region || heard > out.epoch)) {
      const again = claim(this.region, id, out, (await this.elsewhere([id])).get(id));
      // Looked up before D1 is told, too: an instance that was replaced while it waited must not take it from the new one.
      const known = this.known(id, again?.above ?? out.epoch);
      if (known) return known;
      if (again) out = await this.checkOut(id, again);
    }
    // While we asked, a parcel may have brought it, or taken it on already.
    const known = this.known(id, 'gone' in out ? 0 : 'ok' in out ? out.ok.epoch : out.epoch);
    if (known) return known;
    if (!('ok' in out)) return out;
    const held = this.store.holdings.take(out.ok);
    this.adopt(held);
    return held;
  }

  private async elsewhere(ids: readonly string[]): Promise<Map<string, Whereabouts>> {
    return lastOf(await this.around.timing.within(this.around.whereabouts(ids), ANSWER_MS));
  }

  /** What this region knows by itself: it is here, or went on from here since it had that epoch. */
  private known(id: string, epoch: number): Held | Extract<Entry, { passed: string }> | null {
    const passed = this.store.holdings.passed(id);
    const here = this.held.get(id);
    if (here) return here;
    return passed && passed.epoch > epoch ? { passed: passed.receiver, epoch: passed.epoch } : null;
  }

  private checkOut(id: string, again?: Again): Promise<CheckOut> {
    const { timing } = this.around;
    return timing.within(checkOut(this.d1, id, this.region, timing.now(), again), ANSWER_MS);
  }

  /** With nothing else to do, now and then. */
  private async tidy(now_ms: number): Promise<void> {
    if (now_ms < this.tidyAt_ms) return;
    this.tidyAt_ms = now_ms + TIDY_MS;
    await tidy(this.store, this.d1, this.region, now_ms, call => this.ask(call, ANSWER_MS));
  }

  /** Sends on until D1 has answered for somebody who left. Throws when it does not. */
  private async finishLeaving(id: string): Promise<void> {
    await this.check();
    const held = this.held.get(id);
    if (!held) this.inDoubt.delete(id);
    else if (!this.batches.length) this.fillWith([held]);
    await this.send();
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
    if (due.length) this.fillWith(due);
    return due.length > 0;
  }

  private fillWith(due: readonly Held[]): void {
    const dirty = due.map(held => ({
      character: structuredClone(held.character),
      epoch: held.epoch,
      version: held.version,
      soft: structuredClone(held.soft),
      lastCommand: lastCommand(held),
      ledger: tellLines(held.books),
      release: held.leaving,
    }));
    this.batches = [{ sequence: this.store.nextSequence(), dirty }];
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
    try {
      const results = await this.ask(
        writeBehind(this.d1, this.region, this.life, sequence, dirty, this.around.timing.now()),
        ANSWER_MS,
      );
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
      const answer = await this.around.timing.within(call, most_ms);
      this.failures = 0;
      this.retryAt_ms = 0;
      return answer;
    } catch (error) {
      if (error instanceof Refused) this.failures = this.retryAt_ms = 0;
      else {
        const { timing } = this.around;
        this.retryAt_ms = timing.now() + backoff_ms(this.failures++, LONGEST_RETRY_MS, timing);
      }
      throw error;
    }
  }

  /** He stays here, in our own storage, which is the truth: nothing of his is lost while somebody finds out why. */
  private setAside({ character: { id }, version }: DirtyCharacter, { cause }: Refused): void {
    this.aside.set(id, this.around.timing.now() + REFUSED_RETRY_MS);
    // D1 refuses only what it would have written: it has not checked him in.
    this.inDoubt.delete(id);
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

  /** D1 away: who is held here plays on; nothing is written before the check, and copies that fail it then go. */
  private async checkFirst(): Promise<void> {
    if (this.away && !this.doubtful) return;
    try {
      await this.check();
    } catch (error) {
      this.counters.count('d1.away');
      console.warn({ event: 'check_waits', region: this.region, error: String(error) });
      if (this.doubtful) throw error;
    }
  }

  /**
   * Is our storage the newest there was? If D1 has heard a batch that we do not remember, it was restored from an old copy: of whom D1 has
   * a newer version or epoch, or any other region a newer epoch (D1 may not have heard of a crossing yet), ours is void. The count of batches
   * grows over all lives of the region, so it alone tells.
   */
  private async compare(): Promise<void> {
    const last = await this.ask(lastSequence(this.d1, this.region), CHECK_MS);
    if (!last || last.sequence <= this.store.sequence) return this.store.holdings.checked();
    this.counters.count('boot.restored');
    this.doubtful = true;
    console.error({ event: 'restored_from_old_copy', region: this.region, ours: this.store.sequence, known: last.sequence });
    const epochs = [...this.held].map(([id, { epoch }]) => ({ id, epoch }));
    const ids = [...this.held.keys()];
    const known = await this.ask(standings(this.d1, ids), CHECK_MS);
    const elsewhere = await this.elsewhere(ids);
    for (const { id, epoch } of epochs) {
      // A parcel may have brought a newer one meanwhile.
      const held = this.held.get(id);
      if (held?.epoch === epoch) this.disbelieve(held, known.get(id), elsewhere.get(id));
    }
    this.store.forsakeGround(last.sequence);
    this.store.holdings.checked();
    this.doubtful = false;
    this.around.restored();
  }

  private disbelieve(held: Held, d1?: { epoch: number; version: number }, last?: Whereabouts): void {
    const { epoch, character } = held;
    const version = this.found.get(character.id) ?? held.version;
    const worth = worthOf({ epoch, version }, d1, last);
    if (worth === epoch) return;
    if (worth) this.store.holdings.outgrow(held, worth);
    else {
      this.counters.count('boot.quarantined');
      console.error({ event: 'quarantined', region: this.region, character: character.id, epoch, version, known: d1 });
      this.forsake(held);
    }
  }

  private isReleasing(id: string): boolean {
    return this.inDoubt.has(id) || this.batches.some(({ dirty }) => dirty.some(d => d.release && d.character.id === id));
  }

  /** When D1 is to hear of this one (epoch ms); Infinity when it knows everything. */
  private dueOf({ leaving, dirtySince_ms, character }: Held, now_ms: number): number {
    const due = leaving ? now_ms : dirtySince_ms ? dirtySince_ms + WRITE_BEHIND_MS : Infinity;
    return Math.max(due, this.aside.get(character.id) ?? 0);
  }

  private settle(sent: DirtyCharacter, result: 'written' | 'stale'): void {
    // Looked up anew: a rebuild may have read the records again meanwhile, and it may have gone to another region, even come back.
    const held = this.held.get(sent.character.id);
    this.aside.delete(sent.character.id);
    if (held?.epoch !== sent.epoch) return;
    if (result === 'stale') this.counters.count('custody.stale');
    else {
      this.around.written(sent.character, sent.release);
      settleLines(held.books, sent.ledger);
      held.written = sent.version;
      held.dirtySince_ms = held.version > sent.version ? this.around.timing.now() : 0;
    }
    // Who left and is stale: an earlier try had checked him in already. His books are true, and go on to D1.
    if (sent.release) this.store.holdings.drop(held);
    else if (result === 'stale') this.forsake(held);
    if (!sent.release) return;
    const { id } = held.character;
    this.held.delete(id);
    this.inDoubt.delete(id);
    if (this.released.size >= MOST_RELEASED) this.released.clear();
    this.released.set(id, sent.epoch);
  }

  /** Ours is void, with its body: D1 has a better one, or none any more. */
  private forsake(held: Held): void {
    this.around.lost(held);
    this.store.holdings.void(held);
    this.held.delete(held.character.id);
    this.inDoubt.delete(held.character.id);
  }
}
