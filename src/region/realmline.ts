// The region's line to the realm, for what its players ask. In: wishes, orders for a dungeon, runs that are over. Out: answers; where the realm
// is silent, an answer that says so.
import { type Env, type Letter, type RunOrder, realmPort, type Wish } from '../ports';
import type { RegionKey } from '../shared/regions';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import type { Run } from '../shared/rules/runs';
import { wallTime } from '../timing';
import type { Counters } from './counters';
import type { Opened } from './systems/runs';

const ANSWER_MS = 10_000;

export class RealmLine {
  constructor(
    private readonly env: Env,
    private readonly region: RegionKey,
    private readonly counters: Counters,
    private readonly hand: (letters: readonly Letter[]) => Promise<void>,
  ) {}

  async openRun(order: RunOrder): Promise<Opened> {
    const told = { character: order.roster[0], dungeon: order.dungeon };
    try {
      const instance = await wallTime.within(realmPort(this.env).openRun(order), ANSWER_MS);
      const isOpen = typeof instance === 'string';
      return { ...told, instance: isOpen ? instance : null, reason: isOpen ? OK : instance };
    } catch (error) {
      this.miss('dungeon_silent', error);
      return { ...told, instance: null, reason: REASONS.dungeonSilent };
    }
  }

  /** The answer is a letter like any other: whoever has crossed meanwhile is followed by it. */
  async ask(character: string, wish: Wish): Promise<void> {
    let answer = { reason: REASONS.realmSilent as Reason, text: '' };
    try {
      answer = await wallTime.within(realmPort(this.env).ask(character, this.region, wish), ANSWER_MS);
    } catch (error) {
      this.miss(`silent to ${wish.what}`, error);
    }
    await this.hand([{ to: character, word: { what: 'answer', ...answer } }]);
  }

  /** Unheard, the run is merely offered again until its time is over. */
  async closeRun({ id }: Run): Promise<void> {
    try {
      await realmPort(this.env).closeRun(this.region, id);
    } catch (error) {
      this.miss('run_not_closed', error);
    }
  }

  private miss(event: string, error: unknown): void {
    this.counters.count('realm.away');
    console.warn({ event, region: this.region, error: String(error) });
  }
}
