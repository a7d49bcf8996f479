// Names of characters. In: what somebody typed. Out: a reason, or the key under which a name is unique: names that look alike are the same name.
import { PLACES } from '../content';
import { OK, REASONS, type Reason } from './reasons';

export const NAME_LEAST = 3;
export const NAME_MOST = 16;

/** As it will be shown: compatibility forms folded (NFKC), outer spaces gone. */
export const cleanName = (text: string): string => text.normalize('NFKC').trim();

const SCRIPTS = [
  /^[\p{Script=Latin}\p{M}'’ -]+$/u,
  /^[\p{Script=Cyrillic}\p{M}'’ -]+$/u,
  /^[\p{Script=Greek}\p{M}'’ -]+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー ]+$/u,
  /^[\p{Script=Hangul} ]+$/u,
  /^[\p{Script=Arabic}\p{M} ]+$/u,
  /^[\p{Script=Hebrew}\p{M}'’ -]+$/u,
  /^[\p{Script=Devanagari}\p{M} ]+$/u,
  /^[\p{Script=Thai}\p{M} ]+$/u,
];
/** One or two ideographs or syllables are whole names. */
const SHORT_SCRIPT = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Letters and digits that pass for plain Latin letters, each before the one it passes for: "Аdmin" with a Cyrillic А is "admin". */
const PAIRS = 'аaвbеeёeкkмmнhоoрpсcтtуyхxіiїiјjѕsԁdɡg' + 'αaβbεeηnιiκkμuνvοoρpτtυuχxγyωw' + 'ıiłløođdðdþpħhŋn' + '0o1l3e4a5s7t8b';
const LOOKALIKES = new Map<string, string>([
  ...Array.from({ length: PAIRS.length / 2 }, (_, i): [string, string] => [PAIRS[2 * i], PAIRS[2 * i + 1]]),
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
]);

/** The skeleton of a name: case, accents, spaces and look-alikes folded away (after Unicode TR39, for Latin). */
export function nameKey(name: string): string {
  const folded = cleanName(name)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\s'’-]/gu, '');
  const plain = [...folded].map(letter => LOOKALIKES.get(letter) ?? letter).join('');
  // l and i, and rn and m, cannot be told apart in every typeface.
  return plain.replace(/i/g, 'l').replace(/rn/g, 'm').replace(/vv/g, 'w');
}

// biome-ignore format: a list of words
const RESERVED = [
  'admin', 'administrator', 'moderator', 'mod', 'gamemaster', 'gm', 'system', 'server', 'support', 'staff', 'developer',
  'official', 'evermarch', 'alderwick', 'region', 'everyone', 'all', 'here', 'nobody', 'none', 'null', 'undefined', 'guest',
  'you', 'me', 'player', 'azure', 'ember', 'violet', 'guard', 'villager', 'captain', 'bandit', 'wolf', 'whisper', 'say',
  'error', 'warning', 'console', 'root',
];
/** People of the places keep their names to themselves. */
const reserved = new Set([...RESERVED, ...PLACES.flatMap(place => place.npcs.map(npc => npc.name))].map(nameKey));
const RESERVED_STARTS = ['admin', 'moderator', 'gamemaster', 'evermarch'].map(nameKey);

// biome-ignore format: a list of words
export const FOUL: readonly string[] = [
  'fuck', 'shit', 'cunt', 'nigger', 'nigga', 'faggot', 'whore', 'slut', 'bitch', 'asshole', 'wank', 'penis', 'vagina', 'dildo',
  'rapist', 'hitler', 'nazi', 'pedo', 'cocksuck', 'jizz', 'retard', 'tranny', 'kike', 'spastic', 'molest', 'porn', 'fick',
  'hure', 'fotze', 'putain', 'merde', 'puta', 'cabron', 'blyat', 'suka',
].map(nameKey);

/** 3-16 letters (or `most`) of one script (from 1 on for scripts of syllables), single spaces, hyphens or apostrophes between them, not reserved, not foul. */
export function checkName(text: string, most = NAME_MOST): Reason {
  if (text.length > 256) return REASONS.badName;
  const name = cleanName(text);
  const length = [...name].length;
  if (length > most || length < (SHORT_SCRIPT.test(name) ? 1 : NAME_LEAST)) return REASONS.badName;
  if (!SCRIPTS.some(script => script.test(name))) return REASONS.badName;
  if (!/^\p{L}/u.test(name) || /[ '’-]$/u.test(name) || /[ '’-]{2}/u.test(name) || /\p{M}{3}/u.test(name)) return REASONS.badName;
  if (/(.)\1{3}/u.test(name.toLowerCase())) return REASONS.badName;
  const key = nameKey(name);
  if (!key || reserved.has(key) || RESERVED_STARTS.some(start => key.startsWith(start))) return REASONS.badName;
  return isFoul(name) ? REASONS.badName : OK;
}

/** Whether a name holds a foul word, however it is spelt. */
export const isFoul = (name: string): boolean => FOUL.some(word => nameKey(name).includes(word));
