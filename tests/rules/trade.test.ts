// Buying, selling, eating, looting, gathering, beginning: value moves once and the ledger balances.
import { describe, expect, it } from 'vitest';
import { ALDERWICK, items, monsters } from '../../src/shared/content';
import { applyDiscover, applyGather, checkDiscover, checkGather } from '../../src/shared/rules/gather';
import { Journal, type LedgerLine } from '../../src/shared/rules/journal';
import { applyLoot, rollLoot } from '../../src/shared/rules/loot';
import { checkName } from '../../src/shared/rules/names';
import { wantedQuestItems } from '../../src/shared/rules/quests';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { guestCharacter, guestName, newCharacter } from '../../src/shared/rules/starter';
import { applyUseItem, checkUseItem } from '../../src/shared/rules/useItem';
import { applyBuy, applySell, checkBuy, checkSell, sellPrice, waresOf } from '../../src/shared/rules/vendor';
import { carried } from '../../src/shared/rules/worn';
import { seeded } from '../harness/seeded';
import { bare, counter, give } from './people';

const bram = ALDERWICK.npcs.find(n => n.key === 'bram')!;
const nan = ALDERWICK.npcs.find(n => n.key === 'nan')!;
const gold = (ledger: readonly LedgerLine[]): number => ledger.reduce((sum, line) => sum + line.gold, 0);

describe('vendors', () => {
  it('sell what they have to whoever can pay and carry', () => {
    const c = { ...bare(), gold: 100 };
    const bread = items.key('bread').id;
    expect(checkBuy(c, nan, bread, 5)).toBe(OK);
    expect(checkBuy(c, bram, bread, 1)).toBe(REASONS.notForSale);
    expect(checkBuy(c, nan, bread, 13)).toBe(REASONS.notEnoughGold);
    expect(checkBuy(c, nan, bread, 0)).toBe(REASONS.badQuantity);
    expect(checkBuy(c, nan, 60000, 1)).toBe(REASONS.notForSale);
    const journal = new Journal();
    applyBuy(c, journal, counter(), bread, 5);
    expect([c.gold, carried(c, bread), gold(journal.ledger)]).toEqual([60, 5, -40]);
  });

  it('buy at a quarter, never quest things, and only vendors buy', () => {
    const c = bare();
    const pelts = give(c, 'wolf-pelt', 4, 0);
    const seal = give(c, 'rusks-seal', 1, 1);
    expect(checkSell(c, bram, pelts.id, 4)).toBe(OK);
    expect(checkSell(c, { vendor: undefined }, pelts.id, 1)).toBe(REASONS.cannotSell);
    expect(checkSell(c, bram, seal.id, 1)).toBe(REASONS.questItem);
    expect(checkSell(c, bram, pelts.id, 5)).toBe(REASONS.badQuantity);
    const journal = new Journal();
    expect(applySell(c, journal, pelts.id, 3)).toBe(3 * sellPrice(items.key('wolf-pelt')));
    expect([c.gold, pelts.quantity, gold(journal.ledger)]).toEqual([18, 1, 18]);
  });

  it('cannot be milked: buying and selling back always loses', () => {
    for (const npc of ALDERWICK.npcs)
      for (const ware of waresOf(npc)) expect(sellPrice(items.get(ware)!)).toBeLessThan(items.get(ware)!.price);
  });
});

describe('food', () => {
  it('is eaten one by one and waits', () => {
    const c = bare();
    const bread = give(c, 'bread', 2, 0);
    expect(checkUseItem(c, bread.id, 1000, 999)).toBe(REASONS.onCooldown);
    expect(checkUseItem(c, bread.id, 1000, 1000)).toBe(OK);
    const journal = new Journal();
    expect(applyUseItem(c, journal, bread.id)).toMatchObject({ heal: 30, cooldown_s: 20 });
    expect([bread.quantity, journal.ledger.length]).toEqual([1, 1]);
    expect(checkUseItem(c, give(c, 'wolf-pelt', 1, 3).id, 0, 0)).toBe(REASONS.notUsable);
    expect(checkUseItem(c, give(c, 'honeycake', 1, 4).id, 0, 0)).toBe(REASONS.levelTooLow);
  });
});

