// Lint of what is worn: every piece within the budget of its level, rarity, place and material (content/items/budget.ts); every line of the five
// callings whole from the eighth level to the last; nothing sold that is more than fine; looks that exist.
import { describe, expect, it } from 'vitest';
import { ITEMS, items, PLACES } from '../../src/shared/content';
import {
  armorPoints,
  MATERIAL_ARMOR,
  meanBlow,
  PLACE_ARMOR,
  priceOf,
  RARITIES,
  spentPoints,
  statPoints,
} from '../../src/shared/content/items/budget';
import type { EquipSlot, ItemKind, Material } from '../../src/shared/content/kinds';
import { CHEST_VISUALS, HEAD_VISUALS, MELEE_VISUALS, RANGED_VISUALS, SHIELD_VISUALS } from '../../src/shared/content/looks';
import { sellPrice } from '../../src/shared/rules/vendor';

type Gear = ItemKind & { slot: EquipSlot };
const GEAR = ITEMS.filter((i): i is Gear => !!i.slot);
/** From here on the tables of gear are made by the formulas; what is older was set by hand and must fit them loosely. */
const FIRST_MADE = 300;
const isMade = (i: ItemKind): boolean => i.id >= FIRST_MADE && i.id < 600;

const odd = (wrong: (i: Gear) => boolean): string[] => GEAR.filter(wrong).map(i => i.key);

describe('budgets', () => {
  it('of stats are kept: what a piece spends is what its level, rarity and place allow', () => {
    expect(odd(i => spentPoints(i.stats ?? {}, i.slot) > statPoints(i) * 1.1 + 1)).toEqual([]);
    expect(odd(i => isMade(i) && spentPoints(i.stats ?? {}, i.slot) < statPoints(i) * 0.8 - 1)).toEqual([]);
  });

  it('of armor are kept, by material', () => {
    const heaviest = (i: Gear) => Math.max(...(Object.keys(MATERIAL_ARMOR) as Material[]).map(m => armorPoints(i, m)));
    const most = (i: Gear) => (i.material ? armorPoints(i, i.material) : heaviest(i));
    expect(odd(i => !!PLACE_ARMOR[i.slot] && (i.stats?.armor ?? 0) > most(i) * 1.25 + 2)).toEqual([]);
    expect(odd(i => isMade(i) && !!i.material && i.stats?.armor !== armorPoints(i, i.material))).toEqual([]);
  });

  it('of blows are kept, within a sixth', () => {
    const mean = (i: Gear) => ((i.damage?.[0] ?? 0) + (i.damage?.[1] ?? 0)) / 2;
    expect(odd(i => Math.abs(mean(i) - meanBlow(i)) > meanBlow(i) / 6 + 0.5)).toEqual([]);
  });

  it('never spend speed beyond reach: the fastest outfit runs a tenth faster', () => {
    const fastest = new Map<EquipSlot, number>();
    for (const i of GEAR) fastest.set(i.slot, Math.max(fastest.get(i.slot) ?? 0, i.stats?.haste ?? 0));
    expect([...fastest.values()].reduce((sum, pct) => sum + pct, 0)).toBeLessThanOrEqual(10);
  });

  it('give whole numbers above nothing', () => {
    expect(odd(i => Object.values(i.stats ?? {}).some(n => !Number.isInteger(n) || n <= 0))).toEqual([]);
  });
});

describe('prices', () => {
  it('of made gear follow the formula, and nobody pays more for a thing than it costs', () => {
    expect(odd(i => isMade(i) && i.price !== priceOf(i))).toEqual([]);
    expect(ITEMS.filter(i => sellPrice(i) >= i.price && i.price > 0).map(i => i.key)).toEqual([]);
  });

  it('are asked for common and fine gear only', () => {
    const wares = new Set(PLACES.flatMap(p => p.npcs.flatMap(n => n.vendor ?? [])));
    expect([...wares].filter(key => ['rare', 'epic'].includes(items.key(key).rarity))).toEqual([]);
  });
});

describe('gear', () => {
  const BODY: readonly EquipSlot[] = ['head', 'chest', 'hands', 'legs', 'feet'];
  /** What a calling looks for: warden, duelist, ranger, and the two that cast. */
  const LINES: readonly (readonly [string, Material, 'might' | 'aim' | 'spirit'])[] = [
    ['warden', 'plate', 'might'],
    ['duelist', 'leather', 'might'],
    ['ranger', 'leather', 'aim'],
    ['sage and ember-mage', 'cloth', 'spirit'],
  ];

  it('clothes every calling from head to foot: common at 11, fine at 14 and 17, rare at 18, epic at 20', () => {
    for (const [calling, material, stat] of LINES) {
      for (const [level, rarity] of [
        [11, 'common'],
        [14, 'fine'],
        [17, 'fine'],
        [18, 'rare'],
        [20, 'epic'],
      ] as const) {
        for (const slot of BODY) {
          const fits = GEAR.filter(
            i => i.slot === slot && i.level === level && i.rarity === rarity && i.material === material && i.stats?.[stat],
          );
          expect(fits.length, `${calling}: ${slot} of level ${level}`).toBeGreaterThanOrEqual(1);
        }
      }
    }
  });

  it('arms every kind of hand at each of these levels', () => {
    for (const level of [11, 13, 14, 17, 18, 20])
      for (const slot of ['melee', 'bow', 'firearm', 'focus', 'offhand', 'neck', 'ring'] as const)
        expect(
          GEAR.some(i => i.slot === slot && i.level === level),
          `${slot} of level ${level}`,
        ).toBe(true);
  });

  it('shows models that exist, and an epic one shows what no lesser thing does', () => {
    const looks: Partial<Record<EquipSlot, readonly string[]>> = {
      melee: MELEE_VISUALS,
      bow: RANGED_VISUALS,
      firearm: RANGED_VISUALS,
      chest: CHEST_VISUALS,
      head: HEAD_VISUALS,
      offhand: SHIELD_VISUALS,
    };
    expect(odd(i => (i.visual ?? 0) < 0 || (i.visual ?? 0) >= (looks[i.slot]?.length ?? Number.POSITIVE_INFINITY))).toEqual([]);
    const epic = GEAR.filter(i => isMade(i) && i.rarity === 'epic' && looks[i.slot] && i.visual);
    const lesser = new Set(GEAR.filter(i => i.rarity !== 'epic').map(i => `${i.slot} ${i.visual}`));
    expect(epic.filter(i => lesser.has(`${i.slot} ${i.visual}`)).map(i => i.key)).toEqual([]);
    expect(RARITIES.length).toBe(4);
  });
});
