// What can be gathered: ore, herbs, berries. Whole or spent, two instanced draws per kind.
import { Group, InstancedMesh, type Material, Matrix4 } from 'three';
import type { Place } from '../../src/shared/content/kinds';
import type { NodeShapes } from './buildermessages';
import { geometryOf } from './works';

type Node = Place['nodes'][number];
type Kind = Node['prop'];
const KINDS: readonly Kind[] = ['ore', 'herb', 'berry'];

interface Pair {
  whole: InstancedMesh;
  spent: InstancedMesh;
}

export class NodeMeshes {
  readonly group = new Group();
  private readonly pairs = new Map<Kind, Pair>();
  private matrices: Matrix4[] = [];
  private nodes: readonly Node[] = [];
  private shown = '';

  load(nodes: readonly Node[], shapes: NodeShapes, material: Material, height: (x: number, z: number) => number): void {
    this.nodes = nodes;
    this.matrices = nodes.map((n, i) => new Matrix4().makeRotationY(i * 2.4).setPosition(n.x, height(n.x, n.z), n.z));
    for (const kind of KINDS) {
      const count = Math.max(1, nodes.filter(n => n.prop === kind).length);
      const make = (index: 0 | 1) => {
        const mesh = new InstancedMesh(geometryOf(shapes[kind][index]), material, count);
        mesh.frustumCulled = false;
        mesh.castShadow = true;
        mesh.receiveShadow = true;
        this.group.add(mesh);
        return mesh;
      };
      this.pairs.set(kind, { whole: make(0), spent: make(1) });
    }
    this.shown = 'none';
    this.update(new Set());
  }

  /** `spent`: indexes into the place's nodes. */
  update(spent: ReadonlySet<number>): void {
    const now = [...spent].sort((a, b) => a - b).join();
    if (now === this.shown) return;
    this.shown = now;
    for (const { whole, spent: empty } of this.pairs.values()) {
      whole.count = 0;
      empty.count = 0;
    }
    this.nodes.forEach((node, i) => {
      const pair = this.pairs.get(node.prop);
      if (!pair) return;
      const mesh = spent.has(i) ? pair.spent : pair.whole;
      mesh.setMatrixAt(mesh.count++, this.matrices[i]);
    });
    for (const { whole, spent: empty } of this.pairs.values()) {
      for (const mesh of [whole, empty]) {
        mesh.visible = mesh.count > 0;
        mesh.instanceMatrix.needsUpdate = true;
      }
    }
  }
}
