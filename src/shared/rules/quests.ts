// Quests: what is offered, taken, handed in, given up; daily tasks; ends that depend on what was decided. In: a character, villagers' keys,
// how the world stands. Out: progress, rewards, journal. What is counted meanwhile stands in questcounts.ts, talks in talks.ts.
import { items, quests } from '../content';
import { COVENANTS, type Quest, type QuestReward } from '../content/kinds';
import type { Character } from './character';
import { applyAdd, applyConsume, checkAdd, type Mint, type Stack, slotsFreed } from './inventory';
import { type Journal, LEDGER } from './journal';
import { gainXp, MAX_LEVEL, xpToNext } from './levels';
import { applyEvent, isReady, progressOf } from './questcounts';
import { OK, REASONS, type Reason } from './reasons';
import type { Standing } from './standing';
import { chose, forgetChoices } from './talks';
import { MAX_GOLD } from './vendor';
import { carried, kindOf } from './worn';

export { achieved, applyEvent, isReady, progressOf, type QuestEvent, unmet, wanted, wantedQuestItems } from './questcounts';

export const MAX_QUESTS = 20;

/** Whether that villager hands the quest out; for tasks of the day he takes them back as well. */
const gives = ({ giver, board }: Quest, npc: string): boolean => giver === npc || !!board?.includes(npc);
const takesBack = ({ ender, board }: Quest, npc: string): boolean => ender === npc || !!board?.includes(npc);

/** The day's task was done on that day. */
export const doneOn = (c: Character, { id }: Quest, day: number): boolean => c.life.days[id] === day;
export const isDone = (c: Character, quest: Quest, day: number): boolean =>
  quest.daily ? doneOn(c, quest, day) : c.done.includes(quest.id);

/** What keeps him from a quest that he neither has nor has done. */
function hindrance(c: Character, quest: Quest, world: Standing): Reason {
  const { needs = {}, level, after = [] } = quest;
  if (needs.covenant && COVENANTS[c.covenant] !== needs.covenant) return REASONS.wrongCovenant;
  if (needs.cls && !needs.cls.includes(c.life.cls)) return REASONS.wrongClass;
  if (level > c.level || !after.every(key => c.done.includes(quests.key(key).id))) return REASONS.questNotOffered;
  if (needs.chose && !chose(c, needs.chose)) return REASONS.questNotOffered;
  return world.allows(quest) ? OK : REASONS.notTheTime;
}

const isOpen = (c: Character, quest: Quest, world: Standing): boolean =>
  !isDone(c, quest, world.day) && !progressOf(c, quest.id) && hindrance(c, quest, world) === OK;

export const offeredBy = (c: Character, npc: string, world: Standing): Quest[] =>
  quests.all.filter(q => gives(q, npc) && isOpen(c, q, world));
export function readyAt(c: Character, npc: string): Quest[] {
  return quests.all.filter(q => {
    const progress = takesBack(q, npc) && progressOf(c, q.id);
    return progress && isReady(q, progress.counts);
  });
}

// ---- taking ----

const stacksOf = (list: readonly { item: string; qty: number }[] = []): Stack[] =>
  list.map(({ item, qty }) => ({ kind: items.key(item).id, quantity: qty }));

export function checkAccept(c: Character, npc: string, id: number, world: Standing): Reason {
  const quest = quests.get(id);
  if (!quest) return REASONS.noSuchQuest;
  if (progressOf(c, id)) return REASONS.questKnown;
  if (isDone(c, quest, world.day)) return quest.daily ? REASONS.doneToday : REASONS.questKnown;
  if (!gives(quest, npc)) return REASONS.questNotOffered;
  const hindered = hindrance(c, quest, world);
  if (hindered !== OK) return hindered;
  if (c.quests.length >= MAX_QUESTS) return REASONS.tooManyQuests;
  return checkAdd(c, stacksOf(quest.gives));
}

export function applyAccept(c: Character, journal: Journal, mint: Mint, id: number): void {
  const quest = quests.get(id)!;
  c.quests.push({ quest: id, counts: quest.objectives.map(() => 0) });
  journal.character = true;
  for (const stack of stacksOf(quest.gives)) applyAdd(c, journal, mint, LEDGER.quest, stack);
  applyEvent(c, journal, { kind: 'bag' });
}

