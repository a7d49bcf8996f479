// Buildings, props, fences, fields and bridges on the screen: one mesh per tile, near or far form by distance; and the parts that turn.
// In: packed meshes from the builder. Out: a group.
import { BufferAttribute, BufferGeometry, Group, Mesh, MeshLambertMaterial, Sphere, Vector3 } from 'three';
import type { Moving } from './buildermessages';
import { SNOW_GLSL, stylize } from './style';
import type { Quality } from './tiers';
import { cornerOf, TILE_M } from './world/grid';
import type { PackedMesh } from './world/mesh';
import type { Spin } from './world/site';

export function geometryOf(mesh: PackedMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(mesh.position, 3));
  geometry.setAttribute('normal', new BufferAttribute(mesh.normal, 4, true));
  geometry.setAttribute('color', new BufferAttribute(mesh.color, 4, true));
  geometry.setAttribute('aux', new BufferAttribute(mesh.aux, 4, true));
  const [x, y, z, radius] = mesh.sphere;
  geometry.boundingSphere = new Sphere(new Vector3(x, y, z), radius);
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
    fragmentColor: `diffuseColor.rgb *= .95 + .1 * valueNoise(vWorldAt.xz * 2.1 + vWorldAt.y * 3.3);${SNOW_GLSL}`,
    fragmentEmissive: /* glsl */ `
totalEmissiveRadiance += vec3(1., .62, .22) * vShine.x * (.10 + uGlow * 2.2);
totalEmissiveRadiance += diffuseColor.rgb * vShine.y * (1.5 + .5 * sin(uTime * 11. + vWorldAt.y * 9.) + .3 * sin(uTime * 23.));`,
  });
}

interface Shown {
  near: Mesh | null;
  far: Mesh | null;
  turning: Turning[];
}

interface Turning {
  mesh: Mesh;
  speed: number;
}

export class WorksMeshes {
  readonly group = new Group();
  readonly material = worksMaterial();
  private readonly tiles = new Map<number, Shown>();
  private shapes: Record<Spin['kind'], BufferGeometry> | null = null;
  private reach = 110;
  private farthest = 900;

  load(moving: Moving): void {
    this.shapes = { sails: geometryOf(moving.sails), wheel: geometryOf(moving.wheel) };
  }

  setQuality(quality: Quality): void {
    this.reach = quality.works_m;
    this.farthest = quality.worksFar_m;
  }

  addNear(key: number, works: PackedMesh | null): void {
    if (works) this.tile(key).near = this.mesh(geometryOf(works), true);
  }

  addFar(key: number, works: PackedMesh | null, spins: readonly Spin[]): void {
    if (works) this.tile(key).far = this.mesh(geometryOf(works), false);
    for (const spin of spins) {
      const mesh = this.mesh(this.shapes![spin.kind], true);
      mesh.matrixAutoUpdate = true;
      mesh.position.set(spin.x, spin.y, spin.z);
      mesh.rotation.set(0, spin.turn, 0, 'YXZ');
      this.tile(key).turning.push({ mesh, speed: spin.kind === 'sails' ? 0.5 : 0.8 });
    }
  }

  dropNear(key: number): void {
    const tile = this.tiles.get(key);
    if (!tile?.near) return;
    this.remove(tile.near);
    tile.near = null;
    this.tidy(key, tile);
  }

  dropFar(key: number): void {
    const tile = this.tiles.get(key);
    if (!tile) return;
    if (tile.far) this.remove(tile.far);
    tile.far = null;
    // The shapes of what turns are shared and stay.
    for (const { mesh } of tile.turning) this.group.remove(mesh);
    tile.turning.length = 0;
    this.tidy(key, tile);
  }

  /** `above`: the camera's height over the ground; from high up everything counts as further. */
  update(x: number, above: number, z: number, timeS: number): void {
    for (const [key, { near, far, turning }] of this.tiles) {
      const [i, j] = cornerOf(key);
      const dx = Math.max(0, i * TILE_M - x, x - (i + 1) * TILE_M);
      const dz = Math.max(0, j * TILE_M - z, z - (j + 1) * TILE_M);
      const away = Math.hypot(dx, dz, Math.max(0, above - 30) * 0.5);
      if (near) near.visible = away < this.reach;
      if (far) far.visible = !near?.visible && away < this.farthest;
      for (const { mesh, speed } of turning) {
        mesh.visible = away < this.farthest;
        mesh.rotation.z = timeS * speed;
      }
    }
  }

  private tile(key: number): Shown {
    let tile = this.tiles.get(key);
    if (!tile) {
      tile = { near: null, far: null, turning: [] };
      this.tiles.set(key, tile);
    }
    return tile;
  }

  private mesh(geometry: BufferGeometry, near: boolean): Mesh {
    const mesh = new Mesh(geometry, this.material);
    mesh.castShadow = near;
    mesh.receiveShadow = true;
    mesh.matrixAutoUpdate = false;
    this.group.add(mesh);
    return mesh;
  }

  private remove(mesh: Mesh): void {
    this.group.remove(mesh);
    mesh.geometry.dispose();
  }

  private tidy(key: number, tile: Shown): void {
    if (!tile.near && !tile.far && !tile.turning.length) this.tiles.delete(key);
  }
}
