// A player without a screen: the real client's net, prediction and mirror, over real sockets. A mind (minds.ts) holds the keys.
// In: an address and a mind. Out: what the player knows, and measures of how well he was served.
import { FLAG_DEAD, TICK_MS } from '../../assembly/layout';
import { C2S, S2C } from '../../src/shared/protocol/messages';
import type { Sim } from '../../src/shared/sim';
import { Doors } from '../../web/net/doors';
import type { Host } from '../../web/net/host';
import { Link } from '../../web/net/link';
import type { Held } from '../../web/net/predict';
import { Session } from '../../web/net/session';
import { coresFor } from './eyes';
import { nodeHost, visitor } from './nodehost';
import type { Chance } from './seeded';

const JOIN_MS = 30_000;
/** A bot looks at the bodies round it five times a second; it has no screen to keep smooth. */
const LOOK_EVERY = 4;
/** Of a message: its number and its length. */
const HEAD_BYTES = 3;

/** What a turn of 50 ms does: sets `bot.held`, uses abilities, gives commands. */
export type Mind = (bot: Bot, now_ms: number) => void;

export interface BotOptions {
  /** A loaded core of its own, or null for a bot that walks blind. */
  sim: Sim | null;
  mind: Mind;
  chance: Chance;
  /** Sees every frame before the client reads it. */
  tap?: (frame: Uint8Array) => void;
  /**
   * What it is shown it reads in its own next turn, as a page does in its next picture. Hundreds of bots on one thread would else read all of
   * a region's frames as they come: while the region sends them, and each only when those before it are read.
   */
  readsInTurn?: boolean;
}

/** A link that notes when each intent left and when its answer came, how far apart the snapshots were, and how fast the regions tick. */
class MeasuredLink extends Link {
  /** Milliseconds from an intent to the snapshot that had taken it in. */
  readonly inputTrips_ms: number[] = [];
  /** The same in ticks of the region, from the newest that was read then: a machine that is slow to run the region makes none of them longer. */
  readonly inputTrips_ticks: number[] = [];
  readonly snapshotGaps_ms: number[] = [];
  snapshots = 0;
  /** Bytes received, by the number of the message. */
  readonly bytesOf = new Float64Array(256);
  /** Frames sent: each is paid for. */
  framesOut = 0;
  framesIn = 0;
  falls = 0;
  /** What its region leaves out, as it said last. */
  strain = 0;
  /** Ticks between the first and the last snapshot of each region, and the time they took. */
  readonly ran = { ticks: 0, ms: 0 };
  private readonly sent: { tick: number; at_ms: number; at_tick: number }[] = [];
  private last = { tick: 0, at_ms: 0 };

  constructor(
    private readonly clock: Host,
    enter: ConstructorParameters<typeof Link>[1],
  ) {
    super(clock, enter);
  }

  override send(bytes: Uint8Array<ArrayBuffer>): boolean {
    if (bytes[0] === C2S.intent.number) {
      const tick = new DataView(bytes.buffer, bytes.byteOffset).getUint32(3, true);
      // Told again to another region, it has been under way since it was told first.
      if (tick > (this.sent.at(-1)?.tick ?? 0)) this.sent.push({ tick, at_ms: this.clock.now(), at_tick: this.last.tick });
    }
    this.framesOut++;
    return super.send(bytes);
  }

  /** Looks at a frame before the session reads it: the snapshot is its first message. */
  measure(frame: Uint8Array): void {
    this.framesIn++;
    for (let at = 0; at + HEAD_BYTES <= frame.length; ) {
      const size = HEAD_BYTES + (frame[at + 1] | (frame[at + 2] << 8));
      this.bytesOf[frame[at]] += size;
      at += size;
    }
    if (frame[0] !== S2C.snapshot.number) return;
    const now_ms = this.clock.now();
    const view = new DataView(frame.buffer, frame.byteOffset);
    const [tick, done] = [view.getUint32(3, true), view.getUint32(7, true)];
    while (this.sent.length && this.sent[0].tick <= done) {
      const { at_ms, at_tick } = this.sent.shift()!;
      this.inputTrips_ms.push(now_ms - at_ms);
      this.inputTrips_ticks.push(tick - at_tick);
    }
    if (this.last.at_ms) {
      this.snapshotGaps_ms.push(now_ms - this.last.at_ms);
      this.ran.ticks += tick - this.last.tick;
      this.ran.ms += now_ms - this.last.at_ms;
    }
    this.last = { tick, at_ms: now_ms };
    this.snapshots++;
  }

