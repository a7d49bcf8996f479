// Steeds: who may buy one from whom, which comes to the call, and when none will. In: a character, a villager who keeps a stable.
// Out: gold and life changed, the ledger told. Whether a steed comes is decided by the core in the moment (assembly/riding.ts); `checkRide`
// says the same of what a screen knows.
import { FLAG_COMBAT, FLAG_DEAD, FLAG_SWIMMING } from '../../../assembly/layout';
import { abilities } from '../content';
import type { AbilityKind, Npc } from '../content/kinds';
import { type MountKind, mountNamed, mountOf } from '../content/mounts';
import type { Character } from './character';
import { type Journal, LEDGER } from './journal';
import { OK, REASONS, type Reason } from './reasons';

/** What a stablemaster teaches, in his own order. */
export const steedsOf = (npc: Pick<Npc, 'stable'>): MountKind[] => (npc.stable ?? []).flatMap(key => mountNamed(key) ?? []);

export const hasSteed = ({ life }: Pick<Character, 'life'>): boolean => life.mounts.length > 0;

/** The ability with which steeds are called. */
export const callSteed = (): AbilityKind => abilities.key('call-steed');

export function checkLearnMount(c: Character, npc: Pick<Npc, 'stable'>, id: number): Reason {
  const mount = mountOf(id);
  if (!mount || !npc.stable?.includes(mount.key)) return REASONS.noStable;
  if (c.life.mounts.includes(id)) return REASONS.steedKnown;
  if (c.level < mount.level) return REASONS.levelTooLow;
  return c.gold < mount.price ? REASONS.notEnoughGold : OK;
}

/** The new steed is the one that comes from now on. */
export function applyLearnMount(c: Character, journal: Journal, id: number): void {
  const { price } = mountOf(id)!;
  if (price > c.gold) throw new Error('a steed was bought without the gold');
  c.gold -= price;
  journal.gold(LEDGER.mount, -price);
  c.life.mounts.push(id);
  c.life.mount = id;
  journal.life = true;
}

export const checkChooseMount = (c: Character, id: number): Reason => (c.life.mounts.includes(id) ? OK : REASONS.noSteed);

export function applyChooseMount(c: Character, journal: Journal, id: number): void {
  if (c.life.mount === id) return;
  c.life.mount = id;
  journal.life = true;
}

/** `flags`: FLAG_* of his body as last seen. Roofs are known to the core alone. */
export function checkRide(c: Pick<Character, 'life'>, flags: number): Reason {
  if (!hasSteed(c)) return REASONS.noSteed;
  if (flags & FLAG_DEAD) return REASONS.isDead;
  if (flags & FLAG_COMBAT) return REASONS.inCombat;
  return flags & FLAG_SWIMMING ? REASONS.isSwimming : OK;
}
