// The trade window over a slow line: what one has offered stands in his fields until the region shows it or refuses it, and his next change builds on it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BARTER_OPEN } from '../../src/shared/protocol/messages';
import { REASONS } from '../../src/shared/rules/reasons';
import { draft, dropDraft, offer, settleDraft } from '../../web/barter';
import { type Commands, installCommands } from '../../web/commands';

const SLOW_MS = 12_000;
const THINGS = [
  { item: 'sword', quantity: 1 },
  { item: 'herb', quantity: 3 },
];
/** The window as the region shows it to one who offers these. */
const showing = (pieces: typeof THINGS, gold: number): Parameters<typeof settleDraft>[0] => {
  const items = pieces.map(({ item: id, quantity }) => ({ id, kind: 1, quantity, slot: 0 }));
  const mine = { items, gold, agreed: false };
  const theirs = { items: [], gold: 0, agreed: false };
  return { state: BARTER_OPEN, with: 2, name: 'Ada', seen: 1, mine, theirs, reason: 0 } as unknown as Parameters<
    typeof settleDraft
  >[0];
};

describe('what is offered', () => {
  const asked: object[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    asked.length = 0;
    installCommands({ wish: (_name, body) => void asked.push(body) } as Commands);
  });
  afterEach(() => {
    vi.useRealTimers();
    dropDraft();
  });

  test('waits for a slow line', () => {
    offer('Ada', [THINGS[0]], 0);
    vi.advanceTimersByTime(SLOW_MS);
    expect(draft.value).toEqual({ to: 'Ada', items: [THINGS[0]], gold: 0 });
    expect(asked).toEqual([{ items: [THINGS[0]], gold: 0 }]);
  });

  test('stands until it is shown itself, not an earlier one', () => {
    offer('Ada', [THINGS[0]], 0);
    offer('Ada', THINGS, 50);
    settleDraft(showing([THINGS[0]], 0));
    expect(draft.value).toMatchObject({ items: THINGS, gold: 50 });
    settleDraft(showing([THINGS[1], THINGS[0]], 50));
    expect(draft.value).toBeNull();
  });

  test('is no more when it was refused, or when nobody will ever answer', () => {
    offer('Ada', THINGS, 10);
    settleDraft({ ...showing([THINGS[0]], 0), reason: REASONS.notEnoughGold });
    expect(draft.value).toBeNull();
    offer('Ada', THINGS, 10);
    vi.advanceTimersByTime(60_000);
    expect(draft.value).toBeNull();
  });

  test('does not fall with the time of an older one', () => {
    offer('Ada', [THINGS[0]], 0);
    vi.advanceTimersByTime(SLOW_MS);
    offer('Ada', THINGS, 0);
    vi.advanceTimersByTime(SLOW_MS);
    expect(draft.value).toMatchObject({ items: THINGS });
  });
});
