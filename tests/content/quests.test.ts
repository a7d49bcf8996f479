// Lint of the quests: they can be had, done and paid, whatever was decided on the way; the first three teach; texts are worth reading.
// That they carry one from 1 to 20 is walked in tests/questing.
import { describe, expect, it } from 'vitest';
import {
  ALDERWICK,
  abilities,
  chains,
  items,
  monsters,
  PLACES,
  posts,
  QUESTS,
  quests,
  recipes,
  TALKS,
  talks,
  walks,
} from '../../src/shared/content';
import type { Objective, Place, Quest, When } from '../../src/shared/content/kinds';
import { ANY_FOE, DAILY_ROUND, VIEWS } from '../../src/shared/content/questkinds';
import { mostGrown } from '../../src/shared/rules/growth';
import { xpToNext } from '../../src/shared/rules/levels';
import { picksOf } from '../../src/shared/rules/talks';

const npcs = new Map(PLACES.flatMap(p => p.npcs.map(npc => [npc.key, { npc, place: p }] as const)));
const pois = new Map(PLACES.flatMap(p => p.pois.map(poi => [poi.key, { poi, place: p }] as const)));
const nodes = new Set(PLACES.flatMap(p => p.nodes.filter(n => n.prop !== 'chest').map(n => n.item)));
const camps = (monster: string) => PLACES.flatMap(p => p.camps).filter(c => c.monster === monster);
const told = QUESTS.filter(q => !q.daily);
const WILD_LOOT = PLACES.flatMap(p => p.camps).flatMap(c => monsters.key(c.monster).loot.map(l => l.item));

/** Where an item that must be brought comes from besides the quest itself. */
function sourcesOf(item: string, quest: Quest): string[] {
  return [
    ...(quest.gives ?? []).filter(g => g.item === item).map(() => 'given'),
    ...(nodes.has(item) ? ['land'] : []),
    ...WILD_LOOT.filter(loot => loot === item),
    ...[...npcs.values()].filter(({ npc }) => npc.vendor?.includes(item)).map(({ npc }) => npc.key),
  ];
}

function flaw(quest: Quest, o: Objective): string | undefined {
  switch (o.kind) {
    case 'kill':
      return o.monster === ANY_FOE || [o.monster, ...(o.also ?? [])].every(m => camps(m).length)
        ? undefined
        : `nobody to kill: ${o.monster}`;
    case 'gather':
      return items.has(o.item) && sourcesOf(o.item, quest).length ? undefined : `no source of ${o.item}`;
    case 'deliver':
      return npcs.has(o.npc) && items.has(o.item) && sourcesOf(o.item, quest).length ? undefined : `cannot bring ${o.item}`;
    case 'talk':
      return npcs.has(o.npc) ? undefined : `no ${o.npc}`;
    case 'reach':
      return pois.has(o.poi) ? undefined : `no ${o.poi}`;
    case 'explore':
      return o.pois.length > 1 && o.pois.length <= 16 && o.pois.every(poi => pois.has(poi))
        ? undefined
        : `cannot explore ${o.pois}`;
    case 'use':
      return abilities.key(o.ability).level <= quest.level && abilities.key(o.ability).level > 0
        ? undefined
        : `cannot use ${o.ability}`;
    case 'escort':
      return walks.has(o.walk) ? undefined : `no walk ${o.walk}`;
    case 'defend':
      return posts.has(o.post) ? undefined : `no post ${o.post}`;
    case 'choose':
      return talks.has(o.talk) && talks.key(o.talk).during === quest.key ? undefined : `no talk ${o.talk} in it`;
    case 'mine':
      return nodes.has(o.node) ? undefined : `${o.node} grows nowhere`;
    case 'craft': {
      const recipe = recipes.has(o.recipe) ? recipes.key(o.recipe) : undefined;
      if (recipe?.known !== 'start' || recipe.skill > 0) return `not everybody makes ${o.recipe}`;
      return recipe.needs.map(({ item }) => item).find(item => !sourcesOf(item, quest).length);
    }
    case 'equip':
      return undefined;
  }
}

