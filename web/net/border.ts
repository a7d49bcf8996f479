// What a session knows of borders: at which doors a line waits, whether a crossing is under way, and how long each took. In: what the
// regions say and when; out: lines that wait, and the crossings with their hitches.
import { boundsOf, distanceTo, isRegion } from '../../src/shared/regions';
import type { Host } from './host';
import type { Link } from './link';
import { MOST_STANDBYS } from './standbys';

export interface Crossing {
  from: string;
  to: string;
  /** When the first snapshot of the new region came (host.now). */
  at_ms: number;
  /** From the last snapshot of the old region to the first of the new. */
  hitch_ms: number;
  /** For so long no input was answered. */
  unanswered_ms: number;
}

/** Farther than this from a region nobody waits at its door. */
const USELESS_M = 120;
const TIDY_MS = 1000;

export class Border {
  readonly crossings: Crossing[] = [];
  private from = '';
  private lastSnapshot_ms = 0;
  /** Newest client tick that was answered, and when. */
  private done = 0;
  private answeredAt_ms = 0;
  private unanswered: Crossing | null = null;
  private tidiedAt_ms = 0;

  constructor(
    private readonly host: Host,
    private readonly link: Link,
  ) {}

  /** The old region has said its last word and the new one has not shown itself yet. */
  get underWay(): boolean {
    return this.from !== '';
  }

  /** A border is close: a line waits behind it. Where too many wait, the farthest goes. */
  near(region: string, ticket: string, at: { x: number; z: number }): void {
    const { standbys } = this.link;
    if (!isRegion(region) || standbys.regions.includes(region)) return;
    const others = standbys.regions.sort((a, b) => away_m(b, at) - away_m(a, at));
    if (others.length >= MOST_STANDBYS) standbys.forget(others[0]);
    standbys.add(region, ticket);
  }

  /** Lets lines go that wait where the body will not come soon. */
  tidy(at: { x: number; z: number }): void {
    const now_ms = this.host.now();
    if (now_ms - this.tidiedAt_ms < TIDY_MS) return;
    this.tidiedAt_ms = now_ms;
    const { standbys } = this.link;
    for (const region of standbys.regions) if (away_m(region, at) > USELESS_M) standbys.forget(region);
  }

  /** The body has left `from`. */
  begin(from: string): void {
    this.from ||= from;
  }

  /** It stands in no region that would have it, or begins anew. */
  end(): void {
    this.from = '';
    this.done = 0;
    this.lastSnapshot_ms = 0;
    this.unanswered = null;
  }

  /** A snapshot of region `here` came, which had taken in the client's ticks up to `done`. */
  heard(here: string, done: number): void {
    const now_ms = this.host.now();
    const answered = done > this.done;
    if (this.underWay) this.arrive(here, now_ms);
    if (this.unanswered) this.unanswered.unanswered_ms = now_ms - this.answeredAt_ms;
    if (answered) {
      this.done = done;
      this.answeredAt_ms = now_ms;
      this.unanswered = null;
    }
    this.lastSnapshot_ms = now_ms;
  }

  private arrive(to: string, now_ms: number): void {
    const hitch_ms = now_ms - this.lastSnapshot_ms;
    this.unanswered = { from: this.from, to, at_ms: now_ms, hitch_ms, unanswered_ms: hitch_ms };
    this.crossings.push(this.unanswered);
    this.from = '';
  }
}

function away_m(region: string, { x, z }: { x: number; z: number }): number {
  return distanceTo(boundsOf(region), x, z);
}
