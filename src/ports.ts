// The doors: what every room may ask of the platform and of the Durable Objects, so that rooms never import each other.
import type { D1Database, DurableObjectNamespace, Fetcher, RateLimit } from '@cloudflare/workers-types';
import type { Role } from './shared/content/kinds';
import type { CrowdVars } from './shared/crowds';
import type { WorldMap } from './shared/map';
import type { Division, RegionKey } from './shared/regions';
import type { Front } from './shared/rules/front';
import type { Fill } from './shared/rules/muster';
import type { Member, Party } from './shared/rules/parties';
import type { Reason } from './shared/rules/reasons';
import type { KeptLine, RoomKey } from './shared/rules/rooms';
import type { Run } from './shared/rules/runs';
import type { Parcel, Taken } from './transfer/ports';

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

export interface RegionPort {
  fetch(request: Request): Promise<Response>;
  status(): Promise<RegionStatus>;
  /** Name, covenant or look of a character were changed at the front door; a body in the world follows at once. */
  renamed(character: string, change: { name?: string; covenant?: number; look?: number }): Promise<void>;
  /** Takes parcels from another region, in order; answers with the last one that is durable here. */
  receive(from: RegionKey, parcels: readonly Parcel[]): Promise<Taken>;
  /** What is known here of those of these characters that are held here, or went on from here. */
  whereabouts(ids: readonly string[], asker: RegionKey): Promise<Whereabouts[]>;
  /** The realm tells how the world is cut now. Tellings may overtake each other: only a higher version than the known one counts. */
  divided(division: Division): Promise<void>;
  /** An instance: this run goes on here from now on. The same one again changes only who may be in it. */
  begin(run: Run): Promise<void>;
  /** Words of the realm, or of other regions, for people who are here or went on from here: those are followed. */
  hand(letters: readonly Letter[]): Promise<void>;
  /** Talk passes on what was said in rooms that somebody here is in. */
  overhear(rooms: Rooms): Promise<void>;
  /** Ground beside somebody who is here, for whoever he invited; null: he is not here, or nobody can stand beside him. */
  besides(character: string): Promise<{ x: number; y: number; z: number; yaw: number } | null>;
}

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
}

/** What somebody asks of the realm. */
export type Wish =
  | { readonly what: 'invite'; readonly name: string }
  | { readonly what: 'answer'; readonly from: string; readonly accept: boolean }
  | { readonly what: 'leave' | 'unqueue' | 'rejoin' }
  | { readonly what: 'kick' | 'promote'; readonly member: string }
  | { readonly what: 'convert'; readonly isRaid: boolean }
  | { readonly what: 'roles'; readonly roles: number }
  | { readonly what: 'queue'; readonly dungeon: string; readonly fill: Fill }
  | { readonly what: 'ready'; readonly accept: boolean };

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
  /** He is let into that instance until then. */
  | { readonly what: 'way'; readonly dungeon: string; readonly instance: RegionKey; readonly until_ms: number }
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
  /** Who of these characters is in the world, and in which region. */
  present(characters: readonly string[]): Promise<{ readonly character: string; readonly region: RegionKey }[]>;
  /** Somebody in the world, by what his name looks like (rules/names.ts nameKey); null: nobody of that name is in it. */
  named(key: string): Promise<{ readonly character: string; readonly name: string; readonly region: RegionKey } | null>;
}

// ---- talk: rooms beyond one region, whispers, friends ----

/** Lines by room, oldest first. */
export type Rooms = Readonly<Record<RoomKey, readonly KeptLine[]>>;
/** Number of the last line that is known of each room. */
export type Known = Readonly<Record<RoomKey, number>>;

export interface Friend {
  readonly account: string;
  readonly name: string;
  readonly level: number;
  readonly cls: number;
  readonly covenant: number;
  /** '': he is in no region. */
  readonly region: RegionKey;
  /** FRIEND_OFFLINE … */
  readonly state: number;
  /** When he left, epoch ms; 0: that is not known, or he is here. */
  readonly since_ms: number;
}

/** What Talk keeps of an account; always told whole. */
export interface Contacts {
  /** Grows with every telling, over all lives of Talk. */
  readonly version: number;
  readonly friends: readonly Friend[];
  readonly ignored: readonly { readonly account: string; readonly name: string }[];
  readonly rooms: readonly { readonly room: RoomKey; readonly name: string; readonly isOwner: boolean }[];
  readonly mutedUntil_ms: number;
}

export interface HeldLine {
  /** Grows from line to line of one receiver. */
  readonly number: number;
  readonly from: string;
  readonly account: string;
  readonly text: string;
  readonly at_ms: number;
}

export interface Said {
  readonly room: RoomKey;
  readonly character: string;
  readonly account: string;
  readonly from: string;
  readonly text: string;
  readonly at_ms: number;
}

