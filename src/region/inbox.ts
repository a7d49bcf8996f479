// From the socket to the tick: length, state, form and budget are checked here, then messages wait in arrival order.
// In: one WebSocket message. Out: queued messages, or a counted refusal. Nothing happens to the world on arrival.
import {
  MAX_C2S_FRAME_BYTES,
  MAX_CHAT_FRAME_BYTES,
  MAX_LETTER_FRAME_BYTES,
  MAX_MESSAGES_PER_FRAME,
} from '../shared/protocol/limits';
import { C2S, type C2SMessage, CLOSE_FLOOD, CLOSE_PROTOCOL, readC2S } from '../shared/protocol/messages';
import type { Counters } from './counters';
import type { Session } from './session';

export interface Arrived {
  session: Session;
  message: C2SMessage;
}

type Refusal = 'text' | 'oversized' | 'early' | 'flood' | 'malformed';

/** What people write may be longer than what they do. */
const LONG_FRAMES: ReadonlyMap<number, number> = new Map([
  [C2S.chat.number, MAX_CHAT_FRAME_BYTES],
  [C2S.sendLetter.number, MAX_LETTER_FRAME_BYTES],
]);

export class Inbox {
  private queue: Arrived[] = [];
  private spare: Arrived[] = [];

  constructor(
    private readonly counters: Counters,
    private readonly close: (session: Session, code: number, words: string) => void,
  ) {}

  receive(session: Session, data: string | ArrayBuffer, now_ms: number): void {
    // A closed client may go on sending for as long as it likes (there is no terminate): nothing of it is looked at.
    if (session.state === 'gone' || session.state === 'adrift') return;
    const refusal = this.take(session, data, now_ms);
    if (refusal) this.refuse(session, refusal, now_ms);
  }

  /** Everything that arrived since the last call; valid until the next one. */
  drain(): readonly Arrived[] {
    const full = this.queue;
    this.queue = this.spare;
    this.queue.length = 0;
    this.spare = full;
    return full;
  }

  private take(session: Session, data: string | ArrayBuffer, now_ms: number): Refusal | null {
    if (typeof data === 'string') return 'text';
    // An empty frame would cost nothing of any budget.
    if (!data.byteLength) return 'malformed';
    if (data.byteLength > MAX_LETTER_FRAME_BYTES) return 'oversized';
    if (!session.budget.takeBytes(data.byteLength, now_ms)) return 'flood';
    const bytes = new Uint8Array(data);
    if (bytes.length > (LONG_FRAMES.get(bytes[0]) ?? MAX_C2S_FRAME_BYTES)) return 'oversized';
    if (session.state === 'joining') return 'early';
    const messages = readC2S(bytes);
    if (!messages || messages.length > MAX_MESSAGES_PER_FRAME) return 'malformed';
    for (const message of messages) {
      if (!session.budget.takeMessage(message.rate, now_ms)) return 'flood';
      this.queue.push({ session, message });
    }
    return null;
  }

  private refuse(session: Session, refusal: Refusal, now_ms: number): void {
    this.counters.count(`frame.${refusal}`);
    // A client that speaks before its welcome is early, not hostile.
    if (refusal === 'early') return;
    if (session.strike(now_ms)) this.close(session, refusal === 'flood' ? CLOSE_FLOOD : CLOSE_PROTOCOL, refusal);
  }
}
