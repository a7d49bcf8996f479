// One life of the region in memory: core, bodies, corpses, things on the ground, and what this turn made true. In: content and the
// store. Out: the one object that the phases of a tick and all systems work on. After a trap it is thrown away whole and built anew.
import { MAX_WATCHERS, TICKS_PER_SECOND } from '../../assembly/layout';
import type { Affairs, Letter, RunOrder, Wish } from '../ports';
import type { Npc, Place } from '../shared/content/kinds';
import { COVENANTS } from '../shared/content/kinds';
import { boundsOf, type Division, isInstance, isLive, NOWHERE, numberOf, ownerOf, type RegionKey } from '../shared/regions';
import type { Match } from '../shared/rules/arena';
import type { Front } from '../shared/rules/front';
import type { Run } from '../shared/rules/runs';
import { Sim } from '../shared/sim';
import type { Counters } from './counters';
import type { Custody } from './custody';
import { Encounters } from './encounters/fight';
import type { Guilds } from './guilds';
import type { Inbox } from './inbox';
import { loadLand } from './land';
import type { Landing } from './landing';
import type { Asked, Decided } from './later';
import type { Pending } from './letters';
import type { Links } from './links';
import type { Stranger, Word } from './neighbours';
import type { PendingOrder } from './orders';
import type { Player } from './player';
import { type Creature, populate, type Unborn } from './population';
import type { Quarantine } from './quarantine';
import type { Corpse } from './remains';
import type { Session } from './session';
import { MOST_BODIES } from './soft';
import type { ChatLine, Deeds, GroundItem, Store } from './store';
import type { Banners } from './systems/banners';
import { Barters } from './systems/barter';
import type { CampState } from './systems/camps';
import { Company } from './systems/companions';
import { Duels } from './systems/duels';
import type { Escort } from './systems/escort';
import { Happenings } from './systems/happenings';
import type { Marks } from './systems/marks';
import { Rolls } from './systems/rolls';
import type { Opened } from './systems/runs';
import type { Stand } from './systems/stand';
import { Witness } from './systems/witness';
import type { TalkLine } from './talkline';

/** What a world stands on; all of it outlives the world. */
export interface Footing {
  readonly region: RegionKey;
  readonly place: Place;
  readonly module: WebAssembly.Module;
  readonly store: Store;
  readonly custody: Custody;
  readonly links: Links;
  readonly talk: TalkLine;
  readonly counters: Counters;
  readonly inbox: Inbox;
  /** Whose messages have torn a world of late. */
  readonly quarantine: Quarantine;
  readonly guilds: Guilds;
  /** The run of a dungeon that goes on here, as the realm allotted it. */
  run: Run | null;
  /** The match that goes on here, if this is an arena, or went on here last. */
  match: Match | null;
  /** What the realm answered to those who want into a dungeon; the next tick lets them go. */
  readonly opened: Opened[];
  /** Commands whose question has been answered; the next tick decides them. */
  readonly decided: Decided[];
  /** Words for people who are here, or will be in a moment (letters.ts). */
  readonly letters: Pending[];
  /** What the realm has told of those who are here, by character. It outlives a world that is built anew. */
  readonly affairs: Map<string, Affairs>;
  /** Orders of the staff for people who are here. */
  readonly orders: PendingOrder[];
  /** Words for people elsewhere; they leave at the end of the tick. */
  readonly post: Map<RegionKey, Letter[]>;
  /** Things happen by themselves. */
  readonly isEventful: boolean;
  /** Connections that have a socket: joining or playing. */
  readonly sessions: Set<Session>;
  /** Sessions whose characters are here and may step into the world at the next tick. */
  readonly arrivals: Session[];
  /** Characters that came over a border and step into the world at the next tick. */
  readonly landings: Landing[];
  /** The world's division as last heard; the next tick takes it over. */
  division: Division;
  readonly pulse: Pulse;
  /** Fetches the character of a joining session; it then appears in `arrivals`. */
  admit(session: Session): void;
  /** Ends a connection with a code; its body stays adrift. */
  close(session: Session, code: number, words: string): void;
  /** Sends a connection on to the region where its character is (or will be, with that epoch). */
  sendOn(session: Session, to: RegionKey, epoch: number): void;
  /** How the war stands, as the realm knows it. */
  front(): Promise<Front>;
  /** Asks the realm for a run of a dungeon; its answer appears in `opened`. */
  askIn(order: RunOrder): void;
  /** Asks what a command needs to know; its decision appears in `decided`. */
  later(asked: Asked): void;
  /** Asks something else of the realm; its answer comes as a letter. */
  ask(character: string, wish: Wish): void;
  /** Gives letters to another region; lost if it does not answer. */
  send(region: RegionKey, letters: readonly Letter[]): void;
  /** Tells the realm that a run has no boss left. */
  closeRun(run: Run): void;
  /** Gives a player a ticket that waits at a neighbour's door for his crossing. */
  invite(player: Player, to: RegionKey): void;
}

/** How the region does, for the players' connection mark. */
export interface Pulse {
  readonly phases_ms: ReadonlyMap<string, number>;
  /** Time between ticks that `share` 0..1 of the last minute's did not exceed. */
  gap_ms(share: number): number;
  /** How hard the region finds its work (strain.ts). */
  readonly strain: number;
}

