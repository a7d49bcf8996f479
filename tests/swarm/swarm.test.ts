// Small swarms through the very command that measures big ones: one JSON line, nobody thrown out, a steady 20 Hz; a crowd that divides its
// region while it fights; and one that asks twice of what its server can do.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

async function swarm(...words: string[]) {
  const { stdout } = await promisify(execFile)(process.execPath, ['tools/run.mjs', 'tests/swarm/swarm.ts', ...words, '--json']);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  return JSON.parse(stdout);
}

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

test('a crowd divides its region under a fight and the region merges when most have gone: nobody is disconnected', async () => {
  const line = await swarm('--scene', 'split', '--players', '22', '--seconds', '3', '--var', 'REGION_MERGE_AFTER_S=6');
  expect(line).toMatchObject({ divisions: 1, merges: 1, stayed: 2, errors: 0, disconnects: 0 });
  // Everybody into a quarter, and who stayed back again.
  expect(line.crossings).toBeGreaterThanOrEqual(24);
  expect(line.hitch_p50_ms).toBeLessThan(5000);
});

test('a server that is left half of the CPU it needs shows less and drops nobody, and is as before when it has it again', async () => {
  // So many that it is they who cost the server its CPU: what it does for nobody, like collecting garbage, sheds nothing.
  const line = await swarm('--scene', 'overload', '--players', '120', '--seconds', '12');
  expect(line).toMatchObject({ errors: 0, disconnects: 0, recovered_s: expect.any(Number) });
  expect(line.overloaded.strain_max).toBeGreaterThan(0);
});
