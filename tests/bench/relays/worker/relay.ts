// A relay: holds the sockets of some hundred clients for a region. In: their inputs, checked here as a region checks them and sent on once
// a turn in one frame; the region's frame of each turn. Out: a snapshot for each client, put together of the cells' blocks and what is his.
import { DurableObject } from 'cloudflare:workers';
import { MAX_FRAME_BYTES } from '../../../../assembly/layout';
import { Budget } from '../../../../src/budget';
import { Clock } from '../../../../src/region/clock';
import { KeptFrame } from '../../../../src/region/keptframe';
import { MAX_MESSAGES_PER_FRAME } from '../../../../src/shared/protocol/limits';
import { readC2S, S2C } from '../../../../src/shared/protocol/messages';
import { OwnTeller } from '../../../harness/ownteller';
import { readDown, Up } from '../wires';
import type { BenchEnv } from './env';

interface Client {
  number: number;
  socket: WebSocket;
  budget: Budget;
  kept: KeptFrame;
  own: OwnTeller;
}

const HEAD_BYTES = 3;
const TICKS_BYTES = 8;
/**
 * Cells are copied in pieces of so many bytes, as if each were a block of a client's rings: shorter than blocks of a crowd are, so that
 * what a relay with rings of its own would do is not made to look cheap.
 */
const BLOCK_BYTES = 128;

const NOTHING = new Uint8Array(0);
const frame = new Uint8Array(MAX_FRAME_BYTES * 2);
const view = new DataView(frame.buffer);

export class Relay extends DurableObject<BenchEnv> {
  private readonly clock = new Clock(() => this.turn());
  private readonly clients = new Map<number, Client>();
  private readonly up = new Up();
  private readonly ticksPerFrame = Number(this.env.TICKS_PER_FRAME);
  private place: Promise<WebSocket> | null = null;
  private region: WebSocket | null = null;
  /** The region's, as last heard and counted on since. */
  private tick = 0;

  override async fetch(request: Request): Promise<Response> {
    this.place ??= this.reach();
    this.region = await this.place;
    const number = Number(new URL(request.url).searchParams.get('n'));
    const { 0: end, 1: socket } = new WebSocketPair();
    socket.accept();
    socket.binaryType = 'arraybuffer';
    const client: Client = { number, socket, budget: new Budget(Date.now()), kept: new KeptFrame(), own: new OwnTeller() };
    this.clients.set(number, client);
    this.up.came(number);
    socket.addEventListener('message', ({ data }) => {
      this.hear(client, data as ArrayBuffer);
      this.clock.poke();
    });
    socket.addEventListener('close', () => this.leave(client));
    socket.addEventListener('error', () => this.leave(client));
    this.clock.start();
    return new Response(null, { status: 101, webSocket: end });
  }

  private async reach(): Promise<WebSocket> {
    const { webSocket } = await fetch(`${this.env.PLACE_URL}/relay`, { headers: { Upgrade: 'websocket' } });
    if (!webSocket) throw new Error('the place opened no socket');
    webSocket.accept();
    webSocket.binaryType = 'arraybuffer';
    webSocket.addEventListener('message', ({ data }) => this.pass(new Uint8Array(data as ArrayBuffer)));
    return webSocket;
  }

  /** What floods or is malformed never reaches the region. */
  private hear({ number, budget }: Client, data: ArrayBuffer): void {
    const now_ms = Date.now();
    if (!budget.takeBytes(data.byteLength, now_ms)) return;
    const bytes = new Uint8Array(data);
    const messages = readC2S(bytes);
    if (!messages || messages.length > MAX_MESSAGES_PER_FRAME) return;
    if (messages.every(({ rate }) => budget.takeMessage(rate, now_ms))) this.up.said(number, bytes);
  }

  private leave({ number }: Client): void {
    if (this.clients.delete(number)) this.up.went(number);
  }

  private turn(): void {
    this.tick++;
    const words = this.up.take();
    if (words) this.region?.send(words);
    if (this.ticksPerFrame > 1) for (const client of this.clients.values()) release(client, this.tick);
  }

  /** A region's frame: half of a crowd that is shown every second turn gets its share a turn later, as the region itself would do it. */
  private pass(bytes: Uint8Array): void {
    let cells = bytes;
    const begin = (tick: number, blocks: Uint8Array): void => {
      this.tick = tick;
      cells = blocks;
    };
    readDown(bytes, begin, (number, done, own, messages) => {
      const client = this.clients.get(number);
      if (!client) return;
      const length = write(this.tick, done, client.own.tell(own), cells, messages);
      const wait = number % this.ticksPerFrame;
      release(client, Number.POSITIVE_INFINITY);
      if (wait) client.kept.keep(frame.subarray(0, length), NOTHING, this.tick + wait);
      else client.socket.send(frame.subarray(0, length));
    });
  }
}

function release({ kept, socket }: Client, tick: number): void {
  const ready = kept.take(tick);
  if (ready) socket.send(ready);
}

/** A snapshot as region/outbox.ts writes it. Returns its length. */
function write(tick: number, done: number, own: Uint8Array, cells: Uint8Array, messages: Uint8Array): number {
  view.setUint8(0, S2C.snapshot.number);
  view.setUint16(1, TICKS_BYTES + own.length + cells.length, true);
  view.setUint32(HEAD_BYTES, tick, true);
  view.setUint32(HEAD_BYTES + 4, done, true);
  let at = HEAD_BYTES + TICKS_BYTES;
  frame.set(own, at);
  at += own.length;
  for (let from = 0; from < cells.length; from += BLOCK_BYTES) frame.set(cells.subarray(from, from + BLOCK_BYTES), at + from);
  at += cells.length;
  frame.set(messages, at);
  return at + messages.length;
}
