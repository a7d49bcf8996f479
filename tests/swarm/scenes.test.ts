// Small swarms, each on a server of its own, one after the other: nobody thrown out, a steady 20 Hz; talk that everybody hears.
// What is asked of their pace holds on a full machine too.
import { expect, test } from 'vitest';
import { swarm } from './command';

test('twenty bots play, and the swarm says how it went in one line', async () => {
  const line = await swarm('--players', '20', '--seconds', '6');
  const fields = { crossings: expect.any(Number), hitch_p99_ms: expect.any(Number) };
  expect(line).toMatchObject({ players: 20, errors: 0, disconnects: 0, ...fields });
  // Far below the promise: only a world that stands still fails here, on whatever machine.
  expect(line.hz).toBeGreaterThan(8);
  expect(line.bytes_per_player_s).toBeLessThan(12_000);
});

test('everybody talks to the world, and everybody hears every line once', async () => {
  const line = await swarm('--scene', 'talk', '--players', '24', '--seconds', '12');
  expect(line).toMatchObject({ errors: 0, disconnects: 0, gaps: 0 });
  expect(line.said).toBeGreaterThanOrEqual(24);
  // What was said in the last moment is still on its way.
  expect(line.delivered).toBeGreaterThanOrEqual((line.said - 6) * 24);
  // Far above the promise: only talk that stands still fails here, on whatever machine.
  expect(line.delivery_p99_ms).toBeLessThan(5000);
});
