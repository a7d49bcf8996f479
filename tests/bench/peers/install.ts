// The peers' own packages, fetched by npm when they are first needed, beside this file's package.json and nowhere else. In: that file. Out: its
// node_modules, with a stamp of what was asked for.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { run } from '../../../tools/child.mjs';

const HOME = 'tests/bench/peers';
const STAMP = `${HOME}/node_modules/.installed`;

export async function installPeers(): Promise<void> {
  const wanted = createHash('sha256')
    .update(readFileSync(`${HOME}/package.json`))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  console.error('Installing the packages of the peers (once)…');
  const words = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run('npm', words, { cwd: HOME, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (code) throw new Error(`npm install in ${HOME} ended with code ${code}`);
  writeFileSync(STAMP, wanted);
}
