// What people made in and round one square of the land: roads, fields, woods, houses. In: a square and the places that reach it.
// Out: questions by point, answered from the few things that matter there. Metres, world coordinates.
import { doorOf } from '../../../src/shared/content/colliders';
import type { Building, Place, Point, Prop } from '../../../src/shared/content/kinds';
import { clamp, smooth, toSegment } from './maths';

export interface Strip {
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

interface Spot {
  x: number;
  z: number;
  radius: number;
}

/** Everything of one place that a locale may have to know, worked out once. */
export class Plan {
  readonly strips: readonly Strip[];
  /** Where nothing wild grows: houses, and where people stand. */
  readonly kept: readonly Spot[];

  constructor(readonly place: Place) {
    const roads = place.roads.flatMap(road => toStrips(road.points, road.width / 2, road.paved));
    this.strips = [...roads, ...worn(place, roads)];
    this.kept = [
      ...place.buildings.map(b => ({ x: b.x, z: b.z, radius: Math.max(b.w, b.d) * 0.5 + 2.5 })),
      ...place.spawns.map(s => ({ x: s.x, z: s.z, radius: 5 })),
      ...place.npcs.map(n => ({ x: n.x, z: n.z, radius: 2 })),
    ];
  }
}

/** Things this far outside the square are known as well. */
const REACH_M = 14;

export class Locale {
  readonly roads: readonly Strip[];
  private readonly fields: Place['fields'];
  private readonly forests: Place['forests'];
  private readonly kept: readonly Spot[];

  /** `x`, `z`: the north-west corner. */
  constructor(plans: readonly Plan[], x: number, z: number, size: number) {
    const touches = (cx: number, cz: number, reach: number) =>
      cx + reach > x - REACH_M && cx - reach < x + size + REACH_M && cz + reach > z - REACH_M && cz - reach < z + size + REACH_M;
    this.roads = plans.flatMap(({ strips }) =>
      strips.filter(s =>
        touches((s.ax + s.bx) / 2, (s.az + s.bz) / 2, s.half + Math.max(Math.abs(s.ax - s.bx), Math.abs(s.az - s.bz)) / 2),
      ),
    );
    this.fields = plans.flatMap(({ place }) => place.fields.filter(f => touches(f.x, f.z, (f.w + f.d) / 2)));
    this.forests = plans.flatMap(({ place }) => place.forests.filter(f => touches(f.x, f.z, f.radius * 1.1)));
    this.kept = plans.flatMap(({ kept }) => kept.filter(s => touches(s.x, s.z, s.radius)));
  }

  /** Metres to the nearest road's edge, negative on it; at most 12. */
  roadDistance(x: number, z: number): number {
    let best = 12;
    for (const s of this.roads) {
      const reach = best + s.half;
      if (x < Math.min(s.ax, s.bx) - reach || x > Math.max(s.ax, s.bx) + reach) continue;
      if (z < Math.min(s.az, s.bz) - reach || z > Math.max(s.az, s.bz) + reach) continue;
      best = Math.min(best, toSegment(x, z, s.ax, s.az, s.bx, s.bz).distance - s.half);
    }
    return best;
  }

  field(x: number, z: number): InField | null {
    for (const f of this.fields) {
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
    for (const f of this.forests) {
      const d = Math.hypot(x - f.x, z - f.z) / f.radius;
      if (d < 1.1) most = Math.max(most, (1 - smooth(0.55, 1.1, d)) * clamp(0.4 + f.density * 0.6));
    }
    return most;
  }

  /** A house or somebody's standing place: nothing wild grows here. */
  isKept(x: number, z: number): boolean {
    return this.kept.some(s => Math.hypot(x - s.x, z - s.z) < s.radius);
  }
}

function toStrips(points: readonly Point[], half: number, paved: boolean): Strip[] {
  return points.slice(1).map((b, i) => ({ ax: points[i][0], az: points[i][1], bx: b[0], bz: b[1], half, paved }));
}

/** Where feet have worn the grass away: radius of the bare spot round a thing. */
const WORN_PROPS: Partial<Record<Prop['kind'], number>> = {
  campfire: 2.6,
  anvil: 1.2,
  table: 1.3,
  trough: 1,
  waystone: 2.2,
  gate: 3.2,
};
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
