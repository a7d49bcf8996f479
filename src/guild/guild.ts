// The Durable Object of one guild: sole writer of its roster, ranks, talk and log. Thin: calls come in here and go to the rooms beside this file.
// In: the charter's parcel, wishes that a region vouches for, questions of panels, what members have done. Out: decisions, each written in one
// transaction before anybody is told; words that the registry must hear are owed until it has. It has an alarm only while it owes something.
import { DurableObject } from 'cloudflare:workers';
import {
  type Address,
  type Asker,
  boardsPort,
  type Charter,
  type Env,
  type GuildLine,
  type GuildPort,
  type GuildView,
  type GuildWish,
  guildRegistry,
  type Membership,
  type PactNews,
  realmPort,
  receiverPort,
  type Seen,
} from '../ports';
import {
  CHANNEL_ALLIANCE,
  VIEW_BANK,
  VIEW_CALENDAR,
  VIEW_LINES,
  VIEW_LOG,
  VIEW_ROSTER,
  VIEW_TREATY,
  VIEW_WHERE,
} from '../shared/protocol/messages';
import { NOTICES } from '../shared/protocol/notices';
import type { Goods } from '../shared/rules/goods';
import { firstRanks, type GuildMember } from '../shared/rules/guild';
import { leftToday } from '../shared/rules/guildbank';
import { LOG, type LogWhat } from '../shared/rules/guildlog';
import { nameKey } from '../shared/rules/names';
import { REASONS, type Reason } from '../shared/rules/reasons';
import { wallTime } from '../timing';
import type { Parcel, Taken } from '../transfer/ports';
import { Transfers } from '../transfer/transfers';
import { Alliance } from './alliance';
import { Book } from './book';
import { Calendar } from './calendar';
import { Crier } from './crier';
import { Lookout } from './lookout';
import { Renown } from './renown';
import { Roster } from './roster';
import { Talk } from './talk';
import { type Deposit, Vault } from './vault';

/** So long after the registry did not answer it is asked again. */
const RETRY_MS = 5_000;
const SOONEST_MS = 1_000;
const ANSWER_MS = 5_000;

/** What of treaties stands in the guild's own log. */
const PACT_ENTRIES = new Map<number, LogWhat>([
  [NOTICES.pactProposed, LOG.pactProposed],
  [NOTICES.pactJoined, LOG.pactJoined],
  [NOTICES.pactBetrayed, LOG.pactBetrayed],
  [NOTICES.pactLeft, LOG.pactLeft],
]);

type Whom = { character: string; name: string } | null;

