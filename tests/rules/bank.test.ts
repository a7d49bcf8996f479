// The bank: what may go in and out, that order loses nothing, and that ten thousand moves keep every row where the journal says.
import { describe, expect, it } from 'vitest';
import { ITEMS, items } from '../../src/shared/content';
import { BAG_SLOTS, BANK_BASE, BANK_SLOTS } from '../../src/shared/protocol/limits';
import { applyBank, applySort, checkBank, checkPlace, checkSort, placeFor } from '../../src/shared/rules/bank';
import type { Character, Item } from '../../src/shared/rules/character';
import { applyMove, checkDestroy, checkDrop, checkMove } from '../../src/shared/rules/inventory';
import { Journal } from '../../src/shared/rules/journal';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { checkRepair } from '../../src/shared/rules/repair';
import { checkUseItem } from '../../src/shared/rules/useItem';
import { checkSell } from '../../src/shared/rules/vendor';
import { carried, isBankSlot, itemAt, kindOf, wornSlot } from '../../src/shared/rules/worn';
import { below, pick, seeded } from '../harness/seeded';
import { bare, counter, give } from './people';

const BANKER = { banker: true };
const VENDOR = { vendor: ['bread'] };
const first = BANK_BASE;
const last = BANK_BASE + BANK_SLOTS - 1;

describe('a banker', () => {
  it('takes things and gives them back, by piles and by parts', () => {
    const c = bare();
    const mint = counter();
    const bread = give(c, 'bread', 12, 0);
    expect(checkBank(c, BANKER, bread.id, first, 5)).toBe(OK);
    const journal = new Journal();
    applyBank(c, journal, mint, bread.id, first, 5);
    const banked = itemAt(c, first)!;
    expect([bread.quantity, banked.quantity, journal.bank, journal.ledger]).toEqual([7, 5, true, []]);
    expect(carried(c, bread.kind)).toBe(7);
    applyBank(c, new Journal(), mint, bread.id, first, 7);
    expect(itemAt(c, first)?.quantity).toBe(12);
    applyBank(c, new Journal(), mint, banked.id, 3, 12);
    expect([itemAt(c, 3)?.quantity, carried(c, bread.kind)]).toEqual([12, 12]);
  });

  it('swaps what lies in both places', () => {
    const c = bare();
    const sword = give(c, 'rusty-sword', 1, 4);
    const bow = give(c, 'ash-bow', 1, last);
    expect(checkBank(c, BANKER, sword.id, last, 1)).toBe(OK);
    applyBank(c, new Journal(), counter(), sword.id, last, 1);
    expect([sword.slot, bow.slot]).toEqual([last, 4]);
  });

  it('refuses: nobody there, worn things, what quests want, places that are none, numbers that are none', () => {
    const c = bare(5);
    const bread = give(c, 'bread', 5, 0);
    const seal = give(c, 'rusks-seal', 1, 1);
    const worn = give(c, 'rusty-sword', 1, wornSlot('melee'));
    const banked = give(c, 'ash-bow', 1, first);
    expect(checkBank(c, {}, bread.id, first, 5)).toBe(REASONS.noBanker);
    expect(checkBank(c, BANKER, 'nobody', first, 1)).toBe(REASONS.noSuchItem);
    expect(checkBank(c, BANKER, worn.id, first + 1, 1)).toBe(REASONS.notInBag);
    expect(checkBank(c, BANKER, seal.id, first + 1, 1)).toBe(REASONS.questItem);
    expect(checkBank(c, BANKER, banked.id, seal.slot, 1)).toBe(REASONS.questItem);
    for (const slot of [BAG_SLOTS, 99, wornSlot('bow'), BANK_BASE - 1, last + 1, 255])
      expect(checkBank(c, BANKER, bread.id, slot, 5), `slot ${slot}`).toBe(REASONS.wrongSlot);
    expect(checkBank(c, BANKER, bread.id, 5, 5)).toBe(REASONS.wrongSlot);
    expect(checkBank(c, BANKER, banked.id, wornSlot('bow'), 1)).toBe(REASONS.wrongSlot);
    for (const quantity of [0, 6, 65535]) expect(checkBank(c, BANKER, bread.id, first + 2, quantity)).toBe(REASONS.badQuantity);
    expect(checkBank(c, BANKER, bread.id, first, 2)).toBe(REASONS.badQuantity);
  });

  it('keeps things out of all other hands: not worn, dropped, destroyed, sold, eaten or mended from there', () => {
    const c = { ...bare(5), gold: 1000 };
    const bread = give(c, 'bread', 5, first);
    const bow = give(c, 'ash-bow', 1, first + 1);
    bow.marks = { wear: 40 };
    expect(checkMove(c, bow.id, wornSlot('bow'), 1)).toBe(REASONS.notInBag);
    expect(checkMove(c, bread.id, 0, 5)).toBe(REASONS.notInBag);
    expect(checkDrop(c, bread.id, 1)).toBe(REASONS.notInBag);
    expect(checkDestroy(c, bread.id, 1)).toBe(REASONS.notInBag);
    expect(checkSell(c, VENDOR, bread.id, 1)).toBe(REASONS.notInBag);
    expect(checkUseItem(c, bread.id, 0, 0)).toBe(REASONS.noSuchItem);
    expect(checkRepair(c, { smith: true }, bow.id)).toBe(REASONS.notWorn);
    const carriedBread = give(c, 'bread', 1, 0);
    expect(checkMove(c, carriedBread.id, first, 1)).toBe(REASONS.wrongSlot);
  });

  it('finds the place himself, and says when there is none', () => {
    const c = bare();
    const bread = give(c, 'bread', 3, 0);
    expect(placeFor(c, bread, 'bank')).toBe(first);
    for (let slot = first; slot <= last; slot++) give(c, 'rusty-sword', 1, slot);
    expect([placeFor(c, bread, 'bank'), checkPlace(c, bread, 'bank')]).toEqual([-1, REASONS.bankFull]);
    const [one] = c.items.splice(c.items.length - 1);
    give(c, 'bread', 19, one.slot);
    expect([placeFor(c, bread, 'bank'), checkPlace(c, bread, 'bank')]).toEqual([last, OK]);
    for (let slot = 1; slot < BAG_SLOTS; slot++) give(c, 'ash-bow', 1, slot);
    expect(checkPlace(c, itemAt(c, first)!, 'bag')).toBe(REASONS.bagFull);
  });
});

