// Lint of crafting: every ingredient can be come by, every recipe be learned and made somewhere, nothing made is a gold machine, and no
// thing is, by however many steps, made of itself.
import { describe, expect, it } from 'vitest';
import { ITEMS, items, MONSTERS, monsters, PLACES, QUESTS, RECIPES, recipes } from '../../src/shared/content';
import {
  HARVEST,
  HARVESTS,
  HIDED,
  HIDES,
  MOST_NEEDS,
  type Recipe,
  SERVES_AS,
  STATION_OF,
  TRADES,
} from '../../src/shared/content/trades';
import { hideOf } from '../../src/shared/rules/gather';
import { CHANCE_TO_LEARN, difficultyOf, MAX_SKILL } from '../../src/shared/rules/skills';
import { sellPrice } from '../../src/shared/rules/vendor';

const sold = new Set(PLACES.flatMap(p => p.npcs.flatMap(n => n.vendor ?? [])));
const nodes = PLACES.flatMap(p => p.nodes);
const raw = new Set([
  ...sold,
  ...MONSTERS.flatMap(m => m.loot.map(l => l.item)),
  ...nodes.map(n => n.item),
  ...HIDES.map(h => h.item),
  ...QUESTS.flatMap(q => (q.reward.items ?? []).map(i => i.item)),
]);
const makerOf = (item: string): Recipe | undefined => RECIPES.find(r => r.makes.item === item);
/** Most of it that one piece comes to (rules/craft.ts: a well-made one of things that pile is one more). */
const mostOf = ({ makes }: Recipe): number => makes.qty + (items.key(makes.item).stack > 1 ? 1 : 0);

describe('recipes', () => {
  it('are forty and more, in four trades, for gear of levels 3 to 20', () => {
    expect(RECIPES.length).toBeGreaterThanOrEqual(40);
    for (const trade of TRADES) {
      const own = RECIPES.filter(r => r.trade === trade);
      expect(own.length, trade).toBeGreaterThanOrEqual(8);
      for (const known of ['start', 'skill', 'taught', 'found'] as const)
        expect(
          own.some(r => r.known === known),
          `${trade} ${known}`,
        ).toBe(true);
      // Always something hard enough to learn from, from the first point to the last.
      for (let points = 0; points < MAX_SKILL; points++) {
        const teaches = own.some(r => r.known !== 'found' && CHANCE_TO_LEARN[difficultyOf(points, r.skill)] > 0);
        expect(teaches, `${trade} at ${points}`).toBe(true);
      }
    }
    const levels = RECIPES.map(r => items.key(r.makes.item)).flatMap(kind => (kind.slot ? [kind.level] : []));
    expect(Math.min(...levels)).toBe(3);
    expect(Math.max(...levels)).toBe(20);
  });

  it('name things that exist, each once, few enough to be tried', () => {
    for (const { key, needs, makes, skill } of RECIPES) {
      expect(items.key(makes.item).quest ?? false, key).toBe(false);
      expect(needs.length, key).toBeGreaterThanOrEqual(2);
      expect(needs.length, key).toBeLessThanOrEqual(MOST_NEEDS);
      expect(new Set(needs.map(n => n.item)).size, key).toBe(needs.length);
      for (const { item, qty } of needs) {
        expect(items.key(item).quest ?? false, key).toBe(false);
        expect(qty, key).toBeLessThanOrEqual(items.key(item).stack);
      }
      expect(skill, key).toBeGreaterThanOrEqual(0);
      expect(skill, key).toBeLessThan(MAX_SKILL);
    }
  });

  it('need nothing that cannot be won, bought, looted or made', () => {
    const lacking = RECIPES.flatMap(r => r.needs.filter(n => !raw.has(n.item) && !makerOf(n.item)).map(n => `${r.key}: ${n.item}`));
    expect(lacking).toEqual([]);
  });

  it('have a station and, where they are taught, a teacher and a price', () => {
    const stations = new Set(PLACES.flatMap(p => p.props.flatMap(prop => SERVES_AS[prop.kind] ?? [])));
    for (const trade of TRADES) expect(stations.has(STATION_OF[trade]), trade).toBe(true);
    const teachers = PLACES.flatMap(p => p.npcs.flatMap(n => n.teaches ?? []));
    for (const recipe of RECIPES) {
      expect(recipe.cost !== undefined, recipe.key).toBe(recipe.known === 'taught');
      if (recipe.known === 'taught') expect(teachers.includes(recipe.trade), recipe.key).toBe(true);
    }
  });

  it('of found things can each be told from all others by what goes in', () => {
    const sets = RECIPES.filter(r => r.known === 'found').map(r => `${r.trade}: ${r.needs.map(n => n.item).sort()}`);
    expect(new Set(sets).size).toBe(sets.length);
  });

  it('never pay: what is made sells for no more than what went in costs', () => {
    for (const recipe of RECIPES) {
      const cost = recipe.needs.reduce((sum, { item, qty }) => sum + items.key(item).price * qty, 0);
      const product = items.key(recipe.makes.item);
      expect(product.price, recipe.key).toBeGreaterThan(0);
      expect(sellPrice(product) * mostOf(recipe), recipe.key).toBeLessThanOrEqual(cost);
    }
  });

  it('never pay by way of shops: bought together from the cheapest, step by step, nothing sells for more', () => {
    const cheapest = new Map<string, number>([...sold].map(item => [item, items.key(item).price]));
    for (let changed = true; changed; ) {
      changed = false;
      for (const recipe of RECIPES) {
        const cost = recipe.needs.reduce((sum, { item, qty }) => sum + (cheapest.get(item) ?? Number.POSITIVE_INFINITY) * qty, 0);
        const each = cost / mostOf(recipe);
        if (each >= (cheapest.get(recipe.makes.item) ?? Number.POSITIVE_INFINITY)) continue;
        cheapest.set(recipe.makes.item, each);
        changed = true;
      }
    }
    for (const [item, cost] of cheapest) expect(sellPrice(items.key(item)), item).toBeLessThanOrEqual(cost);
  });

  it('make nothing of itself', () => {
    const within = (item: string, above: readonly string[]): string[] => {
      if (above.includes(item)) return [`${above.join(' < ')} < ${item}`];
      return (makerOf(item)?.needs ?? []).flatMap(n => within(n.item, [...above, item]));
    };
    expect(RECIPES.flatMap(r => within(r.makes.item, []))).toEqual([]);
    expect(new Set(RECIPES.map(r => r.makes.item)).size).toBe(RECIPES.length);
    for (const recipe of RECIPES) expect(recipes.key(recipe.key)).toBe(recipe);
  });
});

