// `npm run mutants -- [--schedules N] [--only WORD] [--json]`: every mutant of the catalogue is looked for in up to N schedules.
// Out: a table of what was caught, and how soon; JSON on one line with --json. One that gets away ends with code 1.
import { parseArgs } from 'node:util';
import { MUTANTS } from './catalogue';
import { type Catch, hunt } from './hunt';

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '5000' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
const caught: Catch[] = [];
const chosen = MUTANTS.filter(({ name }) => name.includes(values.only));
for (const mutant of chosen) {
  const one = await hunt(mutant, Number(values.schedules));
  caught.push(one);
  const found = one.schedules === null ? 'GOT AWAY' : `schedule ${one.schedules}`;
  const text = `${one.name.padEnd(58)} ${found.padEnd(16)} ${one.seconds.toFixed(1).padStart(6)} s  ${one.violation.split('\n')[0]}`;
  process.stderr.write(`${text}\n`);
}
const away = caught.filter(({ schedules }) => schedules === null);
const words = `${caught.length - away.length} of ${caught.length} mutants caught by simulate`;
process.stdout.write(values.json ? `${JSON.stringify({ mutants: caught, caught: caught.length - away.length })}\n` : `${words}\n`);
process.exitCode = away.length ? 1 : 0;
