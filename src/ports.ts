// The doors: what every room may ask of the platform and of the Durable Objects, so that rooms never import each other.
import type { D1Database, DurableObjectNamespace, Fetcher, RateLimit } from '@cloudflare/workers-types';
import type { BoardsPort } from './boardwords';
import type { Contacts, HeldLine, PresenceNews, Rooms, TalkPort } from './chatwords';
import type { DeparturesPort } from './departurewords';
import type { Charter, GuildPort, GuildView, Membership, RegistryPort, Spot } from './guildwords';
import type { Role } from './shared/content/kinds';
import type { CrowdVars } from './shared/crowds';
import type { WorldMap } from './shared/map';
import type { Division, RegionKey } from './shared/regions';
import type { Match } from './shared/rules/arena';
import type { Efforts, Front } from './shared/rules/front';
import type { Badge, Emblem } from './shared/rules/guild';
import type { Fill } from './shared/rules/muster';
import type { Member, Party } from './shared/rules/parties';
import type { Reason } from './shared/rules/reasons';
import type { Run } from './shared/rules/runs';
import type { MailboxPort, MarketPort } from './tradewords';
import type { Parcel, Taken } from './transfer/ports';

export type * from './boardwords';
export type * from './chatwords';
export type * from './departurewords';
export type * from './guildwords';
export type * from './tradewords';

/** Whoever takes parcels: a region, or what keeps or passes on value between them. */
export type Address = RegionKey | 'market' | 'boards' | `mailbox:${string}` | `guild:${string}`;

export interface ReceiverPort {
  /** Takes parcels from another holder, in order; answers with the last one that is durable here. */
  receive(from: Address, parcels: readonly Parcel[]): Promise<Taken>;
}

/** What a region says of itself (GET /api/status). Times in ms. */
export interface RegionStatus {
  region: string;
  players: number;
  entities: number;
  hz: number;
  tick_p50_ms: number;
  tick_p99_ms: number;
  phases_ms: Record<string, number>;
  uptime_s: number;
  asleep: boolean;
  /** 0: everything as it should be; else how much is left out (region/strain.ts). */
  strain: number;
  ledger: { gold_made: number; gold_destroyed: number; gold_held: number; balance: number };
  counters: Record<string, number>;
}

/** What a region knows of a character that is there or went on from there: its newest epoch. */
export interface Whereabouts {
  readonly character: string;
  readonly epoch: number;
  /** It went to the region that asks, and has arrived there. */
  readonly isYours: boolean;
}

export interface RegionPort extends ReceiverPort {
  fetch(request: Request): Promise<Response>;
  status(): Promise<RegionStatus>;
  /** Name, covenant or look of a character were changed at the front door; a body in the world follows at once. */
  renamed(character: string, change: { name?: string; look?: number }): Promise<void>;
  /** What is known here of those of these characters that are held here, or went on from here. */
  whereabouts(ids: readonly string[], asker: RegionKey): Promise<Whereabouts[]>;
  /** The realm tells how the world is cut now. Tellings may overtake each other: only a higher version than the known one counts. */
  divided(division: Division): Promise<void>;
  /** An instance: this run goes on here from now on. The same one again changes only who may be in it. */
  begin(run: Run): Promise<void>;
  /** Where those of these characters are who are here. */
  spots(characters: readonly string[]): Promise<Spot[]>;
  /** An arena: this match goes on here from now on. */
  beginMatch(match: Match): Promise<void>;
  /** Words of the realm, or of other regions, for people who are here or went on from here: those are followed. */
  hand(letters: readonly Letter[]): Promise<void>;
  /** Something that one of the staff wants done to somebody who is here. Answered when it is durable; the same order again does nothing more. */
  order(order: Order): Promise<Ruling>;
  /** Talk passes on what was said in rooms that somebody here is in. */
  overhear(rooms: Rooms): Promise<void>;
  /** Ground beside somebody who is here, for whoever he invited; null: he is not here, or nobody can stand beside him. */
  besides(character: string): Promise<{ x: number; y: number; z: number; yaw: number } | null>;
}

/** `id`: unique, and the same when the order is sent again. */
export type Order = { readonly id: string; readonly character: string } & (
  | { readonly what: 'where' | 'kick' }
  | { readonly what: 'place'; readonly x: number; readonly z: number }
  | { readonly what: 'give'; readonly gold: number; readonly kind: number; readonly quantity: number }
);
/** What became of it, and where he is; or where he went on to. */
export type Ruling =
  | { readonly reason: Reason; readonly region: RegionKey; readonly x: number; readonly z: number }
  | { readonly moved: RegionKey };

