// Shapes and sums the modeller builds from: rings, loops, icospheres, 3x4 matrices, colours as numbers, seeded chance. Pure.

export type Vec3 = readonly [x: number, y: number, z: number];
/** '#rrggbb' (sRGB) or a linear colour. */
export type Paint = string | Vec3;

/** One ring of a loft: height, half widths, centre; paint and shade hold for the band above it. */
export interface Ring {
  y: number;
  rx: number;
  rz?: number;
  ox?: number;
  oz?: number;
  paint?: Paint;
  shade?: number;
}

/** A small seeded random number generator (mulberry32): equal seeds give equal worlds. Returns 0..1. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const paints = new Map<string, Vec3>();

/** Linear colour of a paint. */
export function linear(paint: Paint): Vec3 {
  if (typeof paint !== 'string') return paint;
  const known = paints.get(paint);
  if (known) return known;
  const hex = Number.parseInt(paint.slice(1), 16);
  const channel = (shift: number) => {
    const c = ((hex >> shift) & 255) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const rgb: Vec3 = [channel(16), channel(8), channel(0)];
  paints.set(paint, rgb);
  return rgb;
}

export function boxRing(x: number, y: number, z: number, hw: number, hd: number, bevel: number): Vec3[] {
  if (!bevel)
    return [
      [x - hw, y, z - hd],
      [x + hw, y, z - hd],
      [x + hw, y, z + hd],
      [x - hw, y, z + hd],
    ];
  return [
    [x - hw + bevel, y, z - hd],
    [x + hw - bevel, y, z - hd],
    [x + hw, y, z - hd + bevel],
    [x + hw, y, z + hd - bevel],
    [x + hw - bevel, y, z + hd],
    [x - hw + bevel, y, z + hd],
    [x - hw, y, z + hd - bevel],
    [x - hw, y, z - hd + bevel],
  ];
}

export function loop(ring: Ring, sides: number, turn: number, square: number): Vec3[] {
  const { y, rx, rz = rx, ox = 0, oz = 0 } = ring;
  return Array.from({ length: sides }, (_, i): Vec3 => {
    const angle = turn + (i / sides) * Math.PI * 2;
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    return [ox + Math.sign(c) * Math.abs(c) ** square * rx, y, oz + Math.sign(s) * Math.abs(s) ** square * rz];
  });
}

interface Icosphere {
  points: Vec3[];
  faces: [number, number, number][];
}
const icospheres = new Map<number, Icosphere>();

/** Unit icosphere with shared points, subdivided `detail` times. */
export function icosphere(detail: number): Icosphere {
  const known = icospheres.get(detail);
  if (known) return known;
  const made = detail === 0 ? icosahedron() : subdivide(icosphere(detail - 1));
  icospheres.set(detail, made);
  return made;
}

function icosahedron(): Icosphere {
  const t = (1 + Math.sqrt(5)) / 2;
  const corners: Vec3[] = [
    [-1, t, 0],
    [1, t, 0],
    [-1, -t, 0],
    [1, -t, 0],
    [0, -1, t],
    [0, 1, t],
    [0, -1, -t],
    [0, 1, -t],
    [t, 0, -1],
    [t, 0, 1],
    [-t, 0, -1],
    [-t, 0, 1],
  ];
  return {
    points: corners.map(unit),
    faces: [
      [0, 11, 5],
      [0, 5, 1],
      [0, 1, 7],
      [0, 7, 10],
      [0, 10, 11],
      [1, 5, 9],
      [5, 11, 4],
      [11, 10, 2],
      [10, 7, 6],
      [7, 1, 8],
      [3, 9, 4],
      [3, 4, 2],
      [3, 2, 6],
      [3, 6, 8],
      [3, 8, 9],
      [4, 9, 5],
      [2, 4, 11],
      [6, 2, 10],
      [8, 6, 7],
      [9, 8, 1],
    ],
  };
}

function subdivide(from: Icosphere): Icosphere {
  const points = [...from.points];
  const halves = new Map<number, number>();
  const half = (a: number, b: number) => {
    const key = a < b ? a * 65536 + b : b * 65536 + a;
    const known = halves.get(key);
    if (known !== undefined) return known;
    points.push(unit(mix(points[a], points[b], 0.5)));
    halves.set(key, points.length - 1);
    return points.length - 1;
  };
  const faces = from.faces.flatMap(([a, b, c]): [number, number, number][] => {
    const ab = half(a, b);
    const bc = half(b, c);
    const ca = half(c, a);
    return [
      [a, ab, ca],
      [b, bc, ab],
      [c, ca, bc],
      [ab, bc, ca],
    ];
  });
  return { points, faces };
}

export function multiply(a: readonly number[], b: readonly number[]): number[] {
  const out = new Array<number>(12);
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 4; column++) {
      const sum = a[row * 4] * b[column] + a[row * 4 + 1] * b[4 + column] + a[row * 4 + 2] * b[8 + column];
      out[row * 4 + column] = column === 3 ? sum + a[row * 4 + 3] : sum;
    }
  }
  return out;
}

export function faceNormal(a: Vec3, b: Vec3, c: Vec3): Vec3 | null {
  const ux = b[0] - a[0];
  const uy = b[1] - a[1];
  const uz = b[2] - a[2];
  const vx = c[0] - a[0];
  const vy = c[1] - a[1];
  const vz = c[2] - a[2];
  const n: Vec3 = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  return Math.hypot(...n) < 1e-7 ? null : unit(n);
}

export function unit(v: Vec3): Vec3 {
  const length = Math.hypot(v[0], v[1], v[2]) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
}

export function mix(a: Vec3, b: Vec3, k: number): Vec3 {
  return [a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k, a[2] + (b[2] - a[2]) * k];
}
