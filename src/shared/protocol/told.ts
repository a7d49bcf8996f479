// A character's parts as messages carry them, and back: things with their marks, and the life. In: either form. Out: the other.
import { type Item, MARKED_BY, type Marks } from '../rules/character';
import type { Life } from '../rules/life';
import type { Body, S2C } from './messages';

export type ItemRow = Body<typeof S2C.bag>['items'][number];
type LifeBody = Body<typeof S2C.life>;
type Counts = LifeBody['tallies'];

export function tellItem({ slot, id, kind, quantity, marks = {} }: Item): ItemRow {
  const { bound = false, wear = 0, quality = 0, maker = '', from = 0, by = 'nobody' } = marks;
  return { slot, id, kind, quantity, bound, wear, quality, maker, from, by: MARKED_BY.indexOf(by) };
}

export function toldItem({ slot, id, kind, quantity, bound, wear, quality, maker, from, by }: ItemRow): Item {
  const marks: Marks = {};
  if (bound) marks.bound = true;
  if (wear) marks.wear = wear;
  if (quality) marks.quality = quality;
  if (maker) marks.maker = maker;
  if (from) marks.from = from;
  if (by) marks.by = MARKED_BY[by];
  return { slot, id, kind, quantity, ...(Object.keys(marks).length ? { marks } : {}) };
}

export function tellLife({ tallies, skills, days, locks, choices, back: _, gifts: __, ...rest }: Life): LifeBody {
  return {
    ...rest,
    tallies: counts(tallies),
    skills: counts(skills),
    days: counts(days),
    locks: counts(locks),
    choices: counts(choices),
  };
}

export function toldLife({ tallies, skills, days, locks, choices, ...rest }: LifeBody): Life {
  return {
    ...rest,
    back: null,
    tallies: record(tallies),
    skills: record(skills),
    days: record(days),
    locks: record(locks),
    choices: record(choices),
    gifts: [],
  };
}

const counts = (record: Record<string, number>): Counts => Object.entries(record).map(([of, count]) => ({ of, count }));
const record = (counts: Counts): Record<string, number> => Object.fromEntries(counts.map(({ of, count }) => [of, count]));
