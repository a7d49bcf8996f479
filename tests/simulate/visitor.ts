// A player as the regions know him: he knocks at the region that D1 names, is sent on to where his character is, plays, is cut off and
// comes back. A command he got no answer for he sends again, with the number it had, wherever he is then (src/region/door.ts, commands.ts).
import { lastCommand } from '../../src/region/held';
import type { Deed } from './deeds';
import type { Instance, Site } from './site';
import { Gone } from './sqlite';
import type { Stage } from './stage';

/** He waits for a parcel this long before he has his character asked for (door.ts). */
const PARCEL_MS = 6_000;
const LOOK_MS = 1_000;
const MOST_HOPS = 8;

export interface Command {
  number: number;
  deed: Deed;
}

export class Visitor {
  state: 'away' | 'knocking' | 'in' = 'away';
  instance: Instance | null = null;
  since_ms = 0;
  /** Sent, and not answered yet. */
  pending: Command | null = null;
  private attempts = 0;
  private counted = 0;

  constructor(
    readonly id: string,
    readonly name: string,
    private readonly stage: Stage,
  ) {}

  /** The command he sends next: the one he has no answer for, or a new one. */
  command(deed: Deed): Command {
    this.pending ??= { number: ++this.counted, deed };
    return this.pending;
  }

  /** Resolves when he is in, or has given up. `awaits`: the epoch that his character will have there. */
  async knock(at: Site, awaits = 0, hops = 0): Promise<void> {
    const attempt = this.begin();
    const gone = (): boolean => attempt !== this.attempts;
    try {
      await this.awaitParcel(at, awaits, gone);
      if (gone()) return;
      const instance = at.up();
      const entry = await instance.custody.take(this.id, awaits);
      if (gone()) return;
      if (!('character' in entry)) {
        if ('gone' in entry) this.stage.fail(`D1 says that there is no ${this.name}`);
        if ('gone' in entry || hops >= MOST_HOPS) return this.away();
        const next = 'passed' in entry ? entry.passed : entry.busy;
        this.stage.say(() => `${this.name} at ${at.key} is sent on to ${next}, epoch ${entry.epoch}`);
        return await this.knock(this.stage.site(next), entry.epoch, hops + 1);
      }
      const held = instance.custody.held.get(this.id);
      if (!instance.isOnline || !held || held.leaving) return this.away();
      instance.standing.add(this.id);
      this.instance = instance;
      this.state = 'in';
      this.counted = Math.max(this.counted, lastCommand(held));
      this.stage.say(() => `${this.name} is in at ${at.key}, epoch ${held.epoch}`);
    } catch (error) {
      this.stage.say(() => `${this.name} at ${at.key}: ${error}`);
      if (!gone()) this.away();
      if (!(error instanceof Error)) throw error;
    }
  }

  /** His connection is gone; his body may stand there still. */
  cut(): void {
    if (this.state === 'in') this.stage.say(() => `${this.name} is cut off`);
    this.away();
  }

  away(): void {
    this.attempts++;
    this.state = 'away';
    this.instance = null;
    this.since_ms = this.stage.clock.now_ms;
  }

  private begin(): number {
    this.state = 'knocking';
    this.instance = null;
    this.since_ms = this.stage.clock.now_ms;
    return ++this.attempts;
  }

  private async awaitParcel(at: Site, awaits: number, gone: () => boolean): Promise<void> {
    if (!awaits) return;
    const until_ms = this.stage.clock.now_ms + PARCEL_MS;
    while (this.stage.clock.now_ms < until_ms && !gone()) {
      if ((this.held(at)?.epoch ?? 0) >= awaits) return;
      await this.stage.clock.sleep(LOOK_MS);
    }
  }

  private held(at: Site) {
    try {
      return at.up().custody.held.get(this.id);
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      return undefined;
    }
  }
}
