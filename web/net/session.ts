// One character's stay in the world, over all its regions, without a screen: welcome, messages, commands, names, acknowledgements,
// prediction and mirror. In: a link, cores, what is held down; out: the latest word of the region on everything (`known`), listeners,
// own body and bodies in sight.
import { FLAG_AIMING, FLAG_COMBAT, TICK_MS } from '../../assembly/layout';
import { Writer } from '../../src/shared/protocol/codec';
import { MAX_C2S_FRAME_BYTES } from '../../src/shared/protocol/limits';
import {
  type Body,
  C2S,
  type C2SName,
  type MessageKind,
  put,
  readS2C,
  type S2C,
  type S2CMessage,
  type S2CName,
} from '../../src/shared/protocol/messages';
import { cellsOf, OWN_WORDS_AT, OwnWords } from '../../src/shared/protocol/ownwords';
import { readStatus, type Sim, type Status } from '../../src/shared/sim';
import { Border, type Crossing } from './border';
import type { Host } from './host';
import type { Link, LinkFacts } from './link';
import { Mirror } from './mirror';
import { Names, type Person } from './names';
import { type Held, Predictor } from './predict';
import { CommandQueue } from './queue';

type S2CBody<K extends S2CName> = Body<(typeof S2C)[K]>;
type C2SBody<K extends C2SName> = Body<(typeof C2S)[K]>;
/** Messages that carry a command number. */
export type CommandName = { [K in C2SName]: 'command' extends keyof C2SBody<K> ? K : never }[C2SName];
type Listeners = { [K in S2CName]?: ((body: S2CBody<K>) => void)[] };

/** What has been read is told this often, and earlier when something goes out anyway: a frame is paid for, not what is in it. */
const ACK_MS = 1000;
const ACK_ALONG_MS = 400;
/** More than this does not go into one frame. */
const MOST_GATHERED_BYTES = 384;
/** Who neither fights nor aims turns his head ten times a second. */
const CALM_TURN_TICKS = 2;
/** What the player does while no region hears him is kept up to so many messages. */
const MOST_LATE = 16;

/** The core for a region, loaded with the land round it: asked for when a border comes near, and again when it is crossed. */
export type CoreFor = (region: string) => Promise<Sim>;
/** A welcome: to a body that begins here (or comes back to it), or to one that walked in. */
export type Arrival = 'begins' | 'crosses';

export class Session {
  readonly commands = new CommandQueue();
  readonly predictor: Predictor;
  readonly mirror: Mirror | null;
  readonly border: Border;
  readonly names: Names;
  private readonly own = new OwnWords();
  /** The last body of each message: `known.sheet`, `known.bag`... */
  readonly known: { [K in S2CName]?: S2CBody<K> } = {};
  status: Status | null = null;
  /** The region took us in and its first snapshot came. */
  inWorld = false;
  /** Key of the region that we are in; '' before the first welcome. */
  region = '';
  entity = 0;
  /** Newest server tick read. */
  tick = 0;
  /** Time a message takes there and back, smoothed. */
  ping_ms = 0;
  snapshots = 0;
  onLink: (facts: LinkFacts) => void = () => {};
  /** A region welcomed us; `known.welcome` says which. Comes before the listeners of that message. */
  onArrive: (how: Arrival) => void = () => {};

  private readonly listeners: Listeners = {};
  private readonly writer = new Writer(256);
  private uses = 0;
  private ackAt_ms = 0;
  private timeOffset_ms = 0;
  /** Time since bodies were last placed for the shown instant. */
  private unseen_ms = 0;
  /** Actions and words while no region hears them. */
  private late: Uint8Array<ArrayBuffer>[] = [];
  /** Frames from the welcome on that wait for the core of that region. */
  private held: Uint8Array[] | null = null;
  private nextSim: Sim | null = null;
  /** A turn is under way: what it says goes out in one frame at its end. */
  private gathering = false;
  /** One region has let go of us and the next has not taken us in. */
  private adrift = false;

  /**
   * `now`: a core loaded with the content of a place; null for a bot that need not see (it still walks, chats and trades). `coreFor`: where
   * the cores of other regions come from; without it the one core serves everywhere.
   */
  constructor(
    private readonly host: Host,
    readonly link: Link,
    private core: Sim | null,
    private readonly coreFor: CoreFor | null = null,
  ) {
    this.predictor = new Predictor(core, intent => this.send('intent', intent));
    this.mirror = core && new Mirror(core);
    this.border = new Border(host, link);
    this.names = new Names(this.mirror, ids => this.send('whois', { ids }));
    if (this.mirror) this.mirror.onAppear = body => this.names.meet(body);
    link.onFrame = bytes => this.read(bytes);
    link.onState = facts => this.stand(facts);
    link.onLine = () => this.turnTo();
  }

  /** The core in use: it changes with the place. */
  get sim(): Sim | null {
    return this.core;
  }

