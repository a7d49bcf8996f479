// The Durable Object for what is said beyond one region. There is one ('world'). In: lines and wishes from regions and from the page that only
// chats, and who is in the world, from the realm. Out: each line numbered and written, then brought to every region where somebody hears it,
// in bundles; words for people; what friends, rooms, mutes, reports and links there are. An idle world costs it nothing.
import { DurableObject } from 'cloudflare:workers';
import {
  type Card,
  type Closing,
  type Env,
  type Known,
  type Leaving,
  type Letter,
  type PresenceNews,
  type Report,
  type Rooms,
  realmPort,
  type Said,
  type TalkAnswer,
  type TalkAsker,
  type TalkKept,
  type TalkPort,
  type TalkWish,
  type Word,
} from '../ports';
import { NOTICES } from '../shared/protocol/notices';
import type { RegionKey } from '../shared/regions';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { isOpenRoom, type KeptLine, OPEN_ROOMS, type RoomKey } from '../shared/rules/rooms';
import { findCharacter } from '../store/characters';
import { readTicket, type Ticket, ticketSecret } from '../ticket';
import { wallTime } from '../timing';
import { answer } from './answers';
import { Blur } from './blur';
import { Box } from './box';
import { Courier } from './courier';
import { forget, keptOf } from './farewell';
import { heed } from './heed';
import { Invites } from './invites';
import { Mutes, Reports } from './mutes';
import { People } from './people';
import { contactsOf, remember } from './portraits';
import { Relations } from './relations';
import { OpenedRooms } from './rooms';
import { SaidBook } from './said';
import { prepareTables } from './tables';
import { type Visitor, Visitors } from './visitors';
import { Warrants } from './warrants';
import { grant, notice } from './wishes';

/** What is said in so long is brought to everybody at once. */
const PUSH_MS = 60;
/** The realm is waited for so long, before anything else is done. */
const REALM_MS = 2_000;
const TIDY_MS = 24 * 3600_000;
/** The region that tickets of the page that only chats name. */
const DOOR = 'talk';

