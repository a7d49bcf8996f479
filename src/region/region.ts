// The Durable Object of one region: sole writer of what stands in it. Thin: the platform's events come in here and go to the rooms beside
// this file. In: upgrades with tickets, frames, closes, alarms, status calls. Out: a world that ticks while somebody is in it.
import { DurableObject } from 'cloudflare:workers';
import coreModule from '../../build/core.wasm';
import type { Env, RegionPort, RegionStatus } from '../ports';
import { PLACES, regionKey } from '../shared/content';
import { CLOSE_PROTOCOL, CLOSE_RESTART, CLOSE_UNAVAILABLE } from '../shared/protocol/messages';
import { type Division, UNDIVIDED } from '../shared/regions';
import { setAdrift } from './arrival';
import { Clock } from './clock';
import { Counters } from './counters';
import { Custody } from './custody';
import { Door } from './door';
import type { Held } from './held';
import { Inbox } from './inbox';
import { Phases } from './phases';
import { rename } from './rename';
import type { Session } from './session';
import { statementOf } from './statement';
import { Store } from './store';
import { tick } from './tick';
import { Wake } from './wake';
import type { Footing, World } from './world';

/** More rebuilds than this within a minute: something is wrong that building anew does not mend. */
const REBUILDS_PER_MINUTE = 3;

export class Region extends DurableObject<Env> implements RegionPort {
  readonly clock = new Clock(() => this.turn());
  readonly counters = new Counters();
  readonly sessions = new Set<Session>();
  readonly phases = new Phases();
  readonly footing: Footing;
  readonly wake: Wake;
  readonly bornAt_ms = Date.now();
  world: World | null = null;
  /** How the world is cut, as the realm told last. */
  division: Division = UNDIVIDED;
  private readonly door: Door;
  private rebuilds_ms: number[] = [];

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const place = PLACES.find(p => env.REGION.idFromName(regionKey(p)).equals(ctx.id));
    if (!place) throw new Error('a region that no place belongs to');
    const region = regionKey(place);
    const store = new Store(ctx.storage);
    const close = (session: Session, code: number, words: string): void => this.close(session, code, words);
    this.footing = {
      region,
      place,
      module: coreModule,
      store,
      custody: new Custody(env.DB, region, store, this.counters, held => this.lose(held)),
      counters: this.counters,
      inbox: new Inbox(this.counters, close),
      sessions: this.sessions,
      arrivals: [],
      pulse: { phases_ms: this.phases.means_ms, gap_ms: share => this.clock.gaps.percentile(share) },
      admit: session => void this.door.admit(session),
      close,
    };
    this.door = new Door(env, ctx.id, this.footing);
    this.wake = new Wake(ctx.storage, this);
    this.wake.rearm();
  }

  override async fetch(request: Request): Promise<Response> {
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
    void this.door.admit(session);
    return response;
  }

  override async alarm(): Promise<void> {
    await this.wake.alarm();
  }

  async status(): Promise<RegionStatus> {
    return statementOf(this);
  }

  async renamed(character: string, change: { name?: string; covenant?: number; look?: number }): Promise<void> {
    // Its record may be on its way here, read before the change.
    await this.footing.custody.settled(character);
    rename(this.footing, this.world, character, change);
  }

  async divided(division: Division): Promise<void> {
    if (division.version > this.division.version) this.division = division;
  }

  /** One turn of the world: what the clock calls, and tests by hand. A throw leaves torn state, so the world is built anew. */
  turn(): void {
    if (!this.world || this.wake.asleep) return;
    try {
      tick(this.world, Date.now(), this.phases.took);
    } catch (error) {
      this.rebuild(error);
    }
    this.wake.sleepIfEmpty();
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
    try {
      this.footing.inbox.receive(session, data, Date.now());
    } catch (error) {
      this.counters.count('inbox.failed');
      console.error({ event: 'inbox_failed', region: this.footing.region, error: String(error) });
      this.close(session, CLOSE_PROTOCOL, 'refused');
    }
    // A flood starves timers: whoever sends most also runs the overdue turn.
    this.clock.poke();
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
