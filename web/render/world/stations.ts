// Where crafts are worked at: loom with its tanning frame, alembic, hearth (the anvil stands in goods.ts). Each stands on (0, 0, 0) with its
// front to +z; sizes fit colliders.ts.
import type { Modeller } from '../modeller';
import { beam, burn, glow, P, sway, tagged } from './kit';

/** A weaver's frame with half a bolt on it, and beside it a hide stretched to cure. */
export function loom(m: Modeller): void {
  for (const s of [-1, 1]) {
    beam(m, -0.3 + s * 0.5, 0, 0, 0.11, 1.55, 0.11);
    m.box(-0.3 + s * 0.5, 0, 0, 0.16, 0.08, 0.7, P.timberDark);
  }
  m.box(-0.3, 1.42, 0, 1.2, 0.11, 0.13, P.timber);
  m.at(-0.3, 0.42, 0.06, 0, () => m.cylinder(0, -0.52, 0, 0.1, 0.1, 1.04, 8, P.plank), 1, 0, Math.PI / 2);
  tagged(m, sway(0.06), () => {
    for (let k = 0; k < 5; k++) {
      const [low, high] = [0.46 + k * 0.1, 0.56 + k * 0.1];
      const paint = k % 2 ? P.azure : P.cloth;
      m.sheet([-0.74, low, 0.09], [0.14, low, 0.09], [0.14, high, 0.08], [-0.74, high, 0.08], paint, 1, 0.8);
    }
    for (let k = 0; k < 9; k++)
      m.tube([-0.72 + k * 0.105, 0.96, 0.08], [-0.72 + k * 0.105, 1.44, 0.04], 0.008, 0.008, 3, P.cloth, {
        capTop: false,
        capBottom: false,
      });
  });
  // The hide in its frame.
  m.at(0.66, 0, 0.02, -0.35, () => {
    for (const s of [-1, 1]) beam(m, s * 0.3, 0, 0, 0.07, 1.2, 0.07, P.timberPale);
    for (const y of [0.16, 1.08]) m.box(0, y, 0, 0.72, 0.07, 0.07, P.timberPale);
    tagged(m, sway(0.05), () => {
      m.sheet([-0.22, 0.26, 0.03], [0.2, 0.22, 0.03], [0.24, 0.66, 0.03], [-0.25, 0.64, 0.03], P.leather, 1, 0.8);
      m.sheet([-0.25, 0.64, 0.03], [0.24, 0.66, 0.03], [0.16, 1.04, 0.03], [-0.18, 1.02, 0.03], P.leather, 1.12, 0.85);
    });
  });
  m.ico(-0.95, 0.12, 0.3, [0.16, 0.14, 0.16], 0, P.ember, { noise: 0.1 });
  m.ico(-0.78, 0.1, 0.36, [0.13, 0.12, 0.13], 0, P.autumnGold, { noise: 0.1 });
}

/** A table with a still: a copper bulb over a small flame, its beak in a flask, and what one reaches for. */
export function alembic(m: Modeller): void {
  m.box(0, 0.66, 0, 1.6, 0.1, 0.86, P.timberPale);
  for (const sx of [-1, 1])
    for (const sz of [-1, 1]) m.box(sx * 0.68, 0, sz * 0.32, 0.12, 0.66, 0.12, P.timber, { noBottom: true });
  m.box(0, 0.2, 0, 1.3, 0.06, 0.56, P.timberDark);
  m.cylinder(-0.3, 0.76, 0, 0.2, 0.16, 0.12, 8, P.stoneDark);
  tagged(m, burn(1), () => m.cone(-0.3, 0.86, 0, 0.1, 0.18, 5, P.fire, { capBottom: false }));
  m.at(-0.3, 1, 0, 0, () =>
    m.loft(
      [
        { y: 0, rx: 0.1 },
        { y: 0.09, rx: 0.25 },
        { y: 0.26, rx: 0.25 },
        { y: 0.4, rx: 0.1 },
        { y: 0.52, rx: 0.07 },
        { y: 0.6, rx: 0.13 },
        { y: 0.7, rx: 0.05 },
      ],
      9,
      P.ore,
    ),
  );
  m.tube([-0.24, 1.6, 0], [0.3, 1.12, 0.04], 0.05, 0.03, 6, P.goldDark);
  tagged(m, glow(0.8), () => {
    m.ico(0.34, 0.92, 0.04, [0.16, 0.17, 0.16], 1, P.leafBright, { flatBottom: 0.8 });
    m.cylinder(0.34, 1.05, 0.04, 0.05, 0.05, 0.14, 6, P.crystal);
  });
  for (const [x, z, paint] of [
    [0.62, 0.18, P.ember],
    [0.66, -0.1, P.violet],
    [0.5, -0.24, P.azure],
  ] as const) {
    m.cylinder(x, 0.76, z, 0.08, 0.07, 0.18, 6, paint);
    m.cylinder(x, 0.94, z, 0.03, 0.03, 0.07, 5, P.plank);
  }
  m.box(-0.64, 0.76, 0.2, 0.24, 0.06, 0.3, P.cloth);
  m.cone(-0.62, 0.8, -0.2, 0.12, 0.2, 6, P.leafDeep);
}

/** A round of stones with a fire in it, and a pot on its tripod. */
export function hearth(m: Modeller): void {
  for (let i = 0; i < 11; i++) {
    const turn = (i / 11) * Math.PI * 2;
    const paint = i % 3 ? P.stone : P.stoneDark;
    m.at(Math.cos(turn) * 0.7, 0, Math.sin(turn) * 0.7, -turn, () =>
      m.box(0, -0.05, 0, 0.26, 0.36 + (i % 2) * 0.05, 0.36, paint, { bevel: 0.04 }),
    );
  }
  m.cylinder(0, 0, 0, 0.56, 0.56, 0.12, 9, P.coal, { capBottom: false });
  tagged(m, burn(1), () => {
    m.cone(0, 0.1, 0, 0.34, 0.5, 6, P.fire, { capBottom: false });
    m.cone(0.18, 0.1, 0.1, 0.18, 0.36, 5, P.glow, { capBottom: false });
    m.cone(-0.17, 0.1, -0.08, 0.18, 0.34, 5, P.ember, { capBottom: false });
  });
  for (let i = 0; i < 3; i++) {
    const turn = (i / 3) * Math.PI * 2 + 0.5;
    m.tube([Math.cos(turn) * 0.78, 0, Math.sin(turn) * 0.78], [0, 1.5, 0], 0.04, 0.035, 5, P.ironDark);
  }
  m.tube([0, 1.5, 0], [0, 1, 0], 0.015, 0.015, 4, P.ironDark);
  m.at(0, 0.58, 0, 0, () =>
    m.loft(
      [
        { y: 0, rx: 0.16 },
        { y: 0.1, rx: 0.3 },
        { y: 0.28, rx: 0.33 },
        { y: 0.4, rx: 0.28, paint: P.ironDark },
        { y: 0.42, rx: 0.26, paint: P.autumnOrange },
      ],
      10,
      P.ironDark,
    ),
  );
}