describe('loot', () => {
  it('follows its chances', () => {
    const wolf = monsters.key('wolf');
    const random = seeded(7);
    let pelts = 0;
    for (let n = 0; n < 4000; n++)
      pelts += rollLoot(wolf, 1, wantedQuestItems(bare()), random).stacks.some(s => s.kind === items.key('wolf-pelt').id) ? 1 : 0;
    expect(pelts / 4000).toBeCloseTo(0.55, 1);
  });

  it('holds quest things only for those who need them', () => {
    const rusk = monsters.key('bandit-captain');
    const seal = items.key('rusks-seal').id;
    const c = bare(8);
    expect(rollLoot(rusk, 8, wantedQuestItems(c), () => 0.2).stacks.some(s => s.kind === seal)).toBe(false);
    c.quests.push({ quest: 20, counts: [0, 0] });
    expect(rollLoot(rusk, 8, wantedQuestItems(c), () => 0.2).stacks.some(s => s.kind === seal)).toBe(true);
    give(c, 'rusks-seal', 1, 0);
    expect(rollLoot(rusk, 8, wantedQuestItems(c), () => 0.2).stacks.some(s => s.kind === seal)).toBe(false);
  });

  it('comes into the bag and onto the ledger', () => {
    const c = bare(8);
    const journal = new Journal();
    applyLoot(
      c,
      journal,
      counter(),
      rollLoot(monsters.key('bandit-captain'), 8, wantedQuestItems(c), () => 0),
    );
    expect(c.gold).toBe(180);
    expect(gold(journal.ledger)).toBe(180);
    expect(journal.ledger.reduce((sum, l) => sum + l.quantity, 0)).toBe(c.items.reduce((sum, i) => sum + i.quantity, 0));
  });
});

describe('gathering and finding', () => {
  it('gives what grows there, once', () => {
    const c = bare();
    const node = ALDERWICK.nodes[0];
    expect(checkGather(c, undefined, false)).toBe(REASONS.nothingThere);
    expect(checkGather(c, node, true)).toBe(REASONS.nodeSpent);
    expect(applyGather(c, new Journal(), counter(), node, () => 0.1).stack).toEqual({ kind: items.key(node.item).id, quantity: 2 });
  });

  it('rewards the first visit only', () => {
    const c = bare();
    expect(checkDiscover(c, ALDERWICK, 999)).toBe(REASONS.nothingThere);
    expect(applyDiscover(c, new Journal(), ALDERWICK, 3)).toEqual({ xp: ALDERWICK.pois[3].xp, levels: 0 });
    expect(c.xp).toBe(ALDERWICK.pois[3].xp);
    expect(checkDiscover(c, ALDERWICK, 3)).toBe(REASONS.alreadyDone);
  });
});

describe('beginnings', () => {
  it('carry the same four weapons, bread and a little copper, all on the ledger', () => {
    const { character, journal } = newCharacter({ id: 'C', account: 'A', name: 'Corben', covenant: 1, look: 0 }, counter());
    expect(character.items.filter(i => i.slot >= 100).length).toBe(6);
    expect(carried(character, items.key('bread').id)).toBe(3);
    expect(gold(journal.ledger)).toBe(character.gold);
    expect(journal.items.size).toBe(character.items.length);
    expect(journal.ledger.reduce((sum, l) => sum + l.quantity, 0)).toBe(character.items.reduce((sum, i) => sum + i.quantity, 0));
  });

  it('of guests have names that pass, and rarely the same', () => {
    const random = seeded(11);
    const names = Array.from({ length: 20000 }, () => guestName(Math.floor(random() * 2 ** 32)));
    expect(names.filter(n => checkName(n) !== OK)).toEqual([]);
    expect(new Set(names).size).toBeGreaterThan(19000);
    const guest = guestCharacter({ id: 'C', account: 'A', covenant: 2, chance: 12345 }, counter()).character;
    expect(guest).toEqual(guestCharacter({ id: 'C', account: 'A', covenant: 2, chance: 12345 }, counter()).character);
  });
});
