// Small facts worked out of the big signals, so that a panel follows only what it shows and not every step of the body. Pure look-ups, no state of its own.
import { computed, effect, signal } from '@preact/signals';
import { TICK_MS } from '../../assembly/layout';
import { abilities, chains, quests as questTable } from '../../src/shared/content';
import type { AbilityKind } from '../../src/shared/content/kinds';
import { COVENANTS, type Quest } from '../../src/shared/content/kinds';
import type { Character } from '../../src/shared/rules/character';
import { classOf, openTiers, tuned } from '../../src/shared/rules/classes';
import { perksOf } from '../../src/shared/rules/guildlevel';
import { isReady } from '../../src/shared/rules/quests';
import { isInTown } from '../../src/shared/rules/towns';
import { npcCalled, npcNumbered, placeOfNpc } from '../places';
import { bag, bank, found, guild, hour, life, me, party, place, quests, sheet, speaker, status, untracked } from '../state';

export const myName = computed(() => me.value.name);
export const myLevel = computed(() => sheet.value?.level ?? 1);
export const myLook = computed(() => sheet.value?.look ?? 0);
export const myCovenant = computed(() => COVENANTS[sheet.value?.covenant ?? 0] ?? 'azure');
export const gold = computed(() => sheet.value?.gold ?? 0);
/** There are postboxes and a market where people live close together. */
export const inTown = computed(() => isInTown(place.value, me.value.x, me.value.z));
export const dead = computed(() => status.value !== null && status.value.hpMax > 0 && status.value.hp === 0);

/** When the present status arrived (performance.now ms): its ticks count down from there. */
let statusAt_ms = 0;
effect(() => {
  if (status.value) statusAt_ms = performance.now();
});
/** Milliseconds left of something that had so many ticks left when the status came. */
export function left_ms(ticks: number): number {
  return Math.max(0, ticks * TICK_MS - (performance.now() - statusAt_ms));
}

/** The clock on the wall: "16:42", changing once a game minute. */
export const clock = computed(() => {
  const minutes = Math.floor(hour.value * 60) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});
export const night = computed(() => hour.value < 6 || hour.value >= 20);

/** Steps ten times a second while somebody shows a running time. */
export const beat = signal(0);
setInterval(() => {
  // Where no page is, as in tests of what follows it, time goes on.
  if (!globalThis.document?.hidden) beat.value++;
}, 100);

/** All that is his: with him, and in the bank. */
export const belongings = computed(() => [...bag.value, ...bank.value]);
export const itemsBySlot = computed(() => new Map(belongings.value.map(item => [item.slot, item])));

export interface QuestState {
  quest: Quest;
  counts: readonly number[];
  /** Every objective is done. */
  ready: boolean;
}

export const questStates = computed<readonly QuestState[]>(() =>
  quests.value.active.flatMap(({ quest: id, counts }) => {
    const quest = questTable.get(id);
    return quest ? [{ quest, counts, ready: isReady(quest, counts) }] : [];
  }),
);

const stories = new Set(chains.filter(chain => chain.story).map(chain => chain.key));
/** Whether a chain is the main story. */
export const isStory = (chain: string): boolean => stories.has(chain);
/** The villager of the open dialogue, as content knows him: what he sells, mends and keeps. */
export const talkedTo = computed(() => npcNumbered(speaker.value?.npc ?? 0));

const rankOf = ({ quest, ready }: QuestState): number => (ready ? 0 : isStory(quest.chain) ? 1 : 2);

/** The quests that are followed: what can be handed in comes first, then the story. */
export const followed = computed<readonly QuestState[]>(() =>
  questStates.value.filter(({ quest }) => !untracked.value.has(quest.id)).toSorted((a, b) => rankOf(a) - rankOf(b)),
);

export function npcName(key: string): string {
  return npcCalled(key)?.name ?? key;
}

export const npcPlace = (key: string): string => placeOfNpc(key)?.name ?? '';

/** The character as the shared check… functions want it, so that a button is grey for the reason the server would give. */
export const myself = computed<Character>(() => ({
  id: '',
  account: '',
  name: myName.value,
  covenant: sheet.value?.covenant ?? 0,
  look: myLook.value,
  level: myLevel.value,
  xp: sheet.value?.xp ?? 0,
  gold: gold.value,
  items: belongings.value,
  quests: quests.value.active,
  done: quests.value.done,
  pois: [...found.value],
  life: life.value,
}));

/** The party as the shared check… functions want it, members by their names; null: none. */
export const myParty = computed(() => {
  const { members, leader, raid } = party.value;
  if (!members.length) return null;
  return { leader: members[leader]?.name ?? '', isRaid: raid, members: members.map(({ name }) => ({ character: name })) };
});

export const myClass = computed(() => classOf({ life: life.value }));
/** Something about class or talents waits to be chosen. */
export const undecided = computed(() => sheet.value !== null && (life.value.cls === 0 || openTiers(myself.value) > 0));
/** An ability as one uses it oneself, with what talents change about it. */
export function myAbility(id: number): AbilityKind | undefined {
  const kind = abilities.get(id);
  return kind && tuned(myself.value, kind);
}

/** What the own guild is good for. */
export const myPerks = computed(() => perksOf(guild.value?.level ?? 0));
