// Draws all bodies: one row of numbers per actor in a texture, one instanced draw per mesh, one material.
// In per frame: rows and who wears which mesh. Out: meshes in the scene. The low-detail meshes also cast everybody's shadow.
import {
  BufferAttribute,
  DataTexture,
  DynamicDrawUsage,
  FloatType,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  NearestFilter,
  RGBAFormat,
  SRGBColorSpace,
  UnsignedByteType,
} from 'three';
import { ROW_TEXELS } from './bake';
import { ACTOR_TEXELS, ACTORS_ABREAST, crowdMaterials } from './crowdshader';
import type { BodyMesh } from './figure';
import { ALL_DYES } from './wardrobe/dyes';

export const MAX_ACTORS = 1024;
export const ROW_FLOATS = ACTOR_TEXELS * 4;

/** One mesh and who shows it this frame. */
export class Wear {
  count = 0;
  /** Instances after the shown ones that only cast a shadow. */
  private shadows = 0;
  private readonly hidden: number[] = [];

  constructor(
    readonly mesh: Mesh<InstancedBufferGeometry>,
    private readonly who: InstancedBufferAttribute,
  ) {}

  begin(): void {
    this.count = 0;
    this.hidden.length = 0;
  }

  put(actor: number): void {
    (this.who.array as Float32Array)[this.count++] = actor;
  }

  /** Casts a shadow without being drawn. */
  putShadow(actor: number): void {
    this.hidden.push(actor);
  }

  end(): void {
    this.shadows = this.hidden.length;
    for (let i = 0; i < this.shadows; i++) (this.who.array as Float32Array)[this.count + i] = this.hidden[i];
    const total = this.count + this.shadows;
    this.mesh.visible = total > 0;
    this.mesh.geometry.instanceCount = this.count;
    if (total === 0) return;
    this.who.clearUpdateRanges();
    this.who.addUpdateRange(0, total);
    this.who.needsUpdate = true;
  }

  castAll(): void {
    this.mesh.geometry.instanceCount = this.count + this.shadows;
  }

  drawShown(): void {
    this.mesh.geometry.instanceCount = this.count;
  }
}

export class Crowd {
  readonly group = new Group();
  /** ROW_FLOATS numbers per actor, see crowdshader.ts. */
  readonly rows = new Float32Array(MAX_ACTORS * ROW_FLOATS);
  private readonly actors: DataTexture;
  private readonly materials: ReturnType<typeof crowdMaterials>;
  private readonly wears: Wear[] = [];

  constructor(bones: Float32Array, height: number) {
    this.actors = floats(this.rows, ACTOR_TEXELS * ACTORS_ABREAST, MAX_ACTORS / ACTORS_ABREAST);
    this.materials = crowdMaterials({
      uBones: { value: floats(bones, ROW_TEXELS, height) },
      uDyes: { value: dyeTexture() },
      uActors: { value: this.actors },
    });
  }

  /** A mesh that actors can wear. `casts`: it stands in for all details when shadows are drawn. */
  add(body: BodyMesh, casts: boolean): Wear {
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(body.position, 3));
    geometry.setAttribute('normal', new BufferAttribute(body.normal, 4, true));
    geometry.setAttribute('aTag', new BufferAttribute(body.tag, 4));
    const who = new InstancedBufferAttribute(new Float32Array(MAX_ACTORS), 1);
    who.setUsage(DynamicDrawUsage);
    geometry.setAttribute('aWho', who);
    geometry.instanceCount = 0;
    const mesh = new Mesh(geometry, this.materials.body);
    mesh.frustumCulled = false;
    mesh.receiveShadow = true;
    mesh.castShadow = casts;
    mesh.customDepthMaterial = this.materials.depth;
    const wear = new Wear(mesh, who);
    mesh.onBeforeShadow = () => wear.castAll();
    mesh.onAfterShadow = () => wear.drawShown();
    this.wears.push(wear);
    this.group.add(mesh);
    return wear;
  }

  begin(): void {
    for (const wear of this.wears) wear.begin();
  }

  /** `used`: how many rows hold an actor. */
  end(used: number): void {
    for (const wear of this.wears) wear.end();
    if (used === 0) return;
    this.actors.clearUpdateRanges();
    // One range per row of the texture: three uploads a range as a single line.
    const line = ACTORS_ABREAST * ROW_FLOATS;
    for (let start = 0; start < used * ROW_FLOATS; start += line) this.actors.addUpdateRange(start, line);
    this.actors.needsUpdate = true;
  }

  get drawn(): number {
    return this.wears.filter(w => w.mesh.visible).length;
  }
}

function floats(data: Float32Array, width: number, height: number): DataTexture {
  const texture = new DataTexture(data, width, height, RGBAFormat, FloatType);
  texture.magFilter = NearestFilter;
  texture.minFilter = NearestFilter;
  texture.needsUpdate = true;
  return texture;
}

function dyeTexture(): DataTexture {
  const texels = new Uint8Array(256 * 4);
  ALL_DYES.forEach((hex, i) => {
    const bits = Number.parseInt(hex.slice(1), 16);
    texels.set([bits >> 16, (bits >> 8) & 255, bits & 255, 255], i * 4);
  });
  const texture = new DataTexture(texels, 256, 1, RGBAFormat, UnsignedByteType);
  texture.colorSpace = SRGBColorSpace;
  texture.magFilter = NearestFilter;
  texture.minFilter = NearestFilter;
  texture.needsUpdate = true;
  return texture;
}
