// The channels that one can speak in, once: their words behind a slash, and whom they name. In: a typed word. Out: the channel, for the line that is
// typed, for the tabs, and for what is sent.
import {
  CHANNEL_ALLIANCE,
  CHANNEL_COVENANT,
  CHANNEL_CUSTOM,
  CHANNEL_EMOTE,
  CHANNEL_GUILD,
  CHANNEL_NPC,
  CHANNEL_OFFICER,
  CHANNEL_PARTY,
  CHANNEL_RAID,
  CHANNEL_REGION,
  CHANNEL_SAY,
  CHANNEL_SYSTEM,
  CHANNEL_TRADE,
  CHANNEL_WARNING,
  CHANNEL_WHISPER,
  CHANNEL_WORLD,
  CHANNEL_YELL,
} from '../../src/shared/protocol/messages';

export type ChannelKey =
  | 'say'
  | 'yell'
  | 'region'
  | 'world'
  | 'trade'
  | 'covenant'
  | 'party'
  | 'raid'
  | 'warning'
  | 'guild'
  | 'officer'
  | 'alliance'
  | 'whisper'
  | 'room';

export interface ChannelWords {
  readonly key: ChannelKey;
  readonly channel: number;
  /** The first is what is written when the channel sticks. */
  readonly words: readonly string[];
  /** A name stands before the text: whom it is for, or the room. */
  readonly named?: boolean;
  /** Only beside the own body: not on the page that only chats. */
  readonly near?: boolean;
}

export const CHANNELS: readonly ChannelWords[] = [
  { key: 'say', channel: CHANNEL_SAY, words: ['s', 'say'], near: true },
  { key: 'yell', channel: CHANNEL_YELL, words: ['y', 'yell', 'shout'], near: true },
  { key: 'region', channel: CHANNEL_REGION, words: ['r', 're', 'region', '1'], near: true },
  { key: 'world', channel: CHANNEL_WORLD, words: ['wo', 'world', '2'] },
  { key: 'trade', channel: CHANNEL_TRADE, words: ['tr', 'trade', '3'] },
  { key: 'covenant', channel: CHANNEL_COVENANT, words: ['cov', 'covenant', '4'] },
  { key: 'party', channel: CHANNEL_PARTY, words: ['p', 'party'], near: true },
  { key: 'raid', channel: CHANNEL_RAID, words: ['ra', 'raid'], near: true },
  { key: 'warning', channel: CHANNEL_WARNING, words: ['rw', 'warning'], near: true },
  { key: 'guild', channel: CHANNEL_GUILD, words: ['g', 'guild'], near: true },
  { key: 'officer', channel: CHANNEL_OFFICER, words: ['o', 'officer'], near: true },
  { key: 'alliance', channel: CHANNEL_ALLIANCE, words: ['al', 'alliance'], near: true },
  { key: 'whisper', channel: CHANNEL_WHISPER, words: ['w', 'whisper', 't', 'tell', 'msg'], named: true },
  { key: 'room', channel: CHANNEL_CUSTOM, words: ['ch', 'room', 'channel'], named: true },
];

const byWord = new Map(CHANNELS.flatMap(each => each.words.map(word => [word, each] as const)));
const byKey = new Map(CHANNELS.map(each => [each.key, each]));
const byNumber = new Map(CHANNELS.map(each => [each.channel, each]));

export const channelOf = (word: string): ChannelWords | undefined => byWord.get(word);
export const channelNamed = (key: ChannelKey): ChannelWords => byKey.get(key) as ChannelWords;
export const keyOfChannel = (channel: number): ChannelKey | undefined => byNumber.get(channel)?.key;

/** "Old Tom" hello, and Tom hello: the name before a text; Old Tom hello, where somebody of that name is `known`. */
export function addressed(rest: string, known: readonly string[] = []): { to: string; text: string } {
  const lower = `${rest.toLowerCase()} `;
  const named = known.filter(name => name && lower.startsWith(`${name.toLowerCase()} `)).sort((a, b) => b.length - a.length);
  if (named.length) return { to: named[0], text: rest.slice(named[0].length).trimStart() };
  const match = /^"([^"]+)"\s*([\s\S]*)$/.exec(rest) ?? /^(\S+)\s*([\s\S]*)$/.exec(rest);
  return { to: match?.[1] ?? '', text: match?.[2] ?? '' };
}
export const quoted = (name: string): string => (/\s/.test(name) ? `"${name}"` : name);

// ---- tabs ----

export type Tab = string;
const NEAR = [CHANNEL_SAY, CHANNEL_YELL, CHANNEL_REGION, CHANNEL_EMOTE, CHANNEL_NPC];
const PARTY = [CHANNEL_PARTY, CHANNEL_RAID, CHANNEL_WARNING];
const TABS: Readonly<Record<string, readonly number[]>> = {
  near: NEAR,
  world: [CHANNEL_WORLD, CHANNEL_TRADE, CHANNEL_COVENANT],
  party: PARTY,
  guild: [CHANNEL_GUILD, CHANNEL_OFFICER, CHANNEL_ALLIANCE],
  whisper: [CHANNEL_WHISPER],
  system: [CHANNEL_SYSTEM],
};
/** The tab of a room that players opened. */
export const tabOfRoom = (room: string): Tab => `#${room}`;

export function isOnTab(tab: Tab, line: { channel: number; room: string }): boolean {
  if (tab === 'all') return true;
  return tab.startsWith('#') ? line.channel === CHANNEL_CUSTOM && tabOfRoom(line.room) === tab : TABS[tab].includes(line.channel);
}
