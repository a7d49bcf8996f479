// Things of the wild: rock, boulder, log, stump, bones, web, mushroom; and what is gathered: ore, herb, berries, whole and spent.
// Each stands on (0, 0, 0); sizes fit colliders.ts.
import type { Modeller } from '../modeller';
import { burn, P, roller, sway, tagged } from './kit';

export function rock(m: Modeller): void {
  m.jitter = 0.07;
  m.ico(0, 0.12, 0, [0.66, 0.48, 0.58], 1, P.rock, { noise: 0.2, topPaint: P.rockWarm, flatBottom: 0.6 });
  m.jitter = 0.03;
}

export function boulder(m: Modeller): void {
  m.jitter = 0.07;
  m.ico(0, 0.6, 0, [1.45, 1.25, 1.3], 1, P.rock, { noise: 0.16, topPaint: P.rockWarm, flatBottom: 0.8 });
  m.ico(0.9, 0.2, 0.7, [0.7, 0.55, 0.6], 1, P.rockDark, { noise: 0.2, topPaint: P.moss, flatBottom: 0.7 });
  m.jitter = 0.03;
}

export function log(m: Modeller): void {
  roller(m, 0, 0.26, 0, 1.55, 0.28, 8, P.bark, P.field);
  m.tube([0.5, 0.4, 0.05], [0.75, 0.85, 0.2], 0.09, 0.05, 5, P.bark);
  m.ico(-0.5, 0.46, 0, [0.5, 0.12, 0.24], 0, P.moss, { noise: 0.2 });
}

export function stump(m: Modeller): void {
  m.loft(
    [
      { y: -0.2, rx: 0.55 },
      { y: 0.15, rx: 0.42 },
      { y: 0.5, rx: 0.38, paint: P.field },
    ],
    8,
    P.bark,
    { capBottom: false },
  );
  m.cylinder(0, 0.5, 0, 0.26, 0.26, 0.012, 8, P.thatchDark, { capBottom: false });
}

export function bones(m: Modeller): void {
  m.ico(0, 0.14, 0.3, [0.17, 0.16, 0.2], 1, P.bone, { noise: 0.08 });
  for (const s of [-1, 1]) m.box(s * 0.06, 0.14, 0.47, 0.06, 0.07, 0.04, P.coal);
  for (let k = 0; k < 4; k++) {
    for (const s of [-1, 1]) m.tube([s * 0.05, 0.06, -k * 0.16], [s * 0.26, 0.22, -k * 0.16 + 0.05], 0.03, 0.02, 4, P.bone);
  }
  m.tube([0, 0.06, 0.15], [0, 0.06, -0.6], 0.035, 0.03, 5, P.bone);
  m.tube([0.35, 0.05, 0.2], [0.6, 0.05, -0.25], 0.04, 0.04, 5, P.bone);
}

/** Threads between two sticks. */
export function web(m: Modeller): void {
  for (const s of [-1, 1]) m.tube([s * 0.95, -0.2, 0], [s * 0.7, 1.7, 0.1], 0.06, 0.03, 5, P.deadwood);
  const spokes = 8;
  const at = (k: number, r: number): [number, number, number] => [
    Math.cos((k / spokes) * 6.283) * r * 0.8,
    0.85 + Math.sin((k / spokes) * 6.283) * r * 0.75,
    0.05,
  ];
  tagged(m, sway(0.1), () => {
    for (let k = 0; k < spokes; k++) {
      m.tube([0, 0.85, 0.05], at(k, 1), 0.008, 0.008, 3, P.white, { capTop: false, capBottom: false });
      for (const r of [0.35, 0.62, 0.88])
        m.tube(at(k, r), at(k + 1, r), 0.007, 0.007, 3, P.white, { capTop: false, capBottom: false });
    }
  });
}

export function mushroom(m: Modeller): void {
  for (const [x, z, s] of [
    [0, 0, 1],
    [0.28, 0.12, 0.65],
    [-0.16, 0.26, 0.5],
  ]) {
    m.cylinder(x, -0.05, z, 0.08 * s, 0.06 * s, 0.3 * s, 6, P.bone);
    m.at(x, 0.22 * s, z, 0, () =>
      m.loft(
        [
          { y: 0, rx: 0.24 * s },
          { y: 0.09 * s, rx: 0.2 * s },
          { y: 0.19 * s, rx: 0.05 * s },
        ],
        8,
        P.roofRed,
      ),
    );
    for (let k = 0; k < 3; k++)
      m.box(x + Math.cos(k * 2.1) * 0.14 * s, 0.3 * s, z + Math.sin(k * 2.1) * 0.14 * s, 0.06 * s, 0.05 * s, 0.06 * s, P.bone);
  }
}

export function ore(m: Modeller, spent: boolean): void {
  m.jitter = 0.07;
  m.ico(0, 0.25, 0, [0.75, spent ? 0.45 : 0.72, 0.7], 1, P.rockDark, { noise: 0.18, topPaint: P.rock, flatBottom: 0.7 });
  m.jitter = 0.03;
  if (spent) return;
  tagged(m, burn(0.12), () => {
    for (let k = 0; k < 9; k++) {
      const turn = k * 2.4;
      const y = 0.25 + (k / 9) * 0.6;
      const out = 0.72 * Math.sqrt(1 - ((y - 0.25) / 0.85) ** 2);
      m.ico(Math.cos(turn) * out, y, Math.sin(turn) * out, 0.15, 0, k % 2 ? P.ore : P.gold, { noise: 0.25 });
    }
  });
}

export function herb(m: Modeller, spent: boolean): void {
  tagged(m, sway(0.3), () => {
    for (let k = 0; k < 7; k++) {
      const turn = k * 0.9;
      const long = spent ? 0.14 : 0.38;
      const tip: [number, number, number] = [Math.cos(turn) * 0.3, long, Math.sin(turn) * 0.3];
      m.sheet(
        [Math.cos(turn + 1.4) * 0.07, 0, Math.sin(turn + 1.4) * 0.07],
        [Math.cos(turn - 1.4) * 0.07, 0, Math.sin(turn - 1.4) * 0.07],
        tip,
        [tip[0] * 0.9, tip[1] + 0.02, tip[2] * 0.9],
        P.leafBright,
        1,
        0.8,
      );
      if (!spent && k % 2 === 0) {
        m.tube([0, 0, 0], [tip[0] * 0.5, 0.55, tip[2] * 0.5], 0.015, 0.012, 3, P.leafDeep);
        m.cone(tip[0] * 0.5, 0.5, tip[2] * 0.5, 0.09, 0.16, 5, k % 4 ? P.violet : P.blossom);
      }
    }
  });
}

export function berries(m: Modeller, spent: boolean): void {
  m.bend = { centre: [0, -0.2, 0], mix: 0.7 };
  tagged(m, sway(0.3), () => {
    for (const [x, y, z, r] of [
      [0, 0.4, 0, 0.58],
      [0.45, 0.28, 0.15, 0.38],
      [-0.38, 0.3, -0.2, 0.42],
    ]) {
      m.ico(x, y, z, [r, r * 0.85, r], 1, P.leafDeep, { noise: 0.16, topPaint: P.leafBright, flatBottom: 0.7, shade: 0.8 });
    }
  });
  m.bend = null;
  if (spent) return;
  for (let k = 0; k < 12; k++) {
    const turn = k * 2.4;
    const y = 0.25 + (k % 4) * 0.16;
    const out = 0.62 - Math.abs(y - 0.35) * 0.5;
    m.ico(Math.cos(turn) * out, y, Math.sin(turn) * out, 0.08, 0, k % 3 ? P.ember : P.violet);
  }
}
