// Wear and mending, binding and destroying: what dying and fighting take, what a smith asks, what nobody may pass on.
import { describe, expect, it } from 'vitest';
import { items, QUESTS } from '../../src/shared/content';
import { bindsWhenWorn } from '../../src/shared/rules/binding';
import { applyDeath, applyKnock, BROKEN, isBroken, WEAR_OF_DEATH, WEAR_OF_KNOCK, wearOf } from '../../src/shared/rules/durability';
import { applyAdd, applyDestroy, applyDrop, applyMove, applyTake, checkDestroy, checkDrop } from '../../src/shared/rules/inventory';
import { Journal, LEDGER } from '../../src/shared/rules/journal';
import { applyLoot } from '../../src/shared/rules/loot';
import { applyTurnIn } from '../../src/shared/rules/quests';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { applyRepair, checkRepair, PRICE_SHARE, repairCost, repairCostOf } from '../../src/shared/rules/repair';
import { armsOf, bettered, blowsOf, sheetOf, statsOf } from '../../src/shared/rules/stats';
import { applyBuy } from '../../src/shared/rules/vendor';
import { itemAt, wornSlot } from '../../src/shared/rules/worn';
import { bare, counter, dressed, give } from './people';

const SMITH = { smith: true };

describe('wear', () => {
  it('comes with dying, for all that is worn and nothing else', () => {
    const c = bare(5);
    const mail = give(c, 'militia-hauberk', 1, wornSlot('chest'));
    const spare = give(c, 'militia-sword', 1, 0);
    const journal = new Journal();
    applyDeath(c, journal);
    expect([wearOf(mail), wearOf(spare), [...journal.items.keys()]]).toEqual([WEAR_OF_DEATH, 0, [mail.id]]);
    for (let n = 0; n < 20; n++) applyDeath(c, new Journal());
    expect(wearOf(mail)).toBe(BROKEN);
    const broken = new Journal();
    applyDeath(c, broken);
    expect(broken.empty).toBe(true);
  });

  it('comes with fighting, one thing at a time, and with nothing on there is nothing to knock', () => {
    const c = dressed(8, true);
    const journal = new Journal();
    applyKnock(c, journal, () => 0.5);
    expect(journal.items.size).toBe(1);
    expect([...journal.items.values()].map(wearOf)).toEqual([WEAR_OF_KNOCK]);
    const none = new Journal();
    applyKnock(bare(), none, () => 0.99);
    expect(none.empty).toBe(true);
  });

  it('keeps the other marks of a thing', () => {
    const c = bare(5);
    const mail = give(c, 'militia-hauberk', 1, wornSlot('chest'));
    mail.marks = { maker: 'Bram', quality: 2 };
    applyDeath(c, new Journal());
    expect(mail.marks).toEqual({ maker: 'Bram', quality: 2, wear: WEAR_OF_DEATH });
  });
});

describe('a broken thing', () => {
  it('gives nothing, and a broken weapon is hardly one; worn but whole they give all', () => {
    const c = bare(8);
    const mail = give(c, 'militia-hauberk', 1, wornSlot('chest'));
    const sword = give(c, 'militia-sword', 1, wornSlot('melee'));
    const whole = sheetOf(c);
    for (const item of [mail, sword]) item.marks = { wear: BROKEN - 1 };
    expect(sheetOf(c)).toEqual(whole);
    for (const item of [mail, sword]) item.marks = { wear: BROKEN };
    expect(isBroken(mail)).toBe(true);
    expect(sheetOf(c)).toEqual(sheetOf(bare(8)));
    expect(armsOf(c)).toMatchObject({ melee: [1, 2] });
    expect(armsOf(c).bits).toBeGreaterThan(0);
  });
});

describe('quality', () => {
  it('adds its share to stats and blows', () => {
    const kind = items.key('march-sword');
    const fine = { kind: kind.id, marks: { quality: 3 } };
    const more = (n: number) => bettered(n, 3);
    expect(blowsOf(fine)).toEqual(kind.damage!.map(more));
    expect(statsOf(fine).might).toBe(more(kind.stats!.might!));
    expect(statsOf({ kind: kind.id })).toEqual(kind.stats);
  });
});

