// What all builders of houses and things share: the paints, the side numbers of a vertex, and small parts used everywhere.
import type { Modeller, Vec3 } from '../modeller';
import { PALETTE } from '../palette';

export const P = PALETTE;

/** Side numbers of the works' vertices: how far it sways in the wind, how it glows by night, how it burns by day too. */
export const STILL = [0, 0, 0, 0] as const;
export const sway = (much: number): [number, number, number, number] => [much, 0, 0, 0];
export const glow = (much: number): [number, number, number, number] => [0, much, 0, 0];
export const burn = (much: number): [number, number, number, number] => [0.3, 0, much, 0];

/** Draws with the given side numbers, then goes back to what was. */
export function tagged(m: Modeller, tag: readonly [number, number, number, number], draw: () => void): void {
  const before = m.tag;
  m.tag = tag;
  draw();
  m.tag = before;
}

/** A squared timber standing on (x, y, z). */
export function beam(
  m: Modeller,
  x: number,
  y: number,
  z: number,
  w: number,
  h: number,
  d: number,
  paint: string = P.timber,
): void {
  m.box(x, y, z, w, h, d, paint, { noBottom: true });
}

/** A timber leaning by `lean` radians in the wall plane x-y (turnX: z-y). */
export function brace(
  m: Modeller,
  at: Vec3,
  w: number,
  h: number,
  d: number,
  leanZ: number,
  leanX = 0,
  paint: string = P.timber,
): void {
  m.at(at[0], at[1], at[2], 0, () => m.box(0, 0, 0, w, h, d, paint, { noBottom: true }), 1, leanX, leanZ);
}

/** A round timber along local x from -half to +half. */
export function roller(
  m: Modeller,
  x: number,
  y: number,
  z: number,
  half: number,
  radius: number,
  sides: number,
  bark: string,
  cut: string,
): void {
  m.at(
    x,
    y,
    z,
    0,
    () =>
      m.loft(
        [
          { y: -half, rx: radius, paint: bark },
          { y: half, rx: radius, paint: cut },
        ],
        sides,
        cut,
      ),
    1,
    0,
    Math.PI / 2,
  );
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)];
}

/** Stones set loosely over the four faces of a block of w x d, up to `high`. */
export function strewStones(m: Modeller, w: number, d: number, low: number, high: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const along = (m.random() - 0.5) * 0.92;
    const face = i % 4;
    const x = face < 2 ? along * w : (face === 2 ? 1 : -1) * (w / 2 + 0.03);
    const z = face < 2 ? (face === 0 ? 1 : -1) * (d / 2 + 0.03) : along * d;
    const paint = m.random() < 0.5 ? P.stonePale : P.stoneDark;
    const wide = 0.35 + m.random() * 0.35;
    const [bw, bd] = face < 2 ? [wide, 0.16] : [0.16, wide];
    m.box(x, low + m.random() * (high - low), z, bw, 0.2 + m.random() * 0.14, bd, paint);
  }
}

/** A lantern's cage with its light, hanging with its top at (0, 0, 0). */
export function lantern(m: Modeller, size = 1): void {
  tagged(m, glow(2.6), () => m.box(0, -0.34 * size, 0, 0.2 * size, 0.3 * size, 0.2 * size, P.glow, { top: [1.25, 1.25] }));
  m.cone(0, -0.05 * size, 0, 0.24 * size, 0.2 * size, 4, P.ironDark);
  m.box(0, -0.41 * size, 0, 0.22 * size, 0.07 * size, 0.22 * size, P.ironDark);
}
