// Everything made by hand, gathered into square chunks with a near and a far mesh each: buildings, props, fences, fields, bridges.
// In: the land. Out: packed meshes, transferable, plus where smoke rises, lamps hang and things turn.
import type { Building } from '../../../src/shared/content/kinds';
import { type MeshArrays, Modeller, type Vec3 } from '../modeller';
import { bridge, farBridge } from './bridge';
import { farPiece, fencePiece, piecesOf } from './fences';
import { farField, field } from './fields';
import { STILL } from './kit';
import type { Land } from './land';
import { LAMP_LIGHT } from './landmarks';
import type { Shade } from './maps';
import { BUILDINGS, PROPS, SEEN_FAR } from './models';
import type { Extras, Spin } from './site';

export const CHUNK_M = 96;

/** A mesh as the GPU takes it: floats for places, small whole numbers for the rest. */
export interface PackedMesh {
  position: Float32Array;
  normal: Int8Array;
  color: Uint16Array;
  /** Sway, glow, burn, 0 in 1/64. */
  aux: Uint8Array;
}

export interface Chunk {
  x: number;
  z: number;
  near: PackedMesh;
  far: PackedMesh;
}

/** A light by night: world metres; `fire` flickers and burns by day too. */
export interface Lamp {
  x: number;
  y: number;
  z: number;
  radius: number;
  fire: boolean;
}

export interface Fixtures {
  smoke: Vec3[];
  lamps: Lamp[];
  spins: Spin[];
}

type Draw = (m: Modeller) => void;

interface Job {
  x: number;
  z: number;
  near: Draw;
  far: Draw | null;
}

/** Things of one place, by chunk; `build` makes a chunk's meshes when it is asked to. */
export class Works {
  readonly fixtures: Fixtures = { smoke: [], lamps: [], spins: [] };
  private readonly chunks = new Map<string, Job[]>();

  constructor(private readonly land: Land) {
    const { place } = land;
    for (const b of place.buildings) this.addBuilding(b);
    for (const p of place.props) this.addProp(p);
    for (const f of place.fields) this.add({ x: f.x, z: f.z, near: m => field(m, land, f), far: m => farField(m, land, f) });
    for (const b of place.bridges) this.addBridge(b);
    for (const fence of place.fences) {
      for (const piece of piecesOf(fence))
        this.add({ x: piece.x, z: piece.z, near: m => fencePiece(m, land, piece), far: m => farPiece(m, land, piece) });
    }
  }

  /** Chunk keys, nearest to a point first. */
  order(x: number, z: number): string[] {
    const away = (key: string) => {
      const [i, j] = corner(key);
      return Math.hypot((i + 0.5) * CHUNK_M - x, (j + 0.5) * CHUNK_M - z);
    };
    return [...this.chunks.keys()].sort((a, b) => away(a) - away(b));
  }

  /** Draws one chunk. The fixtures of its buildings are added to `fixtures`. */
  build(key: string): Chunk {
    const [i, j] = corner(key);
    const seed = i * 8191 + j;
    const near = new Modeller(seed);
    const far = new Modeller(seed);
    for (const job of this.chunks.get(key) ?? []) {
      near.tag = STILL;
      job.near(near);
      far.tag = STILL;
      job.far?.(far);
    }
    return { x: (i + 0.5) * CHUNK_M, z: (j + 0.5) * CHUNK_M, near: pack(near.arrays()), far: pack(far.arrays()) };
  }

  /** What the works darken on the ground around them. */
  shades(): Shade[] {
    const { place } = this.land;
    const shades: Shade[] = place.buildings.map(b => ({
      x: b.x,
      z: b.z,
      radius: Math.max(b.w, b.d) * 0.5 + 1.6,
      depth: OPEN.has(b.kind) ? 0.25 : 0.55,
    }));
    for (const b of place.buildings.filter(b => !OPEN.has(b.kind) && Math.max(b.w, b.d) > Math.min(b.w, b.d) * 1.2)) {
      // A long house gets a spot at either end too.
      const along = (Math.max(b.w, b.d) - Math.min(b.w, b.d)) / 2;
      const yaw = b.w > b.d ? b.yaw : b.yaw + Math.PI / 2;
      for (const s of [-along, along])
        shades.push({
          x: b.x + Math.cos(yaw) * s,
          z: b.z + Math.sin(yaw) * s,
          radius: Math.min(b.w, b.d) * 0.5 + 1.6,
          depth: 0.55,
        });
    }
    for (const p of place.props) shades.push({ x: p.x, z: p.z, radius: 1.1 * p.scale, depth: 0.3 });
    return shades;
  }

