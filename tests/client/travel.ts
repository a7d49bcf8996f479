// Two regions with real cores, a client between them, and a clock moved by hand: for tests of crossings. In: what the client holds and how
// long the crossing takes; out: what was drawn in every frame. Both run the same land, so that a body can be handed over as a whole.

import { CLASS_MONSTER, CLASS_PLAYER, OWN_BYTES, TEAM_AZURE, TEAM_WILD, TICK_MS } from '../../assembly/layout';
import { Intents } from '../../src/region/intents';
import { ALDERWICK, monsters } from '../../src/shared/content';
import { pitchFromWire, yawFromWire } from '../../src/shared/protocol/angles';
import { type Body, PROTOCOL, pack, readC2S, S2C } from '../../src/shared/protocol/messages';
import type { Sim } from '../../src/shared/sim';
import { Link } from '../../web/net/link';
import type { Held } from '../../web/net/predict';
import { type CoreFor, Session } from '../../web/net/session';
import { newEyes } from '../harness/eyes';
import { OwnTeller } from '../harness/ownteller';
import { restore, save } from '../sim/saved';
import { settle, type TestSocket, Timeline } from './timeline';

export const FRAME_MS = 1000 / 60;
export const [SPAWN] = ALDERWICK.spawns;
const WATCHER = 0;

export function welcomeTo(region: string, more: Partial<Body<typeof S2C.welcome>> = {}): Uint8Array {
  return pack(S2C.welcome, {
    protocol: PROTOCOL,
    region,
    entity: 5,
    tick: 100,
    time: 0,
    character: 'C',
    name: 'Mira',
    resumed: false,
    lastCommand: 0,
    ...more,
  });
}

/** A snapshot without anybody in it: the own body stands at (x, z). */
export function emptySnapshot(tick: number, done: number, x = 0, z = 0): Uint8Array {
  const own = new Uint8Array(OWN_BYTES);
  const view = new DataView(own.buffer);
  view.setUint32(0, 1, true);
  view.setFloat32(4, x, true);
  view.setFloat32(12, z, true);
  return snapshot(tick, done, own, new Uint8Array(0));
}

/** Before the core's cells; a snapshot tells it at its head. */
const TICK_BYTES = 4;

/** The own body is told whole each time. */
function snapshot(tick: number, done: number, body: Uint8Array, cells: Uint8Array): Uint8Array {
  const own = new OwnTeller().tell(body);
  const frame = new Uint8Array(3 + 8 + own.length + cells.length);
  const view = new DataView(frame.buffer);
  view.setUint8(0, S2C.snapshot.number);
  view.setUint16(1, frame.length - 3, true);
  view.setUint32(3, tick, true);
  view.setUint32(7, done, true);
  frame.set(own, 11);
  frame.set(cells, 11 + own.length);
  return frame;
}

/** One region: takes intents from its socket, ticks 20 times a second, tells what the body is and who is in sight. */
export class FakeRegion {
  intents = new Intents();
  entity = 0;
  socket: TestSocket | null = null;
  private heard = 0;
  /** Taken over, where the other left off: the body waits for its player's first word, for what he pressed meanwhile is under way. */
  private waits = false;
  /** Ticks that the body has missed meanwhile. */
  private behind = 0;

  constructor(
    readonly key: string,
    readonly sim: Sim,
    /** Ticks that it counts beyond those of its core: each region counts its own. In whole rounds of key ticks, which cells are read by. */
    private readonly ahead: number,
  ) {}

  get tick(): number {
    return this.ahead + this.sim.core.tick();
  }

  /** The body begins here, with a few wolves round it. */
  populate(): void {
    const { core } = this.sim;
    this.entity = core.spawn(CLASS_PLAYER, 0, TEAM_AZURE, 1, SPAWN.x, SPAWN.z, 0);
    const wolf = monsters.key('deer').id;
    for (let i = 0; i < 6; i++) core.spawn(CLASS_MONSTER, wolf, TEAM_WILD, 1, SPAWN.x - 12 + i * 5, SPAWN.z - 14, 0);
  }

