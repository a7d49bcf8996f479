// The Durable Object that knows the world: which regions are divided, which are awake, who is where, who belongs together, and how the front
// stands. There is one ('world'). In: reports of regions that are awake, requests to divide, wishes of players, questions for the map. Out:
// the division, told to all whom it concerns, and letters for people wherever they are.
// It has no timer and no alarm: merging and the front's hours are worked out when somebody reports or asks, so an idle world costs nothing.
import { DurableObject } from 'cloudflare:workers';
import {
  type Affairs,
  boardsPort,
  type Env,
  type Letter,
  type Membership,
  type PresenceNews,
  type RealmPort,
  type RegionReport,
  type RunOrder,
  type Told,
  talkPort,
  type Wish,
} from '../ports';
import { dungeons, placeOf } from '../shared/content';
import { type CrowdLimits, crowdLimits } from '../shared/crowds';
import type { WorldMap } from '../shared/map';
import { CHANNEL_SYSTEM } from '../shared/protocol/messages';
import { childrenOf, type Division, isRegion, isWhole, type RegionKey } from '../shared/regions';
import { advance, BOARD, type Front, HOUR_MS, strive } from '../shared/rules/front';
import { REASONS, type Reason } from '../shared/rules/reasons';
import { wallTime } from '../timing';
import { Book } from './book';
import { mapOf } from './chart';
import { Company } from './company';
import { Desk } from './desk';
import { Guilds } from './guilds';
import { Herald } from './herald';
import { Lists } from './lists';
import { Muster } from './muster';
import { Parties } from './parties';
import { Presence, type Present } from './presence';
import { Readiness } from './readiness';
import { isReport, Roll } from './roll';
import { Runs } from './runs';
import { deliver, spread } from './tidings';