  private add(job: Job): void {
    const key = `${Math.floor(job.x / CHUNK_M)},${Math.floor(job.z / CHUNK_M)}`;
    const jobs = this.chunks.get(key);
    if (jobs) jobs.push(job);
    else this.chunks.set(key, [job]);
  }

  private addBuilding(b: Building): void {
    // Models look to +z, buildings to their own -z: half a turn more.
    const turn = Math.PI - b.yaw;
    const y = b.kind === 'dock' ? 0 : this.land.height(b.x, b.z);
    const model = BUILDINGS[b.kind];
    const near: Draw = m => {
      m.push(b.x, y, b.z, turn);
      const extras = model.near(m, b);
      m.pop();
      m.occlude = null;
      m.jitter = 0.035;
      this.collect(extras, b.x, y, b.z, turn);
    };
    this.add({ x: b.x, z: b.z, near, far: m => m.at(b.x, y, b.z, turn, () => model.far(m, b)) });
  }

  private addProp(p: Land['place']['props'][number]): void {
    const turn = Math.PI - p.yaw;
    const y = this.land.height(p.x, p.z);
    const draw: Draw = m => m.at(p.x, y, p.z, turn, () => PROPS[p.kind](m), p.scale);
    this.add({ x: p.x, z: p.z, near: draw, far: SEEN_FAR.has(p.kind) ? draw : null });
    if (p.kind === 'campfire') {
      this.fixtures.lamps.push({ x: p.x, y: y + 0.6, z: p.z, radius: 6.5, fire: true });
      this.fixtures.smoke.push([p.x, y + 0.8, p.z]);
    }
    if (p.kind === 'lamp') {
      const at = toWorld(p.x, p.z, turn, 0, LAMP_LIGHT.z * p.scale);
      this.fixtures.lamps.push({ x: at[0], y: y + LAMP_LIGHT.y * p.scale, z: at[1], radius: 6, fire: false });
    }
  }

  private addBridge(b: Land['place']['bridges'][number]): void {
    this.add({
      x: b.x,
      z: b.z,
      near: m => m.at(b.x, 0, b.z, -b.yaw, () => bridge(m, b)),
      far: m => m.at(b.x, 0, b.z, -b.yaw, () => farBridge(m, b)),
    });
  }

  private collect(extras: Extras, x: number, y: number, z: number, turn: number): void {
    for (const [sx, sy, sz] of extras.smoke) {
      const [wx, wz] = toWorld(x, z, turn, sx, sz);
      this.fixtures.smoke.push([wx, y + sy, wz]);
    }
    for (const [lx, ly, lz] of extras.lamps) {
      const [wx, wz] = toWorld(x, z, turn, lx, lz);
      this.fixtures.lamps.push({ x: wx, y: y + ly, z: wz, radius: 4.6, fire: false });
    }
    for (const spin of extras.spins) {
      const [wx, wz] = toWorld(x, z, turn, spin.x, spin.z);
      this.fixtures.spins.push({ ...spin, x: wx, y: y + spin.y, z: wz, turn: turn + spin.turn });
    }
  }
}

const OPEN: ReadonlySet<Building['kind']> = new Set(['stall', 'well', 'dock', 'tent', 'palisade-gate', 'ruin']);

function corner(key: string): [number, number] {
  const [i, j] = key.split(',');
  return [Number(i), Number(j)];
}

/** A point of a thing turned by `turn` about y, as the modeller turns. */
function toWorld(x: number, z: number, turn: number, lx: number, lz: number): [number, number] {
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  return [x + lx * c + lz * s, z - lx * s + lz * c];
}

export function pack(mesh: MeshArrays): PackedMesh {
  const aux = new Uint8Array(mesh.vertices * 4);
  for (let i = 0; i < aux.length; i++) aux[i] = Math.min(255, Math.round(mesh.tag[i] * 64));
  return { position: mesh.position, normal: mesh.normal, color: mesh.color, aux };
}

export function buffersOf(mesh: PackedMesh): ArrayBuffer[] {
  return [mesh.position.buffer, mesh.normal.buffer, mesh.color.buffer, mesh.aux.buffer] as ArrayBuffer[];
}
