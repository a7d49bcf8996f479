// What comes of asking for a character, and what its custody (custody.ts) asks of the world around it.
import type { Whereabouts } from '../ports';
import type { Character } from '../shared/rules/character';
import type { Timing } from '../timing';
import type { Held } from './held';

/** `busy`: the region that has it, as D1 says. `passed`: the region it went to from here, and the epoch it has there. */
export type Entry = Held | { busy: string; epoch: number } | { gone: true } | { passed: string; epoch: number };

/** What custody asks of the world around it. */
export interface Surroundings {
  readonly timing: Timing;
  /** A character turned out to be owned by another: its body must go. */
  lost(held: Held): void;
  /** What all other regions know of these characters. Throws when one of them does not answer. */
  whereabouts(ids: readonly string[]): Promise<readonly Whereabouts[]>;
  /** D1 has this of a character; `leaves`: it is checked in with that. */
  written(character: Character, leaves: boolean): void;
  /** The storage is an older copy of itself, and what is void in it is gone now: what the world shows must be read anew. */
  restored(): void;
}
