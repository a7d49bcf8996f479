// What stands on a slot of the action bar. In: an entry of settings.bar. Out: name, icon, what it does, and whether it may be used now.
import { TICK_MS } from '../../assembly/layout';
import { items } from '../../src/shared/content';
import { commands } from '../commands';
import { bag, cooldowns, sheet, status, target } from '../state';
import { left_ms, myAbility } from './derived';

/** Reach is measured to the body's skin. */
const BODY_M = 0.9;

export interface SlotThing {
  name: string;
  icon: string;
  /** Colour of the button by what it takes: melee, bow, firearm, focus, none, food. */
  school: string;
  /** Level at which it is learned, when it is not yet. */
  lockedUntil: number;
  /** Pieces left, for food and draughts; -1 for abilities. */
  pieces: number;
  cost: number;
}

export function thingOf(entry: number): SlotThing | null {
  if (entry > 0) {
    const kind = myAbility(entry);
    if (!kind) return null;
    const known = sheet.value?.abilities.includes(entry) ?? false;
    return {
      name: kind.name,
      icon: kind.icon,
      school: kind.arms,
      lockedUntil: known ? 0 : kind.level,
      pieces: -1,
      cost: kind.cost,
    };
  }
  const kind = entry < 0 ? items.get(-entry) : undefined;
  if (!kind) return null;
  const pieces = bag.value.reduce((sum, item) => (item.kind === kind.id && item.slot < 100 ? sum + item.quantity : sum), 0);
  return { name: kind.name, icon: kind.icon, school: 'food', lockedUntil: 0, pieces, cost: 0 };
}

/** Until the slot is ready: milliseconds left and the whole wait; null when it is ready. */
export function waitOf(entry: number): { left_ms: number; whole_ms: number } | null {
  const own = cooldowns.value.get(entry);
  const ownLeft = own ? own.readyAt - performance.now() : 0;
  const shared = entry > 0 && myAbility(entry)?.global ? left_ms(status.value?.global ?? 0) : 0;
  if (ownLeft <= 0 && shared <= 0) return null;
  return ownLeft >= shared
    ? { left_ms: ownLeft, whole_ms: own!.whole }
    : { left_ms: shared, whole_ms: Math.max(shared, 20 * TICK_MS) };
}

/** The target stands too far away for this ability. */
export function outOfReach(entry: number): boolean {
  const kind = entry > 0 ? myAbility(entry) : undefined;
  const reach_m = kind?.on === 'foe' ? kind.range_m : 0;
  return reach_m > 0 && !!target.value?.hostile && target.value.distance > reach_m + BODY_M;
}

export function tooWeak(entry: number): boolean {
  const kind = entry > 0 ? myAbility(entry) : undefined;
  return (status.value?.power ?? 0) < (kind?.cost ?? 0);
}

export function useEntry(entry: number): void {
  if (entry > 0) commands.useAbility(entry);
  const pile = entry < 0 ? bag.value.find(item => item.kind === -entry && item.slot < 100) : undefined;
  if (pile) commands.useItem(pile.id);
}
