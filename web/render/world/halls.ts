// The village's large buildings that are no dwellings: windmill, barn, chapel, watch tower.
// In: a Building. Out: drawn into a Modeller (front to +z, ground at y 0).
import { STOREY_M } from '../../../src/shared/content/colliders';
import type { Building } from '../../../src/shared/content/kinds';
import type { Modeller } from '../modeller';
import { farRoof } from './house';
import { beam, brace, glow, lantern, P, strewStones, sway, tagged } from './kit';
import { gableRoof } from './roofs';
import { type Extras, nothingElse } from './site';
import { door, PLINTH_M, plinth } from './walls';

/** Height of the windmill's axle. */
const MILL_M = 9;

/** A white tower with a turning cap; the sails are drawn apart. */
export function windmill(m: Modeller, b: Building): void {
  const r = Math.min(b.w, b.d) / 2;
  const h = MILL_M;
  m.loft(
    [
      { y: -1.2, rx: r, paint: P.stone },
      { y: 1.4, rx: r * 0.95, paint: P.stonePale },
      { y: 1.5, rx: r * 0.88, paint: P.plaster },
      { y: h * 0.7, rx: r * 0.7, paint: P.plaster },
      { y: h, rx: r * 0.6, paint: P.timber },
      { y: h + 0.3, rx: r * 0.68, paint: P.roofRust },
      { y: h + 2.1, rx: r * 0.36, paint: P.roofRust },
      { y: h + 3, rx: 0.08 },
    ],
    10,
    P.plaster,
    { capBottom: false },
  );
  m.at(0, 0, r * 0.9, 0, () => {
    m.box(0, 0, 0, 1.4, 2.3, 0.5, P.timberDark);
    m.box(0, 0, 0.12, 1.1, 2.1, 0.4, P.timberPale);
  });
  for (const [turn, y] of [
    [0, h * 0.45],
    [Math.PI * 0.6, h * 0.4],
    [-Math.PI * 0.6, h * 0.55],
  ]) {
    m.push(0, 0, 0, turn);
    const out = r * (0.88 - (0.18 * (y - 1.5)) / (h * 0.7 - 1.5)) + 0.02;
    m.box(0, y - 0.08, out - 0.12, 0.95, 1.06, 0.3, P.timber);
    tagged(m, glow(1), () =>
      m.quad([-0.36, y, out + 0.04], [0.36, y, out + 0.04], [0.36, y + 0.9, out + 0.04], [-0.36, y + 0.9, out + 0.04], P.glass),
    );
    m.pop();
  }
  m.at(0, h, axleOf(b) - 0.3, 0, () => m.cylinder(0, 0, 0, 0.3, 0.24, 1.1, 7, P.timberDark), 1, Math.PI / 2);
}

/** How far before the tower's middle the axle ends. */
const axleOf = (b: Building): number => Math.min(b.w, b.d) * 0.31;

export const windmillExtras = (b: Building): Extras => ({
  ...nothingElse(),
  spins: [{ kind: 'sails', x: 0, y: MILL_M, z: axleOf(b) + 0.75, turn: 0 }],
});

export function farWindmill(m: Modeller, b: Building): void {
  const r = Math.min(b.w, b.d) / 2;
  const h = MILL_M;
  m.loft(
    [
      { y: -1, rx: r, paint: P.stone },
      { y: 1.4, rx: r * 0.92, paint: P.plaster },
      { y: h, rx: r * 0.6, paint: P.roofRust },
      { y: h + 3, rx: 0.1 },
    ],
    6,
    P.plaster,
    { capBottom: false },
  );
}

/** Planked walls, great doors, a steep roof. */
export function barn(m: Modeller, b: Building): void {
  const h = b.floors * STOREY_M + 0.6;
  plinth(m, b.w, b.d);
  m.box(0, PLINTH_M, 0, b.w, h - PLINTH_M, b.d, P.roofRust, { noBottom: true, shade: 0.9 });
  const posts = Math.round(b.w / 1.1);
  for (let k = 0; k <= posts; k++) {
    for (const s of [-1, 1]) beam(m, -b.w / 2 + (k * b.w) / posts, PLINTH_M, (s * b.d) / 2, 0.12, h - PLINTH_M, 0.08, P.emberDark);
  }
  for (const s of [-1, 1]) {
    for (let k = 0; k <= Math.round(b.d / 1.1); k++) {
      beam(m, (s * b.w) / 2, PLINTH_M, -b.d / 2 + (k * b.d) / Math.round(b.d / 1.1), 0.08, h - PLINTH_M, 0.12, P.emberDark);
    }
  }
  m.at(0, 0, b.d / 2, 0, () => barnDoors(m));
  gableRoof(m, { w: b.w, d: b.d, y: h, paint: P.thatch, thatch: true, wall: P.roofRust, pitch: 0.5 });
}

