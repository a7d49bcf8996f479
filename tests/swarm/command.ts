// A scene of the swarm by the very command that measures big ones. In: its words. Out: the one line of JSON that it says.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'vitest';

export async function swarm(...words: string[]) {
  const { stdout } = await promisify(execFile)(process.execPath, ['tools/run.mjs', 'tests/swarm/swarm.ts', ...words, '--json']);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  return JSON.parse(stdout);
}
