// The live map as the front door tells it (GET /api/map): one entry for each region of level 2, whatever it is cut into.
import type { RegionKey } from './regions';

export interface MapRegion {
  readonly region: RegionKey;
  /** Number of its place. */
  readonly place: number;
  /** In it and its children. */
  readonly players: number;
  /** Whether it or one of its children is awake. */
  readonly awake: boolean;
  readonly divided: boolean;
  /** How its place stands on the front (rules/front.ts). */
  readonly holder: number;
  readonly by: number;
  readonly pressure: number;
  /** What players of each covenant did for it in the hour that runs. */
  readonly efforts: readonly number[];
}

export interface WorldMap {
  /** Epoch ms. */
  readonly at: number;
  /** Of the division: grows with every region that divides or merges. */
  readonly version: number;
  readonly regions: readonly MapRegion[];
}
