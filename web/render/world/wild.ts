// Things of the wild: rock, boulder, log, stump, bones, web, mushroom (what is gathered stands in gatherables.ts).
// Each stands on (0, 0, 0); sizes fit colliders.ts.
import type { Modeller } from '../modeller';
import { P, roller, sway, tagged } from './kit';

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
