// A swarm that asks twice of what its server can do. It measures what the server needs first, so it has the machine to itself.
import { expect, test } from 'vitest';
import { swarm } from './command';

test('a server that is left half of the CPU it needs shows less and drops nobody, and is as before when it has it again', async () => {
  // So many that it is they who cost the server its CPU: what it does for nobody, like collecting garbage, sheds nothing.
  const line = await swarm('--scene', 'overload', '--players', '120', '--seconds', '8');
  expect(line).toMatchObject({ errors: 0, disconnects: 0, recovered_s: expect.any(Number) });
  expect(line.overloaded.strain_max).toBeGreaterThan(0);
});
