// The benches run and compare like with like; how fast is for `npm run bench` to say, not for a test on a busy machine.
import { expect, test } from 'vitest';
import { benchSight, compareSight } from './sight';
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

test('core and twin send the same bytes, frame for frame', () => {
  const { frames, differs } = compareSight(300, 200, 60);
  expect(differs).toBe(null);
  expect(frames).toBeGreaterThan(50_000);
});

test('so they do where watchers see different cells, and guests are strangers to some of them', () => {
  const { strangers, differs } = compareSight(300, 200, 250);
  expect(differs).toBe(null);
  expect(strangers).toBeGreaterThan(100);
});

test('what three hundred watchers are sent keeps within the budget of a crowd', () => {
  const row = benchSight(300);
  expect(row.plain_bytes_per_player_s).toBe(row.bytes_per_player_s);
  expect(row.bytes_per_player_s).toBeLessThan(3600);
});
