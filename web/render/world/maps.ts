// Ground maps of one square: heights, colours, and a mask of path, ambient light, grass and flowers, as the textures round the eye take them.
// In: the land and the shades things cast on the ground. Out: texture bytes, transferable. Shaders read them through PLOT_GLSL.
import { toSrgbByte } from '../palette';
import { LookBlend } from './biomes';
import { SAMPLES, SQUARE_M, STEP_M, STEPS } from './grid';
import { toHalf } from './half';
import type { Land, Survey } from './land';
import type { Locale } from './locale';
import { fractal, noise, smooth, toSegment } from './maths';

/** A soft dark spot under something that stands on the ground. */
export interface Shade {
  x: number;
  z: number;
  radius: number;
  /** 0 none, 1 black. */
  depth: number;
}

/** How far beyond its radius a shade is felt. */
export const SHADE_REACH = 1.35;

export interface SquareMaps {
  /** Half floats, STEPS x STEPS. */
  heights: Uint16Array;
  /** sRGB bytes, STEPS x STEPS; alpha = paved. */
  paint: Uint8Array;
  /** R path, G ambient light, B grass density, A flowers; one texel a metre, then every smaller level down to a single texel. */
  mask: Uint8Array[];
}

export function bakeMaps(land: Land, i: number, j: number, shades: readonly Shade[]): SquareMaps {
  const survey = land.survey(i, j);
  const locale = land.locale(i, j);
  const path = pathDistances(locale, survey);
  const mask = bakeMask(land, locale, survey, path.distance);
  for (const shade of shades) darken(mask, survey, shade);
  return { heights: bakeHeights(survey), paint: bakePaint(survey, path.paved), mask: levelsOf(mask) };
}

interface Paths {
  distance: Float32Array;
  paved: Uint8Array;
}

/** Signed metres to the nearest road's edge for each texel, drawn road by road. */
function pathDistances(locale: Locale, { x, z }: Survey): Paths {
  const side = SQUARE_M;
  const distance = new Float32Array(side * side).fill(9);
  const paved = new Uint8Array(side * side);
  for (const s of locale.roads) {
    const reach = s.half + 5;
    const x0 = Math.max(0, Math.floor(Math.min(s.ax, s.bx) - reach - x));
    const x1 = Math.min(side - 1, Math.ceil(Math.max(s.ax, s.bx) + reach - x));
    const z0 = Math.max(0, Math.floor(Math.min(s.az, s.bz) - reach - z));
    const z1 = Math.min(side - 1, Math.ceil(Math.max(s.az, s.bz) + reach - z));
    for (let j = z0; j <= z1; j++) {
      for (let i = x0; i <= x1; i++) {
        const d = toSegment(x + i + 0.5, z + j + 0.5, s.ax, s.az, s.bx, s.bz).distance - s.half;
        const at = j * side + i;
        if (d >= distance[at]) continue;
        distance[at] = d;
        paved[at] = s.paved ? 255 : 0;
      }
    }
  }
  return { distance, paved };
}

function bakeMask(land: Land, locale: Locale, survey: Survey, distance: Float32Array): Uint8Array {
  const side = SQUARE_M;
  const mask = new Uint8Array(side * side * 4);
  const growth = growthGrid(land, locale, survey);
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const at = j * side + i;
      const edge = distance[at] + noise((survey.x + i + 0.5) / 3.1, (survey.z + j + 0.5) / 3.1) * 0.55;
      const near = (Math.floor(j / STEP_M) * STEPS + Math.floor(i / STEP_M)) * 2;
      mask[at * 4] = (1 - smooth(-0.5, 0.9, edge)) * 255;
      mask[at * 4 + 1] = 255;
      mask[at * 4 + 2] = growth[near] * smooth(0.4, 2.2, edge) * 255;
      mask[at * 4 + 3] = growth[near + 1] * 255;
    }
  }
  return mask;
}

const mixed = new LookBlend();

