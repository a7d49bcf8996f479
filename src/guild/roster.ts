// Who is in the guild and by which rank. In: wishes of members and of those who were asked. Out: rows, entries of the log, and words for those
// whom it concerns. Whoever is taken in is claimed with the registry first: nobody is ever in two guilds.
import type { Asker } from '../ports';
import { NOTICES } from '../shared/protocol/notices';
import {
  afterHandOver,
  checkDisband,
  checkExpel,
  checkGuildEmblem,
  checkGuildInvite,
  checkHandOver,
  checkMotd,
  checkNote,
  checkQuit,
  checkRank,
  checkRankEdit,
  cleanLine,
  type Emblem,
  GUILD_INVITATION_MS,
  GUILD_MOST,
  type GuildMember,
  heirOf,
  LEADER,
  MOST_GUILD_INVITATIONS,
  memberIn,
  NEWCOMER,
  type Rank,
} from '../shared/rules/guild';
import { LOG, type LogWhat } from '../shared/rules/guildlog';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import type { Book, Self } from './book';
import type { Crier } from './crier';

/** Takes a claim on somebody back that came to nothing. */
type Release = (character: string, claim: number) => void;

export class Roster {
  /** Who has said yes and is being claimed: each of them takes a place. */
  private readonly coming = new Set<string>();

  constructor(
    private readonly book: Book,
    private readonly crier: Crier,
    private readonly claim: (character: string) => Promise<number>,
  ) {}

  get self(): Self {
    if (!this.book.self) throw new Error('no guild was founded here');
    return this.book.self;
  }

  /** As the checks look at it. */
  get shape(): { ranks: readonly Rank[]; members: GuildMember[] } {
    return { ranks: this.self.ranks, members: [...this.book.members.values()] };
  }

  isComing(character: string): boolean {
    return this.coming.has(character);
  }

  nameOf(character: string): string {
    return this.book.members.get(character)?.name ?? '';
  }

  log(what: LogWhat, by: string, to = '', value = 0, kind = 0): void {
    this.book.addEntry({ what, by, to, value, kind, at_ms: Date.now() });
  }

  /** Something that is told of members has changed. */
  turnOver(change: Partial<Self> = {}): void {
    this.book.putSelf({ ...this.self, ...change, revision: this.self.revision + 1 });
  }

  found(founder: Asker, claim: number): void {
    this.enter(founder, LEADER, claim);
    this.log(LOG.founded, founder.name, this.self.name);
    this.crier.notice(founder.character, NOTICES.guildFounded, this.self.name);
  }

  // ---- asking and joining ----

  /** `whom`: he is in the world; null: nobody of that name is. */
  invite(by: Asker, whom: { character: string; name: string } | null): Reason {
    const { book, crier } = this;
    const now_ms = Date.now();
    this.lapse(now_ms);
    if (!whom) return REASONS.noSuchPlayer;
    const reason = checkGuildInvite(this.shape, by.character);
    if (reason !== OK) return reason;
    if (whom.character === by.character) return REASONS.inviteSelf;
    if (book.members.has(whom.character)) return REASONS.alreadyInGuild;
    if (book.invitations.has(whom.character)) return REASONS.alreadyInvited;
    if (book.invitations.size >= MOST_GUILD_INVITATIONS) return REASONS.tooManyInvitations;
    const until_ms = now_ms + GUILD_INVITATION_MS;
    book.putInvitation({ character: whom.character, by: by.character, until_ms });
    const { id: guild, name, emblem } = this.self;
    const count = book.members.size;
    const invited = { guild, name, emblem, account: by.account, by: by.name, count, until_ms };
    crier.tell(whom.character, { what: 'guildInvited', ...invited });
    crier.notice(by.character, NOTICES.guildInvited, whom.name);
    return OK;
  }

  /** Awaits the registry: meanwhile the guild may change, so everything is looked at again. */
  async answer(by: Asker, accept: boolean, release: Release): Promise<Reason> {
    const { book, crier, coming } = this;
    this.lapse(Date.now());
    const invitation = book.invitations.get(by.character);
    if (!invitation) return REASONS.noInvitation;
    if (!accept) {
      book.dropInvitation(by.character);
      crier.notice(invitation.by, NOTICES.guildDeclined, by.name);
      return OK;
    }
    if (coming.has(by.character)) return REASONS.tooFast;
    if (book.members.size + coming.size >= GUILD_MOST) return REASONS.guildFull;
    coming.add(by.character);
    try {
      const claim = await this.claim(by.character);
      if (!claim) {
        book.dropInvitation(by.character);
        return REASONS.alreadyInGuild;
      }
      return book.transaction(() => {
        book.dropInvitation(by.character);
        if (this.self.ended) {
          release(by.character, claim);
          return REASONS.noSuchGuild;
        }
        this.enter(by, NEWCOMER, claim);
        this.log(LOG.joined, by.name);
        crier.noticeAll(NOTICES.guildJoined, by.name);
        return OK;
      });
    } finally {
      coming.delete(by.character);
    }
  }

  private enter({ character, name, level, cls, points }: Asker, rank: number, claim: number): void {
    const now_ms = Date.now();
    const facts = { note: '', joined_ms: now_ms, seen_ms: now_ms, counted: points, points: 0 };
    this.book.putMember({ character, name, level, cls, rank, claim, ...facts });
    this.turnOver();
    this.crier.change(character);
  }

  // ---- going ----

  leave(by: Asker, release: Release): Reason {
    const reason = checkQuit(this.shape, by.character);
    if (reason !== OK) return reason;
    this.part(by.character, release);
    this.log(LOG.left, by.name);
    this.crier.noticeAll(NOTICES.guildLeft, by.name);
    this.crier.notice(by.character, NOTICES.guildLeft, by.name);
    return OK;
  }