  /** Every crossing so far, with how long it took. */
  get crossings(): readonly Crossing[] {
    return this.border.crossings;
  }

  get people(): ReadonlyMap<number, Person> {
    return this.names.people;
  }

  /** Calls `hear` for every message of that name, after `known` was set. */
  on<K extends S2CName>(name: K, hear: (body: S2CBody<K>) => void): void {
    const list = (this.listeners[name] ??= []) as ((body: S2CBody<K>) => void)[];
    list.push(hear);
  }

  /** False when it could not go out: the line is down. On the way from region to region it waits for the next one's welcome. */
  send<K extends C2SName>(name: K, body: C2SBody<K>): boolean {
    const before = this.writer.length;
    put(this.writer, C2S[name] as unknown as MessageKind<C2SBody<K>>, body);
    // What people write may be longer than what they do, in a frame of its own only.
    if (before && this.writer.length > MAX_C2S_FRAME_BYTES) {
      const both = this.writer.take() as Uint8Array<ArrayBuffer>;
      return this.adrift ? this.keep(name, both) : this.link.send(both.slice(0, before)) && this.link.send(both.slice(before));
    }
    if (!this.adrift) return (this.gathering && this.writer.length < MOST_GATHERED_BYTES) || this.flush();
    return this.keep(name, this.writer.take() as Uint8Array<ArrayBuffer>);
  }

  /** Until the next region hears it. Intents are told again from the history of what was held. */
  private keep(name: C2SName, bytes: Uint8Array<ArrayBuffer>): boolean {
    if (name !== 'intent' && this.late.length < MOST_LATE) this.late.push(bytes);
    return true;
  }

  private flush(): boolean {
    return !this.writer.length || this.link.send(this.writer.take() as Uint8Array<ArrayBuffer>);
  }

  /** Something valuable: kept and sent again until answered. Resolves to a reason of rules/reasons.ts; 0 = done. */
  command<K extends CommandName>(name: K, body: Omit<C2SBody<K>, 'command'>): Promise<number> {
    return this.commands.give(command => this.send(name, { ...body, command } as C2SBody<K>));
  }

  /** Starts an ability; returns its number, which a refusal will name. */
  use(ability: number, target: number): number {
    this.uses = (this.uses + 1) & 0xffff;
    this.send('use', { number: this.uses, ability, target });
    return this.uses;
  }

  /** Wall clock of the region in ms. */
  serverTime_ms(): number {
    return this.host.now() + this.timeOffset_ms;
  }

  /**
   * One turn of the client: `dt_ms` of real time under what is held. Call per frame, or every 50 ms without a screen.
   * `look` false leaves the bodies in sight where they were last placed, for turns that nobody watches.
   */
  update(dt_ms: number, held: Held, look = true): void {
    const now_ms = this.host.now();
    if (this.mirror) {
      const { clock } = this.mirror;
      this.predictor.view.tick = clock.tick;
      this.predictor.view.fraction = Math.min(255, Math.floor(clock.fraction * 256));
    }
    this.predictor.turnTicks = this.predictor.server.flags & (FLAG_COMBAT | FLAG_AIMING) ? 1 : CALM_TURN_TICKS;
    this.gathering = !this.adrift;
    if (this.inWorld && this.link.facts.state === 'open') this.predictor.advance(dt_ms, held);
    this.predictor.place();
    this.unseen_ms += dt_ms;
    if (look) {
      this.mirror?.sample(now_ms, this.unseen_ms);
      this.unseen_ms = 0;
    }
    this.border.tidy(this.predictor.drawn);
    if (this.inWorld && !this.border.underWay) {
      this.acknowledge(now_ms, this.writer.length ? ACK_ALONG_MS : ACK_MS);
      this.names.ask(now_ms);
    }
    this.gathering = false;
    this.flush();
  }

  leave(): void {
    this.commands.abandon();
    this.inWorld = false;
    this.link.close();
  }

  private stand(facts: LinkFacts): void {
    if (facts.state !== 'open') {
      this.commands.closed();
      this.border.end();
      this.adrift = false;
      this.late = [];
      this.held = null;
      if (facts.state === 'closed') this.commands.abandon();
    }
    this.onLink(facts);
  }

  /** The link speaks through another line now. While all is well that means that the body has left the region. */
  private turnTo(): void {
    this.held = null;
    if (this.inWorld && this.link.facts.state === 'open') this.leaveRegion();
  }

  private leaveRegion(): void {
    this.adrift = true;
    this.commands.closed();
    this.border.begin(this.region);
  }

