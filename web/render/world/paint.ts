// What colour the ground is. In: a point, its height and slope, what lies there. Out: linear red, green, blue. Grass by biome and moisture,
// woods, fields, shores, rock, snow.
import { type Rgb, rgb } from '../palette';
import { heath, LookBlend } from './biomes';
import { SAMPLES, STEP_M, STEPS } from './grid';
import type { Land } from './land';
import type { Locale } from './locale';
import { clamp, fractal, noise, smooth } from './maths';

type Color = [r: number, g: number, b: number];

const SOIL = rgb('soil');
const RIPE = rgb('field');
const ROCK_WARM = rgb('rockWarm');
const ROCK_DARK = rgb('rockDark');
const MOSS = rgb('moss');
const SNOW = rgb('snow');
const DEEP = rgb('waterDeep');
const HEATHER = rgb('heather');

const mixed = new LookBlend();

/** `locale` must reach the point. */
export function groundColor(land: Land, locale: Locale, x: number, z: number, height: number, slope: number): Color {
  const { biomes } = land;
  biomes.weigh(x, z);
  const look = mixed.set(biomes.shares);
  const broad = fractal(x / 62 + 11, z / 62, 3);
  const local = noise(x / 17, z / 17);
  const out = grass(look, x, z, height, broad, local);
  if (biomes.wild > 0) blend(out, look.dark, smooth(0, 0.35, fractal(x / 190 + 40, z / 190 - 12, 2)) * 0.5 * biomes.wild);
  blend(out, look.dark, locale.wood(x, z) * 0.7);
  paintField(locale, x, z, out);
  if (height < look.shore_m + 1)
    blend(out, look.shore, 1 - smooth(look.shore_m * 0.2, look.shore_m, height + noise(x / 9, z / 9) * 0.4));
  paintRock(look, out, height, slope, broad, local);
  if (height < -0.3) blend(out, DEEP, smooth(0.3, 6, -height) * 0.5);
  return out;
}

type Ground = LookBlend['look'];

function grass(look: Ground, x: number, z: number, height: number, broad: number, local: number): Color {
  const moist = clamp(0.55 - height / 90 + broad * 0.6);
  const out: Color = [look.grass[0], look.grass[1], look.grass[2]];
  blend(out, look.lush, smooth(0.35, 0.75, moist));
  blend(out, look.dry, smooth(0.12, 0.62, local * 0.18 - broad) * 0.55);
  blend(out, look.mottle, smooth(0.2, 0.7, local) * 0.4);
  blend(out, look.dark, smooth(0.1, 0.6, broad - local * 0.3) * 0.3);
  if (look.heath > 0) blend(out, HEATHER, look.heath * heath(x, z) * (0.6 + 0.25 * local));
  return out;
}

function paintField(locale: Locale, x: number, z: number, out: Color): void {
  const field = locale.field(x, z);
  if (!field) return;
  const soil: Color = [SOIL[0], SOIL[1], SOIL[2]];
  blend(soil, RIPE, clamp((field.crop === 'wheat' ? 0.45 : 0) + 0.12 * Math.sin(field.across * 2.1)));
  blend(out, soil, smooth(0, 1.2, field.edge));
}

function paintRock(look: Ground, out: Color, height: number, slope: number, broad: number, local: number): void {
  const bare = smooth(0.62, 0.86, slope + local * 0.06);
  if (bare > 0) {
    const rock: Color = [look.rock[0], look.rock[1], look.rock[2]];
    blend(rock, ROCK_WARM, clamp(0.5 + local * 0.5));
    blend(rock, ROCK_DARK, smooth(60, 150, height) * 0.5);
    blend(out, rock, bare);
  }
  if (height < 36) return;
  blend(out, MOSS, smooth(36, 80, height) * (1 - smooth(0.5, 0.8, slope)) * 0.6);
  blend(out, SNOW, smooth(96, 122, height + broad * 30 - slope * 22));
}

function blend(out: Color, to: Rgb, t: number): void {
  if (t <= 0) return;
  out[0] += (to[0] - out[0]) * t;
  out[1] += (to[1] - out[1]) * t;
  out[2] += (to[2] - out[2]) * t;
}

/** The colours of a surveyed square (see Survey), painted once: patches and the paint map both take theirs from here. */
export function paintSquare(land: Land, locale: Locale, x: number, z: number, heights: Float32Array): Float32Array {
  const side = STEPS + 1;
  const colors = new Float32Array(side * side * 3);
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const at = (j + 1) * SAMPLES + i + 1;
      const slope = Math.hypot(heights[at + 1] - heights[at - 1], heights[at + SAMPLES] - heights[at - SAMPLES]) / (2 * STEP_M);
      colors.set(groundColor(land, locale, x + i * STEP_M, z + j * STEP_M, heights[at], slope), (j * side + i) * 3);
    }
  }
  return colors;
}
