// Things that mark a spot: lamp, signpost, banner, campfire, fountain, waystone, gravestone, pillar, scarecrow.
// Each stands on (0, 0, 0) with its front to +z; sizes fit colliders.ts.
import type { Modeller } from '../modeller';
import { brace, burn, lantern, P, sway, tagged } from './kit';

export function lamp(m: Modeller): void {
  m.box(0, -0.3, 0, 0.4, 0.5, 0.4, P.stone, { bevel: 0.06, top: [0.7, 0.7], noBottom: true });
  m.cylinder(0, 0.1, 0, 0.085, 0.06, 2.75, 6, P.timberDark);
  m.box(0, 2.68, 0.24, 0.08, 0.08, 0.76, P.timberDark);
  brace(m, [0, 2.3, 0.05], 0.06, 0.5, 0.06, 0, 0.7, P.timberDark);
  m.at(0, 2.62, 0.52, 0, () => lantern(m, 1.1));
}

/** Where the lamp's light hangs, in its own frame. */
export const LAMP_LIGHT = { y: 2.3, z: 0.52 };

export function signpost(m: Modeller): void {
  m.cylinder(0, -0.3, 0, 0.1, 0.08, 2.7, 6, P.timberDark);
  for (const [y, turn, paint] of [
    [1.95, 0.3, P.timberPale],
    [1.55, 2.5, P.plank],
    [1.2, -0.9, P.timberPale],
  ] as const) {
    m.at(0, y, 0, turn, () => {
      m.box(0.5, 0, 0, 1, 0.28, 0.07, paint);
      m.tri([1, 0, 0.035], [1.2, 0.14, 0.035], [1, 0.28, 0.035], paint);
      m.tri([1, 0.28, -0.035], [1.2, 0.14, -0.035], [1, 0, -0.035], paint);
      m.box(0.5, 0.11, 0.04, 0.66, 0.05, 0.02, P.timberDark);
    });
  }
}

export function banner(m: Modeller): void {
  const h = 3.5;
  m.cylinder(0, -0.3, 0, 0.09, 0.06, h + 0.4, 6, P.timberDark);
  m.ico(0, h + 0.16, 0, 0.13, 0, P.gold);
  m.box(0, h - 0.2, 0.06, 1.2, 0.08, 0.08, P.timber);
  const strips = 5;
  const long = 2.1;
  const at = (t: number, u: number): [number, number, number] => [
    (u * 0.52 * (20 - t)) / 20,
    h - 0.18 - t * long,
    0.1 + Math.sin(t * 3) * 0.06,
  ];
  for (let i = 0; i < strips; i++) {
    const [a, b] = [i / strips, (i + 1) / strips];
    tagged(m, sway(b * 0.8), () => {
      m.sheet(at(b, -1), at(b, -0.72), at(a, -0.72), at(a, -1), P.azureDark, 1, 0.8);
      m.sheet(at(b, -0.72), at(b, 0.72), at(a, 0.72), at(a, -0.72), P.azure, 1, 0.8);
      m.sheet(at(b, 0.72), at(b, 1), at(a, 1), at(a, 0.72), P.azureDark, 1, 0.8);
    });
  }
  tagged(m, sway(0.8), () => {
    m.tri(at(1, -1), [0, h - 0.7 - long, 0.12], at(1, 1), P.azure);
    m.tri(at(1, 1), [0, h - 0.7 - long, 0.12], at(1, -1), P.azure, 0.8);
  });
  tagged(m, sway(0.4), () => {
    m.tri([-0.26, h - 1.15, 0.19], [0.26, h - 1.15, 0.19], [0, h - 0.7, 0.19], P.gold);
    m.tri([-0.26, h - 1.15, 0.19], [0, h - 1.5, 0.19], [0.26, h - 1.15, 0.19], P.goldDark);
  });
}

export function campfire(m: Modeller): void {
  for (let i = 0; i < 9; i++) {
    const turn = (i / 9) * Math.PI * 2;
    m.ico(Math.cos(turn) * 0.55, 0.05, Math.sin(turn) * 0.55, 0.17, 0, i % 2 ? P.stone : P.stoneDark, { noise: 0.15 });
  }
  for (let i = 0; i < 4; i++)
    m.at(0, 0.05, 0, (i * Math.PI) / 4, () => m.tube([-0.4, 0, 0], [0.36, 0.22, 0], 0.08, 0.07, 5, P.barkDark));
  m.cylinder(0, 0, 0, 0.42, 0.42, 0.05, 8, P.coal, { capBottom: false });
  tagged(m, burn(1), () => {
    m.cone(0, 0.08, 0, 0.3, 0.75, 6, P.fire, { capBottom: false });
    m.cone(0.14, 0.06, 0.1, 0.18, 0.5, 5, P.glow, { capBottom: false });
    m.cone(-0.15, 0.06, -0.06, 0.18, 0.46, 5, P.ember, { capBottom: false });
  });
}

