// The promise that a guild's bank keeps what it is given, over many schedules of faults.
import { expect, test } from 'vitest';
import { simulated } from './program';

test('the bank of a guild keeps what it is given, and nobody has more of it than he may', { timeout: 600_000 }, async () => {
  const { line } = await simulated('tests/simulate/bank.ts', '--schedules', '2000', '--seed', '20261126');
  expect(line).toMatchObject({ schedules: 2000, violations: 0, failed: [] });
});
