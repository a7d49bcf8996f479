// `npm run bench:peers -- [--players N] [--seconds S] [--scene dense|spread|both] [--only NAME]... [--json]`: the same load on Evermarch, on
// the floor (workerd sending as many frames of the same size, with nothing behind them), on Colyseus and on plain `ws` with JSON and packed
// bytes. N clients send ten inputs a second; each server simulates and sends 20 times a second. Out: a table, or one JSON line on stdout.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { rounded } from '../../harness/numbers';
import { type CrowdOrders, runCrowd } from './crowd';
import { installPeers } from './install';
import type { Frames } from './lineup';
import { measure, type Row } from './measure';
import { print, ratiosOf, type SceneReport } from './report';
import { begins, SCENES, type SceneName, sees } from './scenes';
import { serve } from './servers/serve';
import { PEERS, type PeerName } from './speech';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      players: { type: 'string', default: '300' },
      seconds: { type: 'string', default: '10' },
      scene: { type: 'string', default: 'both' },
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean' },
      serve: { type: 'string' },
    },
  });
  if (values.serve) {
    await serve(JSON.parse(values.serve));
    return;
  }
  const scenes = SCENES.filter(scene => values.scene === 'both' || values.scene === scene);
  if (!scenes.length) throw new Error(`no scene is called ${values.scene}: there are ${SCENES.join(', ')}, both`);
  const peers = wantedOf(values.only);
  if (peers.includes('colyseus')) await installPeers();
  const [players, seconds] = [Number(values.players), Number(values.seconds)];
  const reports: SceneReport[] = [];
  for (const scene of scenes) reports.push(await measureAll(scene, peers, players, seconds));
  if (values.json) process.stdout.write(`${JSON.stringify({ players, seconds, scenes: reports })}\n`);
  else print(players, reports);
  if (reports.some(({ rows }) => rows.some(({ fell }) => fell))) process.exitCode = 1;
}

/** In the order in which they run: the floor needs to know what Evermarch did. */
function wantedOf(only: readonly string[]): PeerName[] {
  const stranger = only.find(name => !PEERS.some(peer => peer === name));
  if (stranger) throw new Error(`no peer is called ${stranger}: there are ${PEERS.join(', ')}`);
  const wanted = only.length ? only : PEERS;
  return PEERS.filter(peer => wanted.includes(peer) || (peer === 'evermarch' && wanted.includes('floor')));
}

async function measureAll(scene: SceneName, peers: readonly PeerName[], players: number, seconds: number): Promise<SceneReport> {
  const program = fileURLToPath(import.meta.url);
  const rows: Row[] = [];
  let frames: Frames | null = null;
  for (const peer of peers) {
    process.stderr.write(`${scene}: ${peer}, ${players} clients\n`);
    const row = await measure(peer, { scene, players, program, frames }, seconds);
    if (peer === 'evermarch') frames = { per_s: row.frames_out_hz, bytes: row.frame_bytes };
    rows.push(row);
  }
  return { scene, sees: rounded(sees(begins(scene, players))), rows, ratios: ratiosOf(rows) };
}

if (isMainThread) await main();
else await runCrowd(workerData as CrowdOrders, parentPort!);
