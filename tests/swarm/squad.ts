// One thread of the swarm: joins its share of the bots, turns them every 50 ms, and reports what they measured. In: orders, and words as
// they come. Out: how far it is, and a report.
import { constants, setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import { TICK_MS } from '../../assembly/layout';
import { Bot } from '../harness/bot';
import { newEyes } from '../harness/eyes';
import { gossips } from '../harness/gossip';
import { percentile } from '../harness/numbers';
import { seeded } from '../harness/seeded';
import { type RoleName, roleOf } from './roles';
import { Watch } from './watch';

export interface SquadOrders {
  url: string;
  /** Numbers of its bots within the swarm. */
  from: number;
  count: number;
  seed: number;
  mind: RoleName;
}
/** What was measured since 'measure', or since the last stretch was told. */
export interface SquadReport {
  seconds: number;
  /** Ticks a second of the regions, as a bot in the middle of the field saw them. */
  hz: number;
  bytesIn: number;
  /** By number of the message. */
  bytesOf: number[];
  snapshots: number;
  /** What the regions left out, as a bot in the middle of the field was told last. */
  strain: number;
  framesOut: number;
  framesIn: number;
  inputTrips_ms: number[];
  snapshotGaps_ms: number[];
  /** Of every crossing from region to region: how long nothing was told, and how long no input was answered. */
  hitches_ms: number[];
  unanswered_ms: number[];
  disconnects: number;
  errors: string[];
  levels: number[];
  /** Travellers who got nowhere. */
  stuck: string[];
  /** Bodies that were suddenly elsewhere on their own screens. */
  jumps: string[];
  /** Of bots that gossip (harness/gossip.ts). */
  talk: { said: number; heard: number; gaps: number; trips_ms: number[] };
  /** For so long this thread itself did nothing: such a pause is not the server's. */
  stall_max_ms: number;
}
/** `enter`: all guests go in. `measure`: begins anew. `stretch`: reports and begins anew. `keep`: all but so many go. `report`: the last word. */
export type ToSquad = 'enter' | 'measure' | 'stretch' | 'report' | { keep: number };
export type FromSquad =
  | { guests: [n: number, character: string][] }
  | { joined: number }
  | { entered: number }
  | { report: SquadReport };

const AT_ONCE = 6;
const APART_MS = 5;
/** Turns are spread over the tick so that the bots do not all write at once. */
const SLICES = 10;

export async function runSquad(orders: SquadOrders, port: MessagePort): Promise<void> {
  // Players bring machines of their own: what they compute on the server's must not make it late.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const squad = new Squad(orders, port);
  port.on('message', (word: ToSquad) => {
    if (word === 'enter') void squad.enter();
    else if (word === 'measure') squad.measure();
    else if (word === 'stretch') squad.stretch();
    else if (word === 'report') squad.end();
    else squad.leave(word.keep);
  });
  await squad.gather();
}

class Squad {
  private readonly guests: { n: number; bot: Bot }[] = [];
  private readonly watches: Watch[] = [];
  private readonly errors: string[] = [];
  private readonly turning = setInterval(() => this.turn(), TICK_MS / SLICES);
  private slice = 0;
  private tried = 0;
  private from_ms = performance.now();
  private turnedAt_ms = performance.now();
  private stall_max_ms = 0;

  constructor(
    private readonly orders: SquadOrders,
    private readonly port: MessagePort,
  ) {}

  /** Everybody gets an account and a character. */
  async gather(): Promise<void> {
    const { url, from, count, seed, mind } = this.orders;
    const role = roleOf(mind);
    role.prepare?.();
    await inLanes(count, async i => {
      const n = from + i;
      const chance = seeded(seed + n * 7919);
      const options = { sim: role.eyes(n) ? newEyes() : null, mind: role.mind(n), chance, readsInTurn: true };
      try {
        this.guests.push({ n, bot: await Bot.guest(url, options) });
      } catch (error) {
        this.errors.push(`bot ${n} is no guest: ${(error as Error).message}`);
      }
    });
    this.say({ guests: this.guests.map(({ n, bot }) => [n, bot.character]) });
  }

  async enter(): Promise<void> {
    const { apart_ms } = roleOf(this.orders.mind);
    const enterOne = async (i: number): Promise<void> => {
      const { n, bot } = this.guests[i];
      try {
        await bot.enter();
        this.watches.push(new Watch(n, bot));
      } catch (error) {
        this.errors.push(`bot ${n} could not join: ${(error as Error).message}`);
      }
      this.say({ joined: ++this.tried });
    };
    await inLanes(this.guests.length, enterOne, apart_ms);
    this.say({ entered: this.watches.length });
  }

  /** What happened while joining does not count, save what went wrong. */
  measure(): void {
    this.from_ms = performance.now();
    this.stall_max_ms = 0;
    for (const watch of this.watches) {
      watch.begin();
      this.errors.push(...watch.bot.errors.splice(0));
      const gossip = gossips.get(watch.bot);
      if (gossip) Object.assign(gossip, { said: 0, heard: 0 }).trips_ms.length = 0;
    }
  }

  leave(keep: number): void {
    for (const watch of this.watches.slice(keep)) watch.leave();
  }

  /** One of several that are measured one after another: nothing is lost between them, or told twice. */
  stretch(): void {
    this.report();
    this.errors.length = 0;
    for (const { bot } of this.watches) bot.errors.length = 0;
    this.measure();
  }

  end(): void {
    this.report();
    clearInterval(this.turning);
    for (const watch of this.watches) watch.leave();
    this.port.close();
  }

  private report(): void {
    const { watches, errors, from_ms } = this;
    const seconds = (performance.now() - from_ms) / 1000;
    const travels = roleOf(this.orders.mind).travels ?? false;
    const crossings = watches.flatMap(({ bot }) => bot.session.crossings.filter(each => each.at_ms >= from_ms));
    const total = (of: (watch: Watch) => number): number => watches.reduce((sum, watch) => sum + of(watch), 0);
    this.say({
      report: {
        seconds,
        hz: percentile(
          watches.map(({ bot: { link } }) => (link.ran.ms ? (link.ran.ticks * 1000) / link.ran.ms : 0)),
          0.5,
        ),
        bytesIn: total(watch => watch.bytesIn),
        bytesOf: Array.from({ length: 256 }, (_, number) => total(watch => watch.bot.link.bytesOf[number])),
        snapshots: total(watch => watch.snapshots),
        strain: percentile(
          watches.map(({ bot: { link } }) => link.strain),
          0.5,
        ),
        framesOut: total(watch => watch.framesOut),
        framesIn: total(watch => watch.framesIn),
        inputTrips_ms: watches.flatMap(({ bot }) => bot.link.inputTrips_ms),
        snapshotGaps_ms: watches.flatMap(({ bot }) => bot.link.snapshotGaps_ms),
        hitches_ms: crossings.map(({ hitch_ms }) => hitch_ms),
        unanswered_ms: crossings.map(({ unanswered_ms }) => unanswered_ms),
        disconnects: total(watch => watch.falls),
        errors: [...errors, ...watches.flatMap(({ bot }) => bot.errors)],
        levels: watches.map(({ bot }) => bot.session.known.sheet?.level ?? 0),
        stuck: travels ? watches.flatMap(watch => watch.stuck(seconds)) : [],
        jumps: watches.flatMap(watch => watch.jumps),
        talk: {
          said: total(({ bot }) => gossips.get(bot)?.said ?? 0),
          heard: total(({ bot }) => gossips.get(bot)?.heard ?? 0),
          gaps: total(({ bot }) => gossips.get(bot)?.gaps ?? 0),
          trips_ms: watches.flatMap(({ bot }) => gossips.get(bot)?.trips_ms ?? []),
        },
        stall_max_ms: this.stall_max_ms,
      },
    });
  }

  private turn(): void {
    const now_ms = performance.now();
    this.stall_max_ms = Math.max(this.stall_max_ms, now_ms - this.turnedAt_ms - TICK_MS / SLICES);
    this.turnedAt_ms = now_ms;
    this.slice = (this.slice + 1) % SLICES;
    for (let i = this.slice; i < this.watches.length; i += SLICES) this.watches[i].turn();
  }

  private say(word: FromSquad): void {
    this.port.postMessage(word);
  }
}

/** Does `one` for 0 .. count-1, a few at a time; one by one where `apart_ms` is to pass between them. */
async function inLanes(count: number, one: (i: number) => Promise<void>, apart_ms?: number): Promise<void> {
  const lanes = apart_ms ? 1 : AT_ONCE;
  const lane = async (first: number): Promise<void> => {
    for (let i = first; i < count; i += lanes) {
      await one(i);
      await sleep(apart_ms ?? APART_MS);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, first) => lane(first)));
}
