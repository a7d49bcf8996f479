// What one connection may still spend: a bucket per rate class and one for bytes, refilled by time. In: now and the cost. Out: may it.
import { BUDGETS, BYTES_BURST, BYTES_PER_SECOND } from './shared/protocol/limits';
import type { RateClass } from './shared/protocol/messages';

const CLASSES = Object.keys(BUDGETS) as RateClass[];
const NUMBER_OF = Object.fromEntries(CLASSES.map((rate, number) => [rate, number])) as Record<RateClass, number>;
/** The bucket after those of the classes. */
const BYTES = CLASSES.length;

export class Budget {
  // Numbers side by side: every frame of every player comes by here.
  private readonly left = Float64Array.of(...CLASSES.map(rate => BUDGETS[rate].burst), BYTES_BURST);
  private readonly at_ms: Float64Array;

  constructor(now_ms: number) {
    this.at_ms = new Float64Array(BYTES + 1).fill(now_ms);
  }

  takeBytes(count: number, now_ms: number): boolean {
    return this.take(BYTES, count, BYTES_PER_SECOND, BYTES_BURST, now_ms);
  }

  takeMessage(rate: RateClass, now_ms: number): boolean {
    const { perSecond, burst } = BUDGETS[rate];
    return this.take(NUMBER_OF[rate], 1, perSecond, burst, now_ms);
  }

  /** What may still be said is what an older connection left of it. All else begins anew: a screen that comes back asks for a lot at once. */
  talkOn(older: Budget): void {
    const { chat } = NUMBER_OF;
    this.left[chat] = older.left[chat];
    this.at_ms[chat] = older.at_ms[chat];
  }

  private take(bucket: number, cost: number, perSecond: number, burst: number, now_ms: number): boolean {
    const { left, at_ms } = this;
    // A clock set back must not drain the bucket.
    const passed_s = Math.max(0, now_ms - at_ms[bucket]) / 1000;
    const has = Math.min(burst, left[bucket] + passed_s * perSecond);
    at_ms[bucket] = now_ms;
    const may = has >= cost;
    left[bucket] = may ? has - cost : has;
    return may;
  }
}
