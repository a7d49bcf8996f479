// Quests: what is offered, taken, counted, handed in, given up. In: a character, villagers' keys, events of play. Out: progress, rewards,
// journal. Objectives of kind 'gather' and 'equip' look at what is held; all others count events and never count back.
import { items, quests } from '../content';
import type { EquipSlot, Objective, Quest } from '../content/kinds';
import type { Character, QuestProgress } from './character';
import { applyAdd, applyConsume, checkAdd, type Mint, type Stack, slotsFreed } from './inventory';
import { type Journal, LEDGER } from './journal';
import { gainXp } from './levels';
import { OK, REASONS, type Reason } from './reasons';
import { MAX_GOLD } from './vendor';
import { carried, kindOf, wornAt } from './worn';

export const MAX_QUESTS = 20;

/** What play tells the quests. `bag`: items or worn things changed. */
export type QuestEvent =
  | { kind: 'kill'; monster: string }
  | { kind: 'talk'; npc: string }
  | { kind: 'reach'; poi: string }
  | { kind: 'use'; ability: string }
  | { kind: 'craft'; recipe: string }
  | { kind: 'mine'; item: string }
  | { kind: 'bag' };

export const wanted = (o: Objective): number => ('count' in o ? o.count : 1);
export const progressOf = (c: Character, quest: number): QuestProgress | undefined => c.quests.find(q => q.quest === quest);

export function isReady(quest: Quest, counts: readonly number[]): boolean {
  return quest.objectives.every((o, i) => (counts[i] ?? 0) >= wanted(o));
}

/** Neither taken nor done, he has its level, and all that goes before it is done. */
function isOpen(c: Character, quest: Quest): boolean {
  if (c.done.includes(quest.id) || progressOf(c, quest.id)) return false;
  return quest.level <= c.level && (quest.after ?? []).every(key => c.done.includes(quests.key(key).id));
}

export const offeredBy = (c: Character, npc: string): Quest[] => quests.all.filter(q => q.giver === npc && isOpen(c, q));
export function readyAt(c: Character, npc: string): Quest[] {
  return quests.all.filter(q => {
    const progress = q.ender === npc && progressOf(c, q.id);
    return progress && isReady(q, progress.counts);
  });
}

// ---- taking ----

const stacksOf = (list: readonly { item: string; qty: number }[] = []): Stack[] =>
  list.map(({ item, qty }) => ({ kind: items.key(item).id, quantity: qty }));