/** Grass density and flowers, a pair per height sample. */
function growthGrid(land: Land, locale: Locale, { x, z, heights }: Survey): Float32Array {
  const growth = new Float32Array(STEPS * STEPS * 2);
  for (let j = 0; j < STEPS; j++) {
    for (let i = 0; i < STEPS; i++) {
      const from = (j + 1) * SAMPLES + i + 1;
      const at = (j * STEPS + i) * 2;
      const [px, pz] = [x + i * STEP_M, z + j * STEP_M];
      const slope = Math.hypot(heights[from + 1] - heights[from], heights[from + SAMPLES] - heights[from]) / STEP_M;
      land.biomes.weigh(px, pz);
      const { tufts, flowers, shore_m } = mixed.set(land.biomes.shares);
      growth[at] = tufts * grassDensity(locale, px, pz, heights[from], slope, shore_m);
      growth[at + 1] = Math.min(1, flowers * smooth(0.22, 0.5, fractal(px / 15 + 90, pz / 15, 2)));
    }
  }
  return growth;
}

function grassDensity(locale: Locale, x: number, z: number, height: number, slope: number, shore_m: number): number {
  const open = smooth(shore_m * 0.26, shore_m * 1.04, height) * (1 - smooth(0.6, 0.9, slope));
  if (open === 0) return 0;
  const density = open * (1 - locale.wood(x, z) * 0.55) * (locale.field(x, z) ? 0.04 : 1);
  return density * (0.55 + 0.45 * smooth(-0.3, 0.4, fractal(x / 23, z / 23, 2)));
}

function darken(mask: Uint8Array, { x, z }: Survey, shade: Shade): void {
  const side = SQUARE_M;
  const reach = Math.ceil(shade.radius * SHADE_REACH);
  const ci = Math.round(shade.x - x);
  const cj = Math.round(shade.z - z);
  for (let j = Math.max(0, cj - reach); j <= Math.min(side - 1, cj + reach); j++) {
    for (let i = Math.max(0, ci - reach); i <= Math.min(side - 1, ci + reach); i++) {
      const d = Math.hypot(i + 0.5 + x - shade.x, j + 0.5 + z - shade.z) / shade.radius;
      const light = 1 - shade.depth * (1 - smooth(0.35, 1.25, d));
      const at = (j * side + i) * 4;
      mask[at + 1] = Math.min(mask[at + 1], mask[at + 1] * (0.35 + 0.65 * light), 255 * light);
      if (shade.depth > 0.4 && d < 1) mask[at + 2] *= smooth(0.75, 1.05, d);
    }
  }
}

/** The mask and its halves, quarters ... down to one texel. Squares are cut at powers of two, so no level looks over its own edge. */
function levelsOf(mask: Uint8Array): Uint8Array[] {
  const levels = [mask];
  for (let side = SQUARE_M / 2; side >= 1; side /= 2) {
    const above = levels[levels.length - 1];
    const level = new Uint8Array(side * side * 4);
    const row = side * 8;
    for (let j = 0; j < side; j++) {
      for (let k = 0; k < side * 4; k++) {
        const from = j * 2 * row + (k >> 2) * 8 + (k & 3);
        level[j * side * 4 + k] = (above[from] + above[from + 4] + above[from + row] + above[from + row + 4] + 2) >> 2;
      }
    }
    levels.push(level);
  }
  return levels;
}

function bakePaint({ colors }: Survey, paved: Uint8Array): Uint8Array {
  const paint = new Uint8Array(STEPS * STEPS * 4);
  for (let j = 0; j < STEPS; j++) {
    for (let i = 0; i < STEPS; i++) {
      const at = (j * STEPS + i) * 4;
      const from = (j * (STEPS + 1) + i) * 3;
      for (let k = 0; k < 3; k++) paint[at + k] = toSrgbByte(colors[from + k]);
      paint[at + 3] = paved[j * STEP_M * SQUARE_M + i * STEP_M];
    }
  }
  return paint;
}

function bakeHeights({ heights }: Survey): Uint16Array {
  const half = new Uint16Array(STEPS * STEPS);
  for (let j = 0; j < STEPS; j++) {
    for (let i = 0; i < STEPS; i++) half[j * STEPS + i] = toHalf(heights[(j + 1) * SAMPLES + i + 1]);
  }
  return half;
}
