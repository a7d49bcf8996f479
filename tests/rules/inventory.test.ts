// The bag under fire: ten thousand random operations lose and double nothing, the journal tells exactly what changed, checks never lie.
import { describe, expect, it } from 'vitest';
import { ITEMS, items } from '../../src/shared/content';
import { BAG_SLOTS } from '../../src/shared/protocol/limits';
import type { Character, Item } from '../../src/shared/rules/character';
import {
  applyAdd,
  applyConsume,
  applyDrop,
  applyMove,
  applyTake,
  checkAdd,
  checkConsume,
  checkDrop,
  checkMove,
} from '../../src/shared/rules/inventory';
import { Journal, LEDGER } from '../../src/shared/rules/journal';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { carried, equipSlot, freeSlot, isBagSlot, itemAt, kindOf, wornSlot } from '../../src/shared/rules/worn';
import { below, pick, seeded } from '../harness/seeded';
import { bare, counter, give } from './people';

const kind = (key: string): number => items.key(key).id;

describe('adding', () => {
  it('fills piles before slots and splits what is more than a pile', () => {
    const c = bare();
    give(c, 'bread', 15, 0);
    applyAdd(c, new Journal(), counter(), LEDGER.kill, { kind: kind('bread'), quantity: 27 });
    expect(c.items.map(i => [i.slot, i.quantity])).toEqual([
      [0, 20],
      [1, 20],
      [2, 2],
    ]);
  });

  it('refuses what does not fit, all of it together', () => {
    const c = bare();
    for (let slot = 0; slot < BAG_SLOTS - 1; slot++) give(c, 'rusty-sword', 1, slot);
    expect(checkAdd(c, [{ kind: kind('bread'), quantity: 20 }])).toBe(OK);
    expect(checkAdd(c, [{ kind: kind('bread'), quantity: 21 }])).toBe(REASONS.bagFull);
    expect(
      checkAdd(c, [
        { kind: kind('bread'), quantity: 1 },
        { kind: kind('apple'), quantity: 1 },
      ]),
    ).toBe(REASONS.bagFull);
    expect(() => applyAdd(c, new Journal(), counter(), LEDGER.kill, { kind: kind('bread'), quantity: 21 })).toThrow();
  });
});

describe('moving', () => {
  it('wears, swaps with what is worn, and takes off', () => {
    const c = bare(3);
    const mint = counter();
    const old = give(c, 'rusty-sword', 1, wornSlot('melee'));
    const better = give(c, 'short-sword', 1, 5);
    applyMove(c, new Journal(), mint, better.id, wornSlot('melee'), 1);
    expect([better.slot, old.slot]).toEqual([wornSlot('melee'), 5]);
    applyMove(c, new Journal(), mint, better.id, 7, 1);
    expect(better.slot).toBe(7);
  });

  it('refuses the wrong slot, too high a level, a swap that cannot be worn, foreign and broken numbers', () => {
    const c = bare(1);
    const sword = give(c, 'short-sword', 1, 0);
    const bread = give(c, 'bread', 5, 1);
    const worn = give(c, 'rusty-sword', 1, wornSlot('melee'));
    expect(checkMove(c, sword.id, wornSlot('melee'), 1)).toBe(REASONS.levelTooLow);
    expect(checkMove(c, sword.id, wornSlot('head'), 1)).toBe(REASONS.wrongSlot);
    expect(checkMove(c, bread.id, wornSlot('melee'), 5)).toBe(REASONS.wrongSlot);
    expect(checkMove(c, worn.id, 1, 1)).toBe(REASONS.wrongSlot);
    expect(checkMove(c, 'nobody', 1, 1)).toBe(REASONS.noSuchItem);
    for (const slot of [24, 99, 110, 255]) expect(checkMove(c, bread.id, slot, 5)).toBe(REASONS.wrongSlot);
    for (const quantity of [0, 6, 65535]) expect(checkMove(c, bread.id, 2, quantity)).toBe(REASONS.badQuantity);
    expect(checkMove(c, bread.id, 0, 2)).toBe(REASONS.badQuantity);
  });

  it('splits into an empty slot with an id of its own and melts back', () => {
    const c = bare();
    const bread = give(c, 'bread', 5, 0);
    applyMove(c, new Journal(), counter(), bread.id, 3, 2);
    const part = itemAt(c, 3)!;
    expect([bread.quantity, part.quantity, part.id !== bread.id]).toEqual([3, 2, true]);
    const journal = new Journal();
    applyMove(c, journal, counter(), part.id, 0, 2);
    expect(bread.quantity).toBe(5);
    expect([...journal.removed]).toEqual([part.id]);
  });
});

