// A turn's hot path makes nothing new: no list, no copy, no message; only the views of the bytes that a copy and a send ask for.
import { expect, test } from 'vitest';
import { benchHeap } from './turn';

test('a turn leaves next to nothing for the garbage collector', () => {
  expect(benchHeap(300).bytes_per_client_turn).toBeLessThan(350);
});
