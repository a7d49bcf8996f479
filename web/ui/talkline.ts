// The line being typed: which channel it goes to, and which channel sticks for the next. Pure. In: text, sticky channel. Out: the line for the game, the next sticky.
export type Sticky =
  | { channel: 'say' }
  | { channel: 'region' }
  | { channel: 'party' }
  | { channel: 'guild' }
  | { channel: 'officer' }
  | { channel: 'alliance' }
  | { channel: 'whisper'; to: string };

const SAY = new Set(['s', 'say']);
const REGION = new Set(['r', 're', 'region', 'y', '1']);
const PARTY = new Set(['p', 'party']);
const GUILD = new Set(['g', 'guild']);
const OFFICER = new Set(['o', 'officer']);
const ALLIANCE = new Set(['a', 'alliance']);
const WHISPER = new Set(['w', 'whisper', 't', 'tell', 'msg']);

function quoted(name: string): string {
  return /\s/.test(name) ? `"${name}"` : name;
}

/** Splits "/w "Old Tom" hello" into command, name and rest; undefined when the text is no command. */
function command(text: string): { word: string; rest: string } | undefined {
  const match = /^\/(\S+)\s*([\s\S]*)$/.exec(text);
  return match ? { word: match[1].toLowerCase(), rest: match[2] } : undefined;
}

function addressed(rest: string): { to: string; text: string } {
  const match = /^"([^"]+)"\s*([\s\S]*)$/.exec(rest) ?? /^(\S+)\s*([\s\S]*)$/.exec(rest);
  return { to: match?.[1] ?? '', text: match?.[2] ?? '' };
}

/** A command that only changes the channel ("/r ") gives an empty line. */
export function talkLine(typed: string, sticky: Sticky, lastWhisperer: string): { line: string; sticky: Sticky } {
  const text = typed.trim();
  const found = command(text);
  if (!found) return { line: text && prefix(sticky) + text, sticky };
  const { word, rest } = found;
  if (SAY.has(word)) return { line: rest && `/s ${rest}`, sticky: { channel: 'say' } };
  if (REGION.has(word)) return { line: rest && `/r ${rest}`, sticky: { channel: 'region' } };
  if (PARTY.has(word)) return { line: rest && `/p ${rest}`, sticky: { channel: 'party' } };
  if (GUILD.has(word)) return { line: rest && `/g ${rest}`, sticky: { channel: 'guild' } };
  if (OFFICER.has(word)) return { line: rest && `/o ${rest}`, sticky: { channel: 'officer' } };
  if (ALLIANCE.has(word)) return { line: rest && `/a ${rest}`, sticky: { channel: 'alliance' } };
  if (WHISPER.has(word)) {
    const { to, text: words } = addressed(rest);
    return to ? { line: words && `/w ${quoted(to)} ${words}`, sticky: { channel: 'whisper', to } } : { line: text, sticky };
  }
  if (word === 'reply' && lastWhisperer) {
    return { line: rest && `/w ${quoted(lastWhisperer)} ${rest}`, sticky: { channel: 'whisper', to: lastWhisperer } };
  }
  return { line: text, sticky };
}

function prefix(sticky: Sticky): string {
  if (sticky.channel === 'region') return '/r ';
  if (sticky.channel === 'party') return '/p ';
  if (sticky.channel === 'guild') return '/g ';
  if (sticky.channel === 'officer') return '/o ';
  if (sticky.channel === 'alliance') return '/a ';
  return sticky.channel === 'whisper' ? `/w ${quoted(sticky.to)} ` : '/s ';
}
