// The Durable Object of one region: sole writer of what stands in it. Thin: the platform's events come in here and go to the rooms beside
// this file. In: upgrades with tickets, frames, closes, alarms, status calls. Out: a world that ticks while somebody is in it.
import { DurableObject } from 'cloudflare:workers';
import coreModule from '../../build/core.wasm';
import {
  type Address,
  type Env,
  type Letter,
  type Order,
  type RegionPort,
  type RegionStatus,
  type Rooms,
  type Ruling,
  realmPort,
  receiverPort,
  regionPort,
  type Spot,
  type Whereabouts,
} from '../ports';
import { placeOf } from '../shared/content';
import { CLOSE_PROTOCOL, CLOSE_RESTART, CLOSE_UNAVAILABLE } from '../shared/protocol/messages';
import { ALL_REGIONS, type Division, isRegion, numberOf, type RegionKey } from '../shared/regions';
import type { Match } from '../shared/rules/arena';
import type { Run } from '../shared/rules/runs';
import { wallTime } from '../timing';
import type { Parcel, Taken } from '../transfer/ports';
import type { Seams } from '../transfer/transfers';
import { setAdrift } from './arrival';
import { Clock } from './clock';
import { Counters } from './counters';
import { Custody } from './custody';
import { Door } from './door';
import { Guilds } from './guilds';
import type { Held } from './held';
import { Inbox } from './inbox';
import { takeParcels } from './landing';
import { decideLater } from './later';
import { takeLetters } from './letters';
import { Links } from './links';
import { metered } from './metered';
import { nameOf } from './nameof';
import { takeOrder } from './orders';
import { Phases } from './phases';
import { Quarantine } from './quarantine';
import { RealmLine } from './realmline';
import { rename } from './rename';
import { Report } from './report';
import { Scores } from './scores';
import type { Session } from './session';
import { statementOf } from './statement';
import { Store } from './store';
import { Strain } from './strain';
import { spotsOf } from './systems/guild';
import { besides } from './systems/welcome';
import { TalkLine } from './talkline';
import { tick } from './tick';
import { Wake } from './wake';
import { Warrants } from './warrants';
import { whereaboutsHere } from './whereabouts';
import type { Footing, Pulse, World } from './world';

/** More rebuilds than this within a minute: something is wrong that building anew does not mend. */
const REBUILDS_PER_MINUTE = 3;
/** One frame in so many is timed as it is read: asking the clock twice takes longer than most frames do. */
const TIMED = 8;

