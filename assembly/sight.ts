// Straight lines through the place: how far a ray comes before ground or a solid stops it.
import * as L from './layout';
import { solid, Solid, solidEntries, solidSquare, solidStarts } from './solids';
import { groundAt } from './terrain';

/** Solids are listed 1.5 m beyond their squares, so squares looked up this far apart leave no gap. */
const STRIDE_M: f32 = 2;

// The ray at hand: from (x, y, z), `d` is its unit direction.
let x: f32 = 0;
let y: f32 = 0;
let z: f32 = 0;
let dx: f32 = 0;
let dy: f32 = 0;
let dz: f32 = 0;
// Where it is above a solid's outline, in metres along it.
let enters: f32 = 0;
let leaves: f32 = 0;

/** Cuts [enters, leaves] to where p + d * t lies within -half..half. */
@inline
function slab(p: f32, d: f32, half: f32): void {
  if (Mathf.abs(d) < 1e-7) {
    if (Mathf.abs(p) > half) leaves = -1;
    return;
  }
  const a = (-half - p) / d;
  const b = (half - p) / d;
  enters = Mathf.max(enters, Mathf.min(a, b));
  leaves = Mathf.min(leaves, Mathf.max(a, b));
}

/** Cuts [enters, leaves] to a circle round the origin of (px, pz). */
@inline
function disc(px: f32, pz: f32, radius: f32): void {
  const a = dx * dx + dz * dz;
  const c = px * px + pz * pz - radius * radius;
  if (a < 1e-9) {
    if (c > 0) leaves = -1;
    return;
  }
  const b = px * dx + pz * dz;
  const root = b * b - a * c;
  if (root < 0) {
    leaves = -1;
    return;
  }
  const s = Mathf.sqrt(root);
  enters = Mathf.max(enters, (-b - s) / a);
  leaves = Mathf.min(leaves, (-b + s) / a);
}

/** Metres along the ray to a solid, or `most`. */
function meets(s: Solid, most: f32): f32 {
  enters = 0;
  leaves = most;
  const px = x - s.x;
  const pz = z - s.z;
  if (s.shape == L.SHAPE_CIRCLE) disc(px, pz, s.a);
  else {
    slab(px * s.cos + pz * s.sin, dx * s.cos + dz * s.sin, s.a);
    slab(pz * s.cos - px * s.sin, dz * s.cos - dx * s.sin, s.b);
  }
  if (enters > leaves) return most;
  // Within the outline the ray must also be between bottom and top.
  const middle = (s.bottom + s.top) * 0.5;
  slab(y - middle, dy, (s.top - s.bottom) * 0.5);
  return enters <= leaves ? enters : most;
}

/** How far a ray from a point along a unit direction comes before ground or a solid that stops shots, at most `most` metres. */
export function rayLength(fromX: f32, fromY: f32, fromZ: f32, alongX: f32, alongY: f32, alongZ: f32, most: f32): f32 {
  x = fromX;
  y = fromY;
  z = fromZ;
  dx = alongX;
  dy = alongY;
  dz = alongZ;
  let last = -1;
  let reach = most;
  for (let t: f32 = 0; t < reach; t += STRIDE_M) {
    if (t > 0 && groundAt(x + dx * t, z + dz * t) > y + dy * t) return Mathf.min(reach, groundMeeting(t));
    const square = solidSquare(x + dx * t, z + dz * t);
    if (square == last) continue;
    last = square;
    for (let i = <i32>solidStarts[square], end = <i32>solidStarts[square + 1]; i < end; i++) {
      const s = solid(solidEntries[i]);
      if ((s.flags & L.COLLIDER_SEE_THROUGH) == 0) reach = Mathf.min(reach, meets(s, reach));
    }
  }
  if (groundAt(x + dx * reach, z + dz * reach) > y + dy * reach + 0.05) return groundMeeting(reach);
  return reach;
}

/** Between `t` (under the ground) and the stride before: where the ray meets the ground. */
function groundMeeting(t: f32): f32 {
  let low = Mathf.max(t - STRIDE_M, 0);
  let high = t;
  for (let i = 0; i < 5; i++) {
    const middle = (low + high) * 0.5;
    if (groundAt(x + dx * middle, z + dz * middle) > y + dy * middle) high = middle;
    else low = middle;
  }
  return low;
}

/** Whether nothing stops a straight line between two points. */
export function isClear(x0: f32, y0: f32, z0: f32, x1: f32, y1: f32, z1: f32): bool {
  const ax = x1 - x0;
  const ay = y1 - y0;
  const az = z1 - z0;
  const length = Mathf.sqrt(ax * ax + ay * ay + az * az);
  if (length < 0.01) return true;
  return rayLength(x0, y0, z0, ax / length, ay / length, az / length, length) >= length - 0.05;
}