function barnDoors(m: Modeller): void {
  m.box(0, 0.1, 0, 3.5, 3, 0.14, P.plaster);
  for (const s of [-1, 1]) {
    m.box(s * 0.82, 0.15, 0.06, 1.55, 2.8, 0.12, P.timberPale);
    m.box(s * 0.82, 0.3, 0.13, 1.45, 0.18, 0.06, P.plaster);
    m.box(s * 0.82, 2.6, 0.13, 1.45, 0.18, 0.06, P.plaster);
    brace(m, [s * 0.25, 0.45, 0.13], 0.16, 2.5, 0.05, -s * 0.45, 0, P.plaster);
  }
}

export function farBarn(m: Modeller, b: Building): void {
  const h = b.floors * STOREY_M + 0.6;
  m.box(0, -0.6, 0, b.w, h + 0.6, b.d, P.roofRust, { noBottom: true, shade: 0.85 });
  farRoof(m, b.w + 1, b.d + 1.2, h - 0.28, b.d * 0.5 + 0.35, P.thatch, P.roofRust);
}

/** How deep the chapel's tower is; the nave begins behind it. */
const STEEPLE_M = 4;

/** Pale stone, tall windows, a steeple over the front. */
export function chapel(m: Modeller, b: Building): void {
  const h = 4.4;
  const deep = b.d - STEEPLE_M + 0.4;
  // The nave's ridge runs from front to back.
  m.push(0, 0, -1.8, Math.PI / 2);
  plinth(m, deep, b.w);
  m.box(0, PLINTH_M, 0, deep, h - PLINTH_M, b.w, P.stonePale, { noBottom: true });
  strewStones(m, deep, b.w, 0.8, h - 0.6, 26);
  gableRoof(m, { w: deep, d: b.w, y: h, paint: P.roofBlue, thatch: false, wall: P.stonePale, pitch: 0.72 });
  m.pop();
  for (const s of [-1, 1]) {
    for (let k = 0; k < 3; k++) m.at((s * b.w) / 2, 1.4, -1.8 + (k - 1) * deep * 0.28, (s * Math.PI) / 2, () => lancet(m));
    for (const z of [-0.42, -0.14, 0.14, 0.42]) {
      m.box((s * b.w) / 2 + s * 0.1, -0.3, -1.8 + z * deep, 0.4, 3.4, 0.55, P.stone, { top: [0.5, 0.9], noBottom: true });
    }
  }
  m.at(0, 0, b.d / 2 - STEEPLE_M / 2, 0, () => steeple(m, h));
}

export const chapelExtras = (b: Building): Extras => ({ ...nothingElse(), lamps: [[1, 2.2, b.d / 2 + 0.5]] });

function lancet(m: Modeller): void {
  m.box(0, -0.1, 0.02, 0.95, 2, 0.18, P.stoneDark, { top: [0.5, 1] });
  tagged(m, glow(1.2), () => {
    m.quad([-0.32, 0.05, 0.13], [0.32, 0.05, 0.13], [0.3, 1.1, 0.13], [-0.3, 1.1, 0.13], P.roofTeal);
    m.tri([-0.3, 1.1, 0.13], [0.3, 1.1, 0.13], [0, 1.75, 0.13], P.gold);
  });
}

function steeple(m: Modeller, h: number): void {
  const w = STEEPLE_M;
  m.box(0, -1.2, 0, w, h + 5.2, w, P.stonePale, { bevel: 0.14, top: [0.9, 0.9], noBottom: true });
  strewStones(m, w * 0.97, w * 0.97, 0, h + 2, 22);
  m.at(0, PLINTH_M, w / 2 + 0.02, 0, () => door(m, P.roofBlue));
  for (let k = 0; k < 4; k++) m.at(0, h + 1.6, 0, (k * Math.PI) / 2, () => belfry(m, w * 0.46));
  m.box(0, h + 3.9, 0, w * 1.05, 0.25, w * 1.05, P.stone, { bevel: 0.08 });
  m.at(0, h + 4.15, 0, 0, () =>
    m.loft(
      [
        { y: 0, rx: w * 0.8 },
        { y: 0.2, rx: w * 0.77 },
        { y: 1.6, rx: w * 0.4 },
        { y: 5.2, rx: 0.05 },
      ],
      4,
      P.roofBlue,
      { turn: Math.PI / 4, capBottom: false },
    ),
  );
  m.box(0, h + 9.2, 0, 0.12, 1.2, 0.12, P.gold);
  m.box(0, h + 9.9, 0, 0.7, 0.12, 0.12, P.gold);
}

