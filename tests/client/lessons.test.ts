// The first ten minutes on paper: a newcomer from Play to level 3, lesson by lesson, each from the state of the game alone; and a veteran on a
// new device, who is taught nothing.
import { describe, expect, test } from 'vitest';
import { type Facts, LESSONS, learnt, lessonFor } from '../../web/game/lessons';
import { de } from '../../web/strings/de';
import { en } from '../../web/strings/en';
import { es } from '../../web/strings/es';

const newcomer = (): Facts => ({
  touch: false,
  mode: 'adventurer',
  seen: new Set(['adventurer']),
  moved_m: 0,
  sprinted: false,
  level: 1,
  health: 1,
  dead: false,
  everDead: false,
  fighting: false,
  quests: 0,
  ready: 0,
  done: 0,
  talking: false,
  guide: { kind: 'offer', distance: 22 },
  aiming: false,
  foe_m: 200,
  slain: 0,
  spoils: false,
  taken: 0,
  better: false,
  classless: true,
  undecided: false,
  talents: 0,
  food: true,
  atRange: false,
  panels: new Set(),
  places: 1,
  stone: false,
  travelled: false,
  others: 0,
  chatted: false,
});

/** A player whose game goes on step by step; what he has learnt is written down as the game does it. */
class Evening {
  readonly over = new Set<string>();
  private now = newcomer();

  goesOn(changes: Partial<Facts>): string {
    this.now = { ...this.now, ...changes };
    for (const name of learnt(this.now, this.over)) this.over.add(name);
    return lessonFor(this.now, this.over)?.name ?? '';
  }
  putAside(name: string): void {
    this.over.add(name);
  }
}

const views = (...all: Facts['mode'][]) => new Set(all);

test('from Play to level 3 there is always one thing to do next, and never the same again', () => {
  const evening = new Evening();
  expect(evening.goesOn({})).toBe('move');
  expect(evening.goesOn({ moved_m: 6 })).toBe('follow');
  expect(evening.goesOn({ guide: { kind: 'offer', distance: 5 } })).toBe('talk');
  expect(evening.goesOn({ talking: true })).toBe('accept');
  expect(evening.goesOn({ talking: false, quests: 1, guide: { kind: 'place', distance: 18 } })).toBe('tracker');
  expect(evening.goesOn({ panels: new Set(['quests']) })).toBe('');
  expect(evening.goesOn({ guide: { kind: 'task', distance: 70 } })).toBe('sprint');
  expect(evening.goesOn({ sprinted: true })).toBe('');
  // By the Watch House: the straw men are a reason to look through one's own eyes.
  expect(evening.goesOn({ atRange: true, guide: { kind: 'task', distance: 4 } })).toBe('warfront');
  expect(evening.goesOn({ mode: 'warfront', seen: views('adventurer', 'warfront') })).toBe('back');
  expect(evening.goesOn({ mode: 'adventurer', atRange: false })).toBe('');
  expect(evening.goesOn({ ready: 1, guide: { kind: 'turnin', distance: 6 } })).toBe('handin');
  expect(evening.goesOn({ ready: 0, quests: 0, done: 1, better: true })).toBe('wear');
  expect(evening.goesOn({ better: false, panels: new Set(['quests', 'bag']) })).toBe('commander');
  expect(evening.goesOn({ mode: 'commander', seen: views('adventurer', 'warfront', 'commander') })).toBe('');
  expect(evening.goesOn({ mode: 'adventurer', quests: 1, guide: { kind: 'foe', distance: 90 } })).toBe('');
  expect(evening.goesOn({ foe_m: 20 })).toBe('fight');
  expect(evening.goesOn({ fighting: true, aiming: true })).toBe('fight');
  expect(evening.goesOn({ fighting: false, aiming: false, slain: 1, spoils: true, health: 0.8 })).toBe('loot');
  expect(evening.goesOn({ spoils: false, taken: 1 })).toBe('');
  expect(evening.goesOn({ health: 0.4 })).toBe('eat');
  expect(evening.goesOn({ health: 1, level: 2 })).toBe('level');
  expect(evening.goesOn({ panels: new Set(['quests', 'bag', 'abilities']) })).toBe('class');
  expect(evening.goesOn({ panels: new Set(['quests', 'bag', 'abilities', 'classes']) })).toBe('');
  expect(evening.goesOn({ places: 3 })).toBe('map');
  expect(evening.goesOn({ panels: new Set(['quests', 'bag', 'abilities', 'classes', 'map']), level: 3, done: 3, slain: 8 })).toBe(
    '',
  );
});

describe('nothing is taught twice or for nothing', () => {
  test('a veteran on a new device is left in peace', () => {
    const evening = new Evening();
    const veteran = evening.goesOn({
      moved_m: 30,
      level: 9,
      classless: false,
      talents: 1,
      done: 20,
      quests: 3,
      slain: 40,
      guide: { kind: 'foe', distance: 300 },
      foe_m: 9,
      fighting: true,
    });
    expect(veteran).toBe('');
    expect(evening.over).toContain('move');
    expect(evening.over).toContain('fight');
    expect(evening.over).toContain('talk');
  });

  test('what was put aside stays aside', () => {
    const evening = new Evening();
    expect(evening.goesOn({})).toBe('move');
    evening.putAside('move');
    expect(evening.goesOn({})).toBe('follow');
    for (const { name } of LESSONS) evening.putAside(name);
    expect(evening.goesOn({ fighting: true, foe_m: 3 })).toBe('');
  });

  test('in a fight, in a talk and in death nothing but what helps there is said', () => {
    const evening = new Evening();
    evening.goesOn({ moved_m: 9, slain: 1, taken: 1, quests: 1, sprinted: true, panels: new Set(['quests']) });
    expect(evening.goesOn({ fighting: true, level: 2, better: true })).toBe('');
    expect(evening.goesOn({ fighting: false, dead: true })).toBe('');
    expect(evening.goesOn({ dead: false, everDead: true, health: 0.7, better: false })).toBe('fallen');
    expect(evening.goesOn({ health: 1 })).toBe('level');
  });

  test('the way back is told in whatever view one is lost in', () => {
    expect(new Evening().goesOn({ mode: 'commander', seen: views('commander'), moved_m: 9 })).toBe('back');
    expect(new Evening().goesOn({ mode: 'warfront', seen: views('warfront'), moved_m: 9, guide: null })).toBe('back');
  });
});

test('every lesson has a name of its own, words in every language, and names its keys in them', () => {
  expect(new Set(LESSONS.map(each => each.name)).size).toBe(LESSONS.length);
  for (const lesson of LESSONS) {
    for (const touch of [false, true]) {
      const key = lesson.text({ ...newcomer(), touch });
      for (const texts of [en, de, es] as Record<string, string>[]) {
        expect(texts[key], key).toBeTruthy();
        if (touch) continue;
        for (const action of lesson.keys) expect(texts[key], `${key} names ${action}`).toContain(`{${action}}`);
      }
    }
  }
});
