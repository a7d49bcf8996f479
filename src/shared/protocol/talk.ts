// What is said beyond one region, people one knows, and rooms that players open: messages between a screen and whoever serves it, a region or,
// on the page that only chats, Talk itself.
import { bool, f64, list, str, struct, u8, u16, u32 } from './codec';
import { fromClient, fromServer } from './kinds';

// Numbers 0-6 stand in messages.ts; 10, 11 and 16 are the guild’s.
export const CHANNEL_YELL = 7;
export const CHANNEL_WORLD = 8;
export const CHANNEL_TRADE = 9;
export const CHANNEL_COVENANT = 12;
export const CHANNEL_RAID = 13;
/** A room that players opened; in `chat` its name stands in `to`. */
export const CHANNEL_CUSTOM = 14;
/** The leader of a raid, in big letters. */
export const CHANNEL_WARNING = 15;

/** So many lines come in one message at most: its length is a u16. */
export const LINES_AT_ONCE = 20;

export const FRIEND_OFFLINE = 0;
export const FRIEND_ONLINE = 1;
/** His line has fallen. */
export const FRIEND_AWAY = 2;
/** On the page that only chats. */
export const FRIEND_CHATS = 3;

export const MANAGE_KICK = 0;
export const MANAGE_BAN = 1;
export const MANAGE_UNBAN = 2;

const account = str(26);
const room = str(64);
const name = str(64);

/** `id`: what unfriend and unignore name him by; `place`: number of the place; `since`: when he left, epoch ms. */
const friend = struct({ id: account, name, level: u8, cls: u8, covenant: u8, place: u8, state: u8, since: f64 });

export const TALK_C2S = {
  /** Number of the last line read of each room (0: none yet), told on every welcome: what came after it follows, each line once. */
  heard: fromClient(80, 'heard', 'query', { rooms: list(struct({ channel: u8, room, number: u32 }), 16) }),
  befriend: fromClient(81, 'befriend', 'query', { name }),
  unfriend: fromClient(82, 'unfriend', 'query', { id: account }),
  ignore: fromClient(83, 'ignore', 'query', { name }),
  unignore: fromClient(84, 'unignore', 'query', { id: account }),
  /** Into a room of that name, or opens it. */
  joinRoom: fromClient(85, 'joinRoom', 'query', { room }),
  leaveRoom: fromClient(86, 'leaveRoom', 'query', { room }),
  /** Its owner puts somebody out; `what`: MANAGE_KICK … */
  manageRoom: fromClient(87, 'manageRoom', 'query', { room, name, what: u8 }),
  /**
   * A line that he was told, by what told it: `number` of a room's line, else `from` and `time`; neither: whoever is called `from` and is in sight
   * himself. `why`: index into REPORT_WHYS.
   */
  reportLine: fromClient(88, 'reportLine', 'query', {
    channel: u8,
    room,
    number: u32,
    from: name,
    time: f64,
    why: u8,
    words: str(200),
  }),
  makeInvite: fromClient(89, 'makeInvite', 'query', {}),
  /** Whispers that had waited for him were read, up to that number. */
  readHeld: fromClient(90, 'readHeld', 'query', { number: f64 }),
} as const;

export const TALK_S2C = {
  /** What was said in a room, oldest first; `room`: name of one that players opened, else ''. */
  lines: fromServer(60, 'lines', {
    channel: u8,
    room,
    lines: list(struct({ number: u32, from: name, text: str(800), time: f64 }), LINES_AT_ONCE),
  }),
  friends: fromServer(61, 'friends', { friends: list(friend, 100), ignored: list(struct({ id: account, name }), 100) }),
  /** The rooms that players opened in which he is. */
  rooms: fromServer(62, 'rooms', { rooms: list(struct({ name: room, isOwner: bool }), 16) }),
  /** Whispers that waited for him, oldest first; answered by readHeld. */
  held: fromServer(63, 'held', { lines: list(struct({ number: f64, from: name, text: str(800), time: f64 }), LINES_AT_ONCE) }),
  /** A link that brings friends: /join/CODE. */
  inviteLink: fromServer(64, 'inviteLink', { code: str(16), left_s: u16, uses: u8 }),
} as const;
