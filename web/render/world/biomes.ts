// Which biome rules where, and how each looks: the regions' biomes flow into one another over some 80 m along lines that wander, so that
// no border shows. In: the places. Out: shares of biomes at a point, and looks blended by them. No three in here: the builder reads it too.
import { REGION_SIZE_M } from '../../../assembly/layout';
import { BIOMES, type Biome, type Place } from '../../../src/shared/content/kinds';
import { type Hex, type Paint, type Rgb, rgb } from '../palette';
import { clamp, fractal, noise, smooth } from './maths';

/** Regions along a side of the world. */
const SIDE = 4;
const NOBODY = -1;
const MEADOW = BIOMES.indexOf('meadow');
/** Half of the width over which two biomes blend. */
const BLEND_M = 42;
const HALF = BLEND_M / REGION_SIZE_M;
/** How far the line between two biomes strays from the border, in bends of three sizes. */
const STRAY_M = [64, 22, 6] as const;
const BEND_M = [210, 61, 17] as const;

export class Biomes {
  /** Shares of the biomes (in the order of BIOMES) at the point last weighed; together 1. */
  readonly shares = new Float32Array(BIOMES.length);
  /** 0 where a place is laid out, 1 in the wilderness beyond. */
  wild = 0;
  private readonly kinds = new Int8Array(SIDE * SIDE).fill(NOBODY);

  constructor(places: readonly Place[]) {
    for (const { biome, region } of places) this.kinds[region[2] * SIDE + region[1]] = BIOMES.indexOf(biome);
  }

  /** Sets `shares` and `wild` for a point. */
  weigh(x: number, z: number): void {
    const u = (x + stray(x, z, 0)) / REGION_SIZE_M - 0.5;
    const v = (z + stray(x, z, 40)) / REGION_SIZE_M - 0.5;
    const [i, j] = [Math.floor(u), Math.floor(v)];
    const s = smooth(0.5 - HALF, 0.5 + HALF, u - i);
    const t = smooth(0.5 - HALF, 0.5 + HALF, v - j);
    this.shares.fill(0);
    this.wild = 0;
    this.add(i, j, (1 - s) * (1 - t));
    if (s > 0) this.add(i + 1, j, s * (1 - t));
    if (t > 0) this.add(i, j + 1, (1 - s) * t);
    if (s > 0 && t > 0) this.add(i + 1, j + 1, s * t);
  }

  /** The biome at a point: of several that share it the one that `luck` (0..1) falls on. */
  pick(x: number, z: number, luck: number): Biome {
    this.weigh(x, z);
    let left = luck;
    for (let b = 0; b < BIOMES.length; b++) {
      left -= this.shares[b];
      if (left < 0) return BIOMES[b];
    }
    return BIOMES[this.shares.indexOf(Math.max(...this.shares))];
  }

  private add(i: number, j: number, share: number): void {
    const kind = this.kinds[clamp(j, 0, SIDE - 1) * SIDE + clamp(i, 0, SIDE - 1)];
    this.shares[kind === NOBODY ? MEADOW : kind] += share;
    if (kind === NOBODY || i < 0 || j < 0 || i >= SIDE || j >= SIDE) this.wild += share;
  }
}

function stray(x: number, z: number, seed: number): number {
  let sum = 0;
  for (let k = 0; k < BEND_M.length; k++) sum += noise(x / BEND_M[k] + seed, z / BEND_M[k] - seed) * STRAY_M[k];
  return sum;
}

/** 0..1: where heather lies in sheets over the highland. */
export const heath = (x: number, z: number): number => smooth(-0.05, 0.35, fractal(x / 34 + 70, z / 34, 2));

/** How ground and grass look in a biome. */
export interface Look {
  grass: Rgb;
  lush: Rgb;
  dry: Rgb;
  /** In patches, up close. */
  mottle: Rgb;
  dark: Rgb;
  shore: Rgb;
  rock: Rgb;
  /** Height up to which the shore is bare. */
  shore_m: number;
  /** How much of the ground sheets of heather cover. */
  heath: number;
  /** Brightness of what grows, 1 as in the meadow. */
  light: number;
  /** Grass and flowers, 1 as in the meadow. */
  tufts: number;
  flowers: number;
  /** Light tips of the blades, and their size. */
  tip: Rgb;
  blade: number;
  /** Four colours of petals. */
  petals: readonly [Rgb, Rgb, Rgb, Rgb];
  /** Water where it is shallow, deeper, deepest. */
  water: readonly [Rgb, Rgb, Rgb];
  /** The air: what its colours are multiplied by, and how thick it is, 1 as over the meadow. */
  air: Rgb;
  mist: number;
}

const colors = (...names: (Paint | Hex)[]): Rgb[] => names.map(rgb);
function look(ground: Rgb[], rest: Omit<Look, 'grass' | 'lush' | 'dry' | 'mottle' | 'dark' | 'shore' | 'rock'>): Look {
  const [grass, lush, dry, mottle, dark, shore, rock] = ground;
  return { grass, lush, dry, mottle, dark, shore, rock, ...rest };
}

const MEADOW_PETALS: Look['petals'] = [
  [0.95, 0.93, 0.86],
  [0.93, 0.62, 0.1],
  [0.5, 0.32, 0.8],
  [0.88, 0.26, 0.3],
];

