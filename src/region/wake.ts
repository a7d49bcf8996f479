// A region's day: wakes with its first visitor, sleeps when the last body has gone, dreams nothing. In: visitors, empty worlds, alarms.
// Out: a world brought up to date by the time that passed; while asleep one alarm for what D1 still has to hear.

import { CLOSE_KICKED, put, S2C } from '../shared/protocol/messages';
import { NOTICES } from '../shared/protocol/notices';
import { type Division, isLive } from '../shared/regions';
import { depart, repeople } from './arrival';
import { writeCheckpoint } from './checkpoint';
import { forgetLand } from './land';
import type { Player } from './player';
import type { Region } from './region';
import { bury } from './systems/loot';
import { World } from './world';

/** After a crash the players of before get this long to come back before their characters are checked in. */
const RETURN_MS = 60_000;
/** While awake an alarm stands by: if the process dies and nobody comes back, it checks the characters in. */
const WATCH_MS = 60_000;
const SOONEST_MS = 1_000;

export class Wake {
  private awake = false;
  private sleptAt_ms = 0;
  /** Counted from what is written, not from our own birth: an object that is evicted between alarms must not wait anew each time. */
  private readonly returnBy_ms: number;

  constructor(
    private readonly storage: DurableObjectStorage,
    private readonly region: Region,
  ) {
    this.returnBy_ms = region.footing.store.lastAwake_ms() + RETURN_MS;
  }

  get asleep(): boolean {
    return !this.awake;
  }

  up(): void {
    if (this.awake && this.region.world) return;
    const now_ms = Date.now();
    const { world } = this.region;
    if (!world) this.build(now_ms);
    else this.catchUp(world, now_ms);
    this.awake = true;
    this.region.clock.start();
    this.region.report.tell(true, now_ms);
    this.rearm();
  }

  /** A new world in place of a torn one; false when that fails too. */
  rebuild(): boolean {
    try {
      this.region.footing.inbox.drain();
      this.region.footing.custody.reload();
      forgetLand(this.region.footing.place);
      this.build(Date.now());
      for (const session of this.region.sessions) {
        if (session.state === 'playing') put(session.soon, S2C.notice, { notice: NOTICES.rebuilt, value: 0, text: '' });
      }
      return true;
    } catch (error) {
      this.region.counters.count('rebuild.failed');
      console.error({ event: 'rebuild_failed', region: this.region.footing.region, error: String(error) });
      return false;
    }
  }

  /** A newer division: the next tick takes it over. A region that sleeps wakes only if it has something to give away. */
  divide(division: Division): void {
    const { footing } = this.region;
    const known = footing.division;
    if (division.version <= known.version) return;
    // Woken under the old division, so that the next tick finds what is to be given away.
    if (isLive(known, footing.region) && !isLive(division, footing.region)) this.up();
    footing.division = division;
    if (!this.awake || !this.region.world) footing.store.setDivision(division);
  }

  /** Nobody connected, no body left and no neighbour looking: time stops here until somebody comes. */
  sleepIfEmpty(): void {
    const { world, sessions, clock, footing } = this.region;
    if (
      !this.awake ||
      sessions.size ||
      world?.players.size ||
      footing.landings.length ||
      footing.links.watched ||
      footing.orders.length
    )
      return;
    // A division that came since the last tick may have something for its owner yet.
    if (world && footing.division.version > world.division.version) return;
    if (world) writeCheckpoint(world);
    footing.links.endAll();
    clock.stop();
    this.awake = false;
    this.sleptAt_ms = Date.now();
    this.region.report.tell(false, this.sleptAt_ms);
    this.rearm();
  }

  /** At least once, perhaps twice, perhaps late: everything here goes by what is, not by what the alarm was for. */
  async alarm(): Promise<void> {
    const { custody, store } = this.region.footing;
    try {
      await store.transfers.pump();
      if (this.awake) return;
      for (const held of custody.held.values()) {
        if (!held.leaving && Date.now() >= this.returnBy_ms) custody.leave(held, held.soft);
      }
      await custody.tend(Date.now());
    } finally {
      this.rearm();
    }
  }

  /** Sets the one alarm to the next thing that must happen. */
  rearm(): void {
    const now_ms = Date.now();
    const { custody, store } = this.region.footing;
    const parcels_ms = store.transfers.due_ms();
    if (!custody.held.size && parcels_ms === Infinity) return;
    const characters_ms = this.awake ? now_ms + WATCH_MS : Math.min(custody.due_ms(now_ms), this.returnBy_ms);
    const due_ms = Math.min(custody.held.size ? characters_ms : Infinity, parcels_ms);
    void this.storage.setAlarm(Math.max(now_ms + SOONEST_MS, due_ms));
  }

  /** A player whose character is no longer ours. */
  expel(world: World, player: Player): void {
    if (player.session) world.close(player.session, CLOSE_KICKED, 'this character is elsewhere');
    depart(world, player);
  }

  private build(now_ms: number): void {
    const { region } = this;
    const world = new World(region.footing, now_ms);
    region.world = world;
    repeople(world);
  }

  /** The core lives through the time that passed in one step; corpses of then are gone. */
  private catchUp(world: World, now_ms: number): void {
    world.now_ms = now_ms;
    world.division = this.region.footing.division;
    world.bound();
    world.sim.core.skip((now_ms - this.sleptAt_ms) / 1000);
    bury(world);
  }
}
