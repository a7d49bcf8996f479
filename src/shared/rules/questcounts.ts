// What is counted for quests while they run. In: a character, events of play. Out: the counts in his progress, what is handed over on the
// way. 'gather' and 'equip' look at what is held; 'explore' keeps a bit per place; all others count events and never count back.
import { items, quests, talks } from '../content';
import type { EquipSlot, Objective, Quest, View } from '../content/kinds';
import { ANY_FOE } from '../content/questkinds';
import type { Character, QuestProgress } from './character';
import { applyConsume } from './inventory';
import { type Journal, LEDGER } from './journal';
import { xpShareOfDifference } from './levels';
import { carried, wornAt } from './worn';

/** What play tells the quests. `bag`: items or worn things changed. `craft` and `mine` come from whoever makes and gathers. */
export type QuestEvent =
  | { kind: 'kill'; monster: string; level: number; view?: View }
  | { kind: 'talk'; npc: string }
  | { kind: 'reach'; poi: string; view?: View }
  | { kind: 'use'; ability: string }
  | { kind: 'escort'; walk: string }
  | { kind: 'defend'; post: string }
  | { kind: 'choose'; talk: string }
  | { kind: 'craft'; recipe: string }
  | { kind: 'mine'; node: string }
  | { kind: 'bag' };

export function wanted(o: Objective): number {
  if (o.kind === 'explore') return o.pois.length;
  return 'count' in o ? o.count : 1;
}

/** How much of an objective is done, from what is kept of it. */
export function achieved(o: Objective, kept = 0): number {
  if (o.kind !== 'explore') return Math.min(kept, wanted(o));
  return o.pois.filter((_, i) => kept & (1 << i)).length;
}

export const isMet = (o: Objective, kept: number | undefined): boolean => achieved(o, kept) >= wanted(o);

export function isReady(quest: Quest, counts: readonly number[]): boolean {
  return quest.objectives.every((o, i) => isMet(o, counts[i]));
}

export const progressOf = (c: Character, quest: number): QuestProgress | undefined => c.quests.find(q => q.quest === quest);

/** Running quests with an objective of that kind that is not met yet. */
export function unmet<K extends Objective['kind']>(c: Character, kind: K): { quest: Quest; o: Extract<Objective, { kind: K }> }[] {
  return c.quests.flatMap(({ quest: id, counts }) => {
    const quest = quests.get(id);
    const open = quest?.objectives.filter((o, i) => o.kind === kind && !isMet(o, counts[i])) ?? [];
    return open.map(o => ({ quest: quest!, o: o as Extract<Objective, { kind: K }> }));
  });
}

/** Counts an event in all running quests. Returns whether anything moved. */
export function applyEvent(c: Character, journal: Journal, event: QuestEvent): boolean {
  let moved = false;
  for (const { quest: id, counts } of c.quests) {
    const quest = quests.get(id);
    quest?.objectives.forEach((o, i) => {
      const now = keptAfter(c, journal, o, counts[i] ?? 0, event);
      if (now === counts[i]) return;
      counts[i] = now;
      moved = true;
    });
  }
  if (moved) journal.character = true;
  return moved;
}

function keptAfter(c: Character, journal: Journal, o: Objective, kept: number, event: QuestEvent): number {
  if (event.kind === 'bag') return keptOfBag(c, o, kept);
  if (o.kind === 'explore') {
    const at = event.kind === 'reach' && seesAs(o.view, event.view) ? o.pois.indexOf(event.poi) : -1;
    return at < 0 ? kept : kept | (1 << at);
  }
  if (isMet(o, kept)) return kept;
  if (o.kind === 'deliver') return event.kind === 'talk' && event.npc === o.npc && handOver(c, journal, o) ? o.count : kept;
  return kept + (matches(c, o, event) ? 1 : 0);
}

function keptOfBag(c: Character, o: Objective, kept: number): number {
  if (o.kind === 'gather') return Math.min(o.count, carried(c, items.key(o.item).id));
  if (o.kind === 'equip') return kept || (isWearing(c, o.slot, o.better) ? 1 : 0);
  return kept;
}

/** Gives all that is asked for out of his hands, or nothing. */
function handOver(c: Character, journal: Journal, { item, count }: { item: string; count: number }): boolean {
  const kind = items.key(item).id;
  if (carried(c, kind) < count) return false;
  applyConsume(c, journal, LEDGER.questItem, { kind, quantity: count });
  return true;
}

/** `better`: the piece must be more than what everybody starts with. */
function isWearing(c: Character, slot: EquipSlot, better = false): boolean {
  const kind = wornAt(c, slot);
  return !!kind && (!better || !STARTER_KINDS.has(kind.key));
}
const STARTER_KINDS = new Set(['rusty-sword', 'ash-bow', 'wheel-lock', 'twig-focus', 'linen-shirt', 'worn-boots']);

const seesAs = (asked: View | undefined, view: View | undefined): boolean => !asked || asked === view;

function matches(c: Character, o: Objective, event: QuestEvent): boolean {
  switch (event.kind) {
    case 'kill':
      return o.kind === 'kill' && seesAs(o.view, event.view) && isAskedFor(c, o, event);
    case 'talk':
      return o.kind === 'talk' && o.npc === event.npc;
    case 'reach':
      return o.kind === 'reach' && o.poi === event.poi && seesAs(o.view, event.view);
    case 'use':
      return o.kind === 'use' && o.ability === event.ability;
    case 'escort':
      return o.kind === 'escort' && o.walk === event.walk;
    case 'defend':
      return o.kind === 'defend' && o.post === event.post;
    case 'choose':
      return o.kind === 'choose' && o.talk === event.talk;
    case 'craft':
      return o.kind === 'craft' && o.recipe === event.recipe;
    case 'mine':
      return o.kind === 'mine' && o.node === event.node;
    default:
      return false;
  }
}

function isAskedFor(
  c: Character,
  { monster, also }: { monster: string; also?: readonly string[] },
  killed: { monster: string; level: number },
): boolean {
  if (monster === ANY_FOE) return xpShareOfDifference(killed.level - c.level) > 0;
  return monster === killed.monster || !!also?.includes(killed.monster);
}

/** Quest items that a running quest still lacks: only these fall as loot. */
export function wantedQuestItems(c: Character): Set<number> {
  const kinds = new Set<number>();
  for (const kind of ['gather', 'deliver'] as const) {
    for (const { o } of unmet(c, kind)) {
      const { id } = items.key(o.item);
      if (carried(c, id) < o.count) kinds.add(id);
    }
  }
  return kinds;
}

/** Decisions that a quest asks for, by their talks' keys. */
export const decisionsOf = (quest: Quest): string[] =>
  quest.objectives.flatMap(o => (o.kind === 'choose' ? [talks.key(o.talk).key] : []));
