// The region's door to guilds. In: what players here ask of the registry and of their guilds. Out: answers, as letters like any other: whoever has
// crossed meanwhile is followed by them. Nothing in a tick waits for any of it.
import { type Asker, type Env, type GuildWish, guildPort, guildRegistry, type Letter, type Word } from '../ports';
import type { Emblem } from '../shared/rules/guild';
import { OK, REASONS } from '../shared/rules/reasons';
import { wallTime } from '../timing';
import type { Counters } from './counters';

const ANSWER_MS = 10_000;

export class Guilds {
  constructor(
    private readonly env: Env,
    private readonly counters: Counters,
    private readonly hand: (letters: readonly Letter[]) => Promise<void>,
  ) {}

  /** A name for a guild to be; he pays when it is his. */
  reserve(founder: string, name: string, emblem: Emblem): void {
    this.answer(founder, async () => {
      const { reason, guild } = await guildRegistry(this.env).reserve(founder, name);
      if (reason !== OK) return { what: 'guildAnswer', reason, text: name };
      return { what: 'charter', guild, name, emblem };
    });
  }

  ask(guild: string, by: Asker, wish: GuildWish): void {
    this.answer(by.character, async () => ({ what: 'guildAnswer', ...(await guildPort(this.env, guild).ask(by, wish)) }));
  }

  view(guild: string, character: string, what: number): void {
    this.answer(character, async () => {
      const view = await guildPort(this.env, guild).view(character, what);
      return view ? { what: 'guildView', view } : { what: 'guildAnswer', reason: REASONS.notInGuild, text: '' };
    });
  }

  /** Sums, not differences: the next telling makes up for a lost one. */
  tellDeeds(guild: string, sums: readonly { character: string; points: number }[]): void {
    wallTime.within(guildPort(this.env, guild).deeds(sums), ANSWER_MS).catch(error => this.silent(guild, error));
  }

  private answer(to: string, ask: () => Promise<Word>): void {
    const silence: Word = { what: 'guildAnswer', reason: REASONS.guildSilent, text: '' };
    wallTime
      .within(ask(), ANSWER_MS)
      .catch(error => {
        this.silent(to, error);
        return silence;
      })
      .then(word => this.hand([{ to, word }]));
  }

  private silent(about: string, error: unknown): void {
    this.counters.count('guild.away');
    console.warn({ event: 'guild_away', about, error: String(error) });
  }
}
