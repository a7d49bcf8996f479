// A mesh as it travels from the builder to the graphics card: floats for places, small whole numbers for the rest. Transferable.
import type { MeshArrays, Modeller } from '../modeller';

export interface PackedMesh {
  position: Float32Array;
  normal: Int8Array;
  color: Uint16Array;
  /** Sway, glow, burn, 0 in 1/64. */
  aux: Uint8Array;
  /** A sphere round it: middle and radius. */
  sphere: readonly [x: number, y: number, z: number, radius: number];
}

export function pack(mesh: MeshArrays): PackedMesh {
  const aux = new Uint8Array(mesh.vertices * 4);
  for (let i = 0; i < aux.length; i++) aux[i] = Math.min(255, Math.round(mesh.tag[i] * 64));
  return { position: mesh.position, normal: mesh.normal, color: mesh.color, aux, sphere: sphereOf(mesh.position) };
}

/** What was drawn, or null when that is nothing. */
export const packed = (m: Modeller): PackedMesh | null => (m.vertices ? pack(m.arrays()) : null);

export function buffersOf(mesh: PackedMesh | null): ArrayBuffer[] {
  return mesh ? ([mesh.position.buffer, mesh.normal.buffer, mesh.color.buffer, mesh.aux.buffer] as ArrayBuffer[]) : [];
}

function sphereOf(position: Float32Array): PackedMesh['sphere'] {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < position.length; i++) {
    const k = i % 3;
    if (position[i] < low[k]) low[k] = position[i];
    if (position[i] > high[k]) high[k] = position[i];
  }
  const [x, y, z] = low.map((from, k) => (from + high[k]) / 2);
  let most = 0;
  for (let i = 0; i < position.length; i += 3)
    most = Math.max(most, (position[i] - x) ** 2 + (position[i + 1] - y) ** 2 + (position[i + 2] - z) ** 2);
  return [x, y, z, Math.sqrt(most)];
}
