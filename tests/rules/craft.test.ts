// Skills, recipes, quality and making: every refusal, what a piece costs and brings, and odds that are what they say.
import { describe, expect, it } from 'vitest';
import { ALDERWICK, items, monsters, RECIPES, recipes } from '../../src/shared/content';
import type { Station } from '../../src/shared/content/trades';
import { BAG_SLOTS } from '../../src/shared/protocol/limits';
import type { Character } from '../../src/shared/rules/character';
import {
  applyCraft,
  applyExperiment,
  applyLearn,
  checkCraft,
  checkExperiment,
  checkLearn,
  knowsRecipe,
  MOST_PIECES,
  piecesOf,
  qualityChances,
  rollQuality,
  stationsNear,
  taughtBy,
} from '../../src/shared/rules/craft';
import { applyGather, applySkin, checkGather, checkSkin } from '../../src/shared/rules/gather';
import { Journal, LEDGER } from '../../src/shared/rules/journal';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { difficultyOf, gainSkill, MAX_SKILL, skillOf, xpOfWork } from '../../src/shared/rules/skills';
import { armsOf, bettered, qualityBonus, sheetOf } from '../../src/shared/rules/stats';
import { checkUseItem } from '../../src/shared/rules/useItem';
import { carried, wornSlot } from '../../src/shared/rules/worn';
import { seeded } from '../harness/seeded';
import { bare, counter, give } from './people';

const ANVIL: ReadonlySet<Station> = new Set(['anvil']);
const idOf = (key: string): number => recipes.key(key).id;
const kindOf = (key: string): number => items.key(key).id;
const never = (): number => 0.999;

function smith(points: number, level = 10): Character {
  const c = bare(level);
  c.life.skills.smithing = points;
  return c;
}
/** The bag holds what one ingot needs. */
function withOre(c: Character, ingots = 1): Character {
  give(c, 'iron-ore', 2 * ingots, 0);
  give(c, 'smiths-flux', ingots, 1);
  return c;
}

describe('a skill', () => {
  it('grows by use until the work is too plain to teach, and never beyond the last point', () => {
    const c = bare();
    const journal = new Journal();
    for (let i = 0; i < 300; i++) gainSkill(c, journal, 'mining', 0, () => 0);
    expect(skillOf(c, 'mining')).toBe(30);
    expect(journal.life).toBe(true);
    for (let i = 0; i < 300; i++) gainSkill(c, journal, 'mining', 75, () => 0);
    expect(skillOf(c, 'mining')).toBe(30);
    c.life.skills.mining = 75;
    for (let i = 0; i < 300; i++) gainSkill(c, journal, 'mining', 75, () => 0);
    expect(skillOf(c, 'mining')).toBe(MAX_SKILL);
  });

  it('teaches by chance what has become easy', () => {
    expect([24, 25, 35, 45, 55].map(points => difficultyOf(points, 25))).toEqual(['impossible', 'hard', 'fair', 'easy', 'plain']);
    const c = bare();
    c.life.skills.mining = 12;
    expect(gainSkill(c, new Journal(), 'mining', 0, () => 0.59)).toBe(1);
    expect(gainSkill(c, new Journal(), 'mining', 0, () => 0.6)).toBe(0);
  });

  it('brings experience that falls with the level and ends five below', () => {
    const even = [1, 5, 10, 15].map(level => xpOfWork(level, level));
    expect(even).toEqual(even.toSorted((a, b) => a - b));
    expect(even[0]).toBeGreaterThan(0);
    expect(xpOfWork(5, 7)).toBeLessThan(xpOfWork(5, 5));
    expect(xpOfWork(5, 10)).toBe(0);
    // Work above one's level is worth no more than even work of its own.
    expect(xpOfWork(9, 1)).toBe(xpOfWork(9, 9));
  });
});