export function checkAccept(c: Character, npc: string, id: number): Reason {
  const quest = quests.get(id);
  if (!quest) return REASONS.noSuchQuest;
  if (c.done.includes(id) || progressOf(c, id)) return REASONS.questKnown;
  if (quest.giver !== npc || !isOpen(c, quest)) return REASONS.questNotOffered;
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

// ---- counting ----

/** Counts an event in all running quests. Returns whether anything moved. */
export function applyEvent(c: Character, journal: Journal, event: QuestEvent): boolean {
  let moved = false;
  for (const { quest: id, counts } of c.quests) {
    const quest = quests.get(id);
    quest?.objectives.forEach((o, i) => {
      const now = countAfter(c, o, counts[i] ?? 0, event);
      if (now === counts[i]) return;
      counts[i] = now;
      moved = true;
    });
  }
  if (moved) journal.character = true;
  return moved;
}

function countAfter(c: Character, o: Objective, count: number, event: QuestEvent): number {
  const most = wanted(o);
  if (event.kind === 'bag') {
    if (o.kind === 'gather') return Math.min(most, carried(c, items.key(o.item).id));
    if (o.kind === 'equip') return count || (isWearing(c, o.slot, o.better) ? 1 : 0);
    return count;
  }
  return Math.min(most, count + (matches(o, event) ? 1 : 0));
}

/** `better`: the piece must be more than what everybody starts with. */
function isWearing(c: Character, slot: EquipSlot, better = false): boolean {
  const kind = wornAt(c, slot);
  return !!kind && (!better || !STARTER_KINDS.has(kind.key));
}
const STARTER_KINDS = new Set(['rusty-sword', 'ash-bow', 'wheel-lock', 'twig-focus', 'linen-shirt', 'worn-boots']);

function matches(o: Objective, event: QuestEvent): boolean {
  switch (event.kind) {
    case 'kill':
      return o.kind === 'kill' && (o.monster === event.monster || !!o.also?.includes(event.monster));
    case 'talk':
      return o.kind === 'talk' && o.npc === event.npc;
    case 'reach':
      return o.kind === 'reach' && o.poi === event.poi;
    case 'use':
      return o.kind === 'use' && o.ability === event.ability;
    default:
      return false;
  }
}

/** Quest items that a running quest still lacks: only these fall as loot. */
export function wantedQuestItems(c: Character): Set<number> {
  const kinds = new Set<number>();
  for (const { quest } of c.quests) {
    for (const o of quests.get(quest)?.objectives ?? []) {
      if (o.kind === 'gather' && carried(c, items.key(o.item).id) < o.count) kinds.add(items.key(o.item).id);
    }
  }
  return kinds;
}

// ---- handing in, giving up ----

const handedIn = (quest: Quest): Stack[] =>
  quest.objectives.flatMap(o => (o.kind === 'gather' ? [{ kind: items.key(o.item).id, quantity: o.count }] : []));

function rewardStacks(quest: Quest, choice: number): Stack[] {
  const chosen = quest.reward.choose?.[choice];
  return [...stacksOf(quest.reward.items), ...(chosen ? [{ kind: items.key(chosen).id, quantity: 1 }] : [])];
}

/** `choice`: index into the rewards to choose from; any number when there is nothing to choose. */
export function checkTurnIn(c: Character, npc: string, id: number, choice: number): Reason {
  const quest = quests.get(id);
  const progress = progressOf(c, id);
  if (!quest || !progress) return REASONS.noSuchQuest;
  if (quest.ender !== npc || !isReady(quest, progress.counts)) return REASONS.questNotReady;
  const given = handedIn(quest);
  if (given.some(({ kind, quantity }) => carried(c, kind) < quantity)) return REASONS.questNotReady;
  if (quest.reward.choose && !quest.reward.choose[choice]) return REASONS.badChoice;
  return checkAdd(c, rewardStacks(quest, choice), slotsFreed(c, given));
}

export interface Rewarded {
  xp: number;
  gold: number;
  stacks: Stack[];
  levels: number;
}

export function applyTurnIn(c: Character, journal: Journal, mint: Mint, id: number, choice: number): Rewarded {
  const quest = quests.get(id)!;
  const stacks = rewardStacks(quest, choice);
  for (const stack of handedIn(quest)) applyConsume(c, journal, LEDGER.questItem, stack);
  c.quests = c.quests.filter(q => q.quest !== id);
  c.done.push(id);
  for (const stack of stacks) applyAdd(c, journal, mint, LEDGER.quest, stack);
  const gold = Math.min(quest.reward.gold, MAX_GOLD - c.gold);
  c.gold += gold;
  journal.gold(LEDGER.quest, gold);
  const levels = gainXp(c, journal, quest.reward.xp);
  applyEvent(c, journal, { kind: 'bag' });
  return { xp: quest.reward.xp, gold, stacks, levels };
}

export const checkAbandon = (c: Character, id: number): Reason => (progressOf(c, id) ? OK : REASONS.noSuchQuest);

/** Progress is lost, and with it the quest items that no other running quest asks for. */
export function applyAbandon(c: Character, journal: Journal, id: number): void {
  c.quests = c.quests.filter(q => q.quest !== id);
  journal.character = true;
  const kept = new Set(c.quests.flatMap(q => needs(quests.get(q.quest)!)));
  for (const kind of new Set(needs(quests.get(id)!))) {
    if (kindOf({ kind }).quest && !kept.has(kind)) applyConsume(c, journal, LEDGER.questItem, { kind, quantity: carried(c, kind) });
  }
}

const needs = (quest: Quest): number[] => [...handedIn(quest), ...stacksOf(quest.gives)].map(stack => stack.kind);
