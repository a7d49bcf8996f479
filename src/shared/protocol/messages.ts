// Every message once: number, direction, rate class and body. A frame is any number of [u8 number, u16 length, body] one after another.
// The same table writes and reads on both sides; a changed body raises PROTOCOL and gets a new golden vector (tests/protocol).
import { BARTER_C2S, BARTER_S2C } from './barter';
import { areas, boss } from './bosses';
import { bool, f64, i16, i32, list, Reader, str, struct, u8, u16, u32, Writer } from './codec';
import { COMPANY_C2S, COMPANY_S2C } from './company';
import { GUILD_C2S, GUILD_S2C } from './guild';
import { fromClient, fromServer, type MessageKind, type RateClass } from './kinds';
import { MAIL_C2S } from './mail';
import { MARKET_C2S } from './market';
import { RIVALS_C2S, RIVALS_S2C } from './rivals';
import { TALK_C2S, TALK_S2C } from './talk';
import { itemId, itemRow } from './things';

export * from './barter';
export * from './company';
export * from './guild';
export type { MessageKind, RateClass } from './kinds';
export * from './rivals';
export * from './talk';

export const PROTOCOL = 7;
/** First word of Sec-WebSocket-Protocol; the ticket is the second. */
export const SUBPROTOCOL = 'evermarch.7';

const count = struct({ of: str(32), count: u32 });

