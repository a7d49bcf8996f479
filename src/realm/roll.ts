// The roll of regions: who is awake and how many play there, as far as their reports tell. In: reports, late, doubled or nonsense.
// Out: counts. Memory only: after a boot the regions that are awake have all said so within seconds.
import type { RegionReport } from '../ports';
import { placeOf } from '../shared/content';
import { COVENANTS } from '../shared/content/kinds';
import type { RegionKey } from '../shared/regions';

/** Whoever says no more for so long counts as asleep. */
export const REPORT_LIFE_MS = 30_000;
const MOST_PLAYERS = 10_000;

export class Roll {
  private readonly newest = new Map<RegionKey, RegionReport>();

  /** A report that is older than the region's last one comes too late and is forgotten. */
  take(report: RegionReport, now_ms: number): void {
    // A clock ahead of ours must not keep a region awake that has long fallen silent.
    const at_ms = Math.min(report.at_ms, now_ms);
    if (at_ms >= (this.newest.get(report.region)?.at_ms ?? 0)) this.newest.set(report.region, { ...report, at_ms });
  }

  awake(now_ms: number): RegionKey[] {
    return [...this.newest.keys()].filter(key => this.isAwake(key, now_ms));
  }

  isAwake(key: RegionKey, now_ms: number): boolean {
    return this.playing(key, now_ms) !== null;
  }

  /** How long it has said nothing; Infinity when it was never heard of. */
  silence_ms(key: RegionKey, now_ms: number): number {
    return now_ms - (this.newest.get(key)?.at_ms ?? -Infinity);
  }

  /** In all of these together. */
  players(keys: readonly RegionKey[], now_ms: number): number {
    return keys.reduce((sum, key) => sum + (this.playing(key, now_ms) ?? 0), 0);
  }

  /** Whether the region has said anything after `since_ms`, or has been silent for so long that it sleeps. */
  isKnown(key: RegionKey, since_ms: number, now_ms: number): boolean {
    return (this.newest.get(key)?.at_ms ?? 0) > since_ms || now_ms - since_ms > REPORT_LIFE_MS;
  }

  /** Players of a region that is awake, null of one that sleeps. */
  private playing(key: RegionKey, now_ms: number): number | null {
    const report = this.newest.get(key);
    return report?.awake && now_ms - report.at_ms <= REPORT_LIFE_MS ? report.players : null;
  }
}

/** Whether it has the shape that its type says. */
export function isReport(report: RegionReport): boolean {
  if (typeof report !== 'object' || report === null) return false;
  const { region, players, awake, load, at_ms, efforts = [] } = report;
  return (
    typeof region === 'string' &&
    placeOf(region) !== undefined &&
    Number.isInteger(players) &&
    players >= 0 &&
    players <= MOST_PLAYERS &&
    typeof awake === 'boolean' &&
    Number.isFinite(load) &&
    Number.isFinite(at_ms) &&
    at_ms > 0 &&
    Array.isArray(efforts) &&
    efforts.length <= COVENANTS.length &&
    efforts.every(points => Number.isInteger(points) && points >= 0)
  );
}