export class Guild extends DurableObject<Env> implements GuildPort {
  private readonly book: Book;
  private readonly crier: Crier;
  private readonly roster: Roster;
  private readonly talk: Talk;
  private readonly transfers: Transfers;
  private readonly vault: Vault;
  private readonly calendar: Calendar;
  private readonly alliance: Alliance;
  private readonly lookout: Lookout;
  private readonly renown: Renown;
  /** Words to the registry leave one after the other. */
  private paying: Promise<void> = Promise.resolve();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.book = new Book(ctx.storage);
    this.crier = new Crier(env, this.book);
    this.roster = new Roster(this.book, this.crier, character =>
      wallTime.within(guildRegistry(env).claim(character, this.id), ANSWER_MS),
    );
    this.talk = new Talk(this.book, this.crier, this.roster);
    this.transfers = new Transfers(ctx.storage, {
      timing: wallTime,
      deliver: (to, parcels) => receiverPort(env, to).receive(`guild:${this.id}`, parcels),
      alarm: (event, facts) => console.error({ event, guild: this.id, ...facts }),
    });
    this.vault = new Vault(ctx.storage.sql, this.roster, this.crier, this.transfers);
    this.calendar = new Calendar(ctx.storage.sql, this.roster, this.crier);
    this.alliance = new Alliance(env, this.book, this.crier, this.roster);
    this.lookout = new Lookout(env, this.roster, this.alliance);
    this.renown = new Renown(env, this.book, this.roster, this.crier);
    this.rearm();
    ctx.waitUntil(Promise.all([this.pay(), this.transfers.pump()]));
  }

  private get id(): string {
    return this.book.self?.id ?? '';
  }

  async receive(from: Address, parcels: readonly Parcel[]): Promise<Taken> {
    const taken = this.transfers.receive(from, parcels, (kind, body) => {
      this.takeIn(from, kind, body);
      return () => {};
    });
    this.settle();
    return taken;
  }

  async ask(by: Asker, wish: GuildWish): Promise<{ reason: Reason; text: string }> {
    if (!this.isOpen) return { reason: REASONS.noSuchGuild, text: '' };
    const text = wish.what === 'invite' || wish.what === 'propose' ? wish.name : '';
    const reason = await this.grant(by, wish);
    this.settle();
    return { reason, text };
  }

  async view(character: string, what: number): Promise<GuildView | null> {
    const member = this.book.members.get(character);
    if (!this.isOpen || !member) return null;
    switch (what) {
      case VIEW_LINES:
        return { view: 'lines', lines: this.talk.linesFor(member) };
      case VIEW_LOG:
        return { view: 'log', entries: this.book.entries.toReversed() };
      case VIEW_BANK: {
        const { gold, things, bankers } = this.vault;
        return { view: 'bank', gold, things, left: leftToday(bankers, character, this.vault.usedBy(character)) };
      }
      case VIEW_CALENDAR: {
        const names = Object.fromEntries(this.roster.shape.members.map(each => [each.character, each.name]));
        return { view: 'calendar', events: this.calendar.events, names };
      }
      case VIEW_TREATY:
        return { view: 'treaty', ...(await this.alliance.treaty()) };
      case VIEW_WHERE:
        return { view: 'where', people: await this.lookout.all() };
      case VIEW_ROSTER:
        return this.lookout.members();
      default:
        return null;
    }
  }

  async pactNews({ notice, text, value }: Omit<PactNews, 'guilds'>): Promise<void> {
    this.alliance.forget();
    if (!this.isOpen) return;
    this.book.transaction(() => {
      const what = PACT_ENTRIES.get(notice);
      if (what) this.roster.log(what, text);
      this.crier.noticeAll(notice, text, value);
    });
    this.settle();
  }

  async hearAlly(from: string, line: GuildLine): Promise<void> {
    if (!this.isOpen) return;
    await this.alliance.hear(from, line);
    this.settle();
  }

  async showAlly(asker: string): Promise<Seen[]> {
    return this.isOpen && (await this.alliance.isAlly(asker)) ? this.lookout.own() : [];
  }

  async membership(characters: readonly string[]): Promise<Membership[]> {
    const known: Membership[] = [];
    for (const character of characters) {
      const his = this.crier.membership(character);
      if (his) known.push(his);
      else await this.disown(character);
    }
    return known;
  }

  async depart(character: string): Promise<void> {
    if (!this.isOpen || !this.book.members.has(character)) {
      await this.disown(character);
      return;
    }
    this.book.transaction(() => {
      this.vault.forget(character);
      this.calendar.forget(character);
      this.roster.depart(character, this.release, to => this.vault.leave(to));
    });
    this.settle();
  }

  async memberOf(character: string): Promise<{ guild: string; member: GuildMember } | null> {
    const member = this.book.members.get(character);
    return member ? { guild: this.roster.self.name, member } : null;
  }

  async deeds(sums: readonly { character: string; points: number }[]): Promise<void> {
    if (!this.isOpen) return;
    this.book.transaction(() => this.renown.count(sums));
    this.settle();
  }

  override async alarm(): Promise<void> {
    await Promise.all([this.pay(), this.transfers.pump(), this.renown.tell()]);
    this.rearm();
  }

  private get isOpen(): boolean {
    const { self } = this.book;
    return self?.confirmed === true && !self.ended;
  }

  /** Inside the transfer's transaction. */
  private takeIn(from: Address, kind: string, body: string): void {
    if (kind === 'charter') this.found(JSON.parse(body) as Charter);
    else if (kind === 'deposit') this.vault.takeDeposit(from, JSON.parse(body) as Deposit);
    else if (kind === 'returned') this.vault.takeBack(JSON.parse(body) as Goods);
    else throw new Error(`no parcel is called ${kind}`);
  }

  // ---- founding ----

  private found({ guild, name, emblem, founder }: Charter): void {
    if (this.book.self) return;
    this.book.putSelf({
      id: guild,
      name,
      emblem,
      motd: '',
      points: 0,
      ranks: firstRanks(),
      revision: 1,
      confirmed: false,
      ended: false,
    });
    this.ctx.storage.sql.exec('INSERT INTO charter VALUES (1, ?)', JSON.stringify(founder));
  }

  /** The registry is told of it until it has heard. A founder who has joined another guild meanwhile founds his when he is free again. */
  private async confirm(): Promise<void> {
    const { self } = this.book;
    const [row] = this.ctx.storage.sql.exec<{ json: string }>('SELECT json FROM charter').toArray();
    if (!self || self.confirmed || !row) return;
    const founder = JSON.parse(row.json) as Asker;
    const kept = await wallTime.within(guildRegistry(this.env).confirm(self.id, self.name, founder.character), ANSWER_MS);
    if (!kept) throw new Error('the founder is in another guild');
    this.book.transaction(() => {
      if (this.book.self?.confirmed) return;
      this.roster.turnOver({ confirmed: true, name: kept.name });
      this.roster.found(founder, kept.claim);
    });
  }

  /** Whatever must be asked of others is asked outside of the decision: that awaits nothing. */
  private async grant(by: Asker, wish: GuildWish): Promise<Reason> {
    switch (wish.what) {
      case 'answer':
        return this.roster.answer(by, wish.accept, this.release);
      case 'propose':
        return this.alliance.propose(by, wish.name);
      case 'answerPact':
        return this.alliance.answer(by, wish.guild, wish.accept);
      case 'renounce':
        return this.alliance.renounce(by);
      case 'say':
        return wish.channel === CHANNEL_ALLIANCE ? this.alliance.say(by, wish.text) : this.decide(by, wish, null);
      case 'invite': {
        const whom = await realmPort(this.env).named(nameKey(wish.name.trim()));
        return this.decide(by, wish, whom);
      }
      default:
        return this.decide(by, wish, null);
    }
  }

  private decide(by: Asker, wish: GuildWish, whom: Whom): Reason {
    return this.book.transaction(() => this.weigh(by, wish, whom));
  }

  // ---- decisions: inside one transaction ----

  private weigh(by: Asker, wish: GuildWish, whom: Whom): Reason {
    const { roster, release } = this;
    roster.see(by);
    switch (wish.what) {
      case 'invite':
        return roster.invite(by, whom);
      case 'leave':
        return roster.leave(by, release);
      case 'kick':
        return roster.kick(by, wish.member, release);
      case 'disband':
        return roster.disband(by, this.vault.isEmpty);
      case 'rank':
        return roster.rank(by, wish.member, wish.rank);
      case 'handOver':
        return roster.handOver(by, wish.member);
      case 'rankEdit':
        return roster.editRank(by, wish.index, wish.rank);
      case 'motd':
        return roster.motd(by, wish.text);
      case 'note':
        return roster.note(by, wish.member, wish.text);
      case 'emblem':
        return roster.emblem(by, wish.emblem);
      case 'say':
        return this.talk.say(by, wish.channel, wish.text);
      case 'take':
        return this.vault.take(by, wish.item, wish.quantity);
      case 'takeGold':
        return this.vault.takeGold(by, wish.gold);
      case 'event':
        return this.calendar.add(by, wish.title, wish.at_ms);
      case 'dropEvent':
        return this.calendar.drop(by, wish.event);
      case 'sign':
        return this.calendar.sign(by, wish.event, wish.answer);
      default:
        return REASONS.notNow;
    }
  }

  // ---- what others must hear ----

  private readonly release = (character: string, claim: number): void => {
    this.book.owe({ what: 'release', character, claim });
  };

  /** The registry says that he is of this guild, and he is not: a crash came between his claim and his entering. */
  private async disown(character: string): Promise<void> {
    if (!this.book.self?.confirmed || this.roster.isComing(character)) return;
    const [his] = await guildRegistry(this.env).guildsOf([character]);
    if (his?.guild !== this.id || this.book.members.has(character) || this.roster.isComing(character)) return;
    this.release(character, his.claim);
    this.settle();
  }

  /** The end of a turn: what it wrote is told, and an alarm stands by for what others must still hear. */
  private settle(): void {
    this.rearm();
    this.ctx.waitUntil(this.crier.close());
    this.ctx.waitUntil(Promise.all([this.pay(), this.transfers.pump(), this.renown.tellIfDue()]).then(() => this.rearm()));
  }

  private get owes(): boolean {
    return this.book.owed().length > 0 || this.book.self?.confirmed === false;
  }

  private rearm(): void {
    const due_ms = Math.min(this.owes ? Date.now() + RETRY_MS : Infinity, this.transfers.due_ms(), this.renown.due_ms());
    if (due_ms < Infinity) void this.ctx.storage.setAlarm(Math.max(due_ms, Date.now() + SOONEST_MS));
  }

  private pay(): Promise<void> {
    this.paying = this.paying.then(() => this.payAll());
    return this.paying;
  }

  private async ended(id: string): Promise<void> {
    await guildRegistry(this.env).ended(id);
    await boardsPort(this.env).forget([id]);
  }

  /** Never throws: what is left over is tried again at the alarm. */
  private async payAll(): Promise<void> {
    if (!this.owes) return;
    try {
      await this.confirm();
      const registry = guildRegistry(this.env);
      for (const { number, word } of this.book.owed()) {
        const { id } = this;
        const heard = word.what === 'ended' ? this.ended(id) : registry.release(word.character, id, word.claim);
        await wallTime.within(heard, ANSWER_MS);
        this.book.paid(number);
      }
      await this.crier.close();
    } catch (error) {
      console.warn({ event: 'guild_owes', guild: this.id, error: String(error) });
    }
  }
}
