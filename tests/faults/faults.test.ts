// A short crash test: what was shown survives kill -9, in the middle of crossings, divisions and mergings. As many kills as fit into the time
// that `npm test` gives it; `npm run faults` runs it for longer.
import { expect, test } from 'vitest';
import { runFaults, STRAYED_M } from './run';

const WITHIN_MS = 80_000;
const PATIENCE_MS = 6000;

test('nothing that was shown as theirs is lost or doubled when the server is killed', async () => {
  const said: string[] = [];
  const report = await runFaults({
    kills: 25,
    within_ms: WITHIN_MS,
    patience_ms: PATIENCE_MS,
    seed: 7,
    bots: 6,
    round: 8,
    say: text => said.push(text),
  });
  console.info(JSON.stringify(report));
  expect(report, said.join('\n')).toMatchObject({ lost: 0, duplicated: 0, ledger_gap: 0 });
  expect(report.kills).toBeGreaterThanOrEqual(3);
  expect(report.acked).toBeGreaterThan(20);
  expect(report.strayed_m, said.join('\n')).toBeLessThanOrEqual(STRAYED_M);
});
