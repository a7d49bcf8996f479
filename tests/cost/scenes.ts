// A region full of players who do one thing for a while, on the metered server. In: what they do, how many, how long. Out: what the
// platform would bill of that while, and how many regions it kept awake.
import { setTimeout as sleep } from 'node:timers/promises';
import { rounded, sum } from '../harness/numbers';
import { Swarm, say, type WorldStatus } from '../swarm/host';
import type { RoleName } from '../swarm/roles';
import { type Bill, between } from './bill';
import type { Usage } from './prices';

export const METERED = 'tests/cost/meter/wrangler.toml';
/** All in one region, however many they are. */
export const UNDIVIDED = { REGION_SPLIT_PLAYERS: 10_000, REGION_SPLIT_LOAD: 1000 };

export const SCENES = { idle: 'stand', questing: 'crowd', battle: 'brawl' } as const satisfies Record<string, RoleName>;
export type SceneName = keyof typeof SCENES;

export interface Orders {
  /** Bundle that a thread of bots runs. */
  program: string;
  players: number;
  seconds: number;
  /** From the last who entered to the first second that counts: D1 hears of what happens to a character up to 30 s later. */
  warm_s: number;
  seed: number;
}

export interface Played {
  usage: Usage;
  seconds: number;
  /** Regions awake on average, and which calls, tables and messages were behind the sums. */
  regions_awake: number;
  /** Where the players were at the end: some quest beyond the border. */
  players_by_region: Record<string, number>;
  object_requests: Record<string, number>;
  rows_by_table: Record<string, number>;
  /** As the bots counted what they sent: the meter must say the same. */
  frames_sent: number;
  /** As the regions themselves count what they write (/api/status): without the realm's rows and alarms, with tables made anew. */
  rows_counted_by_regions: number;
  frames_out_per_player_s: number;
  server_cpu_cores: number | null;
  disconnects: number;
  errors: number;
}

const LOOK_MS = 500;

export async function play(scene: SceneName, { program, players, seconds, warm_s, seed }: Orders): Promise<Played> {
  say(`${scene}: ${players} bots enter`);
  const options = { program, players, seed, mind: SCENES[scene], url: null, vars: UNDIVIDED, config: METERED };
  const swarm = await Swarm.gather(options);
  try {
    say(`${scene}: all are in; ${warm_s} s to settle down, then ${seconds} s are measured`);
    await sleep(warm_s * 1000);
    swarm.tell('measure');
    const rows = rowsIn(await swarm.status());
    const cpu = swarm.usage();
    const before = await billOf(swarm.url);
    const from_ms = performance.now();
    const awake: number[] = [];
    while (performance.now() - from_ms < seconds * 1000) {
      await sleep(Math.min(LOOK_MS, seconds * 1000 - (performance.now() - from_ms)));
      awake.push((await billOf(swarm.url)).awake);
    }
    const bill = between(before, await billOf(swarm.url));
    const elapsed_s = (performance.now() - from_ms) / 1000;
    const after = swarm.usage();
    const status = await swarm.status();
    const report = await swarm.report();
    const regions = sum(awake) / awake.length;
    const { disconnects, errors } = report.wrongs();
    return {
      usage: usageIn(bill, regions * elapsed_s, elapsed_s),
      seconds: elapsed_s,
      regions_awake: rounded(regions, 2),
      players_by_region: playersIn(status),
      object_requests: bill.objectRequests,
      rows_by_table: bill.rowsWritten,
      frames_sent: report.framesOut,
      rows_counted_by_regions: rowsIn(status) - rows,
      frames_out_per_player_s: rounded(report.framesIn / players / elapsed_s, 2),
      server_cpu_cores: cpu && after ? rounded((after.cpu_s - cpu.cpu_s) / elapsed_s, 2) : null,
      disconnects,
      errors,
    };
  } finally {
    await swarm.stop();
  }
}

export async function billOf(url: string): Promise<Bill> {
  const response = await fetch(`${url}/api/bill`);
  if (!response.ok) throw new Error(`the bill answered ${response.status}`);
  return (await response.json()) as Bill;
}

export function usageIn(bill: Bill, regions_s: number, directory_s: number): Usage {
  return {
    worker_cpu: 0,
    inputs: bill.framesOfPlayers,
    neighbours: bill.framesOfNeighbours,
    requests: sum(Object.values(bill.objectRequests)),
    regions: regions_s,
    directory: directory_s,
    rows_written: sum(Object.values(bill.rowsWritten)),
    rows_read: bill.rowsRead,
    d1_written: bill.d1RowsWritten,
    d1_read: bill.d1RowsRead,
    worker_requests: bill.workerRequests,
  };
}

/** Asked before and after the bills are: what the asking costs is in none. */
function rowsIn({ regions }: WorldStatus): number {
  return sum(regions.map(({ counters }) => counters['rows.written'] ?? 0));
}

function playersIn({ regions }: WorldStatus): Record<string, number> {
  return Object.fromEntries(regions.filter(({ players }) => players).map(({ region, players }) => [region, players]));
}
