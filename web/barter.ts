// What one has offered in the trade window and is not shown yet: his fields show it at once, and his next change builds on it, however slow the
// line is. In: offers, what the region shows and refuses. Out: the draft, until it is shown or refused.
import { signal } from '@preact/signals';
import type { Body, S2C } from '../src/shared/protocol/messages';
import type { Piece } from '../src/shared/rules/goods';
import { OK } from '../src/shared/rules/reasons';
import { commands } from './commands';

export interface Offer {
  readonly items: readonly Piece[];
  readonly gold: number;
}

/** Whatever the region says to an offer is here long before, or was lost with a socket. */
const ANSWER_MS = 20_000;

/** Offered to him of that name; null: all that was offered is shown. */
export const draft = signal<(Offer & { readonly to: string }) | null>(null);

export function offer(to: string, items: readonly Piece[], gold: number): void {
  const mine = { to, items, gold };
  draft.value = mine;
  commands.wish('offer', { items: [...items], gold });
  setTimeout(() => {
    if (draft.peek() === mine) dropDraft();
  }, ANSWER_MS);
}

/** It was refused: what the region shows is all there is. */
export function dropDraft(): void {
  draft.value = null;
}

export function shownOffer({ mine }: Body<typeof S2C.barter>): Offer {
  return { items: mine.items.map(({ id, quantity }) => ({ item: id, quantity })), gold: mine.gold };
}

export const isSame = (a: Offer, b: Offer): boolean =>
  a.gold === b.gold &&
  a.items.length === b.items.length &&
  a.items.every(({ item, quantity }) => b.items.some(piece => piece.item === item && piece.quantity === quantity));

/**
 * The region shows the window. What it shows of somebody's drafts is one of them after the other: only the last is where he is. With a reason, it
 * refused the last one it has.
 */
export function settleDraft(shown: Body<typeof S2C.barter>): void {
  if (draft.value && (shown.reason !== OK || isSame(draft.value, shownOffer(shown)))) dropDraft();
}
