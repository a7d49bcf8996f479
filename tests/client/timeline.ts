// A machine whose time is moved by hand: the client's Host with a clock, timers and sockets that the test drives.
import type { Host, Socket } from '../../web/net/host';
import { seeded } from '../harness/seeded';

interface Timer {
  at_ms: number;
  run: () => void;
}

/** One end of a connection; the test is the other end. */
export class TestSocket implements Socket {
  binaryType = '';
  readyState = 0;
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  onerror: Socket['onerror'] = null;
  readonly sent: Uint8Array[] = [];

  constructor(
    readonly url: string,
    readonly protocols: readonly string[],
  ) {}

  send(bytes: Uint8Array<ArrayBuffer>): void {
    this.sent.push(bytes);
  }

  close(): void {
    this.readyState = 3;
  }

  /** The other end takes the connection. */
  accept(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  say(bytes: Uint8Array): void {
    this.onmessage?.({ data: bytes.slice().buffer });
  }

  /** The other end closes it, or the line breaks (1006). */
  fall(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

export class Timeline implements Host {
  readonly sockets: TestSocket[] = [];
  readonly random = seeded(7);
  private time_ms = 1000;
  private timers: Timer[] = [];

  now(): number {
    return this.time_ms;
  }

  later(run: () => void, ms: number): () => void {
    const timer = { at_ms: this.time_ms + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter(other => other !== timer);
    };
  }

  open(url: string, protocols: string[]): Socket {
    const socket = new TestSocket(url, protocols);
    this.sockets.push(socket);
    return socket;
  }

  /** Lets time pass; timers run at their moments, in order. */
  pass(ms: number): void {
    const until_ms = this.time_ms + ms;
    for (;;) {
      const due = this.timers.filter(timer => timer.at_ms <= until_ms).sort((a, b) => a.at_ms - b.at_ms)[0];
      if (!due) break;
      this.timers = this.timers.filter(timer => timer !== due);
      this.time_ms = Math.max(this.time_ms, due.at_ms);
      due.run();
    }
    this.time_ms = until_ms;
  }

  get newest(): TestSocket {
    return this.sockets[this.sockets.length - 1];
  }
}

/** Lets promises that are settled already run their followers. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 8; i++) await Promise.resolve();
}
