// Emblems sewn on a guild's cloak: a charge is cut along the folds of the cape and laid on its outer side, so that it hangs and swings with the cloth.
// In: outlines of charges. Out: builders by part name.
import type { Figure, Slot } from '../figure';
import type { Vec3 } from '../modeller';
import type { PartBuilder } from '../people';
import type { Point } from '../polygons';
import { CHARGES, type Outline } from './charges';
import { CAPE, CAPE_FOLD, CAPE_PLEAT, drape } from './clothes';
import { sew } from './sewing';

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

/** Seen from behind, the wearer's left is on the left. */
const onBack = (outline: Outline): Point[] =>
  outline.map(([x, y]): Point => [(-x * SIZE_M) / DRAWN, MIDDLE_M + (y * SIZE_M) / DRAWN]);

function lay(f: Figure, slot: Slot, outlines: readonly Outline[], off_m: number): void {
  f.across('cape', 'capeLow', CAPE_FOLD - ON_FOLD_M, slot);
  sew(outlines.map(onBack), drape(CAPE), (corners, column) => {
    const [first, ...rest] = corners.map(([x, y, z]): Vec3 => [x, y, z - off_m]);
    const shade = 1 + (column % 2 ? CAPE_PLEAT : -CAPE_PLEAT * 0.5);
    for (let n = 1; n < rest.length; n++) f.face(first, rest[n], rest[n - 1], shade);
  });
}

export const BLAZONS: Record<string, PartBuilder> = Object.fromEntries(
  CHARGES.map(({ shape, cut }, i): [string, PartBuilder] => [
    blazonPart(i),
    f => {
      f.mesh.jitter = 0;
      lay(f, 'charge', shape, OFF_CLOTH_M);
      lay(f, 'cloak', cut, OFF_CHARGE_M);
    },
  ]),
);
