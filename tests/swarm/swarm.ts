// `npm run swarm -- --players N --seconds S [--mind M] [--url U] [--seed S] [--json]`: N bots play on a server (its own when no url is given).
// Out: one JSON line alone on stdout, progress on stderr. Tick gaps and phases are the busiest region's own; the rest is what the bots saw.
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { RegionStatus } from '../../src/ports';
import { percentile, rounded, sum } from '../harness/numbers';
import { Server, type Usage, usageOf } from '../harness/server';
import { isRole, ROLES, type RoleName } from './roles';
import { type FromSquad, runSquad, type SquadOrders, type SquadReport } from './squad';

const BOTS_PER_THREAD = 200;
const say = (text: string) => process.stderr.write(`${text}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      players: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      mind: { type: 'string', default: 'crowd' },
      url: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const players = Number(values.players);
  const seconds = Number(values.seconds);
  const { mind } = values;
  if (!isRole(mind)) throw new Error(`no mind is called ${mind}: there are ${Object.keys(ROLES).join(', ')}`);
  const server = values.url ? null : await Server.start();
  try {
    const line = await play(values.url ?? server!.url, players, seconds, Number(values.seed), mind);
    process.stdout.write(`${JSON.stringify(line)}\n`);
    if (line.errors) process.exitCode = 1;
  } finally {
    await server?.stop();
  }
}

async function play(url: string, players: number, seconds: number, seed: number, mind: RoleName) {
  const squads = await gather(url, players, seed, mind);
  say(`${players} bots are in; measuring for ${seconds} s`);
  const port = Number(new URL(url).port);
  for (const squad of squads) squad.postMessage('measure');
  const before = usageOf(port);
  const from_ms = performance.now();
  let status = await statusOf(url);
  while (performance.now() - from_ms < seconds * 1000) {
    await sleep(Math.min(5000, seconds * 1000 - (performance.now() - from_ms)));
    status = await statusOf(url);
    const { busiest } = status;
    say(
      `${status.players} players, ${busiest.players} of them in ${busiest.region}: ${busiest.hz.toFixed(2)} Hz, gap p99 ${busiest.tick_p99_ms} ms`,
    );
  }
  const after = usageOf(port);
  const elapsed_s = (performance.now() - from_ms) / 1000;
  const reports = await Promise.all(squads.map(report));
  return summary(players, reports, status, before, after, elapsed_s);
}

/** Starts the threads and waits until every bot has joined or failed to. */
async function gather(url: string, players: number, seed: number, mind: RoleName): Promise<Worker[]> {
  const threads = Math.max(1, Math.min(availableParallelism(), Math.ceil(players / BOTS_PER_THREAD)));
  const share = Math.ceil(players / threads);
  const tried = new Array<number>(threads).fill(0);
  const squads = Array.from({ length: threads }, (_, i) => {
    const orders: SquadOrders = { url, from: i * share, count: Math.min(share, players - i * share), seed, mind };
    return { worker: new Worker(fileURLToPath(import.meta.url), { workerData: orders }), count: orders.count };
  });
  await Promise.all(
    squads.map(
      ({ worker, count }, i) =>
        new Promise<void>((resolve, reject) => {
          worker.on('error', reject);
          worker.on('message', (word: FromSquad) => {
            if (!('joined' in word)) return;
            tried[i]++;
            if (sum(tried) % 50 === 0) say(`${sum(tried)} of ${players} have joined`);
            if (tried[i] === count) resolve();
          });
        }),
    ),
  );
  return squads.map(({ worker }) => worker);
}

function report(squad: Worker): Promise<SquadReport> {
  return new Promise(resolve => {
    squad.on('message', (word: FromSquad) => {
      if ('report' in word) resolve(word.report);
    });
    squad.postMessage('report');
  });
}

interface WorldStatus {
  players: number;
  busiest: RegionStatus;
}

async function statusOf(url: string): Promise<WorldStatus> {
  const response = await fetch(`${url}/api/status`);
  const { players, regions } = (await response.json()) as { players: number; regions: RegionStatus[] };
  return { players, busiest: regions.reduce((most, region) => (region.players > most.players ? region : most)) };
}

function summary(
  players: number,
  reports: SquadReport[],
  { players: there, busiest }: WorldStatus,
  before: Usage | null,
  after: Usage | null,
  elapsed_s: number,
) {
  const trips = reports.flatMap(report => report.inputTrips_ms);
  const gaps = reports.flatMap(report => report.snapshotGaps_ms);
  const hitches = reports.flatMap(report => report.hitches_ms);
  const errors = reports.flatMap(report => report.errors);
  for (const error of new Set(errors)) say(`error: ${error} (${errors.filter(other => other === error).length} times)`);
  const botSeconds = players * elapsed_s;
  return {
    players: there,
    hz: rounded(Math.max(...reports.map(report => report.hz)), 2),
    tick_p50_ms: rounded(busiest.tick_p50_ms),
    tick_p99_ms: rounded(busiest.tick_p99_ms),
    bytes_per_player_s: Math.round(sum(reports.map(report => report.bytesIn)) / botSeconds),
    input_rtt_p50_ms: rounded(percentile(trips, 0.5)),
    input_rtt_p99_ms: rounded(percentile(trips, 0.99)),
    server_cpu_cores: before && after ? rounded((after.cpu_s - before.cpu_s) / elapsed_s, 2) : null,
    rss_mb: after ? Math.round(after.rss_mb) : null,
    disconnects: sum(reports.map(report => report.disconnects)),
    errors: errors.length,
    snapshots_hz: rounded(sum(reports.map(report => report.snapshots)) / botSeconds, 2),
    snapshot_gap_p99_ms: rounded(percentile(gaps, 0.99)),
    phases_ms: busiest.phases_ms,
    crossings: hitches.length,
    hitch_p50_ms: rounded(percentile(hitches, 0.5)),
    hitch_p99_ms: rounded(percentile(hitches, 0.99)),
    highest_level: Math.max(0, ...reports.flatMap(report => report.levels)),
  };
}

if (isMainThread) await main();
else await runSquad(workerData as SquadOrders, parentPort!);
