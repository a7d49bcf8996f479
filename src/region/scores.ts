// What the boards rank, from characters to the boards. In: characters as D1 has taken them. Out: sums of their whole lives, so that one that is
// told twice, late or not at all changes no other: the next one says it all. Seldom, because each is a row over there.
import { boardsPort, type Env } from '../ports';
import { type Fact, factsOf } from '../shared/rules/boards';
import type { Character } from '../shared/rules/character';
import type { Counters } from './counters';

/** Of somebody who plays the boards hear so often; of who leaves at once. */
const TELL_MS = 10 * 60_000;

export class Scores {
  /** Of those who play: when they were told of last. Of those who wait to be told of: what. */
  private readonly told_ms = new Map<string, number>();
  private waiting = new Map<string, readonly Fact[]>();

  constructor(
    private readonly env: Env,
    private readonly counters: Counters,
  ) {}

  /** D1 has this of him. `leaves`: he is not here any more. */
  async note(character: Character, leaves: boolean): Promise<void> {
    const now_ms = Date.now();
    const { id } = character;
    this.waiting.set(id, factsOf(character));
    const last_ms = this.told_ms.get(id) ?? 0;
    if (leaves) this.told_ms.delete(id);
    else if (now_ms - last_ms < TELL_MS) return;
    else this.told_ms.set(id, now_ms);
    await this.tell();
  }

  private async tell(): Promise<void> {
    const sent = this.waiting;
    this.waiting = new Map();
    try {
      await boardsPort(this.env).facts([...sent.values()].flat());
    } catch (error) {
      // What has come since says more.
      this.waiting = new Map([...sent, ...this.waiting]);
      this.counters.count('boards.away');
      console.warn({ event: 'boards_away', error: String(error) });
    }
  }
}
