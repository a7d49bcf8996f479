// What an owner was told last of hp, power, cast and effects. In: the core's status bytes. Out: whether anything has changed since, at the cost of
// a glance: mostly nothing has.
import { STATUS_BYTES } from '../../assembly/layout';

export class StatusTold {
  readonly bytes = new Uint8Array(STATUS_BYTES);
  private readonly words = new Int32Array(this.bytes.buffer);
  /** What the core's `ease` said of it; 0: there was more to tell. */
  ease = 0;

  /** Its owner knows nothing (he has another screen). */
  forget(): void {
    this.bytes.fill(0);
    this.ease = 0;
  }

  /** Whether the status at that address, where a word begins, is the same to the bit. `words`: the core's memory. */
  is(words: Int32Array, address: number): boolean {
    const own = this.words;
    const from = address >>> 2;
    for (let i = 0; i < own.length; i++) if (own[i] !== words[from + i]) return false;
    return true;
  }
}
