// A modeller for bodies: shapes hang on a bone and take their colour from one of the wearer's palette slots.
// In: a rig and shape calls. Out: compact vertex arrays for the crowd's one shader.
import { type BoxShape, Modeller, type Ring, type Vec3 } from './modeller';
import { boneIndex, type Rig } from './skeleton';

/** The fourth byte of a tag: low-detail part (0 = always shown) in the low bits, glow in the high ones. */
export const PART_BITS = 5;
export const GLOW_STEPS = 7;

/** Palette slots of one wearer; from FIXED on, a colour of the crowd's palette that is the same for all. */
export const SLOTS = {
  skin: 0,
  hair: 1,
  shirt: 2,
  trousers: 3,
  leather: 4,
  accent: 5,
  metal: 6,
  cloak: 7,
  trim: 8,
  blade: 9,
  wood: 10,
  gem: 11,
  /** What stands on a guild's cloak. */
  charge: 12,
} as const;
export type Slot = keyof typeof SLOTS;
export const FIXED = 16;

/** What the crowd draws: position, normal, and per vertex bone, slot, shade (128 = as painted), part and glow. */
export interface BodyMesh {
  position: Float32Array;
  normal: Int8Array;
  tag: Uint8Array;
  vertices: number;
}

/** height, half width, half depth, centre x, centre z, shade: anything left out is round, central, plain. */
export type RingRow = readonly [y: number, rx: number, rz?: number, ox?: number, oz?: number, shade?: number];

const GREY: Vec3 = [0.5, 0.5, 0.5];

export class Figure {
  readonly mesh: Modeller;
  /** Low-detail meshes hold everything a body might wear: what follows shows only on wearers of this part (1..24, 0 = all). */
  part = 0;

  constructor(
    readonly rig: Rig,
    seed = 5,
  ) {
    this.mesh = new Modeller(seed);
    this.mesh.jitter = 0.03;
  }

  /** What follows hangs on `bone` in the colour of `slot` (a Slot or FIXED + palette index). `glow` 0..1. */
  on(bone: string, slot: Slot | number, glow = 0): this {
    this.mesh.tagAt = null;
    this.mesh.tag = [boneIndex(this.rig, bone), typeof slot === 'string' ? SLOTS[slot] : slot, glow, this.part];
    return this;
  }

  /** What follows hangs on `high` above height `y` and on `low` below it, so that faces stretch over the joint. */
  across(high: string, low: string, y: number, slot: Slot | number): this {
    this.on(high, slot);
    const [top, colour] = this.mesh.tag;
    const bottom = boneIndex(this.rig, low);
    const { part } = this;
    this.mesh.tagAt = (_x, at) => [at >= y ? top : bottom, colour, 0, part];
    return this;
  }

  /** A faceted tube of stacked rings along y. */
  tube(
    rows: readonly RingRow[],
    sides = 7,
    shape: { capTop?: boolean; capBottom?: boolean; turn?: number; square?: number } = {},
  ): this {
    const rings = rows.map(([y, rx, rz = rx, ox = 0, oz = 0, shade = 1]): Ring => ({ y, rx, rz, ox, oz, shade }));
    this.mesh.loft(rings, sides, GREY, { square: 0.85, ...shape });
    return this;
  }

  block(x: number, y: number, z: number, w: number, h: number, d: number, shape: BoxShape = {}): this {
    this.mesh.box(x, y, z, w, h, d, GREY, { bevel: Math.min(w, d) * 0.2, ...shape });
    return this;
  }

  ball(x: number, y: number, z: number, radius: number | Vec3, detail = 1, noise = 0.03, shade = 1): this {
    this.mesh.ico(x, y, z, radius, detail, GREY, { noise, shade });
    return this;
  }

  stick(from: Vec3, to: Vec3, low: number, high: number, sides = 5, shade = 1, flat = 1): this {
    this.mesh.tube(from, to, low, high, sides, [GREY[0] * shade, GREY[1] * shade, GREY[2] * shade], { flat });
    return this;
  }

  face(a: Vec3, b: Vec3, c: Vec3, shade = 1): this {
    this.mesh.tri(a, b, c, GREY, shade);
    return this;
  }

  /** A cloth of rows of points, seen from both sides; rows from bottom to top, points left to right seen from outside. */
  cloth(rows: readonly (readonly Vec3[])[], pleat = 0.08): this {
    for (let k = 0; k < rows.length - 1; k++) {
      for (let i = 0; i < rows[k].length - 1; i++) {
        this.mesh.sheet(
          rows[k][i],
          rows[k][i + 1],
          rows[k + 1][i + 1],
          rows[k + 1][i],
          GREY,
          1 + (i % 2 ? pleat : -pleat * 0.5),
          0.7,
        );
      }
    }
    return this;
  }

  /** Draws with a place and turn of its own. */
  at(x: number, y: number, z: number, draw: () => void, turnX = 0, turnZ = 0, turnY = 0, scale: number | Vec3 = 1): this {
    this.mesh.at(x, y, z, turnY, draw, scale, turnX, turnZ);
    return this;
  }

  /** Left (+1) and right (-1) in turn. */
  both(draw: (side: 1 | -1, letter: 'L' | 'R') => void): this {
    draw(1, 'L');
    draw(-1, 'R');
    return this;
  }

  build(): BodyMesh {
    const { position, normal, color, tag, vertices } = this.mesh.arrays();
    const out = new Uint8Array(vertices * 4);
    for (let i = 0; i < vertices; i++) {
      out[i * 4] = tag[i * 4];
      out[i * 4 + 1] = tag[i * 4 + 1];
      out[i * 4 + 2] = Math.min(255, Math.round((color[i * 4] / 65535 / GREY[0]) * 128));
      out[i * 4 + 3] = tag[i * 4 + 3] | (Math.round(tag[i * 4 + 2] * GLOW_STEPS) << PART_BITS);
    }
    return { position, normal, tag: out, vertices };
  }
}
