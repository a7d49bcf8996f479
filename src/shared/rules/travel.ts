// From waystone to waystone: whoever has found both may go, for a fee by distance. In: a character, where it stands, where to.
// Out: the fee taken; the journey itself is the region's business.
import { poiOf } from '../content';
import type { Place, Poi } from '../content/kinds';
import type { Character } from './character';
import { reduced } from './guildlevel';
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

/** What the journey costs, in copper; `less`: so many percent less, for members of a known guild (guildlevel.ts). */
export function fare(from: Spot, to: Spot, less = 0): number {
  return reduced(Math.ceil(Math.hypot(to.x - from.x, to.z - from.z) / 100) * COPPER_PER_100_M, less);
}

/** `fighting`: he was in a fight a moment ago. `here`: the place in which he stands. */
export function checkTravel(c: Character, here: Place, spot: Spot, to: number, fighting: boolean, less = 0): Reason {
  const goal = waystoneOf(to);
  if (!goal || !c.pois.includes(to)) return REASONS.nothingThere;
  const stands = here.pois.some(poi => poi.waystone && Math.hypot(poi.x - spot.x, poi.z - spot.z) <= WAYSTONE_RANGE_M);
  if (!stands) return REASONS.tooFar;
  if (fighting) return REASONS.inCombat;
  return c.gold < fare(spot, goal.poi, less) ? REASONS.notEnoughGold : OK;
}

export function applyTravel(c: Character, journal: Journal, spot: Spot, to: number, less = 0): void {
  const goal = waystoneOf(to);
  if (!goal) throw new Error(`travelled to ${to}, which is no waystone`);
  const cost = fare(spot, goal.poi, less);
  c.gold -= cost;
  journal.gold(LEDGER.travel, -cost);
}
