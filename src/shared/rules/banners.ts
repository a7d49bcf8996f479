// Banners that guilds plant: who may, and where. In: a badge and a spot. Out: a reason, or OK. Pure; the panel greys its button out with it.
import { type Badge, LEADER, RIGHTS } from './guild';
import { OK, REASONS, type Reason } from './reasons';

export const BANNER_MS = 30 * 60_000;
/** A guild's banner is not carried on sooner than this: everybody in the region is told each time. */
export const BANNER_AGAIN_MS = 10_000;
/** Where people arrive stays free of them. */
export const ARRIVALS_M = 20;
/** In one region; the oldest one goes for the next. */
export const MOST_BANNERS = 32;

interface Spot {
  readonly x: number;
  readonly z: number;
}

export function checkBanner(badge: Pick<Badge, 'rank' | 'rights'> | null, arrivals: readonly Spot[], { x, z }: Spot): Reason {
  if (!badge) return REASONS.notInGuild;
  if (badge.rank !== LEADER && !(badge.rights & RIGHTS.officer)) return REASONS.noRight;
  return arrivals.some(spot => Math.hypot(spot.x - x, spot.z - z) < ARRIVALS_M) ? REASONS.noBannerHere : OK;
}
