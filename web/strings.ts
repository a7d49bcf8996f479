// Every text the panels show, by key, in the chosen language. In: a key and what stands in its {holes}. Out: plain words.
// English comes with the page; other languages are fetched when chosen and replace it at once.
import { effect, signal } from '@preact/signals';
import { OK, reasonKey } from '../src/shared/rules/reasons';
import { type Language, settings } from './settings';
import { en, type Key as FirstKey } from './strings/en';
import type { MoreKey } from './strings/moreen';

/** What the first picture of the world needs, and what windows need that are fetched behind it. */
export type Texts = Readonly<Record<FirstKey, string>>;
export type MoreTexts = Readonly<Record<MoreKey, string>>;
export type Key = FirstKey | MoreKey;

const texts = signal<Texts & Partial<MoreTexts>>(en);
const wantsMore = signal(false);

const LOADERS: Record<Language, () => Promise<Texts>> = {
  en: async () => en,
  de: async () => (await import('./strings/de')).de,
  es: async () => (await import('./strings/es')).es,
};
const MORE: Record<Language, () => Promise<MoreTexts>> = {
  en: async () => (await import('./strings/moreen')).more,
  de: async () => (await import('./strings/morede')).more,
  es: async () => (await import('./strings/morees')).more,
};
/** From now on the texts of what is fetched later are there too, as soon as they have come. */
export function wantMoreTexts(): void {
  wantsMore.value = true;
}

/** Each language in its own words, for the chooser. */
export const LANGUAGES: Record<Language, string> = { en: 'English', de: 'Deutsch', es: 'Español' };

/** Follows the language setting; call once at start, after openSettings. */
export function openStrings(): void {
  let asked = 0;
  effect(() => {
    // What was asked for before may come later, and knows less.
    const mine = ++asked;
    const language = settings.language.value;
    document.documentElement.lang = language;
    const more = wantsMore.value ? MORE[language]() : {};
    Promise.all([LOADERS[language](), more]).then(
      ([first, later]) => {
        if (mine === asked) texts.value = { ...first, ...later };
      },
      failed => console.warn(`texts for ${language} did not load`, failed),
    );
  });
}

/** The text of a key. Reading it in a component makes that component follow the language. */
export function t(key: Key, holes?: Readonly<Record<string, string | number>>): string {
  const text = texts.value[key] ?? '';
  return holes ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(holes[name] ?? whole)) : text;
}

/** Plain words for a reason number; '' for OK. `who`: whom it is about, where it is about somebody. */
export function reasonText(reason: number, who = ''): string {
  if (reason === OK) return '';
  const key = reasonKey(reason);
  return key ? t(`reason.${key}`, { who }) : t('reason.unknown', { n: reason });
}

/** Whole numbers with the language's grouping. */
export function count(n: number): string {
  return n.toLocaleString(settings.language.value);
}
