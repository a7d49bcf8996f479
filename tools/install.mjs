// Installs the packages of package-lock.json when they are not the ones in node_modules. A stamp of the lock file's hash tells.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { run } from './child.mjs';

const STAMP = 'node_modules/.installed';

export async function install() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  console.error('Installing packages (a minute or so, once)…');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (code) throw new Error(`npm ci ended with code ${code}`);
  writeFileSync(STAMP, wanted);
}
