// The world's land as an old atlas paints it: a wash of colour by biome and height, hills in soft light from the north-west, water with an
// ink shore, all on paper. In: heights and what the places say of themselves. Out: RGBA bytes, north up. Pure, so that it runs in a worker.
import { WATER_LEVEL_M, WORLD_SIZE_M } from '../../assembly/layout';
import type { Biome, Place } from '../../src/shared/content/kinds';
import { clamp, fractal, hash, lerp, noise, smooth } from '../render/world/maths';

/** One sample and one pixel of the wash every so many metres. */
export const STEP_M = 2;
export const SIDE = WORLD_SIZE_M / STEP_M;
/** At the world's rim the paper shows through, this far inwards. */
const RIM_M = 34;
const CONTOUR_M = 12;

type Rgb = readonly [r: number, g: number, b: number];

export const PAPER: Rgb = [233, 216, 174];
const INK: Rgb = [74, 56, 36];
const SHALLOW: Rgb = [146, 194, 184];
const DEEP: Rgb = [72, 128, 148];
const SAND: Rgb = [228, 208, 158];
const FOREST: Rgb = [96, 128, 74];
const HEATH: Rgb = [178, 160, 112];
const ROCK: Rgb = [158, 148, 138];
const SNOW: Rgb = [244, 240, 230];
const WASH: Record<Biome, Rgb> = {
  meadow: [166, 190, 106],
  forest: [128, 162, 92],
  marsh: [148, 168, 118],
  highland: [180, 174, 124],
  coast: [176, 192, 122],
  ash: [150, 138, 126],
};
/** Where nobody has drawn a place yet the paper shows through by so much. */
const UNKNOWN: Rgb = [206, 194, 148];
const FOG = 0.5;

/** Heights of the whole world, SIDE x SIDE, in the middle of each pixel. */
export function sampleWorld(height: (x: number, z: number) => number): Float32Array {
  const heights = new Float32Array(SIDE * SIDE);
  for (let j = 0; j < SIDE; j++)
    for (let i = 0; i < SIDE; i++) heights[j * SIDE + i] = height((i + 0.5) * STEP_M, (j + 0.5) * STEP_M);
  return heights;
}

export function paintLand(heights: Float32Array, places: readonly Place[]): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(SIDE * SIDE * 4);
  const washes = washGrid(places);
  const woods = woodGrid(places);
  const color: [number, number, number] = [0, 0, 0];
  for (let j = 0; j < SIDE; j++) {
    for (let i = 0; i < SIDE; i++) {
      const at = j * SIDE + i;
      const x = (i + 0.5) * STEP_M;
      const z = (j + 0.5) * STEP_M;
      const h = heights[at] - WATER_LEVEL_M;
      const west = heights[at - (i > 0 ? 1 : 0)];
      const north = heights[at - (j > 0 ? SIDE : 0)];
      const east = heights[at + (i < SIDE - 1 ? 1 : 0)];
      const south = heights[at + (j < SIDE - 1 ? SIDE : 0)];
      const fog = wash(color, washes, x, z);
      if (h < 0) water(color, -h);
      else {
        land(color, x, z, h, woods[at], Math.hypot(east - west, south - north) / (2 * STEP_M));
        const light = clamp(1 + ((east - west) * 0.6 + (south - north) * 0.42) / (2 * STEP_M), 0.66, 1.3);
        for (let k = 0; k < 3; k++) color[k] *= light;
        if (Math.floor(h / CONTOUR_M) !== Math.floor((west - WATER_LEVEL_M) / CONTOUR_M) || crosses(h, north))
          mix(color, INK, 0.09);
      }
      if (h < 0 !== west < WATER_LEVEL_M || h < 0 !== north < WATER_LEVEL_M) mix(color, INK, 0.55);
      mix(color, PAPER, fog);
      finish(bytes, at * 4, color, x, z, i, j);
    }
  }
  return bytes;
}

/** Water alone, clearer towards the shore: laid over drawn rivers it lets them run into their lakes. */
export function paintWater(heights: Float32Array): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(SIDE * SIDE * 4);
  const color: [number, number, number] = [0, 0, 0];
  for (let at = 0; at < heights.length; at++) {
    const depth_m = WATER_LEVEL_M - heights[at];
    if (depth_m <= 0) continue;
    water(color, depth_m);
    mix(color, PAPER, 0.16);
    for (let k = 0; k < 3; k++) bytes[at * 4 + k] = color[k];
    bytes[at * 4 + 3] = 255 * smooth(0.5, 2.4, depth_m);
  }
  return bytes;
}

const crosses = (h: number, other: number): boolean =>
  Math.floor(h / CONTOUR_M) !== Math.floor((other - WATER_LEVEL_M) / CONTOUR_M);

