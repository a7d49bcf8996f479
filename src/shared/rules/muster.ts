// The muster: those who wait for a company are put together. In: tickets, one for each player or party that waits. Out: who goes together,
// and as what. Oldest first: the first in the queue who can be made a whole company with any of those behind him goes with the oldest that
// fit, so whoever waits longest is never passed over for somebody who could have stood in the same place.
import type { Dungeon, Role } from '../content/kinds';
import { OK, REASONS, type Reason } from './reasons';
import { ROLES, rolesIn } from './roles';

/** All who were found must answer within this time. */
export const READY_MS = 30_000;
/** Who wants companions only when nobody comes has waited so long by then. */
export const FILL_AFTER_MS = 60_000;
/** There are companions for a company of this many. */
const FILLED_MOST = 5;
/** Search ends after so many steps: in a queue of thousands who do not fit it must not hold the realm up. */
const MOST_STEPS = 20_000;

/** Whether companions may come in place of players: not at all, after a while, or at once. Their order is their number on the wire. */
export const FILLS = ['never', 'late', 'now'] as const;
export type Fill = (typeof FILLS)[number];

export interface Seeker {
  /** Id of the character. */
  readonly character: string;
  /** Bits of the roles he is ready to play (roles.ts). */
  readonly roles: number;
}

export interface Ticket {
  readonly id: string;
  /** Key of the dungeon. */
  readonly dungeon: string;
  readonly since_ms: number;
  /** Id of the party that waits as one; '': somebody alone. */
  readonly party: string;
  readonly members: readonly Seeker[];
  readonly fill: Fill;
}

export interface Match {
  readonly tickets: readonly Ticket[];
  /** By character. */
  readonly roles: ReadonlyMap<string, Role>;
  /** Companions come along for whom they lack. */
  readonly helpers: boolean;
}

type Places = Readonly<Record<Role, number>>;

/** Of a company of five one holds, one mends and three strike; of a larger one as many more. */
export function placesOf(company: number): Places {
  const few = Math.max(1, Math.round(company / 5));
  return { tank: few, healer: few, damage: Math.max(1, company - 2 * few) };
}

/** Whether a party of these may wait for that dungeon; `levels` and `seekers` of the same people. */
export function checkQueue(dungeon: Dungeon, levels: readonly number[], seekers: readonly Seeker[]): Reason {
  if (seekers.length > dungeon.company) return REASONS.partyTooLarge;
  if (levels.some(level => level < dungeon.least)) return REASONS.levelTooLow;
  return assign(seekers, placesOf(dungeon.company)) ? OK : REASONS.rolesUnfit;
}

/** A place for everybody, in one of the roles that he picked; null: there is none. Augmenting paths (Kuhn's algorithm for matchings). */
export function assign(seekers: readonly Seeker[], places: Places): Map<string, Role> | null {
  const taken: Record<Role, Seeker[]> = { tank: [], healer: [], damage: [] };
  const seat = (seeker: Seeker, tried: Set<Role>): boolean => {
    for (const role of rolesIn(seeker.roles)) {
      if (tried.has(role)) continue;
      tried.add(role);
      if (taken[role].length < places[role]) {
        taken[role].push(seeker);
        return true;
      }
      const moved = taken[role].findIndex(other => seat(other, tried));
      if (moved < 0) continue;
      taken[role][moved] = seeker;
      return true;
    }
    return false;
  };
  for (const seeker of seekers) if (!seat(seeker, new Set())) return null;
  return new Map(ROLES.flatMap(role => taken[role].map(({ character }) => [character, role] as const)));
}

/** The next company out of those who wait for one dungeon of that size; null: nobody can go yet. */
export function form(tickets: readonly Ticket[], company: number, now_ms: number): Match | null {
  const queue = tickets.toSorted((a, b) => a.since_ms - b.since_ms || (a.id < b.id ? -1 : 1));
  const places = placesOf(company);
  return whole(queue, places) ?? filled(queue, places, company, now_ms);
}

const sizeOf = ({ tank, healer, damage }: Places): number => tank + healer + damage;
const seekersOf = (tickets: readonly Ticket[]): Seeker[] => tickets.flatMap(({ members }) => members);
/** Tickets of one signature can stand for each other. */
const signatureOf = ({ members }: Ticket): string =>
  members
    .map(({ roles }) => roles)
    .sort()
    .join();

/** The first company of players alone, in the order of the queue. */
function whole(queue: readonly Ticket[], places: Places): Match | null {
  const most = sizeOf(places);
  const signatures = queue.map(signatureOf);
  let steps = 0;
  const complete = (chosen: readonly Ticket[], size: number, from: number): Match | null => {
    if (size === most) return { tickets: chosen, roles: assign(seekersOf(chosen), places)!, helpers: false };
    // What failed in this place fails again with whoever is like it and comes later.
    const failed = new Set<string>();
    for (let i = from; i < queue.length && steps < MOST_STEPS; i++) {
      const ticket = queue[i];
      const grown = size + ticket.members.length;
      if (grown > most || failed.has(signatures[i])) continue;
      failed.add(signatures[i]);
      steps++;
      const next = [...chosen, ticket];
      const found = assign(seekersOf(next), places) && complete(next, grown, i + 1);
      if (found) return found;
    }
    return null;
  };
  return complete([], 0, 0);
}

/** The oldest who would rather go with companions than wait on, and whoever behind him does not mind them. */
function filled(queue: readonly Ticket[], places: Places, company: number, now_ms: number): Match | null {
  if (company > FILLED_MOST) return null;
  const isDue = ({ fill, since_ms }: Ticket): boolean => fill === 'now' || (fill === 'late' && now_ms - since_ms >= FILL_AFTER_MS);
  const seed = queue.find(isDue);
  if (!seed) return null;
  const chosen = [seed];
  for (const ticket of queue) {
    const next = [...chosen, ticket];
    if (ticket !== seed && ticket.fill !== 'never' && assign(seekersOf(next), places)) chosen.push(ticket);
  }
  return { tickets: chosen, roles: assign(seekersOf(chosen), places)!, helpers: true };
}