describe('order', () => {
  it('piles up what is alike, puts gear first and what quests want last, and touches nothing that lies right', () => {
    const c = bare();
    give(c, 'rusks-seal', 1, 0);
    give(c, 'bread', 15, 2);
    give(c, 'wolf-pelt', 2, 5);
    give(c, 'rusty-sword', 1, 9);
    give(c, 'bread', 11, 11);
    give(c, 'militia-sword', 1, 23);
    give(c, 'apple', 2, first);
    const journal = new Journal();
    applySort(c, journal, 'bag');
    const keys = Array.from({ length: 7 }, (_, slot) => itemAt(c, slot)).map(item => item && [kindOf(item).key, item.quantity]);
    expect(keys).toEqual([
      ['militia-sword', 1],
      ['rusty-sword', 1],
      ['bread', 20],
      ['bread', 6],
      ['wolf-pelt', 2],
      ['rusks-seal', 1],
      undefined,
    ]);
    expect([journal.ledger, journal.bank, itemAt(c, first)?.quantity]).toEqual([[], false, 2]);
    const again = new Journal();
    applySort(c, again, 'bag');
    expect(again.empty).toBe(true);
  });

  it('of the bank is a banker’s business, of the bag anybody’s', () => {
    expect([checkSort({}, 'bag'), checkSort({}, 'bank'), checkSort(BANKER, 'bank')]).toEqual([OK, REASONS.noBanker, OK]);
  });
});

const rowsOf = (c: Character): Map<string, Item> => new Map(c.items.map(i => [i.id, { ...i }]));
function totals(c: Character): Record<number, number> {
  const sum: Record<number, number> = {};
  for (const { kind, quantity } of c.items) sum[kind] = (sum[kind] ?? 0) + quantity;
  return sum;
}

describe('ten thousand moves to and fro', () => {
  for (const seed of [1, 2, 3, 4]) {
    it(`make and lose nothing, and the journal names every row that changed (seed ${seed})`, () => {
      const chance = seeded(seed);
      const mint = counter();
      const c = bare(6);
      const kinds = [...ITEMS.filter(i => i.stack > 1).slice(0, 6), ...ITEMS.filter(i => i.slot).slice(0, 6)];
      for (let slot = 0; slot < BAG_SLOTS; slot++) {
        const kind = pick(chance, kinds);
        give(c, kind.key, 1 + below(chance, kind.stack), slot, mint());
      }
      const owned = totals(c);
      let rows = rowsOf(c);
      for (let step = 0; step < 2500; step++) {
        const journal = new Journal();
        const inBank = JSON.stringify(
          c.items
            .filter(i => isBankSlot(i.slot))
            .map(i => [i.id, i.slot, i.quantity])
            .sort(),
        );
        move(c, journal, pick(chance, c.items));
        rows = new Map(rows);
        for (const [id, item] of journal.items) rows.set(id, { ...item });
        for (const id of journal.removed) rows.delete(id);
        expect(rows).toEqual(rowsOf(c));
        const after = JSON.stringify(
          c.items
            .filter(i => isBankSlot(i.slot))
            .map(i => [i.id, i.slot, i.quantity])
            .sort(),
        );
        if (after !== inBank) expect(journal.bank, `step ${step}`).toBe(true);
      }
      expect(totals(c)).toEqual(owned);
      expect(new Set(c.items.map(i => i.slot)).size).toBe(c.items.length);

      function move(who: Character, journal: Journal, item: Item): void {
        const what = below(chance, 40);
        if (what < 2) {
          applySort(who, journal, what ? 'bank' : 'bag');
          return;
        }
        const slot = what < 20 ? below(chance, BAG_SLOTS + 1) : BANK_BASE - 1 + below(chance, BANK_SLOTS + 2);
        const quantity = below(chance, 3) ? item.quantity : 1 + below(chance, 20);
        if (checkBank(who, BANKER, item.id, slot, quantity) === OK) applyBank(who, journal, mint, item.id, slot, quantity);
        else if (checkMove(who, item.id, slot, quantity) === OK) applyMove(who, journal, mint, item.id, slot, quantity);
      }
    });
  }
});

it('holds no more than one message of the bank can tell', () => {
  expect(BANK_SLOTS).toBeLessThanOrEqual(64);
  expect(items.all.every(kind => kind.id < 65536)).toBe(true);
});
