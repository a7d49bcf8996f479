// The instant the screen shows: some 100 ms behind the newest snapshot, running smoothly, later on a jittery line.
// In: ticks as they arrive; out: a tick and a fraction per frame. Method: offset by the fastest recent arrival (Cristian 1989),
// delay by the spread of the others, and a playback rate that drifts instead of jumping.
import { TICK_MS } from '../../assembly/layout';

const LEAST_DELAY_MS = 100;
const MOST_DELAY_MS = 250;
/** Further apart than this, snapshots were lost or left out. */
const MOST_APART = 4;
/** Arrivals looked back upon: 3 s. */
const WINDOW = 60;
/** The window is weighed anew four times a second. */
const SETTLE_EVERY = 5;
/** The clock runs at most this much faster or slower than time. */
const BEND = 0.08;
/** Further off than this it jumps. */
const JUMP_MS = 500;

export class ViewClock {
  /** The shown instant in ms of server ticks (tick * 50). */
  at_ms = 0;
  delay_ms = LEAST_DELAY_MS;
  newestTick = 0;
  /** Time between the last two arrivals. */
  gap_ms = 0;
  private readonly lateness: number[] = [];
  private next = 0;
  private base_ms = 0;
  private lastArrival_ms = 0;
  private running = false;
  /** Ticks from one snapshot to the next, as they mostly are: a region shows itself to a crowd every second or fourth. */
  private apart = 1;

  reset(): void {
    this.begin();
    this.delay_ms = LEAST_DELAY_MS;
  }

  /** Another region's ticks from now on, over the same line: how far the screen stays behind is still known. */
  begin(): void {
    this.lateness.length = 0;
    this.next = 0;
    this.running = false;
    this.newestTick = 0;
    this.apart = 1;
    this.at_ms = 0;
  }

  /** A snapshot of `tick` came at `now_ms`. */
  arrived(tick: number, now_ms: number): void {
    this.gap_ms = this.lastArrival_ms ? now_ms - this.lastArrival_ms : 0;
    this.lastArrival_ms = now_ms;
    const ticks = tick - this.newestTick;
    if (this.newestTick && ticks > 0 && ticks <= MOST_APART) this.apart += (ticks - this.apart) * 0.5;
    this.newestTick = tick;
    this.lateness[this.next] = now_ms - tick * TICK_MS;
    this.next = (this.next + 1) % WINDOW;
    if (this.lateness.length < SETTLE_EVERY || this.next % SETTLE_EVERY === 0) this.settle();
  }

  /** Moves the shown instant on by `dt_ms` of real time; `now_ms` as in `arrived`. */
  advance(now_ms: number, dt_ms: number): void {
    if (!this.lateness.length) return;
    const wanted_ms = now_ms - this.base_ms - this.delay_ms;
    const off_ms = wanted_ms - this.at_ms;
    if (!this.running || Math.abs(off_ms) > JUMP_MS) {
      this.running = true;
      this.at_ms = wanted_ms;
      return;
    }
    const bend = Math.max(-BEND, Math.min(BEND, off_ms / 400));
    // Never backwards, however the estimate moves.
    this.at_ms += Math.max(0, dt_ms * (1 + bend));
  }

  get tick(): number {
    return Math.max(0, Math.floor(this.at_ms / TICK_MS));
  }

  get fraction(): number {
    return Math.max(0, this.at_ms / TICK_MS - this.tick);
  }

  private settle(): void {
    const sorted = this.lateness.slice().sort((a, b) => a - b);
    this.base_ms = sorted[0];
    const spread_ms = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] - sorted[0];
    const wanted_ms = Math.max(LEAST_DELAY_MS, Math.min(MOST_DELAY_MS, TICK_MS * (this.apart + 0.5) + spread_ms));
    // Grows at once (a late body stutters), shrinks slowly (a shrinking delay runs the world fast).
    this.delay_ms = wanted_ms > this.delay_ms ? wanted_ms : this.delay_ms + (wanted_ms - this.delay_ms) * 0.02 * SETTLE_EVERY;
  }
}