describe('a smith', () => {
  it('mends one thing or all for a tenth of the price, and the gold is gone', () => {
    const c = { ...bare(8), gold: 500 };
    const mail = give(c, 'militia-hauberk', 1, wornSlot('chest'));
    const sword = give(c, 'militia-sword', 1, 3);
    mail.marks = { wear: 50, bound: true };
    sword.marks = { wear: 100 };
    expect(repairCost(mail)).toBe(Math.ceil(380 * PRICE_SHARE * 0.5));
    expect(repairCostOf(c)).toBe(repairCost(mail) + repairCost(sword));
    const journal = new Journal();
    const paid = applyRepair(c, journal, mail.id);
    expect([paid, c.gold, mail.marks]).toEqual([19, 481, { bound: true }]);
    expect(journal.ledger).toEqual([{ cause: LEDGER.repair, gold: -19, kind: 0, quantity: 0 }]);
    expect(applyRepair(c, new Journal(), '')).toBe(30);
    expect([sword.marks, c.gold]).toEqual([undefined, 451]);
  });

  it('refuses: he is none, nothing is worn down, it is not his, he is not paid', () => {
    const c = { ...bare(8), gold: 18 };
    const mail = give(c, 'militia-hauberk', 1, wornSlot('chest'));
    expect(checkRepair(c, SMITH, '')).toBe(REASONS.notWorn);
    expect(checkRepair(c, SMITH, mail.id)).toBe(REASONS.notWorn);
    expect(checkRepair(c, SMITH, 'nobody')).toBe(REASONS.noSuchItem);
    mail.marks = { wear: 50 };
    expect(checkRepair(c, {}, '')).toBe(REASONS.noSmith);
    expect(checkRepair(c, SMITH, mail.id)).toBe(REASONS.notEnoughGold);
    expect(() => applyRepair(c, new Journal(), '')).toThrow();
    expect(checkRepair({ ...c, gold: 19 }, SMITH, mail.id)).toBe(OK);
  });

  it('asks at least a copper for any wear', () => {
    const c = bare();
    const shirt = give(c, 'linen-shirt', 1, wornSlot('chest'));
    shirt.marks = { wear: 1 };
    expect(repairCost(shirt)).toBe(1);
  });
});

describe('binding', () => {
  it('comes when rare gear is worn, with no way back; plain gear stays free', () => {
    const c = bare(10);
    const hood = give(c, 'wolfhide-hood', 1, 0);
    const helm = give(c, 'militia-kettle', 1, 1);
    expect([bindsWhenWorn(items.key('wolfhide-hood')), bindsWhenWorn(items.key('bread'))]).toEqual([true, false]);
    expect(checkDrop(c, hood.id, 1)).toBe(OK);
    applyMove(c, new Journal(), counter(), helm.id, wornSlot('head'), 1);
    applyMove(c, new Journal(), counter(), hood.id, wornSlot('head'), 1);
    expect([hood.marks, helm.marks, helm.slot]).toEqual([{ bound: true }, undefined, 0]);
    applyMove(c, new Journal(), counter(), helm.id, wornSlot('head'), 1);
    expect([hood.marks, hood.slot]).toEqual([{ bound: true }, 0]);
    expect(checkDrop(c, hood.id, 1)).toBe(REASONS.bound);
    expect(() => applyDrop(c, new Journal(), counter(), hood.id, 1)).toThrow();
    expect(checkDrop(c, helm.id, 1)).toBe(OK);
  });

  it('binds the other one too when a swap puts it on', () => {
    const c = bare(10);
    const worn = give(c, 'militia-kettle', 1, wornSlot('head'));
    const hood = give(c, 'wolfhide-hood', 1, 0);
    applyMove(c, new Journal(), counter(), worn.id, 0, 1);
    expect([hood.slot, hood.marks]).toEqual([wornSlot('head'), { bound: true }]);
  });

  it('is there from the start on what a quest pays, with its history', () => {
    const c = bare(8);
    const apron = items.key('millers-apron');
    const { id: quest, objectives } = QUESTS.find(q => q.reward.items?.some(i => i.item === apron.key))!;
    c.quests = [{ quest, counts: objectives.map(() => 99) }];
    for (const [i, o] of objectives.entries()) if (o.kind === 'gather') give(c, o.item, o.count, 20 + i);
    applyTurnIn(c, new Journal(), counter(), quest, 0, 1);
    const got = c.items.find(item => item.kind === apron.id)!;
    expect(got.marks).toEqual({ bound: true, from: quest, by: 'quest' });
    expect(checkDrop(c, got.id, 1)).toBe(REASONS.bound);
  });
});

