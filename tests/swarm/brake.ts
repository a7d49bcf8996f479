// A slower machine for one process: it is stopped and continued some forty times a second, by a thread that does nothing else. In: the process,
// and the share of a core that it is left. Out: the share it really used. It is never left stopped, however this program ends. Linux only.
import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** Shorter than a turn, so that a turn gets slower and does not only begin later. */
const PERIOD_MS = 25;
/** What timers keep to: a smaller share is given less often. */
const LEAST_RUN_MS = 2;
/** What it had no use for in so many periods it may use later. */
const MOST_OWED = 2;
const LET_GO_WITHIN_MS = 1000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface BrakeOrders {
  /** Number of the process. */
  brake: number;
  share: number;
  /** What thread and commander share: WORD at 0, the share really used at byte 8. */
  memory: SharedArrayBuffer;
}
/** The word: it is pressed, it is to be released, it is. */
const PRESSED = 0;
const RELEASE = 1;
const RELEASED = 2;

export class Brake {
  private readonly memory = new SharedArrayBuffer(16);
  private readonly word = new Int32Array(this.memory, 0, 1);
  private readonly interrupted = (): never => process.exit(1);
  private readonly letGo = (): void => void this.release();

  private constructor(
    program: string,
    private readonly pid: number,
    share: number,
  ) {
    process.on('exit', this.letGo);
    for (const signal of SIGNALS) process.on(signal, this.interrupted);
    new Worker(program, { workerData: { brake: pid, share, memory: this.memory } satisfies BrakeOrders });
  }

  /** `program`: bundle that a thread runs. */
  static press(program: string, pid: number, share: number): Brake {
    return new Brake(program, pid, share);
  }

  /** At once. Returns the share of a core that the process used. */
  release(): number {
    Atomics.compareExchange(this.word, 0, PRESSED, RELEASE);
    Atomics.notify(this.word, 0);
    Atomics.wait(this.word, 0, RELEASE, LET_GO_WITHIN_MS);
    process.off('exit', this.letGo);
    for (const signal of SIGNALS) process.off(signal, this.interrupted);
    // The thread has done so already, if it lives.
    signalTo(this.pid, 'SIGCONT');
    return new Float64Array(this.memory, 8, 1)[0];
  }
}

/**
 * The thread. The share is one of CPU, not of the clock: what else runs on the machine takes nothing of it. What timers give too much or too little
 * is made up for in the next period, but what the process did not want is not kept for it.
 */
export function runBrake({ brake: pid, share, memory }: BrakeOrders): void {
  const word = new Int32Array(memory, 0, 1);
  const period_ms = Math.max(PERIOD_MS, LEAST_RUN_MS / share);
  const pause = (ms: number): void => void Atomics.wait(word, 0, PRESSED, ms);
  const from_ms = performance.now();
  const first_ms = cpuOfProcess(pid);
  let at_ms = from_ms;
  let used_ms = first_ms;
  let owed_ms = 0;
  try {
    // Else it would run on for as long as it used more than its share, and be owed nothing.
    signalTo(pid, 'SIGSTOP');
    while (Atomics.load(word, 0) === PRESSED) {
      const begin_ms = performance.now();
      const used = cpuOfProcess(pid);
      owed_ms = Math.min(MOST_OWED * share * period_ms, owed_ms + share * (begin_ms - at_ms) - (used - used_ms));
      [at_ms, used_ms] = [begin_ms, used];
      if (owed_ms > 0) {
        if (!signalTo(pid, 'SIGCONT')) break;
        pause(Math.max(LEAST_RUN_MS / 2, owed_ms));
        if (!signalTo(pid, 'SIGSTOP')) break;
      }
      pause(Math.max(1, begin_ms + period_ms - performance.now()));
    }
  } finally {
    signalTo(pid, 'SIGCONT');
    new Float64Array(memory, 8, 1)[0] = (used_ms - first_ms) / (at_ms - from_ms);
    Atomics.store(word, 0, RELEASED);
    Atomics.notify(word, 0);
  }
}

/** Of all its threads. Exact only while it is stopped: what runs is counted now and then. */
function cpuOfProcess(pid: number): number {
  let cpu_ns = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`))
    cpu_ns += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
  return cpu_ns / 1e6;
}

/** False when there is no such process any more. */
function signalTo(pid: number, signal: 'SIGSTOP' | 'SIGCONT'): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