describe('gathering', () => {
  const node = { ...ALDERWICK.nodes[0], item: 'mere-cobalt' };

  it('asks for skill, and for room', () => {
    const c = bare();
    expect(checkGather(c, node, false)).toBe(REASONS.skillTooLow);
    c.life.skills.mining = 25;
    expect(checkGather(c, node, false)).toBe(OK);
    expect(checkGather(c, { ...node, prop: 'chest' }, false)).toBe(OK);
    for (let slot = 0; slot < BAG_SLOTS; slot++) give(c, 'rusty-sword', 1, slot);
    expect(checkGather(c, node, false)).toBe(REASONS.bagFull);
  });

  it('teaches and brings experience; chests do neither', () => {
    const c = bare();
    c.life.skills.mining = 25;
    const journal = new Journal();
    const won = applyGather(c, journal, counter(), node, () => 0.5);
    expect(won.stack).toEqual({ kind: kindOf('mere-cobalt'), quantity: 1 });
    expect(won.xp).toBe(xpOfWork(5, 1));
    expect(skillOf(c, 'mining')).toBe(26);
    expect(journal.ledger).toEqual([{ cause: LEDGER.gathered, gold: 0, kind: kindOf('mere-cobalt'), quantity: 1 }]);
    expect(applyGather(c, journal, counter(), { ...node, prop: 'chest' }, () => 0.5).xp).toBe(0);
    expect(skillOf(c, 'mining')).toBe(26);
  });

  it('takes a hide from a beast, once, and from nobody else', () => {
    const c = bare();
    const wolf = monsters.key('wolf');
    expect(checkSkin(c, wolf, 2, false)).toBe(OK);
    expect(checkSkin(c, wolf, 2, true)).toBe(REASONS.noHide);
    expect(checkSkin(c, monsters.key('bandit'), 3, false)).toBe(REASONS.noHide);
    expect(checkSkin(c, undefined, 3, false)).toBe(REASONS.noHide);
    expect(checkSkin(c, wolf, 5, false)).toBe(REASONS.skillTooLow);
    const { stack } = applySkin(c, new Journal(), counter(), wolf, 2, () => 0.1);
    expect(stack).toEqual({ kind: kindOf('rough-hide'), quantity: 2 });
    expect(skillOf(c, 'skinning')).toBe(1);
  });
});

