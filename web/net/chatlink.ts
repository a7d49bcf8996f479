// The line of the page that only chats: to Talk itself, in the name of a character, by the same messages as in the world. Opens again by itself when it
// falls. In: doors for tickets, messages to send. Out: messages heard, and how the line stands.
import { Writer } from '../../src/shared/protocol/codec';
import {
  type Body,
  C2S,
  type C2SName,
  CLOSE_NEWER_LOGIN,
  type MessageKind,
  put,
  readS2C,
  type S2C,
  type S2CName,
} from '../../src/shared/protocol/messages';
import type { Doors } from './doors';
import type { Host } from './host';
import { Line } from './line';
import { retryDelay_ms } from './link';
import type { Speaking } from './reading';

export type ChatState = 'opening' | 'open' | 'closed' | 'elsewhere';
type Hearers = { [K in S2CName]?: ((body: Body<(typeof S2C)[K]>) => void)[] };

/** A line that says nothing for so long is asked whether it lives, and counts as dead when it does not answer. */
const ASK_MS = 20_000;
const SILENCE_MS = 45_000;

export class ChatLink implements Speaking {
  state: ChatState = 'closed';
  onState: (state: ChatState) => void = () => {};
  /** It is open: what was read is to be told. */
  onOpen: () => void = () => {};
  private readonly hearers: Hearers = {};
  private line: Line | null = null;
  private attempts = 0;
  private readonly traffic = { bytesIn: 0, bytesOut: 0 };

  constructor(
    private readonly host: Host,
    private readonly doors: Doors,
    private readonly character: string,
  ) {}

  on<K extends S2CName>(name: K, hear: (body: Body<(typeof S2C)[K]>) => void): void {
    const list = (this.hearers[name] ??= []) as ((body: Body<(typeof S2C)[K]>) => void)[];
    list.push(hear);
  }

  send<K extends C2SName>(name: K, body: Body<(typeof C2S)[K]>): boolean {
    const writer = new Writer(64);
    put(writer, C2S[name] as unknown as MessageKind<Body<(typeof C2S)[K]>>, body);
    return this.line?.send(writer.take() as Uint8Array<ArrayBuffer>) ?? false;
  }

  /** Rejects when there is no ticket to be had; what falls later opens again. */
  async open(): Promise<void> {
    this.stand('opening');
    const entry = await this.doors.chatTicket(this.character);
    const line = new Line(this.host, entry, { lag_ms: 0, jitter_ms: 0 }, this.traffic);
    this.line = line;
    line.onFrame = bytes => this.read(bytes);
    line.onClose = code => this.fell(line, code);
    this.mind(line);
  }

  /** Waits for the socket, then looks after it. */
  private mind(line: Line): void {
    if (this.line !== line) return;
    if (line.open && this.state !== 'open') {
      this.attempts = 0;
      this.stand('open');
      this.onOpen();
    }
    const silent_ms = this.host.now() - line.heardAt_ms;
    if (silent_ms > SILENCE_MS) {
      line.drop();
      this.fell(line, 0);
      return;
    }
    if (silent_ms > ASK_MS) this.send('ack', { tick: 0, clientTime: this.host.now() });
    this.host.later(() => this.mind(line), line.open ? 5_000 : 50);
  }

  private fell(line: Line, code: number): void {
    if (this.line !== line) return;
    this.line = null;
    if (code === CLOSE_NEWER_LOGIN) {
      this.stand('elsewhere');
      return;
    }
    this.stand('closed');
    this.host.later(() => this.again(), retryDelay_ms(this.attempts++, this.host.random()));
  }

  private again(): void {
    this.open().catch(failed => {
      console.warn('no ticket for the chat', failed);
      this.stand('closed');
      this.host.later(() => this.again(), retryDelay_ms(this.attempts++, this.host.random()));
    });
  }

  private read(bytes: Uint8Array): void {
    for (const { name, body } of readS2C(bytes) ?? []) {
      // A mark: Talk goes on once it knows that what came before it was read (talk/unread.ts).
      if (name === 'pong' && body.tick) this.send('ack', { tick: body.tick, clientTime: 0 });
      const hear = this.hearers[name] as ((body: unknown) => void)[] | undefined;
      if (hear) for (const each of hear) each(body);
    }
  }

  private stand(state: ChatState): void {
    this.state = state;
    this.onState(state);
  }
}
