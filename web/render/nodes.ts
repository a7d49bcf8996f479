// What can be gathered: ore, wood, herbs, berries, fish and chests of the tiles round the eye. Whole or spent, two instanced draws per look
// of which there is one in sight.
import { Group, InstancedMesh, type Material, Matrix4 } from 'three';
import type { NodeShapes } from './buildermessages';
import { geometryOf } from './works';
import type { NodeSpot } from './world/things';

const SHOALS: ReadonlySet<NodeSpot['look']> = new Set(['silver-trout', 'fen-eel', 'moon-bream', 'storm-cod']);
/** So many of one kind are drawn at most. */
const MOST = 64;

interface Pair {
  whole: InstancedMesh;
  spent: InstancedMesh;
}

export class NodeMeshes {
  readonly group = new Group();
  private readonly pairs = new Map<NodeSpot['look'], Pair>();
  private readonly tiles = new Map<number, readonly NodeSpot[]>();
  /** What was last told of each place: its neighbours' nodes keep their state when one has walked over. */
  private readonly spent = new Map<number, ReadonlySet<number>>();
  private readonly matrix = new Matrix4();
  /** Shoals of fish, which turn and bob. */
  private swimming: { mesh: InstancedMesh; at: number; node: NodeSpot }[] = [];
  private told = '';
  private stale = true;

  load(shapes: NodeShapes, material: Material): void {
    for (const kind of Object.keys(shapes) as NodeSpot['look'][]) {
      const [whole, spent] = shapes[kind].map(shape => {
        const mesh = new InstancedMesh(geometryOf(shape), material, MOST);
        mesh.frustumCulled = false;
        mesh.castShadow = true;
        mesh.receiveShadow = true;
        this.group.add(mesh);
        return mesh;
      });
      this.pairs.set(kind, { whole, spent });
    }
  }

  add(key: number, nodes: readonly NodeSpot[]): void {
    if (!nodes.length) return;
    this.tiles.set(key, nodes);
    this.stale = true;
  }

  drop(key: number): void {
    if (this.tiles.delete(key)) this.stale = true;
  }

  /** `spent`: indexes into the nodes of the place with that number. */
  update(place: number, spent: ReadonlySet<number>, timeS: number): void {
    for (const { mesh, at, node } of this.swimming) {
      const turn = timeS * 0.45 + node.index;
      mesh.setMatrixAt(
        at,
        this.matrix.makeRotationY(turn).setPosition(node.x, node.y + 0.03 * Math.sin(timeS * 1.7 + turn), node.z),
      );
      mesh.instanceMatrix.needsUpdate = true;
    }
    const now = `${place}: ${[...spent].sort((a, b) => a - b).join()}`;
    if (now !== this.told) {
      this.told = now;
      this.spent.set(place, new Set(spent));
      this.stale = true;
    }
    if (!this.stale || !this.pairs.size) return;
    this.stale = false;
    this.lay();
  }

  private lay(): void {
    const meshes = [...this.pairs.values()].flatMap(({ whole, spent }) => [whole, spent]);
    for (const mesh of meshes) mesh.count = 0;
    this.swimming = [];
    for (const node of [...this.tiles.values()].flat()) {
      const pair = this.pairs.get(node.look)!;
      const mesh = this.spent.get(node.place)?.has(node.index) ? pair.spent : pair.whole;
      if (mesh.count >= MOST) continue;
      if (SHOALS.has(node.look)) this.swimming.push({ mesh, at: mesh.count, node });
      mesh.setMatrixAt(mesh.count++, this.matrix.makeRotationY(turnOf(node)).setPosition(node.x, node.y, node.z));
    }
    for (const mesh of meshes) {
      mesh.visible = mesh.count > 0;
      mesh.instanceMatrix.needsUpdate = true;
    }
  }
}

/** A chest stands as its collider does; what grows stands anyhow. */
const turnOf = ({ look, index }: NodeSpot): number => (look === 'chest' ? Math.PI : index * 2.4);
