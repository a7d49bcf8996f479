// Laws of places: where players may attack players. In: a place's law, what somebody has agreed to. Out: whether he may be attacked, and so
// may attack; whether he may change his mind. Nobody is open to attack by accident: by his own word, or by walking into an open place.
import type { Place } from '../content/kinds';
import type { Character } from './character';
import type { Journal } from './journal';
import { OK, REASONS, type Reason } from './reasons';

/** Nobody attacks anybody; who has agreed to it attacks and is attacked; everybody does. Their order is their number on the wire. */
export const LAWS = ['safe', 'contested', 'open'] as const;
export type Law = (typeof LAWS)[number];

/** Below it nobody is attacked who has not agreed to it. */
export const GROWN_LEVEL = 10;
/** Who takes his word back stands by it for so long after his last fight with a player. */
export const TAKE_BACK_MS = 5 * 60_000;
/** Who was slain by a player is left alone for so long after he has risen. */
export const SPARED_MS = 30_000;

export const lawOf = ({ law }: Pick<Place, 'law'>): Law => law ?? 'safe';

/** `consent` of a life: 0 no, 1 yes, else yes until then (epoch ms). */
export const consents = (consent: number, now_ms: number): boolean => consent === 1 || consent > now_ms;

type Someone = Pick<Character, 'level'> & { readonly life: Pick<Character['life'], 'consent'> };

/** Whether players of other covenants may attack him there, and he them. */
export function isOpen(law: Law, { level, life }: Someone, now_ms: number): boolean {
  if (law === 'safe') return false;
  return consents(life.consent, now_ms) || (law === 'open' && level >= GROWN_LEVEL);
}

/** `on`: he agrees to be attacked, or takes that back. */
export function checkConsent({ life }: Someone, on: boolean, duels: boolean): Reason {
  if (duels) return REASONS.duelling;
  return on === (life.consent === 1) ? REASONS.alreadyDone : OK;
}

export function applyConsent({ life }: Character, journal: Journal, on: boolean, now_ms: number): void {
  life.consent = on ? 1 : now_ms + TAKE_BACK_MS;
  journal.life = true;
}

/** He fights a player: if he is about to be out of it, he has to wait anew. Returns whether that was written. */
export function putOff({ life }: Character, journal: Journal, now_ms: number): boolean {
  // Not with every blow: each is a row.
  if (life.consent <= 1 || life.consent <= now_ms || life.consent > now_ms + TAKE_BACK_MS - 15_000) return false;
  life.consent = now_ms + TAKE_BACK_MS;
  journal.life = true;
  return true;
}
