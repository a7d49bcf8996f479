// What grows, as items to be drawn: the places' own trees (the same the core collides with), the woods of the wilderness beyond, and what
// only the eye meets: bushes, ferns, reeds, heather and stones, by biome. In: the land. Out: flat arrays, and shades on the ground.
import type { Biome, Tree } from '../../../src/shared/content/kinds';
import { heath, LookBlend } from './biomes';
import { TILE_M } from './grid';
import type { Land } from './land';
import type { Locale } from './locale';
import type { Shade } from './maps';
import { fractal, hash, smooth } from './maths';
import { TREE_MODELS, type TreeModel } from './treemodels';

/** Each item is eight numbers: x, y, z, scale, turn, model, and its tint's brightness and warmth. */
export const ITEM = 8;

const mixed = new LookBlend();

export class Growth {
  private readonly items: number[] = [];

  constructor(private readonly land: Land) {}

  get list(): Float32Array {
    return new Float32Array(this.items);
  }

  put(model: TreeModel, x: number, z: number, scale: number, random: number, sink = 0): void {
    const { biomes } = this.land;
    biomes.weigh(x, z);
    this.items.push(
      x,
      this.land.height(x, z) - sink,
      z,
      scale,
      random * 6.283,
      TREE_MODELS.indexOf(model),
      (0.88 + hash(x * 7, z * 7) * 0.24) * mixed.set(biomes.shares).light,
      hash(x * 3 + 5, z * 3),
    );
  }

  plant(tree: Tree): void {
    const random = (tree.seed % 997) / 997;
    const { x, z, scale } = tree;
    if (tree.kind === 'bush') this.put(bushOf(this.land.biomes.pick(x, z, random), random), x, z, scale, random, 0.2);
    else this.put(modelOf(tree.kind, random), x, z, scale, random);
  }
}

function modelOf(kind: Exclude<Tree['kind'], 'bush'>, random: number): TreeModel {
  if (kind === 'oak') return random > 0.9 ? 'oakAutumn' : random > 0.5 ? 'oakTall' : 'oak';
  if (kind === 'birch') return random > 0.84 ? 'birchGold' : 'birch';
  if (kind === 'pine') return random > 0.5 ? 'pineTall' : 'pine';
  return kind;
}

/** Bushes bloom in the meadow and by the sea; elsewhere some are what grows there instead. Nothing collides with them. */
function bushOf(biome: Biome, random: number): TreeModel {
  if (biome === 'meadow' || biome === 'coast') return random > 0.75 ? 'bushBloom' : 'bush';
  return biome === 'highland' && random > 0.4 ? 'heather' : 'bush';
}

export function treeShade(tree: Tree): Shade {
  const bush = tree.kind === 'bush';
  const radius = (bush ? 1.2 : tree.kind === 'birch' ? 1.6 : 2.3) * tree.scale;
  return { x: tree.x, z: tree.z, radius, depth: bush ? 0.3 : 0.42 };
}

// ---- low growth ----

/** Candidates stand on a loose grid over the whole world. */
const LOW_STEP_M = 6.3;
/** No spot grows more often than this. */
const MOST_LOW = 0.75;

/** Low growth of a square: more in the woods and on steep ground, none in the way. */
export function undergrowth(land: Land, x0: number, z0: number, size: number, growth: Growth | null, shades: Shade[]): void {
  const first = (from: number) => Math.floor(from / LOW_STEP_M) - 1;
  const last = (from: number) => Math.ceil((from + size) / LOW_STEP_M) + 1;
  for (let j = first(z0); j < last(z0); j++) {
    for (let i = first(x0); i < last(x0); i++) {
      const luck = hash(i * 7 + 3, j * 5 + 1);
      if (luck > MOST_LOW) continue;
      const x = (i + 0.1 + hash(i, j) * 0.8) * LOW_STEP_M;
      const z = (j + 0.1 + hash(j + 991, i) * 0.8) * LOW_STEP_M;
      if (x < x0 || z < z0 || x >= x0 + size || z >= z0 + size) continue;
      grow(land, x, z, luck, hash(i + 31, j + 77), growth, shades);
    }
  }
}

