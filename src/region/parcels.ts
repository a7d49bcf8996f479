// What regions take through transfers (src/transfer): from each other characters, shares of a kill, and, when a region divides or merges,
// what lies and lives in a part of it; from mailboxes, the market and guilds goods for a character. In: values. Out: JSON texts, and back; a text that no region wrote throws.

import type { RegionKey } from '../shared/regions';
import type { Character } from '../shared/rules/character';
import type { Goods } from '../shared/rules/goods';
import type { Soft } from '../store/ports';
import type { BookedLine } from './books';
import type { Intent } from './intents';
import type { Corpse } from './remains';
import type { GroundItem } from './store';
import type { Call } from './systems/calls';
import type { CampState } from './systems/camps';
import type { Waits } from './waits';

/** A character on its way, with everything that makes it the same one there. */
export interface Handed {
  character: Character;
  /** One more than it had in the region it comes from. */
  epoch: number;
  version: number;
  soft: Soft;
  /** Applied command numbers (held.ts). */
  commands: number[];
  /** Books that D1 has not heard of. */
  ledger: BookedLine[];
  motion: Motion;
}

/** Its body in mid-stride. Losing this costs a stop, nothing else. */
export interface Motion {
  /** The core's CARRY_BYTES in base64; '': it is raised anew from the record. */
  body: string;
  /** Where to instead: a journey by waystone, or through a dungeon's gate. */
  goal?: { x: number; z: number };
  /** It was handed over a step early, to reach something (lean.ts). */
  lean?: { to: RegionKey; until_ms: number };
  /** Client tick done, and what was held down in it. */
  cursor: number;
  intent: Intent;
  /** When the connection that played it began (ticket.ts): an older one may not play it there. */
  login_ms: number;
  /** When the body was frozen: its ticks since then are made up for. */
  frozen_ms: number;
  /** 0: somebody plays it. */
  adriftUntil_ms: number;
  /** No player may attack it until then (systems/laws.ts). Absent in parcels of an older version. */
  spared_ms?: number;
  /** Who has asked him in, and has no answer yet (systems/calls.ts). Absent in parcels of an older version. */
  calls?: Call[];
  /** What he may not do again yet. Absent in parcels of an older version. */
  waits?: Waits;
}

/** A share of a kill, earned by somebody who stands in another region. */
export interface Share {
  character: string;
  monster: string;
  level: number;
  permille: number;
  /** Epoch of the last tombstone it followed: only newer ones lead on. Two storages that were put back may point at each other. */
  followed: number;
}

/** What lies and lives in a part of a place, when another region takes that part over. */
export interface Estate {
  ground: GroundItem[];
  corpses: (Omit<Corpse, 'loot'> & { loot: string })[];
  spent: { node: number; ready_ms: number }[];
  /** Beasts that lie dead or are away, and when they rise; and those that live, with their bodies. */
  camps: CampState[];
  fallen: { spawn: number; ready_ms: number }[];
  living: { spawn: number; body: string }[];
  people: { npc: number; body: string }[];
}

export interface ParcelBodies {
  character: Handed;
  share: Share;
  estate: Estate;
  goods: Goods;
}
export type ParcelKind = keyof ParcelBodies;

export const writeParcel = <K extends ParcelKind>(_kind: K, body: ParcelBodies[K]): string => JSON.stringify(body);
export const readParcel = <K extends ParcelKind>(_kind: K, text: string): ParcelBodies[K] => JSON.parse(text) as ParcelBodies[K];

/** Bytes as text that JSON carries. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
}