  private read(bytes: Uint8Array): void {
    if (this.held) {
      this.held.push(bytes);
      return;
    }
    const messages = readS2C(bytes);
    // A region never sends what this page cannot read, unless the two are of different versions: begin anew with a fresh link.
    if (!messages) {
      this.link.cut();
      return;
    }
    const welcome = messages.find(message => message.name === 'welcome');
    if (welcome && this.coreFor && !this.nextSim) {
      this.hold(welcome.body.region, bytes, this.coreFor);
      return;
    }
    for (const message of messages) {
      if (message.name === 'snapshot') this.snapshot(message.bytes);
      else this.take(message);
      // A region's last word: what is read next comes from another.
      if (message.name === 'cross') return;
    }
  }

  /** What comes waits until the core of that region is there; most often it has been for long. */
  private hold(region: string, first: Uint8Array, coreFor: CoreFor): void {
    const held = [first];
    this.held = held;
    coreFor(region).then(
      sim => {
        if (this.held !== held) return;
        this.held = null;
        this.nextSim = sim;
        for (const bytes of held) this.read(bytes);
      },
      failed => {
        console.error(`no core for region ${region}`, failed);
        if (this.held === held) this.link.cut();
      },
    );
  }

  private snapshot(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.tick = view.getUint32(0, true);
    const done = view.getUint32(4, true);
    const now_ms = this.host.now();
    this.border.heard(this.region, done);
    const cellsAt = this.own.read(bytes, OWN_WORDS_AT);
    if (cellsAt !== null) this.predictor.reconcile(done, this.own.bytes);
    // Whoever cannot read what came no longer agrees with the region: a new socket starts with everything in full.
    if (cellsAt === null || (this.mirror && !this.mirror.read(this.tick, cellsOf(bytes, cellsAt), now_ms))) {
      this.link.cut();
      return;
    }
    this.snapshots++;
    this.inWorld = true;
    // Also here: a tab in the background draws no frames, but it reads, and must say so.
    this.acknowledge(now_ms, ACK_MS);
  }

  private take(message: Exclude<S2CMessage, { name: 'snapshot' }>): void {
    const { name, body } = message;
    (this.known as Record<string, unknown>)[name] = body;
    if (message.name === 'welcome') this.welcome(message.body);
    else if (message.name === 'result') this.commands.answered(message.body.command, message.body.reason);
    else if (message.name === 'status') this.status = readStatus(new DataView(Uint8Array.from(message.body.bytes).buffer), 0);
    else if (message.name === 'pong') this.measure(message.body.clientTime);
    else if (message.name === 'who') this.names.learn(message.body.people);
    else if (message.name === 'colours') this.names.wear(message.body.people);
    else if (message.name === 'near') this.near(message.body);
    else if (message.name === 'cross') this.cross(message.body);
    const hear = this.listeners[name] as ((body: unknown) => void)[] | undefined;
    if (hear) for (const each of hear) each(body);
  }

  private near({ region, ticket }: S2CBody<'near'>): void {
    this.border.near(region, ticket, this.predictor.drawn);
    // Only to have it begun: at the crossing it is asked for again, and a failure counts then.
    this.coreFor?.(region).catch(failed => console.warn(`no core yet for region ${region}`, failed));
  }

  private cross({ region, ticket }: S2CBody<'cross'>): void {
    if (this.inWorld && this.link.facts.state === 'open') this.leaveRegion();
    this.link.cross(region, ticket);
  }

  private welcome(body: S2CBody<'welcome'>): void {
    const crosses = this.border.underWay && body.entity === this.entity;
    const sim = this.nextSim ?? this.core;
    this.nextSim = null;
    this.core = sim;
    this.region = body.region;
    this.entity = body.entity;
    this.timeOffset_ms = body.time - this.host.now();
    this.ackAt_ms = 0;
    this.adrift = false;
    this.link.settled();
    if (crosses) this.carryOn(sim);
    else this.begin(sim);
    this.commands.opened(body.lastCommand);
    this.onArrive(crosses ? 'crosses' : 'begins');
  }

  private begin(sim: Sim | null): void {
    this.inWorld = false;
    this.border.end();
    this.late = [];
    this.names.clear();
    if (sim) this.mirror?.reset(this.entity, sim);
    this.predictor.begin(this.entity, sim);
  }

  private carryOn(sim: Sim | null): void {
    if (sim) this.mirror?.moveTo(sim);
    this.predictor.carryOn(this.entity, sim);
    for (const bytes of this.late.splice(0)) this.link.send(bytes);
  }

  private measure(clientTime: number): void {
    const trip_ms = this.host.now() - clientTime;
    this.ping_ms = this.ping_ms ? this.ping_ms + (trip_ms - this.ping_ms) * 0.3 : trip_ms;
  }

  private acknowledge(now_ms: number, after_ms: number): void {
    if (now_ms - this.ackAt_ms < after_ms) return;
    this.ackAt_ms = now_ms;
    this.send('ack', { tick: this.tick, clientTime: now_ms });
  }
}

/** A client turn without a screen lasts this long. */
export const TURN_MS = TICK_MS;
