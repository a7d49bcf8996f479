// How closely each body is drawn: the nearest as full figures, the next ones as simple ones, the rest as a few boxes that walk, so many of each
// as the tier allows. Whoever matters to the player is a full figure in any crowd. In: distance and what it was before, nearest first.
// Out: one of three. A body must come clearly nearer than another to take its place, so that none flickers between two.
import type { Tier } from './contract';

export const FIGURE = 0;
export const SIMPLE = 1;
export const DISTANT = 2;
export type Closeness = typeof FIGURE | typeof SIMPLE | typeof DISTANT;

interface Detail {
  figure_m: number;
  figures: number;
  simple_m: number;
  simples: number;
  /** Bodies at all up to here. */
  far_m: number;
  /** Distant bodies cast shadows up to here; 0: the tier has none. */
  shadow_m: number;
}
export const DETAIL: Record<Tier, Detail> = {
  test: { figure_m: 8, figures: 6, simple_m: 24, simples: 24, far_m: 160, shadow_m: 0 },
  low: { figure_m: 13, figures: 20, simple_m: 42, simples: 100, far_m: 160, shadow_m: 0 },
  medium: { figure_m: 24, figures: 48, simple_m: 62, simples: 220, far_m: 220, shadow_m: 55 },
  high: { figure_m: 34, figures: 90, simple_m: 85, simples: 360, far_m: 300, shadow_m: 90 },
};

/** What a body counts of its distance by what it is: those in place hold it. */
const HOLD = [0.86, 0.93, 1] as const;
/** Whoever matters counts as this much nearer. */
const MATTERS = 0.2;
/** Out of this many figure distances nobody is more than a simple figure. */
const MATTERS_FIGURES = 2;

/** Metres by which bodies are ranked: smaller is drawn closer. */
export function rankOf(distance_m: number, was: Closeness, matters: boolean): number {
  return distance_m * HOLD[was] * (matters ? MATTERS : 1);
}

export class Closenesses {
  private detail = DETAIL.medium;
  private figures = 0;
  private simples = 0;

  setTier(tier: Tier): void {
    this.detail = DETAIL[tier];
  }

  begin(): void {
    this.figures = 0;
    this.simples = 0;
  }

  /** The next body, in the order of their ranks. */
  of(distance_m: number, rank_m: number, matters: boolean): Closeness {
    const { detail } = this;
    const figured = matters ? distance_m < detail.figure_m * MATTERS_FIGURES : rank_m < detail.figure_m;
    if (figured && this.figures < detail.figures) {
      this.figures++;
      return FIGURE;
    }
    if (rank_m < detail.simple_m && this.simples < detail.simples) {
      this.simples++;
      return SIMPLE;
    }
    return DISTANT;
  }
}
