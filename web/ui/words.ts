// Words of pages that few open and nobody needs at first: they come with their page, in all languages, not with the texts of the game.
import { type Language, settings } from '../settings';

export type Words<K extends string> = Record<Language, Readonly<Record<K, string>>>;

/** The text of a key in the chosen language; reading it in a component makes that component follow the language. */
export function wordsOf<K extends string>(all: Words<K>): (key: K, holes?: Readonly<Record<string, string | number>>) => string {
  return (key, holes = {}) =>
    all[settings.language.value][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(holes[name] ?? whole));
}

/** A moment as people write it. */
export const whenText = (at_ms: number): string =>
  new Date(at_ms).toLocaleString(settings.language.value, { dateStyle: 'medium', timeStyle: 'short' });
