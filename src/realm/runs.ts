// Which instance of a dungeon has which run. In: companies that want in. Out: an instance each: the one they have, or the first that is free.
// Written before anybody is told. A slot is free again when the time of its run is over: whoever is still in there has been put outside.
import type { RunOrder } from '../ports';
import { instanceKey, type RegionKey } from '../shared/regions';
import { helpersFor } from '../shared/rules/companions';
import { mayEnter, RUN_MS, type Run, SLOTS } from '../shared/rules/runs';
import { ulid } from '../ulid';

/** A slot rests so long between two runs. */
const REST_MS = 60_000;

interface Allotted {
  readonly run: Run;
  /** Nothing is left to be done in it. */
  readonly closed: boolean;
}
type RunRow = { instance: string; json: string; closed: number };

export class Runs {
  private readonly all = new Map<RegionKey, Allotted>();

  constructor(private readonly storage: Pick<DurableObjectStorage, 'sql'>) {
    for (const { instance, json, closed } of storage.sql.exec<RunRow>('SELECT * FROM run'))
      this.all.set(instance, { run: JSON.parse(json) as Run, closed: closed !== 0 });
  }

  /** Null: no instance is free. */
  open(order: RunOrder, now_ms: number): { instance: RegionKey; run: Run } | null {
    const [asker] = order.roster;
    const own = order.anew ? undefined : this.find(order.dungeon, asker, now_ms);
    if (own) return own;
    const instance = this.free(order.dungeon, now_ms);
    if (!instance) return null;
    const { dungeon, roster, roles } = order;
    const helpers = order.helpers ? helpersFor(roles).map(({ key }) => key) : [];
    const hands = roster.length + helpers.length;
    const run: Run = { id: ulid(now_ms), dungeon, begun_ms: now_ms, until_ms: now_ms + RUN_MS, roster, helpers, hands, felled: 0 };
    this.put(instance, { run, closed: false });
    return { instance, run };
  }

  /** A run that has been left behind since is nobody's business any more. */
  close(instance: RegionKey, id: string): void {
    const allotted = this.all.get(instance);
    if (allotted?.run.id === id) this.put(instance, { ...allotted, closed: true });
  }

  get instances(): RegionKey[] {
    return [...this.all.keys()];
  }

  /** The run of that dungeon in which he is; the youngest, if he has begun more than one. */
  private find(dungeon: string, character: string, now_ms: number): { instance: RegionKey; run: Run } | undefined {
    return [...this.all]
      .filter(([, { run, closed }]) => !closed && run.dungeon === dungeon && mayEnter(run, character, now_ms))
      .map(([instance, { run }]) => ({ instance, run }))
      .toSorted((a, b) => b.run.begun_ms - a.run.begun_ms)[0];
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
