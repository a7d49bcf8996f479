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
  /** Something that one of the staff wants done to somebody who is here. Answered when it is durable; the same order again does nothing more. */
  order(order: Order): Promise<Ruling>;
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

/** Why somebody is put out of the world. Who was signed out leaves a body behind like anybody whose line falls. */
export type OutWhy = 'signedOut' | 'banned' | 'kicked' | 'deleted';

/** What somebody is to hear or to do, wherever he is. */
export type Word =
  | ({ readonly what: 'affairs' } & Affairs)
  | { readonly what: 'invited'; readonly from: string; readonly name: string; readonly count: number; readonly until_ms: number }
  | { readonly what: 'notice'; readonly notice: number; readonly value: number; readonly text: string }
  | { readonly what: 'chat'; readonly channel: number; readonly from: string; readonly text: string; readonly time: number }
  /** He is let into that instance until then. */
  | { readonly what: 'way'; readonly dungeon: string; readonly instance: RegionKey; readonly until_ms: number }
  /** He leaves the world; `session`: only if it is that one that plays him, '' whichever it is. */
  | { readonly what: 'out'; readonly why: OutWhy; readonly session: string }
  /** Nobody hears him until then, epoch ms. */
  | { readonly what: 'mute'; readonly until_ms: number }
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
  /** Everybody in the world is told so. Answers how many there are. */
  proclaim(text: string): Promise<number>;
  /** Who of these characters is in the world, and in which region. */
  present(characters: readonly string[]): Promise<{ readonly character: string; readonly region: RegionKey }[]>;
  /** Somebody in the world, by what his name looks like (rules/names.ts nameKey); null: nobody of that name is in it. */
  named(key: string): Promise<{ readonly character: string; readonly name: string; readonly region: RegionKey } | null>;
}

export interface Env extends CrowdVars {
  DB: D1Database;
  REGION: DurableObjectNamespace;
  REALM: DurableObjectNamespace;
  ASSETS: Fetcher;
  ENVIRONMENT: string;
  /** Signs tickets; at least 32 characters. Development falls back to a fixed one and production refuses to start without. */
  TICKET_SECRET?: string;
  /** Where passkeys hold, as 'https://one.example, https://two.example'; absent: wherever this Worker is reached over https, and at localhost. */
  ORIGINS?: string;
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
