// The promise that nothing is lost or doubled between regions and D1, over many schedules of faults (`npm run simulate` runs more of them).
// The program runs as it is run by hand, in a process of its own: while a schedule runs, the clock and chance are the schedule's.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { bundle } from '../../tools/run.mjs';

const SCHEDULES = 20_000;

test('characters, items and gold stay whole through every fault', { timeout: 1_800_000 }, async () => {
  const program = await bundle('tests/simulate/simulate.ts');
  const words = ['--no-warnings', program, '--schedules', String(SCHEDULES), '--seed', '20261123', '--json'];
  const done = await promisify(execFile)(process.execPath, words, { maxBuffer: 1 << 26 }).catch(error => error);
  expect(done.stdout, done.stderr).toBeTruthy();
  const { schedules, violations, crashes, faults, failed } = JSON.parse(done.stdout);
  expect(failed, done.stderr).toEqual([]);
  expect(violations).toBe(0);
  expect(schedules).toBe(SCHEDULES);
  expect(crashes).toBeGreaterThan(schedules / 2);
  expect(Object.entries(faults).filter(([, count]) => !count)).toEqual([]);
});

test('the bank of a guild keeps what it is given, and nobody has more of it than he may', { timeout: 600_000 }, async () => {
  const program = await bundle('tests/simulate/bank.ts');
  const words = ['--no-warnings', program, '--schedules', '2000', '--seed', '20261126', '--json'];
  const done = await promisify(execFile)(process.execPath, words, { maxBuffer: 1 << 26 }).catch(error => error);
  expect(JSON.parse(done.stdout)).toMatchObject({ schedules: 2000, violations: 0, failed: [] });
});
