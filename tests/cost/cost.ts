// `npm run cost -- [--players N] [--seconds S] [--warm S] [--scene idle|questing|battle]... [--session-min M] [--seed S] [--json]`: what a
// player-hour costs at the platform's list prices, from what a real server with a meter round it counts while bots play: they stand about,
// then quest and trade, then fight, all in one region. Out: a table by scene and cause, or one JSON line on stdout. Seconds are best in
// thirties: a region writes to D1 every 30 s what has changed.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { runSquad, type SquadOrders } from '../swarm/squad';
import { type Entering, entering } from './entering';
import { CAUSES, hourly, PRICES, perPlayerHour, priced, READ_ON, TARGET_USD, total, type Usage, withSessions } from './prices';
import { print, type SceneCost } from './report';
import { type Played, play, SCENES, type SceneName } from './scenes';

/** So many come and go to learn what one does. */
const GUESTS = 40;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      players: { type: 'string', default: '100' },
      seconds: { type: 'string', default: '30' },
      warm: { type: 'string', default: '35' },
      scene: { type: 'string', multiple: true, default: [] },
      'session-min': { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean' },
    },
  });
  const [players, seconds, warm_s, session_min, seed] = [
    values.players,
    values.seconds,
    values.warm,
    values['session-min'],
    values.seed,
  ].map(Number);
  const orders = { program: fileURLToPath(import.meta.url), players, seconds, warm_s, seed };
  const come = await entering(Math.min(players, GUESTS));
  const played: Partial<Record<SceneName, Played>> = {};
  const costs: Record<string, SceneCost> = {};
  for (const scene of wantedOf(values.scene)) {
    const done = await play(scene, orders);
    played[scene] = done;
    costs[scene] = costOf(done, players, come.newcomer, session_min);
  }
  if (values.json) process.stdout.write(`${JSON.stringify(lineOf(players, session_min, come, costs, played))}\n`);
  else print(players, session_min, costs, come);
  if (Object.values(played).some(({ errors }) => errors)) process.exitCode = 1;
}

function wantedOf(names: readonly string[]): SceneName[] {
  const all = Object.keys(SCENES) as SceneName[];
  const stranger = names.find(name => !(name in SCENES));
  if (stranger) throw new Error(`no scene is called ${stranger}: there are ${all.join(', ')}`);
  return all.filter(scene => !names.length || names.includes(scene));
}

/** Every session is taken for a newcomer's, which is the dearer one. */
function costOf({ usage, seconds, rows_by_table }: Played, players: number, newcomer: Usage, session_min: number): SceneCost {
  const counts = withSessions(perPlayerHour(usage, players, seconds), newcomer, session_min);
  const usd = priced(counts);
  const total_usd = total(usd);
  const each = Object.entries(rows_by_table).map(([table, rows]): [string, number] => [table, hourly(rows, players, seconds)]);
  return { counts, usd, total_usd, rows_by_table: Object.fromEntries(each), met: total_usd <= TARGET_USD };
}

function lineOf(
  players: number,
  session_min: number,
  come: Entering,
  costs: Record<string, SceneCost>,
  played: Partial<Record<SceneName, Played>>,
) {
  return {
    players,
    session_min,
    target_usd: TARGET_USD,
    met: Object.values(costs).every(({ met }) => met),
    prices_read_on: READ_ON,
    prices: PRICES,
    not_priced: CAUSES.filter(cause => PRICES[cause].usd === null),
    newcomer: { counts: come.newcomer, usd: priced(come.newcomer) },
    returning: { counts: come.returning, usd: priced(come.returning) },
    scenes: costs,
    measured: played,
  };
}

if (isMainThread) await main();
else await runSquad(workerData as SquadOrders, parentPort!);