/** Client to region. `command` numbers grow by one per valuable command and are applied once, also after a reconnect. */
export const C2S = {
  /** What the player holds down from client tick `tick` on, until the next intent. yaw: 65536 = full turn; pitch: 32767 = straight up. viewTick + viewFraction/256: the instant on his screen. */
  intent: fromClient(1, 'intent', 'input', { tick: u32, buttons: u16, yaw: u16, pitch: i16, viewTick: u32, viewFraction: u8 }),
  /** Last snapshot tick read, and a client time to be echoed. On the page that only chats: 0, or a mark that came with `pong`. */
  ack: fromClient(2, 'ack', 'input', { tick: u32, clientTime: f64 }),
  use: fromClient(3, 'use', 'action', { number: u16, ability: u8, target: u32 }),
  cancel: fromClient(4, 'cancel', 'action', {}),
  release: fromClient(5, 'release', 'action', {}), // rise again at the nearest spawn after death
  emote: fromClient(6, 'emote', 'chat', { emote: u8 }),
  view: fromClient(7, 'view', 'action', { mode: u8 }), // 0 adventurer, 1 warfront, 2 commander
  chat: fromClient(8, 'chat', 'chat', { channel: u8, to: str(64), text: str(800) }),
  whois: fromClient(9, 'whois', 'query', { ids: list(u32, 32) }),
  talk: fromClient(10, 'talk', 'action', { target: u32 }),
  loot: fromClient(16, 'loot', 'command', { command: u32, corpse: u32 }), // takes all that is his
  move: fromClient(17, 'move', 'command', { command: u32, item: itemId, slot: u8, quantity: u16 }), // to bag slot 0..23, or 100 + equip slot; splits when fewer than the pile
  drop: fromClient(18, 'drop', 'command', { command: u32, item: itemId, quantity: u16 }),
  pickUp: fromClient(19, 'pickUp', 'command', { command: u32, ground: u32 }),
  useItem: fromClient(20, 'useItem', 'command', { command: u32, item: itemId }),
  buy: fromClient(21, 'buy', 'command', { command: u32, npc: u32, kind: u16, quantity: u16 }),
  sell: fromClient(22, 'sell', 'command', { command: u32, npc: u32, item: itemId, quantity: u16 }),
  acceptQuest: fromClient(23, 'acceptQuest', 'command', { command: u32, npc: u32, quest: u16 }),
  turnInQuest: fromClient(24, 'turnInQuest', 'command', { command: u32, npc: u32, quest: u16, choice: u8 }),
  abandonQuest: fromClient(25, 'abandonQuest', 'command', { command: u32, quest: u16 }),
  gather: fromClient(26, 'gather', 'command', { command: u32, node: u16 }),
  /** From the waystone where he stands to another that he has found, in any region; both are numbers of points of interest. */
  travel: fromClient(27, 'travel', 'command', { command: u32, poi: u16 }),
  /** Work that takes a while (gather, skin, craft, experiment): answered when it is done, or was broken off. */
  skin: fromClient(42, 'skin', 'command', { command: u32, corpse: u32 }),
  craft: fromClient(43, 'craft', 'command', { command: u32, recipe: u16, quantity: u8 }), // so many pieces, one after the other
  learn: fromClient(44, 'learn', 'command', { command: u32, npc: u32, recipe: u16 }),
  experiment: fromClient(45, 'experiment', 'command', { command: u32, trade: u8, kinds: list(u16, 4) }), // one of each is used up
  stopWork: fromClient(46, 'stopWork', 'action', {}),
  /** Becomes of a class, or of another. */
  chooseClass: fromClient(28, 'chooseClass', 'command', { command: u32, cls: u8 }),
  /** Takes a talent, in place of the one of its tier that he has. */
  takeTalent: fromClient(29, 'takeTalent', 'command', { command: u32, talent: u8 }),
  /** Forgets all talents. */
  forgetTalents: fromClient(30, 'forgetTalents', 'command', { command: u32 }),
  /** Begins to hold a post of the place: its index. */
  stand: fromClient(38, 'stand', 'command', { command: u32, post: u16 }),
  /** Sets out with a villager. */
  escort: fromClient(39, 'escort', 'command', { command: u32, npc: u32 }),
  ...COMPANY_C2S,
  ...GUILD_C2S,
  ...BARTER_C2S,
  ...MAIL_C2S,
  ...MARKET_C2S,
  ...RIVALS_C2S,
  ...TALK_C2S,
  /** Gives an answer that is remembered: its number among the talk's. */
  answer: fromClient(40, 'answer', 'command', { command: u32, npc: u32, talk: u16, answer: u8 }),
  /** At a banker's: between bag 0..23 and bank 200..247, or within the bank; splits when fewer than the pile. */
  bank: fromClient(32, 'bank', 'command', { command: u32, npc: u32, item: itemId, slot: u8, quantity: u16 }),
  /** Puts the bag in order (npc 0), or the bank at that banker's. */
  sort: fromClient(33, 'sort', 'command', { command: u32, npc: u32 }),
  /** At a smith's: one thing, or with '' all that he has with him. */
  repair: fromClient(34, 'repair', 'command', { command: u32, npc: u32, item: itemId }),
  destroy: fromClient(35, 'destroy', 'command', { command: u32, item: itemId, quantity: u16 }),
  learnMount: fromClient(47, 'learnMount', 'command', { command: u32, npc: u32, mount: u8 }),
  chooseMount: fromClient(48, 'chooseMount', 'command', { command: u32, mount: u8 }), // which steed comes to the call
  wearTitle: fromClient(49, 'wearTitle', 'command', { command: u32, deed: u16 }), // 0: none
  /** How far am I? Answered by `life`, once what was counted since then is written. */
  deeds: fromClient(50, 'deeds', 'query', {}),
} as const;

