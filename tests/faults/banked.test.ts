// The judge of the guild's bank itself: what it must let pass after a crash, and what it must find.
import { expect, test } from 'vitest';
import { CAUSE_GUILD } from '../../src/shared/protocol/messages';
import { LEADER } from '../../src/shared/rules/guild';
import { LEDGER } from '../../src/shared/rules/journal';
import type { Audit } from './audit';
import { judgeDealings } from './banked';
import { Dealings, OFFICER, type Worth } from './banker';

const BREAD = 40;
const copper = (quantity: number): Worth => ({ kind: 0, quantity });
const bread = (quantity: number): Worth => ({ kind: BREAD, quantity });

/** What the books have of one bot, and what the guild has written down of him. */
function judged(dealings: Partial<Dealings>, sent: Worth[], received: Worth[], taken = 0, coming = 0, rank = OFFICER) {
  const told = Object.assign(new Dealings(), dealings);
  const lines = (cause: number, worths: Worth[], sign: number): Audit['moves'] =>
    worths.map(({ kind, quantity }, i) => {
      const change = sign * quantity;
      return { id: `${cause} ${i}`, character: 'he', cause, gold: kind ? 0 : change, kind, quantity: kind ? change : 0 };
    });
  const found: Audit = {
    lost: [],
    doubled: [],
    gap: 0,
    inFlight: 0,
    moves: [...lines(LEDGER.sent, sent, -1), ...lines(LEDGER.received, received, 1)],
    coming: coming ? [{ to: 'he', gold: coming, cause: CAUSE_GUILD }] : [],
    used: new Map([['he', { day: told.day, gold: taken, items: [0] }]]),
  };
  judgeDealings(found, 'he', rank === LEADER, told);
  return { lost: found.lost.length, doubled: found.doubled.length, given: told.given };
}

test('what was on its way may be there or not; what was answered is there, once', () => {
  const given = [copper(5), bread(2)];
  expect(judged({ given }, [copper(5), bread(2)], [])).toMatchObject({ lost: 0, doubled: 0 });
  for (const sent of [[copper(5)], [copper(5), copper(7)]])
    expect(judged({ given: [copper(5)], open: new Set([copper(7)]) }, sent, [])).toMatchObject({ lost: 0, doubled: 0 });
  expect(judged({ given }, [copper(5)], [])).toMatchObject({ lost: 1, doubled: 0 });
  expect(judged({ given }, [copper(10), bread(2)], [])).toMatchObject({ lost: 0, doubled: 1 });
  expect(judged({ given: [copper(5)], open: new Set([copper(7)]) }, [copper(5), copper(8)], [])).toMatchObject({ doubled: 1 });
});

test('of what was answered only after the crash the books say whether it was done', () => {
  const unclear = () => new Set([copper(7), bread(1)]);
  expect(judged({ unclear: unclear() }, [copper(7)], []).given).toEqual([copper(7)]);
  expect(judged({ unclear: unclear() }, [], []).given).toEqual([]);
});

test('what was taken out is with him or on its way, once, and no more of it than his rank may', () => {
  expect(judged({ got: [copper(50)] }, [], [copper(50)], 50)).toMatchObject({ lost: 0, doubled: 0 });
  expect(judged({ got: [copper(50)] }, [], [copper(50)], 80, 30)).toMatchObject({ lost: 0, doubled: 0 });
  expect(judged({ got: [copper(50)] }, [], [], 50, 50).lost).toBe(1);
  expect(judged({}, [], [copper(50)], 80)).toMatchObject({ lost: 1, doubled: 0 });
  expect(judged({}, [], [copper(100)], 50)).toMatchObject({ lost: 0, doubled: 1 });
  expect(judged({}, [], [copper(6_000)], 6_000).doubled).toBe(1);
  expect(judged({}, [], [copper(6_000)], 6_000, 0, LEADER).doubled).toBe(0);
});
