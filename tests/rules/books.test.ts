// A character's books while they wait for D1: fewer lines, the same sums, and a line that D1 may know stays as it is.
import { expect, test } from 'vitest';
import { book, linesOf, openBooks, settleLines, tellLines } from '../../src/region/books';
import { LEDGER } from '../../src/shared/rules/journal';

const NOW_MS = 1_790_000_000_000;
const gold = (cause: 1 | 3 | 4, copper: number) => ({ cause, gold: copper, kind: 0, quantity: 0 });
const piece = (kind: number, quantity: number) => ({ cause: LEDGER.gathered, gold: 0, kind, quantity });
const short = (books: ReturnType<typeof openBooks>) =>
  linesOf(books).map(line => [line.cause, line.gold, line.kind, line.quantity]);

test('lines of one cause, kind and direction become one; what came and what went is told apart', () => {
  const books = openBooks(100, []);
  for (const copper of [5, 7, -2, -1]) book(books, gold(LEDGER.kill, copper), NOW_MS);
  for (const line of [piece(8, 1), piece(9, 1), piece(8, 2), piece(8, -3)]) book(books, line, NOW_MS);
  book(books, gold(LEDGER.vendorSell, 4), NOW_MS);
  expect(short(books)).toEqual([
    [LEDGER.kill, 12, 0, 0],
    [LEDGER.kill, -3, 0, 0],
    [LEDGER.gathered, 0, 8, 3],
    [LEDGER.gathered, 0, 9, 1],
    [LEDGER.gathered, 0, 8, -3],
    [LEDGER.vendorSell, 4, 0, 0],
  ]);
  expect(books).toMatchObject({ brought: 100, made: 16, destroyed: 3 });
});

test('a line that is on its way stays as it is, in the books and in the batch; what comes meanwhile waits for the next', () => {
  const books = openBooks(0, []);
  book(books, piece(8, 1), NOW_MS);
  const first = tellLines(books);
  const before = structuredClone(first);
  book(books, piece(8, 5), NOW_MS);
  book(books, piece(8, 5), NOW_MS);
  expect(first).toEqual(before);
  expect(linesOf(books)).toEqual([...before, expect.objectContaining({ kind: 8, quantity: 10 })]);
  settleLines(books, first);
  expect(short(books)).toEqual([[LEDGER.gathered, 0, 8, 10]]);
  const [second] = tellLines(books);
  expect(second.id).not.toBe(before[0].id);
  settleLines(books, [second]);
  expect(linesOf(books)).toEqual([]);
});

test('what came from another region or was found at a boot grows no more: D1 may know it', () => {
  const books = openBooks(0, [{ ...piece(8, 1), id: 'found' }]);
  book(books, piece(8, 1), NOW_MS);
  expect(linesOf(books)).toHaveLength(2);
  expect(tellLines(books).map(({ id }) => id)[0]).toBe('found');
});
