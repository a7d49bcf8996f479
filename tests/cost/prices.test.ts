// The formula of a player-hour against sums done by hand, and what the meter's bills say of a stretch of time.
import { expect, test } from 'vitest';
import { between, noBill } from './bill';
import { CAUSES, PRICES, perPlayerHour, priced, scaled, total, usageOf, withSessions } from './prices';

const nothing = usageOf(() => 0);

test('a region that is awake for an hour costs 0.00576 USD, a hundredth of it each of a hundred players', () => {
  const hour = perPlayerHour({ ...nothing, regions: 30 }, 100, 30);
  expect(hour.regions).toBeCloseTo(36, 9);
  expect(total(priced(hour))).toBeCloseTo(0.0000576, 12);
});

test('ten messages a second are 0.00027 USD an hour: twenty of them are one request', () => {
  const hour = perPlayerHour({ ...nothing, inputs: 100 * 10 * 30 }, 100, 30);
  expect(hour.inputs).toBeCloseTo(36_000, 6);
  expect(total(priced(hour))).toBeCloseTo(0.00027, 12);
});

test('a row a second and player would be 0.0036 USD an hour, in an object as in D1; reading is a thousandth of that', () => {
  for (const [cause, usd] of [
    ['rows_written', 0.0036],
    ['d1_written', 0.0036],
    ['rows_read', 0.0000036],
    ['d1_read', 0.0000036],
  ] as const) {
    expect(total(priced(perPlayerHour({ ...nothing, [cause]: 60 }, 2, 30)))).toBeCloseTo(usd, 12);
  }
});

test('what has no price here is counted and left out of the sum', () => {
  const dollars = priced({ ...nothing, worker_requests: 1e9, requests: 1e6 });
  expect(dollars.worker_requests).toBeNull();
  expect(total(dollars)).toBeCloseTo(0.15, 9);
});

test('an hour of half-hour sessions carries two enterings', () => {
  const session = { ...nothing, requests: 3, d1_written: 20 };
  expect(withSessions({ ...nothing, requests: 1 }, session, 30)).toEqual({ ...nothing, requests: 7, d1_written: 40 });
});

test('every cause has a unit, a source, and is scaled', () => {
  for (const cause of CAUSES) expect(PRICES[cause].unit && PRICES[cause].source).toBeTruthy();
  expect(
    scaled(
      usageOf(() => 2),
      3,
    ),
  ).toEqual(usageOf(() => 6));
});

test('a bill between two looks holds what came in between, by name', () => {
  const before = { ...noBill(), framesOfPlayers: 5, rowsWritten: { soft: 3, item: 1 }, awake: 1 };
  const after = { ...before, framesOfPlayers: 9, rowsWritten: { soft: 4, item: 1, corpse: 2 }, awake: 2 };
  expect(between(before, after)).toEqual({ ...noBill(), framesOfPlayers: 4, rowsWritten: { soft: 1, corpse: 2 }, awake: 2 });
});
