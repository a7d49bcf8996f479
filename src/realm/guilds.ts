// Guilds of those who are in the world, as the realm knows them. In: who comes and goes; what guilds tell. Out: badges, which are part of
// everybody's affairs. Memory only: guilds and their registry are asked when somebody comes of whom nothing is known.
import { type Env, guildPort, guildRegistry, type Membership } from '../ports';
import type { Badge } from '../shared/rules/guild';
import type { Desk } from './desk';
import type { Presence } from './presence';

export class Guilds {
  private readonly known = new Map<string, Membership>();
  private readonly wanted = new Set<string>();
  private isAsking = false;

  constructor(
    private readonly env: Env,
    private readonly presence: Presence,
    private readonly desk: Desk,
  ) {}

  /** Undefined: it is not known yet. */
  badgeOf(character: string): Badge | null | undefined {
    return this.known.get(character)?.badge;
  }

  /** He came, changed or left. */
  note(character: string): void {
    if (!this.presence.of(character)) {
      this.known.delete(character);
      this.wanted.delete(character);
    } else if (!this.known.has(character)) this.wanted.add(character);
  }

  take(news: readonly Membership[]): void {
    for (const one of news) {
      const { character, claim, revision } = one;
      const known = this.known.get(character);
      const isOld = known && (known.claim > claim || (known.claim === claim && known.revision >= revision));
      if (isOld || !this.presence.of(character)) continue;
      this.known.set(character, one);
      this.wanted.delete(character);
      this.desk.change(character, true);
    }
  }

  get isWanting(): boolean {
    return this.wanted.size > 0 && !this.isAsking;
  }

  /** Who cannot be asked now is asked with the next report. */
  async fetch(): Promise<void> {
    const wanted = [...this.wanted];
    this.isAsking = true;
    try {
      const rows = await guildRegistry(this.env).guildsOf(wanted);
      const guilds = Map.groupBy(rows, ({ guild }) => guild);
      await Promise.all(
        Array.from(guilds, async ([guild, members]) => {
          const theirs = await guildPort(this.env, guild).membership(members.map(({ character }) => character));
          this.take(theirs);
        }),
      );
      for (const character of wanted) {
        if (!this.wanted.delete(character) || this.known.has(character)) continue;
        // Of no guild, or of one that knows nothing of him. A guild that takes him in tells a claim, and every claim is higher.
        this.take([{ character, claim: 0, revision: 1, badge: null }]);
      }
    } catch (error) {
      console.warn({ event: 'guilds_unknown', count: wanted.length, error: String(error) });
    } finally {
      this.isAsking = false;
    }
  }
}
