// The floor: what workerd itself takes for so many frames. A bare Durable Object that takes inputs without looking at them and sends each
// client frames of a given size at a given rate, on Evermarch's clock. In: FRAMES_PER_TICK and FRAME_BYTES. Out: frames that begin like a snapshot.
import { DurableObject } from 'cloudflare:workers';
import { Clock } from '../../../../src/region/clock';
import { S2C } from '../../../../src/shared/protocol/messages';

interface FloorEnv {
  FLOOR: DurableObjectNamespace<Floor>;
  FRAMES_PER_TICK: string;
  FRAME_BYTES: string;
}

/** A snapshot's number, length and tick. */
const LEAST_BYTES = 7;

interface Client {
  /** Frames that it is owed: the fraction that a tick left over. */
  owed: number;
}

export class Floor extends DurableObject<FloorEnv> {
  private readonly clients = new Map<WebSocket, Client>();
  private readonly clock = new Clock(() => this.turn());
  private readonly frame = new Uint8Array(Math.max(LEAST_BYTES, Math.round(Number(this.env.FRAME_BYTES))));
  private readonly perTick = Number(this.env.FRAMES_PER_TICK);
  private tick = 0;

  override async fetch(): Promise<Response> {
    const { 0: client, 1: socket } = new WebSocketPair();
    socket.accept();
    socket.binaryType = 'arraybuffer';
    // Whole frames fall due at other ticks for each, as they do where each has something of his own to be told.
    this.clients.set(socket, { owed: (this.clients.size * 0.618) % 1 });
    socket.addEventListener('message', () => this.clock.poke());
    socket.addEventListener('close', () => this.clients.delete(socket));
    socket.addEventListener('error', () => this.clients.delete(socket));
    this.clock.start();
    return new Response(null, { status: 101, webSocket: client });
  }

  private turn(): void {
    this.tick++;
    const { frame } = this;
    new DataView(frame.buffer).setUint32(3, this.tick, true);
    for (const [socket, client] of this.clients) {
      client.owed += this.perTick;
      for (let nth = 0; client.owed >= 1; nth++, client.owed--) {
        // Only the first of a tick counts as a snapshot.
        frame[0] = nth ? S2C.result.number : S2C.snapshot.number;
        socket.send(frame);
      }
    }
  }
}

export default {
  fetch(request: Request, env: FloorEnv): Response | Promise<Response> {
    if (request.headers.get('Upgrade') !== 'websocket') return new Response('ok');
    return env.FLOOR.get(env.FLOOR.idFromName('floor')).fetch(request);
  },
};
