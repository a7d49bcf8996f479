// Which tip is shown and where. In: an element and what it stands for. Out: `tip`, drawn by tips.tsx.
import { signal } from '@preact/signals';
import type { Item } from '../../src/shared/rules/character';
import { touch } from '../state';

/** An entry of the action bar, a kind of item (or one that he has), or a number of the character sheet. */
export type TipOf = { entry: number } | { kind: number; item?: Item; worn?: boolean } | { stat: StatName };
export type StatName = 'might' | 'aim' | 'spirit' | 'vigor' | 'armor';
export const tip = signal<{ of: TipOf; left: number; top: number; right: number; bottom: number; beside: boolean } | null>(null);

export function showTip(on: HTMLElement, of: TipOf): void {
  if (touch.peek()) return;
  const { top, bottom } = on.getBoundingClientRect();
  // The card stands beside the whole window, so that it covers neither its buttons nor its other slots.
  const window = on.closest('.window');
  const { left, right } = (window ?? on).getBoundingClientRect();
  tip.value = { of, left, top, right, bottom, beside: window !== null };
}

export function hideTip(): void {
  tip.value = null;
}
