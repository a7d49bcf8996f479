// Duels: who may challenge whom, and what ends one. In: how two players stand. Out: a reason; when and how a duel is lost. Nobody dies in one
// (assembly/damage.ts), nothing is lost or won but the duel.
import { OK, REASONS, type Reason } from './reasons';

/** One is challenged from no farther than this. */
export const DUEL_RANGE_M = 20;
/** A challenge holds for so long. */
export const CHALLENGE_MS = 30_000;
/** Both have so long to make ready. */
export const COUNTDOWN_MS = 3_000;
/** The ground round the flag that belongs to the duel, and how long one may be off it. */
export const DUEL_RADIUS_M = 40;
export const OUTSIDE_MS = 10_000;
/** Those who stand this near hear how it went. */
export const HEARD_M = 60;

/** How a duel was lost; indices are the wire's. */
export const LOSSES = ['beaten', 'fled', 'yielded', 'left', 'died'] as const;
export type Loss = (typeof LOSSES)[number];

/** What is to be known of somebody who would fight a duel. */
export interface Duellist {
  readonly isDead: boolean;
  readonly fights: boolean;
  /** In one already, or about to be. */
  readonly duels: boolean;
  /** Looks into a window of trade (rules/barter.ts), and sees no blow coming. */
  readonly trades: boolean;
  /** Others may attack him (rules/laws.ts): a duel would shelter him from them. */
  readonly isOpen: boolean;
}

/** `inWorld`: not in a dungeon or an arena. */
export function checkDuel(own: Duellist, other: Duellist, away_m: number, inWorld: boolean): Reason {
  if (!inWorld) return REASONS.noDuelHere;
  if (own.isDead) return REASONS.isDead;
  if (other.isDead) return REASONS.targetDead;
  if (own.duels) return REASONS.duelling;
  if (other.duels) return REASONS.otherDuels;
  if (own.trades) return REASONS.trading;
  if (other.trades) return REASONS.otherTrades;
  if (own.isOpen || other.isOpen) return REASONS.duelWhileOpen;
  if (away_m > DUEL_RANGE_M) return REASONS.tooFar;
  if (own.fights) return REASONS.inCombat;
  return other.fights ? REASONS.otherFights : OK;
}

/** Since when he is off the ground of the duel; 0: he is on it. */
export function outsideSince(since_ms: number, fromFlag_m: number, now_ms: number): number {
  if (fromFlag_m <= DUEL_RADIUS_M) return 0;
  return since_ms || now_ms;
}

export const hasFled = (since_ms: number, now_ms: number): boolean => since_ms > 0 && now_ms - since_ms >= OUTSIDE_MS;
