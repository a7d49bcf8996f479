// Time as the region counts it. A snapshot says in which of its ticks a body was where: how loaded the machine is changes nothing of what is measured,
// or of how long something is waited for. In: a bot. Out: waits, and the path that a body took.
import { SPRINT_MPS, TICKS_PER_SECOND } from '../../assembly/layout';
import { BANK_TICKS } from '../../src/region/intents';
import type { Bot } from '../harness/bot';

const LOOK_MS = 50;
/** Whoever waits so long waits for ever. */
const HANG_MS = 20_000;
const SPRINT_M = SPRINT_MPS / TICKS_PER_SECOND;
/** Positions are rounded on their way. */
const ROUNDING_M = 0.05;

export const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** Looks until it holds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const late_ms = performance.now() + HANG_MS;
  while (!(await holds())) {
    if (performance.now() > late_ms) throw new Error(`waited in vain until ${what}`);
    await sleep(LOOK_MS);
  }
}

/** So many ticks of its region pass: whoever acknowledges is told which one it is, also where nothing moves and no snapshot is worth sending. */
export function ticks({ session }: Bot, count: number): Promise<void> {
  const from_ms = performance.now();
  let first = 0;
  return until(() => {
    const { pong } = session.known;
    if (pong && pong.clientTime >= from_ms) {
      first ||= pong.tick;
      if (pong.tick >= first + count) return true;
    }
    session.send('ack', { tick: session.tick, clientTime: performance.now() });
    return false;
  }, `${count} ticks had passed`);
}

interface Step {
  tick: number;
  x: number;
  y: number;
  z: number;
}

/** Every place at which a region shows a body, from now on until `end`. */
export class Path {
  readonly steps: Step[] = [];
  /** Its reader goes on as before. */
  readonly end: () => void;

  constructor({ link, session }: Bot) {
    const note = (): void => {
      const { tick, predictor } = session;
      const { x, y, z } = predictor.server;
      if (tick !== this.steps.at(-1)?.tick) this.steps.push({ tick, x, y, z });
    };
    note();
    const read = link.onFrame;
    link.onFrame = frame => {
      read(frame);
      note();
    };
    this.end = () => {
      link.onFrame = read;
    };
  }

  /** From the first place to the last. */
  get length_m(): number {
    return away(this.steps[0], this.steps.at(-1)!);
  }

  /**
   * By how many metres the worst part of the path is longer than one who sprints can come in its ticks and those that a region grants a client whose
   * frames come in heaps. At most 0: nobody could tell it from honest running.
   */
  get excess_m(): number {
    let worst_m = Number.NEGATIVE_INFINITY;
    for (const [i, from] of this.steps.entries())
      for (const to of this.steps.slice(i + 1))
        worst_m = Math.max(worst_m, away(from, to) - (to.tick - from.tick + BANK_TICKS) * SPRINT_M - ROUNDING_M);
    return worst_m;
  }
}

const away = (a: Step, b: Step): number => Math.hypot(a.x - b.x, a.z - b.z);
