// Everything that stands on the land, by tile and square, whatever place it belongs to. A place's things are sorted when they are first asked
// for: its forests cost tens of milliseconds. In: the land. Out: meshes and lists, transferable.
import { WATER_LEVEL_M } from '../../../assembly/layout';
import type { Place, Tree } from '../../../src/shared/content/kinds';
import { expandForests } from '../../../src/shared/content/scatter';
import { Modeller } from '../modeller';
import { type Extent, extentOf, meets } from './extent';
import { type GatherableLook, lookOf } from './gatherables';
import { keyOf, SQUARE_M, TILE_M } from './grid';
import { Growth, treeShade, undergrowth, wildWoods } from './growth';
import type { Land } from './land';
import { SHADE_REACH, type Shade } from './maps';
import { type PackedMesh, packed } from './mesh';
import { type Fixtures, noFixtures, shadesOf, Works } from './works';

/** Squares along a tile's side. */
const SQUARES = TILE_M / SQUARE_M;

/** A thing to gather: `index` counts in the nodes of its place. */
export interface NodeSpot {
  place: number;
  index: number;
  look: GatherableLook;
  x: number;
  y: number;
  z: number;
}

/** What is seen of a tile from afar. */
export interface FarTile {
  works: PackedMesh | null;
  /** Items, see Growth. */
  trees: Float32Array;
  fixtures: Fixtures;
}

/** What is seen up close besides. */
export interface NearTile {
  works: PackedMesh | null;
  low: Float32Array;
  nodes: NodeSpot[];
}

/** One place's things, sorted. */
interface Estate {
  works: Works;
  trees: Map<number, Tree[]>;
  shades: Map<number, Shade[]>;
}

export class Things {
  private readonly extents: { place: Place; extent: Extent }[];
  private readonly estates = new Map<Place, Estate>();

  constructor(private readonly land: Land) {
    this.extents = land.places.map(place => ({ place, extent: extentOf(place) }));
  }

  far(i: number, j: number): FarTile {
    const { land } = this;
    const key = keyOf(i, j);
    const growth = new Growth(land);
    const fixtures = noFixtures();
    const m = new Modeller(key);
    for (const { works, trees } of this.reaching(i * TILE_M, j * TILE_M, TILE_M)) {
      for (const tree of trees.get(key) ?? []) growth.plant(tree);
      works.draw(key, 'far', m);
      works.fix(key, fixtures);
    }
    wildWoods(land, i, j, growth);
    return { works: packed(m), trees: growth.list, fixtures };
  }

  near(i: number, j: number): NearTile {
    const { land } = this;
    const key = keyOf(i, j);
    const [x, z] = [i * TILE_M, j * TILE_M];
    // Things stand on the ground as it is drawn.
    for (let k = 0; k < SQUARES ** 2; k++) land.survey(i * SQUARES + (k % SQUARES), j * SQUARES + Math.floor(k / SQUARES));
    const m = new Modeller(key);
    for (const { works } of this.reaching(x, z, TILE_M)) works.draw(key, 'near', m);
    const growth = new Growth(land);
    undergrowth(land, x, z, TILE_M, growth, []);
    return { works: packed(m), low: growth.list, nodes: this.nodes(x, z) };
  }

  /** Every shade that falls into a square. */
  shades(i: number, j: number): Shade[] {
    const [x, z] = [i * SQUARE_M, j * SQUARE_M];
    const shades = this.reaching(x, z, SQUARE_M).flatMap(estate => estate.shades.get(keyOf(i, j)) ?? []);
    undergrowth(this.land, x - 2, z - 2, SQUARE_M + 4, null, shades);
    return shades;
  }

  private nodes(x: number, z: number): NodeSpot[] {
    return this.land.places.flatMap(place =>
      place.nodes.flatMap((n, index) => {
        const here = n.x >= x && n.z >= z && n.x < x + TILE_M && n.z < z + TILE_M;
        if (!here) return [];
        // Fish are where the water ends, whatever lies under it.
        const y = n.prop === 'fish' ? WATER_LEVEL_M : this.land.height(n.x, n.z);
        return [{ place: place.number, index, look: lookOf(n), x: n.x, y, z: n.z }];
      }),
    );
  }

  private reaching(x: number, z: number, size: number): Estate[] {
    return this.extents.flatMap(({ place, extent }) => (meets(extent, x, z, size) ? [this.estate(place)] : []));
  }

  private estate(place: Place): Estate {
    const known = this.estates.get(place);
    if (known) return known;
    const estate: Estate = { works: new Works(place, this.land), trees: new Map(), shades: new Map() };
    const trees = [...place.trees, ...expandForests(place)];
    for (const tree of trees) put(estate.trees, keyOf(Math.floor(tree.x / TILE_M), Math.floor(tree.z / TILE_M)), tree);
    for (const shade of [...shadesOf(place), ...trees.map(treeShade)]) {
      const reach = shade.radius * SHADE_REACH + 1;
      const square = (metres: number) => Math.floor(metres / SQUARE_M);
      for (let j = square(shade.z - reach); j <= square(shade.z + reach); j++) {
        for (let i = square(shade.x - reach); i <= square(shade.x + reach); i++) put(estate.shades, keyOf(i, j), shade);
      }
    }
    this.estates.set(place, estate);
    return estate;
  }
}

function put<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
