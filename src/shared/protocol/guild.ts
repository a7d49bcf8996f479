// What a screen is told of its player's guild, and what he asks of it. In: nothing. Out: the bodies of messages, and their numbers' meanings.
import { bool, f64, i16, i32, list, str, struct, u8, u16, u32 } from './codec';
import { fromClient, fromServer } from './kinds';
import { itemId, itemRow } from './things';

const character = str(26);
const guild = str(26);
const emblem = { shape: u8, field: u8, mark: u8 };
const rank = { name: str(80), rights: u16, gold: u32, items: list(u8, 6) };

/** The guild he is in, on change; id '': in none. `rights`: bits of his rank (rules/guild.ts). */
const GUILD = { id: guild, name: str(96), ...emblem, level: u8, rank: u8, rights: u16 };

/** All of it, when he asks: `state` MATE_…, `place`: number of the place a member is in; `seen`: epoch ms. */
const ROSTER = {
  motd: str(800),
  points: u32,
  ranks: list(struct(rank), 5),
  members: list(
    struct({
      character,
      name: str(64),
      level: u8,
      cls: u8,
      rank: u8,
      note: str(240),
      place: u8,
      state: u8,
      seen: f64,
      points: u32,
    }),
    100,
  ),
};

/** `channel` CHANNEL_…; oldest first. */
const LINES = { lines: list(struct({ channel: u8, from: str(64), text: str(800), time: f64 }), 100) };

/** `what`: LOG_… (rules/guildlog.ts); `by`, `to`: names; newest first. */
const LOG = { entries: list(struct({ what: u8, by: str(64), to: str(96), value: u32, kind: u16, at: f64 }), 200) };

/** What lies in the bank, and what he may still take today: out of each tab so often (255: as he likes), and so much gold. */
const BANK = { gold: u32, leftGold: u32, left: list(u8, 6), things: list(struct({ tab: u8, thing: itemRow }), 400) };

/** What is planned, the next first; `own`: he made it; `answer`: index into ANSWERS (rules/guildcalendar.ts). */
const CALENDAR = {
  events: list(
    struct({ id: u32, title: str(240), at: f64, by: str(64), own: bool, signs: list(struct({ name: str(64), answer: u8 }), 100) }),
    20,
  ),
};

/** The alliance: `leaves`: epoch ms, 0: it stays; guilds that propose one; its log, newest first (PACT_LOG of rules/pacts.ts). */
const TREATY = {
  allies: list(struct({ guild, name: str(96), ...emblem, since: f64, leaves: f64 }), 8),
  proposals: list(struct({ guild, name: str(96), ...emblem }), 16),
  log: list(struct({ what: u8, guild: str(96), to: str(96), at: f64 }), 50),
};

/** Members and allies who are in the world: where, in m. */
const WHERE = { people: list(struct({ name: str(64), place: u8, x: i16, z: i16, ally: bool }), 400) };

/** Whose colours these bodies wear; name '': none (any more). */
const COLOURS = { people: list(struct({ id: u32, name: str(96), ...emblem }), 64) };

/** All banners that stand in the region, on change and to whoever comes; x, z in cm. */
const BANNERS = { banners: list(struct({ name: str(96), ...emblem, x: i32, z: i32, yaw: u16 }), 32) };

export const GUILD_C2S = {
  // Asked of the guild, which answers a little later (S2C guild, roster, notice).
  foundGuild: fromClient(120, 'foundGuild', 'query', { name: str(96), ...emblem }),
  /** Asks somebody by his name, wherever he is. */
  guildInvite: fromClient(121, 'guildInvite', 'query', { name: str(64) }),
  guildAnswer: fromClient(122, 'guildAnswer', 'query', { guild, accept: bool }),
  guildLeave: fromClient(123, 'guildLeave', 'query', {}),
  guildKick: fromClient(124, 'guildKick', 'query', { member: character }),
  guildRank: fromClient(125, 'guildRank', 'query', { member: character, rank: u8 }),
  guildHandOver: fromClient(126, 'guildHandOver', 'query', { member: character }),
  guildDisband: fromClient(127, 'guildDisband', 'query', {}),
  guildMotd: fromClient(128, 'guildMotd', 'query', { text: str(800) }),
  guildNote: fromClient(129, 'guildNote', 'query', { member: character, text: str(240) }),
  /** What a rank is called, may do, and may take out of the bank in a day. */
  guildRankEdit: fromClient(130, 'guildRankEdit', 'query', { rank: u8, ...rank }),
  guildEmblem: fromClient(131, 'guildEmblem', 'query', emblem),
  /** VIEW_…: answered by the message of that name. */
  guildView: fromClient(132, 'guildView', 'query', { what: u8 }),
  /** Into a tab of the bank: so many of a thing, or (item '') gold. */
  guildDeposit: fromClient(133, 'guildDeposit', 'command', { command: u32, tab: u8, item: itemId, quantity: u16, gold: u32 }),
  /** Out of it, the same. */
  guildTake: fromClient(134, 'guildTake', 'query', { item: itemId, quantity: u16, gold: u32 }),
  guildEvent: fromClient(135, 'guildEvent', 'query', { title: str(240), at: f64 }),
  guildDropEvent: fromClient(136, 'guildDropEvent', 'query', { event: u32 }),
  /** Index into ANSWERS (rules/guildcalendar.ts). */
  guildSign: fromClient(137, 'guildSign', 'query', { event: u32, answer: u8 }),
  /** To the guild of that name. */
  pactPropose: fromClient(138, 'pactPropose', 'query', { name: str(96) }),
  pactAnswer: fromClient(139, 'pactAnswer', 'query', { guild, accept: bool }),
  pactRenounce: fromClient(140, 'pactRenounce', 'query', {}),
  /** His guild's banner, where he stands; the one that stood before goes. */
  plantBanner: fromClient(141, 'plantBanner', 'query', {}),
} as const;

export const GUILD_S2C = {
  guild: fromServer(100, 'guild', GUILD),
  guildRoster: fromServer(101, 'guildRoster', ROSTER),
  /** Somebody asks him into his guild of `count`. */
  guildInvited: fromServer(102, 'guildInvited', { guild, name: str(96), by: str(64), ...emblem, count: u8, left_s: u8 }),
  guildLines: fromServer(103, 'guildLines', LINES),
  guildLog: fromServer(104, 'guildLog', LOG),
  guildBank: fromServer(106, 'guildBank', BANK),
  guildCalendar: fromServer(107, 'guildCalendar', CALENDAR),
  guildTreaty: fromServer(108, 'guildTreaty', TREATY),
  guildWhere: fromServer(109, 'guildWhere', WHERE),
  colours: fromServer(105, 'colours', COLOURS),
  banners: fromServer(110, 'banners', BANNERS),
} as const;

export const VIEW_ROSTER = 0;
export const VIEW_LINES = 1;
export const VIEW_LOG = 2;
export const VIEW_BANK = 3;
export const VIEW_CALENDAR = 4;
export const VIEW_TREATY = 5;
export const VIEW_WHERE = 6;

export const CHANNEL_GUILD = 10;
export const CHANNEL_OFFICER = 11;
export const CHANNEL_ALLIANCE = 16;
