// How a client speaks to each server: where its socket is, what its inputs look like, which frames are states. In: a server's address and
// which client. Out: bytes. Nothing is decoded but a tick's number: the load must stay light.
import { BUTTON_FORWARD } from '../../../assembly/layout';
import { Writer } from '../../../src/shared/protocol/codec';
import { C2S, put, S2C, SUBPROTOCOL } from '../../../src/shared/protocol/messages';
import { Doors } from '../../../web/net/doors';
import { visitor } from '../../harness/nodehost';
import type { Entry } from '../../harness/rawsocket';
import { INPUTS_HZ } from './scenes';
import type { NodePeer } from './servers/serve';

export const PEERS = ['evermarch', 'floor', 'colyseus', 'json', 'packed'] as const;
export type PeerName = (typeof PEERS)[number];

/** `state`: it says how the world stands; `tick`, where it can be read cheaply, else 0. `over`: the client cannot go on here. */
export type Heard = 'state' | 'other' | 'over';
type Say = (payload: Uint8Array, text?: boolean) => void;

export interface Speech {
  /** Newest tick of the server's that was heard. */
  tick: number;
  /** Its inputs are text. */
  readonly text?: boolean;
  /** Before anybody enters. Resolves to the character that will, '' where there is none. */
  prepare(): Promise<string>;
  entry(): Promise<Entry>;
  hear(head: Buffer, say: Say): Heard;
  /** Input number `count`, which looks `yaw` (65536: full turn) and runs. */
  input(count: number, yaw: number): Uint8Array;
}

export function speechOf(peer: PeerName, port: number): Speech {
  if (peer === 'evermarch') return new EvermarchSpeech(port);
  return peer === 'floor' ? new FloorSpeech(port) : NODE_SPEECHES[peer](port);
}

/** Client ticks are the server's: 20 a second. */
const TICKS_PER_INPUT = 20 / INPUTS_HZ;
/** Others are drawn 100 ms back: the instant on the screen. */
const VIEW_BACK_TICKS = 2;
const MESSAGE_HEAD_BYTES = 3;
/** The game's client says along with every so manieth input what it has read, in the same frame. */
const INPUTS_PER_ACK = 4;

/** The game's own protocol, as far as it has to be spoken by somebody who sees nothing. */
class FloorSpeech implements Speech {
  tick = 0;

  constructor(protected readonly port: number) {}

  async prepare(): Promise<string> {
    return '';
  }

  async entry(): Promise<Entry> {
    return { port: this.port, path: '/' };
  }

  hear(head: Buffer): Heard {
    if (head[0] === S2C.cross.number) return 'over';
    if (head[0] !== S2C.snapshot.number) return 'other';
    this.tick = head.readUInt32LE(MESSAGE_HEAD_BYTES);
    return 'state';
  }

  input(count: number, yaw: number): Uint8Array {
    const viewTick = Math.max(0, this.tick - VIEW_BACK_TICKS);
    const frame = new Writer(64);
    put(frame, C2S.intent, { tick: count * TICKS_PER_INPUT, buttons: BUTTON_FORWARD, yaw, pitch: 0, viewTick, viewFraction: 0 });
    if (count % INPUTS_PER_ACK === 0) put(frame, C2S.ack, { tick: this.tick, clientTime: performance.now() });
    return frame.take();
  }
}

class EvermarchSpeech extends FloorSpeech {
  private readonly base = `http://localhost:${this.port}`;
  private readonly doors = new Doors(visitor(), this.base);
  private character = '';

  override async prepare(): Promise<string> {
    const { characters } = await this.doors.guest();
    this.character = characters[0].id;
    return this.character;
  }

  override async entry(): Promise<Entry> {
    const { url, ticket } = await this.doors.ticket(this.character);
    const headers = { Origin: this.base, 'Sec-WebSocket-Protocol': `${SUBPROTOCOL}, ${ticket}` };
    return { port: this.port, path: url, headers };
  }
}

class JsonSpeech implements Speech {
  tick = 0;
  readonly text = true;

  constructor(private readonly port: number) {}

  async prepare(): Promise<string> {
    return '';
  }

  async entry(): Promise<Entry> {
    return { port: this.port, path: '/' };
  }

  hear(): Heard {
    return 'state';
  }

  input(seq: number, yaw: number): Uint8Array {
    return Buffer.from(JSON.stringify({ seq, buttons: BUTTON_FORWARD, yaw }));
  }
}

class PackedSpeech implements Speech {
  tick = 0;

  constructor(private readonly port: number) {}

  async prepare(): Promise<string> {
    return '';
  }

  async entry(): Promise<Entry> {
    return { port: this.port, path: '/' };
  }

  hear(head: Buffer): Heard {
    this.tick = head.readUInt32LE(1);
    return 'state';
  }

  input(count: number, yaw: number): Uint8Array {
    const input = Buffer.alloc(8);
    input[0] = 1;
    input.writeUInt32LE(count, 1);
    input[5] = BUTTON_FORWARD;
    input.writeUInt16LE(yaw, 6);
    return input;
  }
}

/** First bytes of Colyseus's frames (shared-types, Protocol). */
const JOIN_ROOM = 10;
const ERROR = 11;
const LEAVE_ROOM = 12;
const ROOM_DATA = 13;
const ROOM_STATE = 14;
const ROOM_STATE_PATCH = 15;

/** What its SDK sends: a seat by HTTP, the socket to that seat, a word that the handshake was read; messages are MessagePack. */
class ColyseusSpeech implements Speech {
  tick = 0;

  constructor(private readonly port: number) {}

  async prepare(): Promise<string> {
    return '';
  }

  async entry(): Promise<Entry> {
    const response = await fetch(`http://localhost:${this.port}/matchmake/joinOrCreate/field`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: '{}',
    });
    if (!response.ok) throw new Error(`no seat: ${response.status} ${await response.text()}`);
    const { processId, roomId, sessionId } = (await response.json()) as Record<string, string>;
    return { port: this.port, path: `/${processId}/${roomId}?sessionId=${sessionId}` };
  }

  hear(head: Buffer, say: Say): Heard {
    if (head[0] === JOIN_ROOM) say(Uint8Array.of(JOIN_ROOM));
    if (head[0] === ERROR || head[0] === LEAVE_ROOM) return 'over';
    return head[0] === ROOM_STATE || head[0] === ROOM_STATE_PATCH ? 'state' : 'other';
  }

  input(count: number, yaw: number): Uint8Array {
    const text = (word: string): number[] => [0xa0 | word.length, ...Buffer.from(word)];
    const seq = [0xce, count >>> 24, (count >> 16) & 0xff, (count >> 8) & 0xff, count & 0xff];
    const fields = [...text('seq'), ...seq, ...text('buttons'), BUTTON_FORWARD, ...text('yaw'), 0xcd, yaw >> 8, yaw & 0xff];
    return Uint8Array.from([ROOM_DATA, ...text('input'), 0x83, ...fields]);
  }
}

const NODE_SPEECHES: Record<NodePeer, (port: number) => Speech> = {
  colyseus: port => new ColyseusSpeech(port),
  json: port => new JsonSpeech(port),
  packed: port => new PackedSpeech(port),
};
