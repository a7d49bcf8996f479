// One square patch of ground: a grid of painted vertices with skirts that hide the cracks between levels of detail.
// In: the land, the patch's north-west corner and size. Out: vertex arrays, transferable; all patches share one index.
import { SAMPLES, SQUARE_M, STEPS } from './grid';
import type { Land } from './land';
import { groundColor } from './paint';

export interface PatchArrays {
  position: Float32Array;
  normal: Int8Array;
  color: Uint16Array;
  /** Lowest and highest of its heights, metres. */
  low: number;
  high: number;
}

// A leaf of the ground is one surveyed square; larger patches have as many samples, farther apart.
/** Quads along a patch's side. */
const PATCH_CELLS = STEPS;
const ROW = STEPS + 1;
/** Samples along a side: one more than its own at either end, for normals that agree with the neighbours'. */
const WIDTH = SAMPLES;

export function buildPatch(land: Land, x0: number, z0: number, size: number): PatchArrays {
  const step = size / PATCH_CELLS;
  const survey = size === SQUARE_M ? land.survey(Math.round(x0 / SQUARE_M), Math.round(z0 / SQUARE_M)) : null;
  const heights = survey?.heights ?? sampleHeights(land, x0, z0, step);
  const colors = survey?.colors ?? paintPatch(land, x0, z0, step, heights);
  const vertices = ROW * ROW + ROW * 4;
  const position = new Float32Array(vertices * 3);
  const normal = new Int8Array(vertices * 4);
  const color = new Uint16Array(vertices * 4);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let j = 0; j < ROW; j++) {
    for (let i = 0; i < ROW; i++) {
      const k = j * ROW + i;
      const at = (j + 1) * WIDTH + i + 1;
      low = Math.min(low, heights[at]);
      high = Math.max(high, heights[at]);
      position.set([x0 + i * step, heights[at], z0 + j * step], k * 3);
      const [dx, dz] = rise(heights, at, step);
      const length = Math.hypot(dx, dz, 1);
      normal.set([(-dx / length) * 127, 127 / length, (-dz / length) * 127, 0], k * 4);
      color.set([colors[k * 3] * 65535, colors[k * 3 + 1] * 65535, colors[k * 3 + 2] * 65535, 65535], k * 4);
    }
  }
  const drop = step * 2.5 + 1;
  dropSkirts(position, normal, color, drop);
  return { position, normal, color, low: low - drop, high };
}

function rise(heights: Float32Array, at: number, step: number): [number, number] {
  return [(heights[at + 1] - heights[at - 1]) / (2 * step), (heights[at + WIDTH] - heights[at - WIDTH]) / (2 * step)];
}

function sampleHeights(land: Land, x0: number, z0: number, step: number): Float32Array {
  const heights = new Float32Array(WIDTH * WIDTH);
  for (let j = 0; j < WIDTH; j++) {
    for (let i = 0; i < WIDTH; i++) heights[j * WIDTH + i] = land.lie(x0 + (i - 1) * step, z0 + (j - 1) * step);
  }
  return heights;
}

function paintPatch(land: Land, x0: number, z0: number, step: number, heights: Float32Array): Float32Array {
  const locale = land.localeOf(x0, z0, step * PATCH_CELLS);
  const colors = new Float32Array(ROW * ROW * 3);
  for (let j = 0; j < ROW; j++) {
    for (let i = 0; i < ROW; i++) {
      const at = (j + 1) * WIDTH + i + 1;
      const slope = Math.hypot(...rise(heights, at, step));
      colors.set(groundColor(land, locale, x0 + i * step, z0 + j * step, heights[at], slope), (j * ROW + i) * 3);
    }
  }
  return colors;
}

interface Edge {
  at: (t: number) => number;
  flip: boolean;
}

const EDGES: readonly Edge[] = [
  { at: t => t, flip: true },
  { at: t => PATCH_CELLS * ROW + t, flip: false },
  { at: t => t * ROW, flip: false },
  { at: t => t * ROW + PATCH_CELLS, flip: true },
];

function dropSkirts(position: Float32Array, normal: Int8Array, color: Uint16Array, drop: number): void {
  let next = ROW * ROW;
  for (const edge of EDGES) {
    for (let t = 0; t < ROW; t++, next++) {
      const k = edge.at(t);
      position.set([position[k * 3], position[k * 3 + 1] - drop, position[k * 3 + 2]], next * 3);
      normal.set(normal.subarray(k * 4, k * 4 + 4), next * 4);
      color.set(color.subarray(k * 4, k * 4 + 4), next * 4);
    }
  }
}

/** The faces of any patch: two per cell, their diagonal alternating so that no grain shows, then the skirts. */
export function patchIndex(): Uint16Array {
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
  EDGES.forEach((edge, k) => {
    const first = ROW * ROW + k * ROW;
    for (let t = 0; t < PATCH_CELLS; t++) {
      const [a, b, c, d] = [edge.at(t), edge.at(t + 1), first + t, first + t + 1];
      if (edge.flip) index.push(a, b, c, c, b, d);
      else index.push(a, c, b, b, c, d);
    }
  });
  return new Uint16Array(index);
}
