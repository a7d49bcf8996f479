// From waystone to waystone: whoever has found both may go, for a fee by distance. In: a character, where it stands, where to.
// Out: the fee taken; the journey itself is the region's business.
import { poiOf } from '../content';
import type { Place, Poi } from '../content/kinds';
import type { Character } from './character';
import { type Journal, LEDGER } from './journal';
import { OK, REASONS, type Reason } from './reasons';

/** He stands this near to a waystone to use it. */
export const WAYSTONE_RANGE_M = 8;
const COPPER_PER_100_M = 1;

interface Spot {
  x: number;
  z: number;
}

/** The waystone with that number; undefined when it is none. */
export function waystoneOf(number: number): { place: Place; poi: Poi } | undefined {
  const found = poiOf(number);
  return found?.poi.waystone ? found : undefined;
}

/** What the journey costs, in copper. */
export function fare(from: Spot, to: Spot): number {
  return Math.ceil(Math.hypot(to.x - from.x, to.z - from.z) / 100) * COPPER_PER_100_M;
}

/** `fighting`: he was in a fight a moment ago. `here`: the place in which he stands. */
export function checkTravel(c: Character, here: Place, spot: Spot, to: number, fighting: boolean): Reason {
  const goal = waystoneOf(to);
  if (!goal || !c.pois.includes(to)) return REASONS.nothingThere;
  const stands = here.pois.some(poi => poi.waystone && Math.hypot(poi.x - spot.x, poi.z - spot.z) <= WAYSTONE_RANGE_M);
  if (!stands) return REASONS.tooFar;
  if (fighting) return REASONS.inCombat;
  return c.gold < fare(spot, goal.poi) ? REASONS.notEnoughGold : OK;
}

export function applyTravel(c: Character, journal: Journal, spot: Spot, to: number): void {
  const goal = waystoneOf(to);
  if (!goal) throw new Error(`travelled to ${to}, which is no waystone`);
  const cost = fare(spot, goal.poi);
  c.gold -= cost;
  journal.gold(LEDGER.travel, -cost);
}
