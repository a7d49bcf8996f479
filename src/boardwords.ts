// What the boards say, and hear; the doors (ports.ts) hand it on. In: nothing. Out: types.
import type { ReceiverPort } from './ports';
import type { Board, Fact, Period } from './shared/rules/boards';

/** One line of a board. Of ratings `value` is the rating, else what fell into the period. */
export interface BoardRow {
  readonly place: number;
  readonly subject: string;
  readonly name: string;
  readonly level: number;
  readonly covenant: number;
  readonly value: number;
  readonly won?: number;
  readonly lost?: number;
  readonly drawn?: number;
}

export interface BoardAnswer {
  readonly board: Board;
  readonly period: Period;
  /** Epoch ms: now, and when the period is over. */
  readonly at: number;
  readonly ends: number;
  readonly rows: readonly BoardRow[];
  /** Of whose name was asked for; null: he is not on it. */
  readonly own: BoardRow | null;
}

/** Who is first in what; its parcels come from arenas whose match is over. Nothing here throws at a caller for what he says. */
export interface BoardsPort extends ReceiverPort {
  /** Sums of whole lives: may be told as often as one likes, in any order. */
  facts(facts: readonly Fact[]): Promise<void>;
  /** These characters or guilds are no more. */
  forget(subjects: readonly string[]): Promise<void>;
  /** What each of these characters is rated in the present season. */
  ratings(characters: readonly string[]): Promise<number[]>;
  /** `name`: whose own place is wanted too; '' nobody's. */
  board(board: Board, period: Period, name: string): Promise<BoardAnswer>;
}
