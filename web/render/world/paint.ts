// What colour the ground is. In: a point, its height and slope. Out: linear red, green, blue. Grass by moisture, woods, fields, shores, rock, snow.
import { type Paint, rgb } from '../palette';
import type { Land } from './land';
import { clamp, fractal, noise, smooth } from './maths';

type Color = [r: number, g: number, b: number];

export function groundColor(land: Land, x: number, z: number, height: number, slope: number): Color {
  const broad = fractal(x / 62 + 11, z / 62, 3);
  const local = noise(x / 17, z / 17);
  const out = grass(height, broad, local);
  const near = land.inPlot(x, z);
  const wood = near ? land.wood(x, z) : smooth(0, 0.35, fractal(x / 190 + 40, z / 190 - 12, 2));
  blend(out, 'grassDark', wood * (near ? 0.7 : 0.5));
  if (near) paintField(land, x, z, out);
  blend(out, 'sand', 1 - smooth(0.5, 1.9, height + noise(x / 9, z / 9) * 0.4));
  paintRock(out, height, slope, broad, local);
  if (height < -0.3) blend(out, 'waterDeep', smooth(0.3, 6, -height) * 0.5);
  return out;
}

function grass(height: number, broad: number, local: number): Color {
  const moist = clamp(0.55 - height / 90 + broad * 0.6);
  const out = rgb('grass').slice() as Color;
  blend(out, 'grassLush', smooth(0.35, 0.75, moist));
  blend(out, 'grassDry', smooth(0.12, 0.62, local * 0.18 - broad) * 0.55);
  blend(out, 'meadow', smooth(0.2, 0.7, local) * 0.35);
  return out;
}

function paintField(land: Land, x: number, z: number, out: Color): void {
  const field = land.field(x, z);
  if (!field) return;
  const ripe = field.crop === 'wheat' ? 0.45 : 0;
  const soil = mixed('soil', 'field', ripe + 0.12 * Math.sin(field.across * 2.1));
  blendColor(out, soil, smooth(0, 1.2, field.edge));
}

function paintRock(out: Color, height: number, slope: number, broad: number, local: number): void {
  const rock = mixed('rock', 'rockWarm', clamp(0.5 + local * 0.5));
  blendColor(rock, rgb('rockDark'), smooth(60, 150, height) * 0.5);
  blendColor(out, rock, smooth(0.62, 0.86, slope + local * 0.06));
  blend(out, 'moss', smooth(36, 80, height) * (1 - smooth(0.5, 0.8, slope)) * 0.6);
  blend(out, 'snow', smooth(96, 122, height + broad * 30 - slope * 22));
}

function mixed(a: Paint, b: Paint, t: number): Color {
  const out = rgb(a).slice() as Color;
  blend(out, b, t);
  return out;
}

function blend(out: Color, paint: Paint, t: number): void {
  if (t > 0) blendColor(out, rgb(paint), t);
}

function blendColor(out: Color, to: readonly [number, number, number], t: number): void {
  out[0] += (to[0] - out[0]) * t;
  out[1] += (to[1] - out[1]) * t;
  out[2] += (to[2] - out[2]) * t;
}