  kick(by: Asker, whom: string, release: Release): Reason {
    const reason = checkExpel(this.shape, by.character, whom);
    if (reason !== OK) return reason;
    const name = this.nameOf(whom);
    this.part(whom, release);
    this.log(LOG.kicked, by.name, name);
    this.crier.noticeAll(NOTICES.guildLeft, name);
    this.crier.notice(whom, NOTICES.guildOut, this.self.name);
    return OK;
  }

  private part(character: string, release: Release): void {
    const { claim = 0 } = this.book.members.get(character) ?? {};
    this.book.dropMember(character);
    this.turnOver();
    release(character, claim);
    this.crier.gone(character, claim);
  }

  disband(by: Asker, bankEmpty: boolean): Reason {
    const reason = checkDisband(this.shape, by.character, bankEmpty);
    if (reason === OK) this.end();
    return reason;
  }

  /** He is no more. Whoever led is followed by the next; with the last one the guild ends, and `leave` sends after him what is left of it. */
  depart(character: string, release: Release, leave: (to: string) => void): void {
    const member = this.book.members.get(character);
    if (!member || this.self.ended) return;
    const heir = member.rank === LEADER ? heirOf(this.shape.members, character) : undefined;
    if (member.rank === LEADER && !heir) {
      leave(character);
      this.end();
      return;
    }
    if (heir) this.passOn(member, heir.character);
    this.part(character, release);
    this.log(LOG.left, member.name);
    this.crier.noticeAll(NOTICES.guildLeft, member.name);
  }

  /** Everybody is let go; the object stays for what is still on its way. */
  private end(): void {
    this.crier.noticeAll(NOTICES.guildEnded, this.self.name);
    this.turnOver({ ended: true });
    for (const { character, claim } of this.shape.members) {
      this.book.dropMember(character);
      this.crier.gone(character, claim);
    }
    for (const character of [...this.book.invitations.keys()]) this.book.dropInvitation(character);
    this.book.owe({ what: 'ended' });
  }

  // ---- ranks ----

  rank(by: Asker, whom: string, to: number): Reason {
    const reason = checkRank(this.shape, by.character, whom, to);
    const member = this.book.members.get(whom);
    if (reason !== OK || !member) return reason || REASONS.noSuchPlayer;
    this.log(to < member.rank ? LOG.promoted : LOG.demoted, by.name, member.name, to);
    this.book.putMember({ ...member, rank: to });
    this.turnOver();
    this.crier.change(whom);
    this.crier.notice(whom, NOTICES.guildRank, this.self.ranks[to].name, to);
    return OK;
  }

  handOver(by: Asker, whom: string): Reason {
    const reason = checkHandOver(this.shape, by.character, whom);
    if (reason === OK) this.passOn(by, whom);
    return reason;
  }

  private passOn(by: Pick<GuildMember, 'character' | 'name'>, whom: string): void {
    const both = afterHandOver(this.shape.members, by.character, whom);
    for (const character of [by.character, whom]) {
      const member = memberIn({ members: both }, character);
      if (member) this.book.putMember(member);
    }
    this.turnOver();
    for (const character of [by.character, whom]) this.crier.change(character);
    this.log(LOG.leads, by.name, this.nameOf(whom));
    this.crier.noticeAll(NOTICES.guildLeads, this.nameOf(whom));
  }

  editRank(by: Asker, index: number, { name, rights, gold, items }: Rank): Reason {
    const rank = { name: cleanLine(name), rights, gold, items };
    const reason = checkRankEdit(this.shape, by.character, index, rank);
    if (reason !== OK) return reason;
    // The leader's own rank has a name of its own, and everything else anyway.
    const kept = index === LEADER ? { ...this.self.ranks[LEADER], name: rank.name } : rank;
    this.turnOver({ ranks: this.self.ranks.map((old, i) => (i === index ? kept : old)) });
    for (const member of this.shape.members) if (member.rank === index) this.crier.change(member.character);
    this.log(LOG.rankEdit, by.name, '', index);
    return OK;
  }

  // ---- words and colours ----

  motd(by: Asker, text: string): Reason {
    const motd = cleanLine(text);
    const reason = checkMotd(this.shape, by.character, motd);
    if (reason !== OK) return reason;
    this.book.putSelf({ ...this.self, motd });
    this.log(LOG.motd, by.name);
    return OK;
  }

  note(by: Asker, whom: string, text: string): Reason {
    const note = cleanLine(text);
    const reason = checkNote(this.shape, by.character, whom, note);
    const member = this.book.members.get(whom);
    if (reason === OK && member) this.book.putMember({ ...member, note });
    return reason;
  }

  emblem(by: Asker, { shape, field, mark }: Emblem): Reason {
    const emblem = { shape, field, mark };
    const reason = checkGuildEmblem(this.shape, by.character, emblem);
    if (reason !== OK) return reason;
    this.turnOver({ emblem });
    this.crier.changeAll();
    this.log(LOG.emblem, by.name);
    return OK;
  }

  /** He is here: what is known of him is as he is now. Not told: panels ask. */
  see({ character, name, level, cls }: Asker): void {
    const member = this.book.members.get(character);
    if (!member) return;
    const isNews = member.name !== name || member.level !== level || member.cls !== cls;
    const now_ms = Date.now();
    if (isNews || now_ms - member.seen_ms > SEEN_MS) this.book.putMember({ ...member, name, level, cls, seen_ms: now_ms });
  }

  private lapse(now_ms: number): void {
    for (const { character, until_ms } of [...this.book.invitations.values()]) {
      if (until_ms <= now_ms) this.book.dropInvitation(character);
    }
  }
}

/** When a member was seen is written so often at most. */
const SEEN_MS = 60_000;