// ---- presence: who is in the world, and what the realm has to say to him ----

/** Somebody who is in the world, as his region tells it. */
export interface Card {
  readonly character: string;
  readonly account: string;
  readonly name: string;
  /** What the name looks like to the eye (rules/names.ts): he is found by it. */
  readonly key: string;
  readonly level: number;
  readonly covenant: number;
  readonly cls: number;
  /** Of his record: grows with every crossing, so that tellings of two regions cannot be mixed up. */
  readonly epoch: number;
  /** His line has fallen. */
  readonly isAway: boolean;
}

/** Who came, changed or left since the region's last report. */
export interface People {
  /** `here` is everybody who is here. */
  readonly all: boolean;
  readonly here: readonly Card[];
  /** Who left the world; those who went on to another region are told by that one. */
  readonly gone: readonly { readonly character: string; readonly epoch: number }[];
}

/** A member of a party as the others see him. */
export interface Mate extends Member {
  /** '': he is not in the world. */
  readonly region: RegionKey;
  readonly isAway: boolean;
}

/** How it stands with somebody who waits for a company. Times in epoch ms. */
export interface Waiting {
  readonly dungeon: string;
  readonly fill: Fill;
  readonly since_ms: number;
  /** Null: nobody has been found yet. */
  readonly check: ReadyCheck | null;
}
export interface ReadyCheck {
  readonly until_ms: number;
  readonly seats: readonly { readonly character: string; readonly role: Role; readonly agreed: boolean }[];
}

/** Everything that the realm keeps of somebody; always told whole. */
export interface Affairs {
  /** Grows with every telling, over all lives of the realm: an older one comes too late. */
  readonly version: number;
  readonly party: Party<Mate> | null;
  readonly waiting: Waiting | null;
  /** The run that he may go back to. */
  readonly way: { readonly dungeon: string; readonly until_ms: number } | null;
  /** His guild, and what he is in it; null: he is in none; undefined: that is not known yet. */
  readonly guild: Badge | null | undefined;
  /** How he waits for a match in an arena; null: he does not. */
  readonly lists: { readonly since_ms: number; readonly rating: number; readonly party: number } | null;
}

/** What somebody asks of the realm. */
export type Wish =
  | { readonly what: 'invite'; readonly name: string }
  | { readonly what: 'answer'; readonly from: string; readonly accept: boolean }
  | { readonly what: 'leave' | 'unqueue' | 'rejoin' | 'enlist' | 'withdraw' }
  | { readonly what: 'kick' | 'promote'; readonly member: string }
  | { readonly what: 'convert'; readonly isRaid: boolean }
  | { readonly what: 'askReady' }
  | { readonly what: 'answerReady'; readonly accept: boolean }
  | { readonly what: 'shareLoot'; readonly rolls: boolean }
  | { readonly what: 'roles'; readonly roles: number }
  | { readonly what: 'queue'; readonly dungeon: string; readonly fill: Fill }
  | { readonly what: 'ready'; readonly accept: boolean };

/** Why somebody is put out of the world. Who was signed out leaves a body behind like anybody whose line falls. */
export type OutWhy = 'signedOut' | 'banned' | 'kicked' | 'deleted';

