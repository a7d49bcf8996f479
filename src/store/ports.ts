// What the regions ask of D1, in types: check-out of a character, fenced write-behind, check-in. Implemented beside this file.
import type { Character } from '../shared/rules/character';
import type { LedgerLine } from '../shared/rules/journal';

/** Where the body was and how it felt; losing a second of it in a crash is allowed. */
export interface Soft {
  x: number;
  y: number;
  z: number;
  yaw: number;
  hp: number; // 0 = dead; -1 = full (a new character)
  power: number; // -1 = full
  mode: number;
  /** Ability id -> epoch ms when it is ready again. */
  ready: Record<string, number>;
}

export interface CheckedOut {
  character: Character;
  /** Grows with every check-out: a write with an older epoch is refused. */
  epoch: number;
  /** Grows with every write. */
  version: number;
  /** Null for a character that never entered. */
  soft: Soft | null;
  /** The highest command number that was applied: a client that comes back after hours counts on from there. */
  lastCommand: number;
  /** When it was last checked in, epoch ms; 0: never. */
  left_ms: number;
}

/** `busy`: the region that has it, and with which epoch as far as D1 knows. */
export type CheckOut = { ok: CheckedOut } | { busy: string; epoch: number } | { gone: true };

/** One character's whole record for D1, with what changed in the economy since the last write. */
export interface DirtyCharacter {
  character: Character;
  epoch: number;
  version: number;
  soft: Soft;
  lastCommand: number;
  ledger: (LedgerLine & { id: string })[];
  /** Check in: the owner is cleared by the same write. */
  release: boolean;
}

/** written: durable in D1 (also when this batch was written before). stale: a newer epoch owns it, drop the copy. */
export type WriteBehindResult = { id: string; result: 'written' | 'stale' };

/** D1 answered and will never take this batch: the schema forbids something in it. Every other error is an outage and worth another try. */
export class Refused extends Error {
  override name = 'Refused';
}
