// One thread of the swarm: joins its share of the bots, turns them every 50 ms, and reports what they measured.
import { setTimeout as sleep } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import { TICK_MS } from '../../assembly/layout';
import { Bot } from '../harness/bot';
import { newEyes } from '../harness/eyes';
import { percentile } from '../harness/numbers';
import { seeded } from '../harness/seeded';
import { type RoleName, roleOf } from './roles';

export interface SquadOrders {
  url: string;
  /** Numbers of its bots within the swarm. */
  from: number;
  count: number;
  seed: number;
  mind: RoleName;
}
/** What was measured between 'measure' and 'report'. */
export interface SquadReport {
  seconds: number;
  /** Ticks a second of the regions, as a bot in the middle of the field saw them. */
  hz: number;
  bytesIn: number;
  snapshots: number;
  inputTrips_ms: number[];
  snapshotGaps_ms: number[];
  /** Of every crossing from region to region: how long nothing was told. */
  hitches_ms: number[];
  disconnects: number;
  errors: string[];
  levels: number[];
}
export type ToSquad = 'measure' | 'report';
export type FromSquad = { joined: number } | { report: SquadReport };

const JOIN_AT_ONCE = 6;
/** Turns are spread over the tick so that the bots do not all write at once. */
const SLICES = 10;

export async function runSquad(orders: SquadOrders, port: MessagePort): Promise<void> {
  const bots: Bot[] = [];
  const errors: string[] = [];
  const turning = turnAll(bots);
  port.on('message', (word: ToSquad) => {
    if (word === 'measure') start = measure(bots, errors);
    else {
      port.postMessage({ report: finish(bots, errors, start) } satisfies FromSquad);
      clearInterval(turning);
      for (const bot of bots) bot.leave();
      port.close();
    }
  });
  let start = measure(bots, errors);
  const role = roleOf(orders.mind);
  role.prepare?.();
  await Promise.all(Array.from({ length: JOIN_AT_ONCE }, (_, lane) => joinLane(lane)));

  async function joinLane(lane: number): Promise<void> {
    for (let i = lane; i < orders.count; i += JOIN_AT_ONCE) {
      const n = orders.from + i;
      try {
        const chance = seeded(orders.seed + n * 7919);
        bots.push(await Bot.join(orders.url, { sim: role.eyes(n) ? newEyes() : null, mind: role.mind(n), chance }));
      } catch (error) {
        errors.push(`bot ${n} could not join: ${(error as Error).message}`);
      }
      port.postMessage({ joined: bots.length } satisfies FromSquad);
      await sleep(5);
    }
  }
}

function turnAll(bots: Bot[]): NodeJS.Timeout {
  const turnedAt_ms = new WeakMap<Bot, number>();
  let slice = 0;
  return setInterval(() => {
    slice = (slice + 1) % SLICES;
    for (let i = slice; i < bots.length; i += SLICES) {
      const now_ms = performance.now();
      bots[i].turn(now_ms - (turnedAt_ms.get(bots[i]) ?? now_ms - TICK_MS));
      turnedAt_ms.set(bots[i], now_ms);
    }
  }, TICK_MS / SLICES);
}

interface Start {
  at_ms: number;
  bytesIn: number;
  snapshots: number;
  falls: number;
}

const total = (bots: Bot[], of: (bot: Bot) => number) => bots.reduce((sum, bot) => sum + of(bot), 0);

/** Begins a measurement: what happened while joining does not count, save what went wrong. */
function measure(bots: Bot[], errors: string[]): Start {
  for (const { link, errors: own } of bots) {
    link.inputTrips_ms.length = 0;
    link.snapshotGaps_ms.length = 0;
    link.ran.ticks = link.ran.ms = 0;
    errors.push(...own.splice(0));
  }
  return {
    at_ms: performance.now(),
    bytesIn: total(bots, bot => bot.link.bytesIn),
    snapshots: total(bots, bot => bot.link.snapshots),
    falls: total(bots, bot => bot.link.falls),
  };
}

function finish(bots: Bot[], errors: string[], start: Start): SquadReport {
  return {
    seconds: (performance.now() - start.at_ms) / 1000,
    hz: percentile(
      bots.map(({ link: { ran } }) => (ran.ms ? (ran.ticks * 1000) / ran.ms : 0)),
      0.5,
    ),
    bytesIn: total(bots, bot => bot.link.bytesIn) - start.bytesIn,
    snapshots: total(bots, bot => bot.link.snapshots) - start.snapshots,
    inputTrips_ms: bots.flatMap(bot => bot.link.inputTrips_ms),
    snapshotGaps_ms: bots.flatMap(bot => bot.link.snapshotGaps_ms),
    hitches_ms: bots.flatMap(bot => bot.session.crossings.filter(each => each.at_ms >= start.at_ms).map(each => each.hitch_ms)),
    disconnects: total(bots, bot => bot.link.falls) - start.falls,
    errors: [...errors, ...bots.flatMap(bot => bot.errors)],
    levels: bots.map(bot => bot.session.known.sheet?.level ?? 0),
  };
}
