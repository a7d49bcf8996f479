// Talks with villagers, and answers that are remembered. In: a character, a villager's key. Out: talks that may be had, an answer checked and
// kept in his life, the quest that asked for it counted.
import { quests, talks } from '../content';
import type { Choice, Talk } from '../content/kinds';
import type { Character } from './character';
import type { Journal } from './journal';
import { applyEvent, decisionsOf, progressOf } from './questcounts';
import { OK, REASONS, type Reason } from './reasons';

/** Names of the answers of a talk that are remembered, in their order. */
export const picksOf = (talk: Talk): string[] =>
  Object.values(talk.nodes).flatMap(node => node.answers.flatMap(answer => answer.picks ?? []));

/** What somebody answered in that talk; undefined: nothing yet. */
export const answerOf = (c: Character, talk: string): string | undefined =>
  picksOf(talks.key(talk))[(c.life.choices[talk] ?? 0) - 1];
export const chose = (c: Character, { talk, answer }: Choice): boolean => answerOf(c, talk) === answer;

function isOpen(c: Character, talk: Talk): boolean {
  if (talk.after && !c.done.includes(quests.key(talk.after).id)) return false;
  if (talk.during && !progressOf(c, quests.key(talk.during).id)) return false;
  return !picksOf(talk).length || !c.life.choices[talk.key];
}

export const talksWith = (c: Character, npc: string): Talk[] => talks.all.filter(talk => talk.npc === npc && isOpen(c, talk));

/** `answer`: its number among the talk's remembered ones, from 0. */
export function checkAnswer(c: Character, npc: string, id: number, answer: number): Reason {
  const talk = talks.get(id);
  if (!talk || talk.npc !== npc) return REASONS.nothingToSay;
  if (c.life.choices[talk.key]) return REASONS.alreadyChosen;
  if (!isOpen(c, talk)) return REASONS.nothingToSay;
  return picksOf(talk)[answer] === undefined ? REASONS.badChoice : OK;
}

export function applyAnswer(c: Character, journal: Journal, id: number, answer: number): void {
  const { key } = talks.get(id)!;
  c.life.choices[key] = answer + 1;
  journal.life = true;
  applyEvent(c, journal, { kind: 'choose', talk: key });
}

/** What was decided in a quest that is given up can be decided anew. */
export function forgetChoices(c: Character, journal: Journal, quest: number): void {
  const kind = quests.get(quest);
  for (const key of kind ? decisionsOf(kind) : []) {
    if (!c.life.choices[key]) continue;
    delete c.life.choices[key];
    journal.life = true;
  }
}
