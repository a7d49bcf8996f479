// `npm run faults -- --kills K --seed S [--bots N] [--json]`: kills a real server under playing bots and looks for what was lost (run.ts).
// Out: one JSON line on stdout (FaultsReport): lost, duplicated, ledger_gap, in_flight, drained_ms, crossings ... Any of the first three ends
// with code 1.
import { parseArgs } from 'node:util';
import { runFaults } from './run';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    bots: { type: 'string', default: '8' },
    json: { type: 'boolean' },
  },
});
const report = await runFaults({
  kills: Number(values.kills),
  seed: Number(values.seed),
  bots: Number(values.bots),
  round: 4,
  say: text => process.stderr.write(`${text}\n`),
});
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exit(report.lost || report.duplicated || report.ledger_gap ? 1 : 0);
