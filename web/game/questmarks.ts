// What a villager's mark should say: a quest to take, one to hand in. In: content and the player's quests; out: a mark or ''.

import { quests } from '../../src/shared/content';
import type { Quest } from '../../src/shared/content/kinds';
import type { Body, S2C } from '../../src/shared/protocol/messages';

type Progress = Body<typeof S2C.quests>;

/** How many of an objective are wanted. */
export function wanted(objective: Quest['objectives'][number]): number {
  return 'count' in objective ? objective.count : 1;
}

export function isComplete(quest: Quest, counts: readonly number[]): boolean {
  return quest.objectives.every((objective, i) => (counts[i] ?? 0) >= wanted(objective));
}

export function questMarkOf(npc: string, level: number, progress: Progress): '' | 'offer' | 'turnin' {
  for (const { quest, counts } of progress.active) {
    const kind = quests.get(quest);
    if (kind?.ender === npc && isComplete(kind, counts)) return 'turnin';
  }
  return quests.all.some(quest => quest.giver === npc && mayTake(quest, level, progress)) ? 'offer' : '';
}

function mayTake(quest: Quest, level: number, progress: Progress): boolean {
  if (quest.level > level || progress.done.includes(quest.id)) return false;
  if (progress.active.some(active => active.quest === quest.id)) return false;
  return (quest.after ?? []).every(key => progress.done.includes(quests.key(key).id));
}
