// What a deed of the crash test is: who does it, with what, and when the server should die in it. One file for each; table.ts has them all.

import type { Mind } from '../../harness/bot';
import type { Means } from '../../harness/endow';
import type { Point } from '../../harness/ways';
import type { Subject } from '../subject';

export interface Deed {
  /** Its name in the report. */
  readonly key: string;
  /** How many bots do it, beside those that fight, trade and travel. */
  readonly bots: number;
  /** Where such a bot left the world before it plays, and what it has. */
  readonly at: Point;
  readonly means?: Means;
  /** Others may send its bots something at any time. */
  readonly exchanges?: boolean;
  /** `n`: which of its bots. */
  mind(n: number): Mind;
  /** Something of this deed is on its way just now: the moment to kill the server. */
  isUnderWay(subject: Subject): boolean;
  /** The shot waits no longer than this for such a moment. */
  readonly patience_ms: number;
}

export const gives = ({ commands }: Subject, ...names: readonly string[]): boolean =>
  [...commands.open].some(({ name }) => names.includes(name));