/** What is wrong with a condition; `place`: where the giver lives. */
function badWhen(when: When | undefined, place: Place): string | undefined {
  if (!when || when.is === 'night' || when.is === 'day') return undefined;
  const where = PLACES.find(p => p.key === when.place);
  if (!where) return `no place ${when.place}`;
  if (when.is !== 'grown') return where.home ? `${when.place} never changes hands` : undefined;
  const camp = where.camps.find(c => c.key === when.camp);
  if (!camp || where !== place) return `no camp ${when.camp} where the giver lives`;
  return when.least <= mostGrown(camp.count) ? undefined : `${when.camp} never grows so much`;
}

const rewardsOf = (q: Quest) => [q.reward, ...(q.ends ?? []).flatMap(end => end.reward ?? [])];

describe('quests', () => {
  it('are sixty at least, all written by hand, besides the tasks of the day', () => {
    expect(told.length).toBeGreaterThanOrEqual(60);
    for (const way of VIEWS) {
      const turns = QUESTS.filter(q => q.daily?.way === way).map(q => q.daily!.turn);
      expect([...turns].sort(), way).toEqual(Array.from({ length: DAILY_ROUND }, (_, i) => i));
    }
  });

  it('have givers, objectives, conditions and rewards that exist', () => {
    for (const q of QUESTS) {
      for (const npc of [q.giver, q.ender, ...(q.board ?? [])]) expect(npcs.has(npc), `${q.key} ${npc}`).toBe(true);
      expect(q.objectives.map(o => flaw(q, o)).filter(Boolean), q.key).toEqual([]);
      expect(
        chains.some(({ key }) => key === q.chain),
        q.key,
      ).toBe(true);
      for (const when of [q.when, q.aside?.when]) expect(badWhen(when, npcs.get(q.giver)!.place), q.key).toBeUndefined();
      for (const { item, qty } of [...rewardsOf(q).flatMap(r => r.items ?? []), ...(q.gives ?? [])])
        expect(qty * items.key(item).id, q.key).toBeGreaterThan(0);
      for (const key of rewardsOf(q).flatMap(r => r.choose ?? [])) items.key(key);
      expect(q.objectives.length, q.key).toBeGreaterThan(0);
      expect(q.objectives.length, q.key).toBeLessThanOrEqual(8);
      for (const before of q.after ?? []) expect(quests.key(before).level, q.key).toBeLessThanOrEqual(q.level);
    }
  });

  it('use every kind of objective, and the state of the world in more than four', () => {
    const used = new Set(QUESTS.flatMap(q => q.objectives.map(o => o.kind)));
    const kinds: Objective['kind'][] = [
      'kill',
      'gather',
      'deliver',
      'talk',
      'reach',
      'explore',
      'equip',
      'use',
      'escort',
      'defend',
      'choose',
      'mine',
      'craft',
    ];
    expect(kinds.filter(kind => !used.has(kind))).toEqual([]);
    const kindsOfWhen = new Set(QUESTS.flatMap(q => [q.when?.is, q.aside?.when.is]).filter(Boolean));
    expect([...kindsOfWhen].sort()).toEqual(['day', 'grown', 'held', 'night', 'pressed']);
    expect(QUESTS.filter(q => q.when || q.aside).length).toBeGreaterThan(4);
  });

  it('tell one story from level 1 to 20 through most of the places, and something in every place', () => {
    const story = told.filter(q => chains.find(({ key }) => key === q.chain)?.story);
    const levels = story.map(q => q.level);
    expect([Math.min(...levels), Math.max(...levels)]).toEqual([1, 20]);
    const gaps = [...new Set(levels)].sort((a, b) => a - b).map((level, i, all) => level - (all[i - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2);
    const where = (list: readonly Quest[]) => new Set(list.map(q => npcs.get(q.giver)!.place.key));
    expect(where(story).size).toBeGreaterThanOrEqual(7);
    expect(PLACES.map(p => p.key).filter(key => !where(told).has(key))).toEqual([]);
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
    for (const q of told) {
      const foes = q.objectives.flatMap(o => {
        if (o.kind === 'kill')
          return Math.min(...[o.monster, ...(o.also ?? [])].flatMap(m => camps(m).map(c => c.level?.[0] ?? 1)));
        if (o.kind === 'escort') return walks.get(o.walk)!.walk.ambush.map(band => band.level);
        return o.kind === 'defend' ? posts.get(o.post)!.post.waves.map(wave => wave.level) : [];
      });
      for (const level of foes) expect(level, q.key).toBeLessThanOrEqual(q.level + 1);
    }
  });

  it('pay sensibly: less than half a level of the quest’s own, gear one can soon wear', () => {
    for (const q of QUESTS) {
      for (const reward of rewardsOf(q)) {
        expect(reward.xp + (reward.share_pct ?? 0), q.key).toBeGreaterThan(0);
        expect(reward.xp, q.key).toBeLessThanOrEqual(xpToNext(q.level) * 0.85);
        expect(reward.gold, q.key).toBeLessThanOrEqual(60 * q.level + 5 * q.level ** 2);
        expect(reward.share_pct ?? 0, q.key).toBeLessThanOrEqual(10);
        for (const key of [...(reward.choose ?? []), ...(reward.items ?? []).map(i => i.item)]) {
          expect(items.key(key).level, `${q.key} ${key}`).toBeLessThanOrEqual(q.level + 2);
        }
        const worth = (reward.choose ?? []).map(key => items.key(key).price);
        if (worth.length) expect(Math.min(...worth) * 2.6, q.key).toBeGreaterThan(Math.max(...worth));
      }
    }
  });

  it('are worth reading', () => {
    const texts = QUESTS.flatMap(q =>
      [q.offer, q.progress, q.done, ...(q.ends ?? []).map(end => end.done)].map(text => [q.key, text]),
    );
    for (const [key, text] of texts) {
      expect(text.length, key).toBeGreaterThan(20);
      expect(text.length, key).toBeLessThan(900);
    }
    expect(new Set(texts.map(([, text]) => text)).size).toBe(texts.length);
    for (const q of QUESTS) {
      for (const o of q.objectives) expect(o.text.length, q.key).toBeLessThan(70);
      if (q.aside) expect(q.offer.length + q.aside.text.length, q.key).toBeLessThan(900);
    }
  });
});

describe('decisions', () => {
  it('are offered by somebody who exists, and every node of a talk is reached and can be left', () => {
    for (const talk of TALKS) {
      expect(npcs.has(talk.npc), talk.key).toBe(true);
      for (const key of [talk.during, talk.after]) if (key) quests.key(key);
      expect(Boolean(talk.during) || Boolean(talk.after), talk.key).toBe(true);
      const seen = new Set<string>();
      const visit = (key: string): void => {
        if (seen.has(key)) return;
        seen.add(key);
        const node = talk.nodes[key];
        expect(node, `${talk.key} ${key}`).toBeDefined();
        expect(node.says.length, talk.key).toBeLessThan(700);
        expect(node.answers.length, talk.key).toBeGreaterThan(0);
        expect(node.answers.length, talk.key).toBeLessThanOrEqual(4);
        for (const { to } of node.answers) if (to) visit(to);
      };
      visit('start');
      expect(
        Object.keys(talk.nodes).filter(key => !seen.has(key)),
        talk.key,
      ).toEqual([]);
      const leaves = Object.values(talk.nodes).some(node => node.answers.some(answer => !answer.to));
      expect(leaves, talk.key).toBe(true);
    }
  });

  it('lead to an end each, and none of them to a dead end', () => {
    for (const talk of TALKS) {
      const names = picksOf(talk);
      if (!names.length) continue;
      const askers = QUESTS.filter(q => q.objectives.some(o => o.kind === 'choose' && o.talk === talk.key));
      expect(
        askers.map(q => q.key),
        talk.key,
      ).toEqual([talk.during]);
      expect(new Set(names).size, talk.key).toBeGreaterThan(1);
    }
    for (const q of QUESTS) {
      for (const choice of [...(q.ends ?? []).map(end => end.chose), ...(q.needs?.chose ? [q.needs.chose] : [])]) {
        expect(picksOf(talks.key(choice.talk)), q.key).toContain(choice.answer);
      }
      // No quest stands behind one answer only: what everybody can choose leads everybody on.
      expect(q.needs?.chose, q.key).toBeUndefined();
    }
  });
});

describe('Alderwick', () => {
  it('has work for a newcomer from many people', () => {
    const givers = new Set(told.filter(q => q.level <= 3).map(q => q.giver));
    expect([...givers].filter(key => ALDERWICK.npcs.some(npc => npc.key === key)).length).toBeGreaterThanOrEqual(8);
  });
});
