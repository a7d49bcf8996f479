// Everything of one schedule: regions, D1, the lines between them, characters and what they truly own. In: machines (databases that are used
// again for every schedule) and a seed. Out: something to act on; what goes wrong is thrown as `Violation`.
import type { D1Database } from '@cloudflare/workers-types';
import type { Whereabouts } from '../../src/ports';
import { readParcel } from '../../src/region/parcels';
import { prepareTables } from '../../src/region/tables';
import { whereaboutsHere } from '../../src/region/whereabouts';
import type { RegionKey } from '../../src/shared/regions';
import type { Parcel } from '../../src/transfer/ports';
import { type Chance, seeded } from '../harness/seeded';
import { Clock } from './clock';
import { bind, D1Record, type Line } from './d1';
import { type Habits, habitsOf } from './deeds';
import { Faults } from './faults';
import { isSuspect } from './invariants';
import { RecordView } from './look';
import { type Instance, Site } from './site';
import { Disk, Gone, Handle } from './sqlite';
import { Truth } from './truth';
import type { Visitor } from './visitor';

export class Violation extends Error {
  override name = 'Violation';
}

export const KEYS: readonly RegionKey[] = ['2-1-1', '2-2-1', '2-1-2'];

/** What a region's object holds as `env.DB`. Drizzle works out its schema for each of them, so they are used again and again. */
interface Binding {
  readonly d1: D1Database;
  line: Line;
}

function newBinding(record: D1Record): Binding {
  const binding: Binding = {
    d1: bind(record, (sql, run) => binding.line(sql, run)),
    line: () => Promise.reject(new Error('unbound')),
  };
  return binding;
}

const beginning = (sql: string): string => sql.trim().split(/\s+/, 3).join(' ');

/** What outlives a schedule. */
export class Machines {
  readonly record = new D1Record();
  readonly bindings: Binding[] = [];
  readonly disks = KEYS.map(() => {
    const disk = new Disk();
    prepareTables(new Handle(disk).storage);
    return disk;
  });
}

export class Stage {
  readonly chance: Chance;
  readonly clock = new Clock();
  readonly faults: Faults;
  readonly truth = new Truth();
  readonly sites: readonly Site[];
  readonly record: D1Record;
  readonly recordView: RecordView;
  readonly visitors: Visitor[] = [];
  /** What D1 said when somebody last looked: epoch and version of characters, sequences of regions. */
  readonly seen = new Map<string, { epoch: number; version: number }>();
  /** What happened, when somebody wants to read it. */
  readonly trace: string[] = [];
  /** D1 does not answer these until then. */
  outage: { sites: readonly Site[]; until_ms: number } = { sites: [], until_ms: 0 };
  /** Parcels by id: where they were taken, and from whom. */
  readonly taken = new Map<string, { at: Site; from: RegionKey; number: number }>();
  /** Of this region a copy was taken, when D1 had heard so many of its batches, and each character was at this text. It may be put back. */
  copied: { site: Site; sequence: number; texts: ReadonlyMap<string, number> } | null = null;
  wasRestored = false;
  failure: Violation | null = null;
  /** That have happened so far. */
  events = 0;
  private bound = 0;
  /** What characters of this schedule are like. */
  readonly habits: Habits;

  constructor(
    private readonly machines: Machines,
    readonly seed: number,
    private readonly isTraced: boolean,
  ) {
    this.chance = seeded(seed);
    this.faults = new Faults(this.chance);
    this.habits = habitsOf(this.chance, !this.faults.has('restored'));
    this.record = machines.record;
    this.recordView = new RecordView(machines.record);
    this.sites = KEYS.map((key, i) => new Site(key, machines.disks[i], this));
  }

  site(key: RegionKey): Site {
    const site = this.sites.find(one => one.key === key);
    if (!site) throw new Error(`no region ${key}`);
    return site;
  }

  say(text: string | (() => string)): void {
    if (!this.isTraced) return;
    const words = typeof text === 'string' ? text : text();
    this.trace.push(`${((this.clock.now_ms % 86_400_000) / 1000).toFixed(3).padStart(9)} ${words}`);
  }

  fail(text: string): void {
    this.failure ??= new Violation(text);
  }

