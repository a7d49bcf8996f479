// A character that is checked out to this region: the record in memory beside its rows in SQLite.
import type { Character } from '../shared/rules/character';
import type { Soft } from '../store/ports';
import type { Books } from './books';

/** Numbers of commands that were applied, remembered in a ring of REMEMBERED. */
export const REMEMBERED = 64;

export interface Held {
  character: Character;
  epoch: number;
  /** Grows with every write to SQLite that D1 is to hear of: one version never means two things. */
  version: number;
  /** The version that D1 has; lower than `version`: dirty. The row learns of it with its next writing. */
  written: number;
  /** Since when D1 has been behind; 0 = it is not. */
  dirtySince_ms: number;
  soft: Soft;
  /** Its player left; it is to be checked in. */
  leaving: boolean;
  /** When his player left him, epoch ms, until that has been told; 0: nothing is to be told. */
  left_ms: number;
  /** Applied command numbers by slot (number modulo REMEMBERED). */
  commands: number[];
  books: Books;
}

/** A memory of these commands and no others. */
export function memoryOf(numbers: readonly number[]): number[] {
  const commands = new Array<number>(REMEMBERED).fill(0);
  for (const number of numbers) commands[number % REMEMBERED] = number;
  return commands;
}

export function lastCommand(held: Held): number {
  return Math.max(...held.commands);
}

/** Applied before, or so old that it must have been. */
export function wasApplied(held: Held, command: number): boolean {
  return held.commands[command % REMEMBERED] === command || command <= lastCommand(held) - REMEMBERED;
}
