// Half-timbered walls, storey by storey: plinth, plaster, posts, rails and braces, windows with shutters and flower boxes, the door.
// Local metres; the front looks to +z. Drawn into a Modeller.
import type { Modeller } from '../modeller';
import { beam, brace, glow, lantern, P, pick, strewStones, sway, tagged } from './kit';

export const PLINTH_M = 0.45;
/** How much wider and deeper each upper storey is. */
export const JETTY_M = 0.5;

export interface Storey {
  w: number;
  d: number;
  /** Height of its floor. */
  y: number;
  height: number;
  wall: string;
  shutter: string;
  ground: boolean;
  braces: boolean;
}

export function plinth(m: Modeller, w: number, d: number): void {
  m.occlude = null;
  m.box(0, -1.4, 0, w + 0.2, 1.4 + PLINTH_M, d + 0.2, P.stone, { bevel: 0.06, noBottom: true });
  strewStones(m, w + 0.2, d + 0.2, 0, PLINTH_M - 0.25, 14);
}

export function storey(m: Modeller, s: Storey): void {
  if (!s.ground) jetty(m, s);
  m.box(0, s.y, 0, s.w, s.height, s.d, s.wall, { noBottom: true });
  corners(m, s);
  frontFrame(m, s);
  sideFrame(m, s);
  windows(m, s);
}

/** The beam ends and the sill that carry an overhanging storey. */
function jetty(m: Modeller, s: Storey): void {
  for (let k = -2; k <= 2; k++) {
    for (const side of [-1, 1]) m.box((k * s.w) / 5, s.y - 0.3, side * (s.d / 2 - 0.08), 0.16, 0.2, 0.34, P.timberDark);
  }
  m.box(0, s.y - 0.14, 0, s.w + 0.06, 0.2, s.d + 0.06, P.timber);
}

function corners(m: Modeller, s: Storey): void {
  for (const sx of [-1, 1]) {
    for (const sz of [-1, 1]) beam(m, sx * (s.w / 2 - 0.05), s.y, sz * (s.d / 2 - 0.05), 0.28, s.height, 0.28);
  }
}

function frontFrame(m: Modeller, s: Storey): void {
  const bays = Math.max(2, Math.round(s.w / 1.7));
  for (const side of [-1, 1]) {
    const z = (side * s.d) / 2;
    m.box(0, s.y + s.height - 0.16, z, s.w + 0.1, 0.2, 0.14, P.timber);
    beam(m, 0, s.y, z, s.w + 0.1, 0.17, 0.14);
    for (let k = 1; k < bays; k++) beam(m, -s.w / 2 + (k * s.w) / bays, s.y, z, 0.15, s.height, 0.11);
    if (!s.braces) continue;
    const reach = s.w / bays / 2;
    for (const end of [-1, 1]) brace(m, [end * (s.w / 2 - reach), s.y + 0.12, z], 0.13, s.height * 0.98, 0.1, end * 0.46);
  }
}

function sideFrame(m: Modeller, s: Storey): void {
  const bays = Math.max(2, Math.round(s.d / 1.9));
  for (const side of [-1, 1]) {
    const x = (side * s.w) / 2;
    m.box(x, s.y + s.height - 0.16, 0, 0.14, 0.2, s.d + 0.1, P.timber);
    beam(m, x, s.y, 0, 0.14, 0.17, s.d + 0.1);
    for (let k = 1; k < bays; k++) beam(m, x, s.y, -s.d / 2 + (k * s.d) / bays, 0.11, s.height, 0.15);
    if (!s.braces) continue;
    const reach = s.d / bays / 2;
    for (const end of [-1, 1]) brace(m, [x, s.y + 0.12, end * (s.d / 2 - reach)], 0.1, s.height * 0.98, 0.13, 0, -end * 0.42);
  }
}

function windows(m: Modeller, s: Storey): void {
  const count = Math.max(1, Math.round(s.w / 3));
  for (let k = 0; k < count; k++) {
    const x = ((k + 0.5) * s.w) / count - s.w / 2;
    const door = s.ground && Math.abs(x) < 1.25;
    if (!door) m.at(x, s.y + 1, s.d / 2 + 0.02, 0, () => window(m, 0.72, 0.95, s.shutter));
    m.at(x, s.y + 1, -s.d / 2 - 0.02, Math.PI, () => window(m, 0.72, 0.95, s.shutter));
  }
  for (const side of [-1, 1])
    m.at(side * (s.w / 2 + 0.02), s.y + 1, 0.1, (side * Math.PI) / 2, () => window(m, 0.66, 0.9, s.shutter));
}

