// Watches one bot as its player would feel it: does he get on, is he thrown about, is he cut off? In: a bot, turned here every 50 ms. Out:
// what happened to it since `begin`.
import { TICK_MS } from '../../assembly/layout';
import type { Bot } from '../harness/bot';

/** Nobody runs faster; what is more than this beyond it was no step. */
const FASTEST_MPS = 12;
const JUMP_M = 3;
/** A bot whose own thread stood still for so long is set right by the region afterwards, as a page that slept would be. */
const STALL_MS = 250;
const RIGHT_AGAIN_MS = 3000;
/** A traveller who is slower than this on average stands somewhere and pushes. */
const STUCK_MPS = 0.7;

export class Watch {
  readonly jumps: string[] = [];
  private turnedAt_ms = 0;
  private last: { x: number; z: number; dead: boolean } | null = null;
  private went_m = 0;
  private left = false;
  private rightAt_ms = 0;
  private base = { bytesIn: 0, snapshots: 0, falls: 0, framesOut: 0, framesIn: 0 };

  constructor(
    readonly n: number,
    readonly bot: Bot,
  ) {
    this.begin();
  }

  begin(): void {
    const { link } = this.bot;
    link.inputTrips_ms.length = link.snapshotGaps_ms.length = this.jumps.length = 0;
    link.ran.ticks = link.ran.ms = 0;
    link.bytesOf.fill(0);
    this.went_m = 0;
    this.base = {
      bytesIn: link.bytesIn,
      snapshots: link.snapshots,
      falls: link.falls,
      framesOut: link.framesOut,
      framesIn: link.framesIn,
    };
  }

  turn(): void {
    if (this.left) return;
    const now_ms = performance.now();
    const dt_ms = this.turnedAt_ms ? now_ms - this.turnedAt_ms : TICK_MS;
    this.turnedAt_ms = now_ms;
    if (dt_ms > STALL_MS) this.rightAt_ms = now_ms + RIGHT_AGAIN_MS;
    this.bot.turn(dt_ms);
    this.look(dt_ms);
  }

  leave(): void {
    if (this.left) return;
    this.left = true;
    this.bot.leave();
  }

  get bytesIn(): number {
    return this.bot.link.bytesIn - this.base.bytesIn;
  }
  get snapshots(): number {
    return this.bot.link.snapshots - this.base.snapshots;
  }
  get framesOut(): number {
    return this.bot.link.framesOut - this.base.framesOut;
  }
  get framesIn(): number {
    return this.bot.link.framesIn - this.base.framesIn;
  }
  get falls(): number {
    return this.bot.link.falls - this.base.falls;
  }

  stuck(seconds: number): string[] {
    const { region, predictor } = this.bot.session;
    const { x, z } = predictor.drawn;
    const pace = this.went_m / seconds;
    if (pace >= STUCK_MPS) return [];
    return [`bot ${this.n} in ${region} at ${x.toFixed(0)}, ${z.toFixed(0)}: ${pace.toFixed(2)} m/s`];
  }

  /** Only of who predicts his own steps: the others are drawn where the region says, as late as it says so. */
  private look(dt_ms: number): void {
    const { session, dead } = this.bot;
    const { x, z } = session.predictor.drawn;
    const { last } = this;
    this.last = { x, z, dead };
    if (!last || !session.inWorld) return;
    const step_m = Math.hypot(x - last.x, z - last.z);
    this.went_m += step_m;
    if (!session.sim || dead || last.dead || performance.now() < this.rightAt_ms) return;
    if (step_m < JUMP_M + (FASTEST_MPS * dt_ms) / 1000) return;
    this.jumps.push(`bot ${this.n} in ${session.region}: ${step_m.toFixed(1)} m from ${last.x.toFixed(0)}, ${last.z.toFixed(0)}`);
  }
}
