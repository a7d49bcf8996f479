// The odds with which a block begins, as the coder holds them. In: the tables of oddstable.ts. Out: `chances`.
import { CONTEXTS, chances, NUMBER, SECOND_BITS } from './memory';
import { U16s } from './columns';
import { OF_AT_KEY, OF_BETWEEN, OF_WHOLE } from './oddstable';

// Sorts of blocks, each with odds of its own: between key ticks, at key ticks, whole cells.
export const BETWEEN = 0;
export const AT_KEY = 1;
export const WHOLE = 2;

const SORTS: StaticArray<StaticArray<u8>> = [OF_BETWEEN, OF_AT_KEY, OF_WHOLE];
/** Rows of a table: the single bits first, then so many numbers, of each so many lengths and as many second bits (records.ts). */
export const SINGLES = 36;
export const NUMBERS = 14;
const TOLD = 12;

/** The same as the coder holds them, made when first asked for. */
const begun = changetype<U16s>(memory.data((3 * <i32>CONTEXTS) << 1));

function unfold(sort: i32): void {
  const odds = SORTS[sort];
  const first = sort * <i32>CONTEXTS;
  for (let i = 0; i < <i32>CONTEXTS; i++) begun[first + i] = 1 << 15;
  for (let i = 0; i < SINGLES; i++) begun[first + i] = <u16>odds[i] << 8;
  for (let row = SINGLES, number = first + SINGLES; row < odds.length; row += 2 * TOLD, number += NUMBER) {
    for (let i = 0; i < TOLD; i++) {
      begun[number + i] = <u16>odds[row + i] << 8;
      begun[number + SECOND_BITS + i] = <u16>odds[row + TOLD + i] << 8;
    }
  }
}

/** Begins a block of one sort. */
export function setOdds(sort: i32): void {
  if (begun[sort * <i32>CONTEXTS] == 0) unfold(sort);
  memory.copy(changetype<usize>(chances), changetype<usize>(begun) + <usize>(sort * <i32>CONTEXTS << 1), <usize>CONTEXTS << 1);
}
