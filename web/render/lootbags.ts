// Loot on the ground: a tied sack that bobs a little and glitters. In: places. Out: one draw for the sacks. Its beam is lootbeams.ts.
import { InstancedMesh, Matrix4, MeshLambertMaterial, Quaternion, Vector3 } from 'three';
import type { FrameView } from './contract';
import { toGeometry } from './geometry';
import { Modeller } from './modeller';
import type { Sparks } from './sparks';
import { stylize } from './style';

const MAX_BAGS = 64;
const GLITTER_S = 0.35;

export class LootBags {
  readonly mesh: InstancedMesh;
  private nextGlitter = 0;
  private readonly up = new Vector3(0, 1, 0);
  private readonly matrix = new Matrix4();
  private readonly turn = new Quaternion();
  private readonly size = new Vector3();
  private readonly at = new Vector3();

  constructor(
    private readonly sparks: Sparks,
    private readonly height: (x: number, z: number) => number,
  ) {
    this.mesh = new InstancedMesh(
      toGeometry(sackMesh()),
      stylize(new MeshLambertMaterial({ vertexColors: true }), { rim: true }),
      MAX_BAGS,
    );
    this.mesh.castShadow = true;
    this.mesh.frustumCulled = false;
    this.mesh.count = 0;
  }

  update(bags: FrameView['ground'], timeS: number, calm: boolean): void {
    const { matrix, turn, size, at } = this;
    const count = Math.min(bags.length, MAX_BAGS);
    for (let i = 0; i < count; i++) {
      const bag = bags[i];
      const pulse = calm ? 1 : 1 + 0.04 * Math.sin(timeS * 3 + bag.id);
      turn.setFromAxisAngle(this.up, (bag.id % 63) / 10);
      this.mesh.setMatrixAt(
        i,
        matrix.compose(at.set(bag.x, this.height(bag.x, bag.z), bag.z), turn, size.set(1 / pulse, pulse, 1 / pulse)),
      );
    }
    this.mesh.count = count;
    this.mesh.visible = count > 0;
    if (count === 0) return;
    this.mesh.instanceMatrix.needsUpdate = true;
    this.shine(bags, count, timeS);
  }

  private shine(bags: FrameView['ground'], count: number, timeS: number): void {
    if (timeS < this.nextGlitter && timeS >= this.nextGlitter - GLITTER_S) return;
    this.nextGlitter = timeS + GLITTER_S;
    for (let i = 0; i < count; i++) {
      const { x, z } = bags[i];
      this.sparks.burst('glitter', x, this.height(x, z) + 0.35, z, timeS);
    }
  }
}

function sackMesh() {
  const m = new Modeller(11);
  m.loft(
    [
      { y: 0, rx: 0.17 },
      { y: 0.06, rx: 0.23 },
      { y: 0.2, rx: 0.21 },
      { y: 0.31, rx: 0.1 },
      { y: 0.34, rx: 0.075 },
      { y: 0.42, rx: 0.13, rz: 0.1 },
    ],
    9,
    '#b98855',
  );
  m.loft(
    [
      { y: 0.305, rx: 0.105 },
      { y: 0.35, rx: 0.095 },
    ],
    8,
    '#f0bf4c',
  );
  m.ico(0.16, 0.02, 0.16, [0.05, 0.02, 0.05], 0, '#f0bf4c');
  m.ico(0.22, 0.015, 0.08, [0.045, 0.02, 0.045], 0, '#ffd97a');
  m.ico(-0.05, 0.2, 0.19, 0.04, 0, '#cfa46a');
  return m.arrays();
}
