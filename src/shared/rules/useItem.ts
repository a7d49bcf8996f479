// Eating and drinking. In: a character, an item, when its kind may be used again. Out: one less of it, and what the body gains.
import type { ItemKind } from '../content/kinds';
import type { Character } from './character';
import { applyConsumeItem } from './inventory';
import { type Journal, LEDGER } from './journal';
import { OK, REASONS, type Reason } from './reasons';
import { isBagSlot, itemById, kindOf } from './worn';

/** Foods wait for foods and draughts for draughts: kinds with the same waiting time share it. */
export const useGroup = (kind: ItemKind): number => kind.use?.cooldown_s ?? 0;

/** `readyAtMs`: when things of its use group may be used again. `fighting`: nobody sits down to a meal in a fight. */
export function checkUseItem(c: Character, id: string, readyAtMs: number, nowMs: number, fighting = false): Reason {
  const item = itemById(c, id);
  if (!item || !isBagSlot(item.slot)) return REASONS.noSuchItem;
  const kind = kindOf(item);
  if (!kind.use) return REASONS.notUsable;
  if (kind.level > c.level) return REASONS.levelTooLow;
  if (kind.use.calm && fighting) return REASONS.inCombat;
  return readyAtMs > nowMs ? REASONS.onCooldown : OK;
}

export interface Used {
  heal: number;
  power: number;
  cooldown_s: number;
  group: number;
  effect?: NonNullable<ItemKind['use']>['effect'];
}

/** Uses one up; returns what the core is to give (`heal`, `giveEffect`) and how long its group waits. */
export function applyUseItem(c: Character, journal: Journal, id: string): Used {
  const kind = kindOf(itemById(c, id)!);
  applyConsumeItem(c, journal, LEDGER.consumed, id, 1);
  const { heal = 0, power = 0, cooldown_s = 0, effect } = kind.use ?? {};
  return { heal, power, cooldown_s, group: useGroup(kind), effect };
}