  /** Another region speaks from now on: it counts its own ticks, and what the crossing took is counted elsewhere. */
  turn(): void {
    this.last.at_ms = 0;
  }

  /** A new socket: what was under way is lost, and the pause is no gap of the server's. */
  forget(): void {
    this.falls++;
    this.sent.length = 0;
    this.turn();
  }
}

export class Bot {
  readonly session: Session;
  readonly link: MeasuredLink;
  readonly held: Held = { buttons: 0, yaw: 0, pitch: 0 };
  readonly errors: string[] = [];
  readonly chance: Chance;
  private readonly mind: Mind;
  character = '';
  private turns = 0;
  /** Snapshots that wait to be read. */
  private unread: Uint8Array[] = [];
  private readonly read: (frame: Uint8Array) => void;

  private constructor(
    base: string,
    readonly doors: Doors,
    { sim, mind, chance, tap, readsInTurn }: BotOptions,
  ) {
    const host = nodeHost(base, chance);
    this.chance = chance;
    this.mind = mind;
    this.link = new MeasuredLink(host, () => doors.ticket(this.character));
    this.session = new Session(host, this.link, sim, sim && coresFor(() => this.session?.sim ?? sim));
    this.session.onArrive = () => this.link.turn();
    this.session.on('pulse', ({ strain }) => {
      this.link.strain = strain;
    });
    this.read = this.link.onFrame;
    this.link.onFrame = frame => {
      this.link.measure(frame);
      tap?.(frame);
      if (readsInTurn && this.canWait(frame)) this.unread.push(frame);
      else this.readAll(frame);
    };
    this.session.onLink = facts => {
      if (facts.state === 'reconnecting' && facts.code) this.fell(facts.code);
      if (facts.state === 'closed' && facts.code !== 1000) this.errors.push(`closed ${facts.code}: ${facts.words}`);
    };
  }

  /** A new guest, who has not entered yet. */
  static async guest(base: string, options: BotOptions): Promise<Bot> {
    const doors = new Doors(visitor(), base);
    const bot = new Bot(base, doors, options);
    const { characters } = await doors.guest();
    bot.character = characters[0].id;
    return bot;
  }

  /** A new guest walks in. Rejects when he is not in the world in time. */
  static async join(base: string, options: BotOptions): Promise<Bot> {
    const bot = await Bot.guest(base, options);
    await bot.enter();
    return bot;
  }

  /** Opens the link and waits until the first snapshot has come. */
  async enter(within_ms = JOIN_MS): Promise<void> {
    this.link.open();
    const until = performance.now() + within_ms;
    while (!this.session.inWorld) {
      if (performance.now() > until || this.link.facts.state === 'closed') {
        throw new Error(`not in the world after ${within_ms / 1000} s: ${this.link.facts.state} ${this.link.facts.words}`);
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  /** One client turn of `dt_ms`; call every 50 ms. */
  turn(dt_ms = TICK_MS): void {
    this.readAll();
    // A mind goes by where the body is drawn, and nothing was drawn yet of a body that has just come.
    this.session.predictor.place();
    if (this.session.inWorld) this.mind(this, performance.now());
    this.session.update(dt_ms, this.held, this.turns++ % LOOK_EVERY === 0);
  }

  /** A turn in which the player takes his hands off the keys. */
  rest(dt_ms = TICK_MS): void {
    this.readAll();
    this.held.buttons = 0;
    this.session.update(dt_ms, this.held);
  }

  leave(): void {
    this.session.leave();
  }

  get dead(): boolean {
    return (this.session.predictor.server.flags & FLAG_DEAD) !== 0;
  }

  /** Everything else is read at once: where to go on, and what is shown first there. */
  private canWait(frame: Uint8Array): boolean {
    const { inWorld, border } = this.session;
    return frame[0] === S2C.snapshot.number && inWorld && !border.underWay;
  }

  /** In the order in which they came; `last` has just come. */
  private readAll(last?: Uint8Array): void {
    const frames = this.unread;
    if (frames.length) this.unread = [];
    for (const frame of frames) this.read(frame);
    if (last) this.read(last);
  }

  private fell(code: number): void {
    this.unread = [];
    this.link.forget();
    this.errors.push(`socket closed with ${code}`);
  }
}
