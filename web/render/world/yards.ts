// Open structures: market stall, well, dock, palisade gate, tent, ruin, mine mouth.
// In: a Building. Out: drawn into a Modeller (front to +z, ground at y 0; the dock's water level at y 0). Sizes fit colliders.ts.
import { DOCK_TOP_M } from '../../../src/shared/content/colliders';
import type { Building } from '../../../src/shared/content/kinds';
import { type Modeller, seeded, type Vec3 } from '../modeller';
import { barrel, crate } from './goods';
import { beam, brace, glow, lantern, P, pick, strewStones, sway, tagged } from './kit';
import { type Extras, nothingElse } from './site';

const AWNINGS: readonly (readonly [string, string])[] = [
  [P.roofRed, P.cloth],
  [P.azure, P.cloth],
  [P.gold, P.cloth],
  [P.leafDeep, P.cloth],
  [P.violet, P.cloth],
];
const WARES = [P.apple, P.gold, P.cabbage, P.autumnOrange, P.violet];

/** A counter with wares under a striped awning. */
export function stall(m: Modeller, b: Building): void {
  const [x, z] = [b.w / 2 - 0.1, b.d / 2 - 0.1];
  for (const sx of [-1, 1]) {
    m.cylinder(sx * x, -0.3, z, 0.08, 0.07, 2.6, 6, P.timber);
    m.cylinder(sx * x, -0.3, -z, 0.08, 0.07, 3, 6, P.timber);
  }
  const counter = b.d / 2 - 0.4;
  m.box(0, 0.78, counter, b.w - 0.2, 0.12, 0.9, P.timberPale);
  m.box(0, -0.2, counter + 0.3, b.w - 0.3, 0.98, 0.08, P.timber);
  for (const y of [0.12, 0.5]) m.box(0, y, counter + 0.36, b.w - 0.3, 0.16, 0.05, P.timberPale);
  awning(m, b, pick(seeded(b.seed + 3), AWNINGS));
  wares(m, b, counter);
}

function awning(m: Modeller, b: Building, paints: readonly [string, string]): void {
  const stripes = 8;
  const front = b.d / 2 + 0.35;
  const back = -b.d / 2 - 0.1;
  const wide = b.w + 0.4;
  tagged(m, sway(0.06), () => {
    for (let i = 0; i < stripes; i++) {
      const x0 = -wide / 2 + (i * wide) / stripes;
      const x1 = x0 + wide / stripes;
      const paint = paints[i % 2];
      m.sheet([x0, 2.28, front], [x1, 2.28, front], [x1, 2.88, back], [x0, 2.88, back], paint, 1, 0.7);
      m.quad([x0, 2.02, front + 0.03], [x1, 2.02, front + 0.03], [x1, 2.28, front], [x0, 2.28, front], paint, 0.92);
      m.tri([x0, 2.02, front + 0.03], [(x0 + x1) / 2, 1.84, front + 0.04], [x1, 2.02, front + 0.03], paint, 0.92);
    }
  });
}

function wares(m: Modeller, b: Building, z: number): void {
  const trays = Math.max(2, Math.floor((b.w - 0.4) / 0.7));
  for (let k = 0; k < trays; k++) {
    const x = (k - (trays - 1) / 2) * 0.72;
    m.box(x, 0.9, z, 0.62, 0.2, 0.7, P.timberPale);
    const paint = WARES[(k + b.seed) % WARES.length];
    for (let q = 0; q < 6; q++) {
      m.ico(x + ((q % 2) - 0.5) * 0.26, 1.13, z + (Math.floor(q / 2) - 1) * 0.22, 0.13, 0, paint, { noise: 0.08 });
    }
  }
}

