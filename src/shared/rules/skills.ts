// Skills of trades and of gathering: 0 to 100 points that grow with use and open the next step. In: a character, how hard the work was,
// chance. Out: points in his life, points of experience for the work. Work that has become easy teaches nothing more.
import type { Skill } from '../content/trades';
import type { Character } from './character';
import type { Journal } from './journal';
import { gainXp, MAX_LEVEL, xpShareOfDifference, xpToNext } from './levels';

export const MAX_SKILL = 100;

export const skillOf = (c: Character, skill: Skill): number => c.life.skills[skill] ?? 0;

/** How work that needs so many points looks to who has these: impossible, or hard (teaches always), fair (often), easy (seldom), plain (never). */
export type Difficulty = 'impossible' | 'hard' | 'fair' | 'easy' | 'plain';
const HARD_POINTS = 10;
const FAIR_POINTS = 20;
const EASY_POINTS = 30;
export function difficultyOf(points: number, needed: number): Difficulty {
  if (points < needed) return 'impossible';
  if (points < needed + HARD_POINTS) return 'hard';
  if (points < needed + FAIR_POINTS) return 'fair';
  return points < needed + EASY_POINTS ? 'easy' : 'plain';
}

/** Chance that a piece of work teaches a point. */
export const CHANCE_TO_LEARN: Record<Difficulty, number> = { impossible: 0, hard: 1, fair: 0.6, easy: 0.25, plain: 0 };

/** One piece of work was done; returns the points learned, 0 or 1. */
export function gainSkill(c: Character, journal: Journal, skill: Skill, needed: number, random: () => number): number {
  const points = skillOf(c, skill);
  if (points >= MAX_SKILL || random() >= CHANCE_TO_LEARN[difficultyOf(points, needed)]) return 0;
  c.life.skills[skill] = points + 1;
  journal.life = true;
  return 1;
}

/** Pieces of work as hard as one's level that would make a level by themselves. */
const PIECES_PER_LEVEL = 60;

/** Points of experience for a piece of work on a thing of that level; like foes, things five levels below give nothing. */
export function xpOfWork(levelOfThing: number, playerLevel: number): number {
  const even = xpToNext(Math.min(levelOfThing, MAX_LEVEL)) / PIECES_PER_LEVEL;
  return Math.round((even * Math.min(100, xpShareOfDifference(levelOfThing - playerLevel))) / 100);
}

/** The same, gained. */
export function gainWorkXp(c: Character, journal: Journal, levelOfThing: number): { xp: number; levels: number } {
  const xp = xpOfWork(levelOfThing, c.level);
  return { xp, levels: gainXp(c, journal, xp) };
}
