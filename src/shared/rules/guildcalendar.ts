// The calendar of a guild: what is planned, and who comes. In: a guild, its events, somebody's wish. Out: a reason, or OK. Pure.
import { hasRight, LEADER, memberIn, type Shape } from './guild';
import { OK, REASONS, type Reason } from './reasons';

export const EVENTS_MOST = 20;
export const EVENT_TITLE_MOST = 60;
/** Nothing is planned farther ahead; and what is over is shown for so long. */
export const EVENT_AHEAD_MS = 90 * 24 * 3_600_000;
export const EVENT_PAST_MS = 3 * 3_600_000;

/** How somebody answers; numbers are stored. */
export const ANSWERS = ['yes', 'maybe', 'no'] as const;

export interface GuildEvent {
  readonly id: number;
  readonly title: string;
  readonly at_ms: number;
  /** Who made it: id and name. */
  readonly by: string;
  readonly byName: string;
  /** Index into ANSWERS by character. */
  readonly signs: Readonly<Record<string, number>>;
}

export const isPast = ({ at_ms }: Pick<GuildEvent, 'at_ms'>, now_ms: number): boolean => now_ms > at_ms + EVENT_PAST_MS;

export function checkEvent(guild: Shape, by: string, title: string, at_ms: number, now_ms: number, events: number): Reason {
  const own = memberIn(guild, by);
  if (!own) return REASONS.notInGuild;
  if (!hasRight(guild, own.rank, 'calendar')) return REASONS.noRight;
  if (!title) return REASONS.emptyText;
  if ([...title].length > EVENT_TITLE_MOST) return REASONS.textTooLong;
  if (!Number.isFinite(at_ms) || at_ms < now_ms || at_ms > now_ms + EVENT_AHEAD_MS) return REASONS.badChoice;
  return events >= EVENTS_MOST ? REASONS.tooManyEvents : OK;
}

/** Who made it calls it off, or the leader. */
export function checkDropEvent(guild: Shape, by: string, event: Pick<GuildEvent, 'by'> | undefined): Reason {
  const own = memberIn(guild, by);
  if (!own) return REASONS.notInGuild;
  if (!event) return REASONS.noSuchEvent;
  return event.by === by || own.rank === LEADER ? OK : REASONS.noRight;
}

export function checkSign(guild: Shape, by: string, event: GuildEvent | undefined, answer: number, now_ms: number): Reason {
  if (!memberIn(guild, by)) return REASONS.notInGuild;
  if (!event || isPast(event, now_ms)) return REASONS.noSuchEvent;
  return ANSWERS[answer] ? OK : REASONS.badChoice;
}
