// A guest's hand on the wire: speaks and hears the real protocol, knows nothing else. In: sockets that the stage opens. Out: what was heard,
// the own body, and commands under their numbers.
import { Writer } from '../../src/shared/protocol/codec';
import {
  type Body,
  C2S,
  type C2SName,
  type MessageKind,
  put,
  readS2C,
  type S2C,
  type S2CName,
} from '../../src/shared/protocol/messages';
import { OwnWords } from '../../src/shared/protocol/ownwords';
import { type OwnBody, readOwn } from '../../src/shared/sim';

type Told<K extends S2CName> = Body<(typeof S2C)[K]>;
type Asked<K extends C2SName> = Body<(typeof C2S)[K]>;
type CommandName = { [K in C2SName]: 'command' extends keyof Asked<K> ? K : never }[C2SName];

export interface Guest {
  cookie: string;
  account: string;
  character: string;
  name: string;
}

export class Bot {
  readonly heard: { name: S2CName; body: unknown }[] = [];
  readonly frames: Uint8Array[] = [];
  own: OwnBody | null = null;
  private readonly ownWords = new OwnWords();
  tick = 0;
  clientTickDone = 0;
  snapshots = 0;
  closed: { code: number; reason: string } | null = null;
  /** Where the region sent it on to; the stage follows. */
  crossing: Told<'cross'> | null = null;
  /** Sockets that wait at neighbours' doors. */
  readonly standbys = new Map<string, WebSocket>();
  /** Stops reading aloud: no acknowledgements. */
  deaf = false;
  clientTick = 1000;
  private last = 0;
  private uses = 0;
  private socket!: WebSocket;

  constructor(
    readonly guest: Guest,
    socket: WebSocket,
  ) {
    this.speakOn(socket);
  }

  /** Speaks and hears on that socket from now on. */
  speakOn(socket: WebSocket): void {
    this.socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', event => this.hear(new Uint8Array(event.data as ArrayBuffer)));
    socket.addEventListener('close', event => {
      if (this.socket === socket) this.closed = { code: event.code, reason: event.reason };
    });
    socket.accept();
  }

  get entity(): number {
    return this.known('welcome').entity;
  }

  /** The newest message of that name. */
  known<K extends S2CName>(name: K): Told<K> {
    const found = this.heard.findLast(m => m.name === name);
    if (!found) throw new Error(`${this.guest.name} never heard ${name}`);
    return found.body as Told<K>;
  }

  all<K extends S2CName>(name: K): Told<K>[] {
    return this.heard.filter(m => m.name === name).map(m => m.body as Told<K>);
  }

  send<K extends C2SName>(name: K, body: Asked<K>): void {
    const w = new Writer(64);
    put(w, C2S[name] as unknown as MessageKind<Asked<K>>, body);
    this.raw(w.take());
  }

  raw(data: Uint8Array | string): void {
    this.socket.send(data);
  }

  /** A valuable command under the next number, or one that is given. Returns the number. */
  command<K extends CommandName>(name: K, body: Omit<Asked<K>, 'command'>, number?: number): number {
    const base = this.heard.length ? this.known('welcome').lastCommand : 0;
    this.last = Math.max(this.last, base);
    const command = number ?? ++this.last;
    this.send(name, { ...body, command } as Asked<K>);
    return command;
  }

  /** The answer to a command, once it came. */
  result(command: number): number | undefined {
    return this.all('result').findLast(r => r.command === command)?.reason;
  }

  hold(buttons: number, yaw = 0, view = 0): void {
    this.send('intent', {
      tick: this.clientTick,
      buttons,
      yaw: Math.round((yaw / (2 * Math.PI)) * 65536) & 0xffff,
      pitch: 0,
      viewTick: view,
      viewFraction: 0,
    });
  }

  use(ability: number, target = 0): number {
    this.send('use', { number: ++this.uses, ability, target });
    return this.uses;
  }

  acknowledge(): void {
    if (!this.deaf && !this.closed && this.snapshots) this.send('ack', { tick: this.tick, clientTime: 0 });
  }

  /** The line falls without a word of farewell. */
  async cut(): Promise<void> {
    this.socket.close();
    await new Promise(resolve => setTimeout(resolve, 4));
    this.closed ??= { code: 1006, reason: 'cut' };
  }

  private hear(frame: Uint8Array): void {
    this.frames.push(frame);
    const messages = readS2C(frame);
    if (!messages) throw new Error('the region sent a frame that cannot be read');
    for (const { name, body, bytes } of messages) {
      if (name === 'snapshot') this.see(bytes);
      else this.heard.push({ name, body });
      if (name === 'cross') this.crossing = body;
    }
  }

  private see(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.tick = view.getUint32(0, true);
    this.clientTickDone = view.getUint32(4, true);
    if (this.ownWords.read(bytes, 8) === null) throw new Error('the own body cannot be read');
    this.own = readOwn(new DataView(this.ownWords.bytes.buffer), 0);
    this.snapshots++;
  }
}