/** A window in the wall plane z = 0, its sill's middle at the origin. */
export function window(m: Modeller, w: number, h: number, shutter: string): void {
  m.box(0, -0.07, 0.02, w + 0.24, h + 0.16, 0.16, P.timberDark);
  panes(m, w, h);
  for (const side of [-1, 1]) m.at(side * (w / 2 + 0.29), 0, 0.07, side * 0.16, () => leaf(m, h, shutter));
  if (m.random() < 0.65) flowerBox(m, w);
}

function panes(m: Modeller, w: number, h: number): void {
  const before = m.jitter;
  m.jitter = 0.12;
  tagged(m, glow(1), () => {
    for (const u of [-1, 1]) {
      for (const v of [0, 1]) {
        const x0 = u < 0 ? -w / 2 + 0.02 : 0.03;
        const x1 = u < 0 ? -0.03 : w / 2 - 0.02;
        const y0 = (v * h) / 2 + 0.03;
        const y1 = y0 + h / 2 - 0.06;
        m.quad([x0, y0, 0.11], [x1, y0, 0.11], [x1, y1, 0.11], [x0, y1, 0.11], P.glass);
      }
    }
  });
  m.jitter = before;
}

function leaf(m: Modeller, h: number, paint: string): void {
  m.box(0, -0.02, 0, 0.4, h + 0.06, 0.07, paint, { noBottom: true });
  m.box(0, 0.12, 0.04, 0.34, 0.07, 0.05, paint, { shade: 0.75, noBottom: true });
  m.box(0, h - 0.2, 0.04, 0.34, 0.07, 0.05, paint, { shade: 0.75, noBottom: true });
}

const FLOWERS = [P.blossom, P.roofRed, P.gold, P.leafBright, P.leafPale, P.violet];

function flowerBox(m: Modeller, w: number): void {
  m.box(0, -0.28, 0.2, w + 0.2, 0.18, 0.24, P.timberPale);
  for (let k = 0; k < 7; k++) {
    const x = (k / 6 - 0.5) * w;
    const z = 0.2 + (m.random() - 0.5) * 0.08;
    m.cone(x, -0.12, z, 0.11, 0.17 + m.random() * 0.07, 4, FLOWERS[k % FLOWERS.length], { capBottom: false, turn: m.random() });
  }
}

/** Door, step, little roof and lantern on the wall plane z = 0, threshold at the origin. */
export function door(m: Modeller, roof: string): void {
  m.box(0, -0.02, 0, 1.5, 2.25, 0.22, P.timberDark);
  for (let k = -1; k <= 1; k++) m.box(k * 0.37, 0, 0.09, 0.35, 2.05, 0.13, k ? P.timberPale : P.timber, { noBottom: true });
  m.box(0.36, 0.98, 0.18, 0.1, 0.1, 0.06, P.gold);
  for (const y of [0.4, 1.55]) m.box(-0.1, y, 0.12, 0.85, 0.1, 0.1, P.ironDark);
  m.box(0, -0.5, 0.5, 1.7, 0.48, 0.8, P.stonePale, { bevel: 0.07 });
  m.at(0, 2.36, 0.42, 0, () => m.box(0, 0, 0, 2, 0.1, 1, roof, { shade: 0.9 }), 1, 0.42);
  for (const side of [-1, 1]) brace(m, [side * 0.85, 1.72, 0.15], 0.1, 0.75, 0.1, 0, 0.75);
  m.at(1, 1.9, 0.1, 0, () => {
    m.box(0, 0, 0.1, 0.05, 0.05, 0.32, P.ironDark);
    m.at(0, 0, 0.22, 0, () => lantern(m, 0.75));
  });
}

/** Low bushes along the foot of the walls. */
export function footBushes(m: Modeller, w: number, d: number, count: number): void {
  tagged(m, sway(0.3), () => {
    for (let k = 0; k < count; k++) {
      const side = m.random() < 0.5 ? -1 : 1;
      const paint = pick(m.random, [P.leafBright, P.leafBright, P.blossom, P.leafPale]);
      const size = 0.3 + m.random() * 0.24;
      m.ico(side * (w / 2 + 0.12), 0.16, (m.random() - 0.5) * d * 0.9, size, 0, P.leafDeep, { topPaint: paint, noise: 0.15 });
    }
  });
}
