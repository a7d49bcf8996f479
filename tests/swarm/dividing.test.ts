// A small crowd on a server of its own divides its region while it fights, and leaves it to merge. Nobody is thrown out by either.
import { expect, test } from 'vitest';
import { swarm } from './command';

test('a crowd divides its region under a fight and the region merges when most have gone: nobody is disconnected', async () => {
  const line = await swarm('--scene', 'split', '--players', '22', '--seconds', '3', '--var', 'REGION_MERGE_AFTER_S=6');
  expect(line).toMatchObject({ divisions: 1, merges: 1, stayed: 2, errors: 0, disconnects: 0 });
  // Everybody into a quarter, and who stayed back again.
  expect(line.crossings).toBeGreaterThanOrEqual(24);
  expect(line.hitch_p50_ms).toBeLessThan(5000);
});
