// Everything made by hand in one place, sorted into tiles: buildings, props, fences, fields, bridges. In: the place and the land.
// Out: drawn into a Modeller in near or far form, tile by tile; and where smoke rises, lamps hang, things turn and things darken the ground.
import type { Building, Place } from '../../../src/shared/content/kinds';
import type { Modeller, Vec3 } from '../modeller';
import { bridge, farBridge } from './bridge';
import { BRAZIER_LIGHT_M, CANDLE_LIGHT_M } from './delvings';
import { farPiece, fencePiece, piecesOf } from './fences';
import { farField, field } from './fields';
import { keyOf, TILE_M } from './grid';
import { STILL } from './kit';
import type { Land } from './land';
import { LAMP_LIGHT } from './landmarks';
import type { Shade } from './maps';
import { BUILDINGS, PROPS, SEEN_FAR } from './models';
import type { Extras, Spin } from './site';

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

export const noFixtures = (): Fixtures => ({ smoke: [], lamps: [], spins: [] });

type Draw = (m: Modeller) => void;

interface Job {
  near: Draw;
  far: Draw | null;
  /** Adds what it brings besides its mesh. */
  fix?: (to: Fixtures) => void;
}

export class Works {
  private readonly tiles = new Map<number, Job[]>();

  constructor(
    place: Place,
    private readonly land: Land,
  ) {
    for (const b of place.buildings) this.addBuilding(b);
    for (const p of place.props) this.addProp(p);
    for (const f of place.fields) this.add(f.x, f.z, { near: m => field(m, land, f), far: m => farField(m, land, f) });
    for (const b of place.bridges) this.addBridge(b);
    for (const piece of place.fences.flatMap(piecesOf))
      this.add(piece.x, piece.z, { near: m => fencePiece(m, land, piece), far: m => farPiece(m, land, piece) });
  }

  draw(key: number, form: 'near' | 'far', m: Modeller): void {
    for (const job of this.tiles.get(key) ?? []) {
      m.tag = STILL;
      job[form]?.(m);
      m.bend = null;
      m.occlude = null;
      m.jitter = 0.035;
    }
  }

  fix(key: number, to: Fixtures): void {
    for (const job of this.tiles.get(key) ?? []) job.fix?.(to);
  }

  private add(x: number, z: number, job: Job): void {
    const key = keyOf(Math.floor(x / TILE_M), Math.floor(z / TILE_M));
    const jobs = this.tiles.get(key);
    if (jobs) jobs.push(job);
    else this.tiles.set(key, [job]);
  }

  private addBuilding(b: Building): void {
    // Models look to +z, buildings to their own -z: half a turn more.
    const turn = Math.PI - b.yaw;
    const foot = () => (b.kind === 'dock' ? 0 : this.land.height(b.x, b.z));
    const model = BUILDINGS[b.kind];
    this.add(b.x, b.z, {
      near: m => m.at(b.x, foot(), b.z, turn, () => model.near(m, b)),
      far: m => m.at(b.x, foot(), b.z, turn, () => model.far(m, b)),
      fix: to => collect(model.extras(b), b.x, foot(), b.z, turn, to),
    });
  }

  private addProp(p: Place['props'][number]): void {
    const turn = Math.PI - p.yaw;
    const foot = () => this.land.height(p.x, p.z);
    const draw: Draw = m => m.at(p.x, foot(), p.z, turn, () => PROPS[p.kind](m), p.scale);
    this.add(p.x, p.z, { near: draw, far: SEEN_FAR.has(p.kind) ? draw : null, fix: to => this.fixProp(p, turn, foot(), to) });
  }

  private fixProp(p: Place['props'][number], turn: number, y: number, to: Fixtures): void {
    if (p.kind === 'campfire') {
      to.lamps.push({ x: p.x, y: y + 0.6, z: p.z, radius: 6.5, fire: true });
      to.smoke.push([p.x, y + 0.8, p.z]);
    }
    if (p.kind === 'brazier')
      to.lamps.push({ x: p.x, y: y + BRAZIER_LIGHT_M * p.scale, z: p.z, radius: 5.5 * p.scale, fire: true });
    if (p.kind === 'candles') to.lamps.push({ x: p.x, y: y + CANDLE_LIGHT_M * p.scale, z: p.z, radius: 3.4 * p.scale, fire: true });
    if (p.kind === 'lamp') {
      const [x, z] = toWorld(p.x, p.z, turn, 0, LAMP_LIGHT.z * p.scale);
      to.lamps.push({ x, y: y + LAMP_LIGHT.y * p.scale, z, radius: 6, fire: false });
    }
  }

  private addBridge(b: Place['bridges'][number]): void {
    this.add(b.x, b.z, {
      near: m => m.at(b.x, 0, b.z, -b.yaw, () => bridge(m, b)),
      far: m => m.at(b.x, 0, b.z, -b.yaw, () => farBridge(m, b)),
    });
  }
}

function collect(extras: Extras, x: number, y: number, z: number, turn: number, to: Fixtures): void {
  for (const [sx, sy, sz] of extras.smoke) {
    const [wx, wz] = toWorld(x, z, turn, sx, sz);
    to.smoke.push([wx, y + sy, wz]);
  }
  for (const [lx, ly, lz] of extras.lamps) {
    const [wx, wz] = toWorld(x, z, turn, lx, lz);
    to.lamps.push({ x: wx, y: y + ly, z: wz, radius: 4.6, fire: false });
  }
  for (const spin of extras.spins) {
    const [wx, wz] = toWorld(x, z, turn, spin.x, spin.z);
    to.spins.push({ ...spin, x: wx, y: y + spin.y, z: wz, turn: turn + spin.turn });
  }
}

/** A point of a thing turned by `turn` about y, as the modeller turns. */
function toWorld(x: number, z: number, turn: number, lx: number, lz: number): [number, number] {
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  return [x + lx * c + lz * s, z - lx * s + lz * c];
}

const OPEN: ReadonlySet<Building['kind']> = new Set(['stall', 'well', 'dock', 'tent', 'palisade-gate', 'ruin']);

/** What the works of a place darken on the ground around them. */
export function shadesOf(place: Place): Shade[] {
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
    const radius = Math.min(b.w, b.d) * 0.5 + 1.6;
    for (const s of [-along, along]) shades.push({ x: b.x + Math.cos(yaw) * s, z: b.z + Math.sin(yaw) * s, radius, depth: 0.55 });
  }
  for (const p of place.props) shades.push({ x: p.x, z: p.z, radius: 1.1 * p.scale, depth: 0.3 });
  return shades;
}
