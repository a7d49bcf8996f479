// Gear found on the fallen: how often, of which rarity, and never far off anybody's level.
import { describe, expect, it } from 'vitest';
import { items, MONSTERS, monsters } from '../../src/shared/content';
import { RARITIES } from '../../src/shared/content/items/budget';
import type { Rarity } from '../../src/shared/content/kinds';
import { MAX_LEVEL } from '../../src/shared/rules/levels';
import { CHANCES, rollSpoils, spoilsOf } from '../../src/shared/rules/spoils';
import { sellPrice } from '../../src/shared/rules/vendor';
import { seeded } from '../harness/seeded';

const LEVELS = Array.from({ length: MAX_LEVEL }, (_, i) => i + 1);
const plain = monsters.key('reaver');
const elite = monsters.key('red-merrow');

function rates(kind: typeof plain, level: number, finder: number, throws: number): Record<Rarity, number> {
  const random = seeded(5);
  const found = { common: 0, fine: 0, rare: 0, epic: 0 };
  for (let n = 0; n < throws; n++)
    for (const stack of rollSpoils(kind, level, finder, random)) found[items.get(stack.kind)!.rarity]++;
  return { common: found.common / throws, fine: found.fine / throws, rare: found.rare / throws, epic: found.epic / throws };
}

describe('spoils', () => {
  it('fall as often as the table says', () => {
    const ordinary = rates(plain, 14, 14, 60_000);
    for (const rarity of RARITIES)
      if (spoilsOf(rarity, 14, 14).length) expect(ordinary[rarity], rarity).toBeCloseTo(CHANCES.plain[rarity], 2);
    expect(ordinary.epic).toBe(0);
    const great = rates(elite, 20, 20, 60_000);
    for (const rarity of RARITIES)
      if (spoilsOf(rarity, 20, 20).length) expect(great[rarity], rarity).toBeCloseTo(CHANCES.elite[rarity], 2);
    expect(great.epic).toBeGreaterThan(0.008);
  });

  it('are rarer the finer they are, and likelier on the great', () => {
    for (const [less, more] of [
      ['fine', 'common'],
      ['rare', 'fine'],
      ['epic', 'rare'],
    ] as const) {
      expect(CHANCES.plain[less]).toBeLessThan(CHANCES.plain[more]);
      expect(CHANCES.elite[less]).toBeGreaterThan(CHANCES.plain[less]);
    }
    for (const chances of Object.values(CHANCES)) expect(Object.values(chances).reduce((sum, n) => sum + n, 0)).toBeLessThan(1);
  });

  it('are near the level of the foe and of the finder, whoever it is', () => {
    const random = seeded(9);
    for (const foe of LEVELS) {
      for (const finder of LEVELS) {
        for (let n = 0; n < 150; n++) {
          for (const { kind, quantity } of rollSpoils(elite, foe, finder, random)) {
            const { level, slot } = items.get(kind)!;
            expect(slot).toBeDefined();
            expect(quantity).toBe(1);
            expect(level, `foe ${foe}, finder ${finder}`).toBeLessThanOrEqual(finder + 1);
            expect(Math.abs(level - foe), `foe ${foe}, finder ${finder}`).toBeLessThanOrEqual(3);
            expect(Math.abs(foe - finder)).toBeLessThanOrEqual(4);
          }
        }
      }
    }
  });

  it('never come from harmless beasts or people, and quest things are none', () => {
    const none = MONSTERS.filter(m => m.team === 'critter' || m.team === 'neutral');
    expect(none.length).toBeGreaterThan(3);
    for (const kind of none) expect(rollSpoils(kind, 5, 5, () => 0)).toEqual([]);
    expect(LEVELS.flatMap(l => RARITIES.flatMap(r => spoilsOf(r, l, l))).filter(kind => kind.quest || !kind.slot)).toEqual([]);
  });

  it('offer something at every level from the second on, and leave the epic to the last', () => {
    for (const level of LEVELS.slice(1))
      expect(
        RARITIES.some(r => spoilsOf(r, level, level).length),
        `level ${level}`,
      ).toBe(true);
    expect(spoilsOf('epic', 18, 18)).toEqual([]);
    expect(spoilsOf('epic', 20, 20).length).toBeGreaterThan(20);
  });

  it('make no purse worth robbing a village for', () => {
    for (const level of LEVELS) {
      const worth = RARITIES.reduce((sum, rarity) => {
        const all = spoilsOf(rarity, level, level);
        const mean = all.reduce((copper, kind) => copper + sellPrice(kind), 0) / (all.length || 1);
        return sum + CHANCES.plain[rarity] * mean;
      }, 0);
      expect(worth, `level ${level}`).toBeLessThan(20 + level * 6);
    }
  });
});
