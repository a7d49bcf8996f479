// The lie of the land as the builder knows it: heights from the sampled grids, and where roads, fields, woods and waters are.
// In: a Place and height grids (finest first). Out: questions by point. Metres, world coordinates.
import { doorOf } from '../../../src/shared/content/colliders';
import type { Building, Place, Point, Prop } from '../../../src/shared/content/kinds';
import { clamp, smooth, toSegment } from './maths';

/** Heights `step` metres apart, `side` x `side`, row by row from (x, z). */
export interface Grid {
  heights: Float32Array;
  side: number;
  step: number;
  x: number;
  z: number;
}

/** Where the region's ground maps lie: the finest grid. */
export interface Plot {
  x: number;
  z: number;
  size: number;
}

interface Strip {
  ax: number;
  az: number;
  bx: number;
  bz: number;
  half: number;
  paved: boolean;
}

/** A point inside a field: metres along its rows and across them from the middle, and to its nearest edge. */
export interface InField {
  along: number;
  across: number;
  edge: number;
  crop: Place['fields'][number]['crop'];
}

export class Land {
  readonly plot: Plot;
  /** The finely sampled grid of the region and its margin. */
  readonly fine: Grid;
  private readonly strips: Strip[];
  private readonly rivers: Strip[];

  constructor(
    readonly place: Place,
    private readonly grids: readonly Grid[],
  ) {
    const fine = grids[0];
    this.fine = fine;
    this.plot = { x: fine.x, z: fine.z, size: (fine.side - 1) * fine.step };
    const roads = place.roads.flatMap(road => toStrips(road.points, road.width / 2, road.paved));
    this.strips = [...roads, ...worn(place, roads)];
    this.rivers = place.rivers.flatMap(river => toStrips(river.points, river.width / 2, false));
  }

  /** Bilinear height from the finest grid that covers the point. */
  height(x: number, z: number): number {
    for (const grid of this.grids) {
      const u = (x - grid.x) / grid.step;
      const v = (z - grid.z) / grid.step;
      if (u >= 0 && v >= 0 && u <= grid.side - 1 && v <= grid.side - 1) return sample(grid, u, v);
    }
    const last = this.grids[this.grids.length - 1];
    const edge = last.side - 1;
    return sample(last, clamp((x - last.x) / last.step, 0, edge), clamp((z - last.z) / last.step, 0, edge));
  }

  /** Rise per metre, from differences over `reach` metres. */
  slope(x: number, z: number, reach = 1.5): number {
    const dx = this.height(x + reach, z) - this.height(x - reach, z);
    const dz = this.height(x, z + reach) - this.height(x, z - reach);
    return Math.hypot(dx, dz) / (2 * reach);
  }

  /** The lowest ground under a rectangle's corners and middle: where a building may stand without showing its underside. */
  lowest(x: number, z: number, halfW: number, halfD: number, yaw: number): number {
    const c = Math.cos(yaw);
    const s = Math.sin(yaw);
    let low = this.height(x, z);
    for (const u of [-halfW, halfW]) {
      for (const v of [-halfD, halfD]) low = Math.min(low, this.height(x + u * c - v * s, z + u * s + v * c));
    }
    return low;
  }

  inPlot(x: number, z: number): boolean {
    const { plot } = this;
    return x >= plot.x && z >= plot.z && x <= plot.x + plot.size && z <= plot.z + plot.size;
  }

  /** Metres to the nearest road's edge, negative on it; at most 12. */
  roadDistance(x: number, z: number): number {
    return nearest(this.strips, x, z, 12);
  }

  riverDistance(x: number, z: number): number {
    return nearest(this.rivers, x, z, 30);
  }

  get roads(): readonly Strip[] {
    return this.strips;
  }

