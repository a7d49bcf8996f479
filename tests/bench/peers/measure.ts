// One server in one scene: started, filled, left to warm up, measured, stopped. In: which, how many clients, for how long. Out: a row.
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { percentile, rounded, sum } from '../../harness/numbers';
import type { CrowdOrders, CrowdReport, FromCrowd, ToCrowd } from './crowd';
import { type Lineup, type Running, start } from './lineup';
import type { PeerName } from './speech';

const CLIENTS_PER_THREAD = 400;
/** From the last who entered to the first that counts: compilers have done their work by then. */
const WARM_MS = 10_000;

export interface Row {
  peer: PeerName;
  /** Of the server's process, over all cores. */
  cpu_us_per_player_s: number;
  bytes_per_player_s: number;
  /** Ticks the server simulated per second. */
  hz: number;
  /** Between two states, as clients see them. */
  gap_p99_ms: number;
  snapshots_hz: number;
  /** Frames per client and second, from the server and to it, and how long those are on average. */
  frames_out_hz: number;
  frame_bytes: number;
  frames_in_hz: number;
  rss_mb: number;
  /** Clients who were thrown out. */
  fell: number;
  /** The load's own process: cores it used, and its longest pause. */
  load_cores: number;
  load_stall_ms: number;
}

export async function measure(peer: PeerName, lineup: Lineup, seconds: number): Promise<Row> {
  const running = await start(peer, lineup);
  const crowds = muster(peer, running.port, lineup);
  try {
    const characters = (await Promise.all(crowds.map(crowd => crowd.prepared))).flat();
    await running.place(characters);
    await Promise.all(crowds.map(crowd => crowd.enter()));
    await sleep(WARM_MS);
    return await rowOf(peer, running, crowds, lineup.players, seconds);
  } finally {
    await Promise.all(crowds.map(crowd => crowd.end()));
    await running.stop();
  }
}

async function rowOf(peer: PeerName, running: Running, crowds: readonly Crowd[], players: number, seconds: number): Promise<Row> {
  const ticks = await running.ticks();
  for (const crowd of crowds) crowd.tell('measure');
  const before = running.usage();
  const own = process.cpuUsage();
  const from_ms = performance.now();
  await sleep(seconds * 1000);
  const after = running.usage();
  const { user, system } = process.cpuUsage(own);
  const elapsed_s = (performance.now() - from_ms) / 1000;
  const later = await running.ticks();
  const took_s = (performance.now() - from_ms) / 1000;
  const reports = await Promise.all(crowds.map(crowd => crowd.report()));
  if (!before || !after) throw new Error('this platform does not tell what a process used');
  const total = (of: (report: CrowdReport) => number): number => sum(reports.map(of));
  // Threads count by their own time: a word to a busy one arrives late.
  const counted_s = sum(reports.map(report => report.seconds)) / reports.length;
  const perPlayer = (value: number): number => value / players / counted_s;
  const fell = reports.flatMap(report => report.fell);
  for (const why of new Set(fell)) process.stderr.write(`${peer}: ${fell.filter(each => each === why).length} clients ${why}\n`);
  return {
    peer,
    cpu_us_per_player_s: Math.round(((after.cpu_s - before.cpu_s) * 1e6) / players / elapsed_s),
    bytes_per_player_s: Math.round(perPlayer(total(({ bytes }) => bytes))),
    hz: rounded(ticks === null || later === null ? Math.max(...reports.map(({ hz }) => hz)) : (later - ticks) / took_s, 2),
    gap_p99_ms: rounded(
      percentile(
        reports.flatMap(({ gaps_ms }) => gaps_ms),
        0.99,
      ),
    ),
    snapshots_hz: rounded(perPlayer(total(({ states }) => states)), 2),
    frames_out_hz: rounded(perPlayer(total(({ frames }) => frames)), 2),
    frame_bytes: Math.round(
      total(({ bytes }) => bytes) /
        Math.max(
          1,
          total(({ frames }) => frames),
        ),
    ),
    frames_in_hz: rounded(perPlayer(total(({ inputs }) => inputs)), 2),
    rss_mb: Math.round(after.rss_mb),
    fell: fell.length,
    load_cores: rounded((user + system) / 1e6 / elapsed_s, 2),
    load_stall_ms: rounded(Math.max(...reports.map(({ stall_max_ms }) => stall_max_ms))),
  };
}

/** Threads of clients who are about to enter. */
export function muster(peer: PeerName, port: number, { players, program }: Pick<Lineup, 'players' | 'program'>): Crowd[] {
  const threads = Math.max(1, Math.min(availableParallelism(), Math.ceil(players / CLIENTS_PER_THREAD)));
  const share = Math.ceil(players / threads);
  return Array.from({ length: threads }, (_, i) => {
    const orders: CrowdOrders = { peer, port, from: i * share, count: Math.min(share, players - i * share) };
    return new Crowd(new Worker(program, { workerData: orders }));
  });
}

/** One thread of clients. */
class Crowd {
  readonly prepared: Promise<string[]>;

  constructor(private readonly worker: Worker) {
    this.prepared = this.next(word => ('prepared' in word ? word.prepared : undefined));
  }

  tell(word: ToCrowd): void {
    this.worker.postMessage(word);
  }

  enter(): Promise<number> {
    this.tell('enter');
    return this.next(word => ('entered' in word ? word.entered : undefined));
  }

  report(): Promise<CrowdReport> {
    this.tell('report');
    return this.next(word => ('report' in word ? word.report : undefined));
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  /** The first thing it says that `pick` takes. */
  private next<T>(pick: (word: FromCrowd) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      this.worker.once('error', reject);
      const hear = (word: FromCrowd): void => {
        const picked = pick(word);
        if (picked === undefined && !('failed' in word)) return;
        this.worker.off('message', hear);
        this.worker.off('error', reject);
        if (picked === undefined) reject(new Error('failed' in word ? word.failed : ''));
        else resolve(picked);
      };
      this.worker.on('message', hear);
    });
  }
}