/** A ring of stones, a windlass, a shingled roof. */
export function well(m: Modeller): void {
  const stones = [P.stone, P.stonePale, P.stoneDark];
  for (let row = 0; row < 3; row++) {
    for (let i = 0; i < 11; i++) {
      const turn = ((i + row * 0.5) / 11) * Math.PI * 2;
      m.at(Math.cos(turn) * 0.8, row * 0.3, Math.sin(turn) * 0.8, -turn, () =>
        m.box(0, 0, 0, 0.32, 0.29, 0.46, stones[(i * 7 + row) % 3], { bevel: 0.04 }),
      );
    }
  }
  m.cylinder(0, 0.45, 0, 0.66, 0.66, 0.02, 10, P.waterDeep, { capBottom: false });
  for (const s of [-1, 1]) m.cylinder(s * 0.85, 0, 0, 0.1, 0.09, 2.35, 6, P.timber);
  m.at(0, 1.9, 0, 0, () => m.cylinder(0, -0.85, 0, 0.09, 0.09, 1.7, 6, P.timberPale), 1, 0, Math.PI / 2);
  for (let row = 0; row < 3; row++) {
    const [y0, y1] = [2.2 + row * 0.28, 2.55 + row * 0.28];
    const [z0, z1] = [1.05 - row * 0.35, 0.7 - row * 0.35];
    for (const s of [-1, 1]) shingles(m, s, y0, y1, z0 + 0.06, z1, 0.9 + row * 0.08);
  }
  m.cylinder(0.1, 1.15, 0, 0.15, 0.19, 0.3, 7, P.timberPale);
  m.box(0.1, 1.45, 0, 0.03, 0.4, 0.03, P.cloth);
}

function shingles(m: Modeller, side: number, y0: number, y1: number, z0: number, z1: number, shade: number): void {
  const row: [Vec3, Vec3, Vec3, Vec3] = [
    [-1.2, y0, side * z0],
    [1.2, y0, side * z0],
    [1.2, y1, side * z1],
    [-1.2, y1, side * z1],
  ];
  if (side < 0) row.reverse();
  m.quad(...row, P.roofBlue, shade);
  m.quad(row[3], row[2], row[1], row[0], P.timberDark, 0.8);
}

/** Planks on piles, a boat moored at the side. */
export function dock(m: Modeller, b: Building): void {
  const rows = Math.round(b.d);
  for (let k = 0; k < rows; k++)
    m.box(
      0,
      DOCK_TOP_M - 0.12,
      -b.d / 2 + (k + 0.5) * (b.d / rows),
      b.w,
      0.12,
      (b.d / rows) * 0.88,
      k % 3 ? P.timberPale : P.timber,
    );
  for (const s of [-1, 1]) {
    m.box(s * (b.w / 2 - 0.15), DOCK_TOP_M - 0.3, 0, 0.16, 0.18, b.d, P.timberDark);
    for (let k = 0; k <= Math.round(b.d / 3); k++) {
      m.cylinder(
        s * (b.w / 2),
        -4,
        -b.d / 2 + 0.3 + (k * (b.d - 0.6)) / Math.round(b.d / 3),
        0.16,
        0.13,
        DOCK_TOP_M + 4.4,
        6,
        P.timberDark,
      );
    }
  }
  m.at(b.w / 2 - 0.45, DOCK_TOP_M, b.d / 2 - 0.6, 0, () => barrel(m));
  m.at(-b.w / 2 + 0.45, DOCK_TOP_M, b.d / 2 - 0.5, 0.4, () => crate(m), 0.75);
  m.at(b.w / 2 + 1.1, 0, -0.5, 0.12, () => boat(m));
  m.at(-b.w / 2, DOCK_TOP_M + 1.5, b.d / 2 - 0.3, 0, () => lantern(m));
}

export const dockExtras = (b: Building): Extras => ({ ...nothingElse(), lamps: [[-b.w / 2, DOCK_TOP_M + 1.4, b.d / 2 - 0.3]] });

function boat(m: Modeller): void {
  m.loft(
    [
      { y: -0.25, rx: 0.4, rz: 1.4 },
      { y: 0.1, rx: 0.66, rz: 2, paint: P.timber },
      { y: 0.42, rx: 0.8, rz: 2.3, paint: P.roofRed },
      { y: 0.5, rx: 0.82, rz: 2.32 },
    ],
    10,
    P.timberPale,
    { capTop: false },
  );
  m.at(0, 0.12, 0, 0, () => m.fan(ellipse(0.62, 1.9, 10), true, P.timberDark, 0.7));
  for (const z of [-0.7, 0.6]) m.box(0, 0.26, z, 1.4, 0.07, 0.34, P.timberPale);
}

