// `npm start [-- --port N]`: from a fresh clone to a served world. Installs, builds, migrates the local D1, serves, prints the address.
// Whatever is up to date is skipped, so that a second start takes seconds. Ctrl+C, SIGTERM and a dead parent end everything.
import { parseArgs } from 'node:util';
import { run } from './child.mjs';
import { install } from './install.mjs';
import { onRightNode } from './node.mjs';
import { ensureSecret, portFree, runtimeEnv, stopOrphans } from './runtime.mjs';

const STATE = '.wrangler/state';

async function main() {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8787' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`--port ${values.port}: a number from 1 to 65535 is needed.`);
  await claim(port);
  await install();
  const built = await run(process.execPath, ['tools/build.mjs']);
  if (built) throw new Error('The build failed; see above.');
  ensureSecret();
  const { migrate } = await import('./migrate.mjs');
  await migrate(STATE);
  return serve(port);
}

async function claim(port) {
  if (await portFree(port)) return;
  if ((await stopOrphans()) && (await portFree(port))) return;
  throw new Error(`Port ${port} is taken by another program. Stop it, or choose another: npm start -- --port ${port + 1}`);
}

function serve(port) {
  return run(process.execPath, ['--no-warnings', 'tools/serve.mjs', '--port', String(port), '--persist-to', STATE], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: runtimeEnv(),
    onSpawn: child =>
      child.stdout.on('data', text => {
        if (String(text).startsWith('ready '))
          console.log(`\n  Evermarch is open: http://localhost:${port}\n  Ctrl+C closes it.\n`);
        else process.stdout.write(text);
      }),
  });
}

await onRightNode();
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
