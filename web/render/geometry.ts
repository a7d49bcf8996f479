// Modeller arrays as three geometry. In: MeshArrays. Out: BufferGeometry with position, normal, color and, when named, the side numbers.
import { BufferAttribute, BufferGeometry } from 'three';
import type { MeshArrays } from './modeller';

/** `tag`: attribute name for the four side numbers; left out when not given. */
export function toGeometry(mesh: MeshArrays, tag?: string): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(mesh.position, 3));
  geometry.setAttribute('normal', new BufferAttribute(mesh.normal, 4, true));
  geometry.setAttribute('color', new BufferAttribute(mesh.color, 4, true));
  if (tag) geometry.setAttribute(tag, new BufferAttribute(mesh.tag, 4));
  geometry.computeBoundingSphere();
  return geometry;
}