function mix(color: [number, number, number], to: Rgb, share: number): void {
  for (let k = 0; k < 3; k++) color[k] += (to[k] - color[k]) * share;
}

function water(color: [number, number, number], depth_m: number): void {
  const t = smooth(0, 4, depth_m);
  for (let k = 0; k < 3; k++) color[k] = lerp(SHALLOW[k], DEEP[k], t);
}

function land(color: [number, number, number], x: number, z: number, h: number, wood: number, slope: number): void {
  const broad = fractal(x / 150 + 7, z / 150, 2);
  mix(color, HEATH, smooth(0.1, 0.7, broad) * 0.35);
  mix(color, FOREST, wood * 0.72);
  mix(color, SAND, 1 - smooth(0.2, 1.3, h));
  mix(color, HEATH, smooth(16, 42, h) * 0.55);
  mix(color, ROCK, Math.max(smooth(0.55, 0.95, slope) * 0.7, smooth(44, 72, h) * 0.85));
  mix(color, SNOW, smooth(78, 104, h + broad * 14));
}

/** Paper grain over all, and the torn rim of the sheet. */
function finish(
  bytes: Uint8ClampedArray,
  p: number,
  color: [number, number, number],
  x: number,
  z: number,
  i: number,
  j: number,
): void {
  mix(color, PAPER, 0.16);
  const grain = 1 + (hash(i, j) - 0.5) * 0.05 + noise(x / 23, z / 41) * 0.025;
  const rim_m = Math.min(x, z, WORLD_SIZE_M - x, WORLD_SIZE_M - z) + fractal(x / 46, z / 46, 3) * 26;
  mix(color, PAPER, 1 - smooth(0, RIM_M, rim_m));
  for (let k = 0; k < 3; k++) bytes[p + k] = color[k] * grain;
  bytes[p + 3] = 255;
}

type Wash = readonly [r: number, g: number, b: number, fog: number];

/** Colours of the regions of level 2, row by row, with a rim of the outermost again. */
function washGrid(places: readonly Place[]): readonly Wash[][] {
  const rows: Wash[][] = [];
  for (let row = -1; row <= 4; row++) {
    const line: Wash[] = [];
    for (let column = -1; column <= 4; column++) {
      const [c, r] = [clamp(column, 0, 3), clamp(row, 0, 3)];
      const place = places.find(({ region }) => region[1] === c && region[2] === r);
      line.push(place ? [...WASH[place.biome], 0] : [...UNKNOWN, FOG]);
    }
    rows.push(line);
  }
  return rows;
}

/** One place's colour runs into the next over the border, in no straight line. Returns how much of the paper shows through. */
function wash(color: [number, number, number], grid: readonly (readonly Wash[])[], x: number, z: number): number {
  const u = x / 512 + 0.5 + noise(x / 90, z / 90) * 0.12;
  const v = z / 512 + 0.5 + noise(x / 90 + 31, z / 90 - 17) * 0.12;
  const i = clamp(Math.floor(u), 0, 4);
  const j = clamp(Math.floor(v), 0, 4);
  const fu = smooth(0.3, 0.7, u - i);
  const fv = smooth(0.3, 0.7, v - j);
  const part = (k: 0 | 1 | 2 | 3): number =>
    lerp(lerp(grid[j][i][k], grid[j][i + 1][k], fu), lerp(grid[j + 1][i][k], grid[j + 1][i + 1][k], fu), fv);
  color[0] = part(0);
  color[1] = part(1);
  color[2] = part(2);
  return part(3);
}

/** How wooded each pixel is, 0..1. */
function woodGrid(places: readonly Place[]): Float32Array {
  const wood = new Float32Array(SIDE * SIDE);
  for (const { forests } of places) {
    for (const { x, z, radius } of forests) {
      const reach = radius * 1.4;
      const [i0, i1] = [Math.max(0, Math.floor((x - reach) / STEP_M)), Math.min(SIDE - 1, Math.ceil((x + reach) / STEP_M))];
      const [j0, j1] = [Math.max(0, Math.floor((z - reach) / STEP_M)), Math.min(SIDE - 1, Math.ceil((z + reach) / STEP_M))];
      for (let j = j0; j <= j1; j++) {
        for (let i = i0; i <= i1; i++) {
          const [px, pz] = [(i + 0.5) * STEP_M, (j + 0.5) * STEP_M];
          const away = Math.hypot(px - x, pz - z) / radius + noise(px / 31, pz / 31) * 0.2 + noise(px / 12, pz / 12) * 0.1;
          wood[j * SIDE + i] = Math.max(wood[j * SIDE + i], 1 - smooth(0.72, 1.08, away));
        }
      }
    }
  }
  return wood;
}
