// Alliances of guilds: up to eight, each in one at most. In: pacts, proposals, a guild's wish, the time. Out: a reason, or the pact as it is then.
// Pure. Who leaves breaks with the others openly: it is told to all at once, and holds a day later.
import type { Emblem } from './guild';
import { OK, REASONS, type Reason } from './reasons';

export const PACT_MOST = 8;
export const BETRAYAL_MS = 24 * 3_600_000;
export const PROPOSAL_MS = 3 * 24 * 3_600_000;
export const PACT_LOG_MOST = 50;

export interface Ally {
  readonly guild: string;
  readonly name: string;
  readonly emblem: Emblem;
  readonly since_ms: number;
  /** When it is an ally no more; 0: it stays. */
  readonly leaves_ms: number;
}

export const PACT_LOG = ['proposed', 'joined', 'declined', 'renounced', 'left'] as const;
export type PactDeed = (typeof PACT_LOG)[number];
export interface PactEntry {
  readonly what: PactDeed;
  /** Names of guilds. */
  readonly guild: string;
  readonly to: string;
  readonly at_ms: number;
}

export interface Pact {
  readonly id: string;
  readonly allies: readonly Ally[];
  /** Oldest first. */
  readonly log: readonly PactEntry[];
}

export const isAllied = (pact: Pact | null, guild: string): boolean => pact?.allies.some(ally => ally.guild === guild) ?? false;

/** The pact as it is by then: those whose day is over have left; null: nobody is left to be allied with. */
export function pactAt(pact: Pact, now_ms: number): Pact | null {
  const gone = pact.allies.filter(({ leaves_ms }) => leaves_ms && leaves_ms <= now_ms);
  const allies = pact.allies.filter(ally => !gone.includes(ally));
  if (allies.length < 2) return null;
  const log = gone.map(({ name, leaves_ms }): PactEntry => ({ what: 'left', guild: name, to: '', at_ms: leaves_ms }));
  return gone.length ? withLog({ ...pact, allies }, ...log) : pact;
}

export function withLog(pact: Pact, ...entries: readonly PactEntry[]): Pact {
  return { ...pact, log: [...pact.log, ...entries].slice(-PACT_LOG_MOST) };
}

/** `own`, `theirs`: the pacts they are in; `proposed`: it has been asked already. */
export function checkPropose(own: Pact | null, theirs: Pact | null, guild: string, to: string, proposed: boolean): Reason {
  if (guild === to) return REASONS.inviteSelf;
  if (isAllied(own, to)) return REASONS.alreadyAllied;
  if (theirs) return REASONS.alreadyAllied;
  if (proposed) return REASONS.alreadyProposed;
  if (own?.allies.some(ally => ally.guild === guild && ally.leaves_ms)) return REASONS.leavingAlready;
  return own && own.allies.length >= PACT_MOST ? REASONS.allianceFull : OK;
}

export function checkRenounce(own: Pact | null, guild: string): Reason {
  const ally = own?.allies.find(each => each.guild === guild);
  if (!ally) return REASONS.notAllied;
  return ally.leaves_ms ? REASONS.leavingAlready : OK;
}

export const withAlly = (pact: Pact, ally: Ally): Pact => ({ ...pact, allies: [...pact.allies, ally] });

/** It says so now, and is gone a day later. */
export const withRenounced = (pact: Pact, guild: string, now_ms: number): Pact => ({
  ...pact,
  allies: pact.allies.map(ally => (ally.guild === guild ? { ...ally, leaves_ms: now_ms + BETRAYAL_MS } : ally)),
});
