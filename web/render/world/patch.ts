// One square patch of ground: a grid of painted vertices with skirts that hide the cracks between levels of detail.
// In: the land, the patch's north-west corner and size. Out: indexed geometry arrays, transferable.
import type { Land } from './land';
import { groundColor } from './paint';

export interface PatchArrays {
  position: Float32Array;
  normal: Int8Array;
  color: Uint16Array;
  index: Uint16Array;
}

/** Quads along a patch's side. */
export const PATCH_CELLS = 32;
const ROW = PATCH_CELLS + 1;

/** `colors`: of paintPlot, for the points inside the plot. */
export function buildPatch(land: Land, colors: Float32Array, x0: number, z0: number, size: number): PatchArrays {
  const step = size / PATCH_CELLS;
  const heights = sampleHeights(land, x0, z0, step);
  const vertices = ROW * ROW + ROW * 4;
  const position = new Float32Array(vertices * 3);
  const normal = new Int8Array(vertices * 4);
  const color = new Uint16Array(vertices * 4);
  for (let j = 0; j < ROW; j++) {
    for (let i = 0; i < ROW; i++) {
      const k = j * ROW + i;
      const at = (j + 1) * (ROW + 2) + i + 1;
      const x = x0 + i * step;
      const z = z0 + j * step;
      position.set([x, heights[at], z], k * 3);
      const dx = (heights[at + 1] - heights[at - 1]) / (2 * step);
      const dz = (heights[at + ROW + 2] - heights[at - ROW - 2]) / (2 * step);
      const slope = Math.hypot(dx, dz);
      const length = Math.hypot(slope, 1);
      normal.set([(-dx / length) * 127, 127 / length, (-dz / length) * 127, 0], k * 4);
      const [r, g, b] = painted(land, colors, x, z) ?? groundColor(land, x, z, heights[at], slope);
      color.set([r * 65535, g * 65535, b * 65535, 65535], k * 4);
    }
  }
  const index = faces();
  addSkirts(position, normal, color, index, step * 2.5 + 1);
  return { position, normal, color, index: new Uint16Array(index) };
}

/** The plot's own colour where a patch's point falls on one of its samples. */
function painted(land: Land, colors: Float32Array, x: number, z: number): Float32Array | null {
  const { fine } = land;
  const i = (x - fine.x) / fine.step;
  const j = (z - fine.z) / fine.step;
  if (i < 0 || j < 0 || i >= fine.side || j >= fine.side || !Number.isInteger(i) || !Number.isInteger(j)) return null;
  const at = (j * fine.side + i) * 3;
  return colors.subarray(at, at + 3);
}

/** Heights of the patch with one more sample on every side, for normals that agree with the neighbours'. */
function sampleHeights(land: Land, x0: number, z0: number, step: number): Float32Array {
  const width = ROW + 2;
  const heights = new Float32Array(width * width);
  for (let j = 0; j < width; j++) {
    for (let i = 0; i < width; i++) heights[j * width + i] = land.height(x0 + (i - 1) * step, z0 + (j - 1) * step);
  }
  return heights;
}

/** Two faces per cell, their diagonal alternating so that no grain shows. */
function faces(): number[] {
  const index: number[] = [];
  for (let j = 0; j < PATCH_CELLS; j++) {
    for (let i = 0; i < PATCH_CELLS; i++) {
      const a = j * ROW + i;
      const b = a + 1;
      const c = a + ROW;
      const d = c + 1;
      if ((i + j) & 1) index.push(a, c, b, b, c, d);
      else index.push(a, c, d, d, b, a);
    }
  }
  return index;
}

function addSkirts(position: Float32Array, normal: Int8Array, color: Uint16Array, index: number[], drop: number): void {
  const edges: { at: (t: number) => number; flip: boolean }[] = [
    { at: t => t, flip: true },
    { at: t => PATCH_CELLS * ROW + t, flip: false },
    { at: t => t * ROW, flip: false },
    { at: t => t * ROW + PATCH_CELLS, flip: true },
  ];
  let next = ROW * ROW;
  for (const edge of edges) {
    const first = next;
    for (let t = 0; t < ROW; t++, next++) {
      const k = edge.at(t);
      position.set([position[k * 3], position[k * 3 + 1] - drop, position[k * 3 + 2]], next * 3);
      normal.set(normal.subarray(k * 4, k * 4 + 4), next * 4);
      color.set(color.subarray(k * 4, k * 4 + 4), next * 4);
    }
    for (let t = 0; t < PATCH_CELLS; t++) {
      const [a, b, c, d] = [edge.at(t), edge.at(t + 1), first + t, first + t + 1];
      if (edge.flip) index.push(a, b, c, c, b, d);
      else index.push(a, c, b, b, c, d);
    }
  }
}
