// Ground maps of the region with its margin: heights, colours, and a mask of path, ambient light, grass and flowers.
// In: the land and the shades things cast on the ground. Out: texture bytes, transferable. Shaders read them through PLOT_GLSL.
import { toSrgbByte } from '../palette';
import type { Land } from './land';
import { clamp, fractal, noise, smooth, toSegment } from './maths';

/** A soft dark spot under something that stands on the ground. */
export interface Shade {
  x: number;
  z: number;
  radius: number;
  /** 0 none, 1 black. */
  depth: number;
}

export interface GroundMaps {
  x: number;
  z: number;
  size: number;
  /** Half floats, `side` x `side`. */
  heights: Uint16Array;
  /** sRGB bytes; alpha = paved. */
  paint: Uint8Array;
  side: number;
  /** R path, G ambient light, B grass density, A flowers; `maskSide` x `maskSide`. */
  mask: Uint8Array;
  maskSide: number;
}

/** `colors`: of paintPlot. */
export function bakeMaps(land: Land, colors: Float32Array, shades: readonly Shade[]): GroundMaps {
  const { plot, fine } = land;
  const maskSide = Math.round(plot.size);
  const path = pathDistances(land, maskSide);
  const mask = bakeMask(land, path.distance, maskSide);
  for (const shade of shades) darken(mask, maskSide, plot, shade);
  return {
    x: plot.x,
    z: plot.z,
    size: plot.size,
    heights: Uint16Array.from(fine.heights, toHalf),
    paint: bakePaint(land, colors, path, maskSide),
    side: fine.side,
    mask,
    maskSide,
  };
}

interface Paths {
  distance: Float32Array;
  paved: Uint8Array;
}

/** Signed metres to the nearest road's edge for each texel, drawn road by road. */
function pathDistances(land: Land, side: number): Paths {
  const distance = new Float32Array(side * side).fill(9);
  const paved = new Uint8Array(side * side);
  const { plot } = land;
  for (const s of land.roads) {
    const reach = s.half + 5;
    const x0 = Math.max(0, Math.floor(Math.min(s.ax, s.bx) - reach - plot.x));
    const x1 = Math.min(side - 1, Math.ceil(Math.max(s.ax, s.bx) + reach - plot.x));
    const z0 = Math.max(0, Math.floor(Math.min(s.az, s.bz) - reach - plot.z));
    const z1 = Math.min(side - 1, Math.ceil(Math.max(s.az, s.bz) + reach - plot.z));
    for (let j = z0; j <= z1; j++) {
      for (let i = x0; i <= x1; i++) {
        const d = toSegment(plot.x + i + 0.5, plot.z + j + 0.5, s.ax, s.az, s.bx, s.bz).distance - s.half;
        const at = j * side + i;
        if (d >= distance[at]) continue;
        distance[at] = d;
        paved[at] = s.paved ? 255 : 0;
      }
    }
  }
  return { distance, paved };
}

function bakeMask(land: Land, distance: Float32Array, side: number): Uint8Array {
  const mask = new Uint8Array(side * side * 4);
  const { plot, fine } = land;
  const growth = growthGrid(land);
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const at = j * side + i;
      const edge = distance[at] + noise((plot.x + i + 0.5) / 3.1, (plot.z + j + 0.5) / 3.1) * 0.55;
      const near = (Math.floor(j / fine.step) * fine.side + Math.floor(i / fine.step)) * 2;
      mask[at * 4] = (1 - smooth(-0.5, 0.9, edge)) * 255;
      mask[at * 4 + 1] = 255;
      mask[at * 4 + 2] = growth[near] * smooth(0.4, 2.2, edge) * 255;
      mask[at * 4 + 3] = growth[near + 1] * 255;
    }
  }
  return mask;
}

/** Grass density and flowers, a pair per height sample. */
function growthGrid(land: Land): Float32Array {
  const { side, step, heights, x, z } = land.fine;
  const growth = new Float32Array(side * side * 2);
  for (let j = 0; j < side - 1; j++) {
    for (let i = 0; i < side - 1; i++) {
      const at = j * side + i;
      const slope = Math.hypot(heights[at + 1] - heights[at], heights[at + side] - heights[at]) / step;
      growth[at * 2] = grassDensity(land, x + i * step, z + j * step, heights[at], slope);
      growth[at * 2 + 1] = smooth(0.22, 0.5, fractal((x + i * step) / 15 + 90, (z + j * step) / 15, 2));
    }
  }
  return growth;
}

function grassDensity(land: Land, x: number, z: number, height: number, slope: number): number {
  const open = smooth(0.3, 1.2, height) * (1 - smooth(0.6, 0.9, slope));
  if (open === 0) return 0;
  const density = open * (1 - land.wood(x, z) * 0.55) * (land.field(x, z) ? 0.04 : 1);
  return density * (0.55 + 0.45 * smooth(-0.3, 0.4, fractal(x / 23, z / 23, 2)));
}

function darken(mask: Uint8Array, side: number, plot: { x: number; z: number }, shade: Shade): void {
  const reach = Math.ceil(shade.radius * 1.35);
  const ci = Math.round(shade.x - plot.x);
  const cj = Math.round(shade.z - plot.z);
  for (let j = Math.max(0, cj - reach); j <= Math.min(side - 1, cj + reach); j++) {
    for (let i = Math.max(0, ci - reach); i <= Math.min(side - 1, ci + reach); i++) {
      const d = Math.hypot(i + 0.5 + plot.x - shade.x, j + 0.5 + plot.z - shade.z) / shade.radius;
      const light = 1 - shade.depth * (1 - smooth(0.35, 1.25, d));
      const at = (j * side + i) * 4;
      mask[at + 1] = Math.min(mask[at + 1], mask[at + 1] * (0.35 + 0.65 * light), 255 * light);
      if (shade.depth > 0.4 && d < 1) mask[at + 2] *= smooth(0.75, 1.05, d);
    }
  }
}

function bakePaint(land: Land, colors: Float32Array, path: Paths, maskSide: number): Uint8Array {
  const { side, step } = land.fine;
  const paint = new Uint8Array(side * side * 4);
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const at = j * side + i;
      for (let k = 0; k < 3; k++) paint[at * 4 + k] = toSrgbByte(colors[at * 3 + k]);
      const near = clamp(Math.floor(j * step), 0, maskSide - 1) * maskSide + clamp(Math.floor(i * step), 0, maskSide - 1);
      paint[at * 4 + 3] = path.paved[near];
    }
  }
  return paint;
}

const asFloat = new Float32Array(1);
const asBits = new Uint32Array(asFloat.buffer);

/** IEEE half float of a number within its range, rounded to nearest; tiny numbers become 0. */
function toHalf(value: number): number {
  asFloat[0] = value;
  const bits = asBits[0];
  const sign = (bits >>> 16) & 0x8000;
  const rounded = bits + 0x1000;
  const exponent = ((rounded >>> 23) & 0xff) - 112;
  if (exponent <= 0) return sign;
  return sign | (exponent << 10) | ((rounded >>> 13) & 0x3ff);
}
