// Everything that `npm run attacks` tries, with fewer guesses: all of it refused, and nothing changed by it.
import { expect, test } from 'vitest';
import { attackAll } from './run';

const TRIES = 400;

test('attacks and cheats are refused, and leave everything as it was', async () => {
  const report = await attackAll({ tries: TRIES });
  expect(report.failed).toEqual([]);
  expect(report.attacks).toBeGreaterThanOrEqual(30);
  expect(report.cheats).toBeGreaterThanOrEqual(40);
  expect([report.refused, report.refused_cheats]).toEqual([report.attacks, report.cheats]);
});
