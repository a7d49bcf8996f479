// The odds with which a block begins, as the twin's coder holds them: the core's own tables, unfolded as assembly/odds.ts does.
import { OF_AT_KEY, OF_BETWEEN, OF_WHOLE } from '../../assembly/oddstable';

// Sorts of blocks.
export const BETWEEN = 0;
export const AT_KEY = 1;
export const WHOLE = 2;

export const CONTEXTS = 640;
/** Contexts of a number: its lengths, and from SECOND_BITS on its second bits. */
export const NUMBER = 42;
export const SECOND_BITS = 20;
/** Contexts of single bits; those of numbers follow. */
export const SINGLES = 36;
const TOLD = 12;

function unfold(odds: readonly number[]): Uint16Array {
  const begun = new Uint16Array(CONTEXTS).fill(1 << 15);
  for (let i = 0; i < SINGLES; i++) begun[i] = odds[i] << 8;
  for (let row = SINGLES, number = SINGLES; row < odds.length; row += 2 * TOLD, number += NUMBER) {
    for (let i = 0; i < TOLD; i++) {
      begun[number + i] = odds[row + i] << 8;
      begun[number + SECOND_BITS + i] = odds[row + TOLD + i] << 8;
    }
  }
  return begun;
}

/** By sort of block. */
export const BEGUN = [unfold(OF_BETWEEN), unfold(OF_AT_KEY), unfold(OF_WHOLE)];
