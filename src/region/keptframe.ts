// A session's frame between the phase that makes it and the turn that sends it: a crowd that is shown every second turn is told all alike, and
// half of it hears a turn later, so that no turn pays for all. In: the parts of a frame and a turn. Out: its bytes when that turn has come, or
// before anything else is sent.

const SMALLEST = 512;

export class KeptFrame {
  private bytes = new Uint8Array(0);
  private length = 0;
  private due_tick = 0;

  /** The parts are copied. */
  keep(first: Uint8Array, rest: Uint8Array, due_tick: number): void {
    this.length = first.length + rest.length;
    if (this.length > this.bytes.length) this.bytes = new Uint8Array(Math.max(SMALLEST, this.length * 2));
    this.bytes.set(first);
    if (rest.length) this.bytes.set(rest, first.length);
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