  welcome(socket: TestSocket): void {
    this.socket = socket;
    this.heard = 0;
    this.sim.core.watch(WATCHER, this.entity);
    socket.say(welcomeTo(this.key, { entity: this.entity, tick: this.tick }));
  }

  /** Everything of `other`, its count of the client's ticks too; `other` does nothing any more. */
  takeOver(other: FakeRegion, behind_ms: number): void {
    restore(this.sim, save(other.sim));
    this.entity = other.entity;
    this.intents = other.intents;
    this.behind = Math.round(behind_ms / TICK_MS);
    this.waits = true;
    other.socket = null;
  }

  turn(): void {
    if (!this.socket) return;
    this.listen(this.socket);
    if (this.waits) this.behind++;
    const moves = this.waits ? 0 : this.intents.pace();
    if (!moves) this.give(0);
    for (let i = 0; i < moves; i++) {
      this.intents.step();
      this.give(1);
    }
    const { core } = this.sim;
    core.step(0.5);
    core.encode();
    const cells = this.sim.at(core.framePtr(), core.assemble(WATCHER)).slice(TICK_BYTES);
    const own = this.sim.at(core.ownState(this.entity), OWN_BYTES).slice();
    this.socket.say(snapshot(this.tick, this.intents.cursor, own, cells));
  }

  private listen(socket: TestSocket): void {
    for (; this.heard < socket.sent.length; this.heard++)
      for (const message of readC2S(socket.sent[this.heard]) ?? []) {
        if (message.name !== 'intent') continue;
        if (this.waits) this.intents.resume(this.intents.cursor, this.intents.now, this.behind);
        this.waits = false;
        this.intents.push(message.body);
      }
  }

  private give(moves: number): void {
    const { buttons, yaw, pitch } = this.intents.now;
    this.sim.core.setIntent(this.entity, buttons, yawFromWire(yaw), pitchFromWire(pitch), 0, 0, moves);
  }
}

export class Journey {
  readonly time = new Timeline();
  readonly held: Held = { buttons: 0, yaw: 0, pitch: 0 };
  readonly from: FakeRegion;
  readonly to: FakeRegion;
  readonly link: Link;
  readonly session: Session;
  /** Runs after every frame. */
  look: () => void = () => {};
  private sinceTick_ms = 0;

  /** `lag_ms` each way; `coreFor` as the session has it. */
  constructor(lag_ms: number, coreFor: CoreFor | null = null) {
    this.from = new FakeRegion('3-2-2', newEyes(), 5000);
    this.to = new FakeRegion('3-3-2', newEyes(), 72);
    this.link = new Link(this.time, async () => ({ url: '/ws/3-2-2', ticket: 'door' }));
    this.link.setLag(lag_ms);
    this.session = new Session(this.time, this.link, newEyes(), coreFor);
  }

  async enter(): Promise<void> {
    this.from.populate();
    this.link.open();
    await settle();
    this.time.newest.accept();
    this.from.welcome(this.time.newest);
    await this.run(2);
  }

  /** The old region tells that a border is near; the line that waits there is taken in by its door. */
  async comeNear(): Promise<TestSocket> {
    this.from.socket?.say(pack(S2C.near, { region: this.to.key, ticket: 'near' }));
    await this.run(0.3);
    this.time.newest.accept();
    return this.time.newest;
  }

  /** The body goes over: the last word, then `silence_ms` of nothing, then the welcome. */
  async cross(door: TestSocket, silence_ms: number): Promise<void> {
    this.from.socket?.say(pack(S2C.cross, { region: this.to.key, ticket: 'cross' }));
    this.to.takeOver(this.from, silence_ms);
    await this.run(silence_ms / 1000);
    this.to.welcome(door);
  }

  async run(seconds: number, play: (frame: number) => void = () => {}): Promise<void> {
    const frames = Math.round((seconds * 1000) / FRAME_MS);
    for (let frame = 0; frame < frames; frame++) {
      this.time.pass(FRAME_MS);
      await settle();
      for (this.sinceTick_ms += FRAME_MS; this.sinceTick_ms >= TICK_MS; this.sinceTick_ms -= TICK_MS) {
        this.from.turn();
        this.to.turn();
      }
      play(frame);
      this.session.update(FRAME_MS, this.held);
      this.look();
    }
  }
}