export class Region extends DurableObject<Env> implements RegionPort {
  readonly clock = new Clock(() => this.turn());
  readonly strain = new Strain(this.clock);
  readonly counters = new Counters();
  readonly sessions = new Set<Session>();
  readonly phases = new Phases();
  readonly footing: Footing;
  readonly wake: Wake;
  readonly report: Report;
  private readonly warrants: Warrants;
  readonly bornAt_ms = Date.now();
  world: World | null = null;
  /** How the world is cut, as the realm told last. */
  private readonly door: Door;
  private readonly scores = new Scores(this.env, this.counters);
  private rebuilds_ms: number[] = [];
  /** What reading frames has taken since the last turn, by those that were timed; and how many were read. */
  private decoding_ms = 0;
  private heard = 0;
  readonly realm: RealmLine;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const region = nameOf(ctx.id, env);
    const place = region && placeOf(region);
    if (!region || !place) throw new Error('a region that no place belongs to');
    const storage = metered(ctx.storage, rows => this.counters.count('rows.written', rows));
    const store = new Store(storage, numberOf(region), this.seams(region));
    const close = (session: Session, code: number, words: string): void => this.close(session, code, words);
    this.realm = new RealmLine(env, region, this.counters, letters => this.hand(letters));
    this.footing = {
      region,
      place,
      module: coreModule,
      store,
      custody: new Custody(env.DB, region, store, this.counters, {
        timing: wallTime,
        lost: held => this.lose(held),
        written: (character, leaves) => void this.scores.note(character, leaves),
        whereabouts: ids => this.whereaboutsElsewhere(region, ids),
        restored: () => this.world && this.rebuild(new Error('put back to an older copy')),
      }),
      links: new Links(env, region, this.counters),
      talk: new TalkLine(env, region, this.counters, letters => this.hand(letters)),
      counters: this.counters,
      inbox: new Inbox(this.counters, close),
      quarantine: new Quarantine(),
      guilds: new Guilds(env, this.counters, letters => this.hand(letters)),
      run: store.run(),
      match: store.match(),
      opened: [],
      decided: [],
      letters: [],
      orders: [],
      affairs: new Map(),
      post: new Map(),
      isEventful: env.HAPPENINGS !== 'off' && isRegion(region),
      sessions: this.sessions,
      arrivals: [],
      landings: [],
      division: store.division(),
      pulse: this.pulse(),
      admit: session => void this.admit(session),
      close,
      front: () => realmPort(env).front(),
      later: asked => void decideLater(env, asked).then(decided => this.footing.decided.push(decided)),
      askIn: order => void this.realm.openRun(order).then(opened => this.footing.opened.push(opened)),
      ask: (character, wish) => void this.realm.ask(character, wish),
      send: (to, letters) => void this.sendLetters(to, letters),
      closeRun: run => void this.realm.closeRun(run),
      sendOn: (session, to, epoch) => this.door.sendOn(session, to, epoch),
      invite: (player, to) => this.door.invite(player, to),
    };
    this.door = new Door(env, ctx.id, this.footing);
    this.report = new Report(env, this);
    this.warrants = new Warrants(env.DB, this.counters);
    this.wake = new Wake(ctx.storage, this);
    this.wake.rearm();
    void store.transfers.pump();
  }

  override async fetch(request: Request): Promise<Response> {
    const link = this.footing.links.accept(request, Date.now());
    if (link) {
      // A neighbour has somebody who looks over here.
      this.wake.up();
      return link;
    }
    const { response, session, socket } = await this.door.open(request);
    if (!session) return response;
    socket.addEventListener('message', event => this.hear(session, event.data as string | ArrayBuffer));
    socket.addEventListener('close', () => this.cut(session));
    socket.addEventListener('error', () => this.cut(session));
    try {
      this.wake.up();
    } catch (error) {
      console.error({ event: 'wake_failed', region: this.footing.region, error: String(error) });
      this.close(session, CLOSE_UNAVAILABLE, 'the region cannot wake');
    }
    void this.admit(session);
    return response;
  }

  override async alarm(): Promise<void> {
    await this.wake.alarm();
  }

  async status(): Promise<RegionStatus> {
    return statementOf(this);
  }

  async renamed(character: string, change: { name?: string; look?: number }): Promise<void> {
    // Its record may be on its way here, read before the change.
    const { custody, store } = this.footing;
    await custody.settled(character);
    const passed = custody.held.has(character) ? null : store.holdings.passed(character);
    if (passed) await regionPort(this.env, passed.receiver).renamed(character, change);
    else rename(this.footing, this.world, character, change);
  }

  async receive(from: Address, parcels: readonly Parcel[]): Promise<Taken> {
    this.wake.up();
    const taken = takeParcels(this.footing, this.world, from, parcels);
    void this.footing.store.transfers.pump();
    this.wake.rearm();
    return taken;
  }

  async whereabouts(ids: readonly string[], asker: RegionKey): Promise<Whereabouts[]> {
    return whereaboutsHere(this.footing.store, this.footing.custody.held, ids, asker);
  }

  /** The world was divided anew. Whoever has to give something away wakes up for it. */
  async divided(division: Division): Promise<void> {
    this.wake.divide(division);
  }

  async begin(run: Run): Promise<void> {
    const { footing, wake } = this;
    if (footing.run?.id === run.id) {
      footing.run = { ...run, felled: footing.run.felled };
      footing.store.putRun(footing.run);
      return;
    }
    footing.store.beginRun(run, Date.now());
    footing.run = run;
    if (!this.world) return;
    if (wake.asleep) this.world = null;
    else wake.rebuild();
  }

  async spots(characters: readonly string[]): Promise<Spot[]> {
    return this.world ? spotsOf(this.world, characters) : [];
  }

  async beginMatch(match: Match): Promise<void> {
    const { footing, wake } = this;
    if (footing.match?.id === match.id) return;
    footing.store.beginMatch(match);
    footing.match = match;
    if (!this.world) return;
    if (wake.asleep) this.world = null;
    else wake.rebuild();
  }

  async hand(letters: readonly Letter[]): Promise<void> {
    takeLetters(this.footing, letters, this.world !== null && !this.wake.asleep);
  }

  async order(order: Order): Promise<Ruling> {
    return takeOrder(this.footing, order, this.world !== null && !this.wake.asleep);
  }

  async overhear(rooms: Rooms): Promise<void> {
    this.footing.talk.hear(rooms);
  }

  async besides(character: string): Promise<{ x: number; y: number; z: number; yaw: number } | null> {
    return this.world && !this.wake.asleep ? besides(this.world, character) : null;
  }

  /** One turn of the world: what the clock calls, and tests by hand. A throw leaves torn state, so the world is built anew. */
  turn(): void {
    if (!this.world || this.wake.asleep) return;
    this.phases.took('decode', this.decoding_ms);
    this.decoding_ms = 0;
    try {
      tick(this.world, Date.now(), this.phases.took);
    } catch (error) {
      this.rebuild(error);
    }
    this.strain.tick(Date.now());
    this.report.tick(Date.now());
    if (this.world) this.warrants.tick(this.world, Date.now());
    this.wake.sleepIfEmpty();
  }

  /** Whoever knocked may have hung up while D1 answered, and the region have fallen asleep: then nothing else takes his character back there. */
  private async admit(session: Session): Promise<void> {
    await this.door.admit(session);
    if (this.wake.asleep) this.wake.rearm();
  }

  private async sendLetters(to: RegionKey, letters: readonly Letter[]): Promise<void> {
    try {
      await regionPort(this.env, to).hand(letters);
    } catch (error) {
      this.counters.count('letter.lost', letters.length);
      console.warn({ event: 'letters_lost', region: this.footing.region, to, error: String(error) });
    }
  }

  private pulse(): Pulse {
    const { phases, clock, strain } = this;
    return {
      phases_ms: phases.means_ms,
      gap_ms: share => clock.gaps.percentile(share),
      get strain() {
        return strain.level;
      },
    };
  }

  private seams(region: RegionKey): Seams {
    return {
      timing: wallTime,
      deliver: (to, parcels) => receiverPort(this.env, to).receive(region, parcels),
      alarm: (event, facts) => {
        this.counters.count(event);
        console.error({ event, region, ...facts });
      },
    };
  }

  /** Asks every region there is: done when a storage turned out to be an older copy of itself, and never else. */
  private async whereaboutsElsewhere(region: RegionKey, ids: readonly string[]): Promise<Whereabouts[]> {
    const all = [...ALL_REGIONS.filter(key => placeOf(key)), ...(await realmPort(this.env).instances())];
    const others = all.filter(key => key !== region);
    const answers = await Promise.all(others.map(key => regionPort(this.env, key).whereabouts(ids, region)));
    return answers.flat();
  }

  /** Ends a connection with a code; a body in the world stays, adrift. */
  close(session: Session, code: number, words: string): void {
    this.counters.count(`close.${code}`);
    try {
      session.socket.close(code, words);
    } catch (error) {
      // Closed by the other side a moment ago: the same end.
      this.counters.count('close.late');
      console.debug({ event: 'close_late', error: String(error) });
    }
    this.cut(session);
  }

  private hear(session: Session, data: string | ArrayBuffer): void {
    const now_ms = Date.now();
    const isTimed = ++this.heard % TIMED === 0;
    const start = isTimed ? performance.now() : 0;
    try {
      this.footing.inbox.receive(session, data, now_ms);
    } catch (error) {
      this.counters.count('inbox.failed');
      console.error({ event: 'inbox_failed', region: this.footing.region, error: String(error) });
      this.close(session, CLOSE_PROTOCOL, 'refused');
    }
    if (isTimed) this.decoding_ms += (performance.now() - start) * TIMED;
    // A flood starves timers: whoever sends most also runs the overdue turn.
    this.clock.poke(now_ms);
  }

  private cut(session: Session): void {
    if (!this.sessions.delete(session)) return;
    const { player } = session;
    session.on('cut');
    if (this.world && player?.session === session) setAdrift(this.world, player);
  }

  /** D1 says that another owns this character: our copy is void, with its body. */
  private lose(held: Held): void {
    const player = this.world?.byCharacter.get(held.character.id);
    if (player && this.world) this.wake.expel(this.world, player);
  }

  private rebuild(error: unknown): void {
    const now_ms = Date.now();
    this.counters.count('rebuild');
    console.error({
      event: 'rebuild',
      region: this.footing.region,
      error: String(error),
      stack: error instanceof Error ? error.stack : '',
    });
    this.rebuilds_ms = [...this.rebuilds_ms.filter(at => at > now_ms - 60_000), now_ms];
    this.world = null;
    if (this.rebuilds_ms.length <= REBUILDS_PER_MINUTE && this.wake.rebuild()) return;
    for (const session of [...this.sessions]) this.close(session, CLOSE_RESTART, 'starting anew');
  }
}
