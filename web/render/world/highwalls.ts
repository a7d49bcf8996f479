// The high walls of halls, piece by piece: cut stone with merlons, banks of dry stone and turf, burnt crags, thorn. Five metres and more, closed,
// as thick as colliders.ts has them. In: a piece of fence and the land. Out: world metres, drawn into a Modeller.
import type { FenceKind } from '../../../src/shared/content/kinds';
import type { Modeller } from '../modeller';
import { P, pick } from './kit';
import type { Land } from './land';

export type HighWall = Extract<FenceKind, 'rampart' | 'barrow' | 'crag' | 'thicket'>;

interface Stretch {
  x: number;
  z: number;
  x2: number;
  z2: number;
}

/** Draws one piece about its middle, x along the wall, y 0 on the ground. */
type Draw = (m: Modeller, length: number) => void;

const FOOT_M = -1.4;

export const isHigh = (kind: FenceKind): kind is HighWall => kind in WALLS;

/** Courses of cut stone, darker and weedy below; every other piece carries a merlon, every few a buttress. */
function rampart(m: Modeller, length: number): void {
  m.box(0, FOOT_M, 0, length + 0.1, 6, 1.3, P.stoneDark, { noBottom: true });
  const rows = 7;
  for (let row = 0; row < rows; row++) {
    const high = 0.66;
    const shift = row % 2 ? length * 0.25 : 0;
    for (const side of [-1, 1]) {
      for (let k = 0; k < 2; k++) {
        const wide = length / 2 - 0.04;
        const x = -length / 4 + (k * length) / 2 + shift - (row % 2 ? length * 0.125 : 0);
        const wet = row < 2;
        const paint = wet
          ? pick(m.random, [WEED, '#5d6a63', P.stoneDark])
          : pick(m.random, [P.stone, P.stonePale, P.stoneDark, P.stone]);
        if (m.random() < 0.12) continue;
        m.box(x, row * high - 0.1, side * 0.62, wide, high - 0.05, 0.2 + m.random() * 0.1, paint, { bevel: 0.04, noBottom: true });
      }
    }
  }
  m.box(0, 4.55, 0, length + 0.12, 0.26, 1.7, P.stonePale, { bevel: 0.05 });
  if (m.random() < 0.72) {
    const broken = m.random() < 0.3 ? 0.45 : 1;
    m.box((m.random() - 0.5) * 0.2, 4.8, 0, length * 0.46, 0.95 * broken, 1.1, P.stone, { bevel: 0.06, topPaint: P.stonePale });
  }
  if (m.random() < 0.22) m.box(0, FOOT_M, 0, 0.9, 5.6, 2.3, P.stoneDark, { top: [0.9, 0.62], noBottom: true });
}
const WEED = '#4f6a4c';

/** Dry stone to the height of a man, and over it a bank of turf that leans back and hangs over. */
function barrow(m: Modeller, length: number): void {
  m.box(0, FOOT_M, 0, length + 0.3, 5.6, 1.1, P.soil, { noBottom: true });
  for (let row = 0; row < 6; row++) {
    for (const side of [-1, 1]) {
      let x = -length / 2;
      while (x < length / 2 - 0.2) {
        const wide = Math.min(0.55 + m.random() * 0.75, length / 2 - x + 0.12);
        const paint = pick(m.random, [P.stone, P.rockWarm, P.stoneDark, P.rock, '#7d7a70']);
        const proud = 0.58 + m.random() * 0.14 - row * 0.012;
        m.box(x + wide / 2, row * 0.44 - 0.2, side * proud, wide - 0.03, 0.42, 0.34, paint, { bevel: 0.07, noBottom: true });
        x += wide;
      }
    }
  }
  for (const side of [-1, 1]) {
    const lean = { top: [1, 0.45], topPaint: P.grass } as const;
    m.at(0, 2.35, side * 0.52, 0, () => m.box(0, 0, 0, length + 0.4, 1.1, 0.95, SOD, { top: [1, 0.8] }));
    m.at(0, 3.4, side * 0.42, 0, () => m.box(0, 0, 0, length + 0.4, 1.3, 0.9, P.grassLush, lean));
  }
  for (let k = 0; k < 2; k++) {
    const x = (k - 0.5) * length * 0.55 + (m.random() - 0.5) * 0.4;
    m.ico(x, 4.5, (m.random() - 0.5) * 0.3, [length * 0.36, 0.42 + m.random() * 0.3, 0.95], 1, P.grassLush, {
      noise: 0.14,
      topPaint: P.grass,
      flatBottom: 0.6,
    });
  }
  if (m.random() < 0.45) {
    // Roots hang out of the turf.
    for (const side of [-1, 1]) {
      const x = (m.random() - 0.5) * length;
      m.tube(
        [x, 3.3, side * 0.95],
        [x + (m.random() - 0.5) * 0.7, 2.1 + m.random() * 0.5, side * 1.02],
        0.05,
        0.012,
        4,
        P.barkDark,
      );
    }
  }
}
/** Earth with the roots of the turf in it. */
const SOD = '#7a6a45';

