// The core's step over a region full of wandering beasts, and its crowd phase alone beside the twin in plain JavaScript (twin.ts) over the same
// bodies with the same wishes. In: how many bodies. Out: milliseconds per tick.
import * as L from '../../assembly/layout';
import { ALDERWICK, monsters } from '../../src/shared/content';
import { collidersOf } from '../../src/shared/content/colliders';
import type { Sim } from '../../src/shared/sim';
import { newEyes } from '../harness/eyes';
import { percentile, rounded } from '../harness/numbers';
import { type Chance, seeded } from '../harness/seeded';
import { Twin } from './twin';

export interface StepRow {
  bodies: number;
  /** A whole tick: minds, ways, crowd, fights, effects. */
  step_ms: number;
  /** Its crowd phase alone: what the twin does. */
  crowd_ms: number;
  plain_ms: number;
  ratio: number;
}

const ROUNDS = 40;
const WARM_UP = 10;
const NOON = 0.5;
const STRIDE_MPS = 2;

export function benchStep(bodies: number): StepRow {
  const chance = seeded(bodies);
  const { sim, ids } = crowd(bodies, chance);
  const twin = twinOf(sim, ids);
  const times = { step: [] as number[], crowd: [] as number[], plain: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    wish(sim, ids, twin, chance);
    const crowd_ms = timed(() => sim.core.stepCrowd());
    const plain_ms = timed(() => twin.step());
    const step_ms = timed(() => sim.core.step(NOON));
    if (round < 0) continue;
    times.step.push(step_ms);
    times.crowd.push(crowd_ms);
    times.plain.push(plain_ms);
  }
  const [step_ms, crowd_ms, plain_ms] = [times.step, times.crowd, times.plain].map(all => rounded(percentile(all, 0.5), 3));
  return { bodies, step_ms, crowd_ms, plain_ms, ratio: rounded(crowd_ms / plain_ms, 2) };
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

/** The same wishes for both; every body walks somewhere. */
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

export function timed(work: () => void): number {
  const from_ms = performance.now();
  work();
  return performance.now() - from_ms;
}
