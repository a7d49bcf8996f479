// How much one may say. In: what was said before, and when. Out: a reason against the next line. Pure: the region, and Talk for those who
// only chat, count with the same.
import { checkChat } from './chatText';
import { checkLinks } from './links';
import { OK, REASONS, type Reason } from './reasons';

/** The same words again are refused for so long. */
export const REPEAT_MS = 15_000;
/** An account younger than this says at most one line in NEWCOMER_EVERY_MS where the whole world hears it. */
export const NEWCOMER_MS = 10 * 60_000;
export const NEWCOMER_EVERY_MS = 4_000;
/** One younger than this names no place on the web: whoever comes to sell something is gone before. */
export const NO_ADDRESS_MS = 24 * 3600_000;
/** By its scheme or its first or last part: what a reader could type into his browser. A sentence that ends before another begins is none. */
const ADDRESS =
  /https?:|www\s*\.|[\p{L}\d-]{2,}\s?\.(?:com|net|org|info|biz|shop|store|online|site|xyz|top|club|gg|io|tv|cc|ru|cn|tk)(?![\p{L}\d])/iu;

/** What is remembered of somebody who talks. */
export interface Spoken {
  text: string;
  at_ms: number;
  wideAt_ms: number;
}
export const nothingSpoken = (): Spoken => ({ text: '', at_ms: -Infinity, wideAt_ms: -Infinity });

/** `plain`: as cleanChat left it; `isWide`: it goes beyond the region; `born_ms`: when his account was made. */
export function checkTalk(spoken: Spoken, plain: string, isWide: boolean, born_ms: number, now_ms: number): Reason {
  const reason = checkChat(plain) || checkLinks(plain);
  if (reason !== OK) return reason;
  if (spoken.text === plain.toLowerCase() && now_ms - spoken.at_ms < REPEAT_MS) return REASONS.repeatedText;
  if (now_ms - born_ms < NO_ADDRESS_MS && ADDRESS.test(plain)) return REASONS.noAddresses;
  const isNew = now_ms - born_ms < NEWCOMER_MS;
  return isWide && isNew && now_ms - spoken.wideAt_ms < NEWCOMER_EVERY_MS ? REASONS.tooFast : OK;
}

export function remember(spoken: Spoken, plain: string, isWide: boolean, now_ms: number): void {
  spoken.text = plain.toLowerCase();
  spoken.at_ms = now_ms;
  if (isWide) spoken.wideAt_ms = now_ms;
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** When something with that ULID came into being, epoch ms. */
export const bornOf = (ulid: string): number =>
  [...ulid.slice(0, 10)].reduce((sum, letter) => sum * 32 + LETTERS.indexOf(letter), 0);

// ---- people ----

export const MOST_FRIENDS = 100;
export const MOST_IGNORED = 100;
/** Whispers for somebody who is not in the world wait so long, and so many of them. */
export const HELD_MS = 30 * 24 * 3600_000;
export const MOST_HELD = 50;
/** Of one account. */
export const MOST_HELD_OF_ONE = 10;
export const INVITE_MS = 3600_000;
export const INVITE_USES = 20;
export const REPORTS_PER_HOUR = 10;
/** A report keeps so many lines before and after the one it is about. */
export const REPORT_AROUND = 5;
/** What a report is about, by number on the wire; append only. */
export const REPORT_WHYS = ['insult', 'spam', 'cheating', 'name', 'other'] as const;
