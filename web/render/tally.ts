// What some of the meshes cost of each picture: draw calls and triangles, in the picture and in every shadow map. In: meshes. Out: sums.
import { InstancedBufferGeometry, Mesh, type Object3D } from 'three';

export class Tally {
  calls = 0;
  triangles = 0;

  /** Counts `object` and what is in it from now on. */
  add(object: Object3D): void {
    object.traverse(each => {
      if (each instanceof Mesh) this.watch(each);
    });
  }

  /** Before a picture. */
  begin(): void {
    this.calls = 0;
    this.triangles = 0;
  }

  private watch(mesh: Mesh): void {
    const { onBeforeRender, onBeforeShadow } = mesh;
    mesh.onBeforeRender = (...words) => {
      onBeforeRender.apply(mesh, words);
      this.count(mesh);
    };
    mesh.onBeforeShadow = (...words) => {
      onBeforeShadow.apply(mesh, words);
      this.count(mesh);
    };
  }

  private count({ geometry }: Mesh): void {
    const corners = geometry.index?.count ?? geometry.attributes.position.count;
    this.calls++;
    this.triangles += (corners / 3) * (geometry instanceof InstancedBufferGeometry ? geometry.instanceCount : 1);
  }
}