export class Realm extends DurableObject<Env> implements RealmPort {
  private readonly limits: CrowdLimits;
  private readonly book: Book;
  private readonly runs: Runs;
  private readonly roll = new Roll();
  private readonly bornAt_ms = Date.now();
  private readonly born = Math.floor(Math.random() * 2 ** 48);
  private readonly presence = new Presence();
  private readonly desk: Desk;
  private readonly herald: Herald;
  private readonly parties: Parties;
  private readonly muster: Muster;
  private readonly readiness: Readiness;
  private readonly company: Company;
  private readonly guilds: Guilds;
  private readonly lists: Lists;
  /** Of the affairs told last. */
  private version = 0;
  private tendedAt_ms = 0;
  /** Since when the children of a divided region have held few enough to be merged. */
  private readonly calm = new Map<RegionKey, number>();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.limits = crowdLimits(env);
    this.book = new Book(ctx.storage, hourOf(this.bornAt_ms));
    this.runs = new Runs(ctx.storage);
    this.herald = new Herald(this.born, this.presence, news => talkPort(env).note(news));
    this.desk = new Desk(this.presence, character => this.affairsOf(character));
    this.parties = new Parties(ctx.storage, this.presence, this.desk);
    this.readiness = new Readiness(this.parties, this.desk);
    this.guilds = new Guilds(env, this.presence, this.desk);
    this.company = new Company(env, this.runs, this.parties, this.presence, this.desk);
    this.lists = new Lists(ctx.storage, env, this.presence, this.parties, this.desk, this.bornAt_ms);
    this.lists.onBegun = () => this.close(Date.now());
    this.muster = new Muster(ctx.storage, this.presence, this.parties, this.desk, this.bornAt_ms, (match, dungeon) => {
      const sent = this.company.send(match, dungeon).then(isSent => {
        if (!isSent) this.muster.restore(match);
        this.close(Date.now());
      });
      ctx.waitUntil(sent);
    });
  }

  async report(report: RegionReport): Promise<Told> {
    const now_ms = Date.now();
    if (isReport(report)) this.hear(report, now_ms);
    else console.error({ event: 'report_unreadable', report: JSON.stringify(report) });
    this.frontAt(now_ms);
    for (const whole of this.book.division.divided) {
      if (this.calmFor_ms(whole, now_ms) >= this.limits.merge_after_ms) this.cut(whole, false, now_ms);
    }
    const region = report?.region ?? '';
    const { division } = this.book;
    const { born } = this;
    this.settle(now_ms);
    const letters = this.desk.takeFor(region);
    this.close(now_ms);
    return { division, born, people: this.presence.count(region), letters };
  }

  /** Nobody who is not in the world asks for anything. */
  async ask(character: string, region: RegionKey, wish: Wish): Promise<{ reason: Reason; text: string }> {
    const now_ms = Date.now();
    const present = this.presence.of(character);
    if (!present) return { reason: REASONS.realmSilent, text: '' };
    // What has been told of him may be half a second old; who asks is there.
    const by = { ...present, region, isAway: false };
    if (wish.what === 'enlist') return this.enlist(by);
    const { parties, muster, company, readiness } = this;
    const granted = ((): { reason: Reason; text: string } | Reason => {
      switch (wish.what) {
        case 'invite':
          return { reason: parties.invite(by, wish.name, now_ms), text: wish.name };
        case 'answer':
          return parties.answer(by, wish.from, wish.accept, now_ms);
        case 'leave':
          return parties.leave(character);
        case 'kick':
          return parties.kick(character, wish.member);
        case 'promote':
          return parties.promote(character, wish.member);
        case 'convert':
          return parties.convert(character, wish.isRaid);
        case 'askReady':
          return readiness.ask(character, now_ms);
        case 'answerReady':
          return readiness.answer(character, wish.accept);
        case 'shareLoot':
          return parties.shareLoot(character, wish.rolls);
        case 'roles':
          return parties.pick(by, wish.roles);
        case 'queue':
          if (this.runs.hasBegunMany(character, now_ms)) return REASONS.tooFast;
          return muster.queue(by, wish.dungeon, wish.fill, now_ms);
        case 'unqueue':
          return muster.unqueue(by, now_ms);
        case 'ready':
          return muster.ready(by, wish.accept, now_ms);
        case 'rejoin':
          return company.rejoin(by, now_ms);
        case 'withdraw':
          return this.lists.withdraw(by);
      }
    })();
    this.close(now_ms);
    return typeof granted === 'number' ? { reason: granted, text: '' } : granted;
  }

  /** What they are rated, only the boards know. */
  private async enlist(by: Present): Promise<{ reason: Reason; text: string }> {
    const company = this.lists.companyOf(by);
    let ratings: number[];
    try {
      ratings = await wallTime.within(boardsPort(this.env).ratings(company), BOARDS_MS);
    } catch (error) {
      console.warn({ event: 'boards_silent', error: String(error) });
      return { reason: REASONS.arenaSilent, text: '' };
    }
    const answer = this.lists.enlist(by, company, ratings, Date.now());
    this.close(Date.now());
    return answer;
  }

  async divide(region: RegionKey): Promise<Division> {
    const now_ms = Date.now();
    if (this.mayDivide(region, now_ms)) this.cut(region, true, now_ms);
    return this.book.division;
  }

  async division(): Promise<Division> {
    return this.book.division;
  }

  async awake(): Promise<RegionKey[]> {
    return this.roll.awake(Date.now());
  }

  async map(): Promise<WorldMap> {
    const now_ms = Date.now();
    return mapOf(this.book.division, this.roll, this.frontAt(now_ms), now_ms);
  }

  async front(): Promise<Front> {
    return this.frontAt(Date.now());
  }

  /** The instance has heard of its run before anybody is sent there. */
  async openRun(order: RunOrder): Promise<RegionKey | Reason> {
    if (!dungeons.has(order.dungeon)) return REASONS.noSuchDungeon;
    const opened = await this.company.open(order, Date.now());
    this.close(Date.now());
    return opened;
  }

  async closeRun(instance: RegionKey, id: string): Promise<void> {
    this.runs.close(instance, id);
    for (const character of this.runs.rosterOf(instance)) this.desk.change(character, true);
    this.close(Date.now());
  }

  async instances(): Promise<RegionKey[]> {
    return [...this.runs.instances, ...this.lists.instances];
  }

  async post(letters: readonly Letter[]): Promise<string[]> {
    const absent = new Set<string>();
    for (const { to, word } of letters) {
      if (this.presence.of(to)) this.desk.post(to, word);
      else absent.add(to);
    }
    this.close(Date.now());
    return [...absent];
  }

  async proclaim(text: string): Promise<number> {
    const word = { what: 'chat', channel: CHANNEL_SYSTEM, from: '', text, time: Date.now() } as const;
    const all = this.presence.characters;
    for (const character of all) this.desk.post(character, word);
    this.close(Date.now());
    return all.length;
  }

  async present(characters: readonly string[]): Promise<{ character: string; region: RegionKey }[]> {
    const known = characters.map(character => this.presence.of(character)).filter(present => present !== undefined);
    return known.map(({ character, region }) => ({ character, region }));
  }

  async everybody(): Promise<PresenceNews> {
    return this.herald.everybody();
  }

  async named(key: string): Promise<{ character: string; name: string; region: RegionKey } | null> {
    const known = this.presence.named(key);
    return known ? { character: known.character, name: known.name, region: known.region } : null;
  }

  async memberships(news: readonly Membership[]): Promise<void> {
    this.guilds.take(news);
    this.close(Date.now());
  }

  /** What a region says of its people, and what follows from it. */
  private hear(report: RegionReport, now_ms: number): void {
    const { region, people, at_ms, efforts } = report;
    this.roll.take(report, now_ms);
    if (efforts) this.book.keepFront(strive(BOARD, this.frontAt(now_ms), placeOf(region)?.number ?? 0, efforts));
    if (people?.here.length) this.runs.enter(region);
    const known = new Map((people?.gone ?? []).map(({ character }) => [character, this.presence.of(character)?.name ?? '']));
    const news = people ? this.presence.take(region, people, at_ms) : [];
    this.note(news, known, now_ms);
    const telling = this.herald.send(now_ms, !report.awake);
    if (telling) this.ctx.waitUntil(telling);
    // Who has just come is told how things stand with him; and everybody, when his region has forgotten.
    for (const { character } of people?.here ?? []) {
      if (people?.all || news.includes(character)) this.desk.change(character, false);
    }
    if (now_ms - this.tendedAt_ms < TEND_MS) return;
    this.tendedAt_ms = now_ms;
    for (const silent of this.presence.regions) {
      if (this.roll.silence_ms(silent, now_ms) > SILENT_MS) this.note(this.presence.empty(silent), new Map(), now_ms);
    }
    this.parties.tend(now_ms);
    this.readiness.tend(now_ms);
    this.muster.tend(now_ms);
    this.lists.tend(now_ms);
  }

  private note(news: readonly string[], names: ReadonlyMap<string, string>, now_ms: number): void {
    this.herald.note(news);
    for (const character of news) {
      this.parties.note(character, now_ms);
      this.guilds.note(character);
      if (this.presence.of(character)) continue;
      this.muster.miss(character, names.get(character) ?? '', now_ms);
      this.lists.miss(character, names.get(character) ?? '');
    }
  }

  /** What has changed about people changes what hangs on it: who left a party leaves its runs, and nobody waits for what is no more. */
  private settle(now_ms: number): void {
    for (const { party, character } of this.desk.takeLeavers()) {
      this.ctx.waitUntil(this.company.expel(party, character));
    }
    for (const character of this.desk.changed) {
      this.muster.review(character, now_ms);
      this.lists.review(character);
    }
  }

  /** The end of a turn of the realm: everybody whom it concerns is told. */
  private close(now_ms: number): void {
    this.settle(now_ms);
    const bundles = this.desk.take();
    if (bundles.size) this.ctx.waitUntil(deliver(this.env, bundles));
    if (this.guilds.isWanting) this.ctx.waitUntil(this.guilds.fetch().then(() => this.close(Date.now())));
  }

  private affairsOf(character: string): Affairs {
    const now_ms = Date.now();
    this.version = Math.max(this.version + 1, now_ms);
    const party = this.parties.of(character);
    const members = party?.members.map(member => {
      const present = this.presence.of(member.character);
      return { ...member, region: present?.region ?? '', isAway: present?.isAway ?? false };
    });
    return {
      version: this.version,
      party: party && { ...party, members: members ?? [] },
      waiting: this.muster.waitingOf(character),
      way: this.company.wayOf(character, now_ms),
      guild: this.guilds.badgeOf(character),
      lists: this.lists.waitingOf(character),
    };
  }

  private mayDivide(region: RegionKey, now_ms: number): boolean {
    if (typeof region !== 'string' || !isRegion(region) || !isWhole(region) || !placeOf(region)) return false;
    return !this.book.isDivided(region) && now_ms - this.book.cutSince_ms(region) >= this.limits.merge_after_ms;
  }

  /** Written first; the answer and the telling leave when that is durable. */
  private cut(whole: RegionKey, divided: boolean, now_ms: number): void {
    this.book.cut(whole, divided, now_ms);
    this.calm.delete(whole);
    const { division } = this.book;
    console.info({ event: divided ? 'region_divided' : 'region_merged', region: whole, version: division.version });
    // Nobody waits for it: a region that asked for this is told by its answer, the others by their next report at the latest.
    this.ctx.waitUntil(spread(this.env, division, whole));
  }

  private calmFor_ms(whole: RegionKey, now_ms: number): number {
    if (!this.isCalm(whole, now_ms)) this.calm.delete(whole);
    else if (!this.calm.has(whole)) this.calm.set(whole, now_ms);
    return now_ms - (this.calm.get(whole) ?? now_ms);
  }

  /** After a boot or a division nothing is calm before every child has been heard of. */
  private isCalm(whole: RegionKey, now_ms: number): boolean {
    const children = childrenOf(whole);
    const since_ms = Math.max(this.bornAt_ms, this.book.cutSince_ms(whole));
    if (!children.every(key => this.roll.isKnown(key, since_ms, now_ms))) return false;
    // Those who have not yet been handed over still stand in the whole.
    return this.roll.players([whole, ...children], now_ms) < this.limits.merge_players;
  }

  /** Brings the front up to the hour; only the last week of a longer sleep is fought. */
  private frontAt(now_ms: number): Front {
    const hour = hourOf(now_ms);
    if (hour > this.book.front.hour) this.book.keepFront(advance(BOARD, this.book.front, hour));
    return this.book.front;
  }
}

/** The boards are asked for ratings this long. */
const BOARDS_MS = 5_000;
/** So often is looked after what runs out with time. */
const TEND_MS = 1_000;
/** Whoever was in a region that has said nothing for so long is gone with it. */
const SILENT_MS = 90_000;

/** Whole hours since 1970. */
const hourOf = (now_ms: number): number => Math.floor(now_ms / HOUR_MS);
