// What the boards rank, from characters to the boards. In: characters as D1 has taken them. Out: sums of their whole lives, so that one that is
// told twice, late or not at all changes no other: the next one says it all. Seldom, and of many at once: each is a row over there, each call a
// write to disk, which a server of one machine stands still for.
import { boardsPort, type Env } from '../ports';
import { type Fact, factsOf, MOST_FACTS } from '../shared/rules/boards';
import type { Character } from '../shared/rules/character';
import type { Counters } from './counters';

/** Of somebody who plays the boards hear so often; of who leaves at once. */
const TELL_MS = 10 * 60_000;

export class Scores {
  /** Of those who play: when they were told of last. Of those who wait to be told of: what. */
  private readonly told_ms = new Map<string, number>();
  private readonly waiting = new Map<string, readonly Fact[]>();
  private telling: Promise<void> | null = null;

  constructor(
    private readonly env: Env,
    private readonly counters: Counters,
  ) {}

  /** D1 has this of him. `leaves`: he is not here any more. Resolves when what is due is told, or the boards do not answer. */
  note(character: Character, leaves: boolean): Promise<void> {
    const now_ms = Date.now();
    const { id } = character;
    const facts = factsOf(character);
    const isDue = leaves || now_ms - (this.told_ms.get(id) ?? 0) >= TELL_MS;
    if (facts.length) this.waiting.set(id, facts);
    if (leaves) this.told_ms.delete(id);
    else if (isDue && facts.length) this.told_ms.set(id, now_ms);
    if (isDue && this.waiting.size) this.telling ??= this.tellAll();
    return this.telling ?? Promise.resolve();
  }

  private async tellAll(): Promise<void> {
    // D1 has taken a whole batch, of which this was the first.
    await null;
    try {
      while (this.waiting.size) await this.tellSome();
    } catch (error) {
      this.counters.count('boards.away');
      console.warn({ event: 'boards_away', error: String(error) });
    } finally {
      this.telling = null;
    }
  }

  private async tellSome(): Promise<void> {
    const sent = this.takeSome();
    try {
      await boardsPort(this.env).facts([...sent.values()].flat());
    } catch (error) {
      // What has come since says more.
      for (const [id, facts] of sent) if (!this.waiting.has(id)) this.waiting.set(id, facts);
      throw error;
    }
  }

  /** As many of those who wait as the boards hear at once. */
  private takeSome(): Map<string, readonly Fact[]> {
    const some = new Map<string, readonly Fact[]>();
    let room = MOST_FACTS;
    for (const [id, facts] of this.waiting) {
      room -= facts.length;
      if (room < 0) break;
      some.set(id, facts);
      this.waiting.delete(id);
    }
    return some;
  }
}
