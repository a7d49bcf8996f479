// A crowd divides its region under a fight, and the region merges when most have gone. In: a swarm at one spot on a server that divides
// when all are there. Out: how often the world was cut, how long it took, and how it felt: hitches, pauses, disconnects.
import { setTimeout as sleep } from 'node:timers/promises';
import { HOME_REGION } from '../../src/shared/content';
import { type Swarm, say } from './host';

/** It divides when all are in, and for no other reason: however long they take to join, what is measured begins before it. */
export const SPLIT_VARS = (players: number) => ({
  REGION_SPLIT_PLAYERS: players,
  REGION_SPLIT_LOAD: 1000,
  REGION_MERGE_PLAYERS: Math.max(2, Math.floor(players / 4)),
  REGION_MERGE_AFTER_S: 10,
});

const LOOK_MS = 500;
/** A full region asks to be divided within ten seconds; everybody is handed over a few seconds later. */
const DIVIDED_WITHIN_MS = 60_000;
const MERGED_WITHIN_MS = 120_000;
/** After the merging: what still crosses arrives. */
const SETTLED_WITHIN_MS = 20_000;

export async function split(swarm: Swarm, seconds: number) {
  swarm.tell('measure');
  const { version } = await swarm.map();
  const from_ms = performance.now();
  const divided_s = await until(swarm, DIVIDED_WITHIN_MS, ({ divided, whole }) => divided && !whole);
  say(`all are in the quarters after ${divided_s.toFixed(1)} s; they fight on for ${seconds} s`);
  await sleep(seconds * 1000);
  const busiest = (await swarm.status()).busiest;
  const stay = Math.max(1, Math.floor(swarm.players / 10));
  say(`all but ${stay} leave`);
  swarm.keep(stay);
  const merged_s = await until(swarm, MERGED_WITHIN_MS, ({ divided, quarters }) => !divided && !quarters);
  say(`the region is whole again after ${merged_s.toFixed(1)} s`);
  // Whoever is on his way is in no region's count: one glance could miss him.
  await until(swarm, SETTLED_WITHIN_MS, ({ players }) => players === stay);
  const { players } = await swarm.status();
  // Nobody but the home region is crowded, and it was whole.
  const cuts = (await swarm.map()).version - version;
  const report = await swarm.report();
  return {
    scene: 'split',
    players: swarm.players,
    stayed: players,
    divisions: Math.ceil(cuts / 2),
    merges: Math.floor(cuts / 2),
    divided_after_s: Math.round(divided_s),
    merged_after_s: Math.round(merged_s),
    ...report.crossings(),
    ...report.service((performance.now() - from_ms) / 1000),
    tick_p99_ms: busiest.tick_p99_ms,
    ...report.wrongs(),
  };
}

interface Cut {
  divided: boolean;
  /** Players in the world, in the home region itself, and in its quarters. */
  players: number;
  whole: number;
  quarters: number;
}

/** Looks at the world until `done`, or as long as that lasts. Resolves to the seconds it took. */
async function until(swarm: Swarm, most_ms: number, done: (cut: Cut) => boolean): Promise<number> {
  const from_ms = performance.now();
  while (!done(await look(swarm)) && performance.now() - from_ms < most_ms) await sleep(LOOK_MS);
  return (performance.now() - from_ms) / 1000;
}

async function look(swarm: Swarm): Promise<Cut> {
  const [map, status] = await Promise.all([swarm.map(), swarm.status()]);
  const at = (isThere: (region: string) => boolean): number =>
    status.regions.reduce((sum, { region, players }) => sum + (isThere(region) ? players : 0), 0);
  return {
    players: status.players,
    divided: map.regions.find(({ region }) => region === HOME_REGION)?.divided ?? false,
    whole: at(region => region === HOME_REGION),
    quarters: at(region => region.startsWith('3-')),
  };
}
