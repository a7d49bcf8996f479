// The promise that nothing is lost or doubled between people, mailboxes and the market, over many schedules of faults.
import { expect, test } from 'vitest';
import { simulated } from './program';

const SCHEDULES = 400;

test('trade, mail and market stay whole through every fault', { timeout: 600_000 }, async () => {
  const { line, stderr } = await simulated(
    'tests/simulate/exchange/exchange.ts',
    '--schedules',
    String(SCHEDULES),
    '--seed',
    '20261126',
  );
  expect(line, stderr).toMatchObject({ schedules: SCHEDULES, violations: 0, failed: [] });
});
