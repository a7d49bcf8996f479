// A small swarm through the very command that measures big ones: one JSON line, nobody thrown out, a steady 20 Hz.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('twenty bots play, and the swarm says how it went in one line', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    'tools/run.mjs',
    'tests/swarm/swarm.ts',
    '--players',
    '20',
    '--seconds',
    '6',
    '--json',
  ]);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  const line = JSON.parse(stdout);
  expect(line).toMatchObject({
    players: 20,
    errors: 0,
    disconnects: 0,
    crossings: expect.any(Number),
    hitch_p99_ms: expect.any(Number),
  });
  expect(line.hz).toBeGreaterThan(18.5);
  expect(line.bytes_per_player_s).toBeLessThan(12_000);
});
