// A quest from the offer to the reward, and every way to be refused.
import { describe, expect, it } from 'vitest';
import { items, quests } from '../../src/shared/content';
import { applyAdd } from '../../src/shared/rules/inventory';
import { Journal, LEDGER } from '../../src/shared/rules/journal';
import {
  applyAbandon,
  applyAccept,
  applyEvent,
  applyTurnIn,
  checkAccept,
  checkTurnIn,
  MAX_QUESTS,
  offeredBy,
  progressOf,
  readyAt,
} from '../../src/shared/rules/quests';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { standing } from '../../src/shared/rules/standing';
import { carried, wornSlot } from '../../src/shared/rules/worn';
import { bare, counter, give, newcomer } from './people';

/** Any day, and nothing special about the world. */
const TODAY = standing(20_000, new Set());
const id = (key: string): number => quests.key(key).id;

describe('the first steps', () => {
  it('lead from Aldous to Bram', () => {
    const mint = counter();
    const c = newcomer(mint);
    const journal = new Journal();
    expect(offeredBy(c, 'aldous', TODAY).map(q => q.key)).toEqual(['new-boots']);
    applyAccept(c, journal, mint, id('new-boots'));
    expect(checkTurnIn(c, 'isolde', id('new-boots'), 0)).toBe(REASONS.questNotReady);
    applyEvent(c, journal, { kind: 'reach', poi: 'square' });
    applyEvent(c, journal, { kind: 'talk', npc: 'nan' });
    applyEvent(c, journal, { kind: 'talk', npc: 'isolde' });
    expect(readyAt(c, 'isolde').map(q => q.key)).toEqual(['new-boots']);
    expect(applyTurnIn(c, journal, mint, id('new-boots'), 0, TODAY.day)).toMatchObject({ xp: 40, gold: 12 });

    applyAccept(c, journal, mint, id('teeth-in-the-hedge'));
    for (let n = 0; n < 9; n++) applyEvent(c, journal, { kind: 'use', ability: 'strike' });
    for (let n = 0; n < 3; n++) applyEvent(c, journal, { kind: 'kill', monster: 'wolf', level: 1 });
    applyEvent(c, journal, { kind: 'kill', monster: 'hare', level: 1 });
    for (let n = 0; n < 2; n++) applyEvent(c, journal, { kind: 'kill', monster: 'boar', level: 1 });
    expect(progressOf(c, id('teeth-in-the-hedge'))?.counts).toEqual([3, 5]);
    applyTurnIn(c, journal, mint, id('teeth-in-the-hedge'), 0, TODAY.day);

    applyAccept(c, journal, mint, id('dressed-for-it'));
    const worn = (key: string): void => {
      const item = c.items.find(i => i.kind === items.key(key).id)!;
      item.slot = wornSlot(items.key(key).slot!);
      applyEvent(c, journal, { kind: 'bag' });
    };
    worn('wool-cap');
    worn('work-gloves');
    applyEvent(c, journal, { kind: 'talk', npc: 'bram' });
    expect(checkTurnIn(c, 'bram', id('dressed-for-it'), 9)).toBe(REASONS.badChoice);
    expect(checkTurnIn(c, 'bram', id('dressed-for-it'), 0)).toBe(OK);
    applyTurnIn(c, journal, mint, id('dressed-for-it'), 0, TODAY.day);
    expect(carried(c, items.key('ash-cudgel').id)).toBe(1);
    expect(c.level).toBe(2);
    expect(c.done.length).toBe(3);
    expect(journal.ledger.filter(l => l.gold).reduce((sum, l) => sum + l.gold, 0)).toBe(c.gold - 25);
  });
});

describe('taking', () => {
  it('is refused for the wrong person, the wrong order, twice, and for too many', () => {
    const c = bare(10);
    expect(checkAccept(c, 'nan', id('new-boots'), TODAY)).toBe(REASONS.questNotOffered);
    expect(checkAccept(c, 'isolde', id('teeth-in-the-hedge'), TODAY)).toBe(REASONS.questNotOffered);
    expect(checkAccept(c, 'nan', 9999, TODAY)).toBe(REASONS.noSuchQuest);
    applyAccept(c, new Journal(), counter(), id('new-boots'));
    expect(checkAccept(c, 'aldous', id('new-boots'), TODAY)).toBe(REASONS.questKnown);
    for (let n = 0; c.quests.length < MAX_QUESTS; n++) c.quests.push({ quest: 1000 + n, counts: [] });
    expect(checkAccept(c, 'nan', id('rolls-for-the-road'), TODAY)).toBe(REASONS.tooManyQuests);
    expect(checkAccept(bare(1), 'corin', id('grey-in-the-green'), TODAY)).toBe(REASONS.questNotOffered);
  });

  it('hands over what is to be carried and takes it back when given up', () => {
    const c = bare();
    const journal = new Journal();
    applyAccept(c, journal, counter(), id('rolls-for-the-road'));
    const basket = items.key('bread-basket').id;
    expect(carried(c, basket)).toBe(1);
    applyAbandon(c, journal, id('rolls-for-the-road'));
    expect([carried(c, basket), c.quests.length]).toEqual([0, 0]);
    expect(journal.ledger.filter(l => l.kind === basket).reduce((sum, l) => sum + l.quantity, 0)).toBe(0);
  });
});

describe('handing in', () => {
  it('takes what was gathered, counts back when it is gone, and needs room for the reward', () => {
    const c = bare(2);
    const journal = new Journal();
    const mint = counter();
    applyAccept(c, journal, mint, id('haunch-week'));
    const haunch = items.key('boar-haunch').id;
    applyAdd(c, journal, mint, LEDGER.kill, { kind: haunch, quantity: 5 });
    applyEvent(c, journal, { kind: 'bag' });
    expect(progressOf(c, id('haunch-week'))?.counts).toEqual([4]);
    for (let slot = 1; slot < 24; slot++) give(c, 'rusty-sword', 1, slot);
    expect(checkTurnIn(c, 'maud', id('haunch-week'), 0)).toBe(REASONS.bagFull);
    c.items = c.items.filter(i => i.slot !== 9);
    expect(checkTurnIn(c, 'maud', id('haunch-week'), 0)).toBe(OK);
    applyTurnIn(c, journal, mint, id('haunch-week'), 0, TODAY.day);
    expect([carried(c, haunch), carried(c, items.key('heron-stew').id)]).toEqual([1, 4]);
    expect(checkTurnIn(c, 'maud', id('haunch-week'), 0)).toBe(REASONS.noSuchQuest);
  });

  it('may use the slot that what is handed in leaves empty', () => {
    const c = bare(2);
    const journal = new Journal();
    applyAccept(c, journal, counter(), id('haunch-week'));
    give(c, 'boar-haunch', 4, 0);
    for (let slot = 1; slot < 24; slot++) give(c, 'rusty-sword', 1, slot);
    applyEvent(c, journal, { kind: 'bag' });
    expect(checkTurnIn(c, 'maud', id('haunch-week'), 0)).toBe(OK);
    applyTurnIn(c, journal, counter(), id('haunch-week'), 0, TODAY.day);
    expect(c.items.length).toBe(24);
  });
});
