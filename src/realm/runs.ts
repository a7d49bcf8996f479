// Which instance of a dungeon has which run. In: companies that want in. Out: an instance each: the one they have, or the first that is free.
// Written before anybody is told. A slot is free again when the time of its run is over: whoever is still in there has been put outside. So that
// nobody takes all of them, a run that nobody has come to gives way to the next of the same people, and nobody begins very many in an hour.
import type { RunOrder } from '../ports';
import { dungeons } from '../shared/content';
import { instanceKey, type RegionKey } from '../shared/regions';
import { helpersFor, relieved } from '../shared/rules/companions';
import { BEGUN_WITHIN_MS, MOST_BEGUN, mayEnter, RUN_MS, type Run, SLOTS } from '../shared/rules/runs';
import { ulid } from '../ulid';

/** A slot rests so long between two runs. */
const REST_MS = 60_000;

interface Allotted {
  readonly run: Run;
  /** Nothing is left to be done in it. */
  readonly closed: boolean;
}
/** A run where it goes on. */
export interface Standing {
  readonly instance: RegionKey;
  readonly run: Run;
}
type RunRow = { instance: string; json: string; closed: number };

export class Runs {
  private readonly all = new Map<RegionKey, Allotted>();
  /** Instances whose run nobody has come to. Memory only: after a boot of the realm somebody may have been in any of them. */
  private readonly untrodden = new Set<RegionKey>();

  constructor(private readonly storage: Pick<DurableObjectStorage, 'sql'>) {
    for (const { instance, json, closed } of storage.sql.exec<RunRow>('SELECT * FROM run'))
      this.all.set(instance, { run: JSON.parse(json) as Run, closed: closed !== 0 });
  }

  /** The run in which the one who asks is, or may be; none if he wants another. */
  resume(order: RunOrder, now_ms: number): Standing | undefined {
    if (order.anew) return undefined;
    return this.find(order.dungeon, order.roster[0], now_ms) ?? this.admit(order, now_ms);
  }

  /** A new run, begun `by` those; null: no instance is free. */
  begin(order: RunOrder, by: readonly string[], now_ms: number): Standing | null {
    const instance = this.unused(order) ?? this.free(order.dungeon, now_ms);
    if (!instance) return null;
    const { dungeon, roster, roles, party } = order;
    const helpers = order.helpers ? helpersFor(roles).map(({ key }) => key) : [];
    const hands = roster.length + helpers.length;
    const span = { begun_ms: now_ms, until_ms: now_ms + RUN_MS };
    const run: Run = { id: ulid(now_ms), dungeon, ...span, roster, by, ...(party && { party }), helpers, hands, felled: 0 };
    this.put(instance, { run, closed: false });
    this.untrodden.add(instance);
    return { instance, run };
  }

  /** Whether he has begun so many of late that he has to wait with the next. */
  hasBegunMany(character: string, now_ms: number): boolean {
    let count = 0;
    for (const { run } of this.all.values()) if (run.by?.includes(character) && run.begun_ms > now_ms - BEGUN_WITHIN_MS) count++;
    return count >= MOST_BEGUN;
  }

  /** Somebody is there. */
  enter(instance: RegionKey): void {
    this.untrodden.delete(instance);
  }

  /** Its instance has not answered: it is begun by nobody, and the next is in another one. */
  fail(instance: RegionKey, id: string): void {
    const allotted = this.all.get(instance);
    if (allotted?.run.id !== id) return;
    this.untrodden.delete(instance);
    this.put(instance, { run: { ...allotted.run, by: [] }, closed: true });
  }

  /** A run that has been left behind since is nobody's business any more. */
  close(instance: RegionKey, id: string): void {
    const allotted = this.all.get(instance);
    if (allotted?.run.id === id) this.put(instance, { ...allotted, closed: true });
  }

  get instances(): RegionKey[] {
    return [...this.all.keys()];
  }

  /** The run, of any dungeon, to which he may go back; the youngest. */
  wayOf(character: string, now_ms: number): Standing | undefined {
    return this.youngest(run => mayEnter(run, character, now_ms));
  }

  /** The roster of the run that goes on there. */
  rosterOf(instance: RegionKey): readonly string[] {
    return this.all.get(instance)?.run.roster ?? [];
  }

  /** From now on it is that party's run. */
  bind(instance: RegionKey, party: string): void {
    const allotted = this.all.get(instance);
    if (allotted) this.put(instance, { ...allotted, run: { ...allotted.run, party } });
  }

  /** He belongs to that party no more, and so may not be in its runs. Returns those that have changed. */
  expel(party: string, character: string): Standing[] {
    return [...this.all].flatMap(([instance, { run, closed }]) => {
      if (closed || run.party !== party || !run.roster.includes(character)) return [];
      return [this.enroll(instance, { ...run, roster: run.roster.filter(one => one !== character) })];
    });
  }

  /** The run of that dungeon in which he is; the youngest, if he has begun more than one. */
  private find(dungeon: string, character: string, now_ms: number): Standing | undefined {
    return this.youngest(run => run.dungeon === dungeon && mayEnter(run, character, now_ms));
  }

  /**
   * The run that his party has begun without him, with him on its roster, if there is room. He takes a place that has become free since it was
   * begun; if there is none, a companion's.
   */
  private admit({ dungeon, party, roster: [asker], roles }: RunOrder, now_ms: number): Standing | undefined {
    const { company } = dungeons.key(dungeon);
    const found = this.youngest(
      run =>
        party !== undefined &&
        run.party === party &&
        run.dungeon === dungeon &&
        run.roster.length < company &&
        mayEnter({ ...run, roster: [asker] }, asker, now_ms),
    );
    if (!found) return undefined;
    const { run } = found;
    const isWhole = run.roster.length + run.helpers.length >= run.hands;
    const helpers = isWhole ? relieved(run.helpers, roles[0]) : run.helpers;
    return this.enroll(found.instance, { ...run, roster: [...run.roster, asker], helpers });
  }

  private youngest(isWanted: (run: Run) => boolean): Standing | undefined {
    let found: Standing | undefined;
    for (const [instance, { run, closed }] of this.all)
      if (!closed && isWanted(run) && run.begun_ms >= (found?.run.begun_ms ?? 0)) found = { instance, run };
    return found;
  }

  private enroll(instance: RegionKey, run: Run): Standing {
    this.put(instance, { run, closed: false });
    return { instance, run };
  }

  /** Where a run that was for nobody but these waits in vain. */
  private unused({ dungeon, roster }: RunOrder): RegionKey | undefined {
    for (const instance of this.untrodden) {
      const run = this.all.get(instance)?.run;
      if (run?.dungeon === dungeon && run.roster.every(character => roster.includes(character))) return instance;
    }
    return undefined;
  }

  private free(dungeon: string, now_ms: number): RegionKey | undefined {
    for (let slot = 0; slot < SLOTS; slot++) {
      const key = instanceKey(dungeon, slot);
      const taken = this.all.get(key);
      if (!taken || now_ms > taken.run.until_ms + REST_MS) return key;
    }
    return undefined;
  }

  private put(instance: RegionKey, allotted: Allotted): void {
    const { run, closed } = allotted;
    this.storage.sql.exec('INSERT OR REPLACE INTO run VALUES (?, ?, ?)', instance, JSON.stringify(run), closed ? 1 : 0);
    this.all.set(instance, allotted);
  }
}
