// One character's stay in the world, without a screen: welcome, messages, commands, names, acknowledgements, prediction and mirror.
// In: a link, a core, what is held down; out: the latest word of the region on everything (`known`), listeners, own body and bodies in sight.
import { CLASS_PLAYER, CLASS_VILLAGER, OWN_BYTES, TICK_MS } from '../../assembly/layout';
import { Writer } from '../../src/shared/protocol/codec';
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
import { readStatus, type Sim, type Status } from '../../src/shared/sim';
import type { ActorView } from '../render/contract';
import type { Host } from './host';
import type { Link, LinkFacts } from './link';
import { Mirror } from './mirror';
import { type Held, Predictor } from './predict';
import { CommandQueue } from './queue';

type S2CBody<K extends S2CName> = Body<(typeof S2C)[K]>;
type C2SBody<K extends C2SName> = Body<(typeof C2S)[K]>;
/** Messages that carry a command number. */
export type CommandName = { [K in C2SName]: 'command' extends keyof C2SBody<K> ? K : never }[C2SName];
export type Person = S2CBody<'who'>['people'][number];
type Listeners = { [K in S2CName]?: ((body: S2CBody<K>) => void)[] };

const SNAPSHOT_HEAD_BYTES = 8;
const ACK_MS = 1000;
const WHOIS_MS = 300;
/** An unanswered name is asked for again after this long. */
const WHOIS_AGAIN_MS = 4000;
const WHOIS_MOST = 32;

export class Session {
  readonly commands = new CommandQueue();
  readonly predictor: Predictor;
  readonly mirror: Mirror | null;
  /** The last body of each message: `known.sheet`, `known.bag`... */
  readonly known: { [K in S2CName]?: S2CBody<K> } = {};
  /** Names of players and villagers, as far as they were told. */
  readonly people = new Map<number, Person>();
  status: Status | null = null;
  /** The region took us in and its first snapshot came. */
  inWorld = false;
  entity = 0;
  /** Newest server tick read. */
  tick = 0;
  /** Time a message takes there and back, smoothed. */
  ping_ms = 0;
  snapshots = 0;
  onLink: (facts: LinkFacts) => void = () => {};
  onPerson: (person: Person) => void = () => {};

  private readonly listeners: Listeners = {};
  private readonly writer = new Writer(256);
  private uses = 0;
  private ackAt_ms = 0;
  private whoisAt_ms = 0;
  private readonly unknown = new Set<number>();
  private readonly asked = new Map<number, number>();
  private timeOffset_ms = 0;
  /** Time since bodies were last placed for the shown instant. */
  private unseen_ms = 0;

  /** `sim`: a core loaded with the content of the place; null for a bot that need not see (it still walks, chats and trades). */
  constructor(
    private readonly host: Host,
    readonly link: Link,
    readonly sim: Sim | null,
  ) {
    this.predictor = new Predictor(sim, intent => this.send('intent', intent));
    this.mirror = sim && new Mirror(sim);
    if (this.mirror) this.mirror.onAppear = body => this.meet(body);
    link.onFrame = bytes => this.read(bytes);
    link.onState = facts => this.stand(facts);
  }

  /** Calls `hear` for every message of that name, after `known` was set. */
  on<K extends S2CName>(name: K, hear: (body: S2CBody<K>) => void): void {
    const list = (this.listeners[name] ??= []) as ((body: S2CBody<K>) => void)[];
    list.push(hear);
  }

  /** False when it could not go out: the line is down. */
  send<K extends C2SName>(name: K, body: C2SBody<K>): boolean {
    put(this.writer, C2S[name] as unknown as MessageKind<C2SBody<K>>, body);
    return this.link.send(this.writer.take() as Uint8Array<ArrayBuffer>);
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
    if (this.inWorld && this.link.facts.state === 'open') this.predictor.advance(dt_ms, held);
    this.predictor.place();
    this.unseen_ms += dt_ms;
    if (look) {
      this.mirror?.sample(now_ms, this.unseen_ms);
      this.unseen_ms = 0;
    }
    this.acknowledge(now_ms);
    this.askNames(now_ms);
  }

  leave(): void {
    this.commands.abandon();
    this.inWorld = false;
    this.link.close();
  }

