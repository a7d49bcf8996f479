// `npm run simulate -- --schedules N --seed S [--json]`: N schedules of the production transfer and ownership code under faults (schedule.ts),
// numbered from seed S on. Out: one line of figures on stdout, JSON with --json; a violation prints its seed and trace, and ends with code 1.
// `--schedules 1 --seed X` runs exactly the schedule X again.
import { parseArgs } from 'node:util';
import { runSchedule } from './schedule';
import { Machines } from './stage';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    trace: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
const machines = new Machines();
const count = Number(values.schedules);
const from = Number(values.seed);
const start = performance.now();
let violations = 0;
const first: string[] = [];
let steps = 0;
for (let i = 0; i < count; i++) {
  const outcome = await runSchedule(machines, from + i, Boolean(values.trace));
  steps += outcome.steps;
  if (outcome.violation) {
    violations++;
    if (first.length < 20) first.push(`${outcome.seed}: ${outcome.violation}`);
  }
  if (values.trace) console.log(outcome.trace.join('\n'));
}
const s = (performance.now() - start) / 1000;
console.log(first.join('\n'));
console.log({ count, violations, steps, perSecond: count / s });