const water = (...names: (Paint | Hex)[]): Look['water'] => names.map(rgb) as unknown as Look['water'];
const CLEAR = water('waterShallow', 'water', 'waterDeep');

// biome-ignore format: a table reads best with one row to a line
export const LOOKS: Readonly<Record<Biome, Look>> = {
  meadow: look(colors('grass', 'grassLush', 'grassDry', 'meadow', 'grassDark', 'sand', 'rock'), {
    shore_m: 1.15, heath: 0, light: 1, tufts: 1, flowers: 1, tip: [0.56, 0.6, 0.17], blade: 1, petals: MEADOW_PETALS, water: CLEAR, air: [1, 1, 1], mist: 1,
  }),
  forest: look(colors('#6f9c4c', '#5a8c43', '#96a052', '#82a452', '#3f6f37', '#c9b483', '#7f837c'), {
    shore_m: 1, heath: 0, light: 0.92, tufts: 0.8, flowers: 0.45, tip: [0.38, 0.52, 0.16], blade: 1.05,
    petals: [[0.93, 0.95, 0.9], [0.92, 0.84, 0.3], [0.36, 0.42, 0.86], [0.9, 0.9, 0.96]], water: water('#5cbfae', '#2f8fa6', '#1c5a86'), air: [0.93, 1, 0.95], mist: 1.18,
  }),
  marsh: look(colors('#788f4d', '#577d50', '#a8985a', '#938f55', '#47603f', '#80704c', '#77776f'), {
    shore_m: 1.5, heath: 0, light: 0.84, tufts: 1, flowers: 0.5, tip: [0.58, 0.53, 0.2], blade: 1.3,
    petals: [[0.95, 0.94, 0.8], [0.93, 0.8, 0.2], [0.62, 0.5, 0.82], [0.95, 0.94, 0.9]], water: water('#7fae86', '#4d8a7d', '#2b5a58'), air: [0.95, 1, 0.92], mist: 1.6,
  }),
  highland: look(colors('#8f9d58', '#789150', '#b8a564', '#a39a62', '#6c784a', '#b9ad98', '#8b8d96'), {
    shore_m: 0.8, heath: 0.62, light: 0.92, tufts: 0.72, flowers: 1.1, tip: [0.66, 0.56, 0.26], blade: 0.85,
    petals: [[0.62, 0.36, 0.7], [0.74, 0.45, 0.76], [0.52, 0.3, 0.62], [0.95, 0.9, 0.6]], water: water('#66c6cf', '#2f88b8', '#1b4f8c'), air: [0.98, 1, 1.03], mist: 0.85,
  }),
  coast: look(colors('#a0b566', '#82a858', '#d2c27e', '#bac276', '#6f9252', '#f2e1b2', '#9a948c'), {
    shore_m: 2.7, heath: 0, light: 0.98, tufts: 0.7, flowers: 0.8, tip: [0.74, 0.7, 0.38], blade: 1.1,
    petals: [[0.92, 0.55, 0.68], [0.95, 0.85, 0.35], [0.95, 0.93, 0.9], [0.86, 0.45, 0.62]], water: water('#6fdcd0', '#2fa3c4', '#17609f'), air: [0.99, 1, 1.03], mist: 0.9,
  }),
  ash: look(colors('#776a5f', '#625850', '#94826f', '#6a5d54', '#4b4240', '#544b48', '#786a66'), {
    shore_m: 0.6, heath: 0, light: 0.7, tufts: 0.1, flowers: 0, tip: [0.32, 0.26, 0.2], blade: 0.7,
    petals: [[0.9, 0.4, 0.1], [0.8, 0.3, 0.1], [0.6, 0.3, 0.2], [0.9, 0.5, 0.2]], water: water('#6a5a4a', '#4d3d34', '#2b201c'), air: [1.02, 0.94, 0.9], mist: 1.5,
  }),
};

type Mixed<T> = T extends number ? number : T extends readonly Rgb[] ? [number, number, number][] : [number, number, number];
type Blend = { -readonly [K in keyof Look]: Mixed<Look[K]> };

/** The look by shares of biomes, written into one object that is used again. */
export class LookBlend {
  readonly look: Blend = structuredClone(LOOKS.meadow) as unknown as Blend;

  set(shares: ArrayLike<number>): Blend {
    const { look: out } = this;
    let first = true;
    for (let b = 0; b < BIOMES.length; b++) {
      if (shares[b] <= 0) continue;
      this.add(LOOKS[BIOMES[b]], shares[b], first);
      first = false;
    }
    return out;
  }

  private add(look: Look, share: number, first: boolean): void {
    const { look: out } = this;
    const put = (to: number[], from: Rgb) => {
      for (let k = 0; k < 3; k++) to[k] = (first ? 0 : to[k]) + from[k] * share;
    };
    for (const part of RGB_PARTS) put(out[part], look[part]);
    for (let k = 0; k < 4; k++) put(out.petals[k], look.petals[k]);
    for (let k = 0; k < 3; k++) put(out.water[k], look.water[k]);
    for (const part of NUMBER_PARTS) out[part] = (first ? 0 : out[part]) + look[part] * share;
  }
}

const RGB_PARTS = ['grass', 'lush', 'dry', 'mottle', 'dark', 'shore', 'rock', 'tip', 'air'] as const;
const NUMBER_PARTS = ['shore_m', 'heath', 'light', 'tufts', 'flowers', 'blade', 'mist'] as const;
