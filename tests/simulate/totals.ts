// What many schedules came to. In: outcomes. Out: sums, and the words that a human reads.
import { type Counts, FAULTS, noCounts } from './faults';
import type { Outcome } from './schedule';

export interface Totals {
  schedules: number;
  steps: number;
  crashes: number;
  violations: number;
  faults: Counts;
  /** The first of those that failed, by seed. */
  failed: { seed: number; violation: string }[];
}

const MOST_TOLD = 10;

export const noTotals = (): Totals => ({ schedules: 0, steps: 0, crashes: 0, violations: 0, faults: noCounts(), failed: [] });

export function add(totals: Totals, { seed, steps, violation, faults }: Outcome): void {
  totals.schedules++;
  totals.steps += steps;
  totals.crashes += faults.crashBefore + faults.crashAfter + faults.crashBetween;
  for (const fault of FAULTS) totals.faults[fault] += faults[fault];
  if (violation === null) return;
  totals.violations++;
  totals.failed.push({ seed, violation });
}

export function join(many: readonly Totals[]): Totals {
  const all = noTotals();
  for (const { schedules, steps, crashes, violations, faults, failed } of many) {
    all.schedules += schedules;
    all.steps += steps;
    all.crashes += crashes;
    all.violations += violations;
    for (const fault of FAULTS) all.faults[fault] += faults[fault];
    all.failed.push(...failed);
  }
  all.failed.sort((a, b) => a.seed - b.seed);
  all.failed.length = Math.min(all.failed.length, MOST_TOLD);
  return all;
}

export function inWords(totals: Totals, seconds: number): string {
  const { schedules, steps, crashes, violations, faults, failed } = totals;
  const perSecond = Math.round(schedules / seconds);
  return [
    `${schedules} schedules, ${steps} steps, ${crashes} crashes, ${violations} violations in ${seconds.toFixed(1)} s (${perSecond} a second)`,
    FAULTS.map(fault => `${fault} ${faults[fault]}`).join(' · '),
    ...failed.map(({ seed, violation }) => `seed ${seed}: ${violation}`),
  ].join('\n');
}
