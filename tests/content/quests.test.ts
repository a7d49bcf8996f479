// Lint of the quests: they can be had, done and paid; the first three teach; together with the fights on the way they carry one to level 10.
import { describe, expect, it } from 'vitest';
import { ALDERWICK, abilities, items, monsters, QUESTS, quests } from '../../src/shared/content';
import type { Objective, Quest } from '../../src/shared/content/kinds';
import { xpToNext } from '../../src/shared/rules/levels';

/** Tales are told so far. */
const QUESTED_LEVEL = 10;

const npcs = new Map(ALDERWICK.npcs.map(n => [n.key, n]));
const pois = new Set(ALDERWICK.pois.map(p => p.key));
const camps = (monster: string) => ALDERWICK.camps.filter(c => c.monster === monster);

/** Where an item that must be gathered comes from besides the quest itself. */
function sourcesOf(item: string, quest: Quest): string[] {
  return [
    ...(quest.gives ?? []).filter(g => g.item === item).map(() => 'given'),
    ...ALDERWICK.nodes.filter(n => n.item === item).map(n => n.key),
    ...ALDERWICK.camps.filter(c => monsters.key(c.monster).loot.some(l => l.item === item)).map(c => c.key),
    ...ALDERWICK.npcs.filter(n => n.vendor?.includes(item)).map(n => n.key),
  ];
}

function flaw(quest: Quest, o: Objective): string | undefined {
  switch (o.kind) {
    case 'kill':
      return [o.monster, ...(o.also ?? [])].some(m => camps(m).length) ? undefined : `nobody to kill: ${o.monster}`;
    case 'gather':
      return items.has(o.item) && sourcesOf(o.item, quest).length ? undefined : `no source of ${o.item}`;
    case 'talk':
      return npcs.has(o.npc) ? undefined : `no ${o.npc}`;
    case 'reach':
      return pois.has(o.poi) ? undefined : `no ${o.poi}`;
    case 'use':
      return abilities.key(o.ability).level <= quest.level && abilities.key(o.ability).level > 0
        ? undefined
        : `cannot use ${o.ability}`;
    default:
      return undefined;
  }
}

describe('quests', () => {
  it('are twelve at least, with givers, objectives and rewards that exist', () => {
    expect(QUESTS.length).toBeGreaterThanOrEqual(12);
    for (const q of QUESTS) {
      expect(npcs.has(q.giver), q.key).toBe(true);
      expect(npcs.has(q.ender), q.key).toBe(true);
      expect(q.objectives.map(o => flaw(q, o)).filter(Boolean), q.key).toEqual([]);
      for (const { item, qty } of [...(q.reward.items ?? []), ...(q.gives ?? [])])
        expect(qty * items.key(item).id, q.key).toBeGreaterThan(0);
      for (const key of q.reward.choose ?? []) items.key(key);
      expect(q.objectives.length, q.key).toBeGreaterThan(0);
      expect(q.objectives.length, q.key).toBeLessThanOrEqual(8);
    }
  });

  it('can all be done in some order, by a graph walk from nothing', () => {
    const done = new Set<string>();
    for (let grew = true; grew; ) {
      const open = QUESTS.filter(q => !done.has(q.key) && (q.after ?? []).every(key => done.has(key)));
      for (const q of open) done.add(q.key);
      grew = open.length > 0;
    }
    expect(QUESTS.filter(q => !done.has(q.key)).map(q => q.key)).toEqual([]);
    for (const q of QUESTS)
      for (const before of q.after ?? []) expect(quests.key(before).level, q.key).toBeLessThanOrEqual(q.level);
  });

  it('begin with three for a newcomer: looking and talking, fighting, dressing', () => {
    const first = ['new-boots', 'teeth-in-the-hedge', 'dressed-for-it'].map(key => quests.key(key));
    expect(first.map(q => q.level)).toEqual([1, 1, 1]);
    expect(first[0].objectives.some(o => o.kind === 'talk') && first[0].objectives.some(o => o.kind === 'reach')).toBe(true);
    expect(first[1].objectives.some(o => o.kind === 'kill')).toBe(true);
    expect(first[2].objectives.some(o => o.kind === 'equip')).toBe(true);
    expect(first[0].reward.items?.some(i => items.key(i.item).slot)).toBe(true);
  });

  it('ask only for foes about as strong as the quest', () => {
    for (const q of QUESTS) {
      for (const o of q.objectives) {
        if (o.kind !== 'kill') continue;
        const low = Math.min(...[o.monster, ...(o.also ?? [])].flatMap(m => camps(m).map(c => c.level?.[0] ?? 1)));
        expect(low, `${q.key} ${o.monster}`).toBeLessThanOrEqual(q.level + 1);
      }
    }
  });

  it('pay sensibly: less than half a level of the quest’s own, gear one can soon wear', () => {
    for (const q of QUESTS) {
      expect(q.reward.xp, q.key).toBeGreaterThan(0);
      expect(q.reward.xp, q.key).toBeLessThanOrEqual(xpToNext(q.level) * 0.85);
      for (const key of [...(q.reward.choose ?? []), ...(q.reward.items ?? []).map(i => i.item)]) {
        expect(items.key(key).level, `${q.key} ${key}`).toBeLessThanOrEqual(q.level + 2);
      }
      const worth = (q.reward.choose ?? []).map(key => items.key(key).price);
      if (worth.length) expect(Math.min(...worth) * 2.6, q.key).toBeGreaterThan(Math.max(...worth));
    }
  });

  it('carry one to the level that they are written for, together with the fights they ask for', () => {
    const needed = Array.from({ length: QUESTED_LEVEL - 1 }, (_, i) => xpToNext(i + 1)).reduce((a, b) => a + b, 0);
    const fights = (q: Quest): number =>
      q.objectives.reduce((sum, o) => sum + (o.kind === 'kill' ? o.count : 0), 0) * (xpToNext(q.level) / 12);
    const found = ALDERWICK.pois.reduce((sum, p) => sum + p.xp, 0);
    const total = QUESTS.reduce((sum, q) => sum + q.reward.xp + fights(q), 0) + found;
    expect(total).toBeGreaterThan(needed);
    expect(total).toBeLessThan(needed * 2);
  });

  it('are worth reading', () => {
    for (const q of QUESTS) {
      for (const text of [q.offer, q.progress, q.done]) {
        expect(text.length, q.key).toBeGreaterThan(20);
        expect(text.length, q.key).toBeLessThan(900);
      }
      for (const o of q.objectives) expect(o.text.length, q.key).toBeLessThan(70);
    }
  });
});