/** Region to client. */
export const S2C = {
  /** `time`: server wall clock in ms (world time of day follows from it, shared/clock.ts). */
  welcome: fromServer(1, 'welcome', {
    protocol: u16,
    region: str(16),
    entity: u32,
    tick: u32,
    time: f64,
    character: itemId,
    name: str(64),
    resumed: bool,
    lastCommand: u32,
  }),
  /** body: u32 tick, u32 client tick done, what changed of the own body (ownwords.ts), then the core's cells; the core writes it. */
  snapshot: { number: 2, name: 'snapshot', rate: 'server', body: struct({}) } as MessageKind<object>,
  /** STATUS_BYTES of the core as they stand, sent when they change in more than time left. */
  status: fromServer(3, 'status', { bytes: list(u8, 160) }),
  cooldowns: fromServer(4, 'cooldowns', { left: list(struct({ ability: u8, ticks: u16, whole: u16 }), 64) }),
  sheet: fromServer(5, 'sheet', {
    level: u8,
    xp: u32,
    xpNext: u32,
    /** Points that the next kills bring on top (rules/rest.ts). */
    rested: u32,
    gold: u32,
    might: u16,
    aim: u16,
    spirit: u16,
    vigor: u16,
    armor: u16,
    covenant: u8,
    look: u32,
    abilities: list(u8, 64),
  }),
  /** What the character has with him: bag slots 0..23, worn 100 + slot. */
  bag: fromServer(6, 'bag', { items: list(itemRow, 64) }),
  quests: fromServer(7, 'quests', { active: list(struct({ quest: u16, counts: list(u16, 8) }), 32), done: list(u16, 512) }),
  /** Answer to a command: reason 0 = done. Sent only when what it did is durable. */
  result: fromServer(8, 'result', { command: u32, reason: u8 }),
  /** An ability was not started: a reason of reasons.ts. */
  refused: fromServer(9, 'refused', { number: u16, ability: u8, reason: u8 }),
  /** A corpse holds something for this player (gold 0 and no items: it is empty now). */
  corpse: fromServer(10, 'corpse', { corpse: u32, gold: u32, items: list(struct({ kind: u16, quantity: u16 }), 16) }),
  /** Something was received and is durable: shown as a toast. */
  gained: fromServer(11, 'gained', { xp: u32, gold: i32, items: list(struct({ kind: u16, quantity: u16 }), 16), cause: u8 }),
  levelUp: fromServer(12, 'levelUp', { level: u8 }),
  discovered: fromServer(13, 'discovered', { poi: u16, xp: u16 }),
  chat: fromServer(14, 'chat', { channel: u8, from: str(64), fromEntity: u32, to: str(64), text: str(800), time: f64 }),
  who: fromServer(15, 'who', { people: list(struct({ id: u32, name: str(64), title: str(64), covenant: u8, npc: u16 }), 64) }),
  /** What a villager says and offers. questsDone: may be turned in here; vendor: kinds for sale. */
  dialogue: fromServer(16, 'dialogue', {
    npc: u32,
    text: str(800),
    questsOffered: list(u16, 16),
    questsDone: list(u16, 16),
    vendor: list(u16, 64),
    stable: list(u8, 16),
    /** Talks that may be had with him (content/talks.ts), and the quest on whose walk he would set out now; 0: none. */
    talks: list(u16, 8),
    walk: u16,
  }),
  /** Answers `ack`. On the page that only chats a `tick` that is not 0 is a mark: it is to be sent back at once (talk/unread.ts). */
  pong: fromServer(17, 'pong', { clientTime: f64, tick: u32 }),
  /** Loot lying on the ground within sight, sent on change. */
  ground: fromServer(18, 'ground', { items: list(struct({ id: u32, kind: u16, quantity: u16, x: i32, z: i32 }), 128) }), // x, z in cm
  /** Nodes that cannot be gathered now. */
  nodes: fromServer(19, 'nodes', { spent: list(u16, 512) }),
  /** Plain words for the player: a number of notices.ts. */
  notice: fromServer(20, 'notice', { notice: u8, value: i32, text: str(128) }),
  /** How the region does, once a second: for the connection mark and F3. Times in 1/100 ms; `phases` of a turn only now and then. */
  pulse: fromServer(21, 'pulse', { players: u16, tickMs: u16, tickP99: u16, strain: u8, phases: list(u16, 24) }),
  /** A border is near: with this ticket a second socket can wait at that region's door (it says nothing until the body arrives there). */
  near: fromServer(22, 'near', { region: str(16), ticket: str(640) }),
  /** The body is handed over to that region for good; this socket says nothing more. The ticket serves whoever has no socket waiting. */
  cross: fromServer(23, 'cross', { region: str(16), ticket: str(640) }),
  /** What happened while he was away (kinds: since.ts). `place`: number of the place it happened in. */
  since: fromServer(24, 'since', { away_s: u32, lines: list(struct({ kind: u8, place: u8, value: i32 }), 32) }),
  /** Points of interest the character has found, over the whole world (content/index.ts poiNumber). */
  places: fromServer(25, 'places', { found: list(u16, 512) }),
  /**
   * What happens near (content/happenings.ts), sent on change to all in the region: `state` HAPPENING_*; x, z in m; wave counts from 1; `foes`:
   * left of this wave; `medal`: what he has earned once it is won.
   */
  happening: fromServer(44, 'happening', {
    happening: u8,
    state: u8,
    x: i16,
    z: i16,
    left_s: u16,
    wave: u8,
    waves: u8,
    foes: u8,
    level: u8,
    medal: u8,
  }),
  /** What he has become (rules/life.ts). */
  life: fromServer(26, 'life', {
    cls: u8,
    talents: list(u8, 32),
    rested: u32,
    title: u16,
    deeds: list(u16, 256),
    recipes: list(u16, 256),
    tallies: list(count, 128),
    skills: list(count, 16),
    days: list(count, 64),
    locks: list(count, 32),
    choices: list(count, 128),
    mounts: list(u8, 16),
    mount: u8,
    consent: f64,
  }),
  /** What of the world's state concerns quests: today, when it ends (epoch ms), quests on a condition that may be taken now, and those whose giver has more to say. */
  tidings: fromServer(33, 'tidings', { day: u32, ends: f64, open: list(u16, 64), asides: list(u16, 64) }),
  /** How a walk or a stand goes in which he takes part, once a second and at its end. kind: TASK_…; way: TASK_RUNS …; life in percent; place in cm. */
  task: fromServer(34, 'task', {
    kind: u8,
    quest: u16,
    way: u8,
    left_s: u16,
    wave: u8,
    waves: u8,
    life: u8,
    x: i32,
    z: i32,
    radius: u8,
  }),
  /** What his hands are at (WORK_*): for `ticks` from now; `left` pieces after this one. WORK_NONE: nothing (any more). */
  work: fromServer(37, 'work', { what: u8, of: u16, ticks: u16, left: u8 }),
  /** A piece is finished and written. `bonus`: so many more than the recipe says. */
  made: fromServer(38, 'made', { recipe: u16, quality: u8, bonus: u8 }),
  ...COMPANY_S2C,
  ...GUILD_S2C,
  ...BARTER_S2C,
  ...RIVALS_S2C,
  ...TALK_S2C,
  /** He knows a recipe now that he did not know (LEARNED_*). */
  learned: fromServer(39, 'learned', { recipe: u16, how: u8 }),
  /** See bosses.ts, both. */
  areas: fromServer(50, 'areas', areas),
  boss: fromServer(51, 'boss', boss),
  /** What lies in the bank: slots 200..247. Told by itself, because it seldom changes. */
  bank: fromServer(30, 'bank', { items: list(itemRow, 64) }),
  /** A deed is done, and written down. */
  deed: fromServer(40, 'deed', { deed: u16 }),
} as const;

