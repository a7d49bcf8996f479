// Forests as single trees. In: a place. Out: the same trees on every machine (integer hash, then only + - * / and sqrt),
// kept off roads, water, buildings, fields, fences, spawns, people and their ways. The renderer draws exactly these, the core collides with them.
import { type Bounds, boundsOf } from '../regions';
import type { Biome, Place, Point, Tree } from './kinds';
import { weakly } from './weakly';

/** 0..1 from three whole numbers; 32-bit multiply-xor mix after Wellons' lowbias32 (nullprogram.com, 2018). */
export function hash01(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}

/** Distance from a point to a line of points, metres. */
export function distanceToPath(x: number, z: number, points: readonly Point[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 1; i < points.length; i++) {
    const [ax, az] = points[i - 1];
    const dx = points[i][0] - ax;
    const dz = points[i][1] - az;
    const t = ((x - ax) * dx + (z - az) * dz) / (dx * dx + dz * dz);
    const k = Math.min(1, Math.max(0, t));
    const ex = x - ax - dx * k;
    const ez = z - az - dz * k;
    const d = ex * ex + ez * ez;
    if (d < best) best = d;
  }
  return Math.sqrt(best);
}

/** What belongs to a place: west <= x < east, north <= z < south. */
export const groundsOf = (place: Pick<Place, 'region'>): Bounds => boundsOf(place.region.join('-'));

const near = (x: number, z: number, cx: number, cz: number, radius: number): boolean => {
  const dx = x - cx;
  const dz = z - cz;
  return dx * dx + dz * dz < radius * radius;
};

/** Where nothing may grow: what a place has put there, sorted into squares so that a question asks only what is near. */
class Clearings {
  private readonly squares = new Map<number, ((x: number, z: number) => boolean)[]>();

  constructor(place: Place) {
    for (const r of place.roads) this.along(r.points, r.width / 2 + 2);
    for (const r of place.rivers) this.along(r.points, r.width / 2 + 3);
    for (const l of place.lakes) {
      const rx = l.rx + 4;
      const rz = l.rz + 4;
      this.add(l.x - rx, l.z - rz, l.x + rx, l.z + rz, (x, z) => {
        const dx = (x - l.x) / rx;
        const dz = (z - l.z) / rz;
        return dx * dx + dz * dz < 1;
      });
    }
    for (const b of place.buildings) this.round(b, Math.sqrt(b.w * b.w + b.d * b.d) / 2 + 3);
    for (const f of place.fields) this.round(f, Math.sqrt(f.w * f.w + f.d * f.d) / 2 + 1);
    for (const b of place.bridges) this.round(b, b.length / 2 + 3);
    for (const p of place.props) this.round(p, 1.5 + p.scale);
    for (const n of place.nodes) this.round(n, 2);
    for (const s of place.spawns) this.round(s, 6);
    for (const n of place.npcs) {
      this.round(n, 2.5);
      if (n.route) this.along([[n.x, n.z], ...n.route], 2);
    }
    for (const f of place.fences) this.along(f.points, 1.2);
    for (const c of place.clearings) this.round(c, c.radius);
  }

  /** May a tree stand here? */
  isOpen(x: number, z: number): boolean {
    return !this.squares.get(square(x, z))?.some(covers => covers(x, z));
  }

  private round(at: { x: number; z: number }, radius: number): void {
    this.add(at.x - radius, at.z - radius, at.x + radius, at.z + radius, (x, z) => near(x, z, at.x, at.z, radius));
  }

  private along(points: readonly Point[], reach: number): void {
    for (let i = 1; i < points.length; i++) {
      const piece = [points[i - 1], points[i]] as const;
      const [[ax, az], [bx, bz]] = piece;
      const [west, east] = ax < bx ? [ax, bx] : [bx, ax];
      const [north, south] = az < bz ? [az, bz] : [bz, az];
      this.add(west - reach, north - reach, east + reach, south + reach, (x, z) => distanceToPath(x, z, piece) < reach);
    }
  }

  private add(west: number, north: number, east: number, south: number, covers: (x: number, z: number) => boolean): void {
    for (let x = west; x < east + SQUARE_M; x += SQUARE_M) {
      for (let z = north; z < south + SQUARE_M; z += SQUARE_M) {
        const key = square(Math.min(x, east), Math.min(z, south));
        const list = this.squares.get(key);
        if (!list) this.squares.set(key, [covers]);
        else if (list[list.length - 1] !== covers) list.push(covers);
      }
    }
  }
}
const SQUARE_M = 16;
const square = (x: number, z: number): number => Math.floor(x / SQUARE_M) * 4096 + Math.floor(z / SQUARE_M);

/**
 * All trees of a place's forests that stand on its own ground: a wood that runs over a border is planted by both sides. `density` is trees
 * per 100 m2 at the heart; the edge thins out. Order and bits are the same everywhere.
 */
export const expandForests = weakly((place: Place): readonly Tree[] => plantForests(place));

