// The region's heart: one turn every 50 ms on an absolute clock. In: a function that runs a turn. Out: turns, and how regular they were.
// Timers drift and are starved by floods of frames, so the message handler calls `poke`, which runs an overdue turn on the spot.
import { TICK_MS } from '../../assembly/layout';

/** Further behind than this, turns are dropped instead of run in a burst. */
const BEHIND_MS = 250;
/** Running means are of about so long, however few turns that were: a region that is pressed hard would else be the last to notice. */
const MEAN_MS = 800;
/** Half a minute of turns is remembered for percentiles. */
const MEMORY = 600;

/** The last MEMORY values of one measure. */
export class Ring {
  private readonly values = new Float64Array(MEMORY);
  private count = 0;

  add(value: number): void {
    this.values[this.count++ % MEMORY] = value;
  }

  /** `share` 0..1 of the remembered values are at most this; 0 before the first. */
  percentile(share: number): number {
    const size = Math.min(this.count, MEMORY);
    if (!size) return 0;
    const sorted = this.values.slice(0, size).sort();
    return sorted[Math.min(size - 1, Math.floor(size * share))];
  }

  mean(): number {
    const size = Math.min(this.count, MEMORY);
    let sum = 0;
    for (let i = 0; i < size; i++) sum += this.values[i];
    return size ? sum / size : 0;
  }
}

type Timer = ReturnType<typeof setTimeout> | null;

export class Clock {
  /** Milliseconds from the start of a turn to the start of the next. */
  readonly gaps = new Ring();
  /** Milliseconds a turn took (0 in production, where the clock stands still while we compute). */
  readonly costs = new Ring();
  /**
   * Share of the time just now that passes from a turn's beginning until all that waited then is done: frames sent and read count as well. 1: the
   * region never rests, and what arrives waits longer and longer, though turns are on time.
   */
  load = 0;
  /** How late turns begin just now. */
  late_ms = 0;
  /** Turns left out because the region was too far behind. */
  dropped = 0;
  private due_ms = 0;
  private last_ms = 0;
  private timer: Timer = null;
  /** Fires when nothing else waits: the platform asks for timers last. */
  private rest: Timer = null;
  /** From the last turn's beginning to that. */
  private busy_ms = 0;
  private held = false;

  constructor(private readonly turn: () => void) {}

  get running(): boolean {
    return this.timer !== null;
  }

  start(): void {
    if (this.running || this.held) return;
    this.due_ms = Date.now() + TICK_MS;
    this.last_ms = this.load = this.late_ms = this.busy_ms = 0;
    this.arm();
  }

  stop(): void {
    cancel(this.timer);
    cancel(this.rest);
    this.timer = this.rest = null;
  }

  /** Takes the clock out, for tests that run turns by hand. */
  hold(): void {
    this.held = true;
    this.stop();
  }

  /** Runs the turn now if it is overdue: called for every frame that arrives. */
  poke(now_ms = Date.now()): void {
    if (now_ms < this.due_ms || !this.running) return;
    cancel(this.timer);
    this.beat();
  }

  private arm(): void {
    this.timer = setTimeout(() => this.beat(), Math.max(0, this.due_ms - Date.now()));
  }

  private beat(): void {
    const start = Date.now();
    if (this.last_ms) this.look(start);
    this.last_ms = start;
    this.due_ms += TICK_MS;
    // Armed before the turn, so that the turn can stop the clock and a throw cannot.
    this.arm();
    this.turn();
    const end = Date.now();
    this.costs.add(end - start);
    // Not yet fired from the last turn: too late to tell of this one.
    cancel(this.rest);
    if (this.running) this.rest = setTimeout(() => this.rested(), 0);
    if (end - this.due_ms > BEHIND_MS) {
      this.dropped += Math.floor((end - this.due_ms) / TICK_MS);
      this.due_ms = end;
    }
  }

  /** At the beginning of a turn: how the last one was. */
  private look(start: number): void {
    const gap_ms = start - this.last_ms;
    this.gaps.add(gap_ms);
    const share = this.rest === null ? Math.min(1, this.busy_ms / gap_ms) : 1;
    const weight = Math.min(1, gap_ms / MEAN_MS);
    this.load += (share - this.load) * weight;
    this.late_ms += (Math.max(0, start - this.due_ms) - this.late_ms) * weight;
  }

  private rested(): void {
    this.rest = null;
    this.busy_ms = Date.now() - this.last_ms;
  }
}

function cancel(timer: Timer): void {
  if (timer !== null) clearTimeout(timer);
}
