// The region of the bench: the real core, clock, inbox, intents and outbox with players and nothing else, no storage and no rules. In:
// clients' own sockets, or relays' with all of theirs. Out: with sockets of its own what the game sends; else one frame for each relay and turn.
import { DurableObject } from 'cloudflare:workers';
import { CLASS_PLAYER, OWN_BYTES, TEAM_AZURE } from '../../../../assembly/layout';
import coreModule from '../../../../build/core.wasm';
import { Clock } from '../../../../src/region/clock';
import { Counters } from '../../../../src/region/counters';
import { Inbox } from '../../../../src/region/inbox';
import { loadLand } from '../../../../src/region/land';
import { giveIntents } from '../../../../src/region/movement';
import { makeFrames, sendFrames } from '../../../../src/region/outbox';
import type { Player } from '../../../../src/region/player';
import { Session } from '../../../../src/region/session';
import type { World } from '../../../../src/region/world';
import { ALDERWICK } from '../../../../src/shared/content';
import { type C2SMessage, type MessageKind, put, S2C } from '../../../../src/shared/protocol/messages';
import { Sim } from '../../../../src/shared/sim';
import { Down, readUp } from '../wires';
import { type BenchEnv, counts } from './env';

const NOON = 0.5;
/** Everyone sees everyone: the dense scene of the peers' bench. */
const CROWD_M = 40;

function pointOf(number: number): { x: number; z: number } {
  const [middle] = ALDERWICK.spawns;
  const angle = number * 2.399963;
  const away_m = CROWD_M * Math.sqrt(((number * 97) % 1000) / 1000);
  return { x: middle.x + Math.sin(angle) * away_m, z: middle.z + Math.cos(angle) * away_m };
}

/** One relay, and whose sockets it holds. */
interface Link {
  socket: WebSocket;
  /** It sees through the eyes of its first client: its clients stand together. */
  watcher: number;
  sessions: Map<number, Session>;
}

export class Place extends DurableObject<BenchEnv> {
  private readonly clock = new Clock(() => this.turn());
  private readonly counters = new Counters();
  private readonly inbox = new Inbox(this.counters, session => this.leave(session));
  private readonly sessions = new Set<Session>();
  private readonly links = new Set<Link>();
  private readonly ticksPerFrame = Number(this.env.TICKS_PER_FRAME);
  private readonly down = new Down();
  /** As much of the game's world as moving, encoding and sending look at. */
  private readonly world = {
    sim: this.land(),
    sessions: this.sessions,
    players: new Map<number, Player>(),
    counters: this.counters,
    tick: 0,
    now_ms: 0,
    post: (session: Session, bytes: Uint8Array) => session.socket.send(bytes),
    close: (session: Session) => this.leave(session),
  } as unknown as World;

  override async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const number = searchParams.get('n');
    const { 0: client, 1: socket } = new WebSocketPair();
    socket.accept();
    socket.binaryType = 'arraybuffer';
    if (number === null) this.takeRelay(socket);
    else this.takeClient(socket, Number(number));
    this.clock.start();
    return new Response(null, { status: 101, webSocket: client });
  }

  private takeClient(socket: WebSocket, number: number): void {
    const session = this.join(socket, number);
    session.watcher = number;
    this.world.sim.core.watch(number, session.player!.entity);
    this.world.sim.core.setRate(number, this.ticksPerFrame);
    socket.addEventListener('message', ({ data }) => {
      this.inbox.receive(session, data as ArrayBuffer, Date.now());
      this.clock.poke();
    });
    socket.addEventListener('close', () => this.leave(session));
    socket.addEventListener('error', () => this.leave(session));
  }

  private takeRelay(socket: WebSocket): void {
    const link: Link = { socket, watcher: this.links.size, sessions: new Map() };
    this.links.add(link);
    const { sessions } = link;
    const gone = (number: number): void => {
      const session = sessions.get(number);
      sessions.delete(number);
      if (session) this.leave(session);
    };
    socket.addEventListener('message', ({ data }) => {
      const frame = data as ArrayBuffer;
      counts.upBytes += frame.byteLength;
      counts.upFrames++;
      readUp(frame, {
        came: number => sessions.set(number, this.join(socket, number)),
        went: gone,
        said: (number, bytes) => {
          const session = sessions.get(number);
          if (session) this.inbox.receive(session, bytes, Date.now());
        },
      });
      this.clock.poke();
    });
    socket.addEventListener('close', () => {
      for (const number of [...sessions.keys()]) gone(number);
      this.links.delete(link);
    });
  }

  private join(socket: WebSocket, number: number): Session {
    const { core } = this.world.sim;
    const { x, z } = pointOf(number);
    const entity = core.spawn(CLASS_PLAYER, 0, TEAM_AZURE, 1, x, z, 0);
    core.setLook(entity, 0x12345678 + number, 0);
    const session = new Session(number, socket, '', String(number), Date.now(), 0, 0, false);
    const soon = <T>(kind: MessageKind<T>, body: T): void => put(session.soon, kind, body);
    session.player = { session, entity, soon } as unknown as Player;
    session.ticksPerFrame = this.ticksPerFrame;
    session.on('entered');
    this.sessions.add(session);
    this.world.players.set(entity, session.player);
    return session;
  }

  private leave(session: Session): void {
    if (!this.sessions.delete(session)) return;
    session.on('ended');
    const { core } = this.world.sim;
    const { entity } = session.player!;
    if (session.watcher >= 0) core.unwatch(session.watcher);
    core.despawn(entity);
    this.world.players.delete(entity);
  }

  private turn(): void {
    const { world } = this;
    const { core } = world.sim;
    world.now_ms = Date.now();
    for (const { session, message } of this.inbox.drain()) this.take(session, message);
    giveIntents(world);
    core.step(NOON);
    world.tick = core.tick();
    core.encode();
    if (!this.links.size) {
      makeFrames(world);
      sendFrames(world);
    } else if (world.tick % this.ticksPerFrame === 0) for (const link of this.links) this.tell(link);
  }

  private take(session: Session, message: C2SMessage): void {
    if (message.name === 'intent') session.intents.push(message.body);
    if (message.name !== 'ack') return;
    const { tick, clientTime } = message.body;
    session.lastReadTick = Math.max(session.lastReadTick, Math.min(tick, session.lastSentTick));
    session.player!.soon(S2C.pong, { clientTime, tick: this.world.tick });
  }

  /** Everything a relay's clients are due: the cells once, and of each his own body, how far his input got, and words to him alone. */
  private tell({ socket, watcher, sessions }: Link): void {
    const [first] = sessions.values();
    if (!first) return;
    const { sim, tick } = this.world;
    if (first.watcher !== watcher) {
      first.watcher = watcher;
      sim.core.watch(watcher, first.player!.entity);
      sim.core.setRate(watcher, this.ticksPerFrame);
    }
    const cells = sim.core.assemble(watcher);
    this.down.begin(tick, sim.at(sim.core.framePtr(), cells));
    for (const [number, { intents, soon, player }] of sessions) {
      const own = sim.at(sim.core.ownState(player!.entity), OWN_BYTES);
      this.down.client(number, intents.cursor, own, soon.bytes.subarray(0, soon.length));
      soon.length = 0;
    }
    const { frame } = this.down;
    counts.downBytes += frame.length;
    counts.downFrames++;
    socket.send(frame);
  }

  private land(): Sim {
    const sim = new Sim(coreModule);
    loadLand(sim, ALDERWICK);
    return sim;
  }
}
