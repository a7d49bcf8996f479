// The benches run and compare like with like; how fast is for `npm run bench` to say, not for a test on a busy machine.
import { expect, test } from 'vitest';
import { benchSight } from './sight';
import { benchStep } from './step';

test('the step bench times the core and its twins at ten thousand bodies, who all end up in the same places', async () => {
  // benchStep throws when they do not.
  const row = await benchStep(10_000, 10);
  expect(row.ratio).toBeGreaterThan(0);
  expect(row.apart_pct).toBeLessThan(1);
  if (row.cpp_ms === null) return console.log('The twin in C++ was skipped: there is no g++ here.');
  expect(row.ratio_cpp).toBeGreaterThan(0);
  expect(row.apart_cpp_pct).toBeLessThan(1);
});

test('three hundred watchers get the same bytes from core and twin, within the budget of a crowd', () => {
  const row = benchSight(300);
  expect(Math.abs(row.bytes_per_player_s / row.plain_bytes_per_player_s - 1)).toBeLessThan(0.02);
  expect(row.bytes_per_player_s).toBeLessThan(12_000);
});
