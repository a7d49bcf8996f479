// Lint of the tables: every key resolves, icons exist, prices make sense, texts fit, bits fit.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAX_ABILITIES, MAX_EFFECTS, MAX_KINDS } from '../../assembly/layout';
import {
  ABILITIES,
  abilities,
  CLASSES,
  EFFECTS,
  effects,
  ITEMS,
  items,
  MONSTERS,
  monsters,
  PLACES,
  placeOf,
  QUESTS,
  RECIPES,
  REGIONS,
  TALENTS,
} from '../../src/shared/content';
import { DUNGEONS, ENCOUNTERS } from '../../src/shared/content/encounters';
import { RARITIES } from '../../src/shared/content/items/budget';
import type { ItemKind, MonsterKind } from '../../src/shared/content/kinds';
import { isVillagerKind } from '../../src/shared/content/monsters';
import { HIDES } from '../../src/shared/content/trades';
import { MAX_LEVEL } from '../../src/shared/rules/levels';
import { spoilsOf } from '../../src/shared/rules/spoils';
import { sellPrice } from '../../src/shared/rules/vendor';

const icons: Record<string, unknown> = JSON.parse(readFileSync('node_modules/@iconify-json/game-icons/icons.json', 'utf8')).icons;
const levels = Array.from({ length: MAX_LEVEL }, (_, i) => i + 1);
const sources = new Set([
  ...MONSTERS.flatMap(m => m.loot.map(l => l.item)),
  ...PLACES.flatMap(p => [...p.npcs.flatMap(n => n.vendor ?? []), ...p.nodes.map(n => n.item)]),
  ...QUESTS.flatMap(q => [
    ...[q.reward, ...(q.ends ?? []).flatMap(end => end.reward ?? [])].flatMap(reward => [
      ...(reward.items ?? []).map(i => i.item),
      ...(reward.choose ?? []),
    ]),
    ...(q.gives ?? []).map(g => g.item),
  ]),
  ...RECIPES.map(r => r.makes.item),
  ...HIDES.map(hide => hide.item),
  ...RARITIES.flatMap(rarity => levels.flatMap(level => spoilsOf(rarity, level, level).map(i => i.key))),
  ...['rusty-sword', 'ash-bow', 'wheel-lock', 'twig-focus', 'linen-shirt', 'worn-boots'],
]);

describe('items', () => {
  it('have icons that exist', () => {
    expect(ITEMS.filter(i => !(i.icon in icons)).map(i => `${i.key}: ${i.icon}`)).toEqual([]);
  });

  it('are about sixty or more, of all weapon kinds and three tiers of armor', () => {
    expect(ITEMS.length).toBeGreaterThanOrEqual(60);
    for (const slot of ['melee', 'bow', 'firearm', 'focus'] as const) {
      const levels = ITEMS.filter(i => i.slot === slot).map(i => i.level);
      expect(Math.min(...levels)).toBe(1);
      expect(Math.max(...levels)).toBeGreaterThanOrEqual(9);
    }
  });

  it('are honest: a worn thing says where, a weapon how hard, a thing of value what it costs', () => {
    for (const i of ITEMS) {
      expect(i.text.length, i.key).toBeGreaterThan(8);
      expect(i.level, i.key).toBeGreaterThanOrEqual(1);
      expect(i.level, i.key).toBeLessThanOrEqual(MAX_LEVEL);
      if (i.slot) expect(i.stack, i.key).toBe(1);
      if (i.slot === 'melee' || i.slot === 'bow' || i.slot === 'firearm') expect(i.damage?.[0], i.key).toBeGreaterThan(0);
      if (i.slot === 'melee' || i.slot === 'chest' || i.slot === 'bow' || i.slot === 'firearm' || i.slot === 'focus')
        expect(i.visual, i.key).toBeGreaterThan(0);
      if (i.quest) expect(i.price, i.key).toBe(0);
      else expect(i.price, i.key).toBeGreaterThan(0);
    }
  });

  it('never sell for more than they cost', () => {
    for (const i of ITEMS) expect(sellPrice(i) * 2, i.key).toBeLessThanOrEqual(i.price);
  });

  it('get dearer and better with their level', () => {
    const made = new Set(RECIPES.map(r => r.makes.item));
    const ways = [(i: ItemKind) => !made.has(i.key), (i: ItemKind) => made.has(i.key)];
    const mean = (i: ItemKind): number => (i.damage?.[0] ?? 0) + (i.damage?.[1] ?? 0);
    for (const [slot, comes] of (['melee', 'bow', 'firearm'] as const).flatMap(s => ways.map(way => [s, way] as const))) {
      for (const rarity of RARITIES) {
        const all = ITEMS.filter(i => i.slot === slot && comes(i) && i.rarity === rarity);
        for (const one of all) {
          for (const higher of all.filter(i => i.level > one.level)) {
            expect(mean(higher), higher.key).toBeGreaterThan(mean(one));
            expect(higher.price, higher.key).toBeGreaterThan(one.price);
          }
        }
      }
    }
  });

  it('sold in any place exist, and nothing sold is for quests', () => {
    for (const npc of PLACES.flatMap(p => p.npcs)) {
      const wares = npc.vendor ?? [];
      expect(new Set(wares).size, npc.key).toBe(wares.length);
      for (const ware of wares) expect(items.key(ware).price, `${npc.key} ${ware}`).toBeGreaterThan(0);
    }
  });

  it('in chests are worth the way', () => {
    for (const node of PLACES.flatMap(p => p.nodes).filter(n => n.prop === 'chest')) {
      expect(items.key(node.item).stack, node.key).toBeGreaterThan(1);
      expect(node.respawn_s, node.key).toBeGreaterThanOrEqual(600);
    }
  });

  it('can all be come by', () => {
    expect(ITEMS.filter(i => !sources.has(i.key)).map(i => i.key)).toEqual([]);
  });
});

