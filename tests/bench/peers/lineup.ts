// The servers that are measured, each as it is started: Evermarch as `npm start` serves it, the floor on the same runtime in the same way,
// the others on Node. In: which, a scene, how many players. Out: one that runs, whose process can be asked what it used.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../../tools/runtime.mjs';
import { Files } from '../../harness/files';
import { Server, type Usage, usageOfProcess } from '../../harness/server';
import { settle } from '../../harness/settle';
import { begins, type SceneName } from './scenes';
import type { FromServer, NodePeer, Serving } from './servers/serve';
import type { PeerName } from './speech';

export interface Running {
  readonly port: number;
  usage(): Usage | null;
  /** Simulated so far; null where clients read it from what they are sent. */
  ticks(): Promise<number | null>;
  /** Puts those who are about to enter where the scene begins. */
  place(characters: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/** What the floor is to do: as much as Evermarch did. */
export interface Frames {
  per_s: number;
  bytes: number;
}

export interface Lineup {
  scene: SceneName;
  players: number;
  /** Bundle that this is a part of. */
  program: string;
  frames: Frames | null;
}

export function start(peer: PeerName, lineup: Lineup): Promise<Running> {
  if (peer === 'evermarch') return startEvermarch(lineup);
  return peer === 'floor' ? startFloor(lineup) : startOnNode(peer, lineup);
}

const TICKS_PER_S = 20;
/** Nobody's region divides: the peers have one room too. */
const VARS = { REGION_SPLIT_PLAYERS: 10_000, REGION_SPLIT_LOAD: 1000 };

/** Where the crowd is spread to a border, the regions beyond it wake and tick too: that is part of what it costs. */
async function startEvermarch({ scene, players }: Lineup): Promise<Running> {
  const server = await Server.start({ vars: VARS });
  const points = begins(scene, players);
  return {
    ...partsOf(server),
    async place(characters) {
      await server.kill();
      settle(new Files(server.state), new Map(characters.map((character, n) => [character, points[n]])));
      await server.resume();
    },
  };
}

async function startFloor({ frames }: Lineup): Promise<Running> {
  if (!frames) throw new Error('the floor does what Evermarch did, which has not been measured');
  const vars = { FRAMES_PER_TICK: frames.per_s / TICKS_PER_S, FRAME_BYTES: frames.bytes };
  return partsOf(await Server.start({ config: 'tests/bench/peers/floor/wrangler.toml', vars }));
}

function partsOf(server: Server): Running {
  return {
    port: server.port,
    usage: () => server.usage(),
    ticks: async () => null,
    place: async () => {},
    stop: () => server.stop(),
  };
}

async function startOnNode(server: NodePeer, { scene, players, program }: Lineup): Promise<Running> {
  const port = await freePort();
  const orders: Serving = { server, scene, players, port };
  const child = spawn(process.execPath, ['--no-warnings', program, '--serve', JSON.stringify(orders)], {
    // Nothing but our own line may come on stdout.
    stdio: ['ignore', 2, 2, 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const hear = async (): Promise<FromServer> => (await Promise.race([once(child, 'message'), ended(child)]))[0];
  await hear();
  return {
    port,
    usage: () => usageOfProcess(child.pid ?? 0),
    async ticks() {
      child.send('ticks');
      const word = await hear();
      return word === 'ready' ? null : word.ticks;
    },
    place: async () => {},
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function ended(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`the server ended with ${code}`);
}
