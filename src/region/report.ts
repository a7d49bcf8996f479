// What a region and the realm tell each other: every few seconds how it does, and how the world is divided now; and when it is too full for
// one, that it wants to be divided. In: the region. Out: reports. The realm may be away: everybody goes on with the division he knows.
import { TICK_MS } from '../../assembly/layout';
import { type Env, type RegionReport, realmPort } from '../ports';
import { crowdLimits } from '../shared/crowds';
import { type Division, isLive, isWhole } from '../shared/regions';
import type { Region } from './region';

export const REPORT_MS = 5_000;
/** A region is too full when it was so for this long. */
const FULL_MS = 5_000;
/** Ticks that cost more than this share of their time leave no room for a bad moment; with fewer players than this it is not the crowd. */
const MOST_LOAD = 0.7;
const CROWD = 16;

export class Report {
  private fullSince_ms = 0;
  private toldAt_ms = 0;
  private readonly most: number;

  constructor(
    private readonly env: Env,
    private readonly region: Region,
  ) {
    this.most = crowdLimits(env).split_players;
  }

  /** Called every tick. */
  tick(now_ms: number): void {
    if (now_ms - this.toldAt_ms >= REPORT_MS) this.tell(true, now_ms);
  }

  /** The realm is told at once; its answer is taken over when it comes. */
  tell(awake: boolean, now_ms: number): void {
    this.toldAt_ms = now_ms;
    const { clock, footing, world, counters } = this.region;
    const players = awake ? (world?.players.size ?? 0) : 0;
    const load = awake ? Math.min(1, clock.costs.mean() / TICK_MS) : 0;
    const report: RegionReport = { region: footing.region, players, awake, load, at_ms: now_ms };
    this.exchange(report).then(
      division => this.region.divided(division),
      error => {
        counters.count('realm.away');
        console.warn({ event: 'realm_away', region: footing.region, error: String(error) });
      },
    );
  }

  private async exchange(report: RegionReport): Promise<Division> {
    const realm = realmPort(this.env);
    const division = await realm.report(report);
    return this.isFull(report, division) ? realm.divide(report.region) : division;
  }

  private isFull({ region, players, load, at_ms }: RegionReport, division: Division): boolean {
    const full = isWhole(region) && isLive(division, region) && (players >= this.most || (load > MOST_LOAD && players >= CROWD));
    if (!full) this.fullSince_ms = 0;
    else this.fullSince_ms ||= at_ms;
    return full && at_ms - this.fullSince_ms >= FULL_MS;
  }
}
