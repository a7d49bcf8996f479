// What the coder takes for likely at the start of every block.
import { CONTEXTS, chances } from './memory';

export const BETWEEN = 0;
export const AT_KEY = 1;
export const WHOLE = 2;

export function setOdds(sort: i32): void {
  for (let i: i32 = 0; i < <i32>CONTEXTS; i++) chances[i] = 32768;
}
