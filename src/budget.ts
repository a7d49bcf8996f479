// What one connection may still spend: a bucket per rate class and one for bytes, refilled by time. In: now and the cost. Out: may it.
import { BUDGETS, BYTES_BURST, BYTES_PER_SECOND } from './shared/protocol/limits';
import type { RateClass } from './shared/protocol/messages';

interface Bucket {
  left: number;
  at_ms: number;
}

export class Budget {
  private readonly bytes: Bucket;
  private readonly classes: Record<RateClass, Bucket>;

  constructor(now_ms: number) {
    const full = (rate: RateClass): Bucket => ({ left: BUDGETS[rate].burst, at_ms: now_ms });
    this.bytes = { left: BYTES_BURST, at_ms: now_ms };
    this.classes = {
      input: full('input'),
      action: full('action'),
      command: full('command'),
      chat: full('chat'),
      query: full('query'),
    };
  }

  takeBytes(count: number, now_ms: number): boolean {
    return take(this.bytes, count, BYTES_PER_SECOND, BYTES_BURST, now_ms);
  }

  takeMessage(rate: RateClass, now_ms: number): boolean {
    return take(this.classes[rate], 1, BUDGETS[rate].perSecond, BUDGETS[rate].burst, now_ms);
  }
}

function take(bucket: Bucket, cost: number, perSecond: number, burst: number, now_ms: number): boolean {
  // A clock set back must not drain the bucket.
  const passed_s = Math.max(0, now_ms - bucket.at_ms) / 1000;
  bucket.left = Math.min(burst, bucket.left + passed_s * perSecond);
  bucket.at_ms = now_ms;
  if (bucket.left < cost) return false;
  bucket.left -= cost;
  return true;
}
