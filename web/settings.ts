// The player's settings: one signal each, kept in this browser at once (no Apply). In: stored JSON, checked field by field. Out: signals that game and HUD read.
import { computed, effect, type Signal, signal } from '@preact/signals';
import { ACTION_NAMES, type Action, type Bindings, defaultBindings } from './bindings';

export type Language = 'en' | 'de' | 'es';
export type Palette = 'default' | 'deutan' | 'tritan';
export type Tier = 'auto' | 'low' | 'medium' | 'high';

const CHOICES = {
  language: ['en', 'de', 'es'],
  palette: ['default', 'deutan', 'tritan'],
  font: ['nunito', 'atkinson'],
  motion: ['system', 'reduced', 'full'],
  tier: ['auto', 'low', 'medium', 'high'],
  sprint: ['hold', 'toggle'],
  aim: ['hold', 'toggle'],
  spoken: ['whispers', 'all', 'none'],
} as const;

/** [least, most] of each number. */
export const RANGES = {
  uiScale: [80, 160],
  textSize: [90, 150],
  volume: [0, 100],
  effects: [0, 100],
  ambience: [0, 100],
  interface: [0, 100],
  music: [0, 100],
  shake: [0, 150],
  sensitivity: [10, 300],
  fov: [60, 110],
} as const;

/** An action bar and its four keys in first person: ability id, minus an item kind, or 0. */
export interface Bars {
  bar: readonly number[];
  warBar: readonly number[];
}
/** Item 150 is the bread that every newcomer carries. */
export const freshBars = (): Bars => ({ bar: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -150, 0], warBar: [4, 9, 8, 10] });

export interface Settings extends Bars {
  language: Language;
  palette: Palette;
  font: 'nunito' | 'atkinson';
  motion: 'system' | 'reduced' | 'full';
  tier: Tier;
  /** Hold the key, or press once to start and once to stop. */
  sprint: 'hold' | 'toggle';
  aim: 'hold' | 'toggle';
  /** Which chat lines a screen reader speaks as they come. */
  spoken: 'whispers' | 'all' | 'none';
  uiScale: number; // percent
  textSize: number; // percent, of text that is read rather than glanced at
  volume: number; // percent
  effects: number; // percent
  music: number; // percent
  sensitivity: number; // percent
  fov: number; // degrees, first person
  invert: boolean;
  names: boolean;
  floating: boolean;
  captions: boolean;
  outlines: boolean;
  flashes: boolean;
  showFps: boolean;
  autoLoot: boolean;
  hints: boolean;
  /** Foul words of others are covered. */
  mild: boolean;
  bindings: Bindings;
  /** The class whose bars these are, and those of the others as they were left, by class. */
  barsOf: number;
  bars: Readonly<Record<number, Bars>>;
  /** The signpost over the world to where the quest goes on. */
  guide: boolean;
  /** Shakes of the eye, percent. */
  shake: number;
  ambience: number; // percent
  interface: number; // percent
  /** Hints that are over, by account. */
  hintsDone: Readonly<Record<string, readonly string[]>>;
}

function defaults(): Settings {
  return {
    language: spokenHere(),
    palette: 'default',
    font: 'nunito',
    motion: 'system',
    tier: 'auto',
    sprint: 'hold',
    aim: 'hold',
    spoken: 'whispers',
    uiScale: 100,
    textSize: 100,
    volume: 80,
    effects: 80,
    music: 35,
    sensitivity: 100,
    fov: 74,
    invert: false,
    names: true,
    floating: true,
    captions: false,
    outlines: false,
    flashes: true,
    showFps: false,
    autoLoot: true,
    hints: true,
    mild: true,
    bindings: defaultBindings(),
    ...freshBars(),
    barsOf: 0,
    bars: {},
    guide: true,
    shake: 100,
    ambience: 60,
    interface: 70,
    hintsDone: {},
  };
}

function spokenHere(): Language {
  const first = (navigator.languages?.[0] ?? navigator.language ?? 'en').slice(0, 2);
  return CHOICES.language.find(language => language === first) ?? 'en';
}

const STORE = 'evermarch.settings';
const fresh = defaults();
const names = Object.keys(fresh) as (keyof Settings)[];

export const settings = Object.fromEntries(names.map(name => [name, signal(fresh[name])])) as unknown as {
  readonly [K in keyof Settings]: Signal<Settings[K]>;
};

