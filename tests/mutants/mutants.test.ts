// Mutants that show themselves soon, so that `npm run mutants` does not rot; and every patch of the catalogue fits the code.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MUTANTS } from './catalogue';
import { hunt } from './hunt';

const SOON = [
  'outbox deleted before the answer',
  'inbox not consulted',
  'epoch not raised at hand-over',
  "what a member takes is not counted against his day's limit",
  'gold is given out and stays in the bank',
];

test('every mutant fits the code as it is', () => {
  const patches = MUTANTS.flatMap(mutant => mutant.patches);
  const misfits = patches.filter(({ file, find }) => readFileSync(file, 'utf8').split(find).length !== 2);
  expect(misfits).toEqual([]);
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
});

test.each(SOON)('%s: caught', { timeout: 120_000 }, async name => {
  const { schedules } = await hunt(MUTANTS.find(mutant => mutant.name === name)!, 1_000);
  expect(schedules).not.toBeNull();
});
