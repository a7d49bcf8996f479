// What quests bring, by their level and weight, so that all of one weight are worth the same. In: level, weight. Out: points and copper.
import { xpToNext } from '../../rules/levels';
import type { QuestReward } from '../kinds';

/** Share of the level's points, and of the level's purse. An errand is a walk, a side story a fight or two, the main story more than that. */
const WEIGHTS = {
  errand: [0.07, 0.6],
  side: [0.09, 1],
  story: [0.15, 1.3],
  great: [0.24, 2],
} as const;

const tens = (value: number): number => Math.round(value / 10) * 10;
const purse = (level: number): number => 18 * level + 2 * level * level;

export function pay(weight: keyof typeof WEIGHTS, level: number, more: Partial<QuestReward> = {}): QuestReward {
  const [points, copper] = WEIGHTS[weight];
  return { xp: tens(xpToNext(level) * points), gold: tens(purse(level) * copper), ...more };
}