function belfry(m: Modeller, out: number): void {
  m.box(0, 0, out, 1.4, 1.9, 0.1, P.timberDark, { top: [0.7, 1] });
  for (let k = 0; k < 3; k++) m.box(0, 0.3 + k * 0.45, out + 0.06, 1.2 - k * 0.12, 0.14, 0.06, P.timber);
}

export function farChapel(m: Modeller, b: Building): void {
  const deep = b.d - STEEPLE_M + 0.4;
  m.at(0, 0, -1.8, Math.PI / 2, () => {
    m.box(0, -0.6, 0, deep, 5, b.w, P.stonePale, { noBottom: true });
    farRoof(m, deep + 1, b.w + 1.2, 4.1, b.w * 0.72 + 0.35, P.roofBlue, P.stonePale);
  });
  m.box(0, 0, b.d / 2 - STEEPLE_M / 2, STEEPLE_M * 0.95, 8.5, STEEPLE_M * 0.95, P.stonePale, { noBottom: true });
  m.at(0, 8.5, b.d / 2 - STEEPLE_M / 2, 0, () => m.cone(0, 0, 0, 3.1, 5.2, 4, P.roofBlue, { turn: Math.PI / 4, capBottom: false }));
}

/** A timber watch tower on a stone foot, with a flag. */
export function tower(m: Modeller, b: Building): void {
  const h = b.floors * 3.4;
  const w = Math.min(b.w, b.d);
  m.box(0, -1.2, 0, w, h * 0.45 + 1.2, w, P.stone, { top: [0.92, 0.92], bevel: 0.2, noBottom: true });
  strewStones(m, w * 0.96, w * 0.96, 0, h * 0.4, 26);
  m.at(0, 0, w / 2 - 0.02, 0, () => m.box(0, 0, 0, 1.2, 2.1, 0.16, P.timberDark));
  for (const sx of [-1, 1]) {
    for (const sz of [-1, 1]) beam(m, sx * w * 0.4, h * 0.42, sz * w * 0.4, 0.3, h * 0.62, 0.3, P.timberDark);
  }
  m.box(0, h * 0.44, 0, w * 0.86, h * 0.3, w * 0.86, P.timberPale);
  for (let k = 0; k < 4; k++) m.at(0, 0, 0, (k * Math.PI) / 2, () => towerSide(m, w, h));
  m.box(0, h * 0.74, 0, w * 1.16, 0.22, w * 1.16, P.timber);
  m.at(0, h + 0.45, 0, 0, () =>
    m.loft(
      [
        { y: 0, rx: w * 0.88 },
        { y: 0.16, rx: w * 0.86 },
        { y: 1.5, rx: w * 0.44 },
        { y: 3.2, rx: 0.06 },
      ],
      4,
      P.roofBlue,
      { turn: Math.PI / 4 },
    ),
  );
  m.at(0, h * 0.98, 0, 0, () => lantern(m, 1.3));
  flag(m, h + 3.5);
}

export const towerExtras = (b: Building): Extras => ({ ...nothingElse(), lamps: [[0, b.floors * 3.4 * 0.8, 0]] });

function towerSide(m: Modeller, w: number, h: number): void {
  for (let k = 0; k < 5; k++) m.box(-w * 0.5 + (k * w) / 4, h * 0.74 + 0.2, w * 0.55, w * 0.18, 0.95, 0.14, P.timberPale);
  brace(m, [-w * 0.3, h * 0.46, w * 0.435], 0.18, h * 0.33, 0.08, -0.6);
}

function flag(m: Modeller, y: number): void {
  m.cylinder(0, y - 0.2, 0, 0.05, 0.04, 1.9, 5, P.timberDark);
  tagged(m, sway(0.6), () => m.sheet([0, y + 0.9, 0], [1.4, y + 1.15, 0.02], [1.4, y + 1.25, 0.02], [0, y + 1.65, 0], P.azure));
}

export function farTower(m: Modeller, b: Building): void {
  const h = b.floors * 3.4;
  const w = Math.min(b.w, b.d);
  m.box(0, -0.8, 0, w, h * 0.45 + 0.8, w, P.stone, { noBottom: true });
  m.box(0, h * 0.44, 0, w * 0.86, h * 0.35, w * 0.86, P.timberPale);
  m.at(0, h * 0.95, 0, 0, () => m.cone(0, 0, 0, w * 0.88, 3.4, 4, P.roofBlue, { turn: Math.PI / 4 }));
}
