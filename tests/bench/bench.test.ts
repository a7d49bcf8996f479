// The benches run and compare like with like; how fast is for `npm run bench` to say, not for a test on a busy machine.
import { expect, test } from 'vitest';
import { benchSight } from './sight';
import { benchStep } from './step';

test('the step bench times the core and its plain twin at ten thousand bodies', () => {
  expect(benchStep(10_000).ratio).toBeGreaterThan(0);
});

test('three hundred watchers get the same bytes from core and twin, within the budget of a crowd', () => {
  const row = benchSight(300);
  expect(Math.abs(row.bytes_per_player_s / row.plain_bytes_per_player_s - 1)).toBeLessThan(0.02);
  expect(row.bytes_per_player_s).toBeLessThan(12_000);
});