  /** Does something that may end with the death of whoever does it. */
  attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      this.say(`gone: ${error.message}`);
    }
  }

  // ---- lines ----

  bind(instance: Instance): D1Database {
    const binding = (this.machines.bindings[this.bound] ??= newBinding(this.record));
    this.bound++;
    binding.line = (sql, run) => this.call(instance, 'D1', run, sql);
    return binding.d1;
  }

  /** A call over a line: it may fail on the way there or back. */
  call<T>(from: Instance, to: string, run: () => T, sql?: string): Promise<T> {
    return new Promise((resolve, reject) => {
      if (!from.isOnline) return;
      // Whoever was put back is compared with D1 first of all. Both at once, that and D1 away, is one accident too many.
      const fate = isSuspect(from.site) ? this.faults.calm() : this.faults.fate();
      if (sql && !isSuspect(from.site) && this.isAway(from.site)) {
        if (this.chance() < 0.5) fate.refused = true;
        else fate.there_ms = fate.again_ms = null;
      }
      const say = (what: string): void => this.say(() => `${from.site.key} -> ${to} ${sql ? beginning(sql) : ''}${what}`);
      const back = (tell: () => void): void => {
        this.clock.after(fate.back_ms, () => from.isOnline && tell());
      };
      if (fate.refused) {
        say(': refused');
        back(() => reject(new Error('no way through')));
        return;
      }
      // Whoever puts a storage back waits until nothing of it is under way: what has not arrived by then never does.
      const { storages } = from.site;
      const arrive = (isFirst: boolean): void => {
        if (from.site.storages !== storages) return;
        let tell: () => void;
        say(`${isFirst ? '' : ' again'}${fate.answer === 'told' ? '' : `, answer ${fate.answer}`}`);
        try {
          const value = run();
          tell = () => resolve(value);
        } catch (error) {
          if (!(error instanceof Error)) throw error;
          this.say(`  failed: ${error.message}`);
          tell = () => reject(error);
        }
        if (fate.answer === 'broken') tell = () => reject(new Error('the answer was lost'));
        if (isFirst && fate.answer !== 'lost') back(tell);
      };
      if (fate.there_ms !== null) this.clock.after(fate.there_ms, () => arrive(true));
      else say(': lost');
      if (fate.again_ms !== null) this.clock.after(fate.again_ms, () => arrive(false));
    });
  }

  /** Whether D1 is away for this region. */
  isAway(site: Site): boolean {
    return this.clock.now_ms < this.outage.until_ms && this.outage.sites.includes(site);
  }

  async whereabouts(from: Instance, ids: readonly string[]): Promise<Whereabouts[]> {
    const others = this.sites.filter(site => site !== from.site);
    const ask = (site: Site) =>
      this.call(from, `${site.key} whereabouts`, () => {
        const { store, custody } = site.up();
        return whereaboutsHere(store, custody.held, ids, from.site.key);
      });
    return (await Promise.all(others.map(ask))).flat();
  }

  /** Whoever is connected to this object is so no longer. */
  disconnect(instance: Instance): void {
    for (const visitor of this.visitors) if (visitor.instance === instance) visitor.cut();
  }

  /** Parcels that were taken: each is so once. Shares among them count for whoever was there to take them. */
  countTaken(
    site: Site,
    from: RegionKey,
    here: Map<string, number>,
    before: number,
    after: number,
    parcels: readonly Parcel[],
  ): void {
    for (const { number, id, kind, body } of parcels) {
      if (number <= before || number > after) continue;
      this.taken.set(id, { at: site, from, number });
      if (kind === 'character') {
        const { character, epoch } = readParcel('character', body);
        if (site.view.copies.has(character.id)) here.set(character.id, epoch);
      }
      if (kind !== 'share') continue;
      const share = readParcel('share', body);
      const { where, epoch } = this.truth.of(share.character);
      // A copy that a storage brought back with it is void when its character is on his way here: what it is given is lost with it.
      const isHere = (here.get(share.character) ?? 0) >= epoch;
      if (isHere && (where === site.key || where.endsWith(`-> ${site.key}`))) this.truth.share(share);
    }
  }
}
