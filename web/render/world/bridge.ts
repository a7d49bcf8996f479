// A humped stone bridge with parapets. In: the bridge (its own z runs along it, deck height above water level). Out: drawn into a Modeller at the
// bridge's middle, y 0 = water level. Deck and parapets fit colliders.ts.
import { PARAPET_TOP_M } from '../../../src/shared/content/colliders';
import type { Place } from '../../../src/shared/content/kinds';
import type { Modeller, Vec3 } from '../modeller';
import { lantern, P, pick } from './kit';

type Bridge = Place['bridges'][number];

export function bridge(m: Modeller, b: Bridge): void {
  const half = b.length / 2;
  deck(m, b);
  for (const s of [-1, 1]) {
    parapet(m, s * (b.width / 2 - 0.15), b);
    arches(m, s, b);
    for (const e of [-1, 1]) {
      const [x, z] = [s * (b.width / 2 - 0.1), e * (half - 0.3)];
      m.box(x, b.top - 2.5, z, 0.7, PARAPET_TOP_M + 2.75, 0.7, P.stonePale, { bevel: 0.08, noBottom: true });
      m.box(x, b.top + PARAPET_TOP_M + 0.25, z, 0.84, 0.16, 0.84, P.stone, { bevel: 0.06 });
      m.at(x, b.top + PARAPET_TOP_M + 0.85, z, 0, () => lantern(m, 1.1));
    }
  }
  soffit(m, b);
}

/** Planked in stone: rows of flags across the way. */
function deck(m: Modeller, b: Bridge): void {
  const rows = Math.round(b.length / 0.7);
  const deep = b.length / rows;
  m.box(0, b.top - 0.5, 0, b.width - 0.2, 0.44, b.length, P.stoneDark, { noBottom: true });
  for (let k = 0; k < rows; k++) {
    const z = -b.length / 2 + (k + 0.5) * deep;
    const flags = 3;
    for (let i = 0; i < flags; i++) {
      const w = (b.width - 0.6) / flags;
      const x = (i - (flags - 1) / 2) * w + (k % 2 ? 0.12 : -0.12);
      const y = b.top - 0.08;
      const paint = pick(m.random, [P.cobble, P.stone, P.stonePale, P.cobbleDark]);
      m.quad(
        [x - w / 2 + 0.02, y + 0.08, z + deep / 2 - 0.02],
        [x + w / 2 - 0.02, y + 0.08, z + deep / 2 - 0.02],
        [x + w / 2 - 0.02, y + 0.08, z - deep / 2 + 0.02],
        [x - w / 2 + 0.02, y + 0.08, z - deep / 2 + 0.02],
        paint,
      );
    }
  }
}

function parapet(m: Modeller, x: number, b: Bridge): void {
  const parts = Math.round(b.length / 0.8);
  const long = b.length / parts;
  for (let k = 0; k < parts; k++) {
    const z = -b.length / 2 + (k + 0.5) * long;
    for (let row = 0; row < 2; row++) {
      const paint = pick(m.random, [P.stone, P.stonePale, P.stoneDark]);
      m.box(x, b.top - 0.1 + row * 0.42, z + (row ? long * 0.2 : 0), 0.3, 0.42, long * 0.96, paint, {
        bevel: 0.03,
        noBottom: true,
      });
    }
    m.box(x, b.top + PARAPET_TOP_M - 0.14, z, 0.42, 0.14, long, P.stonePale, { bevel: 0.03 });
  }
}

const STEPS = 12;

/** Height of the arch's underside along the bridge, t in -1..1. */
function archAt(b: Bridge, t: number): number {
  return -1.2 + (b.top + 0.45) * Math.sqrt(Math.max(0, 1 - (t * 1.18) ** 2));
}

/** The side walls with one arch cut out. */
function arches(m: Modeller, side: number, b: Bridge): void {
  const x = side * (b.width / 2);
  for (let i = 0; i < STEPS; i++) {
    const [t0, t1] = [(i / STEPS) * 2 - 1, ((i + 1) / STEPS) * 2 - 1];
    const wall: Vec3[] = [
      [x, archAt(b, t0), (t0 * b.length) / 2],
      [x, archAt(b, t1), (t1 * b.length) / 2],
      [x, b.top - 0.08, (t1 * b.length) / 2],
      [x, b.top - 0.08, (t0 * b.length) / 2],
    ];
    if (side > 0) wall.reverse();
    m.quad(wall[0], wall[1], wall[2], wall[3], i % 2 ? P.stone : P.stonePale, 0.95);
    const mid = (t0 + t1) / 2;
    if (Math.abs(mid) < 0.82) {
      const lean = Math.atan2(archAt(b, t1) - archAt(b, t0), ((t1 - t0) * b.length) / 2);
      m.at(
        x,
        archAt(b, mid),
        (mid * b.length) / 2,
        0,
        () => m.box(0, -0.05, 0, 0.24, 0.4, (b.length / STEPS) * 0.92, P.stonePale, { bevel: 0.04 }),
        1,
        -lean,
      );
    }
  }
}

function soffit(m: Modeller, b: Bridge): void {
  const x = b.width / 2;
  for (let i = 0; i < STEPS; i++) {
    const [t0, t1] = [(i / STEPS) * 2 - 1, ((i + 1) / STEPS) * 2 - 1];
    const [y0, y1] = [archAt(b, t0), archAt(b, t1)];
    const [z0, z1] = [(t0 * b.length) / 2, (t1 * b.length) / 2];
    m.quad([-x, y0, z0], [x, y0, z0], [x, y1, z1], [-x, y1, z1], P.stoneDark, 0.6);
  }
}

export function farBridge(m: Modeller, b: Bridge): void {
  m.box(0, b.top - 0.6, 0, b.width, 0.6, b.length, P.stone);
  for (const s of [-1, 1]) {
    m.box(s * (b.width / 2 - 0.15), b.top, 0, 0.3, PARAPET_TOP_M, b.length, P.stonePale, { noBottom: true });
    arches(m, s, b);
  }
}
