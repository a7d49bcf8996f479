// One region of a schedule: its disk, the object that works on it just now, and objects of before that do not know yet that they are
// replaced. `Instance` is src/region/region.ts without sockets and without a core: the production Store, Custody, Transfers and takeParcels
// with their seams tied to the stage. In: calls of other regions, alarms, crashes. Out: rows.
import { Counters } from '../../src/region/counters';
import { Custody } from '../../src/region/custody';
import { type Landing, takeParcels } from '../../src/region/landing';
import { Store } from '../../src/region/store';
import type { Footing } from '../../src/region/world';
import { numberOf, type RegionKey } from '../../src/shared/regions';
import type { Timing } from '../../src/timing';
import type { Parcel, Taken } from '../../src/transfer/ports';
import type { Coming } from './clock';
import { RegionView } from './look';
import { type Disk, Gone, Handle } from './sqlite';
import type { Stage } from './stage';

const BOOT_MS = 300;
/** An alarm does not ring sooner than this (wake.ts). */
const SOONEST_MS = 1_000;

export class Instance {
  /** Others hear it, and it hears them. */
  isOnline = true;
  readonly handle: Handle;
  readonly store: Store;
  readonly custody: Custody;
  readonly footing: Footing;
  /** Characters whose bodies stand in its world. */
  readonly standing = new Set<string>();
  private readonly landings: Landing[] = [];

  constructor(
    readonly site: Site,
    stage: Stage,
  ) {
    const { key } = site;
    const timing: Timing = {
      now: () => stage.clock.now_ms,
      chance: stage.chance,
      within: (call, most_ms) => stage.clock.within(call, most_ms, () => (site.isStirred = true)),
    };
    const counters = new Counters();
    this.handle = new Handle(site.disk);
    this.store = new Store(this.handle.storage, numberOf(key), {
      timing,
      deliver: (to, parcels) => {
        const receiver = stage.site(to);
        const storages = [site.storages, receiver.storages].join();
        return stage.call(this, `${to} parcels`, () => {
          // Whoever puts a storage back waits until nothing is under way.
          if ([site.storages, receiver.storages].join() !== storages) throw new Gone('a storage is another one now');
          return receiver.receive(key, parcels);
        });
      },
      alarm: (event, facts) => stage.say(() => `${key} ${event} ${JSON.stringify(facts)}`),
    });
    this.custody = new Custody(stage.bind(this), key, this.store, counters, {
      timing,
      lost: held => this.standing.delete(held.character.id),
      whereabouts: ids => stage.whereabouts(this, ids),
      written: () => {},
      restored: () => {
        this.custody.reload();
        this.repeople();
      },
    });
    this.footing = {
      region: key,
      store: this.store,
      custody: this.custody,
      counters,
      landings: this.landings,
    } as unknown as Footing;
    this.repeople();
  }

  /** Everybody who is here and does not leave has a body. */
  repeople(): void {
    this.standing.clear();
    for (const [id, held] of this.custody.held) if (!held.leaving) this.standing.add(id);
  }

  receive(from: RegionKey, parcels: readonly Parcel[]): Taken {
    const taken = takeParcels(this.footing, null, from, parcels);
    for (const { held } of this.landings.splice(0)) {
      if (this.custody.held.get(held.character.id) === held) this.standing.add(held.character.id);
    }
    this.pump();
    return taken;
  }

  pump(): void {
    this.store.transfers.pump().catch(error => {
      if (!(error instanceof Gone)) throw error;
    });
  }

  /** Its player is gone. */
  depart(id: string): void {
    const held = this.custody.held.get(id);
    this.standing.delete(id);
    if (held && !held.leaving) this.custody.leave(held, held.soft);
  }
}

export class Site {
  current: Instance | null = null;
  /** Old instances that still act. */
  readonly stale: Instance[] = [];
  readonly view: RegionView;
  /** What D1 had heard of this region when its storage was put back: until its sequence is there, its copies may be void. */
  suspectUntil = 0;
  /** Counts how often its storage was another one. */
  storages = 0;
  /** Something happened to it since its alarm was set. */
  isStirred = false;
  private alarm: Coming | null = null;

  constructor(
    readonly key: RegionKey,
    readonly disk: Disk,
    private readonly stage: Stage,
  ) {
    this.view = new RegionView(disk);
  }

  /** The object, started if there is none. Throws when it dies of its start. */
  up(): Instance {
    this.isStirred = true;
    if (!this.current) {
      this.current = new Instance(this, this.stage);
      this.current.pump();
    }
    return this.current;
  }

  receive(from: RegionKey, parcels: readonly Parcel[]): Taken {
    const instance = this.up();
    this.view.look();
    const before = this.view.inbox.get(from) ?? 0;
    const copies = [...this.view.copies.values()].filter(copy => !copy.leaving);
    const here = new Map(copies.map(({ id, epoch }) => [id, epoch]));
    const taken = instance.receive(from, parcels);
    this.view.look();
    this.stage.countTaken(this, from, here, before, this.view.inbox.get(from) ?? 0, parcels);
    if (!instance.isOnline) throw new Gone('the region died of it');
    return taken;
  }

  /** The object and its memory end here; its storage stays. */
  crash(): void {
    const { current } = this;
    this.current = null;
    this.ring(BOOT_MS);
    if (!current) return;
    current.handle.isGone = true;
    current.isOnline = false;
    this.stage.disconnect(current);
  }

  /** The platform starts the object elsewhere, and the old one does not know. */
  replace(): void {
    const { current } = this;
    if (!current) return;
    this.current = null;
    current.handle.isGone = true;
    this.stale.push(current);
    this.ring(BOOT_MS);
  }

  /** Old instances end. */
  bury(): void {
    for (const instance of this.stale.splice(0)) {
      instance.isOnline = false;
      this.stage.disconnect(instance);
    }
  }

  /** What wakes it up for what is due (wake.ts), if anything has happened there. */
  rearm(): void {
    if (!this.current || !this.isStirred) return;
    this.isStirred = false;
    const { store, custody } = this.current;
    const now_ms = this.stage.clock.now_ms;
    const parcels_ms = this.view.posted.length ? store.transfers.due_ms() : Infinity;
    const due_ms = Math.min(parcels_ms, custody.due_ms(now_ms));
    if (due_ms < Infinity) this.ring(Math.max(SOONEST_MS, due_ms - now_ms));
  }

  private ring(after_ms: number): void {
    const due_ms = this.stage.clock.now_ms + after_ms;
    if (this.alarm && !this.alarm.cancelled && this.alarm.due_ms <= due_ms) return;
    if (this.alarm) this.alarm.cancelled = true;
    this.alarm = this.stage.clock.after(after_ms, () => {
      this.alarm = null;
      this.stage.attempt(() => this.work());
    });
  }

  /** Sends what is due, as an alarm does, or a world once a second. */
  work(): void {
    const { custody } = this.up();
    this.current?.pump();
    void custody.tend(this.stage.clock.now_ms);
  }
}