const systemReduces = signal(false);
/** True where motion must be spared: no camera flight, shake, bob or pulse. */
export const reducedMotion = computed(() =>
  settings.motion.value === 'system' ? systemReduces.value : settings.motion.value === 'reduced',
);

/** Reads what is stored, then stores every change. Call once at start. */
export function openSettings(): void {
  const query = matchMedia('(prefers-reduced-motion: reduce)');
  systemReduces.value = query.matches;
  query.addEventListener('change', change => {
    systemReduces.value = change.matches;
  });
  const stored = readStored();
  for (const name of names) if (name in stored) take(name, stored[name]);
  effect(() => {
    const all = Object.fromEntries(names.map(name => [name, settings[name].value]));
    try {
      localStorage.setItem(STORE, JSON.stringify(all));
    } catch (full) {
      console.warn('settings are not kept: this browser refuses storage', full);
    }
  });
}

/** What belongs to the character or the player rather than to this page: it stays. */
const KEPT: ReadonlySet<keyof Settings> = new Set(['hintsDone', 'language', 'bar', 'warBar', 'bars', 'barsOf']);

export function resetSettings(): void {
  const first = defaults();
  for (const name of names) if (!KEPT.has(name)) put(name, first[name]);
}

export function resetBindings(): void {
  settings.bindings.value = defaultBindings();
}

/** Binds `code` as an action's first (0) or second (1) key; `takeFrom` loses it. */
export function bind(action: Action, which: 0 | 1, code: string, takeFrom: readonly Action[] = []): void {
  const next: Bindings = { ...settings.bindings.value };
  for (const other of takeFrom)
    next[other] = next[other].map(key => (key === code ? '' : key)) as unknown as readonly [string, string];
  const [first, second] = next[action];
  next[action] = which === 0 ? [code, second === code ? '' : second] : [first === code ? '' : first, code];
  settings.bindings.value = next;
}

function put<K extends keyof Settings>(name: K, value: Settings[K]): void {
  settings[name].value = value;
}

function readStored(): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(STORE) ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch (broken) {
    console.warn('stored settings are unreadable, defaults are used', broken);
    return {};
  }
}

/** Takes one stored value if it is of the right kind and range; anything else keeps the default. */
function take(name: keyof Settings, value: unknown): void {
  if (name === 'bindings') {
    settings.bindings.value = readBindings(value);
  } else if (name === 'bar' || name === 'warBar') {
    if (isBar(name, value)) settings[name].value = value;
  } else if (name === 'bars') {
    settings.bars.value = readBars(value);
  } else if (name === 'barsOf') {
    if (Number.isInteger(value)) settings.barsOf.value = value as number;
  } else if (name === 'hintsDone') {
    settings.hintsDone.value = readHints(value);
  } else if (name in CHOICES) {
    const choices: readonly unknown[] = CHOICES[name as keyof typeof CHOICES];
    if (choices.includes(value)) put(name, value as never);
  } else if (name in RANGES) {
    const [least, most] = RANGES[name as keyof typeof RANGES];
    if (typeof value === 'number' && value >= least && value <= most) put(name, value as never);
  } else if (typeof value === 'boolean') {
    put(name, value as never);
  }
}

function isBar(name: keyof Bars, value: unknown): value is number[] {
  return Array.isArray(value) && value.length === fresh[name].length && value.every(Number.isInteger);
}

function readBars(value: unknown): Record<number, Bars> {
  if (typeof value !== 'object' || value === null) return {};
  const sound = Object.entries(value as Record<string, Partial<Bars> | null>).filter(
    (each): each is [string, Bars] => isBar('bar', each[1]?.bar) && isBar('warBar', each[1]?.warBar),
  );
  return Object.fromEntries(sound);
}

/** A list is from before there was one for each account: what was learnt then is found out anew from the state. */
function readHints(value: unknown): Settings['hintsDone'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([account, names]) =>
      Array.isArray(names) ? [[account, names.filter(name => typeof name === 'string')]] : [],
    ),
  );
}

function readBindings(value: unknown): Bindings {
  const all = defaultBindings();
  if (typeof value !== 'object' || value === null) return all;
  for (const name of ACTION_NAMES) {
    const pair = (value as Record<string, unknown>)[name];
    if (Array.isArray(pair) && pair.length === 2 && pair.every(key => typeof key === 'string')) all[name] = [pair[0], pair[1]];
  }
  return all;
}
