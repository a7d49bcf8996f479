// One lasting connection to a region: opens with a fresh ticket, opens again when it falls, in plain words. In: frames to send;
// out: frames that came, and how the connection stands. Knows nothing of what is in a frame.
import {
  CLOSE_FLOOD,
  CLOSE_KICKED,
  CLOSE_NEWER_LOGIN,
  CLOSE_PROTOCOL,
  CLOSE_RESTART,
  CLOSE_SLOW,
  CLOSE_TICKET,
  CLOSE_UNAVAILABLE,
  SUBPROTOCOL,
} from '../../src/shared/protocol/messages';
import { DoorError, type Entry } from './doors';
import { type Host, SOCKET_OPEN, type Socket } from './host';
import { Delay } from './lag';

export type LinkState = 'connecting' | 'open' | 'reconnecting' | 'closed';
export interface LinkFacts {
  state: LinkState;
  /** Why, for the player; '' when all is well. */
  words: string;
  /** When the next attempt starts (host.now), 0: none is planned. */
  retryAt_ms: number;
  /** The close code of the last fall, 0 before any. */
  code: number;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 4000;
/** A socket that says nothing for so long is taken for dead: the region speaks at least once a second. */
const SILENCE_MS = 6000;

const CLOSE_WORDS: Record<number, string> = {
  [CLOSE_PROTOCOL]: 'This page and the world no longer speak the same version. Please reload.',
  [CLOSE_NEWER_LOGIN]: 'This character entered the world somewhere else.',
  [CLOSE_FLOOD]: 'Too many requests came from here.',
  [CLOSE_SLOW]: 'The connection is too slow to follow the world.',
  [CLOSE_KICKED]: 'You were removed from this region.',
  [CLOSE_RESTART]: 'The region is starting anew.',
  [CLOSE_TICKET]: 'The way in had expired.',
  [CLOSE_UNAVAILABLE]: 'The region cannot take you in right now.',
};
const FINAL = new Set([CLOSE_PROTOCOL, CLOSE_NEWER_LOGIN, CLOSE_KICKED]);

/** A close code in plain words. */
export function closeWords(code: number): string {
  return CLOSE_WORDS[code] ?? 'The connection was lost.';
}

/** How long to wait before attempt `attempt` (0 = first): doubling from 0.1 s to 4 s, with a random half so that a crowd does not return at once. */
export function retryDelay_ms(attempt: number, random: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt) * (0.5 + random / 2);
}

export class Link {
  facts: LinkFacts = { state: 'closed', words: '', retryAt_ms: 0, code: 0 };
  bytesIn = 0;
  bytesOut = 0;
  /** Simulated lag on each way. */
  readonly outward: Delay<Uint8Array<ArrayBuffer>>;
  readonly inward: Delay<Uint8Array>;
  onFrame: (bytes: Uint8Array) => void = () => {};
  onState: (facts: LinkFacts) => void = () => {};

  private socket: Socket | null = null;
  private attempts = 0;
  private wanted = false;
  private callOff: (() => void) | null = null;
  private heardAt_ms = 0;

  /** `enter`: a fresh ticket for every attempt; rejects with a DoorError. */
  constructor(
    private readonly host: Host,
    private readonly enter: () => Promise<Entry>,
  ) {
    this.outward = new Delay(host, bytes => {
      if (this.socket?.readyState !== SOCKET_OPEN) return;
      this.bytesOut += bytes.length;
      this.socket.send(bytes);
    });
    this.inward = new Delay(host, bytes => this.onFrame(bytes));
  }

  open(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.attempts = 0;
    void this.attempt('connecting');
  }

  /** Ends the connection for good. */
  close(): void {
    this.wanted = false;
    this.callOff?.();
    this.drop(1000);
    this.tell({ state: 'closed', words: '', retryAt_ms: 0, code: 1000 });
  }

  /** Drops the socket as a broken line would; the link comes back by itself (the tests' and the debug overlay's scissors). */
  cut(): void {
    this.drop();
    this.fall(1006);
  }

  /** False when the frame cannot go out now (it is not kept: the session resends what matters). */
  send(bytes: Uint8Array<ArrayBuffer>): boolean {
    if (this.socket?.readyState !== SOCKET_OPEN) return false;
    this.outward.push(bytes);
    return true;
  }

  /** The region took us in: the next fall starts waiting from the shortest delay again. */
  settled(): void {
    this.attempts = 0;
    this.tell({ state: 'open', words: '', retryAt_ms: 0, code: 0 });
  }

  setLag(lag_ms: number, jitter_ms = 0): void {
    for (const way of [this.outward, this.inward]) {
      way.lag_ms = lag_ms;
      way.jitter_ms = jitter_ms;
    }
  }

  private async attempt(state: 'connecting' | 'reconnecting'): Promise<void> {
    this.callOff = null;
    this.tell({ ...this.facts, state, retryAt_ms: 0 });
    let entry: Entry;
    try {
      entry = await this.enter();
    } catch (error) {
      const door = error instanceof DoorError ? error : new DoorError('broken', String(error), false);
      if (!this.wanted) return;
      if (door.passing) this.retry(door.message, 0);
      else this.giveUp(door.message, 0);
      return;
    }
    if (this.wanted) this.connect(entry);
  }

  private connect(entry: Entry): void {
    const socket = this.host.open(entry.url, [SUBPROTOCOL, entry.ticket]);
    this.socket = socket;
    socket.binaryType = 'arraybuffer';
    this.heardAt_ms = this.host.now();
    socket.onmessage = (event: { data: unknown }) => {
      if (this.socket !== socket || !(event.data instanceof ArrayBuffer)) return;
      this.heardAt_ms = this.host.now();
      this.bytesIn += event.data.byteLength;
      this.inward.push(new Uint8Array(event.data));
    };
    socket.onclose = (event: { code: number }) => {
      if (this.socket !== socket) return;
      this.drop();
      this.fall(event.code);
    };
    // A failed socket also closes, and the close carries all that is told.
    socket.onerror = () => {};
    this.listen(socket);
  }

  /** Watches for a line that died without a word. */
  private listen(socket: Socket): void {
    this.host.later(() => {
      if (this.socket !== socket) return;
      if (this.host.now() - this.heardAt_ms > SILENCE_MS) this.cut();
      else this.listen(socket);
    }, SILENCE_MS / 4);
  }

  private drop(code?: number): void {
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

  private fall(code: number): void {
    if (!this.wanted) return;
    const words = closeWords(code);
    if (FINAL.has(code)) this.giveUp(words, code);
    else this.retry(words, code);
  }

  private retry(words: string, code: number): void {
    const delay_ms = code === CLOSE_FLOOD ? LONGEST_RETRY_MS : retryDelay_ms(this.attempts++, this.host.random());
    this.tell({ state: 'reconnecting', words, retryAt_ms: this.host.now() + delay_ms, code });
    this.callOff = this.host.later(() => void this.attempt('reconnecting'), delay_ms);
  }

  private giveUp(words: string, code: number): void {
    this.wanted = false;
    this.tell({ state: 'closed', words, retryAt_ms: 0, code });
  }

  private tell(facts: LinkFacts): void {
    this.facts = facts;
    this.onState(facts);
  }
}