describe('a recipe', () => {
  it('is known from the start, by skill, from a teacher or by finding it out', () => {
    const c = bare();
    expect(RECIPES.filter(r => knowsRecipe(c, r)).map(r => r.known)).not.toContain('taught');
    expect(knowsRecipe(c, recipes.key('iron-ingot'))).toBe(true);
    expect(knowsRecipe(c, recipes.key('cobalt-ingot'))).toBe(false);
    c.life.skills.smithing = 25;
    expect(knowsRecipe(c, recipes.key('cobalt-ingot'))).toBe(true);
    expect(knowsRecipe(c, recipes.key('iron-byrnie'))).toBe(false);
    c.life.recipes.push(idOf('iron-byrnie'));
    expect(knowsRecipe(c, recipes.key('iron-byrnie'))).toBe(true);
  });

  it('is sold by who teaches its trade, to who is able, once', () => {
    const teacher = { teaches: ['smithing'] as const };
    const c = smith(0);
    const id = idOf('iron-byrnie');
    expect(checkLearn(c, { teaches: ['cooking'] }, id)).toBe(REASONS.notTaught);
    expect(checkLearn(c, {}, id)).toBe(REASONS.notTaught);
    expect(checkLearn(c, teacher, idOf('iron-ingot'))).toBe(REASONS.notTaught);
    expect(checkLearn(c, teacher, 65_000)).toBe(REASONS.notTaught);
    expect(checkLearn(c, teacher, id)).toBe(REASONS.skillTooLow);
    c.life.skills.smithing = 18;
    expect(checkLearn(c, teacher, id)).toBe(REASONS.notEnoughGold);
    c.gold = 200;
    expect(checkLearn(c, teacher, id)).toBe(OK);
    expect(taughtBy(c, teacher).map(r => r.id)).toContain(id);
    const journal = new Journal();
    applyLearn(c, journal, id);
    expect(c.gold).toBe(200 - recipes.key('iron-byrnie').cost!);
    expect(journal.ledger.map(line => line.gold)).toEqual([-recipes.key('iron-byrnie').cost!]);
    expect(checkLearn(c, teacher, id)).toBe(REASONS.recipeKnown);
    expect(taughtBy(c, teacher).map(r => r.id)).not.toContain(id);
  });

  it('can be found out by trying, and the wrong things are used up too', () => {
    const c = bare();
    const herbs = ['healwort', 'wisp-glimmer', 'glass-vial'].map(kindOf);
    const alembic = new Set<Station>(['alembic']);
    expect(checkExperiment(c, 'alchemy', herbs.slice(0, 1), alembic)).toBe(REASONS.badQuantity);
    expect(checkExperiment(c, 'alchemy', [herbs[0], herbs[0]], alembic)).toBe(REASONS.badQuantity);
    expect(checkExperiment(c, 'alchemy', herbs, ANVIL)).toBe(REASONS.noStation);
    expect(checkExperiment(c, 'alchemy', herbs, alembic)).toBe(REASONS.missingThings);
    for (const [i, key] of ['healwort', 'wisp-glimmer', 'glass-vial', 'bread'].entries()) give(c, key, 3, i);
    give(c, 'flour-ledger', 1, 9);
    expect(checkExperiment(c, 'alchemy', [...herbs.slice(0, 2), kindOf('flour-ledger')], alembic)).toBe(REASONS.questItem);
    expect(checkExperiment(c, 'alchemy', herbs, alembic)).toBe(OK);
    // Not able to, yet: it comes to nothing.
    expect(applyExperiment(c, new Journal(), 'alchemy', herbs)).toBeUndefined();
    c.life.skills.alchemy = recipes.key('elixir-regrowth').skill;
    expect(applyExperiment(c, new Journal(), 'alchemy', [...herbs.slice(0, 2), kindOf('bread')])).toBeUndefined();
    const journal = new Journal();
    expect(applyExperiment(c, journal, 'alchemy', herbs)?.key).toBe('elixir-regrowth');
    expect(knowsRecipe(c, recipes.key('elixir-regrowth'))).toBe(true);
    expect(carried(c, herbs[0])).toBe(0);
    expect(journal.ledger.map(({ cause, quantity }) => [cause, quantity])).toEqual(herbs.map(() => [LEDGER.usedUp, -1]));
  });
});

