// A character as the rules see it: everything that is his, and nothing of his body's place in the tick.
// Plain data; the region keeps it in memory, writes it through the journal, and D1 holds the record.

/** Bag slots are 0..23; worn items sit at WORN_BASE + index of their EQUIP_SLOTS name. `id` is a ULID and is never reused. */
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
}
