// Goods and furniture: barrel, crate, cart, hay, chest, table, bench, trough, anvil. Each stands on (0, 0, 0); sizes fit colliders.ts.
import type { Modeller } from '../modeller';
import { brace, P } from './kit';

export function barrel(m: Modeller): void {
  m.loft(
    [
      { y: 0, rx: 0.3 },
      { y: 0.14, rx: 0.35, paint: P.ironDark },
      { y: 0.22, rx: 0.37 },
      { y: 0.5, rx: 0.4 },
      { y: 0.76, rx: 0.37, paint: P.ironDark },
      { y: 0.84, rx: 0.35 },
      { y: 0.98, rx: 0.3, paint: P.timber },
    ],
    9,
    P.timberPale,
    { capBottom: false },
  );
}

export function crate(m: Modeller): void {
  m.box(0, 0, 0, 0.82, 0.86, 0.82, P.timberPale);
  for (const s of [-1, 1]) {
    for (const t of [-1, 1]) {
      m.box(s * 0.4, 0, t * 0.4, 0.12, 0.9, 0.12, P.timber, { noBottom: true });
      m.box(0, t < 0 ? 0 : 0.79, s * 0.41, 0.88, 0.11, 0.1, P.timber);
      m.box(s * 0.41, t < 0 ? 0 : 0.79, 0, 0.1, 0.11, 0.88, P.timber);
    }
    brace(m, [-0.3, 0.12, s * 0.41], 0.1, 0.9, 0.06, -0.78);
  }
}

export function cart(m: Modeller): void {
  m.box(0, 0.62, 0.1, 1.4, 0.12, 2.4, P.timberPale);
  for (const s of [-1, 1]) {
    m.at(s * 0.72, 0.72, 0.1, 0, () => m.box(0, 0, 0, 0.08, 0.45, 2.4, P.timber), 1, 0, -s * 0.22);
    m.at(s * 0.86, 0.52, 0.3, 0, () => wheel(m, 0.52), 1, 0, Math.PI / 2);
    m.box(s * 0.45, 0.55, -1.35, 0.1, 0.1, 1.3, P.timber);
  }
  m.box(0, 0.72, 1.28, 1.4, 0.45, 0.08, P.timber);
  m.box(0, 0.48, 0.3, 1.7, 0.1, 0.1, P.timberDark);
  m.ico(0.1, 0.85, 0.3, [0.6, 0.42, 0.95], 1, P.thatch, { noise: 0.1, topPaint: P.field });
}

/** A spoked wheel lying flat; its axle is local y. */
export function wheel(m: Modeller, radius: number): void {
  m.loft(
    [
      { y: -0.05, rx: radius },
      { y: 0.05, rx: radius },
    ],
    12,
    P.timber,
  );
  m.loft(
    [
      { y: -0.07, rx: radius * 0.72, paint: P.timberDark },
      { y: 0.07, rx: radius * 0.72, paint: P.timberDark },
    ],
    12,
    P.timberDark,
  );
  for (let k = 0; k < 4; k++) m.at(0, -0.09, 0, (k * Math.PI) / 4, () => m.box(0, 0, 0, radius * 1.5, 0.18, 0.08, P.timberPale));
  m.cylinder(0, -0.13, 0, 0.11, 0.11, 0.26, 7, P.ironDark);
}

export function hay(m: Modeller): void {
  m.jitter = 0.08;
  m.loft(
    [
      { y: -0.2, rx: 0.95 },
      { y: 0.5, rx: 1.1 },
      { y: 1.05, rx: 0.85 },
      { y: 1.5, rx: 0.15 },
    ],
    10,
    P.thatch,
    { capBottom: false },
  );
  m.jitter = 0.03;
  m.cone(0, 1.3, 0, 0.35, 0.45, 6, P.field, { capBottom: false });
}

export function chest(m: Modeller): void {
  m.box(0, 0, 0, 1, 0.4, 0.66, P.timberPale);
  chestLid(m, 0);
  chestBands(m, 0.73);
  m.box(0, 0.3, 0.34, 0.18, 0.22, 0.06, P.gold);
}

/** The same thrown open and emptied. */
export function openChest(m: Modeller): void {
  m.box(0, 0, 0, 1, 0.4, 0.66, P.timberPale, { topPaint: P.coal });
  for (const s of [-1, 1]) {
    m.box(0, 0.36, s * 0.3, 1, 0.08, 0.06, P.timberPale);
    m.box(s * 0.47, 0.36, 0, 0.06, 0.08, 0.66, P.timberPale);
  }
  chestLid(m, -1.9);
  chestBands(m, 0.45);
}

/** `open`: radians about the hinge at its back. */
function chestLid(m: Modeller, open: number): void {
  m.at(0, 0.4, -0.33, 0, () => m.at(0, 0, 0.33, 0, () => chestBarrel(m), 1, 0, Math.PI / 2), 1, open);
}

function chestBarrel(m: Modeller): void {
  m.loft(
    [0, 1, 2, 3].map(k => ({ y: -0.5 + k / 3, rx: 0.34, rz: 0.3 })),
    8,
    P.timber,
  );
}

function chestBands(m: Modeller, high: number): void {
  for (const x of [-0.38, 0.38]) m.box(x, 0, 0, 0.1, high, 0.7, P.goldDark);
}

export function table(m: Modeller): void {
  m.box(0, 0.7, 0, 1.8, 0.1, 1, P.timberPale);
  for (const sx of [-1, 1]) for (const sz of [-1, 1]) m.box(sx * 0.75, 0, sz * 0.36, 0.12, 0.7, 0.12, P.timber, { noBottom: true });
  m.cylinder(0.4, 0.8, 0.1, 0.09, 0.11, 0.2, 7, P.timberPale);
  m.cylinder(-0.3, 0.8, -0.15, 0.22, 0.2, 0.05, 8, P.stonePale);
  m.ico(-0.3, 0.9, -0.15, 0.14, 0, P.goldDark, { noise: 0.1 });
}

export function bench(m: Modeller): void {
  m.box(0, 0.42, 0, 1.6, 0.09, 0.44, P.timberPale);
  for (const s of [-1, 1]) m.box(s * 0.6, 0, 0, 0.14, 0.42, 0.36, P.timber, { noBottom: true });
}

export function trough(m: Modeller): void {
  m.box(0, 0.1, 0, 1.7, 0.5, 0.64, P.timberPale, { top: [1.06, 1.1] });
  m.box(0, 0.56, 0, 1.6, 0.05, 0.54, P.water);
  for (const s of [-1, 1]) m.box(s * 0.6, 0, 0, 0.14, 0.62, 0.74, P.timber);
}

export function anvil(m: Modeller): void {
  m.cylinder(0, 0, 0, 0.3, 0.26, 0.46, 8, P.bark);
  m.box(0, 0.46, 0, 0.26, 0.14, 0.4, P.ironDark, { top: [0.7, 0.7] });
  m.box(0, 0.58, 0, 0.3, 0.2, 0.66, P.iron, { bevel: 0.03 });
  m.at(0, 0.68, 0.3, 0, () => m.cone(0, 0, 0, 0.1, 0.32, 6, P.iron), 1, Math.PI / 2);
}