function ellipse(rx: number, rz: number, sides: number): Vec3[] {
  return Array.from({ length: sides }, (_, i): Vec3 => [Math.cos((i / sides) * 6.283) * rx, 0, Math.sin((i / sides) * 6.283) * rz]);
}

/** Two stout posts, a lintel, the doors thrown open. */
export function gate(m: Modeller, b: Building): void {
  for (const s of [-1, 1]) {
    const x = s * (b.w / 2 - 0.35);
    m.box(x, -1, 0, 0.7, 5.2, Math.min(0.9, b.d), P.timber, { bevel: 0.08, top: [0.94, 0.94], noBottom: true });
    m.at(x, 4.2, 0, 0, () => m.cone(0, 0, 0, 0.6, 0.7, 4, P.roofBlue, { turn: Math.PI / 4 }));
    m.at(x - s * 0.3, 0, 0.5, s * 1.2, () => leafOfGate(m, s, b.w / 2 - 0.9));
    m.at(x - s * 0.2, 3, 0.6, 0, () => lantern(m));
  }
  m.box(0, 3.2, 0, b.w, 0.6, 0.5, P.timberDark, { bevel: 0.06 });
  m.box(0, 3.8, 0, b.w + 0.5, 0.16, 0.9, P.timber);
}

export const gateExtras = (b: Building): Extras => ({ ...nothingElse(), lamps: [[b.w / 2 - 0.6, 2.6, 0.8]] });

function leafOfGate(m: Modeller, s: number, w: number): void {
  m.box((-s * w) / 2, 0.1, 0, w, 2.9, 0.16, P.timberPale);
  for (const y of [0.5, 2.3]) m.box((-s * w) / 2, y, 0.1, w, 0.2, 0.08, P.ironDark);
  brace(m, [(-s * w) / 2, 0.3, 0.1], 0.2, 2.6, 0.07, s * 0.55);
}

/** A ridge tent, open in front. */
export function tent(m: Modeller, b: Building): void {
  const [w, l, h] = [b.w / 2, b.d, 2.4];
  const paint = pick(seeded(b.seed), [P.canvas, P.cloth, P.leather]);
  for (const s of [-1, 1]) {
    const slope: [Vec3, Vec3, Vec3, Vec3] = [
      [s * w, 0, -l / 2],
      [s * w, 0, l / 2],
      [0, h, l / 2],
      [0, h, -l / 2],
    ];
    const trim: [Vec3, Vec3, Vec3, Vec3] = [
      [s * w * 1.01, 0.05, -l / 2 - 0.03],
      [s * w * 1.01, 0.05, l / 2 + 0.03],
      [s * w * 0.72, h * 0.29, l / 2 + 0.03],
      [s * w * 0.72, h * 0.29, -l / 2 - 0.03],
    ];
    if (s > 0) {
      slope.reverse();
      trim.reverse();
    }
    m.sheet(...slope, paint, 1, 0.55);
    m.quad(...trim, P.emberDark, 0.95);
    m.tube([s * w, 0, l / 2], [s * (w + 0.7), -0.1, l / 2 + 0.6], 0.03, 0.03, 4, P.timber);
  }
  m.tri([w, 0, -l / 2], [-w, 0, -l / 2], [0, h, -l / 2], paint, 0.85);
  for (const s of [-1, 1])
    m.sheet([s * w, 0, l / 2], [s * w * 0.55, 0, l / 2 + 0.35], [0, h, l / 2], [s * 0.02, h, l / 2], paint, 0.8);
  m.cylinder(0, 0, l / 2, 0.06, 0.05, h + 0.5, 5, P.timber);
  m.box(0, 0.05, -0.2, w * 0.9, 0.16, l * 0.6, P.emberDark);
}

