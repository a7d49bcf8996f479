// How far the player has come with the hints: facts of the moment out of the signals, and what is learnt, kept on this device for each
// account. In: signals of state.ts. Out: the signal `lesson`, and lists in the settings. Real state decides: a veteran on a new device is taught nothing.
import { computed, effect, signal } from '@preact/signals';
import { items, poiOf, quests as questTable } from '../../src/shared/content';
import { WORN_BASE } from '../../src/shared/protocol/limits';
import type { Item } from '../../src/shared/rules/character';
import { isReady } from '../../src/shared/rules/quests';
import { npcCalled } from '../places';
import { settings } from '../settings';
import type { Mode } from '../state';
import * as state from '../state';
import { undecided } from '../ui/derived';
import { type Facts, type Lesson, learnt, lessonFor } from './lessons';

/** Counted while the page is open, by what happened: foes felled by him, things taken up, how near the next foe is. */
export const slain = signal(0);
export const taken = signal(0);
export const nearestFoe_m = signal(Number.POSITIVE_INFINITY);
export const sprinted = signal(false);

const start = signal<{ x: number; z: number } | null>(null);
const everDead = signal(false);
const travelled = signal(false);
const chatted = signal(false);
const opened = signal<ReadonlySet<string>>(new Set());
const PAUSE_MS = 2200;
/** No lesson before this (performance.now ms): one thing at a time, with a breath between. */
const quietUntil = signal(0);
const beat = signal(0);

const RANGE_M = 24;
/** The straw men stand behind the Watch House, where the Captain is. */
const range = npcCalled('isolde');

/** What is over for this account: learnt, or put aside. */
const over = computed<ReadonlySet<string>>(() => new Set(settings.hintsDone.value[state.account.value] ?? []));
const seenViews = computed<ReadonlySet<Mode>>(
  () => new Set([state.mode.value, ...[...over.value].flatMap(name => (name.startsWith('view:') ? [name.slice(5) as Mode] : []))]),
);

/** Is there anything in the bag that would be better on the body? */
export function carriesBetter(bag: readonly Item[], level: number): boolean {
  const worn = new Map(
    bag
      .filter(item => item.slot >= WORN_BASE)
      .flatMap(item => {
        const kind = items.get(item.kind);
        return kind?.slot ? [[kind.slot, worth(item.kind)] as const] : [];
      }),
  );
  return bag.some(item => {
    const kind = item.slot < WORN_BASE ? items.get(item.kind) : undefined;
    return !!kind?.slot && kind.level <= level && worth(item.kind) > (worn.get(kind.slot) ?? 0);
  });
}

function worth(kind: number): number {
  const { stats = {}, damage = [0, 0], level = 0 } = items.get(kind) ?? {};
  return 1 + level + damage[0] + damage[1] + Object.values(stats).reduce((sum, each) => sum + (each ?? 0), 0);
}

export const facts = computed<Facts>(() => {
  const { x, z } = state.me.value;
  const { active, done } = state.quests.value;
  const status = state.status.value;
  const level = state.sheet.value?.level ?? 1;
  const from = start.value;
  return {
    touch: state.touch.value,
    mode: state.mode.value,
    seen: seenViews.value,
    moved_m: from ? Math.hypot(x - from.x, z - from.z) : 0,
    sprinted: sprinted.value,
    level,
    health: status?.hpMax ? status.hp / status.hpMax : 1,
    dead: status !== null && status.hpMax > 0 && status.hp === 0,
    everDead: everDead.value,
    fighting: state.fighting.value,
    quests: active.length,
    ready: active.filter(({ quest, counts }) => {
      const kind = questTable.get(quest);
      return kind && isReady(kind, counts);
    }).length,
    done: done.length,
    talking: state.dialogue.value !== null,
    guide: state.guide.value,
    aiming: state.target.value?.hostile === true,
    foe_m: nearestFoe_m.value,
    slain: slain.value,
    spoils: state.lootMarks.value.length > 0,
    taken: taken.value,
    better: carriesBetter(state.bag.value, level),
    classless: state.life.value.cls === 0,
    undecided: state.life.value.cls > 0 && undecided.value,
    talents: state.life.value.talents.length,
    food: state.bag.value.some(item => item.slot < WORN_BASE && !!items.get(item.kind)?.use?.heal),
    atRange: !!range && Math.hypot(x - range.x, z - range.z) < RANGE_M,
    panels: opened.value,
    places: state.found.value.size,
    stone: [...state.found.value].some(number => poiOf(number)?.poi.waystone),
    travelled: travelled.value,
    others: state.playersHere.value - 1,
    chatted: chatted.value,
  };
});

/** What is taught now; null: nothing, or a breath. */
export const lesson = computed<Lesson | null>(() => {
  beat.value;
  if (!settings.hints.value || state.screen.value !== 'play' || state.link.value.state !== 'open') return null;
  if (!start.value || performance.now() < quietUntil.value) return null;
  return lessonFor(facts.value, over.value);
});

/** Puts lessons aside, and rests a moment. */
export function putAside(...names: string[]): void {
  const known = over.peek();
  const fresh = names.filter(name => !known.has(name));
  if (!fresh.length) return;
  const who = state.account.peek();
  settings.hintsDone.value = { ...settings.hintsDone.peek(), [who]: [...known, ...fresh] };
  quietUntil.value = performance.now() + PAUSE_MS;
  setTimeout(() => beat.value++, PAUSE_MS + 30);
}

/** Watches what the player does; call once. */
export function watchLearning(): void {
  effect(() => {
    const { id, x, z } = state.me.value;
    // Who he is comes before where he is: a first step from nowhere would be a long one.
    if (state.screen.value === 'play' && state.link.value.state === 'open' && !start.peek() && id && (x || z))
      start.value = { x, z };
  });
  effect(() => {
    if (state.panels.value.size) opened.value = new Set([...opened.peek(), ...state.panels.value]);
  });
  effect(() => {
    if (facts.value.dead) everDead.value = true;
  });
  effect(() => {
    if (state.waystone.value !== null) travelled.value = true;
  });
  effect(() => {
    if (state.chatOpen.value) chatted.value = true;
  });
  effect(() => {
    const view = state.mode.value;
    if (state.screen.value === 'play' && view !== 'adventurer') queueMicrotask(() => putAside(`view:${view}`));
  });
  effect(() => {
    if (state.screen.value !== 'play' || !start.value || !state.sheet.value) return;
    const names = learnt(facts.value, over.value);
    if (names.length) queueMicrotask(() => putAside(...names));
  });
}
