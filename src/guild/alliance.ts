// The guild among its allies. In: wishes of members who may speak for it, lines of allies. Out: questions to the registry, which keeps the treaties;
// lines to allied guilds. What the treaty says is asked anew when it was asked long ago, so a lost word of the registry does not matter.
import { type Asker, type Env, type GuildLine, guildPort, guildRegistry, type Treaty } from '../ports';
import { CHANNEL_ALLIANCE } from '../shared/protocol/messages';
import { checkChat, cleanChat } from '../shared/rules/chatText';
import { checkDiplomacy, memberIn } from '../shared/rules/guild';
import { isAllied, pactAt } from '../shared/rules/pacts';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { type Timing, wallTime } from '../timing';
import type { Book } from './book';
import type { Crier } from './crier';
import type { Roster } from './roster';

const ANSWER_MS = 5_000;
/** The treaty is known for so long. */
const KNOWN_MS = 30_000;

export class Alliance {
  private known: { treaty: Treaty; at_ms: number } | null = null;

  constructor(
    private readonly env: Env,
    private readonly book: Book,
    private readonly crier: Crier,
    private readonly roster: Roster,
    private readonly timing: Timing = wallTime,
  ) {}

  /** The registry has said that something is different. */
  forget(): void {
    this.known = null;
  }

  async treaty(): Promise<Treaty> {
    const now_ms = Date.now();
    if (!this.known || now_ms - this.known.at_ms > KNOWN_MS) {
      const asked = guildRegistry(this.env).treatyOf(this.roster.self.id);
      this.known = { treaty: await this.timing.within(asked, ANSWER_MS), at_ms: now_ms };
    }
    const { pact, proposals } = this.known.treaty;
    return { pact: pact && pactAt(pact, now_ms), proposals };
  }

  /** Guilds allied with this one, without itself. */
  async allies(): Promise<string[]> {
    const { pact } = await this.treaty();
    return (pact?.allies ?? []).map(({ guild }) => guild).filter(guild => guild !== this.roster.self.id);
  }

  async isAlly(guild: string): Promise<boolean> {
    return isAllied((await this.treaty()).pact, guild);
  }

  async propose(by: Asker, name: string): Promise<Reason> {
    const { id, emblem } = this.roster.self;
    return checkDiplomacy(this.roster.shape, by.character) || this.ask(guildRegistry(this.env).propose(id, emblem, name));
  }

  async answer(by: Asker, from: string, accept: boolean): Promise<Reason> {
    const { id, emblem } = this.roster.self;
    return (
      checkDiplomacy(this.roster.shape, by.character) || this.ask(guildRegistry(this.env).answerPact(id, emblem, from, accept))
    );
  }

  async renounce(by: Asker): Promise<Reason> {
    return checkDiplomacy(this.roster.shape, by.character) || this.ask(guildRegistry(this.env).renounce(this.roster.self.id));
  }

  private async ask(asked: Promise<Reason>): Promise<Reason> {
    const reason = await this.timing.within(asked, ANSWER_MS);
    this.forget();
    return reason;
  }

  // ---- talk ----

  async say(by: Asker, said: string): Promise<Reason> {
    const text = cleanChat(said);
    if (!memberIn(this.roster.shape, by.character)) return REASONS.notInGuild;
    const reason = checkChat(text);
    if (reason !== OK) return reason;
    const allies = await this.allies();
    if (!allies.length) return REASONS.notAllied;
    const line = { channel: CHANNEL_ALLIANCE, from: by.name, account: by.account, text, time: Date.now() };
    this.keep(line);
    await Promise.all(
      allies.map(ally =>
        this.timing.within(guildPort(this.env, ally).hearAlly(this.roster.self.id, line), ANSWER_MS).catch(error => {
          console.warn({ event: 'ally_deaf', guild: this.roster.self.id, ally, error: String(error) });
        }),
      ),
    );
    return OK;
  }

  async hear(from: string, line: GuildLine): Promise<void> {
    if (await this.isAlly(from)) this.keep(line);
  }

  private keep(line: GuildLine): void {
    this.book.addLine(line);
    for (const character of this.book.members.keys()) this.crier.tell(character, { what: 'chat', ...line });
  }
}
