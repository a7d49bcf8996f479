// A character's books while a region has it: what of its value came into being or ceased since D1 last heard. In: the lines of a journal.
// Out: fewer lines, because each is a row in D1, and rows are the bill; what they sum up to, by cause, kind and direction, stays the same.
import type { LedgerLine } from '../shared/rules/journal';
import { ulid } from '../ulid';

export type BookedLine = LedgerLine & { id: string };

export interface Books {
  /** Copper it came here with, and what was made and destroyed of it since: together what it holds. */
  brought: number;
  made: number;
  destroyed: number;
  /** D1 may have heard of these: each stays as it is, so that D1 knows it again when it hears of it twice. */
  told: BookedLine[];
  /** These may grow yet. After a boot nobody knows which were told, so then there are none. */
  waiting: BookedLine[];
}

export const openBooks = (gold: number, told: BookedLine[]): Books => ({ brought: gold, made: 0, destroyed: 0, told, waiting: [] });

export const linesOf = ({ told, waiting }: Books): BookedLine[] => [...told, ...waiting];

/** One more line, or more of one that waits. What came and what went is never set off: how much changed hands is worth knowing. */
export function book(books: Books, line: LedgerLine, now_ms: number): void {
  if (line.gold > 0) books.made += line.gold;
  else books.destroyed -= line.gold;
  const at = books.waiting.findIndex(other => isAlike(other, line));
  if (at < 0) books.waiting.push({ ...line, id: ulid(now_ms) });
  else {
    const { gold, quantity, ...same } = books.waiting[at];
    books.waiting[at] = { ...same, gold: gold + line.gold, quantity: quantity + line.quantity };
  }
}

const isAlike = (a: LedgerLine, b: LedgerLine): boolean =>
  a.cause === b.cause &&
  a.kind === b.kind &&
  Math.sign(a.gold) === Math.sign(b.gold) &&
  Math.sign(a.quantity) === Math.sign(b.quantity);

/** All lines, on their way to D1 from now on. */
export function tellLines(books: Books): BookedLine[] {
  books.told = linesOf(books);
  books.waiting = [];
  return [...books.told];
}

/** D1 has these. */
export function settleLines(books: Books, lines: readonly BookedLine[]): void {
  const settled = new Set(lines.map(({ id }) => id));
  books.told = books.told.filter(({ id }) => !settled.has(id));
}
