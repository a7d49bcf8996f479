// A frame that is made in one turn and sent in a later one, so that a crowd that is shown every second turn does not all cost the same one.
// In: bytes and a turn. Out: the bytes when that turn has come, or when anything else is about to be sent.

const SMALLEST = 512;

export class KeptFrame {
  private bytes = new Uint8Array(0);
  private length = 0;
  private due_tick = 0;

  keep(frame: Uint8Array, due_tick: number): void {
    if (frame.length > this.bytes.length) this.bytes = new Uint8Array(Math.max(SMALLEST, frame.length * 2));
    this.bytes.set(frame);
    this.length = frame.length;
    this.due_tick = due_tick;
  }

  /** Null: there is none, or its turn has not come. Valid until the next is kept. */
  take(tick = Number.POSITIVE_INFINITY): Uint8Array | null {
    if (!this.length || tick < this.due_tick) return null;
    const frame = this.bytes.subarray(0, this.length);
    this.length = 0;
    return frame;
  }
}
