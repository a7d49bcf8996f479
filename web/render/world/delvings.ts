// What stands in and before dungeons: gate, brazier, candles, tomb, wreck, cannon, eggs. Each stands on (0, 0, 0) with its front to +z; sizes fit
// colliders.ts.
import type { Modeller } from '../modeller';
import { burn, glow, P, pick, sway, tagged } from './kit';

/** Two leaning uprights of old stone under a lintel, and between them a dark that is not quite still. */
export function gate(m: Modeller): void {
  for (const s of [-1, 1]) {
    m.at(s * 1.95, -0.6, 0, s * 0.08, () => {
      m.box(0, 0, 0, 1.25, 2.1, 1.25, P.stoneDark, { bevel: 0.14, noBottom: true });
      m.box(-s * 0.03, 2.05, 0, 1.1, 1.5, 1.1, P.stone, { bevel: 0.12 });
      m.box(-s * 0.06, 3.5, 0, 1.02, 1.2, 1, P.rockWarm, { bevel: 0.12 });
      m.ico(s * 0.5, 0.5, 0.6, [0.5, 0.35, 0.4], 0, P.moss, { noise: 0.2 });
    });
    tagged(m, burn(0.75), () => {
      for (const y of [1, 1.75, 2.5])
        m.at(s * 1.9, y, 0.6, 0, () => m.box(0, 0, 0, 0.3, 0.36, 0.06, P.crystal, { top: [0.25, 1] }));
    });
  }
  m.box(0, 4, 0, 5.6, 0.75, 1.35, P.stone, { bevel: 0.14, topPaint: P.moss });
  m.box(0, 4.72, 0, 4.5, 0.42, 1.1, P.stoneDark, { bevel: 0.1, topPaint: P.moss });
  m.at(0, 5.1, 0, 0.4, () => m.box(0, 0, 0, 0.8, 0.7, 0.8, P.rockWarm, { top: [0.5, 0.5], bevel: 0.08 }));
  tagged(m, burn(0.9), () => m.at(0, 4.2, 0.7, 0, () => m.box(0, 0, 0, 0.5, 0.42, 0.06, P.crystal, { top: [0.3, 1] })));
  m.box(0, -0.4, 0.2, 4.2, 0.55, 2.4, P.stonePale, { bevel: 0.08, noBottom: true });
  // The way in: deep blue, brighter towards its rim.
  for (const [wide, high, z, paint, much] of [
    [2.9, 3.9, 0.02, '#16233f', 0.12],
    [2.2, 3.1, 0.06, '#101a33', 0.05],
    [1.5, 2.3, 0.1, '#070c1c', 0],
  ] as const) {
    tagged(m, much ? burn(much) : [0, 0, 0, 0], () => {
      for (const side of [1, -1])
        m.at(0, 0.1, 0, side < 0 ? Math.PI : 0, () =>
          m.quad([-wide / 2, 0, z], [wide / 2, 0, z], [(wide / 2) * 0.9, high, z], [(-wide / 2) * 0.9, high, z], paint),
        );
    });
  }
}

/** An iron bowl of coals on three legs. */
export function brazier(m: Modeller): void {
  for (let k = 0; k < 3; k++) {
    const turn = (k * Math.PI * 2) / 3;
    m.tube(
      [Math.cos(turn) * 0.5, -0.2, Math.sin(turn) * 0.5],
      [Math.cos(turn) * 0.3, 0.95, Math.sin(turn) * 0.3],
      0.06,
      0.05,
      5,
      P.ironDark,
    );
  }
  m.loft(
    [
      { y: 0.72, rx: 0.18 },
      { y: 0.9, rx: 0.42 },
      { y: 1.15, rx: 0.55 },
      { y: 1.2, rx: 0.5, paint: P.coal },
    ],
    8,
    P.ironDark,
  );
  tagged(m, burn(1), () => {
    m.cone(0, 1.15, 0, 0.38, 0.95, 6, P.fire, { capBottom: false });
    m.cone(0.16, 1.12, 0.1, 0.22, 0.6, 5, P.glow, { capBottom: false });
    m.cone(-0.17, 1.12, -0.08, 0.22, 0.55, 5, P.ember, { capBottom: false });
  });
}

