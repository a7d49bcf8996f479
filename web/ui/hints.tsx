// Hints of the first minutes: each waits for its moment, goes when it was done, and all can be skipped. In: what happens. Out: settings.hintsDone.
import { computed, effect, signal } from '@preact/signals';
import { poiOf } from '../../src/shared/content';
import type { Action } from '../bindings';
import { settings } from '../settings';
import {
  bag,
  chatOpen,
  found,
  life,
  link,
  me,
  mode,
  panels,
  playersHere,
  prompt,
  quests,
  screen,
  sheet,
  target,
  touch,
  waystone,
} from '../state';
import { type Key, t } from '../strings';
import { undecided } from './derived';
import { keyOf } from './keys';

interface Hint {
  name: string;
  text: () => Key;
  keys: readonly Action[];
  /** Its moment has come. */
  when(): boolean;
  /** He did it, or it is of no use any more. */
  done(): boolean;
}

/** Where the player first stood in this session. */
const start = signal<{ x: number; z: number } | null>(null);
const MOVED_M = 4;

const moved = () => !!start.value && Math.hypot(me.value.x - start.value.x, me.value.z - start.value.z) > MOVED_M;
const busyWithQuests = () => quests.value.active.length > 0 || quests.value.done.length > 0;

const HINTS: readonly Hint[] = [
  {
    name: 'move',
    text: () => (touch.value ? 'hint.moveTouch' : 'hint.move'),
    keys: ['forward', 'left', 'back', 'right'],
    when: () => start.value !== null,
    done: moved,
  },
  {
    name: 'talk',
    text: () => 'hint.talk',
    keys: ['interact'],
    when: () => settings.hintsDone.value.includes('move'),
    done: busyWithQuests,
  },
  {
    name: 'fight',
    text: () => 'hint.fight',
    keys: ['targetNext', 'slot1', 'slot2'],
    when: () => target.value?.hostile === true || busyWithQuests(),
    done: () => (sheet.value?.xp ?? 0) > 0 || (sheet.value?.level ?? 1) > 1,
  },
  {
    name: 'bag',
    text: () => 'hint.bag',
    keys: ['bag'],
    when: () => bag.value.some(item => item.slot < 24 && item.slot > 2),
    done: () => panels.value.has('bag'),
  },
  {
    name: 'level',
    text: () => 'hint.level',
    keys: ['abilities'],
    when: () => (sheet.value?.level ?? 1) > 1,
    done: () => panels.value.has('abilities'),
  },
  {
    name: 'class',
    text: () => 'hint.class',
    keys: ['classes'],
    when: () => life.value.cls === 0 && (sheet.value?.level ?? 1) > 1,
    done: () => panels.value.has('classes') || life.value.cls > 0,
  },
  {
    name: 'talent',
    text: () => 'hint.talent',
    keys: ['classes'],
    when: () => life.value.cls > 0 && undecided.value,
    done: () => life.value.talents.length > 0,
  },
  {
    name: 'views',
    text: () => 'hint.views',
    keys: ['views'],
    when: () => settings.hintsDone.value.includes('talk'),
    done: () => mode.value !== 'adventurer',
  },
  {
    name: 'waystone',
    text: () => 'hint.waystone',
    keys: ['interact'],
    when: () => [...found.value].some(number => poiOf(number)?.poi.waystone),
    done: () => waystone.value !== null,
  },
  {
    name: 'map',
    text: () => 'hint.map',
    keys: ['map'],
    when: () => settings.hintsDone.value.includes('talk') && found.value.size > 1,
    done: () => panels.value.has('map'),
  },
  {
    name: 'chat',
    text: () => 'hint.chat',
    keys: ['chat'],
    when: () => playersHere.value > 1 && settings.hintsDone.value.includes('talk'),
    done: () => chatOpen.value,
  },
];

const current = computed(() => {
  if (!settings.hints.value || screen.value !== 'play') return null;
  return HINTS.find(hint => !settings.hintsDone.value.includes(hint.name) && hint.when()) ?? null;
});

function finish(name: string): void {
  if (!settings.hintsDone.peek().includes(name)) settings.hintsDone.value = [...settings.hintsDone.peek(), name];
}

/** Watches for hints that were done; call once. */
export function watchHints(): void {
  effect(() => {
    if (screen.value === 'play' && link.value.state === 'open' && !start.peek() && me.value.id)
      start.value = { x: me.value.x, z: me.value.z };
  });
  effect(() => {
    const hint = current.value;
    if (hint?.done()) queueMicrotask(() => finish(hint.name));
  });
}

export function Hints() {
  const hint = current.value;
  if (!hint || prompt.value) return null;
  const holes = Object.fromEntries(hint.keys.map(action => [action, keyOf(action)]));
  return (
    <section class="hint panel" role="status" aria-label={t('hint.title')}>
      <p>{t(hint.text(), holes)}</p>
      <button type="button" class="link" onClick={() => finish(hint.name)}>
        {t('hint.next')}
      </button>
      <button type="button" class="link" onClick={() => (settings.hints.value = false)}>
        {t('hint.skip')}
      </button>
    </section>
  );
}
