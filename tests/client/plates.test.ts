// Name plates in a crowd: who matters has one, the rest share what room there is, and nobody's flickers.
import { describe, expect, test } from 'vitest';
import { CLASS_MONSTER, CLASS_PLAYER, CLASS_VILLAGER, FLAG_DEAD } from '../../assembly/layout';
import { type ActorView, HEED_ATTACKER, HEED_FRIEND, HEED_SPEAKING } from '../../web/render/contract';
import { type Focus, Relevant, relevance, type Standing } from '../../web/render/relevance';
import { seeded } from '../harness/seeded';
import { bodyAt } from './crowd';

const NOBODY: Focus = { target: 0, hover: 0, platesOn: true };
const player = (more: Partial<ActorView> = {}) => bodyAt(1, 0, 0, { cls: CLASS_PLAYER, stance: 'friend', ...more });

describe('what a plate matters', () => {
  test('target, hover, friends, attackers, speakers, marks, foes, the near: in this order, however far within reach', () => {
    const weights = [
      relevance(player(), 80, 0, { ...NOBODY, target: 1 }),
      relevance(player(), 80, 0, { ...NOBODY, hover: 1 }),
      relevance(player(), 80, HEED_FRIEND, NOBODY),
      relevance(player(), 60, HEED_ATTACKER, NOBODY),
      relevance(player(), 40, HEED_SPEAKING, NOBODY),
      relevance(bodyAt(1, 0, 0, { cls: CLASS_VILLAGER, stance: 'villager', mark: 'offer' }), 30, 0, NOBODY),
      relevance(bodyAt(1, 0, 0, { cls: CLASS_MONSTER, stance: 'foe', hp: 0.5 }), 20, 0, NOBODY),
      relevance(player(), 2, 0, NOBODY),
      relevance(player(), 20, 0, NOBODY),
    ];
    expect(weights.every(weight => weight > 0)).toBe(true);
    expect([...weights].sort((a, b) => b - a)).toEqual(weights);
  });

  test('oneself, the dead and the far have none; without plates only target and hover have', () => {
    expect(relevance(player({ own: true }), 1, 0, { ...NOBODY, target: 1 })).toBe(0);
    expect(relevance(player({ flags: FLAG_DEAD }), 5, 0, NOBODY)).toBe(0);
    expect(relevance(player(), 60, 0, NOBODY)).toBe(0);
    expect(relevance(player(), 5, HEED_SPEAKING, { ...NOBODY, platesOn: false })).toBe(0);
    expect(relevance(player(), 5, 0, { target: 1, hover: 0, platesOn: false })).toBeGreaterThan(0);
  });
});

describe('the chosen ones', () => {
  interface Named extends Standing {
    name: string;
  }
  const standing = (name: string): Named => ({ name, weight: 0, sinceS: 0, chosen: -1 });
  const names = (relevant: Relevant<Named>) => relevant.order.map(one => one.name).join('');

  function choose(relevant: Relevant<Named>, most: number, timeS: number, weights: [Named, number][]): string {
    relevant.begin(most, timeS);
    for (const [one, weight] of weights) relevant.offer(one, weight);
    relevant.end();
    return names(relevant);
  }

  test('are the most relevant, in order', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(standing);
    expect(
      choose(new Relevant<Named>(), 3, 0, [
        [a, 10],
        [b, 40],
        [c, 30],
        [d, 20],
      ]),
    ).toBe('bcd');
  });

  test('give way only to one who matters clearly more, at once to one who matters much', () => {
    const relevant = new Relevant<Named>();
    const [a, b, c] = ['a', 'b', 'c'].map(standing);
    const at = (timeS: number, wa: number, wb: number, wc: number) =>
      choose(relevant, 2, timeS, [
        [a, wa],
        [b, wb],
        [c, wc],
      ]);
    expect(at(0, 180, 170, 160)).toBe('ab');
    expect(at(5, 180, 170, 173)).toBe('ab');
    expect(at(6, 180, 170, 176)).toBe('ac');
    // Who has just come up is not sent away for a little.
    expect(at(6.1, 180, 184, 176)).toBe('ac');
    expect(at(6.2, 180, 1000, 176)).toBe('bc');
  });

  test('keep their order until one clearly overtakes the other', () => {
    const relevant = new Relevant<Named>();
    const [a, b] = ['a', 'b'].map(standing);
    const at = (timeS: number, wa: number, wb: number) =>
      choose(relevant, 2, timeS, [
        [a, wa],
        [b, wb],
      ]);
    expect(at(0, 180, 170)).toBe('ab');
    expect(at(1, 175, 178)).toBe('ab');
    expect(at(2, 174, 179)).toBe('ba');
    expect(at(3, 176, 175)).toBe('ba');
  });

  test('in a milling crowd hardly change from frame to frame', () => {
    const chance = seeded(7);
    const relevant = new Relevant<Named>();
    const crowd = Array.from({ length: 1000 }, (_, i) => standing(`${i},`));
    const weights = crowd.map(() => 150 + chance() * 45);
    let changes = 0;
    let before = '';
    for (let frame = 0; frame < 600; frame++) {
      const sway = Math.sin(frame / 5);
      const now = choose(
        relevant,
        40,
        frame / 60,
        crowd.map((one, i) => [one, weights[i] + sway * (i % 2 ? 1 : -1)]),
      );
      expect(relevant.order.length).toBe(40);
      if (now !== before) changes++;
      before = now;
    }
    expect(changes).toBeLessThanOrEqual(2);
  });
});