describe('making a thing', () => {
  it('is refused for its reason, one by one', () => {
    const c = smith(0);
    expect(checkCraft(c, 65_000, 1, ANVIL)).toBe(REASONS.unknownRecipe);
    for (const quantity of [0, 1.5, MOST_PIECES + 1])
      expect(checkCraft(c, idOf('iron-ingot'), quantity, ANVIL)).toBe(REASONS.badQuantity);
    expect(checkCraft(c, idOf('cobalt-ingot'), 1, ANVIL)).toBe(REASONS.skillTooLow);
    expect(checkCraft(smith(18), idOf('iron-byrnie'), 1, ANVIL)).toBe(REASONS.unknownRecipe);
    expect(checkCraft(c, idOf('iron-ingot'), 1, new Set(['loom']))).toBe(REASONS.noStation);
    expect(checkCraft(c, idOf('iron-ingot'), 1, ANVIL)).toBe(REASONS.missingThings);
    withOre(c);
    expect(checkCraft(c, idOf('iron-ingot'), 1, ANVIL)).toBe(OK);
    for (let slot = 2; slot < BAG_SLOTS; slot++) give(c, 'rusty-sword', 1, slot);
    // What is used up makes room.
    expect(checkCraft(c, idOf('iron-ingot'), 1, ANVIL)).toBe(OK);
    c.items.find(item => item.kind === kindOf('iron-ore'))!.quantity = 5;
    c.items.find(item => item.kind === kindOf('smiths-flux'))!.quantity = 5;
    expect(checkCraft(c, idOf('iron-ingot'), 1, ANVIL)).toBe(REASONS.bagFull);
  });

  it('uses up and makes in one journal that balances', () => {
    const c = withOre(smith(0, 1), 3);
    expect(piecesOf(c, recipes.key('iron-ingot'))).toBe(3);
    const journal = new Journal();
    const made = applyCraft(c, journal, counter(), idOf('iron-ingot'), never);
    expect(made).toMatchObject({ stack: { kind: kindOf('iron-ingot'), quantity: 1 }, quality: 0, bonus: 0 });
    expect(made.xp).toBeGreaterThan(0);
    expect(carried(c, kindOf('iron-ingot'))).toBe(1);
    expect(carried(c, kindOf('iron-ore'))).toBe(4);
    expect(journal.ledger.map(({ cause, kind, quantity }) => [cause, kind, quantity])).toEqual([
      [LEDGER.usedUp, kindOf('iron-ore'), -2],
      [LEDGER.usedUp, kindOf('smiths-flux'), -1],
      [LEDGER.crafted, kindOf('iron-ingot'), 1],
    ]);
    expect(applyCraft(c, new Journal(), counter(), idOf('iron-ingot'), () => 0).bonus).toBe(1);
    expect(piecesOf(c, recipes.key('iron-ingot'))).toBe(1);
  });

  it('puts its maker and its quality on it, and good work is better', () => {
    const c = smith(20);
    give(c, 'iron-ingot', 2, 0);
    give(c, 'alder-log', 1, 1);
    const { quality } = applyCraft(c, new Journal(), counter(), idOf('hedge-blade'), () => 0);
    expect(quality).toBe(3);
    const blade = c.items.find(item => item.kind === kindOf('hedge-blade'))!;
    expect(blade.marks).toEqual({ quality: 3, maker: c.name, from: idOf('hedge-blade'), by: 'craft' });
    blade.slot = wornSlot('melee');
    const [low, high] = items.key('hedge-blade').damage!;
    expect(armsOf(c).melee).toEqual([bettered(low, 3), bettered(high, 3)]);
    const good = sheetOf(c).might;
    blade.marks = {};
    expect(armsOf(c).melee).toEqual([low, high]);
    expect(good).toBeGreaterThanOrEqual(sheetOf(c).might);
    expect([0, 1, 2, 3].map(qualityBonus)).toEqual([0, 6, 12, 20]);
  });

  it('turns out as often as it says', () => {
    const random = seeded(7);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 20_000; i++) counts[rollQuality(40, 20, random)]++;
    const chances = qualityChances(40, 20);
    expect(chances).toEqual([32, 13, 5]);
    for (const [i, chance] of chances.entries()) expect(counts[i + 1] / 200).toBeCloseTo(chance, -0.2);
    expect(qualityChances(0, 0)).toEqual([12, 3, 1]);
    expect(qualityChances(100, 0)).toEqual([40, 20, 8]);
  });

  it('gives its maker an idea now and then', () => {
    const c = withOre(smith(60));
    expect(applyCraft(c, new Journal(), counter(), idOf('iron-ingot'), () => 0.01).found).toBe(idOf('cobalt-helm'));
    expect(c.life.recipes).toEqual([idOf('cobalt-helm')]);
  });
});

describe('a station', () => {
  it('serves within reach; any fire will do for a pot', () => {
    const anvil = ALDERWICK.props.find(p => p.kind === 'anvil')!;
    expect(stationsNear(ALDERWICK, anvil.x + 4, anvil.z).has('anvil')).toBe(true);
    expect(stationsNear(ALDERWICK, anvil.x + 40, anvil.z).has('anvil')).toBe(false);
    const fire = ALDERWICK.props.find(p => p.kind === 'campfire')!;
    expect(stationsNear(ALDERWICK, fire.x, fire.z + 2).has('hearth')).toBe(true);
  });
});

describe('a meal', () => {
  it('is eaten in peace', () => {
    const c = bare(5);
    give(c, 'berry-tart', 1, 0, 'tart');
    give(c, 'bread', 1, 1, 'bread');
    expect(checkUseItem(c, 'tart', 0, 1, true)).toBe(REASONS.inCombat);
    expect(checkUseItem(c, 'tart', 0, 1, false)).toBe(OK);
    expect(checkUseItem(c, 'bread', 0, 1, true)).toBe(OK);
  });
});