/** Candles in a pool of their own wax. */
export function candles(m: Modeller): void {
  m.cylinder(0, -0.05, 0, 0.62, 0.5, 0.1, 9, '#cbbf9f', { capBottom: false });
  const spots = [
    [0, 0, 0.62],
    [0.24, 0.1, 0.42],
    [-0.2, 0.16, 0.5],
    [0.06, -0.26, 0.34],
    [-0.28, -0.14, 0.26],
    [0.34, -0.2, 0.2],
  ] as const;
  for (const [x, z, high] of spots) {
    m.cylinder(x, 0, z, 0.085, 0.07, high, 6, P.cloth, { capBottom: false });
    tagged(m, burn(0.9), () => m.cone(x, high, z, 0.055, 0.2, 5, P.glow, { capBottom: false }));
  }
}

/** Where a candle cluster's light hangs, metres over the ground. */
export const CANDLE_LIGHT_M = 0.75;
export const BRAZIER_LIGHT_M = 1.5;

/** A coffin of stone, its lid pushed aside. */
export function tomb(m: Modeller): void {
  m.box(0, -0.4, 0, 1.5, 0.62, 2.7, P.stoneDark, { bevel: 0.06, noBottom: true });
  m.box(0, 0.2, 0, 1.2, 0.62, 2.4, P.stone, { bevel: 0.05, topPaint: P.coal });
  for (const z of [-0.8, 0, 0.8]) for (const s of [-1, 1]) m.box(s * 0.61, 0.32, z, 0.06, 0.4, 0.5, P.stoneDark);
  m.at(0.16, 0.82, 0.1, 0.14, () => {
    m.box(0, 0, 0, 1.32, 0.18, 2.5, P.stonePale, { bevel: 0.05 });
    m.box(0, 0.17, -0.2, 0.34, 0.14, 1.5, P.stone, { top: [0.6, 0.9] });
    m.ico(0, 0.26, -1, [0.22, 0.14, 0.22], 1, P.stone, { noise: 0.05 });
  });
  m.ico(-0.55, 0, 1.2, [0.4, 0.16, 0.3], 0, P.moss, { noise: 0.2 });
}

/** A ship's boat heeled over, planks sprung and a stump of mast. */
export function wreck(m: Modeller): void {
  m.at(
    0,
    -0.35,
    0,
    0,
    () => {
      const ribs = 7;
      const at = (t: number, u: number): [number, number, number] => {
        const wide = 1.75 * Math.sin(Math.PI * (0.12 + t * 0.76)) ** 0.7;
        const keel = 0.1 + 0.7 * (2 * t - 1) ** 4;
        return [Math.sign(u) * wide * Math.abs(u) ** 0.7, keel + Math.abs(u) ** 1.8 * 1.75, (t - 0.5) * 9];
      };
      for (let i = 0; i < ribs; i++) {
        const [t0, t1] = [i / ribs, (i + 1) / ribs];
        for (const s of [-1, 1]) {
          for (let k = 0; k < 4; k++) {
            const [u0, u1] = [(s * k) / 4, (s * (k + 1)) / 4];
            if (s > 0 && (i * 3 + k * 5) % 7 === 2) continue;
            const paint = pick(m.random, [P.timber, P.timberDark, '#5f5546', '#4c5a4b']);
            if (s > 0) m.sheet(at(t0, u0), at(t1, u0), at(t1, u1), at(t0, u1), paint, 1, 0.6);
            else m.sheet(at(t1, u0), at(t0, u0), at(t0, u1), at(t1, u1), paint, 1, 0.6);
          }
        }
      }
      for (let i = 1; i < 7; i++) {
        const t = i / 7;
        for (const s of [-1, 1])
          m.tube(at(t, s * 0.1), [at(t, s)[0] * 0.98, at(t, s)[1] + 0.25, at(t, s)[2]], 0.1, 0.06, 4, P.barkDark);
      }
      m.tube([0, 0.3, -0.8], [0.5, 4.2, -0.6], 0.16, 0.1, 6, P.timberDark);
      m.tube([-1.3, 3.1, -0.7], [1.7, 3.4, -0.6], 0.07, 0.05, 5, P.timberDark);
      tagged(m, sway(0.25), () =>
        m.sheet([-1.1, 3.1, -0.6], [0.2, 3.2, -0.6], [0, 1.5, -0.4], [-0.9, 1.9, -0.3], '#8d8672', 0.9, 0.7),
      );
      m.tube([0, 0.5, -4.4], [0, 2.6, -5.1], 0.14, 0.08, 5, P.timberDark);
    },
    1,
    0,
    0.24,
  );
}

