// Banners that guilds planted: a pole with a crossbar, a cloth in the field's colour that hangs from it and sways, the emblem on both of its sides.
// In: what stands where. Out: one mesh for all of them, drawn anew when one comes or goes.
import { BufferGeometry, Mesh } from 'three';
import { unpackEmblem } from '../../src/shared/content/emblems';
import type { FrameView } from './contract';
import { Modeller, type Vec3 } from './modeller';
import { PALETTE } from './palette';
import type { Point } from './polygons';
import { CHARGES, type Outline } from './wardrobe/charges';
import { CLOTH_DYES } from './wardrobe/dyes';
import { sew } from './wardrobe/sewing';
import { geometryOf, worksMaterial } from './works';
import { pack } from './world/mesh';

const POLE_M = 4.1;
const BAR_M = 3.62;
const HALF_M = 0.66;
/** Before the pole hangs the cloth. */
const HANGS_M = 0.13;
const DROP_M = 2.15;
/** Its lower edge runs into two tails, cut in as deep as that. */
const NOTCH_M = 0.42;
const COLUMNS = 6;
const ROWS = 7;
const EMBLEM_M = 1.04;
/** Below the bar. */
const EMBLEM_DOWN_M = 0.86;
const DRAWN = 100;
const OFF_CLOTH_M = 0.012;
const OFF_CHARGE_M = 0.02;
/** How far the hem sways, as worksMaterial has it. */
const SWAY = 1.5;
/** The pole goes into the ground: slopes leave no gap under it. */
const SUNK_M = 0.35;

export class Banners {
  readonly mesh = new Mesh(new BufferGeometry(), worksMaterial());
  private shown: FrameView['banners'] = [];

  constructor() {
    this.mesh.castShadow = this.mesh.receiveShadow = true;
    this.mesh.visible = false;
  }

  update(banners: FrameView['banners'], height: (x: number, z: number) => number): void {
    if (banners === this.shown) return;
    this.shown = banners;
    this.mesh.visible = banners.length > 0;
    if (!banners.length) return;
    const m = new Modeller(17);
    m.jitter = 0.02;
    // Far from the world's corner its numbers are too coarse for folds: the mesh counts from the first of them.
    const [{ x, z }] = banners;
    const y = height(x, z);
    for (const each of banners) {
      const ground = height(each.x, each.z) - y;
      m.at(each.x - x, ground, each.z - z, -each.yaw, () => banner(m, each.colours, ground));
    }
    this.mesh.geometry.dispose();
    this.mesh.geometry = geometryOf(pack(m.arrays()));
    this.mesh.position.set(x, y, z);
  }
}

/** Its front looks at whoever planted it, along +z; `ground`: how high it stands in the mesh. */
function banner(m: Modeller, colours: number, ground: number): void {
  const emblem = unpackEmblem(colours);
  if (!emblem) return;
  const { shape, cut } = CHARGES[emblem.shape] ?? CHARGES[0];
  const [field, mark] = [CLOTH_DYES[emblem.field], CLOTH_DYES[emblem.mark]];
  m.tag = [0, 0, 0, 0];
  m.cylinder(0, -SUNK_M, 0, 0.055, 0.04, POLE_M + SUNK_M, 7, PALETTE.timberPale);
  m.cylinder(0, 0, 0, 0.16, 0.07, 0.16, 7, PALETTE.rockDark);
  m.ico(0, POLE_M + 0.06, 0, [0.085, 0.1, 0.085], 1, PALETTE.gold);
  m.cone(0, POLE_M + 0.13, 0, 0.05, 0.26, 6, PALETTE.gold);
  m.tube([-HALF_M - 0.1, BAR_M, HANGS_M - 0.03], [HALF_M + 0.1, BAR_M, HANGS_M - 0.03], 0.032, 0.032, 6, PALETTE.timber);
  m.box(0, BAR_M - 0.05, 0.05, 0.1, 0.1, 0.16, PALETTE.ironDark);
  for (const side of [-1, 1]) m.ico(side * (HALF_M + 0.12), BAR_M, HANGS_M - 0.03, 0.055, 0, PALETTE.gold);
  // Each corner sways by how far it hangs down.
  m.tagAt = (_x, y) => [SWAY * Math.max(0, (ground + BAR_M - y) / DROP_M) ** 1.4, 0, 0, 0];
  const rows = folds();
  lay(m, [square()], rows, 0, field);
  lay(m, hems(), rows, OFF_CLOTH_M * 0.6, mark);
  lay(m, shape.map(placed), rows, OFF_CLOTH_M, mark);
  lay(m, cut.map(placed), rows, OFF_CHARGE_M, field);
  m.tagAt = null;
}

/** A cloth as wide at its hem as at the bar, in soft folds that deepen downwards. */
function folds(): Vec3[][] {
  return Array.from({ length: ROWS + 1 }, (_, row) => {
    const down = 1 - row / ROWS;
    return Array.from({ length: COLUMNS + 1 }, (_, column): Vec3 => {
      const u = (column / COLUMNS) * 2 - 1;
      return [u * HALF_M, BAR_M - down * DROP_M, HANGS_M + (column % 2 ? 0.035 : -0.02) * down + 0.05 * down * (1 - u * u)];
    });
  });
}

const LOW_M = BAR_M - DROP_M;
const square = (): Point[] => [
  [-HALF_M, LOW_M],
  [0, LOW_M + NOTCH_M],
  [HALF_M, LOW_M],
  [HALF_M, BAR_M],
  [-HALF_M, BAR_M],
];

/** A braid in the mark's colour under the bar, and one along the tails. */
function hems(): Point[][] {
  const [top, wide] = [BAR_M - 0.1, 0.07];
  const along = (side: 1 | -1): Point[] => [
    [side * HALF_M, LOW_M],
    [0, LOW_M + NOTCH_M],
    [0, LOW_M + NOTCH_M + wide * 1.2],
    [side * HALF_M, LOW_M + wide * 1.2],
  ];
  return [
    [
      [-HALF_M, top - wide],
      [HALF_M, top - wide],
      [HALF_M, top],
      [-HALF_M, top],
    ],
    along(1),
    along(-1),
  ];
}

const placed = (outline: Outline): Point[] =>
  outline.map(([x, y]): Point => [(x * EMBLEM_M) / DRAWN, BAR_M - EMBLEM_DOWN_M + (y * EMBLEM_M) / DRAWN]);

/** Both sides: what is seen from behind faces the same way as what is seen from before. */
function lay(m: Modeller, outlines: readonly Point[][], rows: readonly (readonly Vec3[])[], off_m: number, paint: string): void {
  for (const side of [1, -1] as const) {
    const seen = outlines.map(outline => outline.map(([x, y]): Point => [x * side, y]));
    sew(seen, rows, (corners, column) => {
      const [first, ...rest] = corners.map(([x, y, z]): Vec3 => [x, y, z + off_m * side]);
      const shade = (1 + (column % 2 ? 0.05 : -0.03)) * (side > 0 ? 1 : 0.92);
      for (let n = 1; n < rest.length; n++) {
        const [b, c] = side > 0 ? [rest[n - 1], rest[n]] : [rest[n], rest[n - 1]];
        m.tri(first, b, c, paint, shade);
      }
    });
  }
}
