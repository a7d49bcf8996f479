// Who may do what to whom, among those who look after the world. In: ranks and an action. Out: OK or the reason. The panel greys its buttons
// out with the same check that the server decides with.
import { OK, REASONS, type Reason } from './reasons';

/** From the lowest to the highest. */
export const RANKS = ['player', 'helper', 'moderator', 'admin'] as const;
export type Rank = (typeof RANKS)[number];

/** What can be done, and the lowest rank that may. */
export const ACTIONS = {
  look: 'helper',
  answer: 'helper',
  mute: 'helper',
  unmute: 'helper',
  kick: 'helper',
  ban: 'moderator',
  unban: 'moderator',
  teleport: 'moderator',
  announce: 'moderator',
  give: 'admin',
  role: 'admin',
} as const satisfies Record<string, Rank>;
export type Action = keyof typeof ACTIONS;

export const REASON_LETTERS = { least: 3, most: 400 } as const;
/** What a report is answered with: it and the beginning of the line go into one line of chat. */
export const ANSWER_LETTERS = { least: REASON_LETTERS.least, most: 200 } as const;
export const APPEAL_LETTERS = { least: 10, most: 1000 } as const;
/** The longest that a mute or a ban with an end lasts. */
export const LONGEST_MS = 366 * 24 * 3600_000;
/** So much is given at once at most. */
export const MOST_GIVEN = { gold: 1_000_000, quantity: 200 } as const;

const rankOf = (rank: Rank): number => RANKS.indexOf(rank);

/** Whether somebody of that rank may do it at all. */
export function checkRank(actor: Rank, action: Action): Reason {
  return rankOf(actor) >= rankOf(ACTIONS[action]) ? OK : REASONS.rankTooLow;
}

/** Nobody acts on his equals and betters, nor on himself: except that an admin gives to and places whom he likes, himself too. */
export function checkAct(actor: Rank, action: Action, target: Rank, isSelf: boolean): Reason {
  const allowed = checkRank(actor, action);
  if (allowed !== OK) return allowed;
  if (isSelf) return (action === 'give' || action === 'teleport') && actor === 'admin' ? OK : REASONS.notYourself;
  return rankOf(target) < rankOf(actor) ? OK : REASONS.outranked;
}

/** A rank can be given up to just below one's own. */
export function checkPromote(actor: Rank, target: Rank, to: Rank, isSelf: boolean): Reason {
  const allowed = checkAct(actor, 'role', target, isSelf);
  if (allowed !== OK) return allowed;
  return rankOf(to) < rankOf(actor) ? OK : REASONS.outranked;
}

export function checkReason(text: string): Reason {
  const { length } = text.trim();
  return length >= REASON_LETTERS.least && length <= REASON_LETTERS.most ? OK : REASONS.needsReason;
}

/** `span_ms` 0: for good, which only a ban may be. */
export function checkSpan(action: 'mute' | 'ban', span_ms: number): Reason {
  if (!Number.isInteger(span_ms) || span_ms < 0 || span_ms > LONGEST_MS) return REASONS.badSpan;
  return span_ms > 0 || action === 'ban' ? OK : REASONS.badSpan;
}

// ---- what the desk is told (/api/admin) ----

export interface Person {
  account: string;
  rank: Rank;
  muted_until_ms: number;
  created_ms: number;
  sessions: number;
  isBanned: boolean;
  characters: { id: string; name: string; level: number; region: string; isOut: boolean; gold: number }[];
}

export interface AuditLine {
  id: string;
  at_ms: number;
  actor_id: string;
  /** An Action, or 'outcome' of one that a region carried out. */
  action: string;
  account_id: string;
  character_id: string;
  reason: string;
  details: string;
}

export interface BanLine {
  id: string;
  account_id: string;
  reason: string;
  at_ms: number;
  until_ms: number;
  lifted_ms: number;
  appeal: string;
  appealed_ms: number;
}