export type C2SName = keyof typeof C2S;
export type S2CName = keyof typeof S2C;
export type Body<K> = K extends MessageKind<infer T> ? T : never;

export const CHANNEL_SAY = 0;
export const CHANNEL_REGION = 1;
export const CHANNEL_WHISPER = 2;
export const CHANNEL_EMOTE = 3;
export const CHANNEL_SYSTEM = 4;
export const CHANNEL_NPC = 5;
export const CHANNEL_PARTY = 6;

export const HAPPENING_ON = 0;
export const HAPPENING_WON = 1;
export const HAPPENING_LOST = 2;
/** Nobody was there to see the end of it. */
export const HAPPENING_OVER = 3;

export const CAUSE_KILL = 0;
export const CAUSE_QUEST = 1;
export const CAUSE_DISCOVERY = 2;
export const CAUSE_VENDOR = 3;
export const CAUSE_GATHER = 4;
export const CAUSE_GROUND = 5;
export const CAUSE_CRAFT = 6;

/** What work of a player's hands is; `of` is the node's index, the beast's kind, the recipe's or the trade's number. */
export const WORK_NONE = 0;
export const WORK_GATHER = 1;
export const WORK_SKIN = 2;
export const WORK_CRAFT = 3;
export const WORK_EXPERIMENT = 4;

