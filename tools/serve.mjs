// Serves the Worker locally as it is deployed, without watching files: `node tools/serve.mjs --port N [--persist-to DIR] [--var NAME=VALUE]...`.
// `--var` sets a variable of the Worker; `--config` names another Worker than ours. Prints `ready <address>` once it listens. Ends by SIGINT,
// SIGTERM or when its parent is gone, and takes the runtime with it.
import { parseArgs } from 'node:util';
import { unstable_DevEnv as DevEnv } from 'wrangler';
import { onParentGone } from './child.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    'persist-to': { type: 'string', default: '.wrangler/state' },
    config: { type: 'string', default: 'wrangler.toml' },
    var: { type: 'string', multiple: true, default: [] },
  },
});
const bindings = Object.fromEntries(
  values.var.map(text => {
    const [name, ...value] = text.split('=');
    return [name, { type: 'plain_text', value: value.join('=') }];
  }),
);

const server = new DevEnv();
let stopping = false;
async function stop(code = 0) {
  if (stopping) return;
  stopping = true;
  await server.teardown();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop());
onParentGone(stop).ref();

const serving = new Promise((resolve, reject) => {
  server.once('reloadComplete', resolve);
  server.once('buildFailed', ({ cause }) => reject(cause));
  server.once('error', ({ cause, reason }) => reject(cause ?? new Error(reason)));
});
try {
  const worker = await server.startWorker({
    config: values.config,
    bindings,
    build: { custom: { command: '' } }, // whoever serves has built
    dev: {
      server: { hostname: 'localhost', port: Number(values.port) },
      persist: values['persist-to'],
      remote: false,
      watch: false,
      inspector: false,
      logLevel: 'warn',
    },
  });
  await serving;
  console.log(`ready ${(await worker.url).origin}`);
} catch (error) {
  console.error(`The Worker could not be served: ${error.message}`);
  await stop(1);
}
