// The region painted as a map: hill-shaded ground, water by depth, roads, woods, roofs. In: the land and its baked maps. Out: RGBA bytes, one texel
// per pixel of `size`, north up.

import { expandForests } from '../../../src/shared/content/scatter';
import { type Paint, rgb, toSrgbByte } from '../palette';
import type { Land } from './land';
import type { GroundMaps } from './maps';
import { clamp, lerp, smooth } from './maths';

interface Square {
  x: number;
  z: number;
  size: number;
}

/** Paints the square `area` of the world. */
export function paintPicture(land: Land, maps: GroundMaps, area: Square, size: number): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(size * size * 4);
  const step = area.size / size;
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      const color = groundAt(land, maps, area.x + (i + 0.5) * step, area.z + (j + 0.5) * step, step);
      const at = (j * size + i) * 4;
      bytes[at] = color[0];
      bytes[at + 1] = color[1];
      bytes[at + 2] = color[2];
      bytes[at + 3] = 255;
    }
  }
  const canvas: Canvas = { bytes, size, area };
  for (const tree of [...land.place.trees, ...expandForests(land.place)])
    paintTree(canvas, tree.x, tree.z, tree.scale, tree.kind === 'pine' ? 'pineDark' : 'leafDeep');
  for (const b of land.place.bridges) paintBox(canvas, b.x, b.z, b.width / 2, b.length / 2, b.yaw, 'stonePale');
  for (const b of land.place.buildings) {
    if (b.kind === 'well' || b.kind === 'ruin') continue;
    paintBox(canvas, b.x + 1.2, b.z + 1.2, b.w / 2 + 0.6, b.d / 2 + 0.6, b.yaw, 'coal', 0.5);
    paintBox(canvas, b.x, b.z, b.w / 2 + 0.4, b.d / 2 + 0.4, b.yaw, roofOf(b.kind, b.seed));
  }
  return bytes;
}

interface Canvas {
  bytes: Uint8ClampedArray;
  size: number;
  area: Square;
}

function groundAt(land: Land, maps: GroundMaps, x: number, z: number, step: number): [number, number, number] {
  const height = land.height(x, z);
  const cell = (side: number) => {
    const i = clamp(Math.round(((x - maps.x) / maps.size) * (side - 1)), 0, side - 1);
    const j = clamp(Math.round(((z - maps.z) / maps.size) * (side - 1)), 0, side - 1);
    return (j * side + i) * 4;
  };
  const p = cell(maps.side);
  const q = cell(maps.maskSide);
  const reach = Math.max(1, step);
  const light = clamp(
    1 + ((land.height(x - reach, z) - height) * 0.35 + (land.height(x, z + reach) - height) * 0.2) / reach,
    0.6,
    1.35,
  );
  const open = 0.5 + (0.5 * maps.mask[q + 1]) / 255;
  const path = smooth(0.3, 0.6, maps.mask[q] / 255);
  const way: readonly [number, number, number] = maps.paint[p + 3] > 127 ? [196, 184, 166] : [206, 170, 116];
  const out: [number, number, number] = [0, 0, 0];
  for (let k = 0; k < 3; k++) out[k] = lerp(maps.paint[p + k] * light * open, way[k], path * 0.92);
  if (height < 0.05) return waterAt(-height);
  return out;
}

function waterAt(depth: number): [number, number, number] {
  const t = smooth(0, 3.5, depth);
  return [lerp(112, 38, t), lerp(205, 118, t), lerp(208, 172, t)];
}

function paintTree(canvas: Canvas, x: number, z: number, scale: number, paint: Paint): void {
  const r = 1.9 * scale;
  each(canvas, x, z, r, (dx, dz, at) => {
    const d = Math.hypot(dx, dz) / r;
    if (d > 1) return;
    const light = 0.95 - ((dx - dz) / r) * 0.28;
    put(canvas, at, rgb(paint), light, 0.85 * (1 - smooth(0.7, 1, d)));
  });
}

function paintBox(canvas: Canvas, x: number, z: number, halfW: number, halfD: number, yaw: number, paint: Paint, alpha = 1): void {
  const c = Math.cos(yaw);
  const s = Math.sin(yaw);
  each(canvas, x, z, Math.hypot(halfW, halfD), (dx, dz, at) => {
    const u = dx * c + dz * s;
    const v = dz * c - dx * s;
    if (Math.abs(u) > halfW || Math.abs(v) > halfD) return;
    const ridge = halfW > halfD ? v : u;
    put(canvas, at, rgb(paint), ridge > 0 ? 0.9 : 1.15, alpha);
  });
}

function each(canvas: Canvas, x: number, z: number, reach: number, draw: (dx: number, dz: number, at: number) => void): void {
  const { size, area } = canvas;
  const step = area.size / size;
  const range = (middle: number, from: number): [number, number] => [
    Math.max(0, Math.floor((middle - reach - from) / step)),
    Math.min(size - 1, Math.ceil((middle + reach - from) / step)),
  ];
  const [i0, i1] = range(x, area.x);
  const [j0, j1] = range(z, area.z);
  for (let j = j0; j <= j1; j++) {
    for (let i = i0; i <= i1; i++) draw(area.x + (i + 0.5) * step - x, area.z + (j + 0.5) * step - z, (j * size + i) * 4);
  }
}

function put(canvas: Canvas, at: number, color: readonly [number, number, number], light: number, alpha: number): void {
  for (let k = 0; k < 3; k++) canvas.bytes[at + k] = lerp(canvas.bytes[at + k], toSrgbByte(color[k]) * light, alpha);
}

const ROOFS: Paint[] = ['roofRed', 'roofRust', 'roofBlue', 'roofTeal', 'thatch'];

function roofOf(kind: string, seed: number): Paint {
  if (kind === 'chapel' || kind === 'tower') return 'roofBlue';
  if (kind === 'barn' || kind === 'cottage') return 'thatch';
  if (kind === 'dock' || kind === 'palisade-gate') return 'timberPale';
  if (kind === 'tent') return 'canvas';
  if (kind === 'mine') return 'rockDark';
  return ROOFS[seed % ROOFS.length];
}
