// Draws all bodies: one row of numbers per actor in a texture, one material, two instanced draws of pieces (pieces.ts): bodies that are only
// seen, and those that cast a shadow too. In per frame: rows, and who shows which pieces. Out: two meshes in the scene.
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
  RGBAIntegerFormat,
  SRGBColorSpace,
  UnsignedByteType,
  UnsignedIntType,
} from 'three';
import { ROW_TEXELS } from './bake';
import { ACTOR_BITS, ACTOR_TEXELS, ACTORS_ABREAST, crowdMaterials } from './crowdshader';
import { PIECE_CORNERS, PIECES_ABREAST, type Pieces } from './pieces';
import { ALL_DYES } from './wardrobe/dyes';

export const MAX_ACTORS = 2048;
export const ROW_FLOATS = ACTOR_TEXELS * 4;
/** Pieces that one draw shows at most. */
const MOST_PIECES = 40_000;

/** One draw: pieces on bodies. After the shown ones come those that only cast a shadow. */
class Draw {
  readonly mesh: Mesh<InstancedBufferGeometry>;
  private readonly list: InstancedBufferAttribute;
  private readonly what: Uint32Array;
  private readonly hidden: Uint32Array;
  private shown = 0;
  private hiding = 0;

  constructor(
    { body, depth }: ReturnType<typeof crowdMaterials>,
    readonly casts: boolean,
  ) {
    this.what = new Uint32Array(MOST_PIECES);
    this.hidden = new Uint32Array(casts ? MOST_PIECES : 0);
    this.list = new InstancedBufferAttribute(this.what, 1);
    this.list.setUsage(DynamicDrawUsage);
    const geometry = new InstancedBufferGeometry();
    // A corner's number in its piece; where it is stands in the table.
    const corners = new Float32Array(PIECE_CORNERS * 3);
    for (let i = 0; i < PIECE_CORNERS; i++) corners[i * 3] = i;
    geometry.setAttribute('position', new BufferAttribute(corners, 3));
    geometry.setAttribute('aWhat', this.list);
    geometry.instanceCount = 0;
    this.mesh = new Mesh(geometry, body);
    this.mesh.frustumCulled = false;
    this.mesh.receiveShadow = true;
    this.mesh.castShadow = casts;
    this.mesh.customDepthMaterial = depth;
    this.mesh.onBeforeShadow = () => {
      geometry.instanceCount = this.shown + this.hiding;
    };
    this.mesh.onAfterShadow = () => {
      geometry.instanceCount = this.shown;
    };
  }

  begin(): void {
    this.shown = 0;
    this.hiding = 0;
  }

  put(actor: number, pieces: Uint16Array): void {
    const { what } = this;
    if (this.shown + pieces.length > MOST_PIECES) return;
    for (let i = 0; i < pieces.length; i++) what[this.shown++] = actor | (pieces[i] << ACTOR_BITS);
  }

  /** Casts a shadow without being drawn. */
  putShadow(actor: number, pieces: Uint16Array): void {
    const { hidden } = this;
    if (this.hiding + pieces.length > hidden.length) return;
    for (let i = 0; i < pieces.length; i++) hidden[this.hiding++] = actor | (pieces[i] << ACTOR_BITS);
  }

  end(): void {
    this.hiding = Math.min(this.hiding, MOST_PIECES - this.shown);
    for (let i = 0; i < this.hiding; i++) this.what[this.shown + i] = this.hidden[i];
    const total = this.shown + this.hiding;
    this.mesh.visible = total > 0;
    this.mesh.geometry.instanceCount = this.shown;
    if (total === 0) return;
    this.list.clearUpdateRanges();
    this.list.addUpdateRange(0, total);
    this.list.needsUpdate = true;
  }
}

export class Crowd {
  readonly group = new Group();
  /** ROW_FLOATS numbers per actor, see crowdshader.ts. */
  readonly rows = new Float32Array(MAX_ACTORS * ROW_FLOATS);
  /** Bodies whose shadow others cast, or nobody would see. */
  readonly plain: Draw;
  /** Bodies that cast the shadow of what is drawn of them; they also cast that of others. */
  readonly casting: Draw;
  private readonly actors: DataTexture;

  constructor(bones: Float32Array, height: number, pieces: Pieces) {
    this.actors = floats(this.rows, ACTOR_TEXELS * ACTORS_ABREAST, MAX_ACTORS / ACTORS_ABREAST);
    const materials = crowdMaterials({
      uBones: { value: floats(bones, ROW_TEXELS, height) },
      uDyes: { value: dyeTexture() },
      uActors: { value: this.actors },
      uPieces: { value: pieceTexture(pieces) },
    });
    this.plain = new Draw(materials, false);
    this.casting = new Draw(materials, true);
    this.group.add(this.plain.mesh, this.casting.mesh);
  }

  begin(): void {
    this.plain.begin();
    this.casting.begin();
  }

  /** `used`: how many rows hold an actor. */
  end(used: number): void {
    this.plain.end();
    this.casting.end();
    if (used === 0) return;
    this.actors.clearUpdateRanges();
    // One range per row of the texture: three uploads a range as a single line.
    const line = ACTORS_ABREAST * ROW_FLOATS;
    for (let start = 0; start < used * ROW_FLOATS; start += line) this.actors.addUpdateRange(start, line);
    this.actors.needsUpdate = true;
  }
}

function floats(data: Float32Array, width: number, height: number): DataTexture {
  const texture = new DataTexture(data, width, height, RGBAFormat, FloatType);
  texture.magFilter = NearestFilter;
  texture.minFilter = NearestFilter;
  texture.needsUpdate = true;
  return texture;
}

function pieceTexture(pieces: Pieces): DataTexture {
  const texture = new DataTexture(
    pieces.texels(),
    PIECE_CORNERS * PIECES_ABREAST,
    pieces.height,
    RGBAIntegerFormat,
    UnsignedIntType,
  );
  texture.internalFormat = 'RGBA32UI';
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
