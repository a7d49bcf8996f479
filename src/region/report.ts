// What a region and the realm tell each other: every few seconds how it does, and how the world is divided now; and when it is too full for
// one, that it wants to be divided. In: the region. Out: reports. The realm may be away: everybody goes on with the division he knows.
import { TICK_MS } from '../../assembly/layout';
import { type Env, type RegionReport, realmPort } from '../ports';
import { type CrowdLimits, crowdLimits } from '../shared/crowds';
import { type Division, isLive, isWhole } from '../shared/regions';
import type { Region } from './region';

export const REPORT_MS = 5_000;
/** A region is too full when it was so for this long; whether it is, is looked at once a second. */
const FULL_MS = 5_000;
const LOOK_MS = 1_000;
/** With fewer players than this it is not the crowd that makes it hard. */
const CROWD = 16;

export class Report {
  /** 0: it is not. */
  private fullSince_ms = 0;
  private isFullTold = false;
  private toldAt_ms = 0;
  private lookedAt_ms = 0;
  private readonly limits: CrowdLimits;

  constructor(
    private readonly env: Env,
    private readonly region: Region,
  ) {
    this.limits = crowdLimits(env);
  }

  /** Called every tick. */
  tick(now_ms: number): void {
    if (now_ms - this.lookedAt_ms >= LOOK_MS) this.look(now_ms);
    const isNews = this.isFull(now_ms) && !this.isFullTold;
    if (isNews || now_ms - this.toldAt_ms >= REPORT_MS) this.tell(true, now_ms);
  }

  /** The realm is told at once; its answer is taken over when it comes. */
  tell(awake: boolean, now_ms: number): void {
    this.toldAt_ms = now_ms;
    this.isFullTold = awake && this.isFull(now_ms);
    const { footing, counters } = this.region;
    const players = awake ? this.players : 0;
    const load = awake ? this.load : 0;
    this.exchange({ region: footing.region, players, awake, load, at_ms: now_ms }, this.isFullTold).then(
      division => this.region.divided(division),
      error => {
        counters.count('realm.away');
        console.warn({ event: 'realm_away', region: footing.region, error: String(error) });
      },
    );
  }

  private async exchange(report: RegionReport, isFull: boolean): Promise<Division> {
    const realm = realmPort(this.env);
    const division = await realm.report(report);
    return isFull && isLive(division, report.region) ? realm.divide(report.region) : division;
  }

  private look(now_ms: number): void {
    this.lookedAt_ms = now_ms;
    const { players, limits, region } = this;
    const isHard = players >= CROWD && this.load > limits.split_load;
    const full = isWhole(region.footing.region) && (players >= limits.split_players || isHard);
    if (!full) this.fullSince_ms = 0;
    else this.fullSince_ms ||= now_ms;
  }

  private isFull(now_ms: number): boolean {
    return this.fullSince_ms > 0 && now_ms - this.fullSince_ms >= FULL_MS;
  }

  /** Who plays here. Bodies that their players left stand for a minute, and neither crowd a region nor keep it divided. */
  private get players(): number {
    let count = 0;
    for (const { playing } of this.region.world?.players.values() ?? []) if (playing) count++;
    return count;
  }

  private get load(): number {
    const { costs, late_ms } = this.region.clock;
    return Math.min(1, Math.max(costs.mean(), late_ms) / TICK_MS);
  }
}
