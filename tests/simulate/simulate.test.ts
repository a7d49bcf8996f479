// The promise that nothing is lost or doubled between regions and D1, over many schedules of faults (`npm run simulate` runs more of them).
import { expect, test } from 'vitest';
import { simulated } from './program';

const SCHEDULES = 20_000;

test('characters, items and gold stay whole through every fault', { timeout: 1_800_000 }, async () => {
  const { line, stderr } = await simulated('tests/simulate/simulate.ts', '--schedules', String(SCHEDULES), '--seed', '20261123');
  const { schedules, violations, crashes, faults, failed } = line;
  expect(failed, stderr).toEqual([]);
  expect(violations).toBe(0);
  expect(schedules).toBe(SCHEDULES);
  expect(crashes).toBeGreaterThan(schedules / 2);
  expect(Object.entries(faults).filter(([, count]) => !count)).toEqual([]);
});

test('the bank of a guild keeps what it is given, and nobody has more of it than he may', { timeout: 600_000 }, async () => {
  const { line } = await simulated('tests/simulate/bank.ts', '--schedules', '2000', '--seed', '20261126');
  expect(line).toMatchObject({ schedules: 2000, violations: 0, failed: [] });
});