export const LEARNED_TAUGHT = 0;
export const LEARNED_FOUND = 1;
/** Out of a mailbox, over the counter of the market, out of a guild's bank, and from somebody who traded with him. */
export const CAUSE_MAIL = 30;
export const CAUSE_MARKET = 31;
export const CAUSE_GUILD = 32;
export const CAUSE_BARTER = 33;
export const CAUSE_HAPPENING = 20;
export const CAUSE_DEED = 21;
export const CAUSE_GIVEN = 70;
export const CAUSE_ARENA = 22;

export const TASK_ESCORT = 1;
export const TASK_DEFEND = 2;
export const TASK_RUNS = 0;
export const TASK_DONE = 1;
export const TASK_FAILED = 2;

/** Why a region closes a socket (WebSocket close codes 4000-4999). */
export const CLOSE_PROTOCOL = 4000;
export const CLOSE_NEWER_LOGIN = 4001;
export const CLOSE_FLOOD = 4002;
export const CLOSE_SLOW = 4003;
export const CLOSE_KICKED = 4004;
export const CLOSE_RESTART = 4005;
export const CLOSE_TICKET = 4006;
export const CLOSE_UNAVAILABLE = 4007;
/** The character is in another region, which a `cross` before this close has named. */
export const CLOSE_MOVED = 4008;

/** Appends one message to a frame. */
export function put<T>(frame: Writer, kind: MessageKind<T>, body: T): void {
  const head = frame.reserve(3);
  const start = frame.length;
  kind.body.write(frame, body);
  frame.view.setUint8(head, kind.number);
  frame.view.setUint16(head + 1, frame.length - start, true);
}

/** One message alone in a frame. */
export function pack<T>(kind: MessageKind<T>, body: T): Uint8Array {
  const frame = new Writer(64);
  put(frame, kind, body);
  return frame.take();
}

interface Numbered {
  key: string;
  kind: MessageKind<unknown>;
}

function byNumber<T extends Record<string, MessageKind<unknown>>>(table: T): ReadonlyMap<number, Numbered> {
  const map = new Map<number, Numbered>();
  for (const [key, kind] of Object.entries(table)) {
    if (map.has(kind.number)) throw new Error(`message number ${kind.number} used twice`);
    map.set(kind.number, { key, kind });
  }
  return map;
}
const c2sByNumber = byNumber(C2S);
const s2cByNumber = byNumber(S2C);

export type C2SMessage = { [K in C2SName]: { name: K; rate: RateClass; body: Body<(typeof C2S)[K]> } }[C2SName];
export type S2CMessage = { [K in S2CName]: { name: K; rate: 'server'; body: Body<(typeof S2C)[K]>; bytes: Uint8Array } }[S2CName];

/** Reads a frame from a client. null: malformed (unknown number, wrong length, bad field); nothing of it may be applied. */
export function readC2S(bytes: Uint8Array): C2SMessage[] | null {
  return readFrame(
    bytes,
    c2sByNumber,
    ({ key, kind }, r) => ({ name: key, rate: kind.rate, body: kind.body.read(r) }) as C2SMessage,
  );
}
/** Reads a frame from the region; `bytes` of each message is its raw body. */
export function readS2C(bytes: Uint8Array): S2CMessage[] | null {
  return readFrame(bytes, s2cByNumber, ({ key, kind }, r) => {
    const raw = bytes.subarray(r.at, r.end);
    // The snapshot's body is the core's own packed format, which the core itself checks.
    const body = kind === S2C.snapshot ? r.skip() : kind.body.read(r);
    return { name: key, rate: kind.rate, body, bytes: raw } as S2CMessage;
  });
}

/** `read` takes one message; the reader ends where the message does. */
function readFrame<M>(
  bytes: Uint8Array,
  kinds: ReadonlyMap<number, Numbered>,
  read: (found: Numbered, r: Reader) => M,
): M[] | null {
  const messages: M[] = [];
  const r = new Reader(bytes);
  while (r.at < bytes.length) {
    const found = kinds.get(u8.read(r));
    const end = u16.read(r) + r.at;
    if (!found || r.bad || end > bytes.length) return null;
    r.end = end;
    messages.push(read(found, r));
    if (!r.done) return null;
    r.end = bytes.length;
  }
  return messages;
}
