// How hard a region finds its work, and what it leaves out for it. In: the clock, once a second. Out: a level from 0 (everything as it should
// be) to MOST; each step shows or thinks a little less (rates.ts). Up soon, down slowly: what was just left out must not come back at once.
// The sign is how much of its time the region is at work (Clock.load): one that never rests hears and answers later and later, even if its turns
// begin on time. That turns begin late is no sign beside it: it may be somebody else's work on the same machine, which leaving things out does not
// make less. Only where a platform's clock stands still as long as we work is lateness all there is.
import type { Clock } from './clock';

export const MOST_STRAIN = 8;
const LOOK_MS = 1_000;
/** More of its time at work is too much, less is easy. Below the last nothing was told: the clock stands still. */
const MOST_LOAD = 0.9;
const EASY_LOAD = 0.75;
const UNTOLD_LOAD = 0.001;
/** The same of how late turns begin on average. */
const LATE_MS = 15;
const EASY_LATE_MS = 6;
/** So much room that two steps back at once are safe: two rungs ask for twice the frames at most. */
const LIGHT_LOAD = 0.35;
/** So many looks in a row of one kind before the first step. */
const HARD_LOOKS = 2;
const EASY_LOOKS = 3;
/** A step down that had to be taken back is tried again only after so many looks … */
const BURNT_LOOKS = 10;
/** … unless the region is at work for so much less of its time than when it was tried. */
const CHANGED = 0.7;

export class Strain {
  level = 0;
  private lookedAt_ms = 0;
  private hard = 0;
  private easy = 0;
  private sinceEased = Number.POSITIVE_INFINITY;
  /** When the last step down was tried, and when one that had to be taken back was; infinite: none. */
  private eased_load = 0;
  private burnt_load = Number.POSITIVE_INFINITY;

  constructor(private readonly clock: Pick<Clock, 'load' | 'late_ms'>) {}

  /** Called every turn. */
  tick(now_ms: number): void {
    if (now_ms - this.lookedAt_ms < LOOK_MS) return;
    this.lookedAt_ms = now_ms;
    const { load, late_ms } = this.clock;
    this.sinceEased++;
    const isTold = load > UNTOLD_LOAD;
    if (isTold ? load > MOST_LOAD : late_ms > LATE_MS) this.rise();
    else if (isTold ? load < EASY_LOAD : late_ms < EASY_LATE_MS) this.ease(load, isTold && load < LIGHT_LOAD);
    else this.hard = this.easy = 0;
  }

  /** What waits meanwhile has to be caught up on as well, so where one step was too little, two follow. */
  private rise(): void {
    this.easy = 0;
    if (++this.hard < HARD_LOOKS || this.level === MOST_STRAIN) return;
    this.burnt_load = this.sinceEased < BURNT_LOOKS ? this.eased_load : Number.POSITIVE_INFINITY;
    this.level = Math.min(MOST_STRAIN, this.level + (this.hard > HARD_LOOKS ? 2 : 1));
  }

  private ease(load: number, isLight: boolean): void {
    this.hard = 0;
    const isBurnt = load >= this.burnt_load * CHANGED;
    const steps = isLight && !isBurnt ? 2 : 1;
    this.easy += steps;
    if (this.easy < (isBurnt ? BURNT_LOOKS : EASY_LOOKS) || this.level === 0) return;
    this.burnt_load = Number.POSITIVE_INFINITY;
    this.sinceEased = 0;
    this.eased_load = load;
    this.level = Math.max(0, this.level - steps);
  }
}
