// Where everything grows: the place's own trees and forests (the same the core collides with), and what only the eye meets:
// bushes, ferns and stones of the region, and the woods of the hills around it. In: the land. Out: flat arrays, transferable.
import type { Tree } from '../../../src/shared/content/kinds';
import { expandForests } from '../../../src/shared/content/scatter';
import type { Land } from './land';
import type { Shade } from './maps';
import { fractal, hash, smooth } from './maths';
import { TREE_MODELS, type TreeModel } from './treemodels';

/** Each item is eight numbers: x, y, z, scale, turn, model, and its tint's brightness and warmth. */
export const ITEM = 8;

export interface Growth {
  items: Float32Array;
  count: number;
}

/** No spot grows more often than this. */
const MOST_UNDERGROWTH = 0.75;

export class Grower {
  private readonly out: number[] = [];
  readonly shades: Shade[] = [];

  constructor(private readonly land: Land) {
    const { place } = land;
    for (const tree of [...place.trees, ...expandForests(place)]) this.plant(tree);
    this.undergrowth();
    this.hills();
  }

  growth(): Growth {
    return { items: new Float32Array(this.out), count: this.out.length / ITEM };
  }

  private put(model: TreeModel, x: number, z: number, scale: number, random: number, sink = 0): void {
    const y = this.land.height(x, z) - sink;
    this.out.push(
      x,
      y,
      z,
      scale,
      random * 6.283,
      TREE_MODELS.indexOf(model),
      0.88 + hash(x * 7, z * 7) * 0.24,
      hash(x * 3 + 5, z * 3),
    );
  }

  private plant(tree: Tree): void {
    const random = (tree.seed % 997) / 997;
    const model = modelOf(tree, random);
    const bush = tree.kind === 'bush';
    this.put(model, tree.x, tree.z, tree.scale, random, bush ? 0.2 : 0);
    this.shades.push({
      x: tree.x,
      z: tree.z,
      radius: (bush ? 1.2 : tree.kind === 'birch' ? 1.6 : 2.3) * tree.scale,
      depth: bush ? 0.3 : 0.42,
    });
  }

  /** Bushes, ferns and stones on a loose grid over the region: more in the woods and on steep ground, none in the way. */
  private undergrowth(): void {
    const { plot } = this.land;
    const step = 6.3;
    const cells = Math.floor(plot.size / step);
    for (let j = 0; j < cells; j++) {
      for (let i = 0; i < cells; i++) {
        const x = plot.x + (i + 0.1 + hash(i, j) * 0.8) * step;
        const z = plot.z + (j + 0.1 + hash(j + 991, i) * 0.8) * step;
        this.grow(x, z, hash(i * 7 + 3, j * 5 + 1), hash(i + 31, j + 77));
      }
    }
  }

  private grow(x: number, z: number, luck: number, kind: number): void {
    if (luck > MOST_UNDERGROWTH) return;
    const { land } = this;
    const wood = land.wood(x, z);
    const slope = land.slope(x, z);
    const chance = 0.05 + wood * 0.4 + smooth(0.4, 0.7, slope) * 0.3;
    if (luck > chance || land.roadDistance(x, z) < 1.6 || land.field(x, z) || this.nearBuilding(x, z)) return;
    const y = land.height(x, z);
    if (y < -0.6) return;
    if (slope > 0.5 || y < 0.5 || kind < 0.2) {
      this.put('stone', x, z, 0.22 + kind * kind * 0.7 + (slope > 0.5 ? 0.4 : 0), kind, 0.08);
    } else if (wood > 0.3 && kind < 0.75) {
      this.put('fern', x, z, 0.8 + luck * 1.5, kind);
    } else {
      this.put(kind > 0.86 ? 'bushBloom' : 'bush', x, z, 0.55 + kind * 0.45, luck * 9, 0.16);
      this.shades.push({ x, z, radius: 1.1, depth: 0.3 });
    }
  }

  private nearBuilding(x: number, z: number): boolean {
    const { place } = this.land;
    if (place.buildings.some(b => Math.hypot(x - b.x, z - b.z) < Math.max(b.w, b.d) * 0.5 + 2.5)) return true;
    return place.spawns.some(s => Math.hypot(x - s.x, z - s.z) < 5) || place.npcs.some(n => Math.hypot(x - n.x, z - n.z) < 2);
  }

  /** Woods beyond the region's border, for the eye only. */
  private hills(): void {
    const { land } = this;
    const { plot } = land;
    const step = 13;
    const reach = 620;
    const cells = Math.floor((plot.size + reach * 2) / step);
    for (let j = 0; j < cells; j++) {
      for (let i = 0; i < cells; i++) {
        const x = plot.x - reach + (i + hash(i + 17, j) * 0.9) * step;
        const z = plot.z - reach + (j + hash(j + 57, i) * 0.9) * step;
        if (land.inPlot(x, z)) continue;
        const luck = hash(i * 7 + 3, j * 5 + 2);
        if (luck > 0.65 || luck > 0.03 + smooth(-0.1, 0.3, fractal(x / 190 + 40, z / 190 - 12, 2)) * 0.62) continue;
        const y = land.height(x, z);
        if (y < 1.2 || y > 110 || land.slope(x, z, 8) > 0.75) continue;
        const kind = hash(i + 31, j + 77);
        const high = smooth(22, 60, y);
        const model: TreeModel = kind < 0.2 + high * 0.75 ? 'pine' : kind > 0.93 ? 'oakAutumn' : kind > 0.6 ? 'oakTall' : 'oak';
        this.put(model, x, z, 0.9 + hash(i, j + 400) * 0.6, kind);
      }
    }
  }
}

function modelOf(tree: Tree, random: number): TreeModel {
  if (tree.kind === 'oak') return random > 0.9 ? 'oakAutumn' : random > 0.5 ? 'oakTall' : 'oak';
  if (tree.kind === 'birch') return random > 0.84 ? 'birchGold' : 'birch';
  if (tree.kind === 'pine') return random > 0.5 ? 'pineTall' : 'pine';
  if (tree.kind === 'bush') return random > 0.75 ? 'bushBloom' : 'bush';
  return tree.kind;
}
