// Brings a local D1 up to date with migrations/. In: the folder of local state. Skipped when nothing changed since the last time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { runtimeEnv } from './runtime.mjs';

/** Changes with every migration. */
export function schemaHash() {
  const files = readdirSync('migrations')
    .filter(name => name.endsWith('.sql'))
    .sort();
  const hash = createHash('sha256');
  for (const name of files) hash.update(name).update(readFileSync(join('migrations', name)));
  return hash.digest('hex');
}

export async function migrate(state) {
  const wanted = schemaHash();
  const stamp = join(state, 'migrated');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const code = await run(
    process.execPath,
    ['node_modules/wrangler/bin/wrangler.js', 'd1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state],
    { stdio: ['ignore', 'ignore', 2], env: { ...runtimeEnv(), CI: '1' } },
  );
  if (code) throw new Error(`wrangler d1 migrations apply ended with code ${code}`);
  mkdirSync(state, { recursive: true });
  writeFileSync(stamp, wanted);
}
