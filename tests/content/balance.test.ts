// Even fights stay even: a newcomer and a wolf, then an even foe at every level, for a character without a class (arena.ts plays them).
import { describe, expect, it } from 'vitest';
import { monsters } from '../../src/shared/content';
import { dressed } from '../rules/people';
import { type Fight, fighterOf, mean } from './arena';

const meanOf = (level: number, geared: boolean, foe: string, foeLevel: number, rotation: readonly string[]): Fight =>
  mean(fighterOf(dressed(level, geared)), foe, foeLevel, rotation);

const EVEN: readonly (readonly [level: number, foe: string])[] = [
  [1, 'wolf'],
  [1, 'boar'],
  [2, 'snapper'],
  [3, 'wolf'],
  [3, 'bandit'],
  [4, 'spider'],
  [5, 'crawler'],
  [6, 'greymuzzle'],
  [7, 'bandit'],
  [8, 'wight'],
  [9, 'wight'],
  [10, 'wight'],
  [5, 'tusker'],
  [6, 'thorn-stag'],
  [6, 'strand-crab'],
  [7, 'kiln-sprite'],
  [8, 'crag-wolf'],
  [7, 'crag-runner'],
  [9, 'marauder'],
  [8, 'reaver'],
  [9, 'reaver-bow'],
  [9, 'drowned'],
  [10, 'reaver'],
  // The same foes grown up, until those of the far marches stand in for them.
  [12, 'reaver'],
  [14, 'crag-wolf'],
  [16, 'wight'],
  [18, 'reaver'],
  [20, 'drowned'],
];
const ROTATION = ['bash', 'kindle', 'cleave', 'strike', 'loose'];

describe('balance', () => {
  it('a newcomer beats a wolf of his level in six to nine seconds and keeps most of his health', () => {
    const f = meanOf(1, false, 'wolf', 1, ['strike']);
    expect(f.won).toBe(true);
    expect(f.seconds).toBeGreaterThan(5);
    expect(f.seconds).toBeLessThan(9.5);
    expect(f.lost).toBeGreaterThan(0.2);
    expect(f.lost).toBeLessThan(0.5);
  });

  it('even fights stay even to the last level', () => {
    const told = EVEN.map(([level, foe]) => ({ level, foe, ...meanOf(level, level > 1, foe, level, ROTATION) }));
    const odd = told.filter(f => !f.won || f.seconds < 4.5 || f.seconds > 13 || f.lost < 0.12 || f.lost > 0.62);
    expect(odd.map(f => `${f.level} ${f.foe}: ${f.seconds.toFixed(1)} s, ${(f.lost * 100).toFixed()} % lost`)).toEqual([]);
  });

  it('a foe three levels above is a bad idea, elites are for company', () => {
    expect(meanOf(3, true, 'bandit', 6, ROTATION).lost).toBeGreaterThan(0.6);
    for (const [level, elite] of [
      [6, 'old-mother'],
      [8, 'bandit-captain'],
      [10, 'hollow-abbot'],
    ] as const) {
      expect(meanOf(level, true, elite, monsters.key(elite).level[0], ROTATION).won, elite).toBe(false);
    }
  });
});
