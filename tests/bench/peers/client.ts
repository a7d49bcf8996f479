// One player of the load: enters, sends an input when told to, and notes what comes. In: how he speaks, which one he is. Out: counts since
// `measure`: bytes, frames, states and how far apart they were, ticks of the server's.
import { RawSocket } from '../../harness/rawsocket';
import { yawAt } from './scenes';
import type { Speech } from './speech';

const ENTER_MS = 30_000;

export class Client {
  bytesIn = 0;
  framesIn = 0;
  framesOut = 0;
  states = 0;
  readonly gaps_ms: number[] = [];
  /** Why he is no longer in; '' while he is. */
  fell = '';
  private socket: RawSocket | null = null;
  private stateAt_ms = 0;
  private inputs = 0;
  /** Ticks between the first and the last state, and the time they took. */
  private first = { tick: 0, at_ms: 0 };

  constructor(
    private readonly n: number,
    readonly speech: Speech,
  ) {}

  /** Resolves with the first state. */
  async enter(): Promise<void> {
    const socket = await RawSocket.open(await this.speech.entry());
    this.socket = socket;
    const say = (payload: Uint8Array): void => socket.send(payload);
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no state came')), ENTER_MS);
      socket.onClose = code => {
        this.fall(`closed with ${code}`);
        reject(new Error(this.fell));
      };
      socket.hear = (head, length) => {
        this.bytesIn += length;
        this.framesIn++;
        const heard = this.speech.hear(head, say);
        if (heard === 'over') this.fall('sent away');
        if (heard !== 'state') return;
        if (!this.stateAt_ms) {
          clearTimeout(late);
          resolve();
        }
        this.state();
      };
    });
  }

  turn(): void {
    const { socket, speech } = this;
    if (!socket || !this.stateAt_ms || this.fell) return;
    const count = ++this.inputs;
    socket.send(speech.input(count, yawAt(this.n, count)), speech.text);
    this.framesOut++;
  }

  measure(): void {
    this.bytesIn = this.framesIn = this.framesOut = this.states = this.gaps_ms.length = 0;
    this.first = { tick: this.speech.tick, at_ms: this.stateAt_ms };
  }

  /** Ticks a second of the server's by its own numbers; 0 where it tells none. */
  get hz(): number {
    const ms = this.stateAt_ms - this.first.at_ms;
    return ms > 0 ? ((this.speech.tick - this.first.tick) * 1000) / ms : 0;
  }

  leave(): void {
    this.socket?.end();
    this.socket = null;
  }

  private state(): void {
    const now_ms = performance.now();
    if (this.stateAt_ms) this.gaps_ms.push(now_ms - this.stateAt_ms);
    this.stateAt_ms = now_ms;
    this.states++;
  }

  private fall(why: string): void {
    this.fell ||= why;
    this.leave();
  }
}
