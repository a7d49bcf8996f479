// The core's step over a region full of wandering beasts, and its crowd phase alone beside the twins in plain JavaScript (twin.ts) and, where
// g++ is present, in C++ (twin.cpp), over the same bodies with the same wishes. In: how many bodies. Out: milliseconds of CPU time per tick, and
// how well their places agree in the end.
import * as L from '../../assembly/layout';
import { ALDERWICK, monsters } from '../../src/shared/content';
import { collidersOf } from '../../src/shared/content/colliders';
import type { Sim } from '../../src/shared/sim';
import { newEyes } from '../harness/eyes';
import { percentile, rounded } from '../harness/numbers';
import { type Chance, seeded } from '../harness/seeded';
import { CppTwin, hasCppTwin } from './cpptwin';
import { Twin } from './twin';

export interface StepRow {
  bodies: number;
  /** A whole tick: minds, ways, crowd, fights, effects. */
  step_ms: number;
  /** Its crowd phase alone: what the twins do. */
  crowd_ms: number;
  plain_ms: number;
  /** crowd_ms / plain_ms */
  ratio: number;
  /** Null where there is no g++. */
  cpp_ms: number | null;
  /** crowd_ms / cpp_ms */
  ratio_cpp: number | null;
  /** How many in a hundred bodies stand on another centimetre than the core's after all rounds. */
  apart_pct: number;
  apart_cpp_pct: number | null;
}

const ROUNDS = 120;
const WARM_UP = 10;
/** Everybody takes turns at this many ticks, so that each works with warm caches. */
const ROUND_TICKS = 4;
const NOON = 0.5;
const STRIDE_MPS = 2;
const SAME_PLACE_M = 0.01;
/** Roundings differ (f32 and f64, where a coordinate is counted from), and where bodies jostle that grows. More than this is another algorithm. */
const MOST_APART_PCT = 3;

export async function benchStep(bodies: number, rounds = ROUNDS): Promise<StepRow> {
  const chance = seeded(bodies);
  const { sim, ids } = crowd(bodies, chance);
  const whole = crowd(bodies, chance);
  const plain = twinOf(sim, ids);
  const cpp = hasCppTwin() ? new CppTwin(plain, ROUND_TICKS) : null;
  const times = { step: [] as number[], crowd: [] as number[], plain: [] as number[], cpp: [] as number[] };
  for (let round = -WARM_UP; round < rounds; round++) {
    wish(sim, ids, plain, chance);
    const crowd_ms = busy(() => repeat(() => sim.core.stepCrowd()));
    const cpp_ms = cpp ? await cpp.round(plain.wishX, plain.wishZ) : 0;
    const plain_ms = busy(() => repeat(() => plain.step()));
    const step_ms = busy(() => repeat(() => whole.sim.core.step(NOON)));
    if (round < 0) continue;
    times.step.push(step_ms);
    times.crowd.push(crowd_ms);
    times.plain.push(plain_ms);
    times.cpp.push(cpp_ms);
  }
  const perTick = (rounds: number[]) => rounded(percentile(rounds, 0.5) / ROUND_TICKS, 3);
  const crowd_ms = perTick(times.crowd);
  const plain_ms = perTick(times.plain);
  const cpp_ms = cpp && perTick(times.cpp);
  return {
    bodies,
    step_ms: perTick(times.step),
    crowd_ms,
    plain_ms,
    ratio: rounded(crowd_ms / plain_ms, 2),
    cpp_ms,
    ratio_cpp: cpp_ms && rounded(crowd_ms / cpp_ms, 2),
    apart_pct: apart(sim, ids, plain),
    apart_cpp_pct: cpp && apart(sim, ids, await cpp.end()),
  };
}

function repeat(tick: () => void): void {
  for (let n = 0; n < ROUND_TICKS; n++) tick();
}

/** How many in a hundred stand elsewhere than in the core; throws when these are too many. */
function apart(sim: Sim, ids: number[], { x, z }: { x: Float32Array; z: Float32Array }): number {
  const strays = ids.filter((id, s) => Math.hypot(sim.core.x(id) - x[s], sim.core.z(id) - z[s]) > SAME_PLACE_M).length;
  const pct = rounded((strays / ids.length) * 100, 2);
  if (pct > MOST_APART_PCT) throw new Error(`core and twin do not do the same: ${pct} % of the bodies stand elsewhere`);
  return pct;
}

/** Beasts all over the region, each with a home to wander about. */
function crowd(bodies: number, chance: Chance): { sim: Sim; ids: number[] } {
  const sim = newEyes();
  const kind = monsters.key('wolf').id;
  const [, column, row] = ALDERWICK.region;
  const ids = Array.from({ length: bodies }, () => {
    const x = (column + 0.02 + chance() * 0.96) * L.REGION_SIZE_M;
    const z = (row + 0.02 + chance() * 0.96) * L.REGION_SIZE_M;
    const id = sim.core.spawn(L.CLASS_MONSTER, kind, L.TEAM_WILD, 1, x, z, chance() * 6);
    sim.core.setHome(id, x, z, 10, -1, 200);
    return id;
  });
  return { sim, ids };
}

function twinOf(sim: Sim, ids: number[]): Twin {
  const [, column, row] = ALDERWICK.region;
  const side = sim.core.heightsSide();
  const ground = {
    samples: new Float32Array(sim.core.memory.buffer, sim.core.heightsPtr(), side * side).slice(),
    side,
    originX: column * L.REGION_SIZE_M,
    originZ: row * L.REGION_SIZE_M,
    height: (x: number, z: number) => sim.core.height(x, z),
  };
  const twin = new Twin(ground, collidersOf(ALDERWICK));
  const radius = monsters.key('wolf').radius_m;
  for (const id of ids) twin.add(sim.core.x(id), sim.core.z(id), radius);
  return twin;
}

/** The same wishes for all; every body walks somewhere. */
function wish(sim: Sim, ids: number[], twin: Twin, chance: Chance): void {
  for (const [s, id] of ids.entries()) {
    const angle = chance() * 2 * Math.PI;
    const vx = Math.fround(Math.sin(angle) * STRIDE_MPS);
    const vz = Math.fround(Math.cos(angle) * STRIDE_MPS);
    sim.core.setWish(id, vx, vz);
    twin.wishX[s] = vx;
    twin.wishZ[s] = vz;
  }
}

/** CPU time, ms: what the process waits for its turn on a busy machine does not count. */
function busy(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

export function timed(work: () => void): number {
  const from_ms = performance.now();
  work();
  return performance.now() - from_ms;
}
