// The doors: what every room may ask of the platform and of the Durable Objects, so that rooms never import each other.
import type { D1Database, DurableObjectNamespace, Fetcher, RateLimit } from '@cloudflare/workers-types';
import type { Role } from './shared/content/kinds';
import type { CrowdVars } from './shared/crowds';
import type { WorldMap } from './shared/map';
import type { Division, RegionKey } from './shared/regions';
import type { Front } from './shared/rules/front';
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
  /** An instance: this run goes on here from now on. The same one again changes nothing. */
  begin(run: Run): Promise<void>;
}

/** A company that wants into a dungeon. */
export interface RunOrder {
  /** Key of the dungeon. */
  readonly dungeon: string;
  /** Ids of the characters; the first one asks. */
  readonly roster: readonly string[];
  /** What each of them is there for. */
  readonly roles: readonly Role[];
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
}

/** The directory of the world. Nothing here throws at a caller for what he says: who is late or wrong is told how the world is. */
export interface RealmPort {
  report(report: RegionReport): Promise<Division>;
  /** A region of level 2 is too full for one. The answer says whether it was divided; if not, it may ask again with its next report. */
  divide(region: RegionKey): Promise<Division>;
  division(): Promise<Division>;
  /** Keys of the regions that are awake, children too. */
  awake(): Promise<RegionKey[]>;
  map(): Promise<WorldMap>;
  front(): Promise<Front>;
  /** The instance of the run that the asker has, or of a new one that has begun there; null: all are taken. Throws when it does not answer. */
  openRun(order: RunOrder): Promise<RegionKey | null>;
  /** That run has no boss left: whoever asks again gets a new one. */
  closeRun(instance: RegionKey, id: string): Promise<void>;
  /** All instances in which there ever was a run. */
  instances(): Promise<RegionKey[]>;
}

export interface Env extends CrowdVars {
  DB: D1Database;
  REGION: DurableObjectNamespace;
  REALM: DurableObjectNamespace;
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
