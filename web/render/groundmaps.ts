// The ground maps round the eye as textures: heights, colours, and a mask of paths, shade and growth. They wrap: each square of the world has its
// cell, and a new square is written over the one a window's width away, so that nothing is ever moved. In: squares. Out: the shared uniforms.
import {
  DataTexture,
  HalfFloatType,
  LinearFilter,
  LinearMipmapLinearFilter,
  RedFormat,
  RepeatWrapping,
  RGBAFormat,
  SRGBColorSpace,
  type TypedArray,
  UnsignedByteType,
  Vector3,
  type WebGLRenderer,
} from 'three';
import { shared } from './style';
import { SLACK_M } from './tilelayer';
import { SQUARE_M, STEPS } from './world/grid';
import type { SquareMaps } from './world/maps';

/** Squares along a side of the window. */
const CELLS = 16;
export const WINDOW_M = CELLS * SQUARE_M;
/** Squares within this of the eye never fall into one cell. */
export const MAPS_REACH_M = (WINDOW_M - SQUARE_M) / 2 - SLACK_M;

/** How fast maps come into view when they have arrived, metres a second. */
const UNVEIL_MPS = 160;

export class GroundMaps {
  private readonly heights = texture(new Uint16Array((CELLS * STEPS) ** 2), CELLS * STEPS, true);
  private readonly paint = texture(new Uint8Array((CELLS * STEPS) ** 2 * 4), CELLS * STEPS);
  private readonly mask = texture(new Uint8Array(WINDOW_M ** 2 * 4), WINDOW_M);
  private readonly at = new Vector3();

  constructor(private readonly gl: WebGLRenderer) {
    this.paint.colorSpace = SRGBColorSpace;
    this.mask.minFilter = LinearMipmapLinearFilter;
    const levels = [];
    for (let side = WINDOW_M; side >= CELLS; side /= 2)
      levels.push({ data: side === WINDOW_M ? this.mask.image.data! : new Uint8Array(side * side * 4), width: side, height: side });
    this.mask.mipmaps = levels;
    shared.uHeightMap.value = this.heights;
    shared.uPaintMap.value = this.paint;
    shared.uMaskMap.value = this.mask;
    shared.uPlot.value.set(0, 0, 0, WINDOW_M);
  }

  add(i: number, j: number, maps: SquareMaps): void {
    this.write(this.heights, 0, maps.heights, STEPS, i, j);
    this.write(this.paint, 0, maps.paint, STEPS, i, j);
    for (const [k, level] of maps.mask.entries()) this.write(this.mask, k, level, SQUARE_M >> k, i, j);
  }

  /** Shaders see the maps up to `known_m` from the eye; what has just come is unveiled from near to far. */
  frame(x: number, z: number, known_m: number, dtS: number): void {
    const { value } = shared.uPlot;
    value.set(x, z, Math.min(known_m, value.z + UNVEIL_MPS * dtS), WINDOW_M);
  }

  /** Into the graphics card, and into the copy here that a lost context is filled from again. */
  private write(into: DataTexture, level: number, data: TypedArray, side: number, i: number, j: number): void {
    const [column, row] = [cell(i) * side, cell(j) * side];
    const whole = into.mipmaps.length ? (into.mipmaps[level] as { data: TypedArray }).data : into.image.data!;
    const per = data.length / (side * side);
    const across = CELLS * side;
    for (let k = 0; k < side; k++)
      whole.set(data.subarray(k * side * per, (k + 1) * side * per), ((row + k) * across + column) * per);
    const piece = new DataTexture(data, side, side, into.format as never, into.type);
    this.gl.copyTextureToTexture(piece, into, null, this.at.set(column, row, 0), 0, level);
  }
}

const cell = (index: number): number => ((index % CELLS) + CELLS) % CELLS;

function texture(data: Uint8Array | Uint16Array, side: number, half = false): DataTexture {
  const made = half
    ? new DataTexture(data, side, side, RedFormat, HalfFloatType)
    : new DataTexture(data, side, side, RGBAFormat, UnsignedByteType);
  made.wrapS = RepeatWrapping;
  made.wrapT = RepeatWrapping;
  made.magFilter = LinearFilter;
  made.minFilter = LinearFilter;
  made.needsUpdate = true;
  return made;
}
