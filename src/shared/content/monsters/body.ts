// How strong a kind is at its lowest level, from what it would be at the first: the growth of rules/stats.ts (health 50, damage 36, armor 40
// in the hundred per level), so that kinds of any level can be compared by three small numbers. In: those. Out: the numbers of a kind.
import type { MonsterKind } from '../kinds';

const HEALTH = 0.5;
const DAMAGE = 0.36;
const ARMOR = 0.4;

type Strength = Pick<MonsterKind, 'level' | 'hp' | 'damage' | 'armor'>;

/** `damage`: the middle of the range at the first level; it reaches an eighth to both sides. */
export function strength(low: number, high: number, hp: number, damage: number, armor: number): Strength {
  const grown = (base: number, growth: number): number => base * (1 + growth * (low - 1));
  const middle = grown(damage, DAMAGE);
  return {
    level: [low, high],
    hp: Math.round(grown(hp, HEALTH)),
    damage: [Math.round(middle * 0.875), Math.round(middle * 1.125)],
    armor: Math.round(grown(armor, ARMOR)),
  };
}
