// `npm run bench -- [--json]`: what a tick costs. Milliseconds of the core's step at 1k, 5k and 10k bodies and of encoding for 100, 300 and
// 1,000 watchers, each beside the same work in plain JavaScript in the same run (ratio = core / plain: below 1 the core is faster), the crowd
// also beside C++ -O3 where g++ is present, and bytes per player and second by crowd. Times are medians of interleaved rounds, so that a busy
// machine slows all alike. Then, on a real server, what a crossing of a border costs and how long a player waits at it.
import { parseArgs } from 'node:util';
import { type BorderRow, benchBorder } from './border';
import { benchSight, type SightRow } from './sight';
import { benchStep, type StepRow } from './step';

const { values } = parseArgs({ options: { json: { type: 'boolean' } } });

const step: StepRow[] = [];
for (const bodies of [1000, 5000, 10_000]) step.push(await benchStep(bodies));
// Once for nothing: else the smallest crowd is timed while the engine is still compiling the twin.
benchSight(300);
const sight = [100, 300, 1000].map(watchers => benchSight(watchers));

const border = await benchBorder();

if (values.json) process.stdout.write(`${JSON.stringify({ step, sight, border })}\n`);
else print(step, sight, border);
process.exit(0);

function print(steps: StepRow[], sights: SightRow[], crossing: BorderRow): void {
  console.log('bodies   whole step   crowd phase     plain JS   ratio      C++ -O3   ratio');
  for (const row of steps) {
    const plain = `${ms(row.plain_ms)}   ${row.ratio.toFixed(2)}`;
    const cpp = row.cpp_ms && row.ratio_cpp ? `${ms(row.cpp_ms)}   ${row.ratio_cpp.toFixed(2)}` : 'skipped';
    console.log(`${pad(row.bodies, 6)}   ${ms(row.step_ms)}    ${ms(row.crowd_ms)}   ${plain}    ${cpp}`);
  }
  if (steps.some(row => row.cpp_ms === null)) console.log('The twin in C++ was skipped: there is no g++ here.');
  console.log('\nwatchers   encode+assemble   plain JS   ratio   bytes/player/s   plain JS bytes');
  for (const row of sights) {
    console.log(
      `${pad(row.watchers, 8)}   ${ms(row.core_ms)}          ${ms(row.plain_ms)}   ${row.ratio.toFixed(2)}    ${pad(row.bytes_per_player_s, 8)}         ${pad(row.plain_bytes_per_player_s, 8)}`,
    );
  }
  console.log(`
${crossing.crossings} crossings of ${crossing.bots} bots: hitch p50 ${crossing.hitch_p50_ms} ms, p99 ${crossing.hitch_p99_ms} ms
per crossing: ${crossing.cpu_us_per_crossing} µs of the server's CPU, ${crossing.rows_per_crossing} rows written, a parcel of ${crossing.parcel_bytes} bytes`);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width);
}

function ms(value: number): string {
  return `${value.toFixed(3)} ms`.padStart(10);
}
