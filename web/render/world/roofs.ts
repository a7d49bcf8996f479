// Roofs: gabled roofs in rows of tiles or thatch with a bell-cast curve, the gable walls under them, and chimneys.
// Local metres; the ridge runs along x. Drawn into a Modeller.
import type { Modeller, Vec3 } from '../modeller';
import { brace, glow, P, strewStones, tagged } from './kit';

export interface Roof {
  /** Size of the walls under it. */
  w: number;
  d: number;
  /** Height of the walls' top. */
  y: number;
  paint: string;
  thatch: boolean;
  wall: string;
  /** Rise over depth; 0.6 when not given. */
  pitch?: number;
  /** Leaves the gables open (barns, sheds). */
  openGables?: boolean;
}

/** Height of the ridge above the walls' top. */
export function riseOf(roof: Roof): number {
  return roof.d * (roof.pitch ?? (roof.thatch ? 0.66 : 0.6)) + 0.35;
}

/** Draws the roof; returns the ridge's height. */
export function gableRoof(m: Modeller, roof: Roof): number {
  const rise = riseOf(roof);
  const base = roof.y - 0.28;
  const half = roof.d / 2 + 0.6;
  const length = roof.w + 1;
  const rows = roof.thatch ? 5 : 7;
  const profile = (t: number) => ({ z: half * (1 - t), y: base + rise * t ** 1.18 });
  for (const side of [-1, 1]) {
    for (let k = 0; k < rows; k++) tileRow(m, roof, side, length, profile(k / rows), profile((k + 1) / rows), k / rows);
  }
  const top = profile(1).y;
  const cap = roof.thatch ? P.thatchDark : roof.paint;
  m.box(0, top - 0.02, 0, length + 0.16, 0.2, 0.34, cap, { shade: 0.85, bevel: 0.05 });
  if (!roof.openGables) gables(m, roof, top, profile(0.5));
  return top;
}

interface Edge {
  y: number;
  z: number;
}

function tileRow(m: Modeller, roof: Roof, side: number, length: number, low: Edge, high: Edge, up: number): void {
  const count = roof.thatch ? 5 : Math.round(length / 0.9);
  const thick = roof.thatch ? 0.26 : 0.13;
  const wide = length / count;
  for (let q = 0; q < count; q++) {
    const x0 = -length / 2 + q * wide;
    const lift = thick + m.random() * 0.03;
    const shade = (0.86 + m.random() * 0.24) * (0.84 + 0.2 * up);
    const outZ = low.z + 0.09 + (m.random() - 0.5) * 0.05;
    tile(
      m,
      side,
      x0,
      x0 + wide + 0.01,
      { y: low.y - 0.05, z: outZ },
      { y: high.y + 0.05, z: high.z - 0.02 },
      lift,
      roof.paint,
      shade,
    );
  }
  const x = length / 2;
  const under: Vec3[] = [
    [-x, low.y - 0.06, side * low.z],
    [x, low.y - 0.06, side * low.z],
    [x, high.y - 0.02, side * high.z],
    [-x, high.y - 0.02, side * high.z],
  ];
  face(m, side < 0, under, P.timberDark, 0.8);
  // A board under the tiles, so that no light falls through their joints.
  face(
    m,
    side > 0,
    under.map(([ux, uy, uz]): Vec3 => [ux, uy + 0.05, uz]),
    roof.paint,
    0.6,
  );
  for (const end of [-1, 1]) barge(m, end, side, length / 2 + 0.02, low, high);
}

/** One tile: its sloping top and the step at its lower edge. */
function tile(
  m: Modeller,
  side: number,
  x0: number,
  x1: number,
  low: Edge,
  high: Edge,
  lift: number,
  paint: string,
  shade: number,
): void {
  const lowZ = side * low.z;
  const highZ = side * high.z;
  const top: Vec3[] = [
    [x0, low.y + lift, lowZ],
    [x1, low.y + lift, lowZ],
    [x1, high.y, highZ],
    [x0, high.y, highZ],
  ];
  const step: Vec3[] = [
    [x0, low.y, lowZ],
    [x1, low.y, lowZ],
    [x1, low.y + lift, lowZ],
    [x0, low.y + lift, lowZ],
  ];
  face(m, side > 0, top, paint, shade);
  face(m, side > 0, step, paint, shade * 0.74);
}

/** The board along a gable's sloping edge. */
function barge(m: Modeller, end: number, side: number, x: number, low: Edge, high: Edge): void {
  const at = end * x;
  const board: Vec3[] = [
    [at, low.y - 0.2, side * low.z],
    [at, low.y + 0.14, side * (low.z + 0.06)],
    [at, high.y + 0.16, side * high.z],
    [at, high.y - 0.2, side * high.z],
  ];
  face(m, end * side < 0, board, P.timberPale, 1);
}

function face(m: Modeller, asGiven: boolean, corners: readonly Vec3[], paint: string, shade: number): void {
  const [a, b, c, d] = corners;
  if (asGiven) m.quad(a, b, c, d, paint, shade);
  else m.quad(d, c, b, a, paint, shade);
}

function gables(m: Modeller, roof: Roof, top: number, middle: Edge): void {
  const rise = top - roof.y;
  for (const end of [-1, 1]) {
    const x = (end * roof.w) / 2;
    const outline: Vec3[] = [
      [x, roof.y, -roof.d / 2],
      [x, middle.y - 0.02, -middle.z * 0.96],
      [x, top - 0.05, 0],
      [x, middle.y - 0.02, middle.z * 0.96],
      [x, roof.y, roof.d / 2],
    ];
    if (end > 0) outline.reverse();
    for (let i = 1; i < outline.length - 1; i++) m.tri(outline[0], outline[i + 1], outline[i], roof.wall);
    const out = x + end * 0.03;
    m.box(out, roof.y, 0, 0.12, rise - 0.3, 0.16, P.timber);
    m.box(out, roof.y - 0.02, 0, 0.12, 0.18, roof.d * 0.96, P.timber);
    for (const s of [-1, 1]) brace(m, [out, roof.y + 0.1, s * roof.d * 0.26], 0.1, rise * 0.62, 0.13, 0, -s * 0.62);
    m.at(x + end * 0.05, roof.y + rise * 0.36, 0, (end * Math.PI) / 2, () => attic(m));
  }
}

function attic(m: Modeller): void {
  m.box(0, -0.02, 0.01, 0.62, 0.66, 0.12, P.timberDark, { bevel: 0.1 });
  tagged(m, glow(1), () => m.quad([-0.2, 0.06, 0.09], [0.2, 0.06, 0.09], [0.2, 0.54, 0.09], [-0.2, 0.54, 0.09], P.glass));
}

/** A stone stack from `low` to `top`; smoke leaves at (x, top, z). */
export function chimney(m: Modeller, x: number, z: number, low: number, top: number): void {
  m.at(x, 0, z, 0, () => {
    m.box(0, low, 0, 0.95, top - low - 0.2, 0.85, P.stone, { bevel: 0.06, top: [0.86, 0.86], noBottom: true });
    strewStones(m, 0.72, 0.64, low + 0.8, top - 0.6, 8);
    m.box(0, top - 0.35, 0, 1, 0.2, 0.92, P.stoneDark, { bevel: 0.05 });
    for (const s of [-1, 1]) m.cylinder(s * 0.2, top - 0.15, 0, 0.15, 0.12, 0.35, 6, P.roofRust, { capBottom: false });
  });
}