export function fountain(m: Modeller): void {
  ring(m, 2.6, 2.15, 0.75);
  m.cylinder(0, 0.5, 0, 2.2, 2.2, 0.02, 14, P.waterShallow, { capBottom: false });
  m.loft(
    [
      { y: 0.1, rx: 0.55 },
      { y: 0.9, rx: 0.36 },
      { y: 1.35, rx: 0.3 },
      { y: 1.5, rx: 1.05 },
      { y: 1.75, rx: 1.15 },
    ],
    10,
    P.stonePale,
  );
  m.cylinder(0, 1.72, 0, 0.98, 0.98, 0.05, 10, P.waterShallow, { capBottom: false });
  m.loft(
    [
      { y: 1.7, rx: 0.22 },
      { y: 2.2, rx: 0.16 },
      { y: 2.3, rx: 0.34 },
      { y: 2.5, rx: 0.1 },
    ],
    8,
    P.stone,
  );
  tagged(m, sway(0.15), () => {
    for (let k = 0; k < 6; k++) {
      m.at(0, 0, 0, (k * Math.PI) / 3, () => {
        m.sheet([-0.1, 0.52, 1.5], [0.1, 0.52, 1.5], [0.07, 1.76, 1.05], [-0.07, 1.76, 1.05], P.foam, 0.95, 1);
        m.cone(0, 0.5, 1.5, 0.26, 0.12, 6, P.foam, { capBottom: false });
      });
    }
    m.cone(0, 2.35, 0, 0.12, 0.5, 5, P.foam, { capBottom: false });
  });
}

/** A basin wall of cut stones. */
function ring(m: Modeller, outer: number, inner: number, high: number): void {
  const parts = 14;
  for (let i = 0; i < parts; i++) {
    const turn = ((i + 0.5) / parts) * Math.PI * 2;
    const paint = [P.stone, P.stonePale, P.stoneDark][(i * 5) % 3];
    const long = (2 * Math.PI * outer) / parts;
    m.at(Math.sin(turn) * (outer + inner) * 0.5, -0.3, Math.cos(turn) * (outer + inner) * 0.5, turn, () => {
      m.box(0, 0, 0, long * 0.97, high + 0.18, outer - inner, paint, { bevel: 0.05, noBottom: true });
      m.box(0, high + 0.16, 0, long, 0.14, outer - inner + 0.14, P.stonePale, { bevel: 0.05 });
    });
  }
}

export function waystone(m: Modeller): void {
  m.cylinder(0, -0.3, 0, 1.1, 0.95, 0.45, 8, P.stoneDark, { capBottom: false });
  m.loft(
    [
      { y: 0.1, rx: 0.62, rz: 0.42 },
      { y: 1.4, rx: 0.52, rz: 0.34 },
      { y: 2.6, rx: 0.42, rz: 0.28, ox: 0.06 },
      { y: 3.2, rx: 0.12, rz: 0.1, ox: 0.12 },
    ],
    7,
    P.rock,
  );
  tagged(m, burn(0.9), () => {
    for (const y of [0.9, 1.45, 2]) {
      for (const s of [1, -1])
        m.at(0.02, y, s * 0.4 - s * y * 0.04, s < 0 ? Math.PI : 0, () =>
          m.box(0, 0, 0, 0.26, 0.3, 0.06, P.crystal, { top: [0.2, 1] }),
        );
    }
  });
}

export function gravestone(m: Modeller): void {
  m.box(0, -0.3, 0, 0.84, 1, 0.24, P.stone, { bevel: 0.04, noBottom: true });
  m.at(0, 0.7, 0, 0, () => m.cylinder(0, -0.12, 0, 0.42, 0.42, 0.24, 10, P.stone), 1, Math.PI / 2);
  m.box(0, 0.5, 0.13, 0.1, 0.42, 0.03, P.stoneDark);
  m.box(0, 0.74, 0.13, 0.32, 0.1, 0.03, P.stoneDark);
  m.ico(0.3, -0.02, 0.2, [0.3, 0.14, 0.2], 0, P.moss, { noise: 0.2 });
}

export function pillar(m: Modeller): void {
  m.box(0, -0.4, 0, 1.1, 0.75, 1.1, P.stoneDark, { bevel: 0.08, noBottom: true });
  m.loft(
    [
      { y: 0.35, rx: 0.5 },
      { y: 0.6, rx: 0.42 },
      { y: 3.1, rx: 0.38 },
      { y: 3.25, rx: 0.5, paint: P.stonePale },
      { y: 3.5, rx: 0.52 },
    ],
    9,
    P.stone,
  );
  m.at(0.08, 3.5, 0, 0.3, () => m.box(0, 0, 0, 0.9, 0.4, 0.6, P.stonePale, { bevel: 0.08, topPaint: P.moss, top: [0.8, 0.5] }));
}

export function scarecrow(m: Modeller): void {
  m.cylinder(0, -0.3, 0, 0.07, 0.06, 2.2, 5, P.timber);
  m.at(0, 1.35, 0, 0, () => m.cylinder(0, -0.75, 0, 0.05, 0.05, 1.5, 5, P.timber), 1, 0, Math.PI / 2);
  tagged(m, sway(0.12), () => {
    m.loft(
      [
        { y: 0.75, rx: 0.34, rz: 0.22 },
        { y: 1.45, rx: 0.24, rz: 0.16 },
      ],
      7,
      P.roofTeal,
    );
    for (const s of [-1, 1]) m.at(s * 0.45, 1.24, 0, 0, () => m.box(0, 0, 0, 0.5, 0.22, 0.18, P.roofTeal), 1, 0, s * 0.05);
    for (const s of [-1, 1]) m.cone(s * 0.74, 1.2, 0, 0.11, 0.2, 5, P.thatch);
    m.ico(0, 1.68, 0, 0.2, 1, P.canvas, { noise: 0.05 });
    m.cylinder(0, 1.76, 0, 0.42, 0.4, 0.05, 9, P.thatchDark);
    m.cone(0, 1.8, 0, 0.22, 0.28, 8, P.thatch);
  });
}