/** What somebody is to hear or to do, wherever he is. */
export type Word =
  | ({ readonly what: 'affairs' } & Affairs)
  | {
      readonly what: 'invited';
      readonly from: string;
      readonly account: string;
      readonly name: string;
      readonly count: number;
      readonly until_ms: number;
    }
  | { readonly what: 'notice'; readonly notice: number; readonly value: number; readonly text: string }
  /** The leader of his party asks whether all are ready; `until_ms` 0: it is over. */
  | {
      readonly what: 'readiness';
      readonly by: string;
      readonly until_ms: number;
      /** READY_OPEN …, by character. */
      readonly answers: readonly { readonly character: string; readonly answer: number }[];
    }
  /** One of his party points at a place; m. */
  | { readonly what: 'pointed'; readonly name: string; readonly x: number; readonly z: number }
  /** A name is kept for the guild that he wants to found: he pays for its charter now. */
  | ({ readonly what: 'charter' } & Pick<Charter, 'guild' | 'name' | 'emblem'>)
  | {
      readonly what: 'guildInvited';
      /** Of who asks. */
      readonly account: string;
      readonly guild: string;
      readonly name: string;
      readonly emblem: Emblem;
      readonly by: string;
      readonly count: number;
      readonly until_ms: number;
    }
  | { readonly what: 'guildView'; readonly view: GuildView }
  | { readonly what: 'guildAnswer'; readonly reason: Reason; readonly text: string }
  /** He is let into that instance (of a dungeon, or of an arena and there to that gate) until then. */
  | {
      readonly what: 'way';
      readonly dungeon: string;
      readonly instance: RegionKey;
      readonly until_ms: number;
      readonly gate?: number;
    }
  /** He has slain that player, who fell in another region. */
  | { readonly what: 'slew'; readonly victim: string; readonly name: string; readonly level: number }
  /** `account`: whose words it is, for those who ignore him; `to`: of a whisper, to whom. */
  | {
      readonly what: 'chat';
      readonly channel: number;
      readonly from: string;
      readonly text: string;
      readonly time: number;
      readonly account?: string;
      readonly to?: string;
    }
  | ({ readonly what: 'contacts' } & Contacts)
  /** Whispers that waited for him. */
  | { readonly what: 'held'; readonly lines: readonly HeldLine[] }
  | { readonly what: 'inviteLink'; readonly code: string; readonly until_ms: number; readonly uses: number }
  /** He leaves the world; `session`: only if it is that one that plays him, '' whichever it is. */
  | { readonly what: 'out'; readonly why: OutWhy; readonly session: string }
  /** What he asked for last was done, or why not. */
  | { readonly what: 'answer'; readonly reason: Reason; readonly text: string };

export interface Letter {
  /** Id of the character. */
  readonly to: string;
  readonly word: Word;
  /** How often it was passed on. */
  readonly hops?: number;
}

/** A company that wants into a dungeon. */
export interface RunOrder {
  /** Key of the dungeon. */
  readonly dungeon: string;
  /** Ids of the characters; the first one asks. */
  readonly roster: readonly string[];
  /** What each of them is there for. */
  readonly roles: readonly Role[];
  /** Id of the party that they are, if they are one. */
  readonly party?: string;
  /** Companions come along for whom they lack. */
  readonly helpers: boolean;
  /** A new run, even if the one that the first of them has goes on. */
  readonly anew: boolean;
}

/** What a region tells the realm: every few seconds while it is awake, and once when it falls asleep. */
export interface RegionReport {
  region: RegionKey;
  players: number;
  awake: boolean;
  /** Share of a tick's time, 0..1: what ticks cost (nothing where the clock stands still while we compute) or how late they begin. */
  load: number;
  /** Epoch ms. Half a minute after it a region that says no more counts as asleep. */
  at_ms: number;
  /** Absent: nothing has changed. */
  people?: People;
  /** What its players did for each covenant since the last report (rules/front.ts); absent: nothing. */
  efforts?: Efforts;
}

/** What the realm tells a region that has reported. */
export interface Told {
  readonly division: Division;
  /** Another number after each boot of the realm, which then knows nobody. */
  readonly born: number;
  /** So many people are here as far as the realm knows: if that is wrong, the region tells them all anew. */
  readonly people: number;
  readonly letters: readonly Letter[];
}

/** The directory of the world. Nothing here throws at a caller for what he says: who is late or wrong is told how the world is. */
export interface RealmPort {
  report(report: RegionReport): Promise<Told>;
  /** A region of level 2 is too full for one. The answer says whether it was divided; if not, it may ask again with its next report. */
  divide(region: RegionKey): Promise<Division>;
  division(): Promise<Division>;
  /** Keys of the regions that are awake, children too. */
  awake(): Promise<RegionKey[]>;
  map(): Promise<WorldMap>;
  front(): Promise<Front>;
  /** The instance of the run that the asker or his party has, or of a new one that has begun there; or why not. Throws when it does not answer. */
  openRun(order: RunOrder): Promise<RegionKey | Reason>;
  /** That run has no boss left: whoever asks again gets a new one. */
  closeRun(instance: RegionKey, id: string): Promise<void>;
  /** All instances in which there ever was a run. */
  instances(): Promise<RegionKey[]>;
  /** Somebody who stands in that region asks for something about parties, companies or runs. Answers why not, or OK; `text`: whose name it is about. */
  ask(character: string, region: RegionKey, wish: Wish): Promise<{ reason: Reason; text: string }>;
  /** Other objects have words for people, wherever they are. Answers with those of them who are not in the world: they were told nothing. */
  post(letters: readonly Letter[]): Promise<string[]>;
  /** Everybody in the world is told so. Answers how many there are. */
  proclaim(text: string): Promise<number>;
  /** Who of these characters is in the world, and in which region. */
  present(characters: readonly string[]): Promise<{ readonly character: string; readonly region: RegionKey }[]>;
  /** All who are in the world, for Talk in a new life. */
  everybody(): Promise<PresenceNews>;
  /** Somebody in the world, by what his name looks like (rules/names.ts nameKey); null: nobody of that name is in it. */
  named(key: string): Promise<{ readonly character: string; readonly name: string; readonly region: RegionKey } | null>;
  /** Guilds tell what became of people in them; those who are in the world hear of it. */
  memberships(news: readonly Membership[]): Promise<void>;
}

