// Boards as the front door tells them, for the window and for /boards. In: which board, which period, whose name. Out: signals; asked anew every so
// often while somebody looks.
import { signal } from '@preact/signals';
import type { Board, Period } from '../src/shared/rules/boards';

export interface Line {
  place: number;
  subject: string;
  name: string;
  level: number;
  covenant: number;
  value: number;
  won?: number;
  lost?: number;
  drawn?: number;
}

export interface Shown {
  board: Board;
  period: Period;
  ends: number;
  at: number;
  rows: readonly Line[];
  own: Line | null;
}

export const board = signal<Board>('level');
export const period = signal<Period>('week');
export const shownBoard = signal<Shown | null>(null);
/** The last question got no answer. */
export const boardSilent = signal(false);

const EVERY_MS = 15_000;

async function ask(name: string): Promise<void> {
  const [wanted, over] = [board.peek(), period.peek()];
  const query = name ? `?name=${encodeURIComponent(name)}` : '';
  const answer = await fetch(`/api/boards/${wanted}/${over}${query}`);
  if (!answer.ok) throw new Error(`boards ${answer.status}`);
  const body = (await answer.json()) as Partial<Shown>;
  if (!Array.isArray(body.rows)) throw new Error('the board has no rows');
  // Another one may have been chosen meanwhile.
  if (wanted !== board.peek() || over !== period.peek()) return;
  const { ends = 0, at = 0, rows, own = null } = body;
  shownBoard.value = { board: wanted, period: over, ends, at, rows, own };
  boardSilent.value = false;
}

/** Asks at once, and again until the returned function is called. */
export function watchBoard(name: string): () => void {
  const once = () => {
    if (document.hidden) return;
    ask(name).catch(() => {
      // The last answer stays; the page says that it is old.
      boardSilent.value = true;
    });
  };
  once();
  const timer = setInterval(once, EVERY_MS);
  return () => clearInterval(timer);
}
