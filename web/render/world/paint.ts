// What colour the ground is. In: a point, its height and slope. Out: linear red, green, blue. Grass by moisture, woods, fields, shores, rock, snow.
import { type Rgb, rgb } from '../palette';
import type { Land } from './land';
import { clamp, fractal, noise, smooth } from './maths';

type Color = [r: number, g: number, b: number];

const GRASS = rgb('grass');
const LUSH = rgb('grassLush');
const DRY = rgb('grassDry');
const MEADOW = rgb('meadow');
const DARK = rgb('grassDark');
const SAND = rgb('sand');
const SOIL = rgb('soil');
const RIPE = rgb('field');
const ROCK = rgb('rock');
const ROCK_WARM = rgb('rockWarm');
const ROCK_DARK = rgb('rockDark');
const MOSS = rgb('moss');
const SNOW = rgb('snow');
const DEEP = rgb('waterDeep');

export function groundColor(land: Land, x: number, z: number, height: number, slope: number): Color {
  const broad = fractal(x / 62 + 11, z / 62, 3);
  const local = noise(x / 17, z / 17);
  const out = grass(height, broad, local);
  if (land.inPlot(x, z)) {
    blend(out, DARK, land.wood(x, z) * 0.7);
    paintField(land, x, z, out);
  } else {
    blend(out, DARK, smooth(0, 0.35, fractal(x / 190 + 40, z / 190 - 12, 2)) * 0.5);
  }
  if (height < 2) blend(out, SAND, 1 - smooth(0.2, 1.15, height + noise(x / 9, z / 9) * 0.4));
  paintRock(out, height, slope, broad, local);
  if (height < -0.3) blend(out, DEEP, smooth(0.3, 6, -height) * 0.5);
  return out;
}

function grass(height: number, broad: number, local: number): Color {
  const moist = clamp(0.55 - height / 90 + broad * 0.6);
  const out: Color = [GRASS[0], GRASS[1], GRASS[2]];
  blend(out, LUSH, smooth(0.35, 0.75, moist));
  blend(out, DRY, smooth(0.12, 0.62, local * 0.18 - broad) * 0.55);
  blend(out, MEADOW, smooth(0.2, 0.7, local) * 0.4);
  blend(out, DARK, smooth(0.1, 0.6, broad - local * 0.3) * 0.3);
  return out;
}

function paintField(land: Land, x: number, z: number, out: Color): void {
  const field = land.field(x, z);
  if (!field) return;
  const soil: Color = [SOIL[0], SOIL[1], SOIL[2]];
  blend(soil, RIPE, clamp((field.crop === 'wheat' ? 0.45 : 0) + 0.12 * Math.sin(field.across * 2.1)));
  blend(out, soil, smooth(0, 1.2, field.edge));
}

function paintRock(out: Color, height: number, slope: number, broad: number, local: number): void {
  const bare = smooth(0.62, 0.86, slope + local * 0.06);
  if (bare > 0) {
    const rock: Color = [ROCK[0], ROCK[1], ROCK[2]];
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

/** The colours of the whole plot, one per height sample, painted once: patches and the paint map both take theirs from here. */
export function paintPlot(land: Land): Float32Array {
  const { side, step, heights, x, z } = land.fine;
  const colors = new Float32Array(side * side * 3);
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const at = j * side + i;
      const dx = heights[j * side + Math.min(side - 1, i + 1)] - heights[j * side + Math.max(0, i - 1)];
      const dz = heights[Math.min(side - 1, j + 1) * side + i] - heights[Math.max(0, j - 1) * side + i];
      colors.set(groundColor(land, x + i * step, z + j * step, heights[at], Math.hypot(dx, dz) / (2 * step)), at * 3);
    }
  }
  return colors;
}