export interface Env extends CrowdVars {
  DB: D1Database;
  REGION: DurableObjectNamespace;
  REALM: DurableObjectNamespace;
  MAILBOX: DurableObjectNamespace;
  MARKET: DurableObjectNamespace;
  GUILD: DurableObjectNamespace;
  GUILD_REGISTRY: DurableObjectNamespace;
  BOARDS: DurableObjectNamespace;
  TALK: DurableObjectNamespace;
  DEPARTURES: DurableObjectNamespace;
  ASSETS: Fetcher;
  ENVIRONMENT: string;
  /** Signs tickets; at least 32 characters. Development falls back to a fixed one and production refuses to start without. */
  TICKET_SECRET?: string;
  /** Where passkeys hold, as 'https://one.example, https://two.example'; absent: wherever this Worker is reached over https, and at localhost. */
  ORIGINS?: string;
  /** 'off': nothing happens by itself in the regions (systems/happenings.ts). */
  HAPPENINGS?: string;
  /** Counts new guests and tries to sign in by address (routes/signin.ts). */
  GUESTS: RateLimit;
  /** Counts tickets by account and door (routes/ticket.ts). */
  TICKETS: RateLimit;
}

export function regionPort(env: Env, key: RegionKey): RegionPort {
  return env.REGION.get(env.REGION.idFromName(key)) as unknown as RegionPort;
}

/** There is one world. */
export function realmPort(env: Env): RealmPort {
  return env.REALM.get(env.REALM.idFromName('world')) as unknown as RealmPort;
}

export function marketPort(env: Env): MarketPort {
  return env.MARKET.get(env.MARKET.idFromName('world')) as unknown as MarketPort;
}

export function mailboxPort(env: Env, character: string): MailboxPort {
  return env.MAILBOX.get(env.MAILBOX.idFromName(character)) as unknown as MailboxPort;
}

export function guildPort(env: Env, id: string): GuildPort {
  return env.GUILD.get(env.GUILD.idFromName(id)) as unknown as GuildPort;
}

/** There is one. */
export function guildRegistry(env: Env): RegistryPort {
  return env.GUILD_REGISTRY.get(env.GUILD_REGISTRY.idFromName('world')) as unknown as RegistryPort;
}

/** Whoever takes parcels at that address. Throws at an address that is none. */
export function receiverPort(env: Env, address: Address): ReceiverPort {
  const [room] = address.split(':', 1);
  if (room === 'mailbox') return mailboxPort(env, address.slice(room.length + 1));
  if (address === 'market') return marketPort(env);
  if (address === TO_BOARDS) return boardsPort(env);
  if (room === address) return regionPort(env, address);
  if (room === 'guild') return guildPort(env, address.slice('guild:'.length));
  throw new Error(`nobody takes parcels at ${address}`);
}
/** There is one for the whole world. */
export function boardsPort(env: Env): BoardsPort {
  return env.BOARDS.get(env.BOARDS.idFromName('world')) as unknown as BoardsPort;
}
/** Whom parcels for the boards are addressed to. */
export const TO_BOARDS = 'boards';
export function departuresPort(env: Env): DeparturesPort {
  return env.DEPARTURES.get(env.DEPARTURES.idFromName('world')) as unknown as DeparturesPort;
}
/** There is one world to talk of. */
export function talkPort(env: Env): TalkPort {
  return env.TALK.get(env.TALK.idFromName('world')) as unknown as TalkPort;
}
