// Sews flat outlines onto cloth: each is cut along the folds and laid into them, so that it hangs and sways as the cloth does. In: outlines, and the
// cloth as rows of points. Out: convex pieces on the cloth. Pure.
import type { Vec3 } from '../modeller';
import { areaOf, convexes, type Point, within } from '../polygons';

/** Takes the corners of a piece, counter-clockwise seen from +z, and the column of the cloth that it lies on. */
export type Sew = (corners: readonly Vec3[], column: number) => void;

/** `rows` from bottom to top, each level, its points in order of x; outlines are in x and y as the cloth is. */
export function sew(outlines: readonly (readonly Point[])[], rows: readonly (readonly Vec3[])[], put: Sew): void {
  const pieces = outlines.flatMap(convexes);
  for (let k = 0; k < rows.length - 1; k++) {
    for (let i = 0; i < rows[k].length - 1; i++) {
      const [a, b, c, d] = [rows[k][i], rows[k][i + 1], rows[k + 1][i + 1], rows[k + 1][i]];
      const cell = [a, b, c, d].map(([x, y]): Point => [x, y]);
      if (areaOf(cell) < 0) cell.reverse();
      const on = ([x, y]: Point): Vec3 => {
        const up = (y - a[1]) / (d[1] - a[1]);
        const [left, right] = [a[0] + (d[0] - a[0]) * up, b[0] + (c[0] - b[0]) * up];
        const across = (x - left) / (right - left);
        const [leftZ, rightZ] = [a[2] + (d[2] - a[2]) * up, b[2] + (c[2] - b[2]) * up];
        return [x, y, leftZ + (rightZ - leftZ) * across];
      };
      for (const piece of pieces) {
        const corners = within(piece, cell).map(on);
        if (corners.length > 2) put(corners, i);
      }
    }
  }
}
