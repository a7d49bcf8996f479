// Buildings, props, fences, fields and bridges on the screen: one mesh per chunk, near or far form by distance; and the parts that turn.
// In: packed meshes from the builder. Out: a group.
import { BufferAttribute, BufferGeometry, Group, Mesh, MeshLambertMaterial } from 'three';
import type { Moving } from './buildermessages';
import { stylize } from './style';
import type { Quality } from './tiers';
import type { Spin } from './world/site';
import { CHUNK_M, type Chunk, type PackedMesh } from './world/works';

export function geometryOf(mesh: PackedMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(mesh.position, 3));
  geometry.setAttribute('normal', new BufferAttribute(mesh.normal, 4, true));
  geometry.setAttribute('color', new BufferAttribute(mesh.color, 4, true));
  geometry.setAttribute('aux', new BufferAttribute(mesh.aux, 4, true));
  geometry.computeBoundingSphere();
  return geometry;
}

/** Whole numbers of 1/64 come as 0..1. */
export const AUX_GLSL = /* glsl */ `attribute vec4 aux;
#define AUX (aux * 3.984375)`;

/** For all that is built: cloth sways, windows glow by night, fires flicker. */
export function worksMaterial(): MeshLambertMaterial {
  return stylize(new MeshLambertMaterial({ vertexColors: true }), {
    vertexHead: `${AUX_GLSL}\nvarying vec2 vShine;`,
    vertexBegin: /* glsl */ `
vShine = AUX.yz;
{
  float wind = sin(uTime * 2.2 + position.x * .8 + position.z * .6) + .5 * sin(uTime * 4.1 + position.y * 2.);
  transformed.xz += AUX.x * wind * vec2(.10, .12);
}`,
    fragmentHead: 'varying vec2 vShine;',
    fragmentColor: 'diffuseColor.rgb *= .95 + .1 * valueNoise(vWorldAt.xz * 2.1 + vWorldAt.y * 3.3);',
    fragmentEmissive: /* glsl */ `
totalEmissiveRadiance += vec3(1., .62, .22) * vShine.x * (.10 + uGlow * 2.2);
totalEmissiveRadiance += diffuseColor.rgb * vShine.y * (1.5 + .5 * sin(uTime * 11. + vWorldAt.y * 9.) + .3 * sin(uTime * 23.));`,
  });
}

interface Shown {
  x: number;
  z: number;
  near: Mesh;
  far: Mesh;
}

interface Turning {
  mesh: Mesh;
  speed: number;
}

export class WorksMeshes {
  readonly group = new Group();
  readonly material = worksMaterial();
  private readonly chunks: Shown[] = [];
  private readonly turning: Turning[] = [];
  private reach = 110;
  private farthest = 900;

  setQuality(quality: Quality): void {
    this.reach = quality.works_m;
    this.farthest = quality.worksFar_m;
  }

  add(chunk: Chunk): void {
    const near = new Mesh(geometryOf(chunk.near), this.material);
    near.castShadow = true;
    near.receiveShadow = true;
    const far = new Mesh(geometryOf(chunk.far), this.material);
    far.receiveShadow = true;
    for (const mesh of [near, far]) {
      mesh.matrixAutoUpdate = false;
      this.group.add(mesh);
    }
    this.chunks.push({ x: chunk.x, z: chunk.z, near, far });
  }

  addTurning(spins: readonly Spin[], moving: Moving): void {
    const shapes = { sails: geometryOf(moving.sails), wheel: geometryOf(moving.wheel) };
    for (const spin of spins) {
      const mesh = new Mesh(shapes[spin.kind], this.material);
      mesh.castShadow = true;
      mesh.receiveShadow = true;
      mesh.position.set(spin.x, spin.y, spin.z);
      mesh.rotation.set(0, spin.turn, 0, 'YXZ');
      this.group.add(mesh);
      this.turning.push({ mesh, speed: spin.kind === 'sails' ? 0.5 : 0.8 });
    }
  }

  /** `above`: the camera's height over the ground; from high up everything counts as further. */
  update(x: number, above: number, z: number, timeS: number): void {
    for (const chunk of this.chunks) {
      const dx = Math.max(0, Math.abs(chunk.x - x) - CHUNK_M / 2);
      const dz = Math.max(0, Math.abs(chunk.z - z) - CHUNK_M / 2);
      const away = Math.hypot(dx, dz, Math.max(0, above - 30) * 0.5);
      chunk.near.visible = away < this.reach;
      chunk.far.visible = !chunk.near.visible && away < this.farthest;
    }
    for (const t of this.turning) t.mesh.rotation.z = timeS * t.speed;
  }
}
