// One socket to one region, from its ticket to its close. In: an entry; out: frames, and the code it closed with. What becomes of the
// connection after that is the link's business (link.ts).
import { SUBPROTOCOL } from '../../src/shared/protocol/messages';
import type { Entry } from './doors';
import { type Host, SOCKET_OPEN, type Socket } from './host';
import { Delay } from './lag';

export interface Lag {
  lag_ms: number;
  /** Up to this much more, by chance. */
  jitter_ms: number;
}

/** Bytes that passed, over all lines of a link. */
export interface Traffic {
  bytesIn: number;
  bytesOut: number;
}

export class Line {
  onFrame: (bytes: Uint8Array) => void = () => {};
  onClose: (code: number) => void = () => {};
  /** When anything came last, or when it was opened. */
  heardAt_ms: number;
  /** Simulated lag on each way; a close code comes in its turn after the frames that were said before it. */
  private readonly outward: Delay<Uint8Array<ArrayBuffer>>;
  private readonly inward: Delay<Uint8Array | number>;
  private socket: Socket | null;

  constructor(host: Host, entry: Entry, lag: Lag, traffic: Traffic) {
    const socket = host.open(entry.url, [SUBPROTOCOL, entry.ticket]);
    this.socket = socket;
    this.heardAt_ms = host.now();
    this.outward = new Delay(host, bytes => {
      if (!this.open) return;
      traffic.bytesOut += bytes.length;
      socket.send(bytes);
    });
    this.inward = new Delay<Uint8Array | number>(host, thing => this.arrive(thing));
    this.setLag(lag);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = (event: { data: unknown }) => {
      if (this.socket !== socket || !(event.data instanceof ArrayBuffer)) return;
      this.heardAt_ms = host.now();
      traffic.bytesIn += event.data.byteLength;
      this.inward.push(new Uint8Array(event.data));
    };
    socket.onclose = (event: { code: number }) => this.inward.push(event.code);
    // A failed socket also closes, and the close carries all that is told.
    socket.onerror = () => {};
  }

  get open(): boolean {
    return this.socket?.readyState === SOCKET_OPEN;
  }

  /** False when the frame cannot go out now. */
  send(bytes: Uint8Array<ArrayBuffer>): boolean {
    if (!this.open) return false;
    this.outward.push(bytes);
    return true;
  }

  setLag({ lag_ms, jitter_ms }: Lag): void {
    for (const way of [this.outward, this.inward]) {
      way.lag_ms = lag_ms;
      way.jitter_ms = jitter_ms;
    }
  }

  /** Lets go of the socket without a word to anybody here; `code` for the other end. */
  drop(code?: number): void {
    const { socket } = this;
    this.socket = null;
    this.outward.clear();
    this.inward.clear();
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    try {
      if (code) socket.close(code);
      else socket.close();
    } catch (error) {
      // `ws` throws when a socket is closed before it was opened; it is gone either way.
      if (!(error instanceof Error)) throw error;
    }
  }

  private arrive(thing: Uint8Array | number): void {
    if (typeof thing !== 'number') this.onFrame(thing);
    else if (this.socket) {
      this.drop();
      this.onClose(thing);
    }
  }
}
