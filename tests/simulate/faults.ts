// What may go wrong, and how often. Each schedule has a mood of its own: most faults are left out and some come often, because the rare
// accident needs a few faults again and again and the others not at all. In: seeded chance. Out: the fate of every message; counts.
import { type Chance, pick } from '../harness/seeded';

export const FAULTS = [
  'lost', // a message never arrives
  'doubled', // it arrives twice
  'slow', // for seconds
  'late', // for a minute or more: what it says is old by then
  'refused', // the caller hears an error, and nothing was done
  'answerLost', // done, and the caller waits in vain
  'answerBroken', // done, and the caller hears an error
  'outage', // D1 is away for a while, for all or for one region
  'crashBefore', // a region dies before a commit,
  'crashAfter', // after it,
  'crashBetween', // or between two turns
  'stale', // a region's old instance goes on without storage
  'rebuild', // a region throws its memory away and reads its rows again
  'cut', // a player's connection ends; he may not know what became of his last command
  'restored', // a region's storage is put back to an older copy
] as const;
export type Fault = (typeof FAULTS)[number];
export type Counts = Record<Fault, number>;

export const noCounts = (): Counts => Object.fromEntries(FAULTS.map(fault => [fault, 0])) as Counts;

/** How a call goes. Times in ms. */
export interface Fate {
  /** When it arrives; null: never. */
  there_ms: number | null;
  /** When it arrives once more. */
  again_ms: number | null;
  refused: boolean;
  answer: 'told' | 'lost' | 'broken';
  back_ms: number;
}

const OFTEN = [0.02, 0.05, 0.1, 0.25];
/** Per message, or per step of a schedule. */
const RATES: Partial<Record<Fault, readonly number[]>> = { outage: [0.05, 0.15], stale: [0.05, 0.1], restored: [0.3] };
/** Share of schedules in which a fault can happen at all. */
const SHARE: Partial<Record<Fault, number>> = { restored: 0.2, stale: 0.3, outage: 0.4 };
const USUAL_SHARE = 0.4;

export class Faults {
  readonly counts = noCounts();
  private readonly rates: Record<Fault, number>;
  private readonly hurry: number;
  /** Nothing goes wrong any more: the schedule comes to rest. */
  isOver = false;

  constructor(private readonly chance: Chance) {
    const mood = FAULTS.map(fault => [fault, chance() < (SHARE[fault] ?? USUAL_SHARE) ? pick(chance, RATES[fault] ?? OFTEN) : 0]);
    this.rates = Object.fromEntries(mood) as Record<Fault, number>;
    this.hurry = pick(chance, [5, 40, 300]);
  }

  /** Whether this fault can happen in this schedule. */
  has(fault: Fault): boolean {
    return this.rates[fault] > 0;
  }

  /** Whether it happens now. Counted. */
  strikes(fault: Fault): boolean {
    if (!this.may(fault)) return false;
    this.counts[fault]++;
    return true;
  }

  /** Whether it may happen now; whoever lets it happen counts it. */
  may(fault: Fault): boolean {
    return !this.isOver && this.rates[fault] > 0 && this.chance() < this.rates[fault];
  }

  fate(): Fate {
    const fate = this.calm();
    if (this.isOver) return fate;
    if (this.strikes('lost')) fate.there_ms = null;
    else if (this.strikes('late')) fate.there_ms = 20_000 + this.chance() * 80_000;
    else if (this.strikes('slow')) fate.there_ms = this.chance() * 12_000;
    if (this.strikes('refused')) fate.refused = true;
    if (this.strikes('doubled')) fate.again_ms = this.chance() < 0.5 ? this.way() : this.chance() * 60_000;
    if (this.strikes('answerLost')) fate.answer = 'lost';
    else if (this.strikes('answerBroken')) fate.answer = 'broken';
    return fate;
  }

  /** How a call goes when nothing is wrong. */
  calm(): Fate {
    return { there_ms: this.way(), again_ms: null, refused: false, answer: 'told', back_ms: this.way() };
  }

  private way(): number {
    return 1 + this.chance() * this.hurry;
  }
}