/** Broken walls round a yard, moss on the stones. */
export function ruin(m: Modeller, b: Building): void {
  const h = b.floors * 3;
  const [x, z] = [b.w / 2 - 0.4, b.d / 2 - 0.4];
  brokenWall(m, [x, -z], [x, z], h);
  brokenWall(m, [-x, -z], [-x, z], h * 0.7);
  brokenWall(m, [-x, -z], [x, -z], h);
  for (let k = 0; k < 14; k++) {
    const size = 0.3 + m.random() * 0.5;
    const paint = pick(m.random, [P.stone, P.stoneDark, P.moss]);
    m.at((m.random() - 0.5) * b.w * 1.2, -0.1, (m.random() - 0.5) * b.d * 1.2, m.random() * 6, () =>
      m.box(0, 0, 0, size * 1.4, size * 0.7, size, paint, { bevel: 0.06 }),
    );
  }
}

/** A wall of blocks between two points: high at its ends, broken down where `gap` is, its top stepped course by course. */
function brokenWall(m: Modeller, from: readonly [number, number], to: readonly [number, number], top: number): void {
  const dx = to[0] - from[0];
  const dz = to[1] - from[1];
  const length = Math.hypot(dx, dz);
  const parts = Math.max(3, Math.round(length / 1.5));
  const turn = -Math.atan2(dz, dx);
  const gap = (0.25 + m.random() * 0.5) * parts;
  for (let k = 0; k < parts; k++) {
    const t = (k + 0.5) / parts;
    const away = Math.min(1, Math.abs(k + 0.5 - gap) / (parts * 0.45));
    const high = Math.max(0.9, top * (0.28 + 0.66 * away) + (m.random() - 0.5) * 0.35);
    m.at(from[0] + dx * t, -1.2, from[1] + dz * t, turn, () => wallPart(m, length / parts, high));
  }
}

function wallPart(m: Modeller, wide: number, high: number): void {
  m.box(0, 0, 0, wide + 0.04, high + 1.2, 0.72, P.stone, { noBottom: true, topPaint: P.moss });
  const courses = Math.floor((high + 0.2) / 0.55);
  for (let row = 0; row < courses; row++) {
    const paint = pick(m.random, [P.stonePale, P.stone, P.stoneDark, P.rockWarm]);
    const w = wide * (0.42 + m.random() * 0.3);
    m.box((m.random() - 0.5) * (wide - w), 1 + row * 0.55, 0, w, 0.46, 0.84, paint, { bevel: 0.05, noBottom: true });
  }
  if (m.random() < 0.6) m.box((m.random() - 0.5) * wide * 0.4, high + 1.15, 0, wide * 0.5, 0.34, 0.7, P.stonePale, { bevel: 0.06 });
  if (m.random() < 0.4) m.ico((m.random() - 0.5) * wide * 0.5, high + 1.2, 0.1, [0.5, 0.16, 0.4], 0, P.moss, { noise: 0.2 });
}

