// Many copies of one growing thing in one draw, listed anew whenever the camera has moved. The list grows when it must.
// In: items of Growth. Out: an instanced mesh in a group.
import {
  type BufferGeometry,
  type Color,
  DynamicDrawUsage,
  type Group,
  InstancedBufferAttribute,
  InstancedMesh,
  type Material,
} from 'three';

const FIRST_CAPACITY = 64;

export class Thicket {
  private mesh: InstancedMesh;
  private capacity = FIRST_CAPACITY;
  private count = 0;

  constructor(
    private readonly geometry: BufferGeometry,
    private readonly material: Material,
    private readonly casts: boolean,
    private readonly group: Group,
  ) {
    this.mesh = this.make();
  }

  begin(): void {
    this.count = 0;
  }

  /** Adds the item at `at`: place, scale and turn, brightness and warmth; `tint` colours it besides. */
  put(items: Float32Array, at: number, tint: Color | null): void {
    if (this.count === this.capacity) this.grow();
    const scale = items[at + 3];
    const c = Math.cos(items[at + 4]) * scale;
    const s = Math.sin(items[at + 4]) * scale;
    const m = this.mesh.instanceMatrix.array as Float32Array;
    const o = this.count * 16;
    m[o] = c;
    m[o + 2] = -s;
    m[o + 5] = scale;
    m[o + 8] = s;
    m[o + 10] = c;
    m[o + 12] = items[at];
    m[o + 13] = items[at + 1];
    m[o + 14] = items[at + 2];
    m[o + 15] = 1;
    const light = items[at + 6];
    const warm = 0.96 + items[at + 7] * 0.1;
    const color = this.mesh.instanceColor!.array as Float32Array;
    color[this.count * 3] = light * warm * (tint?.r ?? 1);
    color[this.count * 3 + 1] = light * (tint?.g ?? 1);
    color[this.count * 3 + 2] = light * 0.97 * (tint?.b ?? 1);
    this.count++;
  }

  /** Shows the list; only what is listed goes to the graphics card. */
  end(): void {
    const { mesh, count } = this;
    mesh.count = count;
    mesh.visible = count > 0;
    if (!count) return;
    for (const [attribute, size] of [
      [mesh.instanceMatrix, 16],
      [mesh.instanceColor!, 3],
    ] as const) {
      attribute.clearUpdateRanges();
      attribute.addUpdateRange(0, count * size);
      attribute.needsUpdate = true;
    }
  }

  private make(): InstancedMesh {
    const mesh = new InstancedMesh(this.geometry, this.material, this.capacity);
    mesh.instanceColor = new InstancedBufferAttribute(new Float32Array(this.capacity * 3), 3);
    mesh.instanceMatrix.array.fill(0);
    mesh.instanceMatrix.setUsage(DynamicDrawUsage);
    mesh.instanceColor.setUsage(DynamicDrawUsage);
    mesh.frustumCulled = false;
    mesh.castShadow = this.casts;
    mesh.receiveShadow = true;
    mesh.visible = false;
    this.group.add(mesh);
    return mesh;
  }

  private grow(): void {
    const before = this.mesh;
    this.capacity *= 2;
    this.mesh = this.make();
    this.mesh.instanceMatrix.array.set(before.instanceMatrix.array);
    this.mesh.instanceColor!.array.set(before.instanceColor!.array);
    this.group.remove(before);
    before.dispose();
  }
}
