// Whose messages tore a world: remembered by account and message, for a while, and of so many at most.
import { expect, it } from 'vitest';
import { QUARANTINE_MS, Quarantine } from '../../src/region/quarantine';

it('bars the message that threw, of that account alone, until its time is over', () => {
  const quarantine = new Quarantine();
  quarantine.note('one', 'enlist', 0);
  expect(quarantine.isBarred('one', 'enlist', 1)).toBe(true);
  expect(quarantine.isBarred('one', 'unqueue', 1)).toBe(false);
  expect(quarantine.isBarred('two', 'enlist', 1)).toBe(false);
  expect(quarantine.isShutOut('one', 1)).toBe(false);
  expect(quarantine.isBarred('one', 'enlist', QUARANTINE_MS)).toBe(false);
});

it('shuts out whoever throws twice within that time, and nobody who does so now and then', () => {
  const quarantine = new Quarantine();
  quarantine.note('one', 'enlist', 0);
  quarantine.note('one', 'unqueue', QUARANTINE_MS - 1);
  expect(quarantine.isShutOut('one', QUARANTINE_MS - 1)).toBe(true);
  expect(quarantine.isShutOut('one', QUARANTINE_MS)).toBe(false);
  quarantine.note('one', 'enlist', 3 * QUARANTINE_MS);
  expect(quarantine.isShutOut('one', 3 * QUARANTINE_MS)).toBe(false);
});

it('forgets the oldest of very many', () => {
  const quarantine = new Quarantine();
  for (let i = 0; i <= 1_000; i++) quarantine.note(`account ${i}`, 'enlist', i);
  expect(quarantine.isBarred('account 0', 'enlist', 1_000)).toBe(false);
  expect(quarantine.isBarred('account 1', 'enlist', 1_000)).toBe(true);
  expect(quarantine.isBarred('account 1000', 'enlist', 1_000)).toBe(true);
});
