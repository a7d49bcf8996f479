// From screen to world and back: where a ray through a pixel meets the ground, where a point of the world is on the screen.
import { type PerspectiveCamera, Vector3 } from 'three';
import type { Ground } from './contract';

interface Size {
  width: number;
  height: number;
}

const at = new Vector3();
const ray = new Vector3();
const FARTHEST_M = 900;

/** Marches the ray through a CSS pixel down to the ground in growing steps, then halves the last step. Null when it meets none. */
export function groundAt(
  camera: PerspectiveCamera,
  ground: Ground,
  size: Size,
  x: number,
  y: number,
): { x: number; y: number; z: number } | null {
  ray
    .set((x / size.width) * 2 - 1, 1 - (y / size.height) * 2, 0.5)
    .unproject(camera)
    .sub(camera.position)
    .normalize();
  const above = (t: number) =>
    camera.position.y + ray.y * t - ground.height(camera.position.x + ray.x * t, camera.position.z + ray.z * t);
  let low = 0;
  let high = 0;
  for (let t = 0.5; t < FARTHEST_M; t += Math.max(0.25, Math.min(8, above(t) * 0.5))) {
    high = t;
    if (above(t) <= 0) break;
    low = t;
  }
  if (above(high) > 0) return null;
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2;
    if (above(middle) > 0) low = middle;
    else high = middle;
  }
  const gx = camera.position.x + ray.x * high;
  const gz = camera.position.z + ray.z * high;
  return { x: gx, y: ground.height(gx, gz), z: gz };
}

/** CSS pixels of a point of the world; null behind the camera. */
export function project(camera: PerspectiveCamera, size: Size, x: number, y: number, z: number): { x: number; y: number } | null {
  at.set(x, y, z).applyMatrix4(camera.matrixWorldInverse);
  if (at.z > -camera.near) return null;
  at.applyMatrix4(camera.projectionMatrix);
  return { x: ((at.x + 1) / 2) * size.width, y: ((1 - at.y) / 2) * size.height };
}