/** After a restart ids go on where none of the life before can still be in use. */
const IDS_PER_LIFE = 65_536;

export class World {
  readonly sim: Sim;
  readonly players = new Map<number, Player>();
  readonly byCharacter = new Map<string, Player>();
  readonly creatures = new Map<number, Creature>();
  readonly villagers = new Map<number, Npc>();
  /** People of neighbours who stand near the border, by entity. */
  readonly strangers = new Map<number, Stranger>();
  /** Whom each neighbour knows by name, and as what. */
  readonly introduced = new Map<RegionKey, Map<number, string>>();
  /** What players did for each covenant, untold yet (systems/front.ts). */
  readonly efforts = COVENANTS.map(() => 0);
  /** Who has another name or look since the last second. */
  readonly renamed = new Set<Player>();
  /** What is said to each neighbour at the end of this tick. */
  readonly words = new Map<RegionKey, Word>();
  /** Players who leave for another region at the end of this tick. */
  readonly leavers: { player: Player; to: RegionKey }[] = [];
  unborn: Unborn[] = [];
  readonly corpses = new Map<number, Corpse>();
  readonly lying = new Map<number, GroundItem>();
  /** Numbers of things lifted a moment ago: who comes second is told that somebody was faster. */
  readonly lifted = new Set<number>();
  /** Gathered nodes: index in the place's list -> when they can be gathered again. */
  readonly spent = new Map<number, number>();
  /** When nodes grew back, as far as this life of the region saw it. */
  readonly regrownAt_ms = new Map<number, number>();
  readonly camps = new Map<number, CampState>();
  /** Companions of players, in a dungeon. */
  readonly company = new Company();
  readonly duels = new Duels();
  readonly happenings: Happenings;
  readonly encounters = new Encounters();
  readonly barters = new Barters();
  /** Beasts called so far in this life of the region (population.ts). */
  summoned = 0;
  /** Villagers under way with players, by entity; stands at posts, by the post's index in the place. */
  readonly escorts = new Map<number, Escort>();
  readonly stands = new Map<number, Stand>();
  /** Marks over bodies, by party; finds that are rolled for. */
  readonly marks: Marks = new Map();
  readonly rolls = new Rolls();
  /** Planted by guilds, by guild. */
  readonly banners: Banners = new Map();
  /** How the war stands, as the realm told it last; null until it did. */
  front: Front | null = null;
  /** What was said here of late. */
  readonly witness = new Witness();
  /** The last lines of the region's channel, oldest first. */
  readonly lines: ChatLine[];
  deeds: Deeds = noDeeds();
  tick = 0;
  /** Of the ladder of rates (rates.ts). */
  rung = 0;
  now_ms: number;
  division: Division;
  /** When `division` last changed what this region owns. */
  reshapedAt_ms = 0;
  private readonly watchers: (Session | undefined)[] = [];

  constructor(
    readonly footing: Footing,
    now_ms: number,
  ) {
    const { place, module, store } = footing;
    this.now_ms = now_ms;
    this.division = footing.division;
    this.sim = new Sim(module);
    loadLand(this.sim, place);
    this.sim.core.issueIds(numberOf(footing.region), store.incarnation * IDS_PER_LIFE);
    this.bound();
    for (const state of store.camps()) this.camps.set(state.camp, state);
    populate(this, store.softRegion()?.fallen ?? [], store.corpses(now_ms));
    for (const item of store.ground()) this.lying.set(item.id, item);
    for (const { node, ready_ms } of store.spentNodes()) this.spent.set(node, ready_ms);
    this.lines = store.chat();
    this.happenings = new Happenings(footing.isEventful && !isInstance(footing.region));
  }

  /** The region to which that ground belongs. Out of an instance nobody walks. */
  ownerAt(x: number, z: number): RegionKey {
    const { region } = this.footing;
    return isInstance(region) ? region : ownerOf(this.division, x, z);
  }

  /** Whether that ground is this region's. */
  owns(x: number, z: number): boolean {
    return this.ownerAt(x, z) === this.footing.region;
  }

  /** Tells the core what is ours. */
  bound(): void {
    const { region } = this.footing;
    const { west, north, east, south } = isLive(this.division, region) ? boundsOf(region) : NOWHERE;
    this.sim.core.setBounds(west, north, east, south);
  }

  /** Its truth is over there from now on; it stays here as a ghost. */
  handOff(entity: number, to: RegionKey): void {
    this.sim.core.toGhost(entity, numberOf(to));
  }

  /** The run of the dungeon that goes on here; null in the world, and in an instance that nobody has been let into. */
  get run(): Run | null {
    return this.footing.run;
  }
  get isInstance(): boolean {
    return isInstance(this.footing.region);
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
    session.ticksPerFrame = 1;
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
    commands: new Set(),
    laid: [],
    lifted: [],
    rotted: [],
    corpses: new Set(),
    spent: [],
    regrown: [],
    camps: new Set(),
    lines: [],
    parcels: [],
    shares: [],
    crossings: [],
    estates: [],
    division: null,
    run: null,
    match: null,
  };
}
