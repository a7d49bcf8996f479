// The Durable Object that knows the world: which regions are divided, which are awake, and how the front stands. There is one ('world').
// In: reports of regions that are awake, requests to divide, questions for the map. Out: the division, told to all whom it concerns.
// It has no timer and no alarm: merging and the front's hours are worked out when somebody reports or asks, so an idle world costs nothing.
import { DurableObject } from 'cloudflare:workers';
import { type Env, type RealmPort, type RegionReport, type RunOrder, regionPort } from '../ports';
import { dungeons, placeOf } from '../shared/content';
import { type CrowdLimits, crowdLimits } from '../shared/crowds';
import type { WorldMap } from '../shared/map';
import { childrenOf, type Division, isRegion, isWhole, type RegionKey } from '../shared/regions';
import { advance, BOARD, type Front, HOUR_MS } from '../shared/rules/front';
import { Book } from './book';
import { mapOf } from './chart';
import { isReport, Roll } from './roll';
import { Runs } from './runs';
import { spread } from './tidings';

export class Realm extends DurableObject<Env> implements RealmPort {
  private readonly limits: CrowdLimits;
  private readonly book: Book;
  private readonly runs: Runs;
  private readonly roll = new Roll();
  private readonly bornAt_ms = Date.now();
  /** Since when the children of a divided region have held few enough to be merged. */
  private readonly calm = new Map<RegionKey, number>();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.limits = crowdLimits(env);
    this.book = new Book(ctx.storage, hourOf(this.bornAt_ms));
    this.runs = new Runs(ctx.storage);
  }

  async report(report: RegionReport): Promise<Division> {
    const now_ms = Date.now();
    if (isReport(report)) this.roll.take(report, now_ms);
    else console.error({ event: 'report_unreadable', report: JSON.stringify(report) });
    this.frontAt(now_ms);
    for (const whole of this.book.division.divided) {
      if (this.calmFor_ms(whole, now_ms) >= this.limits.merge_after_ms) this.cut(whole, false, now_ms);
    }
    return this.book.division;
  }

  async divide(region: RegionKey): Promise<Division> {
    const now_ms = Date.now();
    if (this.mayDivide(region, now_ms)) this.cut(region, true, now_ms);
    return this.book.division;
  }

  async division(): Promise<Division> {
    return this.book.division;
  }

  async awake(): Promise<RegionKey[]> {
    return this.roll.awake(Date.now());
  }

  async map(): Promise<WorldMap> {
    const now_ms = Date.now();
    return mapOf(this.book.division, this.roll, this.frontAt(now_ms), now_ms);
  }

  async front(): Promise<Front> {
    return this.frontAt(Date.now());
  }

  /** The instance has heard of its run before anybody is sent there. */
  async openRun(order: RunOrder): Promise<RegionKey | null> {
    if (!dungeons.has(order.dungeon)) return null;
    const opened = this.runs.open(order, Date.now());
    if (!opened) return null;
    await regionPort(this.env, opened.instance).begin(opened.run);
    return opened.instance;
  }

  async closeRun(instance: RegionKey, id: string): Promise<void> {
    this.runs.close(instance, id);
  }

  async instances(): Promise<RegionKey[]> {
    return this.runs.instances;
  }

  private mayDivide(region: RegionKey, now_ms: number): boolean {
    if (typeof region !== 'string' || !isRegion(region) || !isWhole(region) || !placeOf(region)) return false;
    return !this.book.isDivided(region) && now_ms - this.book.cutSince_ms(region) >= this.limits.merge_after_ms;
  }

  /** Written first; the answer and the telling leave when that is durable. */
  private cut(whole: RegionKey, divided: boolean, now_ms: number): void {
    this.book.cut(whole, divided, now_ms);
    this.calm.delete(whole);
    const { division } = this.book;
    console.info({ event: divided ? 'region_divided' : 'region_merged', region: whole, version: division.version });
    // Nobody waits for it: a region that asked for this is told by its answer, the others by their next report at the latest.
    this.ctx.waitUntil(spread(this.env, division, whole));
  }

  private calmFor_ms(whole: RegionKey, now_ms: number): number {
    if (!this.isCalm(whole, now_ms)) this.calm.delete(whole);
    else if (!this.calm.has(whole)) this.calm.set(whole, now_ms);
    return now_ms - (this.calm.get(whole) ?? now_ms);
  }

  /** After a boot or a division nothing is calm before every child has been heard of. */
  private isCalm(whole: RegionKey, now_ms: number): boolean {
    const children = childrenOf(whole);
    const since_ms = Math.max(this.bornAt_ms, this.book.cutSince_ms(whole));
    if (!children.every(key => this.roll.isKnown(key, since_ms, now_ms))) return false;
    // Those who have not yet been handed over still stand in the whole.
    return this.roll.players([whole, ...children], now_ms) < this.limits.merge_players;
  }

  /** Brings the front up to the hour; only the last week of a longer sleep is fought. */
  private frontAt(now_ms: number): Front {
    const hour = hourOf(now_ms);
    if (hour > this.book.front.hour) this.book.keepFront(advance(BOARD, this.book.front, hour));
    return this.book.front;
  }
}

/** Whole hours since 1970. */
const hourOf = (now_ms: number): number => Math.floor(now_ms / HOUR_MS);
