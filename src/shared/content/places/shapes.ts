// Small pure shapes for laying out places by hand: rings, rows, facing. In: metres and degrees. Out: points and angles, the same bits everywhere.
import { cos, sin } from '../angles';
import type { Point, Prop } from '../kinds';

const round2 = (x: number): number => Math.round(x * 100) / 100;

/** Points on an arc round (x, z): degrees clockwise from north, `count` + 1 of them. */
export function arc(x: number, z: number, radius: number, fromDeg: number, toDeg: number, count: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i <= count; i++) {
    const angle = ((fromDeg + ((toDeg - fromDeg) * i) / count) * Math.PI) / 180;
    points.push([round2(x + sin(angle) * radius), round2(z - cos(angle) * radius)]);
  }
  return points;
}

/** Corners of a yard, closed unless `gap` names the side left open (0 north, 1 east, 2 south, 3 west). */
export function yard(x: number, z: number, w: number, d: number, gap = -1): Point[] {
  const corners: Point[] = [
    [x - w / 2, z - d / 2],
    [x + w / 2, z - d / 2],
    [x + w / 2, z + d / 2],
    [x - w / 2, z + d / 2],
  ];
  const start = gap < 0 ? 0 : gap + 1;
  const points = [0, 1, 2, 3].map(i => corners[(start + i) % 4]);
  return gap < 0 ? [...points, points[0]] : points;
}

export const deg = (degrees: number): number => round2((degrees * Math.PI) / 180);

export const prop = (kind: Prop['kind'], x: number, z: number, degrees = 0, scale = 1): Prop => ({
  kind,
  x,
  z,
  yaw: deg(degrees),
  scale,
});
