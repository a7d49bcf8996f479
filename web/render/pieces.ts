// Every mesh of the crowd in one table of corners, cut into pieces of equal size: an instance of the crowd's draw is one piece on one body, so
// any mix of parts, people and beasts is one draw call. In: body meshes. Out: numbers of pieces, and the table as texels.
// Method: vertex pulling from a texture (Rákos 2012, "Programmable Vertex Pulling"), in clusters as in Haar & Aaltonen 2015, "GPU-Driven
// Rendering Pipelines".
import { type BodyMesh, PART_BITS } from './figure';

/** Corners of a piece, three to a triangle. What a mesh does not fill of its last piece collapses to a point. */
export const PIECE_CORNERS = 96;
/** Pieces side by side in a row of the table. */
export const PIECES_ABREAST = 16;
/** Positions lie within so many metres of the model's origin, in 16 bits. */
export const PIECE_REACH_M = 4;
const PART_MASK = (1 << PART_BITS) - 1;

export interface Piece {
  number: number;
  /** Bits of the low-detail parts in it; it is needed when a wearer has one of them. 0: always. */
  parts: number;
}

export class Pieces {
  private readonly corners: Uint32Array[] = [];

  /** Cuts a mesh up. Triangles of one low-detail part go into the same pieces as far as they fit. */
  add({ position, normal, tag, vertices }: BodyMesh): Piece[] {
    const order = Array.from({ length: vertices / 3 }, (_, i) => i * 3);
    const partOf = (corner: number) => tag[corner * 4 + 3] & PART_MASK;
    order.sort((a, b) => partOf(a) - partOf(b) || a - b);
    const made: Piece[] = [];
    const room = PIECE_CORNERS / 3;
    for (let from = 0; from < order.length; from += room) {
      const texels = new Uint32Array(PIECE_CORNERS * 4);
      let parts = 0;
      let always = false;
      order.slice(from, from + room).forEach((first, triangle) => {
        const part = partOf(first);
        if (part) parts |= 1 << (part - 1);
        else always = true;
        for (let k = 0; k < 3; k++) corner(texels, (triangle * 3 + k) * 4, first + k, position, normal, tag);
      });
      made.push({ number: this.corners.length, parts: always ? 0 : parts });
      this.corners.push(texels);
    }
    return made;
  }

  get height(): number {
    return Math.ceil(this.corners.length / PIECES_ABREAST);
  }

  /** Four 32-bit words a corner: x and y, z, normal, tag; rows of PIECES_ABREAST pieces. */
  texels(): Uint32Array {
    const out = new Uint32Array(this.height * PIECES_ABREAST * PIECE_CORNERS * 4);
    this.corners.forEach((texels, i) => {
      out.set(texels, i * PIECE_CORNERS * 4);
    });
    return out;
  }
}

function corner(out: Uint32Array, o: number, i: number, position: Float32Array, normal: Int8Array, tag: Uint8Array): void {
  const [x, y, z] = [0, 1, 2].map(k => {
    const part = position[i * 3 + k] / PIECE_REACH_M;
    if (Math.abs(part) > 1) throw new Error(`a body reaches ${position[i * 3 + k]} m, at most ${PIECE_REACH_M} fit`);
    return Math.round(part * 32767) & 0xffff;
  });
  out[o] = x | (y << 16);
  out[o + 1] = z;
  out[o + 2] = (normal[i * 4] & 255) | ((normal[i * 4 + 1] & 255) << 8) | ((normal[i * 4 + 2] & 255) << 16);
  out[o + 3] = tag[i * 4] | (tag[i * 4 + 1] << 8) | (tag[i * 4 + 2] << 16) | (tag[i * 4 + 3] << 24);
}

/** The numbers of those pieces that a wearer of these low-detail parts needs. */
export function neededOf(pieces: readonly Piece[], parts: number): Uint16Array {
  return Uint16Array.from(pieces.filter(piece => piece.parts === 0 || piece.parts & parts).map(piece => piece.number));
}
