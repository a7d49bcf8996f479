// How much of what was sent to a screen it has not said that it read. The platform keeps whatever a socket does not take in Talk's own memory, and
// tells nobody how much that is (workerd knows no bufferedAmount), nor does a closed socket give it back. In: bytes that went out, marks that come
// back. Out: whether more may go. A mark is a number that nobody guesses: whoever echoes it has read all that went before it.

/** This much unread is marked. */
const MARKED_BYTES = 8 * 1024;
/** With this much unread, whatever can wait waits. */
const FULL_BYTES = 32 * 1024;
/** With this much unread nothing goes any more, not even what cannot wait. */
const MOST_BYTES = 256 * 1024;

export class Unread {
  private sent = 0;
  private read = 0;
  /** On its way: its number (0: none is), what had gone out by then, and when. */
  private mark = { number: 0, sent: 0, at_ms: 0 };

  get isFull(): boolean {
    return this.sent - this.read >= FULL_BYTES;
  }

  get isTooMuch(): boolean {
    return this.sent - this.read > MOST_BYTES;
  }

  /** Since when the mark that is on its way has not come back, epoch ms; Infinity: there is none. */
  get waitsSince_ms(): number {
    return this.mark.number ? this.mark.at_ms : Infinity;
  }

  /** So many bytes go out. Returns the mark that is to follow them; 0: none. */
  add(bytes: number, now_ms: number): number {
    this.sent += bytes;
    return this.next(now_ms);
  }

  /** A mark came back. Returns the next one; 0: none. */
  confirm(number: number, now_ms: number): number {
    if (number !== this.mark.number) return 0;
    this.read = this.mark.sent;
    this.mark.number = 0;
    return this.next(now_ms);
  }

  private next(now_ms: number): number {
    if (this.mark.number || this.sent - this.read < MARKED_BYTES) return 0;
    this.mark = { number: 1 + (crypto.getRandomValues(new Uint32Array(1))[0] % 0xffff_fffe), sent: this.sent, at_ms: now_ms };
    return this.mark.number;
  }
}