describe('history', () => {
  it('tells what fell from whom and who sold it, and piles have none', () => {
    const c = { ...bare(8), gold: 10_000 };
    const loot = {
      gold: 0,
      stacks: [
        { kind: items.key('march-sword').id, quantity: 1 },
        { kind: items.key('bread').id, quantity: 2 },
      ],
    };
    applyLoot(c, new Journal(), counter(), loot, 25);
    expect(c.items.map(item => item.marks)).toEqual([{ from: 25, by: 'kill' }, undefined]);
    applyBuy(c, new Journal(), counter(), items.key('short-sword').id, 1, 1);
    expect(itemAt(c, 2)?.marks).toEqual({ from: 1, by: 'shop' });
  });

  it('goes with a thing through other hands', () => {
    const [one, two] = [bare(8), bare(8)];
    applyAdd(one, new Journal(), counter(), LEDGER.kill, {
      kind: items.key('march-sword').id,
      quantity: 1,
      marks: { from: 25, by: 'kill' },
    });
    const thing = applyDrop(one, new Journal(), counter(), one.items[0].id, 1);
    applyTake(two, new Journal(), thing);
    expect(two.items[0].marks).toEqual({ from: 25, by: 'kill' });
  });

  it('is each thing’s own: two of a kind do not share it', () => {
    const c = bare(8);
    applyAdd(c, new Journal(), counter(), LEDGER.kill, {
      kind: items.key('march-sword').id,
      quantity: 2,
      marks: { from: 25, by: 'kill' },
    });
    c.items[0].marks!.bound = true;
    expect(c.items[1].marks).toEqual({ from: 25, by: 'kill' });
  });
});

describe('destroying', () => {
  it('takes it out of the world, bound or not, and the books say so', () => {
    const c = bare(8);
    const hood = give(c, 'wolfhide-hood', 1, 0);
    const bread = give(c, 'bread', 5, 1);
    hood.marks = { bound: true };
    const journal = new Journal();
    applyDestroy(c, journal, hood.id, 1);
    applyDestroy(c, journal, bread.id, 2);
    expect(c.items).toEqual([{ ...bread, quantity: 3 }]);
    expect(journal.ledger.map(l => [l.cause, l.kind, l.quantity])).toEqual([
      [LEDGER.consumed, hood.kind, -1],
      [LEDGER.consumed, bread.kind, -2],
    ]);
  });

  it('refuses what is worn, what a quest wants, what is not there, and more than there is', () => {
    const c = bare(8);
    const worn = give(c, 'rusty-sword', 1, wornSlot('melee'));
    const seal = give(c, 'rusks-seal', 1, 0);
    const bread = give(c, 'bread', 5, 1);
    expect(checkDestroy(c, worn.id, 1)).toBe(REASONS.notInBag);
    expect(checkDestroy(c, seal.id, 1)).toBe(REASONS.questItem);
    expect(checkDestroy(c, 'nobody', 1)).toBe(REASONS.noSuchItem);
    for (const quantity of [0, 6, 1.5, 65535]) expect(checkDestroy(c, bread.id, quantity)).toBe(REASONS.badQuantity);
    expect(() => applyDestroy(c, new Journal(), worn.id, 1)).toThrow();
  });
});