/** A ship's gun on its truck, muzzle to the front. */
export function cannon(m: Modeller): void {
  for (const s of [-1, 1]) {
    m.box(s * 0.34, 0.18, -0.1, 0.14, 0.5, 1.5, P.timberDark, { top: [1, 0.7] });
    for (const z of [-0.6, 0.4])
      m.at(s * 0.46, 0.2, z, 0, () => m.cylinder(0, -0.06, 0, 0.22, 0.22, 0.12, 9, P.timber), 1, 0, Math.PI / 2);
  }
  m.box(0, 0.24, -0.2, 0.62, 0.12, 1.2, P.timber);
  m.at(
    0,
    0.72,
    -0.75,
    0,
    () =>
      m.loft(
        [
          { y: -0.16, rx: 0.1 },
          { y: 0, rx: 0.31 },
          { y: 0.7, rx: 0.27 },
          { y: 0.75, rx: 0.31 },
          { y: 1.75, rx: 0.2 },
          { y: 1.8, rx: 0.27 },
          { y: 2, rx: 0.25, paint: P.coal },
        ],
        9,
        P.ironDark,
      ),
    1,
    Math.PI / 2 - 0.06,
  );
  for (let k = 0; k < 4; k++) m.ico(0.62 + (k % 2) * 0.24, 0.1, -0.7 + Math.floor(k / 2) * 0.24, 0.13, 0, P.coal);
}

/** A clutch on a bed of coals; some have a light in them. */
export function eggs(m: Modeller): void {
  m.cylinder(0, -0.1, 0, 1.15, 0.95, 0.18, 9, P.coal, { capBottom: false });
  for (let k = 0; k < 12; k++) {
    const turn = k * 0.53;
    tagged(m, k % 2 ? burn(0.5) : [0, 0, 0, 0], () =>
      m.ico(Math.cos(turn) * 0.95, 0.06, Math.sin(turn) * 0.95, 0.18, 0, k % 2 ? P.ember : P.rockDark, { noise: 0.2 }),
    );
  }
  const spots = [
    [0, 0, 0.95],
    [0.5, 0.16, 0.75],
    [-0.46, 0.2, 0.8],
    [0.1, -0.5, 0.7],
    [-0.36, -0.42, 0.6],
  ] as const;
  for (const [i, [x, z, high]] of spots.entries()) {
    const lit = i % 2 === 0;
    const loft = () =>
      m.loft(
        [
          { y: 0, rx: 0.16 },
          { y: high * 0.3, rx: 0.34 },
          { y: high * 0.62, rx: 0.28, paint: lit ? P.ember : '#8b6f5c' },
          { y: high, rx: 0.05 },
        ],
        7,
        lit ? '#a8502e' : '#7b6152',
      );
    tagged(m, lit ? glow(0.8) : [0, 0, 0, 0], () => m.at(x, 0.02, z, i, loft, 1, (i % 3) * 0.12 - 0.12, x * 0.3));
  }
}
