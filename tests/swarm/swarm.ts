// `npm run swarm -- --players N --seconds S [--mind M] [--scene play|throng|split|overload|talk|idle] [--var NAME=VALUE]... [--url U] [--seed S] [--json]`: N bots
// on a server (its own when no url is given). play: they do as their mind says. throng: all in sight of each
// other, in one region that does not divide. split: they fight at one spot until their region divides,
// then most leave and it merges. overload: the throng plays on while the server is left half of the CPU it needs. talk: each says a line to the world every ten seconds. idle: every region is woken, divided and left, and must then cost nothing.
// Out: one JSON line alone on stdout, progress on stderr. Tick gaps and phases are the busiest region's own; the rest is what the bots saw.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Vars } from '../harness/server';
import { type BrakeOrders, runBrake } from './brake';
import { chatter } from './chatter';
import { Swarm } from './host';
import { IDLE_PLAYERS, IDLE_VARS, idle } from './idle';
import { overload } from './overload';
import { play } from './play';
import { isRole, ROLES, type RoleName } from './roles';
import { SPLIT_VARS, split } from './split';
import { runSquad, type SquadOrders } from './squad';

interface Scene {
  players: number;
  seconds: number;
  mind: RoleName;
  vars(players: number): Vars;
  run(swarm: Swarm, seconds: number): Promise<object>;
  /** Does to the server what nobody does to another's. */
  rough?: boolean;
}

/** However full, and however hard. */
const UNDIVIDED = { REGION_SPLIT_PLAYERS: 2000, REGION_SPLIT_LOAD: 1000 };

const SCENES: Record<string, Scene> = {
  play: { players: 50, seconds: 20, mind: 'crowd', vars: () => ({}), run: play },
  throng: { players: 1000, seconds: 20, mind: 'throng', vars: () => UNDIVIDED, run: play },
  split: { players: 60, seconds: 30, mind: 'brawl', vars: SPLIT_VARS, run: split },
  overload: { players: 300, seconds: 30, mind: 'throng', vars: () => UNDIVIDED, run: overload, rough: true },
  talk: { players: 500, seconds: 30, mind: 'gossip', vars: () => UNDIVIDED, run: chatter },
  idle: { players: IDLE_PLAYERS, seconds: 20, mind: 'visit', vars: () => IDLE_VARS, run: idle },
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scene: { type: 'string', default: 'play' },
      players: { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string', default: '1' },
      mind: { type: 'string' },
      var: { type: 'string', multiple: true, default: [] },
      url: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const scene = SCENES[values.scene];
  if (!scene) throw new Error(`no scene is called ${values.scene}: there are ${Object.keys(SCENES).join(', ')}`);
  if (scene.rough && values.url)
    throw new Error(`the scene ${values.scene} stops the server again and again: only its own, without --url`);
  const mind = values.mind ?? scene.mind;
  if (!isRole(mind)) throw new Error(`no mind is called ${mind}: there are ${Object.keys(ROLES).join(', ')}`);
  const players = Number(values.players ?? scene.players);
  const swarm = await Swarm.gather({
    program: fileURLToPath(import.meta.url),
    players,
    seed: Number(values.seed),
    mind,
    url: values.url ?? null,
    vars: { ...scene.vars(players), ...Object.fromEntries(values.var.map(text => text.split('='))) },
  });
  try {
    const line = (await scene.run(swarm, Number(values.seconds ?? scene.seconds))) as { errors: number };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    if (line.errors) process.exitCode = 1;
  } finally {
    await swarm.stop();
  }
}

if (isMainThread) await main();
else if ('brake' in workerData) runBrake(workerData as BrakeOrders);
else await runSquad(workerData as SquadOrders, parentPort!);