export class Talk extends DurableObject<Env> implements TalkPort {
  readonly people = new People();
  readonly said: SaidBook;
  readonly relations: Relations;
  readonly rooms: OpenedRooms;
  readonly box: Box;
  readonly mutes: Mutes;
  readonly complaints: Reports;
  readonly invites: Invites;
  readonly visitors: Visitors;
  private readonly courier: Courier;
  private readonly warrants: Warrants;
  private pushedAt_ms = 0;
  private pushing = false;
  /** Accounts that look different now to those who know them. */
  private readonly stale = new Blur(accounts => this.tellThoseWhoKnow(accounts));

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    prepareTables(ctx.storage);
    this.said = new SaidBook(ctx.storage);
    this.relations = new Relations(ctx.storage);
    this.rooms = new OpenedRooms(ctx.storage, room => this.said.close(room));
    this.box = new Box(ctx.storage);
    this.mutes = new Mutes(ctx.storage);
    this.complaints = new Reports(ctx.storage);
    this.invites = new Invites(ctx.storage);
    this.courier = new Courier(env, this.people, work => ctx.waitUntil(work));
    this.visitors = new Visitors(
      room => this.said.tail(room),
      (visitor, message, now_ms) => {
        this.warrants.look(this.visitors.everybody, now_ms);
        return heed(this, visitor, message, now_ms);
      },
      visitor => this.seen(visitor),
    );
    this.warrants = new Warrants(env.DB, (account, login) => this.visitors.putOut(account, login));
    void ctx.blockConcurrencyWhile(() => this.meetAll());
  }

  /** Where people are is kept in memory alone, and Talk sleeps between two lines: the first line after that is heard by all of them too. */
  private async meetAll(): Promise<void> {
    try {
      const news = await wallTime.within(realmPort(this.env).everybody(), REALM_MS);
      // A realm that knows of nobody has just begun as well, and will tell.
      if (news.here.length) this.people.take(news);
    } catch (error) {
      console.error({ event: 'realm_away', error: String(error) });
    }
  }

  get db(): Env['DB'] {
    return this.env.DB;
  }

  // ---- what regions say and ask ----

  async attend(region: RegionKey, cards: readonly Card[], known: Known): Promise<Rooms> {
    const now_ms = Date.now();
    this.courier.attended(region, now_ms);
    const rooms = new Set<RoomKey>([...OPEN_ROOMS, ...Object.keys(known)]);
    for (const card of cards) {
      this.greet(card);
      if (this.people.come(card, region)) this.stale.add(card.account);
      for (const room of this.rooms.joined(card.account)) rooms.add(room);
      this.courier.post(card.character, { what: 'contacts', ...contactsOf(this, card.account, now_ms) });
      this.deliverHeld(card.character, now_ms);
    }
    this.courier.close();
    return this.missed(rooms, known);
  }

  async since(region: RegionKey, known: Known): Promise<Rooms> {
    this.courier.attended(region, Date.now());
    return this.missed(new Set([...OPEN_ROOMS, ...Object.keys(known)]), known);
  }

  async say(region: RegionKey, said: readonly Said[]): Promise<void> {
    const now_ms = Date.now();
    this.courier.attended(region, now_ms);
    for (const line of said) this.speak(line, now_ms);
    this.courier.close();
  }

  async ask(by: TalkAsker, wish: TalkWish): Promise<TalkAnswer> {
    const answer = await grant(this, by, wish, Date.now());
    this.courier.close();
    return answer;
  }

  async readHeld(character: string, number: number): Promise<void> {
    this.box.read(character, number);
  }

  async keep(letters: readonly Letter[]): Promise<void> {
    const now_ms = Date.now();
    for (const { to, word } of letters) {
      if (word.what !== 'chat' || !word.account) continue;
      const { from, account, text, time } = word;
      if (this.box.hold(to, { from, account, text, at_ms: time }) === OK) await this.awakeIn(now_ms);
      // He may have come back meanwhile.
      if (this.people.of(to)?.isAway === false) this.deliverHeld(to, now_ms);
    }
    this.courier.close();
  }

  async note(news: PresenceNews): Promise<number> {
    const now_ms = Date.now();
    const before = new Map(news.gone.map(character => [character, this.people.of(character)]));
    if (!news.all) for (const card of news.here) this.greet(card);
    for (const account of this.people.take(news)) this.stale.add(account);
    for (const gone of before.values()) if (gone && !this.people.of(gone.character)) this.hasLeft(gone, now_ms);
    for (const { character, account, name, isAway } of news.here) {
      if (!isAway) this.deliverHeld(character, now_ms);
      for (const invite of this.invites.takeFor(account, now_ms)) this.ctx.waitUntil(this.offerParty(invite.character, name));
    }
    this.courier.close();
    return this.people.born;
  }

  // ---- moderation, and other rooms of the house ----

  async mute(account: string, until_ms: number, reason: string): Promise<void> {
    const now_ms = Date.now();
    this.mutes.set(account, until_ms, reason);
    const minutes = Math.ceil((until_ms - now_ms) / 60_000);
    if (minutes > 0) this.tellAccount(account, notice(NOTICES.muted, reason, minutes));
    this.tellContacts(account);
    this.courier.close();
  }

  async putOut(account: string, login: string): Promise<void> {
    this.visitors.putOut(account, login);
  }

  async forget(leaving: Leaving): Promise<void> {
    this.ctx.storage.transactionSync(() => forget(this, leaving));
    this.courier.close();
  }

  async kept(of: Leaving): Promise<TalkKept> {
    return keptOf(this, of, Date.now());
  }

  async reports(most: number): Promise<Report[]> {
    return this.complaints.newest(most);
  }

  async report(id: string): Promise<Report | null> {
    return this.complaints.of(id);
  }

  async answer(id: string, closing: Closing): Promise<boolean> {
    const isClosed = await answer(this, id, closing);
    this.courier.close();
    return isClosed;
  }

  async blocked(account: string, by: string): Promise<boolean> {
    return this.relations.isIgnored(account, by);
  }

  async invitation(code: string): Promise<{ name: string; left_s: number } | null> {
    const now_ms = Date.now();
    const invite = this.invites.of(code, now_ms);
    return invite && { name: invite.name, left_s: Math.round((invite.until_ms - now_ms) / 1000) };
  }

  async comeBy(code: string, account: string): Promise<{ character: string; covenant: number; region: RegionKey } | null> {
    const now_ms = Date.now();
    const invite = this.invites.come(code, account, now_ms);
    if (!invite) return null;
    await this.awakeIn(now_ms);
    const host = this.people.of(invite.character);
    // Whoever plays already is asked at once.
    for (const guest of this.people.ofAccount(account)) {
      this.invites.takeFor(account, now_ms);
      this.ctx.waitUntil(this.offerParty(invite.character, guest.name));
    }
    return { character: invite.character, covenant: host?.covenant ?? -1, region: host?.region ?? '' };
  }

  // ---- the page that only chats ----

  override async fetch(request: Request): Promise<Response> {
    const now_ms = Date.now();
    const text = (request.headers.get('Sec-WebSocket-Protocol') ?? '').split(',').at(1)?.trim() ?? '';
    const ticket = await readTicket(ticketSecret(this.env), text, now_ms);
    const isGood = ticket?.region === DOOR && this.useTicket(ticket, now_ms);
    if (!isGood) return this.visitors.open(null, null, false, now_ms);
    const [who, isAdmitted] = await Promise.all([
      findCharacter(this.env.DB, ticket.account, ticket.character),
      this.warrants.admits(ticket, now_ms),
    ]);
    return this.visitors.open(ticket, who, isAdmitted, now_ms);
  }

  /** Whispers that nobody fetched, reports that nobody needs, links that hold no more. */
  override async alarm(): Promise<void> {
    const now_ms = Date.now();
    this.box.tidy(now_ms);
    this.complaints.tidy(now_ms);
    this.invites.tidy(now_ms);
    if (!this.box.isEmpty) await this.awakeIn(now_ms);
  }

  /** An alarm that tidies up, once a day while there is something to tidy. */
  async awakeIn(now_ms: number): Promise<void> {
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(now_ms + TIDY_MS);
  }

  // ---- what wishes and visitors use ----

  /** A line for a room, if its speaker may. */
  speak({ room, character, account, from, text, at_ms }: Said, now_ms: number): void {
    const reason = this.reasonAgainst(room, account, now_ms);
    if (reason === OK) {
      this.said.add(room, { from, account, text, at_ms });
      this.pushSoon(now_ms);
    } else this.tell(character, notice(NOTICES.refused, '', reason));
  }

  /** To somebody in the world or on the page; false: he is on neither, or his line has fallen. */
  tell(character: string, word: Word): boolean {
    const there = this.people.of(character);
    if (there && !there.isAway) this.courier.post(character, word);
    const pages = this.visitors.ofCharacter(character);
    for (const page of pages) this.visitors.tell(page, word, Date.now());
    return pages.length > 0 || (there !== undefined && !there.isAway);
  }

  deliverHeld(character: string, now_ms: number): void {
    const lines = this.box.of(character, now_ms);
    if (lines.length) this.tell(character, { what: 'held', lines });
  }

  tellAccount(account: string, word: Word): void {
    for (const { character } of this.people.ofAccount(account)) this.courier.post(character, word);
    for (const page of this.visitors.ofAccount(account)) this.visitors.tell(page, word, Date.now());
  }

  tellContacts(account: string): void {
    const isThere = this.people.ofAccount(account).length || this.visitors.ofAccount(account).length;
    if (isThere) this.tellAccount(account, { what: 'contacts', ...contactsOf(this, account, Date.now()) });
  }

  /** What was said so far in a room that somebody has just come into. */
  bringWhole(room: RoomKey, account: string): void {
    const { lines } = this.said.tail(room);
    const regions = this.people.ofAccount(account).map(({ region }) => region);
    if (lines.length) this.courier.bring(new Map([[room, [...lines]]]), () => new Set(regions));
  }

  // ---- within ----

  private reasonAgainst(room: RoomKey, account: string, now_ms: number): Reason {
    if (this.mutes.untilOf(account, now_ms)) return REASONS.muted;
    return isOpenRoom(room) || this.rooms.has(room, account) ? OK : REASONS.noSuchRoom;
  }

  /** The first line goes at once; what comes right after it waits for the next push. */
  private pushSoon(now_ms: number): void {
    if (this.pushing) return;
    this.pushing = true;
    const wait_ms = Math.min(PUSH_MS, Math.max(0, this.pushedAt_ms + PUSH_MS - now_ms));
    setTimeout(() => this.push(), wait_ms);
  }

  private push(): void {
    this.pushing = false;
    this.pushedAt_ms = Date.now();
    const news = this.said.write();
    if (!news.size) return;
    const listening = this.courier.listening(this.pushedAt_ms);
    this.courier.bring(news, room => (isOpenRoom(room) ? listening : this.regionsOf(room)));
    this.visitors.push();
    this.warrants.look(this.visitors.everybody, this.pushedAt_ms);
  }

  private regionsOf(room: RoomKey): Set<RegionKey> {
    const members = this.rooms.of(room)?.members ?? [];
    return new Set(members.flatMap(({ account }) => this.people.ofAccount(account)).map(({ region }) => region));
  }

  /** Nothing is told that is not written. */
  private missed(rooms: ReadonlySet<RoomKey>, known: Known): Rooms {
    if (this.said.isFresh) this.push();
    const all: Record<RoomKey, readonly KeptLine[]> = {};
    for (const room of rooms) {
      const lines = this.said.tail(room).after(known[room] ?? 0);
      if (lines.length) all[room] = lines;
    }
    return all;
  }

  /** Somebody comes into the world, of whose account nobody was in it. */
  private greet({ account, name }: Card): void {
    if (this.people.isWhole && !this.people.ofAccount(account).length) this.tellFriends(account, notice(NOTICES.friendCame, name));
  }

  private hasLeft(gone: Card & { region: RegionKey }, now_ms: number): void {
    if (this.people.ofAccount(gone.account).length) return;
    remember(this, gone, now_ms);
    this.tellFriends(gone.account, notice(NOTICES.friendLeft, gone.name));
  }

  private tellFriends(account: string, word: Word): void {
    for (const friend of this.relations.friendOf(account)) {
      if (!this.relations.isIgnored(friend, account)) this.tellAccount(friend, word);
    }
  }

  private tellThoseWhoKnow(accounts: readonly string[]): void {
    const concerned = new Set(accounts.flatMap(account => this.relations.friendOf(account)));
    for (const account of concerned) this.tellContacts(account);
    this.courier.close();
  }

  /** In the inviter's name: the realm decides as for any other invitation. */
  private async offerParty(host: string, guest: string): Promise<void> {
    const region = this.people.of(host)?.region;
    if (!region) return;
    const { reason } = await realmPort(this.env).ask(host, region, { what: 'invite', name: guest });
    if (reason !== OK) this.tell(host, notice(NOTICES.refused, guest, reason));
    this.courier.close();
  }

  /** Somebody opened the page, or closed it. */
  private seen(visitor: Visitor): void {
    const now_ms = Date.now();
    this.stale.add(visitor.account);
    if (!this.visitors.ofCharacter(visitor.character).includes(visitor)) return;
    this.visitors.tell(visitor, { what: 'contacts', ...contactsOf(this, visitor.account, now_ms) }, now_ms);
    const lines = this.box.of(visitor.character, now_ms);
    if (lines.length) this.visitors.tell(visitor, { what: 'held', lines }, now_ms);
  }

  private useTicket({ jti, expires_ms }: Ticket, now_ms: number): boolean {
    const { sql } = this.ctx.storage;
    sql.exec('DELETE FROM ticket WHERE expires_ms < ?', now_ms);
    return sql.exec('INSERT OR IGNORE INTO ticket VALUES (?, ?)', jti, expires_ms).rowsWritten > 0;
  }
}
