// The body of a snapshot: this tick and the client's, what changed of the own body since the snapshot before, the core's cells. In: such bytes, one
// after another. Out: the own body as it is, and the cells as the core reads them. The writer: assembly/snapshots.ts.
import { OWN_BYTES } from '../../../assembly/layout';

const WORDS = OWN_BYTES / 4;
const TICK_BYTES = 4;
/** Where the own words begin. */
export const OWN_WORDS_AT = 2 * TICK_BYTES;
/** Bytes of a varint of 32 bits. */
const MOST_BYTES = 5;

export class OwnWords {
  /** OWN_BYTES, as `readOwn` takes them. */
  readonly bytes: Uint8Array<ArrayBuffer> = new Uint8Array(OWN_BYTES);
  private readonly words = new Int32Array(this.bytes.buffer);

  /** Takes in the words at `from`; returns where they end, or null when the bytes end too soon or hold no varint. Another body begins from zeros. */
  read(snapshot: Uint8Array, from: number): number | null {
    let at = from;
    const changed = snapshot[at++];
    if (changed === undefined) return null;
    if (changed & 1) this.words.fill(0);
    for (let word = 0; word < WORDS; word++) {
      if (!(changed & (1 << word))) continue;
      let grown = 0;
      let byte = 0x80;
      for (let i = 0; byte & 0x80; i++) {
        if (i === MOST_BYTES || at >= snapshot.length) return null;
        byte = snapshot[at++];
        grown |= (byte & 0x7f) << (7 * i);
      }
      this.words[word] += (grown >>> 1) ^ -(grown & 1);
    }
    return at;
  }
}

/** The cells of a snapshot, which begin at `at`, behind its own words: the core wants its tick before them, and there it takes the words' place. */
export function cellsOf(snapshot: Uint8Array, at: number): Uint8Array {
  snapshot.copyWithin(at - TICK_BYTES, 0, TICK_BYTES);
  return snapshot.subarray(at - TICK_BYTES);
}
