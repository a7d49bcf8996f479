// The own body in snapshots as assembly/snapshots.ts writes it, for whoever writes snapshots without a core. In: own bodies, one after another.
// Out: what changed of each.
import { OWN_BYTES } from '../../assembly/layout';

const WORDS = OWN_BYTES / 4;
const MOST_BYTES = 1 + 5 * WORDS;

export class OwnTeller {
  private readonly last = new Int32Array(WORDS);
  private readonly now = new Int32Array(WORDS);
  private readonly nowBytes = new Uint8Array(this.now.buffer);
  private readonly out = new Uint8Array(MOST_BYTES);

  /** `own`: OWN_BYTES. What is returned holds until the next call. */
  tell(own: Uint8Array): Uint8Array {
    const { last, now, out } = this;
    this.nowBytes.set(own);
    if (now[0] !== last[0]) last.fill(0);
    let changed = 0;
    let at = 1;
    for (let word = 0; word < WORDS; word++) {
      const grown = (now[word] - last[word]) | 0;
      if (!grown) continue;
      changed |= 1 << word;
      let left = ((grown << 1) ^ (grown >> 31)) >>> 0;
      for (; left > 127; left >>>= 7) out[at++] = left | 128;
      out[at++] = left;
    }
    out[0] = changed;
    last.set(now);
    return out.subarray(0, at);
  }
}
