// What a region and the realm tell each other: every few seconds how it does, and how the world is divided now; and when it is too full for
// one, that it wants to be divided. In: the region. Out: reports. The realm may be away: everybody goes on with the division he knows.
import { TICK_MS } from '../../assembly/layout';
import { type Env, type RegionReport, realmPort } from '../ports';
import { type CrowdLimits, crowdLimits } from '../shared/crowds';
import { type Division, isLive, isWhole } from '../shared/regions';
import { Presence } from './presence';
import type { Region } from './region';
import { giveBack, takeEfforts } from './systems/front';

export const REPORT_MS = 5_000;
/** A region is too full when it was so for this long; whether it is, is looked at once a second. */
const FULL_MS = 5_000;
const LOOK_MS = 1_000;
const PEOPLE_MS = 500;
/** With fewer players than this it is not the crowd that makes it hard. */
const CROWD = 16;

export class Report {
  /** 0: it is not. */
  private fullSince_ms = 0;
  private isFullTold = false;
  private toldAt_ms = 0;
  private lookedAt_ms = 0;
  private peopleAt_ms = 0;
  private readonly presence = new Presence();
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
    if (isNews || this.hasPeople(now_ms) || now_ms - this.toldAt_ms >= REPORT_MS) this.tell(true, now_ms);
  }

  /** The realm is told at once; its answer is taken over when it comes. */
  tell(awake: boolean, now_ms: number): void {
    this.toldAt_ms = now_ms;
    this.isFullTold = awake && this.isFull(now_ms);
    const { footing, counters, world } = this.region;
    const players = awake ? this.players : 0;
    const load = awake ? this.load : 0;
    const people = world ? (awake ? this.presence.take(world) : this.presence.end(world)) : undefined;
    const efforts = world ? takeEfforts(world) : undefined;
    this.exchange({ region: footing.region, players, awake, load, at_ms: now_ms, people, efforts }, this.isFullTold).then(
      division => this.region.divided(division),
      error => {
        this.presence.unheard(people);
        giveBack(this.region.world, efforts);
        counters.count('realm.away');
        console.warn({ event: 'realm_away', region: footing.region, error: String(error) });
      },
    );
  }

  private async exchange(report: RegionReport, isFull: boolean): Promise<Division> {
    const realm = realmPort(this.env);
    const told = await realm.report(report);
    const { division, letters } = told;
    this.presence.heard(told, report.people);
    await this.region.hand(letters);
    return isFull && isLive(division, report.region) ? realm.divide(report.region) : division;
  }

  /** Somebody came, left or changed: looked for twice a second, so that many who come are one report. */
  private hasPeople(now_ms: number): boolean {
    const { world } = this.region;
    if (!world || now_ms - this.peopleAt_ms < PEOPLE_MS) return false;
    this.peopleAt_ms = now_ms;
    return this.presence.hasNews(world);
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
