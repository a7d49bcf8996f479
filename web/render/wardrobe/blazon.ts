// Emblems sewn on a guild's cloak: a charge is cut along the folds of the cape and laid on its outer side, so that it hangs and swings with the cloth.
// In: outlines of charges. Out: builders by part name.
import type { Figure, Slot } from '../figure';
import type { Vec3 } from '../modeller';
import type { PartBuilder } from '../people';
import { convexes, type Point, within } from '../polygons';
import { CHARGES, type Outline } from './charges';
import { CAPE, CAPE_FOLD, CAPE_PLEAT, drape } from './clothes';

/** The middle of the charge above the feet, and its size: between the shoulders and well clear of both edges of the cloth. */
const MIDDLE_M = 0.89;
const SIZE_M = 0.45;
/** Outlines are drawn on a square of this many. */
const DRAWN = 100;
/** Off the cloth, and cuts off the charge: nothing flickers, and nobody sees a gap. */
const OFF_CLOTH_M = 0.006;
const OFF_CHARGE_M = 0.011;
/** Corners right on the fold belong above it, as those of the cloth do. */
const ON_FOLD_M = 1e-4;

/** Part of that shape of EMBLEMS on a cloak. */
export const blazonPart = (shape: number): string => `blazon${shape}`;

/** Lays an outline on the cape: seen from behind, the wearer's left is on the left. */
function lay(f: Figure, outline: Outline, off_m: number): void {
  const flat = convexes(outline.map(([x, y]): Point => [(-x * SIZE_M) / DRAWN, MIDDLE_M + (y * SIZE_M) / DRAWN]));
  const rows = drape(CAPE);
  for (let k = 0; k < rows.length - 1; k++) {
    for (let i = 0; i < rows[k].length - 1; i++) {
      const [a, b, c, d] = [rows[k][i], rows[k][i + 1], rows[k + 1][i + 1], rows[k + 1][i]];
      const cell = [b, a, d, c].map(([x, y]): Point => [x, y]);
      const on = ([x, y]: Point): Vec3 => {
        const up = (y - a[1]) / (d[1] - a[1]);
        const [left, right] = [a[0] + (d[0] - a[0]) * up, b[0] + (c[0] - b[0]) * up];
        const across = (x - left) / (right - left);
        const [nearLeft, nearRight] = [a[2] + (d[2] - a[2]) * up, b[2] + (c[2] - b[2]) * up];
        return [x, y, nearLeft + (nearRight - nearLeft) * across - off_m];
      };
      const shade = 1 + (i % 2 ? CAPE_PLEAT : -CAPE_PLEAT * 0.5);
      for (const each of flat) {
        const [first, ...rest] = within(each, cell).map(on);
        for (let n = 1; n < rest.length; n++) f.face(first, rest[n], rest[n - 1], shade);
      }
    }
  }
}

function sew(f: Figure, slot: Slot, outlines: readonly Outline[], off_m: number): void {
  f.across('cape', 'capeLow', CAPE_FOLD - ON_FOLD_M, slot);
  for (const outline of outlines) lay(f, outline, off_m);
}

export const BLAZONS: Record<string, PartBuilder> = Object.fromEntries(
  CHARGES.map(({ shape, cut }, i): [string, PartBuilder] => [
    blazonPart(i),
    f => {
      f.mesh.jitter = 0;
      sew(f, 'charge', shape, OFF_CLOTH_M);
      sew(f, 'cloak', cut, OFF_CHARGE_M);
    },
  ]),
);
