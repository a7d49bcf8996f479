// One life of the region in memory: core, bodies, corpses, things on the ground, and what this turn made true. In: content and the
// store. Out: the one object that the phases of a tick and all systems work on. After a trap it is thrown away whole and built anew.
import { MAX_WATCHERS, TICKS_PER_SECOND } from '../../assembly/layout';
import type { Npc, Place } from '../shared/content/kinds';
import { packContent } from '../shared/content/pack';
import { Sim } from '../shared/sim';
import type { Counters } from './counters';
import type { Custody } from './custody';
import type { Inbox } from './inbox';
import type { Player } from './player';
import { type Creature, populate, type Unborn } from './population';
import type { Corpse } from './remains';
import type { Session } from './session';
import { MOST_BODIES } from './soft';
import type { ChatLine, Deeds, GroundItem, Store } from './store';

/** What a world stands on; all of it outlives the world. */
export interface Footing {
  readonly region: string;
  readonly place: Place;
  readonly module: WebAssembly.Module;
  readonly store: Store;
  readonly custody: Custody;
  readonly counters: Counters;
  readonly inbox: Inbox;
  /** Connections that have a socket: joining or playing. */
  readonly sessions: Set<Session>;
  /** Sessions whose characters are here and may step into the world at the next tick. */
  readonly arrivals: Session[];
  readonly pulse: Pulse;
  /** Fetches the character of a joining session; it then appears in `arrivals`. */
  admit(session: Session): void;
  /** Ends a connection with a code; its body stays adrift. */
  close(session: Session, code: number, words: string): void;
}

/** How the region does, for the players' connection mark. */
export interface Pulse {
  readonly phases_ms: ReadonlyMap<string, number>;
  /** Time between ticks that `share` 0..1 of the last minute's did not exceed. */
  gap_ms(share: number): number;
}

export class World {
  readonly sim: Sim;
  readonly players = new Map<number, Player>();
  readonly byCharacter = new Map<string, Player>();
  readonly creatures = new Map<number, Creature>();
  readonly villagers = new Map<number, Npc>();
  unborn: Unborn[] = [];
  readonly corpses = new Map<number, Corpse>();
  readonly lying = new Map<number, GroundItem>();
  /** Numbers of things lifted a moment ago: who comes second is told that somebody was faster. */
  readonly lifted = new Set<number>();
  /** Gathered nodes: index in the place's list -> when they can be gathered again. */
  readonly spent = new Map<number, number>();
  /** The last lines of the region's channel, oldest first. */
  readonly lines: ChatLine[];
  deeds: Deeds = noDeeds();
  tick = 0;
  now_ms: number;
  private readonly watchers: (Session | undefined)[] = [];

  constructor(
    readonly footing: Footing,
    now_ms: number,
  ) {
    const { place, module, store } = footing;
    this.now_ms = now_ms;
    this.sim = new Sim(module);
    const [level, column, row] = place.region;
    const size_m = 2048 / 2 ** level;
    this.sim.load(place.seed, column * size_m, row * size_m, packContent(place));
    populate(this, store.softRegion()?.fallen ?? [], store.corpses(now_ms));
    for (const item of store.ground()) this.lying.set(item.id, item);
    for (const { node, ready_ms } of store.spentNodes()) this.spent.set(node, ready_ms);
    this.lines = store.chat();
  }

  get place(): Place {
    return this.footing.place;
  }
  get sessions(): ReadonlySet<Session> {
    return this.footing.sessions;
  }
  get counters(): Counters {
    return this.footing.counters;
  }

  /** True once every `ticks` ticks, at another tick for each `number`: spreads work that need not be done at once. */
  turnOf(number: number, ticks: number): boolean {
    return (this.tick + number) % ticks === 0;
  }

  get onTheSecond(): boolean {
    return this.tick % TICKS_PER_SECOND === 0;
  }

  distance(a: number, b: number): number {
    const { core } = this.sim;
    return Math.hypot(core.x(a) - core.x(b), core.z(a) - core.z(b));
  }

  distanceTo(entity: number, x: number, z: number): number {
    const { core } = this.sim;
    return Math.hypot(core.x(entity) - x, core.z(entity) - z);
  }

  /** Whether one more player can be shown the world and written down. */
  get hasRoom(): boolean {
    const watched = this.watchers.length < MAX_WATCHERS || this.watchers.includes(undefined);
    return watched && this.players.size < MOST_BODIES;
  }

  watch(session: Session, entity: number): void {
    const free = this.watchers.indexOf(undefined);
    session.watcher = free < 0 ? this.watchers.length : free;
    if (session.watcher >= MAX_WATCHERS) throw new Error('more players than the core can show the world to');
    this.watchers[session.watcher] = session;
    this.sim.core.watch(session.watcher, entity);
  }

  unwatch(session: Session): void {
    if (session.watcher < 0) return;
    this.sim.core.unwatch(session.watcher);
    this.watchers[session.watcher] = undefined;
    session.watcher = -1;
  }

  close(session: Session, code: number, words: string): void {
    this.footing.close(session, code, words);
  }

  /** One frame to one socket. A socket that refuses is gone, and its close event may still be on its way. */
  post(session: Session, bytes: Uint8Array): void {
    try {
      session.socket.send(bytes);
    } catch (error) {
      this.counters.count('send.failed');
      console.warn({ event: 'send_failed', region: this.footing.region, error: String(error) });
      this.footing.close(session, 1011, 'send failed');
    }
  }
}

export function noDeeds(): Deeds {
  return {
    journals: new Map(),
    commands: [],
    laid: [],
    lifted: [],
    rotted: [],
    corpses: new Set(),
    spent: [],
    regrown: [],
    lines: [],
  };
}
