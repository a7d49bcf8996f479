// The promise that nothing is lost or doubled between people, mailboxes and the market, over many schedules of faults. The program runs in a
// process of its own: the clock is the schedule's.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { bundle } from '../../tools/run.mjs';

const SCHEDULES = 400;

test('trade, mail and market stay whole through every fault', { timeout: 600_000 }, async () => {
  const program = await bundle('tests/simulate/exchange/exchange.ts');
  const words = ['--no-warnings', program, '--schedules', String(SCHEDULES), '--seed', '20261126', '--json'];
  const done = await promisify(execFile)(process.execPath, words, { maxBuffer: 1 << 26 }).catch(error => error);
  expect(done.stdout, done.stderr).toBeTruthy();
  expect(JSON.parse(done.stdout)).toMatchObject({ schedules: SCHEDULES, violations: 0, failed: [] });
});
