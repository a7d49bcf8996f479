// Answers that everybody may be given again for a moment. In: a question by its name, and how to ask it. Out: the answer that is kept, or the one
// that is on its way: however many look at once, each isolate of the Worker asks no oftener than this.
import { wallTime } from '../timing';
import type { AppContext } from './endpoint';

/** Longer nobody waits, and what is out that long keeps nobody from asking anew. */
const ANSWER_MS = 10_000;

interface Asked<T> {
  readonly answer: Promise<T>;
  readonly at_ms: number;
  isHere: boolean;
}

export class Kept<T> {
  private readonly asked = new Map<string, Asked<T>>();

  /** `most`: of questions whose names the asker chooses, so many are kept; the oldest goes. */
  constructor(
    private readonly fresh_ms: number,
    private readonly most = 1,
  ) {}

  get(c: AppContext, name: string, ask: () => Promise<T>): Promise<T> {
    const now_ms = Date.now();
    let asked = this.asked.get(name);
    if (!asked || Math.abs(now_ms - asked.at_ms) >= (asked.isHere ? this.fresh_ms : ANSWER_MS)) {
      asked = { answer: ask(), at_ms: now_ms, isHere: false };
      this.keep(c, name, asked);
    }
    // Each waits by a clock of his own: the runtime may have given up the request that asked.
    return wallTime.within(asked.answer, ANSWER_MS);
  }

  private keep(c: AppContext, name: string, asked: Asked<T>): void {
    this.asked.delete(name);
    this.asked.set(name, asked);
    for (const [oldest] of this.asked) {
      if (this.asked.size <= this.most) break;
      this.asked.delete(oldest);
    }
    const settled = asked.answer.then(
      () => {
        asked.isHere = true;
      },
      // Whoever waits is told; the next one asks anew.
      () => {
        if (this.asked.get(name) === asked) this.asked.delete(name);
      },
    );
    // Others wait for it, even when whoever asked first has gone.
    c.executionCtx.waitUntil(settled);
  }
}
