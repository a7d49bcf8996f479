// Forests as single trees. In: a place. Out: the same trees on every machine (integer hash, then only + - * / and sqrt),
// kept off roads, water, buildings, fields, fences, spawns and camps' hearts. The renderer draws exactly these, the core collides with them.
import type { Place, Point, Tree } from './kinds';

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

const near = (x: number, z: number, cx: number, cz: number, radius: number): boolean => {
  const dx = x - cx;
  const dz = z - cz;
  return dx * dx + dz * dz < radius * radius;
};

/** May a tree stand here? */
export function isOpen(place: Place, x: number, z: number): boolean {
  for (const r of place.roads) if (distanceToPath(x, z, r.points) < r.width / 2 + 2) return false;
  for (const r of place.rivers) if (distanceToPath(x, z, r.points) < r.width / 2 + 3) return false;
  for (const l of place.lakes) {
    const dx = (x - l.x) / (l.rx + 4);
    const dz = (z - l.z) / (l.rz + 4);
    if (dx * dx + dz * dz < 1) return false;
  }
  for (const b of place.buildings) if (near(x, z, b.x, b.z, Math.sqrt(b.w * b.w + b.d * b.d) / 2 + 3)) return false;
  for (const f of place.fields) if (near(x, z, f.x, f.z, Math.sqrt(f.w * f.w + f.d * f.d) / 2 + 1)) return false;
  for (const b of place.bridges) if (near(x, z, b.x, b.z, b.length / 2 + 3)) return false;
  for (const p of place.props) if (near(x, z, p.x, p.z, 1.5 + p.scale)) return false;
  for (const n of place.nodes) if (near(x, z, n.x, n.z, 2)) return false;
  for (const s of place.spawns) if (near(x, z, s.x, s.z, 6)) return false;
  for (const n of place.npcs) {
    if (near(x, z, n.x, n.z, 2.5)) return false;
    if (n.route && distanceToPath(x, z, [[n.x, n.z], ...n.route]) < 2) return false;
  }
  for (const f of place.fences) if (distanceToPath(x, z, f.points) < 1.2) return false;
  return true;
}

/** Trees stand at least this far apart. */
const APART_M = 1.9;

/**
 * All trees of a place's forests. `density` is trees per 100 m2 at the heart; the edge thins out. Order and bits are the same everywhere.
 * Cost: a few tens of ms for a region; call it once and keep the result.
 */
export function expandForests(place: Place): Tree[] {
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
        const dx = x - forest.x;
        const dz = z - forest.z;
        const away = Math.sqrt(dx * dx + dz * dz) / forest.radius;
        // Full to 60 % of the radius, then thinner, so that no edge looks cut.
        if (hash01(seed, i, j * 7 + 3) * 0.4 + 0.6 < away) continue;
        if (crowded(x, z) || !isOpen(place, x, z)) continue;
        const kind = forest.mix[Math.floor(hash01(seed, i, j * 7 + 4) * forest.mix.length)];
        const scale = 0.75 + hash01(seed, i, j * 7 + 5) * 0.6;
        plant({ kind, x, z, scale, seed: Math.floor(hash01(seed, i, j * 7 + 6) * 65536) });
      }
    }
  });
  return trees.slice(place.trees.length);
}

const LONE_STEP_M = 19;
const LONE_KINDS: readonly Tree['kind'][] = ['oak', 'birch', 'bush', 'bush', 'oak', 'pine', 'birch'];

/** Single trees and bushes over the meadows of a place, none inside its forests: part of the place itself. */
export function loneTrees(place: Place): Tree[] {
  const [level, column, row] = place.region;
  const size = 2048 / 2 ** level;
  const count = Math.floor(size / LONE_STEP_M);
  const trees: Tree[] = [];
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      if (hash01(place.seed, i * 977 + j, 1) > 0.42) continue;
      const x = column * size + (i + hash01(place.seed, i * 977 + j, 2)) * LONE_STEP_M;
      const z = row * size + (j + hash01(place.seed, i * 977 + j, 3)) * LONE_STEP_M;
      const inset = Math.min(x - column * size, z - row * size, (column + 1) * size - x, (row + 1) * size - z);
      if (inset < 3 || place.forests.some(f => near(x, z, f.x, f.z, f.radius)) || !isOpen(place, x, z)) continue;
      if (place.trees.some(t => near(x, z, t.x, t.z, 5))) continue;
      const kind = LONE_KINDS[Math.floor(hash01(place.seed, i * 977 + j, 4) * LONE_KINDS.length)];
      trees.push({ kind, x, z, scale: 0.8 + hash01(place.seed, i * 977 + j, 5) * 0.5, seed: (i * 977 + j) % 65536 });
    }
  }
  return trees;
}
