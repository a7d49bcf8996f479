// `npm run bench:relays -- [--players N]... [--per-relay N] [--seconds S] [--no-product] [--json]`: what a client costs a region that sends
// itself, and what he costs a region and a relay where relays hold the sockets, in the Workers runtime at the game's own rates; and from
// which crowd on relays pay. Out: a table, or one JSON line on stdout. There are no relays in the game: README, "Relays".
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { MAX_WATCHERS } from '../../../assembly/layout';
import { type CrowdOrders, runCrowd } from '../peers/crowd';
import { type BreakEven, breakEven, type RelayRow } from './breakeven';
import { measureRow } from './measure';

const CROWDS = ['250', '500', '1000'];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      players: { type: 'string', multiple: true, default: CROWDS },
      'per-relay': { type: 'string', default: '250' },
      seconds: { type: 'string', default: '10' },
      'no-product': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const crowds = values.players.map(Number).sort((a, b) => a - b);
  if (crowds.some(players => !(players >= 1 && players <= MAX_WATCHERS)))
    throw new Error(`a crowd is 1 to ${MAX_WATCHERS} clients: more the core does not show the world to`);
  const program = fileURLToPath(import.meta.url);
  const [perRelay, seconds] = [Number(values['per-relay']), Number(values.seconds)];
  const rows: RelayRow[] = [];
  for (const players of crowds)
    rows.push(await measureRow({ program, players, perRelay, seconds, withProduct: !values['no-product'] }));
  const even = breakEven(rows);
  if (values.json) process.stdout.write(`${JSON.stringify({ seconds, per_relay: perRelay, rows, break_even: even })}\n`);
  else print(rows, even);
  if (rows.some(({ product, own, relayed }) => product?.fell || own.fell || relayed.fell)) process.exitCode = 1;
}

function print(rows: readonly RelayRow[], even: BreakEven): void {
  console.log('µs of CPU per client and second');
  const titles = [
    'clients',
    'frames/s',
    'relays',
    'game',
    'region alone',
    'region',
    'relay',
    'B/s down',
    'B/s up',
    'gap p99 alone',
    'relayed',
  ];
  console.log(titles.join('   '));
  for (const { players, relays, product, own, relayed } of rows) {
    const { relay_cpu_us, down_bytes_s, up_bytes_s } = relayed;
    const served = [own.frames_out_hz, relays, product?.cpu_us ?? '-', own.cpu_us, relayed.cpu_us, relay_cpu_us];
    const cells = [players, ...served, down_bytes_s, up_bytes_s, own.gap_p99_ms, relayed.gap_p99_ms];
    console.log(cells.map((cell, i) => String(cell).padStart(titles[i].length)).join('   '));
  }
  console.log(`
One core of the region is full at ${even.product_full_at ?? '?'} players of the game (${even.own_full_at} of the bench's region), with relays at
${even.product_relayed_full_at ?? '?'} (${even.relayed_full_at}); a relay's core at ${even.relay_full_at} clients. Relays pay beyond the first number, and add
${even.usd_per_player_hour.toFixed(6)} USD to each player-hour.`);
}

if (isMainThread) await main();
else await runCrowd(workerData as CrowdOrders, parentPort!);
