// The ground in pieces: a quadtree of patches over the whole world, fine round the camera, built by the worker when first wanted. A parent stays
// until all its children are there. In: the camera and patches from the builder. Out: a group of meshes. Paths, pebbles, cobbles and shade are
// painted by the shader from the ground maps.
import { BufferAttribute, BufferGeometry, Group, Mesh, type MeshLambertMaterial, Sphere, Vector3 } from 'three';
import { WORLD_SIZE_M } from '../../assembly/layout';
import { groundMaterial } from './groundmaterial';
import type { Quality } from './tiers';
import { SQUARE_M } from './world/grid';
import { type PatchArrays, patchIndex } from './world/patch';

/** The root spans this far; the world lies in its middle, with mountains and sea round it. */
const ROOT_M = 4096;
const ROOT_FROM_M = (WORLD_SIZE_M - ROOT_M) / 2;
/** Patches from this size up are kept for ever: some 340, the vista. Of the smaller ones those not seen for longest go first. */
const LASTING_M = 256;
const MOST_FINE = 260;
/** The camera may move this far before the tree is looked through again. */
const MOVED_M = 6;

interface Patch {
  mesh: Mesh;
  size: number;
  /** When it was last shown, in looks through the tree. */
  seen: number;
}

export class GroundMeshes {
  readonly group = new Group();
  private readonly index = new BufferAttribute(patchIndex(), 1);
  private material: MeshLambertMaterial = groundMaterial(true);
  private detail = 0.95;
  private readonly patches = new Map<string, Patch>();
  private readonly asked = new Set<string>();
  private shown = new Set<string>();
  private lastX = Number.NaN;
  private lastZ = Number.NaN;
  private lastY = 0;
  private missing = 0;
  private looks = 0;

  /** `ask` sends for a patch; answer with `add`. */
  constructor(private readonly ask: (key: string, x: number, z: number, size: number, urgent: boolean) => void) {}

  setQuality(quality: Quality): void {
    this.material.dispose();
    this.material = groundMaterial(quality.fineGround);
    for (const { mesh } of this.patches.values()) mesh.material = this.material;
    this.detail = quality.groundDetail;
    this.lastX = Number.NaN;
  }

  /** All patches that the last `update` wanted are there. */
  get complete(): boolean {
    return this.missing === 0 && this.shown.size > 0;
  }

  get count(): number {
    return this.patches.size;
  }

  add(key: string, arrays: PatchArrays): void {
    const [x, z, size] = key.split(',').map(Number);
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(arrays.position, 3));
    geometry.setAttribute('normal', new BufferAttribute(arrays.normal, 4, true));
    geometry.setAttribute('color', new BufferAttribute(arrays.color, 4, true));
    geometry.setIndex(this.index);
    const middle = new Vector3(x + size / 2, (arrays.low + arrays.high) / 2, z + size / 2);
    geometry.boundingSphere = new Sphere(middle, Math.hypot(size / 2, size / 2, (arrays.high - arrays.low) / 2));
    const mesh = new Mesh(geometry, this.material);
    mesh.receiveShadow = true;
    mesh.matrixAutoUpdate = false;
    this.asked.delete(key);
    this.patches.set(key, { mesh, size, seen: this.looks });
    this.lastX = Number.NaN;
  }

  /** Another world: forgets every patch. */
  clear(): void {
    for (const { mesh } of this.patches.values()) this.discard(mesh);
    for (const key of this.shown) this.group.remove(this.patches.get(key)!.mesh);
    this.patches.clear();
    this.asked.clear();
    this.shown = new Set();
    this.lastX = Number.NaN;
  }

  update(x: number, y: number, z: number): void {
    if (Math.abs(x - this.lastX) + Math.abs(z - this.lastZ) + Math.abs(y - this.lastY) < MOVED_M) return;
    this.lastX = x;
    this.lastY = y;
    this.lastZ = z;
    this.missing = 0;
    this.looks++;
    const wanted = new Set<string>();
    this.visit(ROOT_FROM_M, ROOT_FROM_M, ROOT_M, wanted);
    for (const key of this.shown) if (!wanted.has(key)) this.group.remove(this.patches.get(key)!.mesh);
    for (const key of wanted) {
      const patch = this.patches.get(key)!;
      patch.seen = this.looks;
      if (!this.shown.has(key)) this.group.add(patch.mesh);
    }
    this.shown = wanted;
    this.forget();
  }

  /** Adds to `wanted` what draws this square; false when nothing can yet. */
  private visit(x: number, z: number, size: number, wanted: Set<string>): boolean {
    const key = keyOf(x, z, size);
    const splits = this.splits(x, z, size);
    if (splits && this.visitAll(x, z, size / 2, wanted)) return true;
    if (this.patches.has(key)) {
      wanted.add(key);
      return true;
    }
    this.missing++;
    if (!this.asked.has(key)) {
      this.asked.add(key);
      // A patch that only stands in for its children may come later.
      this.ask(key, x, z, size, !splits);
    }
    return !splits && this.finerInstead(x, z, size / 2, wanted);
  }

  private visitAll(x: number, z: number, half: number, wanted: Set<string>): boolean {
    const inside = new Set<string>();
    let whole = true;
    for (const [cx, cz] of quarters(x, z, half)) if (!this.visit(cx, cz, half, inside)) whole = false;
    if (whole) for (const child of inside) wanted.add(child);
    else this.missing++;
    return whole;
  }

  /** What was shown before in finer pieces goes on being shown so until the coarser piece has come. */
  private finerInstead(x: number, z: number, half: number, wanted: Set<string>): boolean {
    const keys = quarters(x, z, half).map(([cx, cz]) => keyOf(cx, cz, half));
    if (!keys.every(key => this.patches.has(key))) return false;
    for (const key of keys) wanted.add(key);
    return true;
  }

  private splits(x: number, z: number, size: number): boolean {
    if (size <= SQUARE_M) return false;
    const half = size / 2;
    const dx = Math.max(0, Math.abs(this.lastX - x - half) - half);
    const dz = Math.max(0, Math.abs(this.lastZ - z - half) - half);
    const dy = Math.max(0, this.lastY - 40) * 0.6;
    return Math.hypot(dx, dz, dy) < size * this.detail;
  }

  private forget(): void {
    const fine = [...this.patches].filter(([key, { size }]) => size < LASTING_M && !this.shown.has(key));
    const tooMany = [...this.patches.values()].filter(({ size }) => size < LASTING_M).length - MOST_FINE;
    if (tooMany <= 0) return;
    fine.sort(([, a], [, b]) => a.seen - b.seen);
    for (const [key, { mesh }] of fine.slice(0, tooMany)) {
      this.discard(mesh);
      this.patches.delete(key);
    }
  }

  /** The index is shared by all patches: only this one's own arrays go. */
  private discard(mesh: Mesh): void {
    mesh.geometry.setIndex(null);
    mesh.geometry.dispose();
  }
}

const keyOf = (x: number, z: number, size: number): string => `${x},${z},${size}`;

const quarters = (x: number, z: number, half: number): [number, number][] => [
  [x, z],
  [x + half, z],
  [x, z + half],
  [x + half, z + half],
];
