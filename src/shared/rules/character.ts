// A character as the rules see it: everything that is his, and nothing of his body's place in the tick.
// Plain data; the region keeps it in memory, writes it through the journal, and D1 holds the record.
import type { Life } from './life';

/** What tells one thing from others of its kind. Only things that do not pile have any. */
export interface Marks {
  /** How worn it is: 0 new .. 100 broken. */
  wear?: number;
  /** How well it was made: 0 plain .. 3. */
  quality?: number;
  /** Nobody else can ever have it. */
  bound?: boolean;
  /** Who made it, by name. */
  maker?: string;
  /** Where it comes from: a number of content (a monster's kind, a quest, a recipe), by `by`. */
  from?: number;
  by?: MarkedBy;
}
/** How a thing came into the world: its place here travels on the wire, never move one. */
export const MARKED_BY = ['nobody', 'kill', 'quest', 'craft', 'shop'] as const;
export type MarkedBy = (typeof MARKED_BY)[number];

/**
 * Bag slots are 0..23; worn items sit at WORN_BASE + index of their EQUIP_SLOTS name, those in the bank from BANK_BASE on. `id` is a ULID and
 * is never reused.
 */
export interface Item {
  id: string;
  kind: number;
  quantity: number;
  slot: number;
  /**
   * How often it left somebody's hands; none = 0. Whoever has it writes a higher number than who had it before, so that the record never
   * gives it back to him, however late his word comes.
   */
  moves?: number;
  marks?: Marks;
}

export interface QuestProgress {
  quest: number;
  /** One count per objective. */
  counts: number[];
}

export interface Character {
  readonly id: string;
  readonly account: string;
  name: string;
  covenant: number; // index into COVENANTS
  look: number;
  level: number;
  /** Points within this level. */
  xp: number;
  gold: number; // copper
  items: Item[];
  quests: QuestProgress[];
  done: number[]; // quest ids
  pois: number[]; // discovered, by number (content/index.ts poiNumber)
  life: Life;
}