describe('abilities and effects', () => {
  it('have icons, ids and effects that exist', () => {
    expect([...ABILITIES, ...EFFECTS, ...CLASSES, ...TALENTS].filter(a => !(a.icon in icons)).map(a => a.key)).toEqual([]);
    for (const a of ABILITIES) {
      expect(a.id, a.key).toBeLessThan(MAX_ABILITIES);
      if (a.effect) effects.key(a.effect);
      if (a.reach === 'projectile') expect(a.speed_mps, a.key).toBeGreaterThan(0);
      if (a.reach === 'cone') expect(a.angle_deg, a.key).toBeGreaterThan(0);
      if (a.reach === 'nova') expect(a.radius_m, a.key).toBeGreaterThan(0);
      if (a.level) expect(a.text.length, a.key).toBeGreaterThan(20);
    }
    for (const e of EFFECTS) expect(e.id, e.key).toBeLessThan(MAX_EFFECTS);
    const used = new Set([...ABILITIES.map(a => a.effect), ...ITEMS.map(i => i.use?.effect?.key)]);
    for (const talent of TALENTS) used.add(talent.change?.effect);
    expect(EFFECTS.filter(e => !used.has(e.key)).map(e => e.key)).toEqual([]);
  });

  it('of players come with every other level, monsters know none of them', () => {
    expect(
      ABILITIES.filter(a => a.level === 1 && !a.cls)
        .map(a => a.id)
        .sort((a, b) => a - b),
    ).toEqual([1, 2, 3, 11, 12]);
    for (const m of MONSTERS) for (const key of m.abilities) expect(abilities.key(key).level, `${m.key} ${key}`).toBe(0);
  });
});

describe('monsters', () => {
  it('are at least ten kinds besides the people of the village', () => {
    expect(MONSTERS.filter(m => !isVillagerKind(m)).length).toBeGreaterThanOrEqual(10);
    expect(MONSTERS.every(m => m.id < MAX_KINDS)).toBe(true);
  });

  it('drop things that exist, with chances that are chances', () => {
    for (const m of MONSTERS) {
      for (const { item, chance, qty } of m.loot) {
        items.key(item);
        expect(chance, m.key).toBeGreaterThan(0);
        expect(chance, m.key).toBeLessThanOrEqual(1);
        if (qty) expect(qty[0]).toBeLessThanOrEqual(qty[1]);
      }
      expect(m.leash_m, m.key).toBeGreaterThan(m.notice_m);
      expect(m.run_mps, m.key).toBeGreaterThan(m.walk_mps);
    }
  });

  it('differ: no two kinds of foe share body, mind and abilities', () => {
    const foes = MONSTERS.filter(m => !isVillagerKind(m) && m.team !== 'critter');
    const ways = foes.map(m => JSON.stringify([m.body, m.mind, m.abilities, m.elite ?? false]));
    expect(new Set(ways).size).toBe(foes.length);
  });

  it('are of one growth: none is much stronger or weaker for its level than the beasts of the valley', () => {
    // What a kind would be at the first level (rules/stats.ts).
    const first = (m: MonsterKind): readonly [hp: number, damage: number] => {
      const above = m.level[0] - 1;
      return [m.hp / (1 + above * 0.5), (m.damage[0] + m.damage[1]) / 2 / (1 + above * 0.36)];
    };
    for (const m of MONSTERS) {
      // Bosses are meant for a whole party: tests/content/encounters.test.ts.
      if (isVillagerKind(m) || m.team === 'critter' || m.boss) continue;
      const [hp, damage] = first(m);
      const [least, most] = m.elite ? [110, 190] : [40, 66];
      expect(hp, m.key).toBeGreaterThan(least);
      expect(hp, m.key).toBeLessThan(most);
      expect(damage, m.key).toBeGreaterThan(m.elite ? 7 : 5.5);
      expect(damage, m.key).toBeLessThan(m.elite ? 10 : 9);
    }
  });

  it('all live somewhere, and only where they are known', () => {
    const camps = new Set(PLACES.flatMap(p => p.camps.map(c => c.monster)));
    // Dungeons have their own, and some come only when they are called.
    for (const { bosses, trash } of DUNGEONS) for (const key of [...bosses, ...trash]) camps.add(key);
    for (const { boss, phases } of ENCOUNTERS) {
      camps.add(boss);
      for (const each of phases.flatMap(({ mechanics }) => mechanics)) if (each.kind === 'adds') camps.add(each.monster);
    }
    expect(MONSTERS.filter(m => !isVillagerKind(m) && !camps.has(m.key)).map(m => m.key)).toEqual([]);
    for (const camp of PLACES.flatMap(p => p.camps)) expect(isVillagerKind(monsters.key(camp.monster)), camp.key).toBe(false);
  });

  it('carry no purse worth robbing a village for: gold and goods of an even kill stay below a tenth of a weapon', () => {
    for (const m of MONSTERS) {
      if (m.elite || isVillagerKind(m)) continue;
      const goods = m.loot.reduce(
        (sum, l) => sum + l.chance * (((l.qty?.[0] ?? 1) + (l.qty?.[1] ?? 1)) / 2) * sellPrice(items.key(l.item)),
        0,
      );
      expect(goods + (m.gold[0] + m.gold[1]) / 2, m.key).toBeLessThan(14 + m.level[0] * 12);
    }
  });
});

describe('places', () => {
  it('are found by their region', () => {
    expect(REGIONS).toContain('2-1-1');
    expect(PLACES.map(p => placeOf(p.region.join('-')))).toEqual(PLACES);
  });
});
