// `node tools/run.mjs tests/simulate/exchange/exchange.ts --schedules N --seed S [--stop] [--json]`: schedules of trade, mail and market under
// faults (schedule.ts), numbered from seed S on. Out: figures, JSON on one line with --json; a violation ends with code 1.
import { parseArgs } from 'node:util';
import { runExchange } from './schedule';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: '1' },
    stop: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
// What objects complain of is brought about on purpose.
console.warn = console.error = () => undefined;
const [schedules, first] = [Number(values.schedules), Number(values.seed)];
const failed: { seed: number; violation: string }[] = [];
const start_ms = performance.now();
let done = 0;
for (let seed = first; seed < first + schedules && !(values.stop && failed.length); seed++, done++) {
  const { violation, trace } = await runExchange(seed);
  if (!violation) continue;
  failed.push({ seed, violation });
  if (!values.json) process.stderr.write(`seed ${seed}: ${trace.join(' ')}\n${violation}\n`);
}
const seconds = (performance.now() - start_ms) / 1000;
if (values.json)
  process.stdout.write(`${JSON.stringify({ seed: first, schedules: done, violations: failed.length, failed, seconds })}\n`);
else process.stdout.write(`${done} schedules, ${failed.length} violations, ${(done / seconds).toFixed(0)} a second\n`);
process.exitCode = failed.length ? 1 : 0;
