// Which tip is shown and where. In: an element and what it stands for. Out: `tip`, drawn by tips.tsx.
import { signal } from '@preact/signals';
import { touch } from '../state';

/** An entry of the action bar, or a kind of item with how many and what it is worth to a vendor. */
export type TipOf = { entry: number } | { kind: number; worn?: boolean };
export const tip = signal<{ of: TipOf; left: number; top: number; right: number; bottom: number } | null>(null);

export function showTip(on: HTMLElement, of: TipOf): void {
  if (touch.peek()) return;
  const { top, bottom } = on.getBoundingClientRect();
  // The card stands beside the whole window, so that it covers neither its buttons nor its other slots.
  const { left, right } = (on.closest('.window') ?? on).getBoundingClientRect();
  tip.value = { of, left, top, right, bottom };
}

export function hideTip(): void {
  tip.value = null;
}
