// The classes as content, and as they fight: every name they use exists, each has a way through all twenty levels, and an even foe is an even
// foe for each of them, in the gear of its time.
import { describe, expect, it } from 'vitest';
import { ABILITIES, abilities, CLASSES, EFFECTS, effects, TALENTS } from '../../src/shared/content';
import { changeAbility, TALENT_LEVELS } from '../../src/shared/content/talents';
import { mean, trained } from './arena';

const own = (cls: string) => ABILITIES.filter(ability => ability.cls === cls);
const ROTATIONS: Readonly<Record<string, readonly string[]>> = {
  // biome-ignore format: one class to a line
  warden: ['raised-guard', 'stone-oath', 'last-bastion', 'reprisal', 'sundering-blow', 'shield-slam', 'ground-stomp', 'cleave', 'strike'],
  ranger: ['marked-prey', 'bears-heart', 'wolf-call', 'hawk-strike', 'stampede', 'volley', 'quick-arrow', 'gagging-shaft', 'loose'],
  sage: ['leaf-ward', 'renewal', 'gentle-light', 'sunbrand', 'kindle', 'thornlight'],
  'ember-mage': ['kindled-mind', 'ash-shell', 'falling-star', 'cinder-brand', 'fireburst', 'ash-siphon', 'kindle', 'scorch'],
  duelist: ['sidestep', 'red-thirst', 'coup-de-grace', 'feint', 'open-vein', 'quick-cut', 'blade-dance', 'strike'],
};
const EVEN: readonly (readonly [level: number, foe: string])[] = [
  [1, 'wolf'],
  [5, 'crawler'],
  [5, 'boar'],
  [10, 'wight'],
  [10, 'reaver'],
  [15, 'drowned'],
  [15, 'reaver'],
  [20, 'wight'],
  [20, 'reaver'],
];

describe('classes', () => {
  it.each(CLASSES.map(cls => [cls.key, cls] as const))(
    '%s learns at least eight things of its own, spread over the levels',
    (key, cls) => {
      const levels = own(key).map(ability => ability.level);
      expect(levels.length).toBeGreaterThanOrEqual(8);
      expect(Math.min(...levels)).toBe(1);
      for (const least of [5, 10, 15])
        expect(
          levels.some(level => level > least),
          `nothing after ${least}`,
        ).toBe(true);
      expect(Math.max(...levels)).toBeLessThanOrEqual(20);
      for (const ability of own(key)) {
        expect(ability.id).toBeGreaterThanOrEqual(64);
        expect(ability.id).toBeLessThanOrEqual(127);
        expect(ability.text.length, ability.key).toBeGreaterThan(20);
        if (ability.effect) expect(effects.has(ability.effect), ability.key).toBe(true);
      }
      expect(cls.bar).toHaveLength(12);
      expect(cls.warBar).toHaveLength(4);
      for (const name of [...cls.bar, ...cls.warBar]) {
        const ability = abilities.key(name);
        expect(ability.cls === undefined || ability.cls === key, `${name} on the bar of ${key}`).toBe(true);
      }
      // What it learns has a place on its bar, or is one of those that need the room least.
      expect(cls.bar.filter(name => abilities.key(name).cls === key).length).toBeGreaterThanOrEqual(8);
    },
  );

  it('do and undergo effects of at least fourteen sorts', () => {
    const used = new Set(ABILITIES.map(ability => ability.effect).filter(key => key !== undefined));
    const types = new Set(EFFECTS.filter(effect => used.has(effect.key)).map(effect => effect.type));
    expect(types.size).toBeGreaterThanOrEqual(14);
    for (const { key, id } of EFFECTS)
      if (id >= 13 && id <= 40) expect(used.has(key) || TALENTS.some(t => t.change?.effect === key), key).toBe(true);
  });
});

describe('talents', () => {
  it('are three to a tier, each with a change that can be felt', () => {
    for (const { key } of CLASSES)
      for (const level of TALENT_LEVELS)
        expect(
          TALENTS.filter(t => t.cls === key && t.level === level),
          `${key} ${level}`,
        ).toHaveLength(3);
    for (const { change, shape, key, cls, text } of TALENTS) {
      expect(Boolean(change) !== Boolean(shape), key).toBe(true);
      expect(text.length, key).toBeGreaterThan(10);
      if (!change) continue;
      const ability = abilities.key(change.ability);
      expect(ability.cls === undefined || ability.cls === cls, key).toBe(true);
      expect(changeAbility(ability, change), key).not.toEqual(ability);
      if (change.effect) expect(effects.has(change.effect), key).toBe(true);
    }
  });

  it('of two tiers never change the same ability of one class', () => {
    for (const { key } of CLASSES) {
      const tiers = new Map<string, Set<number>>();
      for (const { cls, change, level } of TALENTS)
        if (cls === key && change) tiers.set(change.ability, (tiers.get(change.ability) ?? new Set()).add(level));
      for (const [ability, levels] of tiers) expect([...levels], ability).toHaveLength(1);
    }
  });
});

describe('balance of the classes', () => {
  it('an even foe is won in comparable time, at every level, by every class', () => {
    const told = CLASSES.flatMap(({ key }) =>
      EVEN.map(([level, foe]) => ({ key, level, foe, ...mean(trained(key, level), foe, level, ROTATIONS[key]) })),
    );
    const odd = told.filter(f => !f.won || f.seconds < 4.5 || f.seconds > 15 || f.lost < 0.02 || f.lost > 0.62);
    expect(odd.map(f => `${f.key} ${f.level} ${f.foe}: ${f.seconds.toFixed(1)} s, ${(f.lost * 100).toFixed()} % lost`)).toEqual([]);
  });

  it('a warden loses markedly less of himself than those who only deal', () => {
    for (const [level, foe] of EVEN) {
      if (level < 5) continue;
      const wear = (key: string, rotation: readonly string[]): number => {
        const f = mean(trained(key, level), foe, level, rotation);
        return f.taken / f.seconds / trained(key, level).body.hpMax;
      };
      const plain = wear('duelist', ['quick-cut', 'open-vein', 'strike']);
      expect(wear('warden', ROTATIONS.warden) / plain, `${level} ${foe}`).toBeLessThan(0.72);
    }
  });

  it('a sage out-heals an even foe for as long as anybody cares to watch', () => {
    const heals = ['second-dawn', 'leaf-ward', 'renewal', 'gentle-light'];
    for (const [level, foe] of EVEN) {
      const f = mean(trained('sage', level), foe, level, heals, 40);
      expect(f.lost, `${level} ${foe}`).toBeLessThan(0.7);
      expect(f.seconds).toBeGreaterThan(39);
    }
  });

  it('talents are worth having, and none decides alone', () => {
    const best = [...TALENT_LEVELS].map(level => TALENTS.find(t => t.cls === 'duelist' && t.level === level && t.shape)?.id ?? 0);
    const without = mean(trained('duelist', 20), 'reaver', 20, ROTATIONS.duelist);
    const withAll = mean(trained('duelist', 20, best), 'reaver', 20, ROTATIONS.duelist);
    expect(withAll.seconds).toBeLessThan(without.seconds);
    expect(withAll.seconds).toBeGreaterThan(without.seconds * 0.6);
  });
});
