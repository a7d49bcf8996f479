// What a turn leaves for the garbage collector: the region's own phases (intents, step, status, encode, send) over a walking crowd in the
// real core, with sockets that swallow what they are sent. In: how many clients. Out: bytes of heap per client and turn.
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as L from '../../assembly/layout';
import { giveIntents } from '../../src/region/movement';
import { makeFrames, sendFrames } from '../../src/region/outbox';
import { Player } from '../../src/region/player';
import { Session } from '../../src/region/session';
import { tellStatus } from '../../src/region/systems/status';
import type { World } from '../../src/region/world';
import { ALDERWICK } from '../../src/shared/content';
import { packContent } from '../../src/shared/content/pack';
import { Sim } from '../../src/shared/sim';
import { rounded } from '../harness/numbers';
import { seeded } from '../harness/seeded';

export interface HeapRow {
  clients: number;
  bytes_per_client_turn: number;
}

const WARM_UP = 400;
/** So few that the young generation does not fill up, and nothing is collected between. */
const FRAMES = 40_000;
/** The Workers' types know no constructor (a Worker cannot compile); Node has one. */
const Module = WebAssembly.Module as unknown as new (bytes: Uint8Array) => WebAssembly.Module;
const CROWD_M = 60;
const NOON = 0.5;

export function benchHeap(clients: number): HeapRow {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const world = crowded(clients);
  for (let i = 0; i < WARM_UP; i++) turn(world);
  collect();
  const before = process.memoryUsage().heapUsed;
  const turns = Math.ceil(FRAMES / clients);
  for (let i = 0; i < turns; i++) turn(world);
  const grown = process.memoryUsage().heapUsed - before;
  return { clients, bytes_per_client_turn: rounded(grown / turns / clients, 1) };
}

function turn(world: World): void {
  for (const session of world.sessions) {
    session.lastReadTick = session.lastSentTick;
    const { now } = session.intents;
    // A new intent now and then, as players send them; the rest of the time silence means that nothing changed.
    if ((world.tick + session.id) % 40 === 0)
      session.intents.push({ ...now, tick: world.tick, buttons: L.BUTTON_FORWARD, yaw: (now.yaw + 999) & 0xffff });
  }
  giveIntents(world);
  world.sim.core.step(NOON);
  world.tick = world.sim.core.tick();
  tellStatus(world);
  world.sim.core.encode();
  makeFrames(world);
  sendFrames(world);
}

/** As much of a world as those phases look at. */
function crowded(clients: number): World {
  const [, column, row] = ALDERWICK.region;
  const sim = new Sim(new Module(readFileSync('build/core.wasm')));
  sim.load(ALDERWICK.seed, column * L.REGION_SIZE_M, row * L.REGION_SIZE_M, packContent(ALDERWICK));
  const chance = seeded(clients);
  const [middle] = ALDERWICK.spawns;
  const sessions = new Set<Session>();
  const players = new Map<number, Player>();
  for (let n = 0; n < clients; n++) {
    const angle = chance() * 2 * Math.PI;
    const away_m = Math.sqrt(chance()) * CROWD_M;
    const x = middle.x + Math.sin(angle) * away_m;
    const z = middle.z + Math.cos(angle) * away_m;
    const entity = sim.core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, x, z, 0);
    const session = new Session(n, {} as WebSocket, '', String(n), 0, 0, 0, false);
    const player = new Player({ character: { name: '' } } as Player['held'], entity);
    session.on('entered');
    session.player = player;
    player.session = session;
    session.watcher = n;
    sim.core.watch(n, entity);
    sessions.add(session);
    players.set(entity, player);
  }
  const world = { sim, sessions, players, tick: 0, now_ms: 0, counters: { count: () => {} }, post: () => {}, close: () => {} };
  return world as unknown as World;
}