/** Splinters of burnt rock that lean against each other, with a seam that still glows. */
function crag(m: Modeller, length: number): void {
  m.jitter = 0.08;
  m.box(0, FOOT_M, 0, length + 0.3, 6, 1.5, BURNT[0], { top: [0.9, 0.7], noBottom: true });
  for (let k = 0; k < 3; k++) {
    const x = ((k + 0.5) / 3 - 0.5) * length + (m.random() - 0.5) * 0.4;
    const high = 5 + m.random() * 3.4;
    const wide = 1.25 + m.random() * 0.7;
    m.at(x, FOOT_M, (m.random() - 0.5) * 0.8, m.random() * 3, () =>
      m.loft(
        [
          { y: 0, rx: wide * 1.1, rz: wide * 0.85 },
          { y: high * 0.45, rx: wide, rz: wide * 0.75, ox: (m.random() - 0.5) * 0.3 },
          { y: high * 0.8, rx: wide * 0.75, rz: wide * 0.55, ox: (m.random() - 0.5) * 0.5 },
          { y: high + 0.6, rx: wide * 0.3, rz: wide * 0.22, ox: (m.random() - 0.5) * 0.7 },
        ],
        5,
        pick(m.random, BURNT),
        { capBottom: false },
      ),
    );
  }
  m.jitter = 0.03;
}
const BURNT = ['#6a5c5a', '#7a6460', '#5a4e50', '#80706a', '#8a6a5e'] as const;

/** A hedge of thorn as dark as the wood behind it: trunks, and crowns that meet. */
function thicket(m: Modeller, length: number): void {
  m.jitter = 0.09;
  for (const s of [-1, 1]) {
    m.tube(
      [s * length * 0.28, FOOT_M, 0],
      [s * length * 0.2 + (m.random() - 0.5), 3.4, (m.random() - 0.5) * 0.6],
      0.34,
      0.16,
      6,
      P.barkDark,
    );
    m.tube([s * length * 0.28, 0.3, 0], [-s * length * 0.4, 2.2 + m.random(), s * 0.9], 0.12, 0.03, 4, P.barkDark);
  }
  const leaf = ['#2c4a3c', '#35573f', '#274236', '#3f6340'] as const;
  for (let k = 0; k < 5; k++) {
    const y = 0.5 + k * 1.05;
    const wide = length * (0.62 - Math.abs(k - 2) * 0.05);
    m.ico((m.random() - 0.5) * 0.6, y, (m.random() - 0.5) * 0.5, [wide, 0.95, 1.15], 1, pick(m.random, leaf), {
      noise: 0.2,
      topPaint: k > 3 ? P.leafDeep : leaf[3],
    });
  }
  for (let k = 0; k < 5; k++) {
    const [x, y, side] = [(m.random() - 0.5) * length, 0.6 + m.random() * 4, m.random() < 0.5 ? -1 : 1];
    m.tube([x, y, side * 0.9], [x + (m.random() - 0.5) * 0.8, y + 0.5, side * 1.6], 0.05, 0.008, 4, P.deadwood);
  }
  m.jitter = 0.03;
}

/** From afar: how high and thick, in which colour, and what caps it. */
const WALLS: Record<HighWall, { near: Draw; high: number; thick: number; paint: string; cap: string }> = {
  rampart: { near: rampart, high: 4.9, thick: 1.5, paint: P.stone, cap: P.stonePale },
  barrow: { near: barrow, high: 5, thick: 1.8, paint: P.rockWarm, cap: P.grassDark },
  crag: { near: crag, high: 5.6, thick: 1.9, paint: BURNT[0], cap: BURNT[2] },
  thicket: { near: thicket, high: 5.2, thick: 2, paint: '#2c4a3c', cap: '#3f6340' },
};

function along(m: Modeller, land: Land, { x, z, x2, z2 }: Stretch, draw: (length: number) => void): void {
  const length = Math.hypot(x2 - x, z2 - z);
  const rise = Math.atan2(land.height(x2, z2) - land.height(x, z), length);
  m.at(
    (x + x2) / 2,
    (land.height(x, z) + land.height(x2, z2)) / 2,
    (z + z2) / 2,
    -Math.atan2(z2 - z, x2 - x),
    () => draw(length),
    1,
    0,
    rise,
  );
}

export function drawHighWall(m: Modeller, land: Land, stretch: Stretch, kind: HighWall): void {
  along(m, land, stretch, length => WALLS[kind].near(m, length));
}

export function drawFarWall(m: Modeller, land: Land, stretch: Stretch, kind: HighWall): void {
  const { high, thick, paint, cap } = WALLS[kind];
  along(m, land, stretch, length =>
    m.box(0, FOOT_M, 0, length + 0.3, high - FOOT_M, thick, paint, { top: [1, 0.8], topPaint: cap, noBottom: true }),
  );
}
