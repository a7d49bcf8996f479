// The lie of the land as the builder knows it, anywhere in the world: heights from the core, and what people made of it. Squares of 64 m
// are surveyed every 2 m, just as bodies walk on them; what was surveyed last is kept. In: a height function and all places. Metres.
import type { Place } from '../../../src/shared/content/kinds';
import { Biomes } from './biomes';
import { type Extent, extentOf, meets } from './extent';
import { keyOf, SAMPLES, SQUARE_M, STEP_M } from './grid';
import { Locale, Plan } from './locale';
import { paintSquare } from './paint';
import { Recent } from './recent';

const MOST_SURVEYS = 500;
const MOST_LOCALES = 700;

export interface Survey {
  x: number;
  z: number;
  /** SAMPLES x SAMPLES from (x - STEP_M, z - STEP_M), row by row. */
  heights: Float32Array;
  /** Linear red, green, blue of the (STEPS + 1) x (STEPS + 1) samples from (x, z). */
  colors: Float32Array;
}

export class Land {
  readonly biomes: Biomes;
  private readonly plans: { plan: Plan; extent: Extent }[];
  private readonly surveys = new Recent<Survey>(MOST_SURVEYS);
  private readonly locales = new Recent<Locale>(MOST_LOCALES);

  /** `lie`: the core's height at any point of the world. */
  constructor(
    readonly lie: (x: number, z: number) => number,
    readonly places: readonly Place[],
  ) {
    this.biomes = new Biomes(places);
    this.plans = places.map(place => ({ plan: new Plan(place), extent: extentOf(place) }));
  }

  /** The ground as it is drawn and walked on where it was surveyed, else as the land was meant to be: centimetres apart. */
  height(x: number, z: number): number {
    const i = Math.floor(x / SQUARE_M);
    const j = Math.floor(z / SQUARE_M);
    const survey = this.surveys.peek(keyOf(i, j));
    if (!survey) return this.lie(x, z);
    const u = (x - survey.x) / STEP_M + 1;
    const v = (z - survey.z) / STEP_M + 1;
    const at = Math.floor(v) * SAMPLES + Math.floor(u);
    const fu = u - Math.floor(u);
    const h = survey.heights;
    const top = h[at] + (h[at + 1] - h[at]) * fu;
    const low = h[at + SAMPLES] + (h[at + SAMPLES + 1] - h[at + SAMPLES]) * fu;
    return top + (low - top) * (v - Math.floor(v));
  }

  /** Rise per metre, from differences over `reach` metres. */
  slope(x: number, z: number, reach = 1.5): number {
    const dx = this.height(x + reach, z) - this.height(x - reach, z);
    const dz = this.height(x, z + reach) - this.height(x, z - reach);
    return Math.hypot(dx, dz) / (2 * reach);
  }

  survey(i: number, j: number): Survey {
    return this.surveys.get(keyOf(i, j), () => {
      const x = i * SQUARE_M;
      const z = j * SQUARE_M;
      const heights = new Float32Array(SAMPLES * SAMPLES);
      for (let row = 0; row < SAMPLES; row++) {
        for (let column = 0; column < SAMPLES; column++)
          heights[row * SAMPLES + column] = this.lie(x + (column - 1) * STEP_M, z + (row - 1) * STEP_M);
      }
      return { x, z, heights, colors: paintSquare(this, this.locale(i, j), x, z, heights) };
    });
  }

  /** What was made in and round a square of SQUARE_M. */
  locale(i: number, j: number): Locale {
    return this.locales.get(keyOf(i, j), () => this.localeOf(i * SQUARE_M, j * SQUARE_M, SQUARE_M));
  }

  localeAt(x: number, z: number): Locale {
    return this.locale(Math.floor(x / SQUARE_M), Math.floor(z / SQUARE_M));
  }

  /** The same for any square. */
  localeOf(x: number, z: number, size: number): Locale {
    return new Locale(
      this.plans.flatMap(({ plan, extent }) => (meets(extent, x, z, size, 16) ? [plan] : [])),
      x,
      z,
      size,
    );
  }
}