/** A line as a report keeps it. */
export interface Witnessed {
  readonly from: string;
  readonly account: string;
  readonly text: string;
  readonly at_ms: number;
}
export interface Complaint {
  readonly channel: number;
  readonly room: RoomKey;
  readonly number: number;
  readonly why: number;
  readonly words: string;
  /** The line and those round it, if the asker's region keeps them and not Talk. */
  readonly lines: readonly Witnessed[];
  /** Which of them it is about. */
  readonly about: number;
}
export interface Report {
  readonly id: string;
  readonly at_ms: number;
  readonly by: { readonly account: string; readonly character: string; readonly name: string };
  readonly about: Witnessed;
  readonly channel: number;
  readonly room: RoomKey;
  readonly why: string;
  readonly words: string;
  /** Oldest first, with the line itself among them. */
  readonly context: readonly Witnessed[];
}

/** What somebody asks of Talk. */
export type TalkWish =
  | { readonly what: 'whisper'; readonly to: string; readonly text: string }
  | { readonly what: 'befriend' | 'ignore'; readonly name: string }
  | { readonly what: 'unfriend' | 'unignore'; readonly account: string }
  | { readonly what: 'joinRoom' | 'leaveRoom'; readonly room: string }
  | { readonly what: 'manageRoom'; readonly room: string; readonly name: string; readonly act: number }
  | ({ readonly what: 'report' } & Complaint)
  | { readonly what: 'makeInvite' };
/** `words`: what he is to hear besides. */
export interface TalkAnswer {
  readonly reason: Reason;
  readonly text: string;
  readonly words: readonly Word[];
}
export type Asker = Pick<Card, 'character' | 'account' | 'name'> & { readonly region: RegionKey };

/** What the realm tells Talk of who is in the world; another `born` after each boot of the realm. */
export interface Whereabout extends Card {
  readonly region: RegionKey;
}
export interface PresenceNews {
  readonly born: number;
  /** `here` is everybody whom the realm knows. */
  readonly all: boolean;
  readonly here: readonly Whereabout[];
  readonly gone: readonly string[];
}

export interface TalkPort {
  fetch(request: Request): Promise<Response>;
  /** These have come into that region: what is kept of them follows in letters. Answers with what was said since in the rooms that they are in. */
  attend(region: RegionKey, cards: readonly Card[], known: Known): Promise<Rooms>;
  /** What was said since, of rooms that the region knows. */
  since(region: RegionKey, known: Known): Promise<Rooms>;
  /** Lines of people in that region, in order; who may not say them is told so. */
  say(region: RegionKey, said: readonly Said[]): Promise<void>;
  ask(by: Asker, wish: TalkWish): Promise<TalkAnswer>;
  /** He has read the whispers that had waited for him, up to that number. */
  readHeld(character: string, number: number): Promise<void>;
  /** Whispers that found nobody at home: they wait for him. */
  keep(letters: readonly Letter[]): Promise<void>;
  /** Answers with the number of Talk's life: another one knows nobody, and is told everybody. */
  note(news: PresenceNews): Promise<number>;
  /** Moderation: the account says nothing until then (0: it may again), in no channel. */
  mute(account: string, until_ms: number, reason: string): Promise<void>;
  /** Moderation: reports, the newest first. */
  reports(most: number): Promise<Report[]>;
  /** Whether `by` ignores `account`: then nothing of it reaches him, trade and invitations neither. */
  blocked(account: string, by: string): Promise<boolean>;
  /** Who invites with that code; null: it holds no more. */
  invitation(code: string): Promise<{ name: string; left_s: number } | null>;
  /** An account comes by that code, once: it is offered the inviter's party when it is in the world. Null: the code holds no more. */
  comeBy(code: string, account: string): Promise<{ character: string; covenant: number; region: RegionKey } | null>;
}

export interface Env extends CrowdVars {
  DB: D1Database;
  REGION: DurableObjectNamespace;
  REALM: DurableObjectNamespace;
  TALK: DurableObjectNamespace;
  ASSETS: Fetcher;
  ENVIRONMENT: string;
  /** Signs tickets; at least 32 characters. Development falls back to a fixed one and production refuses to start without. */
  TICKET_SECRET?: string;
  /** 'off': nothing happens by itself in the regions (systems/happenings.ts). */
  HAPPENINGS?: string;
  /** New guests per address; bound in production only. */
  GUESTS?: RateLimit;
}

export function regionPort(env: Env, key: RegionKey): RegionPort {
  return env.REGION.get(env.REGION.idFromName(key)) as unknown as RegionPort;
}

/** There is one world. */
export function realmPort(env: Env): RealmPort {
  return env.REALM.get(env.REALM.idFromName('world')) as unknown as RealmPort;
}

/** There is one world to talk of. */
export function talkPort(env: Env): TalkPort {
  return env.TALK.get(env.TALK.idFromName('world')) as unknown as TalkPort;
}
