// What would be deployed can be packed: the Worker with its core, its doors and its Durable Objects, small enough to start fast.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { runtimeEnv } from '../../tools/runtime.mjs';

const OUT = '.cache/dry-run';
const MOST_KB = 800;

test('wrangler deploy --dry-run passes', async () => {
  const wrangler = ['node_modules/wrangler/bin/wrangler.js', 'deploy', '--dry-run', '--outdir', OUT];
  const { stdout } = await promisify(execFile)(process.execPath, wrangler, { env: runtimeEnv() as NodeJS.ProcessEnv });
  expect(stdout).toContain('env.REGION');
  expect(stdout).toContain('env.REALM');
  expect(stdout).toContain('env.MAILBOX');
  expect(stdout).toContain('env.MARKET');
  expect(stdout).toContain('env.DB');
  expect(stdout).toContain('env.GUESTS');
  expect(stdout).toContain('env.TICKETS');
  // Old lines of the ledger are folded by this alone.
  expect(readFileSync('wrangler.toml', 'utf8')).toMatch(/^\[triggers\]\ncrons = \["[\d*/ ]+"\]$/m);
  const files = readdirSync(OUT);
  expect(files.some(name => name.endsWith('.wasm'))).toBe(true);
  const packed = files.filter(name => /\.(js|wasm)$/.test(name)).map(name => gzipSync(readFileSync(`${OUT}/${name}`)).length);
  expect(packed.reduce((total, size) => total + size, 0) / 1024).toBeLessThan(MOST_KB);
});
