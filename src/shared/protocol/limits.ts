// What one connection may spend. Buckets refill per second up to a burst; an empty bucket is a strike, three strikes close.
import type { RateClass } from './messages';

export const MAX_C2S_FRAME_BYTES = 512;
export const MAX_CHAT_FRAME_BYTES = 1024;
export const MAX_LETTER_FRAME_BYTES = 1280;
export const MAX_MESSAGES_PER_FRAME = 16;
export const BYTES_PER_SECOND = 4096;
export const BYTES_BURST = 12288;
export const STRIKES = 3;
/** A strike is forgiven after this long. */
export const STRIKE_FORGIVEN_MS = 10_000;

export const BUDGETS: Record<RateClass, { perSecond: number; burst: number }> = {
  // What a stall of ten seconds, on the way or of the region itself, holds back arrives at once, and is nobody's fault.
  input: { perSecond: 25, burst: 250 },
  action: { perSecond: 8, burst: 16 },
  command: { perSecond: 8, burst: 24 },
  chat: { perSecond: 1, burst: 5 },
  query: { perSecond: 4, burst: 12 },
};

export const BAG_SLOTS = 24;
export const WORN_BASE = 100;
/** The bank's slots are 200..247: the same bank in every town. */
export const BANK_BASE = 200;
export const BANK_SLOTS = 48;
export const CHARACTER_SLOTS = 3;
/** A dropped player's body stays this long and is resumed in place. */
export const ADRIFT_MS = 60_000;
/** A client that has not read this many ticks of snapshots is skipped; after SLOW_CLOSE_MS it is closed. */
export const SLOW_TICKS = 60;
export const SLOW_CLOSE_MS = 10_000;
export const SAY_RANGE_M = 40;
export const YELL_RANGE_M = 120;
export const TALK_RANGE_M = 5;
export const LOOT_RANGE_M = 5;
export const CHAT_TEXT_BYTES = 800;
export const CHAT_HISTORY = 100;
