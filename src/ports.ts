// The doors: what every room may ask of the platform and of the Durable Objects, so that rooms never import each other.
import type { D1Database, DurableObjectNamespace, Fetcher, RateLimit } from '@cloudflare/workers-types';
import type { Division, RegionKey } from './shared/regions';
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
  ledger: { gold_made: number; gold_destroyed: number; gold_held: number; balance: number };
  counters: Record<string, number>;
}

export interface RegionPort {
  fetch(request: Request): Promise<Response>;
  status(): Promise<RegionStatus>;
  /** Name, covenant or look of a character were changed at the front door; a body in the world follows at once. */
  renamed(character: string, change: { name?: string; covenant?: number; look?: number }): Promise<void>;
  /** Takes parcels from another region, in order; answers with the last one that is durable here. */
  receive(from: RegionKey, parcels: readonly Parcel[]): Promise<Taken>;
  /** The epochs of those of these characters that are held here, or went on from here. */
  epochsOf(ids: readonly string[]): Promise<[id: string, epoch: number][]>;
  /** The world was divided anew. An older division than the one known is passed over. */
  divided(division: Division): Promise<void>;
}

export interface Env {
  DB: D1Database;
  REGION: DurableObjectNamespace;
  ASSETS: Fetcher;
  ENVIRONMENT: string;
  /** Signs tickets; at least 32 characters. Development falls back to a fixed one and production refuses to start without. */
  TICKET_SECRET?: string;
  /** New guests per address; bound in production only. */
  GUESTS?: RateLimit;
}
