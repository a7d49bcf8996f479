// The line being typed: which channel it goes to, and which channel sticks for the next. Pure. In: text, sticky channel. Out: the line for the game, the next sticky.
import { addressed, type ChannelKey, channelNamed, channelOf, quoted } from '../game/channels';

/** `to`: of a whisper or a room, else ''. */
export interface Sticky {
  readonly channel: ChannelKey;
  readonly to: string;
}
export const stickTo = (channel: ChannelKey, to = ''): Sticky => ({ channel, to });

/** `known`: names of people he may mean, with blanks or without. A command that only changes the channel ("/r ") gives an empty line. */
export function talkLine(
  typed: string,
  sticky: Sticky,
  lastWhisperer: string,
  known: readonly string[] = [],
): { line: string; sticky: Sticky } {
  const text = typed.trim();
  const found = /^\/(\S+)\s*([\s\S]*)$/.exec(text);
  if (!found) return { line: text && prefix(sticky) + text, sticky };
  const rest = found[2];
  const channel = channelOf(found[1].toLowerCase());
  if (found[1].toLowerCase() === 'reply' && lastWhisperer) {
    return { line: rest && prefix(stickTo('whisper', lastWhisperer)) + rest, sticky: stickTo('whisper', lastWhisperer) };
  }
  if (!channel) return { line: text, sticky };
  if (!channel.named) return { line: rest && prefix(stickTo(channel.key)) + rest, sticky: stickTo(channel.key) };
  const { to, text: words } = addressed(rest, channel.key === 'whisper' ? known : []);
  const next = stickTo(channel.key, to);
  return to ? { line: words && prefix(next) + words, sticky: next } : { line: text, sticky };
}

function prefix({ channel, to }: Sticky): string {
  const { words, named } = channelNamed(channel);
  return named ? `/${words[0]} ${quoted(to)} ` : `/${words[0]} `;
}
