// Class and talents: what may be chosen, what it costs, what it changes, and every reason why not.
import { describe, expect, it } from 'vitest';
import { ABILITIES, abilities, CLASSES, classes, talents } from '../../src/shared/content';
import type { Character } from '../../src/shared/rules/character';
import {
  applyChooseClass,
  applyForgetTalents,
  applyTakeTalent,
  checkChooseClass,
  checkForgetTalents,
  checkTakeTalent,
  classCost,
  FREE_BELOW,
  knownAbilities,
  openTiers,
  talentBytes,
  talentsOf,
  tuned,
} from '../../src/shared/rules/classes';
import { Journal, LEDGER } from '../../src/shared/rules/journal';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { abilityAmount, sheetOf } from '../../src/shared/rules/stats';
import { bare } from './people';

const id = (key: string): number => classes.key(key).id;
const talent = (key: string): number => talents.key(key).id;
function of(cls: string, level: number, gold = 0): Character {
  const c = { ...bare(level), gold };
  c.life.cls = id(cls);
  return c;
}

describe('a class', () => {
  it('is chosen for nothing at any level, and takes nothing away', () => {
    for (const level of [1, 12]) {
      const c = bare(level);
      const before = knownAbilities(c).map(ability => ability.id);
      expect(before).toEqual(ABILITIES.filter(a => !a.cls && a.level > 0 && a.level <= level).map(a => a.id));
      expect(checkChooseClass(c, id('sage'), false)).toBe(OK);
      const journal = new Journal();
      applyChooseClass(c, journal, id('sage'));
      expect([c.life.cls, journal.life, journal.ledger]).toEqual([id('sage'), true, []]);
      const after = knownAbilities(c).map(ability => ability.id);
      expect(after).toEqual(expect.arrayContaining(before));
      expect(after.length).toBeGreaterThan(before.length);
    }
  });

  it('brings its own abilities with the levels, and nobody else’s', () => {
    for (const { key } of CLASSES) {
      const own = knownAbilities(of(key, 20)).filter(ability => ability.cls);
      expect(own).toEqual(ABILITIES.filter(ability => ability.cls === key));
      expect(knownAbilities(of(key, 1)).filter(ability => ability.cls).length).toBeGreaterThan(0);
    }
  });

  it('shapes the body', () => {
    const plain = sheetOf(bare(10));
    expect(sheetOf(of('warden', 10)).hpMax).toBeGreaterThan(plain.hpMax);
    expect(sheetOf(of('ember-mage', 10)).spirit).toBe(Math.round(plain.spirit * 1.12));
    expect(sheetOf(of('ember-mage', 10)).might).toBe(plain.might);
  });

  it('is changed for nothing below level five, for gold from then on, and its talents are forgotten', () => {
    const young = of('duelist', FREE_BELOW - 1);
    expect([classCost(young), checkChooseClass(young, id('ranger'), false)]).toEqual([0, OK]);
    const old = of('duelist', 10, 250);
    old.life.talents = [talent('loose-wrist')];
    expect([classCost(old), checkChooseClass(old, id('ranger'), false)]).toEqual([200, OK]);
    const journal = new Journal();
    applyChooseClass(old, journal, id('ranger'));
    expect(old).toMatchObject({ gold: 50, life: { cls: id('ranger'), talents: [] } });
    expect(journal.ledger).toEqual([{ cause: LEDGER.respec, gold: -200, kind: 0, quantity: 0 }]);
  });

  it('is refused, and says why', () => {
    expect(checkChooseClass(bare(), 99, false)).toBe(REASONS.noSuchClass);
    expect(checkChooseClass(bare(), 0, false)).toBe(REASONS.noSuchClass);
    expect(checkChooseClass(of('sage', 3), id('sage'), false)).toBe(REASONS.sameClass);
    expect(checkChooseClass(bare(), id('sage'), true)).toBe(REASONS.inCombat);
    expect(checkChooseClass(of('sage', 10, 199), id('warden'), false)).toBe(REASONS.notEnoughGold);
  });
});

describe('talents', () => {
  it('are one to a tier: another of the same takes its place, at no cost', () => {
    const c = of('warden', 10);
    expect(openTiers(c)).toBe(2);
    const journal = new Journal();
    for (const key of ['wide-seams', 'hale', 'loud-voice']) {
      expect(checkTakeTalent(c, talent(key), false), key).toBe(OK);
      applyTakeTalent(c, journal, talent(key));
    }
    expect(talentsOf(c).map(({ key }) => key)).toEqual(['hale', 'loud-voice']);
    expect([openTiers(c), journal.life, journal.ledger]).toEqual([0, true, []]);
    expect(talentBytes(c)).toBe(talent('hale') | (talent('loud-voice') << 8));
    expect(checkForgetTalents(c, false)).toBe(OK);
    applyForgetTalents(c, journal);
    expect([c.life.talents, openTiers(c)]).toEqual([[], 2]);
  });

  it('change abilities and bodies', () => {
    const c = of('ember-mage', 20);
    const plain = {
      spirit: sheetOf(c).spirit,
      scorch: tuned(c, abilities.key('scorch')),
      ember: abilityAmount(c, abilities.key('ember')),
    };
    c.life.talents = [talent('quick-tongue'), talent('furnace')];
    expect(tuned(c, abilities.key('scorch'))).toMatchObject({
      cast_ticks: Math.round(plain.scorch.cast_ticks * 0.8),
      move_cast: true,
    });
    expect(sheetOf(c).spirit).toBeGreaterThan(plain.spirit);
    c.life.talents = [talent('ember-heart')];
    expect(abilityAmount(c, abilities.key('ember'))[0]).toBeGreaterThan(plain.ember[0]);
    expect(tuned(c, abilities.key('ember')).effect).toBe('branded');
  });

  it('of another class, or of a tier not yet open, count for nothing, however they came into the record', () => {
    const c = of('sage', 6);
    c.life.talents = [talent('hale'), talent('clean-slate'), talent('deep-well'), 251];
    expect(talentsOf(c).map(({ key }) => key)).toEqual(['deep-well']);
  });

  it('are refused, and say why', () => {
    expect(checkTakeTalent(bare(20), talent('hale'), false)).toBe(REASONS.noClass);
    expect(checkTakeTalent(of('sage', 20), talent('hale'), false)).toBe(REASONS.noSuchTalent);
    expect(checkTakeTalent(of('sage', 20), 0, false)).toBe(REASONS.noSuchTalent);
    expect(checkTakeTalent(of('warden', 4), talent('wide-seams'), false)).toBe(REASONS.levelTooLow);
    expect(checkTakeTalent(of('warden', 9), talent('hale'), false)).toBe(REASONS.levelTooLow);
    expect(checkTakeTalent(of('warden', 10), talent('hale'), true)).toBe(REASONS.inCombat);
    const c = of('warden', 10);
    applyTakeTalent(c, new Journal(), talent('hale'));
    expect(checkTakeTalent(c, talent('hale'), false)).toBe(REASONS.talentKnown);
    expect(checkForgetTalents(c, true)).toBe(REASONS.inCombat);
    expect(checkForgetTalents(of('warden', 10), false)).toBe(REASONS.noTalents);
  });
});