/** Trees stand at least this far apart. */
const APART_M = 1.9;

function plantForests(place: Place): Tree[] {
  const clearings = new Clearings(place);
  const { west, north, east, south } = groundsOf(place);
  const trees: Tree[] = [];
  const taken = new Map<number, Tree[]>();
  const key = (x: number, z: number): number => Math.floor(x / 4) * 4096 + Math.floor(z / 4);
  const crowded = (x: number, z: number): boolean => {
    for (let dx = -4; dx <= 4; dx += 4) {
      for (let dz = -4; dz <= 4; dz += 4) {
        for (const t of taken.get(key(x + dx, z + dz)) ?? []) if (near(x, z, t.x, t.z, APART_M)) return true;
      }
    }
    return false;
  };
  const plant = (tree: Tree): void => {
    trees.push(tree);
    const k = key(tree.x, tree.z);
    const cell = taken.get(k);
    if (cell) cell.push(tree);
    else taken.set(k, [tree]);
  };
  for (const t of place.trees) plant(t);
  place.forests.forEach((forest, number) => {
    const step = 10 / Math.sqrt(forest.density);
    const seed = place.seed * 131 + number;
    const cells = Math.ceil(forest.radius / step);
    for (let i = -cells; i <= cells; i++) {
      for (let j = -cells; j <= cells; j++) {
        const x = forest.x + (i + hash01(seed, i, j * 7 + 1) - 0.5) * step;
        const z = forest.z + (j + hash01(seed, i, j * 7 + 2) - 0.5) * step;
        if (x < west || z < north || x >= east || z >= south) continue;
        const dx = x - forest.x;
        const dz = z - forest.z;
        const away = Math.sqrt(dx * dx + dz * dz) / forest.radius;
        // Full to 60 % of the radius, then thinner, so that no edge looks cut.
        if (hash01(seed, i, j * 7 + 3) * 0.4 + 0.6 < away) continue;
        if (crowded(x, z) || !clearings.isOpen(x, z)) continue;
        const kind = forest.mix[Math.floor(hash01(seed, i, j * 7 + 4) * forest.mix.length)];
        const scale = 0.75 + hash01(seed, i, j * 7 + 5) * 0.6;
        plant({ kind, x, z, scale, seed: Math.floor(hash01(seed, i, j * 7 + 6) * 65536) });
      }
    }
  });
  return trees.slice(place.trees.length);
}

const LONE_STEP_M = 19;
/** What stands alone in the open, and between which latitudes: below the bare heights, and not in the sea. */
const LONE: Record<Biome, { kinds: readonly Tree['kind'][]; share: number; north: number; south: number }> = {
  meadow: { kinds: ['oak', 'birch', 'bush', 'bush', 'oak', 'pine', 'birch'], share: 0.42, north: 0, south: 2048 },
  forest: { kinds: ['oak', 'bush', 'pine', 'oak', 'bush', 'birch', 'pine'], share: 0.6, north: 150, south: 2048 },
  marsh: { kinds: ['birch', 'bush', 'dead', 'bush', 'birch', 'oak', 'dead'], share: 0.42, north: 0, south: 2048 },
  highland: { kinds: ['pine', 'bush', 'pine', 'birch', 'bush', 'pine', 'bush'], share: 0.36, north: 130, south: 2048 },
  coast: { kinds: ['bush', 'bush', 'birch', 'bush', 'oak', 'bush', 'pine'], share: 0.34, north: 0, south: 1830 },
  ash: { kinds: ['dead'], share: 0.3, north: 0, south: 2048 },
};

/** Single trees and bushes over the meadows of a place, none inside its forests: part of the place itself. */
export function loneTrees(place: Place): Tree[] {
  const clearings = new Clearings(place);
  const { west, north, east, south } = groundsOf(place);
  const lone = LONE[place.biome];
  const count = Math.floor((east - west) / LONE_STEP_M);
  const trees: Tree[] = [];
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      if (hash01(place.seed, i * 977 + j, 1) > lone.share) continue;
      const x = west + (i + hash01(place.seed, i * 977 + j, 2)) * LONE_STEP_M;
      const z = north + (j + hash01(place.seed, i * 977 + j, 3)) * LONE_STEP_M;
      if (z < lone.north || z > lone.south) continue;
      const inset = Math.min(x - west, z - north, east - x, south - z);
      if (inset < 3 || place.forests.some(f => near(x, z, f.x, f.z, f.radius)) || !clearings.isOpen(x, z)) continue;
      if (place.trees.some(t => near(x, z, t.x, t.z, 5))) continue;
      const kind = lone.kinds[Math.floor(hash01(place.seed, i * 977 + j, 4) * lone.kinds.length)];
      trees.push({ kind, x, z, scale: 0.8 + hash01(place.seed, i * 977 + j, 5) * 0.5, seed: (i * 977 + j) % 65536 });
    }
  }
  return trees;
}
