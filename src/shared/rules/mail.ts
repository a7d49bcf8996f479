// Letters: what may be written and enclosed, what they cost, how long they lie. In: a character and a draft. Out: why not, or the letter, with
// what it holds taken from him. A letter holds gold or things until it is emptied, is sent back or runs out.
import type { Character } from './character';
import { cleanChat } from './chatText';
import { applySend, checkGive, type Piece } from './goods';
import type { Mint, Thing } from './inventory';
import { type Journal, LEDGER } from './journal';
import { OK, REASONS, type Reason } from './reasons';
import { MAX_GOLD } from './vendor';

/** Of a letter of words, copper; and more for each thing in it, and for the money in it. Less than a newcomer has (starter.ts). */
export const POSTAGE = 10;
export const POSTAGE_ENCLOSED = 10;
export const ENCLOSED_THINGS = 6;
export const SUBJECT_LENGTH = 64;
export const TEXT_LENGTH = 800;
const MOST_LINES = 40;
/** A letter lies for so long; what it still holds then goes back to whoever sent it, once, and ceases the next time. */
export const LETTER_MS = 30 * 24 * 3_600_000;
/** With so many letters no more are taken from people; what comes back or from the market always is. */
export const MOST_LETTERS = 100;

/** plain: from somebody · back: his own, sent back · paid: what somebody paid on delivery · sold, bought, ended: the market's · goods: what else was on its way to him. */
export type LetterKind = 'plain' | 'back' | 'paid' | 'sold' | 'bought' | 'ended' | 'goods';

/** A parcel of kind `letter`, and what lies in a mailbox. */
export interface Letter {
  readonly id: string;
  readonly to: string;
  /** Character and name of the sender; '': the world itself. */
  readonly from: string;
  readonly name: string;
  readonly kind: LetterKind;
  readonly subject: string;
  readonly text: string;
  readonly gold: number;
  readonly things: readonly Thing[];
  /** To be paid before the things may be taken; 0: nothing. */
  readonly cod: number;
  /** What the market says: kind of thing, quality, quantity, price of one, gold taken by the market. */
  readonly facts: readonly number[];
  readonly at_ms: number;
  readonly until_ms: number;
}

/** A parcel of kind `payment`: cash on delivery, for a letter in that mailbox. */
export interface Payment {
  readonly letter: string;
  readonly gold: number;
  readonly character: string;
  readonly name: string;
  /** Where he stands. */
  readonly region: string;
}

export interface Draft {
  readonly subject: string;
  readonly text: string;
  readonly items: readonly Piece[];
  readonly gold: number;
  readonly cod: number;
}

export const postageOf = ({ items, gold }: Pick<Draft, 'items' | 'gold'>): number =>
  POSTAGE + POSTAGE_ENCLOSED * (items.length + (gold ? 1 : 0));

/** As it may stand in a letter: lines, and nothing in them that could break or turn other lines. */
export function cleanDraft(draft: Draft): Draft {
  const lines = draft.text.split(/\r?\n/).slice(0, MOST_LINES);
  return { ...draft, subject: cleanChat(draft.subject), text: lines.map(cleanChat).join('\n').trim() };
}

/** Of a cleaned draft. `isInTown`: there are postboxes in towns only, and things go into those; words go from anywhere. */
export function checkDraft(c: Character, draft: Draft, isInTown: boolean): Reason {
  const { subject, text, items, gold, cod } = draft;
  if (!subject && !text && !items.length && !gold) return REASONS.emptyText;
  if (subject.length > SUBJECT_LENGTH || text.length > TEXT_LENGTH) return REASONS.textTooLong;
  if (items.length > ENCLOSED_THINGS) return REASONS.tooManyThings;
  if (!Number.isInteger(cod) || cod < 0 || cod > MAX_GOLD / 2) return REASONS.badPrice;
  if (cod && (gold || !items.length)) return REASONS.nothingEnclosed;
  if ((items.length || gold) && !isInTown) return REASONS.notInTown;
  const reason = checkGive(c, items, gold);
  if (reason !== OK) return reason;
  return c.gold < gold + postageOf(draft) ? REASONS.notEnoughGold : OK;
}

/** `to`: the character that the name belongs to. */
export function applyDraft(c: Character, journal: Journal, mint: Mint, draft: Draft, to: string, now_ms: number): Letter {
  const { subject, text, items, gold, cod } = draft;
  const things = applySend(c, journal, mint, items, gold);
  const postage = postageOf(draft);
  c.gold -= postage;
  journal.gold(LEDGER.postage, -postage);
  const { id: from, name } = c;
  const written = { id: mint(), to, from, name, kind: 'plain' as const, subject, text };
  return { ...written, gold, things, cod, facts: [], at_ms: now_ms, until_ms: now_ms + LETTER_MS };
}

export const isEmpty = ({ gold, things }: Pick<Letter, 'gold' | 'things'>): boolean => !gold && !things.length;