describe('what is won', () => {
  it('grows in all sixteen places, in four steps of skill', () => {
    for (const by of HARVESTS) {
      const steps =
        by === 'skinning' ? HIDES.map(h => h.won.skill) : Object.values(HARVEST).flatMap(h => (h.by === by ? [h.skill] : []));
      expect(new Set(steps), by).toEqual(new Set([0, 25, 50, 75, ...(by === 'herbalism' ? [15] : [])]));
    }
    for (const place of PLACES) {
      const here = new Set(place.nodes.map(n => HARVEST[n.item]?.by).filter(by => by !== undefined));
      expect(here.has('mining') && here.has('logging') && here.has('herbalism'), place.key).toBe(true);
    }
    expect(PLACES.filter(p => p.nodes.some(n => n.prop === 'fish')).length).toBeGreaterThanOrEqual(14);
    for (const item of Object.keys(HARVEST))
      expect(
        nodes.some(n => n.item === item),
        item,
      ).toBe(true);
  });

  it('is called by its name, and nothing grows whose skill nobody set', () => {
    for (const node of nodes) if (node.prop !== 'chest') expect(HARVEST[node.item], node.item).toBeDefined();
    for (const item of [...Object.keys(HARVEST), ...HIDES.map(h => h.item)])
      expect(
        ITEMS.some(i => i.key === item),
        item,
      ).toBe(true);
  });

  it('of beasts are hides, by their level', () => {
    expect(hideOf(monsters.key('wolf'), 1)?.item).toBe('rough-hide');
    expect(hideOf(monsters.key('crag-wolf'), 9)?.item).toBe('rugged-hide');
    expect(hideOf(monsters.key('wolf'), 20)?.item).toBe('ancient-hide');
    expect(hideOf(monsters.key('bandit'), 5)).toBeUndefined();
    for (const body of HIDED)
      expect(
        MONSTERS.some(m => m.body === body),
        body,
      ).toBe(true);
  });
});
