// Links in what is said: [[item:150]], [[quest:3]], [[place:129]] and quick phrases [[phrase:4]], by the numbers that content gives them.
// In: a line. Out: its parts as a screen draws them, and whether everything that it points to exists. What has another form is plain text.
import { items, poiOf, quests } from '../content';
import { phraseOf } from '../content/phrases';
import { OK, REASONS, type Reason } from './reasons';

export type LinkKind = 'item' | 'quest' | 'place' | 'phrase';
export type Part = { readonly text: string } | { readonly link: LinkKind; readonly of: number };

export const MOST_LINKS = 4;
/** Anything that looks like a link, so that a forged one is seen to be one. */
const TOKEN = /\[\[([a-z]{1,12}):([^[\]]{0,24})\]\]/g;
const NUMBER = /^[1-9]\d{0,4}$|^0$/;

const EXISTS: Readonly<Record<LinkKind, (of: number) => boolean>> = {
  item: of => items.get(of) !== undefined,
  quest: of => quests.get(of) !== undefined,
  place: of => poiOf(of) !== undefined,
  phrase: of => phraseOf(of) !== undefined,
};

export const linkTo = (kind: LinkKind, of: number): string => `[[${kind}:${of}]]`;

const isReal = (kind: string, of: string): kind is LinkKind =>
  Object.hasOwn(EXISTS, kind) && NUMBER.test(of) && EXISTS[kind as LinkKind](Number(of));

export function checkLinks(text: string): Reason {
  const all = [...text.matchAll(TOKEN)];
  return all.length <= MOST_LINKS && all.every(([, kind, of]) => isReal(kind, of)) ? OK : REASONS.badLink;
}

/** A forged link, of which none should come, stays the text that it is. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const found of text.matchAll(TOKEN)) {
    const [whole, kind, of] = found;
    if (!isReal(kind, of)) continue;
    if (found.index > from) parts.push({ text: text.slice(from, found.index) });
    parts.push({ link: kind, of: Number(of) });
    from = found.index + whole.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
