// Instanced draws of small things: four floats per instance and attribute, written as a list each frame or into a ring that the shader ages.
// In: a shape, attribute names, a material. Out: one mesh, one draw.
import {
  type BufferGeometry,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type Material,
  Mesh,
} from 'three';

export class Instances {
  readonly mesh: Mesh<InstancedBufferGeometry>;
  private readonly attributes: InstancedBufferAttribute[];
  private next = 0;
  private from = -1;
  private wrapped = false;

  constructor(
    shape: BufferGeometry,
    names: readonly string[],
    material: Material,
    readonly capacity: number,
    renderOrder = 0,
  ) {
    const geometry = new InstancedBufferGeometry();
    geometry.index = shape.index;
    for (const [name, attribute] of Object.entries(shape.attributes)) geometry.setAttribute(name, attribute);
    this.attributes = names.map(name => {
      const attribute = new InstancedBufferAttribute(new Float32Array(capacity * 4), 4);
      attribute.setUsage(DynamicDrawUsage);
      geometry.setAttribute(name, attribute);
      return attribute;
    });
    geometry.instanceCount = 0;
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = renderOrder;
    this.mesh.visible = false;
  }

  /** Starts a new list. */
  begin(): void {
    this.next = 0;
  }

  /** Four numbers for each attribute, in their order. What does not fit any more is left out. */
  put(...values: number[]): void {
    if (this.next < this.capacity) this.write(this.next++, values);
  }

  /** The same from an array that is used again and again: for lists as long as a crowd. */
  putRow(values: readonly number[]): void {
    if (this.next < this.capacity) this.write(this.next++, values);
  }

  /** Shows the list. */
  end(): void {
    this.show(this.next);
    if (this.next > 0) this.upload(0, this.next, false);
  }

  /** Puts one into the ring, over the oldest. */
  cast(...values: number[]): void {
    if (this.from < 0) this.from = this.next;
    this.write(this.next, values);
    this.next++;
    if (this.next === this.capacity) {
      this.next = 0;
      this.wrapped = true;
    }
  }

  /** Uploads what was cast since the last call. `alive`: whether anything in the ring may still be seen. */
  flush(alive: boolean): void {
    this.show(alive ? (this.wrapped ? this.capacity : this.next) : 0);
    if (this.from < 0) return;
    if (this.next > this.from) this.upload(this.from, this.next, true);
    else this.upload(0, this.capacity, true);
    this.from = -1;
  }

  get count(): number {
    return this.mesh.geometry.instanceCount;
  }

  private write(index: number, values: readonly number[]): void {
    for (let k = 0; k < this.attributes.length; k++) {
      const array = this.attributes[k].array as Float32Array;
      for (let i = 0; i < 4; i++) array[index * 4 + i] = values[k * 4 + i] ?? 0;
    }
  }

  private show(count: number): void {
    this.mesh.geometry.instanceCount = count;
    this.mesh.visible = count > 0;
  }

  private upload(from: number, to: number, keep: boolean): void {
    for (const attribute of this.attributes) {
      // Ranges wait until three uploads them; a list replaces what waits, a ring adds to it.
      if (!keep) attribute.clearUpdateRanges();
      attribute.addUpdateRange(from * 4, (to - from) * 4);
      attribute.needsUpdate = true;
    }
  }
}
