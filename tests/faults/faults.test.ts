// A short crash test: what was shown survives kill -9. `npm run faults` runs it for longer.
import { expect, test } from 'vitest';
import { runFaults } from './run';

test('nothing that was shown as theirs is lost or doubled when the server is killed', async () => {
  const said: string[] = [];
  const report = await runFaults(3, 7, 6, text => said.push(text));
  expect(report, said.join('\n')).toMatchObject({ kills: 3, lost: 0, duplicated: 0, ledger_gap: 0 });
  expect(report.acked).toBeGreaterThan(20);
});