  private stand(facts: LinkFacts): void {
    if (facts.state !== 'open') {
      this.commands.closed();
      if (facts.state === 'closed') this.commands.abandon();
    }
    this.onLink(facts);
  }

  private read(bytes: Uint8Array): void {
    const messages = readS2C(bytes);
    // A region never sends what this page cannot read, unless the two are of different versions: begin anew with a fresh link.
    if (!messages) {
      this.link.cut();
      return;
    }
    for (const message of messages) {
      if (message.name === 'snapshot') this.snapshot(message.bytes);
      else this.take(message);
    }
  }

  private snapshot(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.tick = view.getUint32(0, true);
    const done = view.getUint32(4, true);
    const now_ms = this.host.now();
    this.predictor.reconcile(done, bytes.subarray(SNAPSHOT_HEAD_BYTES, SNAPSHOT_HEAD_BYTES + OWN_BYTES));
    // A mirror that cannot read what came no longer agrees with the region: a new socket starts with everything in full.
    if (this.mirror && !this.mirror.read(this.tick, bytes.subarray(SNAPSHOT_HEAD_BYTES + OWN_BYTES), now_ms)) {
      this.link.cut();
      return;
    }
    this.snapshots++;
    this.inWorld = true;
    // Also here: a tab in the background draws no frames, but it reads, and must say so.
    this.acknowledge(now_ms);
  }

  private take(message: Exclude<S2CMessage, { name: 'snapshot' }>): void {
    const { name, body } = message;
    (this.known as Record<string, unknown>)[name] = body;
    if (message.name === 'welcome') this.welcome(message.body);
    else if (message.name === 'result') this.commands.answered(message.body.command, message.body.reason);
    else if (message.name === 'status') this.status = readStatus(new DataView(Uint8Array.from(message.body.bytes).buffer), 0);
    else if (message.name === 'pong') this.measure(message.body.clientTime);
    else if (message.name === 'who') this.learn(message.body.people);
    const hear = this.listeners[name] as ((body: unknown) => void)[] | undefined;
    if (hear) for (const each of hear) each(body);
  }

  private welcome(body: S2CBody<'welcome'>): void {
    this.entity = body.entity;
    this.timeOffset_ms = body.time - this.host.now();
    this.inWorld = false;
    this.people.clear();
    this.asked.clear();
    this.unknown.clear();
    this.mirror?.reset(body.entity);
    this.predictor.begin(body.entity);
    this.link.settled();
    this.ackAt_ms = 0;
    this.commands.opened(body.lastCommand);
  }

  private measure(clientTime: number): void {
    const trip_ms = this.host.now() - clientTime;
    this.ping_ms = this.ping_ms ? this.ping_ms + (trip_ms - this.ping_ms) * 0.3 : trip_ms;
  }

  private acknowledge(now_ms: number): void {
    if (!this.inWorld || now_ms - this.ackAt_ms < ACK_MS) return;
    this.ackAt_ms = now_ms;
    this.send('ack', { tick: this.tick, clientTime: now_ms });
  }

  private meet(body: ActorView): void {
    if ((body.cls === CLASS_PLAYER || body.cls === CLASS_VILLAGER) && !this.people.has(body.id)) this.unknown.add(body.id);
  }

  private askNames(now_ms: number): void {
    if (!this.unknown.size || now_ms - this.whoisAt_ms < WHOIS_MS || !this.inWorld) return;
    const ids: number[] = [];
    for (const id of this.unknown) {
      if (!this.mirror?.bodies.has(id)) this.unknown.delete(id);
      else if (now_ms - (this.asked.get(id) ?? -WHOIS_AGAIN_MS) >= WHOIS_AGAIN_MS) ids.push(id);
      if (ids.length === WHOIS_MOST) break;
    }
    if (!ids.length) return;
    this.whoisAt_ms = now_ms;
    for (const id of ids) this.asked.set(id, now_ms);
    this.send('whois', { ids });
  }

  private learn(people: Person[]): void {
    for (const person of people) {
      this.people.set(person.id, person);
      this.unknown.delete(person.id);
      this.asked.delete(person.id);
      this.onPerson(person);
    }
  }
}

/** A client turn without a screen lasts this long. */
export const TURN_MS = TICK_MS;
