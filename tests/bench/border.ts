// What a border costs, on a real server: the same bots run to and fro over it and beside it by turns, and the difference is what the
// crossings cost. In: nothing. Out: the pause that a player sees, the server's CPU time and written rows for each crossing, a parcel's bytes.
import { setTimeout as sleep } from 'node:timers/promises';
import { ownerOf, UNDIVIDED } from '../../src/shared/regions';
import { Bot } from '../harness/bot';
import { newEyes } from '../harness/eyes';
import { Files, read } from '../harness/files';
import { percentile, rounded, sum } from '../harness/numbers';
import { seeded } from '../harness/seeded';
import { Server } from '../harness/server';
import { settle } from '../harness/settle';
import { gateOf, toAndFro } from '../harness/travellers';
import type { Point } from '../harness/ways';

export interface BorderRow {
  bots: number;
  crossings: number;
  /** From the last snapshot of one region to the first of the next. */
  hitch_p50_ms: number;
  hitch_p99_ms: number;
  /** CPU time of the server's runtime. */
  cpu_us_per_crossing: number;
  /** In the databases of both regions, deletes and replacements too. */
  rows_per_crossing: number;
  parcel_bytes: number;
}

const BOTS = 40;
const ROUNDS = 2;
/** They turn round so far from the middle of their run. */
const REACH_M = 8;
const BESIDE_M = 24;
const MEASURE_MS = 4000;
/** From one run to the other. */
const CHANGE_MS = 3000;
const TURN_MS = 50;

interface Counts {
  crossings: number;
  cpu_s: number;
  rows: number;
}

export async function benchBorder(bots = BOTS, rounds = ROUNDS): Promise<BorderRow> {
  const server = await Server.start();
  let turning: NodeJS.Timeout | undefined;
  const runners: Runner[] = [];
  try {
    for (let n = 0; n < bots; n++) runners.push(await Runner.guest(server.url, n));
    await server.kill();
    const files = new Files(server.state);
    settle(files, new Map(runners.map(({ bot, home }) => [bot.character, home])));
    await server.resume();
    await Promise.all(runners.map(({ bot }) => bot.enter()));
    turning = setInterval(() => {
      for (const { bot } of runners) bot.turn();
    }, TURN_MS);
    const parcels: number[] = [];
    const across: Counts = { crossings: 0, cpu_s: 0, rows: 0 };
    const beside: Counts = { crossings: 0, cpu_s: 0, rows: 0 };
    const hitches: number[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const runner of runners) runner.goesAcross = false;
      await measure(server, runners, beside);
      for (const runner of runners) runner.goesAcross = true;
      const from_ms = await measure(server, runners, across, () => parcels.push(...bytesOnTheWay(files)));
      hitches.push(...runners.flatMap(({ bot }) => bot.session.crossings.filter(c => c.at_ms >= from_ms).map(c => c.hitch_ms)));
    }
    const crossings = across.crossings - beside.crossings;
    return {
      bots,
      crossings,
      hitch_p50_ms: rounded(percentile(hitches, 0.5)),
      hitch_p99_ms: rounded(percentile(hitches, 0.99)),
      cpu_us_per_crossing: Math.round(((across.cpu_s - beside.cpu_s) * 1e6) / crossings),
      rows_per_crossing: rounded((across.rows - beside.rows) / crossings),
      parcel_bytes: Math.round(percentile(parcels, 0.5)),
    };
  } finally {
    clearInterval(turning);
    for (const { bot } of runners) bot.leave();
    await server.stop();
  }
}

/** One bot that runs on one side of the border, or over it, as it is told. */
class Runner {
  goesAcross = false;

  private constructor(
    readonly bot: Bot,
    readonly home: Point,
  ) {}

  static async guest(url: string, n: number): Promise<Runner> {
    const [line, ahead] = lineOf(n);
    const side = n % 2 ? 1 : -1;
    const at = (away_m: number): Point => ({ x: line.x + ahead.x * away_m, z: line.z + ahead.z * away_m });
    const run = (middle_m: number) => toAndFro(at(middle_m - REACH_M), at(middle_m + REACH_M));
    const across = run(0);
    const beside = run(side * BESIDE_M);
    const bot = await Bot.guest(url, {
      sim: newEyes(ownerOf(UNDIVIDED, at(side).x, at(side).z)),
      mind: (self, now_ms) => (runner.goesAcross ? across : beside)(self, now_ms),
      chance: seeded(n),
    });
    const runner: Runner = new Runner(bot, at(side * BESIDE_M));
    return runner;
  }
}

/** A point on the border, and one metre's way across it. */
function lineOf(n: number): [Point, Point] {
  const { here, there } = gateOf(0);
  const length_m = Math.hypot(there.x - here.x, there.z - here.z);
  const ahead = { x: (there.x - here.x) / length_m, z: (there.z - here.z) / length_m };
  const aside_m = ((n % 9) - 4) * 0.8;
  return [{ x: (here.x + there.x) / 2 + ahead.z * aside_m, z: (here.z + there.z) / 2 + ahead.x * aside_m }, ahead];
}

/** Lets them get into their stride, then adds to `counts` what a few seconds cost. Resolves to when that began. */
async function measure(server: Server, runners: Runner[], counts: Counts, peek = (): void => {}): Promise<number> {
  await sleep(CHANGE_MS);
  const from_ms = performance.now();
  const before = await countsOf(server, runners);
  while (performance.now() - from_ms < MEASURE_MS) {
    peek();
    await sleep(40);
  }
  const after = await countsOf(server, runners);
  counts.crossings += after.crossings - before.crossings;
  counts.cpu_s += after.cpu_s - before.cpu_s;
  counts.rows += after.rows - before.rows;
  return from_ms;
}

async function countsOf(server: Server, runners: Runner[]): Promise<Counts> {
  const { regions } = await server.status();
  return {
    crossings: sum(runners.map(({ bot }) => bot.session.crossings.length)),
    cpu_s: server.usage()?.cpu_s ?? 0,
    rows: sum(regions.map(({ counters }) => counters['rows.written'] ?? 0)),
  };
}

/** Of characters that are under way at this moment. */
function bytesOnTheWay(files: Files): number[] {
  const query = "SELECT length(CAST(body AS BLOB)) AS bytes FROM parcel_out WHERE kind = 'character'";
  return files.regions().flatMap(({ file }) => read(file, rows => rows<{ bytes: number }>(query).map(({ bytes }) => bytes)));
}
