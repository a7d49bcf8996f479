// Where next: a newcomer is always led somewhere, and to the right place: to who has work, through the quest, to the nearest prey, back again.
import { describe, expect, test } from 'vitest';
import { ALDERWICK, monsters, quests } from '../../src/shared/content';
import { ANY_FOE } from '../../src/shared/content/questkinds';
import type { Character } from '../../src/shared/rules/character';
import { newLife } from '../../src/shared/rules/life';
import { wanted } from '../../src/shared/rules/quests';
import { standing } from '../../src/shared/rules/standing';
import { whereTo } from '../../web/game/guide';
import { npcCalled } from '../../web/places';

const START = ALDERWICK.spawns[0];
/** A day on which nothing is out of the ordinary. */
const CALM = standing(0, new Set());
/** What a body runs in a second. */
const RUN_MPS = 5.5;

function character(more: Partial<Character> = {}): Character {
  return {
    id: '',
    account: '',
    name: 'Wren',
    covenant: 0,
    look: 0,
    level: 1,
    xp: 0,
    gold: 0,
    items: [],
    quests: [],
    done: [],
    pois: [],
    life: newLife(),
    ...more,
  };
}
const taken = (key: string, counts: number[]) => ({ quest: quests.key(key).id, counts });
const away = (a: { x: number; z: number }, b: { x: number; z: number }) => Math.hypot(a.x - b.x, a.z - b.z);

test('whoever has nothing to do is led to the nearest villager with work, which a newcomer can see from where he wakes', () => {
  const to = whereTo(character(), START, [], CALM);
  expect(to).toMatchObject({ kind: 'offer', label: 'Old Aldous' });
  expect(away(START, to!)).toBeLessThan(15);
});

test('a newcomer is led to the beginning of the story on whatever day, also past somebody who has work for today', () => {
  const all = new Set(quests.all.map(({ id }) => id));
  for (let day = 0; day < 14; day++) {
    for (const at of [START, ...ALDERWICK.npcs]) {
      expect(whereTo(character(), at, [], standing(day, all))?.label, `day ${day}`).toBe('Old Aldous');
    }
  }
});

test('the first quest is led through step by step and back to who waits for it', () => {
  const at = (counts: number[]) => whereTo(character({ quests: [taken('new-boots', counts)] }), START, [], CALM);
  expect(at([0, 0, 0])).toMatchObject({ kind: 'place', label: 'Alderwick Market' });
  expect(at([1, 0, 0])?.label).toBe(npcCalled('nan')?.name);
  expect(at([1, 1, 0])?.label).toBe(npcCalled('isolde')?.name);
  expect(at([1, 1, 1])).toMatchObject({ kind: 'turnin', label: npcCalled('isolde')?.name });
});

test('a round of places leads to each that was not seen yet, in whatever order, and then to what else there is', () => {
  const at = (seen: number) => whereTo(character({ level: 2, quests: [taken('four-roads', [seen, 0])] }), START, [], CALM)?.label;
  const names = quests.key('four-roads').objectives.flatMap(o => (o.kind === 'explore' ? o.pois : []));
  const called = (key: string) => ALDERWICK.pois.find(poi => poi.key === key)?.name;
  names.forEach((key, i) => {
    expect(at(7 & ~(1 << i)), key).toBe(called(key));
  });
  expect(at(7)).toBe(npcCalled('rolf')?.name);
});

describe('prey', () => {
  const hunting = character({ level: 1, quests: [taken('teeth-in-the-hedge', [3, 0])], done: [quests.key('new-boots').id] });

  test('the first foe is within a minute of where the hunt is taken', () => {
    const captain = npcCalled('isolde')!;
    const to = whereTo(hunting, captain, [], CALM)!;
    expect(to.kind).toBe('foe');
    expect(away(captain, to) / RUN_MPS).toBeLessThan(60);
  });

  test('one in sight is nearer than its camp', () => {
    const wolf = { kind: monsters.key('wolf').id, x: START.x + 30, z: START.z };
    expect(whereTo(hunting, START, [wolf], CALM)).toMatchObject({ x: wolf.x, z: wolf.z, kind: 'foe', label: 'Hedge Wolf' });
    const hare = { kind: monsters.key('hare').id, x: START.x + 3, z: START.z };
    expect(whereTo(hunting, START, [hare], CALM)?.x).not.toBe(hare.x);
  });
});

test('every objective of every quest of the first levels leads somewhere, or to the next that does', () => {
  for (const quest of quests.all.filter(each => each.level <= 3)) {
    const counts = quest.objectives.map(() => 0);
    for (const [i, objective] of quest.objectives.entries()) {
      const to = whereTo(character({ level: quest.level, quests: [{ quest: quest.id, counts }] }), START, [], CALM);
      const isAnywhere =
        ['equip', 'use', 'craft'].includes(objective.kind) || ('monster' in objective && objective.monster === ANY_FOE);
      if (!isAnywhere) expect(to, `${quest.key} ${objective.text}`).not.toBeNull();
      counts[i] = objective.kind === 'explore' ? 2 ** objective.pois.length - 1 : wanted(objective);
    }
  }
});
