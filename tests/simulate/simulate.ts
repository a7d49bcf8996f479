// `npm run simulate -- --schedules N --seed S [--threads T] [--seconds S] [--stop] [--json]`: N schedules of the production transfer and ownership code
// under faults (schedule.ts), numbered from seed S on. Out: figures; JSON on one line with --json. A violation prints its seed and what led
// to it, and ends with code 1. `--schedules 1 --seed X` runs exactly that one again and tells all of it. --stop: ends at the first violation,
// --seconds: when that time is over.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { labour, run } from './crew';
import { runSchedule } from './schedule';
import { Machines } from './stage';
import { inWords } from './totals';

if (isMainThread) await main();
else await labour();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      schedules: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      threads: { type: 'string', default: String(Math.min(2, availableParallelism())) },
      seconds: { type: 'string', default: 'Infinity' },
      stop: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const schedules = Number(values.schedules);
  const seed = Number(values.seed);
  const start_ms = performance.now();
  const totals = await run(schedules, seed, Number(values.threads), { failure: values.stop, seconds: Number(values.seconds) });
  const seconds = (performance.now() - start_ms) / 1000;
  const [first] = totals.failed;
  if (first || schedules === 1) {
    const { trace } = await runSchedule(new Machines(), first?.seed ?? seed, true);
    process.stderr.write(`${trace.join('\n')}\n`);
  }
  if (!values.json) process.stdout.write(`${inWords(totals, seconds)}\n`);
  else process.stdout.write(`${JSON.stringify({ seed, ...totals, seconds, per_second: totals.schedules / seconds })}\n`);
  process.exitCode = totals.violations ? 1 : 0;
}