function grow(land: Land, x: number, z: number, luck: number, kind: number, growth: Growth | null, shades: Shade[]): void {
  const y = land.height(x, z);
  if (y < -0.6) return;
  const locale = land.localeAt(x, z);
  const biome = land.biomes.pick(x, z, hash(x * 13, z * 11));
  const wood = locale.wood(x, z);
  const slope = land.slope(x, z);
  if (luck > chanceOf(biome, x, z, y, wood, slope)) return;
  if (inTheWay(locale, x, z)) return;
  const stony = slope > 0.5 || (y < 0.5 && biome !== 'marsh') || kind < STONY[biome];
  if (stony) growth?.put('stone', x, z, 0.22 + kind * kind * 0.7 + (slope > 0.5 ? 0.4 : 0), kind, 0.08);
  else if (OWN[biome] && kind > OWN[biome].from && y < OWN[biome].below_m) {
    growth?.put(OWN[biome].model, x, z, 0.7 + hash(x * 5, z * 9) * 0.6, luck * 9, 0.05);
  } else if (biome === 'coast' && y < BARE_SAND_M) return;
  else if (wood > 0.3 && kind < 0.75) growth?.put('fern', x, z, 0.8 + luck * 1.5, kind);
  else {
    growth?.put(bushOf(biome, kind > 0.86 ? 0.8 : kind * 0.7), x, z, 0.55 + kind * 0.45, luck * 9, 0.16);
    shades.push({ x, z, radius: 1.1, depth: 0.3 });
  }
}

/** Below this no bush stands by the sea. */
const BARE_SAND_M = 2.6;

const inTheWay = (locale: Locale, x: number, z: number): boolean =>
  locale.roadDistance(x, z) < 1.6 || locale.field(x, z) !== null || locale.isKept(x, z);

/** How much grows in the open: more where a biome has growth of its own. */
const OPEN_CHANCE: Record<Biome, number> = { meadow: 0.05, forest: 0.09, marsh: 0.2, highland: 0.12, coast: 0.13, ash: 0.12 };
/** Share of it that is stones. */
const STONY: Record<Biome, number> = { meadow: 0.2, forest: 0.16, marsh: 0.06, highland: 0.2, coast: 0.14, ash: 1 };
/** What only this biome grows: from which throw of the dice on, and not above this height. */
const OWN: Partial<Record<Biome, { model: TreeModel; from: number; below_m: number }>> = {
  forest: { model: 'fern', from: 0.45, below_m: 60 },
  marsh: { model: 'reed', from: 0.2, below_m: 4.5 },
  highland: { model: 'heather', from: 0.3, below_m: 90 },
  coast: { model: 'dunegrass', from: 0.3, below_m: 9 },
};

function chanceOf(biome: Biome, x: number, z: number, y: number, wood: number, slope: number): number {
  const own = biome === 'marsh' ? 1 - smooth(0.6, 2.2, y) : biome === 'highland' ? heath(x, z) : 0;
  return OPEN_CHANCE[biome] + wood * 0.4 + smooth(0.4, 0.7, slope) * 0.3 + own * 0.5;
}

// ---- the wilderness ----

const WILD_STEP_M = 13;

/** Woods of a tile where nobody laid out a place, for the eye only. */
export function wildWoods(land: Land, i0: number, j0: number, growth: Growth): void {
  const [x0, z0] = [i0 * TILE_M, j0 * TILE_M];
  const first = (from: number) => Math.floor(from / WILD_STEP_M) - 1;
  for (let j = first(z0); j * WILD_STEP_M < z0 + TILE_M; j++) {
    for (let i = first(x0); i * WILD_STEP_M < x0 + TILE_M; i++) {
      const luck = hash(i * 7 + 3, j * 5 + 2);
      if (luck > 0.65) continue;
      const x = (i + hash(i + 17, j) * 0.9) * WILD_STEP_M;
      const z = (j + hash(j + 57, i) * 0.9) * WILD_STEP_M;
      if (x < x0 || z < z0 || x >= x0 + TILE_M || z >= z0 + TILE_M) continue;
      if (luck > 0.03 + smooth(-0.1, 0.3, fractal(x / 190 + 40, z / 190 - 12, 2)) * 0.62) continue;
      const kind = hash(i + 31, j + 77);
      const biome = land.biomes.pick(x, z, hash(i + 7, j + 3));
      if (land.biomes.wild < 0.5 + hash(i, j + 9) * 0.5) continue;
      const y = land.lie(x, z);
      if (y < 1.2 || y > 110 || land.slope(x, z, 8) > 0.75) continue;
      growth.put(wildTree(biome, kind, smooth(22, 60, y)), x, z, 0.9 + hash(i, j + 400) * 0.6, kind);
    }
  }
}

/** Pines take over with height. */
function wildTree(biome: Biome, kind: number, high: number): TreeModel {
  if (biome === 'ash') return 'dead';
  const pines = biome === 'highland' ? 0.7 : biome === 'forest' ? 0.4 : 0.2;
  if (kind < pines + high * 0.75) return kind * 7 - Math.floor(kind * 7) > 0.5 ? 'pineTall' : 'pine';
  if (biome === 'marsh') return kind > 0.8 ? 'dead' : 'birch';
  return kind > 0.93 ? 'oakAutumn' : kind > 0.6 ? 'oakTall' : 'oak';
}
