// A world that nobody looks at costs nothing: every region is woken, divided by its first visitor, left, and then the runtime's CPU is
// measured. In: a swarm with a visitor in each region, on a server that divides at one. Out: CPU seconds over a while, and of how many regions.
import { setTimeout as sleep } from 'node:timers/promises';
import { WHOLE_REGIONS } from '../../src/shared/regions';
import { type Files, read } from '../harness/files';
import { rounded } from '../harness/numbers';
import { type Swarm, say } from './host';

/** A region with one visitor divides, and stays so: nobody is left to report that it is calm. */
export const IDLE_VARS = { REGION_SPLIT_PLAYERS: 1, REGION_MERGE_PLAYERS: 1, REGION_MERGE_AFTER_S: 600 };
export const IDLE_PLAYERS = WHOLE_REGIONS.length;

const LOOK_MS = 1000;
const DIVIDED_WITHIN_MS = 90_000;
/** Bodies that nobody plays stay for a minute; then their characters are checked in. */
const ASLEEP_WITHIN_MS = 150_000;
/** What is said to each other on falling asleep. */
const QUIET_MS = 15_000;

export async function idle(swarm: Swarm, seconds: number) {
  const divided_s = await until(() => isAllDivided(swarm), DIVIDED_WITHIN_MS, 'every region to divide');
  await sleep(QUIET_MS);
  say(`the last region divided after ${divided_s} s; everybody leaves`);
  swarm.keep(0);
  const asleep_s = await until(async () => !(await awake(swarm)), ASLEEP_WITHIN_MS, 'everybody to sleep');
  const regions = swarm.files ? wereAwake(swarm.files) : null;
  say(`all sleep after ${asleep_s} s, ${regions} regions that were awake; measuring for ${seconds} s`);
  await sleep(QUIET_MS);
  const before = swarm.usage();
  await sleep(seconds * 1000);
  const after = swarm.usage();
  const report = await swarm.report();
  return {
    scene: 'idle',
    regions,
    cpu_s: before && after ? rounded(after.cpu_s - before.cpu_s, 2) : null,
    seconds,
    asleep_after_s: asleep_s,
    rss_mb: after ? Math.round(after.rss_mb) : null,
    ...report.wrongs(),
  };
}

async function isAllDivided(swarm: Swarm): Promise<boolean> {
  const { regions } = await swarm.map();
  return regions.filter(({ divided }) => divided).length === IDLE_PLAYERS;
}

async function awake(swarm: Swarm): Promise<number> {
  const { regions } = await swarm.status();
  return regions.filter(({ asleep }) => !asleep).length;
}

/** Whoever falls asleep writes down how it left everybody. */
function wereAwake(files: Files): number {
  return files.regions().filter(({ file }) => read(file, rows => rows('SELECT at_ms FROM soft').length > 0)).length;
}

/** Whole seconds until it holds. */
async function until(done: () => Promise<boolean>, most_ms: number, what: string): Promise<number> {
  const from_ms = performance.now();
  while (!(await done())) {
    if (performance.now() - from_ms > most_ms) throw new Error(`waited ${most_ms / 1000} s for ${what}`);
    await sleep(LOOK_MS);
  }
  return Math.round((performance.now() - from_ms) / 1000);
}
