// Many schedules on several threads. In: how many, from which seed on. Out: what they came to. Thread i of n takes every nth seed, so that
// which seeds are run does not depend on who is faster. The threads run the same program (simulate.ts), which calls `labour` there.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { runSchedule } from './schedule';
import { Machines } from './stage';
import { add, join, noTotals, type Totals } from './totals';

interface Share {
  seed: number;
  step: number;
  count: number;
  until: Until;
}

/** When to end before all schedules have been run. */
export interface Until {
  /** At the first that fails. */
  failure: boolean;
  /** After so much time on the machine's clock. */
  seconds: number;
}

/** Schedules that one thread runs by itself, and the least for which another is worth its start. */
const LEAST_EACH = 200;

export async function run(schedules: number, seed: number, threads: number, until: Until): Promise<Totals> {
  const step = Math.max(1, Math.min(threads, Math.floor(schedules / LEAST_EACH)));
  const shares = Array.from({ length: step }, (_, i) => {
    const count = Math.ceil((schedules - i) / step);
    return { seed: seed + i, step, count, until };
  });
  if (step === 1) return join([await work(shares[0])]);
  return join(await Promise.all(shares.map(hire)));
}

export async function work({ seed, step, count, until }: Share): Promise<Totals> {
  const end_ms = performance.now() + until.seconds * 1000;
  const machines = new Machines();
  const totals = noTotals();
  for (let i = 0; i < count && performance.now() < end_ms && !(until.failure && totals.violations); i++) {
    add(totals, await runSchedule(machines, seed + i * step));
  }
  return totals;
}

function hire(share: Share): Promise<Totals> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(process.argv[1], { workerData: share });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** In a thread: does its share, and says what it came to. */
export async function labour(): Promise<void> {
  if (!isMainThread) parentPort!.postMessage(await work(workerData as Share));
}
