// One crowd served in three ways: by the game, by the bench's region with its own sockets, and by the same region through relays that run in
// a process of their own. In: how many clients, for how long. Out: CPU of each side, bytes between them, and how the clients fared.
import { setTimeout as sleep } from 'node:timers/promises';
import { LADDER, MOVING, rungFor } from '../../../src/region/needs';
import { percentile, rounded, sum } from '../../harness/numbers';
import { Server } from '../../harness/server';
import type { CrowdReport } from '../peers/crowd';
import { measure, muster } from '../peers/measure';
import type { Relayed, RelayRow, Served } from './breakeven';

const CONFIG = 'tests/bench/relays/worker/wrangler.toml';
const WARM_MS = 4000;

export interface Orders {
  program: string;
  players: number;
  /** How many clients each relay holds. */
  perRelay: number;
  seconds: number;
  /** Whether the game itself is measured too. */
  withProduct: boolean;
}

export async function measureRow({ program, players, perRelay, seconds, withProduct }: Orders): Promise<RelayRow> {
  const relays = Math.ceil(players / perRelay);
  // As often as the game shows the world to so many who walk about.
  const ticks_per_frame = LADDER[rungFor([0, players, 0], 0)][MOVING];
  const vars = { RELAYS: relays, TICKS_PER_FRAME: ticks_per_frame, PLACE_URL: '' };
  say(`${players} clients, a frame every ${ticks_per_frame} turns`);
  return {
    players,
    ticks_per_frame,
    relays,
    product: withProduct ? await ofProduct(program, players, seconds) : null,
    own: await ofOwnSends(program, players, seconds, vars),
    relayed: await ofRelays(program, players, seconds, vars),
  };
}

async function ofProduct(program: string, players: number, seconds: number): Promise<Served> {
  say('the game, which sends itself');
  const row = await measure('evermarch', { scene: 'dense', players, program, frames: null }, seconds);
  const { cpu_us_per_player_s, hz, gap_p99_ms, frames_out_hz, fell } = row;
  return { cpu_us: cpu_us_per_player_s, hz, gap_p99_ms, frames_out_hz, fell };
}

type Vars = Record<string, string | number>;

async function ofOwnSends(program: string, players: number, seconds: number, vars: Vars): Promise<Served> {
  say("the bench's region, which sends itself");
  const region = await Server.start({ config: CONFIG, vars });
  try {
    const { served, cpu_us } = await serve(program, players, seconds, region.port, [region]);
    return { cpu_us: cpu_us[0], ...served };
  } finally {
    await region.stop();
  }
}

async function ofRelays(program: string, players: number, seconds: number, vars: Vars): Promise<Relayed> {
  say(`the same region with ${vars.RELAYS} relays`);
  const region = await Server.start({ config: CONFIG, vars });
  const relays = await Server.start({ config: CONFIG, vars: { ...vars, PLACE_URL: region.url } });
  try {
    const counted = (): Promise<Counts> => countsOf(region);
    const { served, cpu_us, counts } = await serve(program, players, seconds, relays.port, [region, relays], counted);
    const [down, up] = counts;
    return { cpu_us: cpu_us[0], relay_cpu_us: cpu_us[1], down_bytes_s: down, up_bytes_s: up, ...served };
  } finally {
    await relays.stop();
    await region.stop();
  }
}

type Counts = readonly [downBytes: number, upBytes: number];

async function countsOf(region: Server): Promise<Counts> {
  const { downBytes, upBytes } = (await (await fetch(region.url)).json()) as { downBytes: number; upBytes: number };
  return [downBytes, upBytes];
}

/** Fills a server with clients and looks what the processes behind it use. */
async function serve(
  program: string,
  players: number,
  seconds: number,
  port: number,
  servers: readonly Server[],
  counted = async (): Promise<Counts> => [0, 0],
) {
  // Clients of the floor speak to this Worker as they do to that: inputs and acknowledgements of the game's, and they read ticks.
  const crowds = muster('floor', port, { players, program });
  try {
    await Promise.all(crowds.map(crowd => crowd.prepared));
    await Promise.all(crowds.map(crowd => crowd.enter()));
    await sleep(WARM_MS);
    for (const crowd of crowds) crowd.tell('measure');
    const before = servers.map(cpuOf);
    const bytes = await counted();
    const from_ms = performance.now();
    await sleep(seconds * 1000);
    const after = servers.map(cpuOf);
    const elapsed_s = (performance.now() - from_ms) / 1000;
    const more = await counted();
    const reports = await Promise.all(crowds.map(crowd => crowd.report()));
    const perClient = (value: number): number => value / players / elapsed_s;
    return {
      cpu_us: after.map((cpu_s, i) => Math.round(perClient((cpu_s - before[i]) * 1e6))),
      counts: more.map((count, i) => Math.round(perClient(count - bytes[i]))),
      served: servedOf(reports, players),
    };
  } finally {
    await Promise.all(crowds.map(crowd => crowd.end()));
  }
}

function servedOf(reports: readonly CrowdReport[], players: number): Omit<Served, 'cpu_us'> {
  const fell = reports.flatMap(report => report.fell);
  for (const why of new Set(fell)) say(`${fell.filter(each => each === why).length} clients ${why}`);
  const gaps_ms = reports.flatMap(report => report.gaps_ms);
  const seconds = sum(reports.map(report => report.seconds)) / reports.length;
  return {
    hz: rounded(Math.max(...reports.map(({ hz }) => hz)), 2),
    gap_p99_ms: rounded(percentile(gaps_ms, 0.99)),
    frames_out_hz: rounded(sum(reports.map(({ frames }) => frames)) / players / seconds, 2),
    fell: fell.length,
  };
}

function cpuOf(server: Server): number {
  const usage = server.usage();
  if (!usage) throw new Error('this platform does not tell what a process used');
  return usage.cpu_s;
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);
