// Eating and drinking. In: a character, an item, when its kind may be used again. Out: one less of it, and what the body gains.
import type { ItemKind } from '../content/kinds';
import type { Character } from './character';
import { applyConsumeItem } from './inventory';
import { type Journal, LEDGER } from './journal';
import { OK, REASONS, type Reason } from './reasons';
import { isBagSlot, itemById, kindOf } from './worn';

/** Foods wait for foods and draughts for draughts: kinds with the same waiting time share it. */
export const useGroup = (kind: ItemKind): number => kind.use?.cooldown_s ?? 0;

/** `readyAtMs`: when things of its use group may be used again. */
export function checkUseItem(c: Character, id: string, readyAtMs: number, nowMs: number): Reason {
  const item = itemById(c, id);
  if (!item || !isBagSlot(item.slot)) return REASONS.noSuchItem;
  const kind = kindOf(item);
  if (!kind.use) return REASONS.notUsable;
  if (kind.level > c.level) return REASONS.levelTooLow;
  return readyAtMs > nowMs ? REASONS.onCooldown : OK;
}

/** Uses one up; returns what `heal` of the core is to give and how long its group waits. */
export function applyUseItem(
  c: Character,
  journal: Journal,
  id: string,
): { heal: number; power: number; cooldown_s: number; group: number } {
  const kind = kindOf(itemById(c, id)!);
  applyConsumeItem(c, journal, LEDGER.consumed, id, 1);
  return { heal: kind.use?.heal ?? 0, power: kind.use?.power ?? 0, cooldown_s: kind.use?.cooldown_s ?? 0, group: useGroup(kind) };
}
