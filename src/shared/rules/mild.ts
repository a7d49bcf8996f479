// Foul words covered, for readers who do not want to see them: what was said stays as it is for everybody else. In: a line. Out: the same with
// stars in place of such words, however they are spelt: by look-alikes, with accents, or letter by letter. Pure.
import { FOUL, nameKey } from './names';

/** Longer words are foul wherever they stand in one; short ones only at its beginning, or half the dictionary would be. */
const LONG = 6;
/** Innocent beginnings. */
const INNOCENT = ['shitake', 'putative', 'nazir', 'merdeka', 'sukiyaki', 'wankel'].map(nameKey);

const WORD = /[\p{L}\p{M}\p{N}@$!|*'’_-]+/gu;
/** Single letters with anything but letters between them: f u c k, s.h.i.t */
const SPELT = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}@$!][\s.\-_*]){2,}[\p{L}\p{N}@$!](?![\p{L}\p{N}])/gu;
const SIGNS: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': 'i', '|': 'l' };

/** A short one that stands in no innocent word. */
const EVERYWHERE = new Set(['fuck', 'fotze'].map(nameKey));

function isFoulWord(word: string): boolean {
  const key = nameKey(word.replace(/[@$!|]/g, sign => SIGNS[sign]).replace(/[*_.\s]/g, ''));
  // fuuuck is fuck.
  const slim = key.replace(/(.)\1{2,}/g, '$1');
  return [key, slim].some(
    each =>
      !INNOCENT.some(word => each.startsWith(word)) &&
      FOUL.some(foul => each.startsWith(foul) || ((foul.length >= LONG || EVERYWHERE.has(foul)) && each.includes(foul))),
  );
}

const cover = (word: string): string => (isFoulWord(word) ? '*'.repeat([...word].length) : word);

export const mild = (text: string): string => text.replace(SPELT, cover).replace(WORD, cover);
