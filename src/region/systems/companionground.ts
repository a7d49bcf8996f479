// What bosses lay on the ground, as companions see it: where nobody should stand, and where somebody is wanted. In: the fights that go on.
// Out: hazards and a spot, for rules/tactics.ts.
import { covers } from '../../shared/rules/encounters';
import type { Friend, Hazard } from '../../shared/rules/tactics';
import type { Area } from '../encounters/fight';
import type { World } from '../world';

/** They keep so far from the edge of what falls. */
const EDGE_M = 0.5;

interface Spot {
  readonly x: number;
  readonly z: number;
}

export function groundFor(world: World, own: Friend, friends: readonly Friend[]): { hazards: Hazard[]; wanted: Spot | null } {
  const areas = [...world.encounters.fights.values()].flatMap(fight => fight.areas);
  const others = friends.filter(({ id }) => id !== own.id);
  const hazards = areas.flatMap(area => hazardOf(area, own, others));
  return { hazards, wanted: wantedAt(areas, own, others) };
}

/** What one carries himself is a hazard wherever a friend stands; what falls on those who stand in it together is none. */
function hazardOf(area: Area, own: Friend, others: readonly Friend[]): Hazard[] {
  if (area.mechanic.kind === 'soak') return [];
  if (area.mechanic.kind === 'spread' && area.shape.form === 'circle') {
    const { radius_m } = area.shape;
    const near = (a: Spot, x: number, z: number): boolean => Math.hypot(a.x - x, a.z - z) < radius_m + EDGE_M;
    const carrier = others.find(({ id }) => id === area.follows);
    if (area.follows === own.id) return [{ covers: (x, z) => others.some(friend => near(friend, x, z)) }];
    return carrier ? [{ covers: (x, z) => near(carrier, x, z) }] : [];
  }
  return [{ covers: (x, z) => covers(widened(area.shape), area, x, z) }];
}

function widened(shape: Area['shape']): Area['shape'] {
  switch (shape.form) {
    case 'circle':
      return { ...shape, radius_m: shape.radius_m + EDGE_M };
    case 'ring':
      return { ...shape, radius_m: shape.radius_m + EDGE_M, inner_m: Math.max(0, shape.inner_m - EDGE_M) };
    case 'cone':
      return { ...shape, radius_m: shape.radius_m + EDGE_M, half_deg: shape.half_deg + 5 };
    case 'line':
      return { ...shape, half_m: shape.half_m + EDGE_M };
  }
}

/** Where hands are wanted and too few stand, if he is among the nearest who could. */
function wantedAt(areas: readonly Area[], own: Friend, others: readonly Friend[]): Spot | null {
  for (const area of areas) {
    if (area.mechanic.kind !== 'soak') continue;
    const isIn = ({ x, z }: Spot): boolean => covers(area.shape, area, x, z);
    const lacking = area.hands - others.filter(isIn).length;
    if (lacking <= 0) continue;
    const away = ({ x, z }: Spot): number => Math.hypot(area.x - x, area.z - z);
    const nearer = others.filter(friend => friend.isAlike && !isIn(friend) && away(friend) < away(own)).length;
    if (nearer < lacking) return { x: area.x, z: area.z };
  }
  return null;
}