/** A timbered mouth in a heap of rock; the passage ends in the dark. */
export function mine(m: Modeller, b: Building): void {
  const [x, z] = [b.w / 2, b.d / 2];
  m.jitter = 0.07;
  for (const s of [-1, 1]) {
    m.ico(s * (x + 0.2), 1, -0.6, [1.5, 3.2, b.d * 0.6], 1, P.rock, { noise: 0.14, topPaint: P.rockWarm });
    m.ico(s * (x + 1.6), 0.2, 0.4, [1.6, 2, 2], 1, P.rockDark, { noise: 0.18, topPaint: P.moss });
  }
  m.ico(0, 4.1, -0.4, [x + 1.6, 1.5, b.d * 0.62], 1, P.rock, { noise: 0.12, topPaint: P.rockWarm, flatBottom: 0.75 });
  m.ico(-x * 0.5, 5, -1.6, [x, 1.6, b.d * 0.55], 1, P.rockDark, { noise: 0.16, topPaint: P.moss });
  m.ico(x * 0.6, 4.6, -2, [x, 2, b.d * 0.6], 1, P.rock, { noise: 0.16, topPaint: P.moss });
  m.ico(0, 1.5, -z - 1.4, [x + 2.2, 4.6, 2.8], 1, P.rockDark, { noise: 0.15, topPaint: P.moss });
  m.jitter = 0.03;
  const inner = x - 1;
  m.box(0, -0.3, -z + 0.7, inner * 2, 3.1, 0.2, P.coal, { shade: 0.3 });
  for (const s of [-1, 1])
    m.quad([s * inner, -0.4, -s * z], [s * inner, -0.4, s * z], [s * inner, 2.8, s * z], [s * inner, 2.8, -s * z], P.rockDark, 0.4);
  m.quad([-inner, 2.7, z], [-inner, 2.7, -z], [inner, 2.7, -z], [inner, 2.7, z], P.rockDark, 0.35);
  for (const at of [z + 0.05, 0, -z * 0.6]) portal(m, inner, at);
  for (let k = 0; k < 7; k++) m.box(0, 0.02, z + 1.4 - k * 0.7, 1.6, 0.1, 0.2, P.timber);
  for (const s of [-1, 1]) m.box(s * 0.52, 0.1, z - 0.7, 0.08, 0.09, 5, P.ironDark);
  m.at(inner - 0.2, 2.5, z + 0.35, 0, () => lantern(m));
  m.at(0.1, 0.2, z + 0.4, 0, () => oreCart(m));
}

export const mineExtras = (b: Building): Extras => ({ ...nothingElse(), lamps: [[b.w / 2 - 1.2, 2.2, b.d / 2 + 0.6]] });

function portal(m: Modeller, half: number, z: number): void {
  for (const s of [-1, 1]) beam(m, s * (half - 0.12), -0.4, z, 0.34, 3.1, 0.4, P.timberDark);
  m.box(0, 2.6, z, half * 2 + 0.7, 0.38, 0.46, P.timber, { bevel: 0.04 });
}

function oreCart(m: Modeller): void {
  m.box(0, 0.15, 0, 1, 0.62, 1.3, P.iron, { top: [1.2, 1.12] });
  for (let k = 0; k < 7; k++)
    m.ico(((k % 3) - 1) * 0.3, 0.82, (Math.floor(k / 3) - 1) * 0.36, 0.22, 0, k % 2 ? P.ore : P.rockDark, { noise: 0.2 });
  tagged(m, glow(0), () => {
    for (const s of [-1, 1]) for (const z of [-0.4, 0.4]) m.box(s * 0.5, 0, z, 0.1, 0.26, 0.26, P.ironDark);
  });
}

/** Stall, well and the like from afar. */
export function farStall(m: Modeller, b: Building): void {
  const paints = pick(seeded(b.seed + 3), AWNINGS);
  m.box(0, 0, b.d / 2 - 0.4, b.w - 0.2, 0.9, 0.8, P.timber);
  m.at(0, 2.4, 0, 0, () => m.box(0, 0, 0, b.w + 0.3, 0.12, b.d + 0.5, paints[0]), 1, 0.22);
  for (const s of [-1, 1]) beam(m, s * (b.w / 2 - 0.1), 0, -b.d / 2 + 0.1, 0.14, 2.6, 0.14);
}

export function farYard(m: Modeller, b: Building): void {
  if (b.kind === 'tent') tent(m, b);
  else if (b.kind === 'stall') farStall(m, b);
  else if (b.kind === 'dock') m.box(0, DOCK_TOP_M - 0.3, 0, b.w, 0.3, b.d, P.timberPale);
  else if (b.kind === 'well') m.box(0, 0, 0, 1.7, 0.9, 1.7, P.stone);
  else if (b.kind === 'mine') m.ico(0, 1.2, -0.8, [b.w * 0.75, 4, b.d * 0.7], 0, P.rock, { topPaint: P.moss });
  else if (b.kind === 'palisade-gate') m.box(0, 3.2, 0, b.w, 0.6, 0.6, P.timberDark);
  else strewStones(m, b.w, b.d, 0, 2, 8);
}
