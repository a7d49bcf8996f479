// Talk of a guild: among all of it, or among its officers. In: lines of members. Out: letters to those who hear them, and a ring for who comes later.
import type { Asker, GuildLine } from '../ports';
import { CHANNEL_GUILD, CHANNEL_OFFICER } from '../shared/protocol/messages';
import { checkChat, cleanChat } from '../shared/rules/chatText';
import { checkTalk, type GuildMember, hearsOfficers } from '../shared/rules/guild';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import type { Book } from './book';
import type { Crier } from './crier';
import type { Roster } from './roster';

export class Talk {
  constructor(
    private readonly book: Book,
    private readonly crier: Crier,
    private readonly roster: Roster,
  ) {}

  say(by: Asker, channel: number, said: string): Reason {
    if (channel !== CHANNEL_GUILD && channel !== CHANNEL_OFFICER) return REASONS.notNow;
    const text = cleanChat(said);
    const reason = checkTalk(this.roster.shape, by.character, channel === CHANNEL_OFFICER) || checkChat(text);
    if (reason !== OK) return reason;
    const line = { channel, from: by.name, account: by.account, text, time: Date.now() };
    this.book.addLine(line);
    for (const member of this.roster.shape.members) {
      if (this.hears(member, line)) this.crier.tell(member.character, { what: 'chat', ...line });
    }
    return OK;
  }

  /** What was said of late, as far as he may hear it. */
  linesFor(member: GuildMember): GuildLine[] {
    return this.book.lines.filter(line => this.hears(member, line));
  }

  private hears(member: GuildMember, { channel }: GuildLine): boolean {
    return channel !== CHANNEL_OFFICER || hearsOfficers(this.roster.shape, member);
  }
}