  field(x: number, z: number): InField | null {
    for (const f of this.place.fields) {
      const c = Math.cos(f.yaw);
      const s = Math.sin(f.yaw);
      const dx = x - f.x;
      const dz = z - f.z;
      const along = dx * c + dz * s;
      const across = dz * c - dx * s;
      const edge = Math.min(f.w / 2 - Math.abs(along), f.d / 2 - Math.abs(across));
      if (edge > 0) return { along, across, edge, crop: f.crop };
    }
    return null;
  }

  /** 0 in the open, 1 deep in a wood. */
  wood(x: number, z: number): number {
    let most = 0;
    for (const f of this.place.forests) {
      const d = Math.hypot(x - f.x, z - f.z) / f.radius;
      if (d < 1.1) most = Math.max(most, (1 - smooth(0.55, 1.1, d)) * clamp(0.4 + f.density * 0.6));
    }
    return most;
  }
}

function sample(grid: Grid, u: number, v: number): number {
  const i = Math.min(grid.side - 2, Math.floor(u));
  const j = Math.min(grid.side - 2, Math.floor(v));
  const fu = u - i;
  const fv = v - j;
  const at = j * grid.side + i;
  const h = grid.heights;
  const top = h[at] + (h[at + 1] - h[at]) * fu;
  const low = h[at + grid.side] + (h[at + grid.side + 1] - h[at + grid.side]) * fu;
  return top + (low - top) * fv;
}

function toStrips(points: readonly Point[], half: number, paved: boolean): Strip[] {
  return points.slice(1).map((b, i) => ({ ax: points[i][0], az: points[i][1], bx: b[0], bz: b[1], half, paved }));
}

function nearest(strips: readonly Strip[], x: number, z: number, most: number): number {
  let best = most;
  for (const s of strips) {
    const reach = best + s.half;
    if (x < Math.min(s.ax, s.bx) - reach || x > Math.max(s.ax, s.bx) + reach) continue;
    if (z < Math.min(s.az, s.bz) - reach || z > Math.max(s.az, s.bz) + reach) continue;
    best = Math.min(best, toSegment(x, z, s.ax, s.az, s.bx, s.bz).distance - s.half);
  }
  return best;
}

/** Where feet have worn the grass away: radius of the bare spot round a thing. */
const WORN_PROPS: Partial<Record<Prop['kind'], number>> = { campfire: 2.6, anvil: 1.2, table: 1.3, trough: 1, waystone: 2.2 };
const WORN_YARDS: Partial<Record<Building['kind'], number>> = { stall: 2.6, well: 2.2, tent: 2.4, mine: 5, 'palisade-gate': 3.5 };
/** Doors further than this from any road have no path of their own. */
const PATH_M = 26;

/** Bare spots round wells, stalls and fires, and a trodden path from every door to the nearest road. */
function worn(place: Place, roads: readonly Strip[]): Strip[] {
  const spot = (x: number, z: number, half: number): Strip => ({ ax: x, az: z, bx: x, bz: z, half, paved: false });
  const spots = place.props.flatMap(p => (WORN_PROPS[p.kind] ? [spot(p.x, p.z, WORN_PROPS[p.kind]! * p.scale)] : []));
  for (const b of place.buildings) {
    const yard = WORN_YARDS[b.kind];
    if (yard) spots.push(spot(b.x, b.z, yard));
    else if (b.kind !== 'dock' && b.kind !== 'ruin') spots.push(...doorPath(b, roads));
  }
  return spots;
}

function doorPath(b: Building, roads: readonly Strip[]): Strip[] {
  const [x, z] = doorOf(b);
  let best: Strip | null = null;
  let least = PATH_M;
  for (const road of roads) {
    const { distance, along } = toSegment(x, z, road.ax, road.az, road.bx, road.bz);
    if (distance >= least) continue;
    least = distance;
    best = {
      ax: x,
      az: z,
      bx: road.ax + (road.bx - road.ax) * along,
      bz: road.az + (road.bz - road.az) * along,
      half: 0.75,
      paved: false,
    };
  }
  const before: Strip = { ax: x, az: z, bx: x, bz: z, half: 1.5, paved: false };
  return best ? [before, best] : [before];
}