/** What storage would hold after a journal was written over what it held before. */
function written(rows: Map<string, Item>, journal: Journal): Map<string, Item> {
  const after = new Map(rows);
  for (const [id, item] of journal.items) after.set(id, { ...item });
  for (const id of journal.removed) after.delete(id);
  return after;
}
const rowsOf = (c: Character): Map<string, Item> => new Map(c.items.map(i => [i.id, { ...i }]));

function totals(c: Character, ground: readonly { kind: number; quantity: number }[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const { kind: k, quantity } of [...c.items, ...ground]) sum.set(k, (sum.get(k) ?? 0) + quantity);
  return sum;
}

function sound(c: Character): void {
  expect(new Set(c.items.map(i => i.slot)).size).toBe(c.items.length);
  expect(new Set(c.items.map(i => i.id)).size).toBe(c.items.length);
  for (const item of c.items) {
    expect(item.quantity).toBeGreaterThan(0);
    expect(item.quantity).toBeLessThanOrEqual(kindOf(item).stack);
    const slot = equipSlot(item.slot);
    expect(isBagSlot(item.slot) || slot === kindOf(item).slot).toBe(true);
  }
}

describe('ten thousand random operations', () => {
  for (const seed of [1, 2, 3, 4]) {
    it(`keep every coin of value where the journal says (seed ${seed})`, () => {
      const chance = seeded(seed);
      const mint = counter();
      const c = bare(6);
      let ground: { id: string; kind: number; quantity: number }[] = [];
      let rows = rowsOf(c);
      const made = new Map<number, number>();
      const kinds = [...ITEMS.filter(i => i.stack > 1).slice(0, 8), ...ITEMS.filter(i => i.slot).slice(0, 10)];
      for (let step = 0; step < 2500; step++) {
        const journal = new Journal();
        operate(c, journal, chance);
        rows = written(rows, journal);
        for (const line of journal.ledger) made.set(line.kind, (made.get(line.kind) ?? 0) + line.quantity);
        expect(rows).toEqual(rowsOf(c));
        if (step % 50 === 0) sound(c);
      }
      sound(c);
      for (const [k, quantity] of totals(c, ground)) expect(quantity, `kind ${k}`).toBe(made.get(k));
      for (const [k, quantity] of made) expect(totals(c, ground).get(k) ?? 0, `kind ${k}`).toBe(quantity);

      function operate(who: Character, journal: Journal, random: () => number): void {
        const item = who.items.length ? pick(random, who.items) : undefined;
        const stack = { kind: pick(random, kinds).id, quantity: 1 + below(random, 30) };
        switch (below(random, 6)) {
          case 0:
            if (checkAdd(who, [stack]) === OK) applyAdd(who, journal, mint, LEDGER.kill, stack);
            return;
          case 1:
            if (checkConsume(who, stack.kind, stack.quantity) === OK) applyConsume(who, journal, LEDGER.consumed, stack);
            return;
          case 2: {
            const thing = ground.length ? pick(random, ground) : undefined;
            if (!thing || checkAdd(who, [thing]) !== OK) return;
            ground = ground.filter(g => g !== thing);
            applyTake(who, journal, thing);
            return;
          }
          case 3: {
            const quantity = 1 + below(random, 4);
            if (item && below(random, 4) === 0 && checkDrop(who, item.id, quantity) === OK)
              ground.push(applyDrop(who, journal, mint, item.id, quantity));
            return;
          }
          default: {
            const slot = below(random, 3) ? below(random, 26) : 100 + below(random, 11);
            const quantity = item && below(random, 3) ? item.quantity : 1 + below(random, 6);
            if (item && checkMove(who, item.id, slot, quantity) === OK) applyMove(who, journal, mint, item.id, slot, quantity);
          }
        }
      }
    });
  }

  it('find no slot that is free and taken', () => {
    const c = bare();
    for (let n = 0; n < BAG_SLOTS; n++) give(c, 'rusty-sword', 1, freeSlot(c));
    expect(freeSlot(c)).toBe(-1);
    expect(carried(c, kind('rusty-sword'))).toBe(BAG_SLOTS);
  });
});
