// A turn's hot path makes nothing new: no list, no copy, no message; only the view of the bytes that a send asks for.
import { expect, test } from 'vitest';
import { benchHeap } from './turn';

test('a turn leaves next to nothing for the garbage collector', () => {
  expect(benchHeap(300).bytes_per_client_turn).toBeLessThan(250);
});