// ---- handing in, giving up ----

const handedIn = (quest: Quest): Stack[] =>
  quest.objectives.flatMap(o => (o.kind === 'gather' ? [{ kind: items.key(o.item).id, quantity: o.count }] : []));

/** How a quest ends for him: by what he decided on the way. */
export function endOf(c: Character, quest: Quest): { done: string; reward: QuestReward } {
  const end = quest.ends?.find(each => chose(c, each.chose));
  return { done: end?.done ?? quest.done, reward: end?.reward ?? quest.reward };
}

/** Points that a reward brings at that level. */
export function xpOf({ xp, share_pct = 0 }: QuestReward, level: number): number {
  return level >= MAX_LEVEL ? xp : xp + Math.round((xpToNext(level) * share_pct) / 100);
}

function rewardStacks(reward: QuestReward, choice: number): Stack[] {
  const chosen = reward.choose?.[choice];
  return [...stacksOf(reward.items), ...(chosen ? [{ kind: items.key(chosen).id, quantity: 1 }] : [])];
}

/** `choice`: index into the rewards to choose from; any number when there is nothing to choose. */
export function checkTurnIn(c: Character, npc: string, id: number, choice: number): Reason {
  const quest = quests.get(id);
  const progress = progressOf(c, id);
  if (!quest || !progress) return REASONS.noSuchQuest;
  if (!takesBack(quest, npc) || !isReady(quest, progress.counts)) return REASONS.questNotReady;
  const given = handedIn(quest);
  if (given.some(({ kind, quantity }) => carried(c, kind) < quantity)) return REASONS.questNotReady;
  const { reward } = endOf(c, quest);
  if (reward.choose && !reward.choose[choice]) return REASONS.badChoice;
  return checkAdd(c, rewardStacks(reward, choice), slotsFreed(c, given));
}

export interface Rewarded {
  xp: number;
  gold: number;
  stacks: Stack[];
  levels: number;
}

/** `day`: today (rules/days.ts). */
export function applyTurnIn(c: Character, journal: Journal, mint: Mint, id: number, choice: number, day: number): Rewarded {
  const quest = quests.get(id)!;
  const { reward } = endOf(c, quest);
  const stacks = rewardStacks(reward, choice);
  const xp = xpOf(reward, c.level);
  for (const stack of handedIn(quest)) applyConsume(c, journal, LEDGER.questItem, stack);
  c.quests = c.quests.filter(q => q.quest !== id);
  if (quest.daily) {
    c.life.days[id] = day;
    journal.life = true;
  } else c.done.push(id);
  for (const stack of stacks) applyAdd(c, journal, mint, LEDGER.quest, { ...stack, marks: { bound: true, by: 'quest', from: id } });
  const gold = Math.min(reward.gold, MAX_GOLD - c.gold);
  c.gold += gold;
  journal.gold(LEDGER.quest, gold);
  const levels = gainXp(c, journal, xp);
  applyEvent(c, journal, { kind: 'bag' });
  return { xp, gold, stacks, levels };
}

export const checkAbandon = (c: Character, id: number): Reason => (progressOf(c, id) ? OK : REASONS.noSuchQuest);

/** Progress is lost, with it what was decided on the way, and the quest items that no other running quest asks for. */
export function applyAbandon(c: Character, journal: Journal, id: number): void {
  c.quests = c.quests.filter(q => q.quest !== id);
  journal.character = true;
  forgetChoices(c, journal, id);
  const kept = new Set(c.quests.flatMap(q => needs(quests.get(q.quest)!)));
  for (const kind of new Set(needs(quests.get(id)!))) {
    if (kindOf({ kind }).quest && !kept.has(kind)) applyConsume(c, journal, LEDGER.questItem, { kind, quantity: carried(c, kind) });
  }
}

const needs = (quest: Quest): number[] => [
  ...[...handedIn(quest), ...stacksOf(quest.gives)].map(stack => stack.kind),
  ...quest.objectives.flatMap(o => (o.kind === 'deliver' ? [items.key(o.item).id] : [])),
];
