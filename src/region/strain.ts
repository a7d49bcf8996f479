// How hard a region finds its work, and what it leaves out for it. In: the clock, once a second. Out: a level from 0 (everything as it should
// be) to MOST; each step shows or thinks a little less (rates.ts). Up soon, down slowly: what was just left out must not come back at once.
// Two signs: what turns cost, and how late they begin. The first is told only where the clock runs while we compute: there lateness alone may
// be somebody else's work on the same machine, which leaving things out does not make less. On the platform lateness is all there is.
import type { Clock } from './clock';

export const MOST_STRAIN = 8;
const LOOK_MS = 1_000;
/** Share of its time that a turn may cost, and how late it may begin on average. */
const MOST_COST = 0.85;
const LATE_MS = 15;
/** Cheaper turns than this are not why they are late; below the other the clock stands still. */
const LEAST_COST = 0.35;
const UNTOLD_COST = 0.001;
const EASY_COST = 0.65;
const EASY_LATE_MS = 6;
/** So many looks in a row of one kind before the first step; then one step with each further look. */
const HARD_LOOKS = 3;
const EASY_LOOKS = 3;
/** A step down that had to be taken back is tried again only after so many looks. */
const BURNT_LOOKS = 10;

export class Strain {
  level = 0;
  private lookedAt_ms = 0;
  private hard = 0;
  private easy = 0;
  private needed = EASY_LOOKS;
  private sinceEased = Number.POSITIVE_INFINITY;

  constructor(private readonly clock: Pick<Clock, 'load' | 'late_ms'>) {}

  /** Called every turn. */
  tick(now_ms: number): void {
    if (now_ms - this.lookedAt_ms < LOOK_MS) return;
    this.lookedAt_ms = now_ms;
    const { load, late_ms } = this.clock;
    this.sinceEased++;
    const isOurs = load > LEAST_COST || load < UNTOLD_COST;
    if (load > MOST_COST || (isOurs && late_ms > LATE_MS)) this.rise();
    else if (load < EASY_COST && (!isOurs || late_ms < EASY_LATE_MS)) this.ease();
    else this.hard = this.easy = 0;
  }

  private rise(): void {
    this.easy = 0;
    if (++this.hard < HARD_LOOKS || this.level === MOST_STRAIN) return;
    this.needed = this.sinceEased < BURNT_LOOKS ? BURNT_LOOKS : EASY_LOOKS;
    this.level++;
  }

  private ease(): void {
    this.hard = 0;
    if (++this.easy < this.needed || this.level === 0) return;
    this.needed = EASY_LOOKS;
    this.sinceEased = 0;
    this.level--;
  }
}
