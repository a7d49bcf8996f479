// Serves a Worker locally as it is deployed, in one runtime: `node tools/serve.mjs --port N [--persist-to DIR] [--var NAME=VALUE]...`.
// `--var` sets a variable of the Worker; `--config` names another Worker than ours. Prints `ready <address>` once it listens. Ends by SIGINT,
// SIGTERM or when its parent is gone, and takes the runtime with it. State lies where `wrangler dev` keeps it, so both serve the same world.
// Not by wrangler's own server: that puts a second runtime before the Worker, which carries every frame of every player once more.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { convertV4MiniflareOptions as instanceOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_readConfig as readConfig, unstable_getMiniflareWorkerOptions as workerOptions } from 'wrangler';
import { bundleWorker } from './bundle.mjs';
import { onParentGone } from './child.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    'persist-to': { type: 'string', default: '.wrangler/state' },
    config: { type: 'string', default: 'wrangler.toml' },
    var: { type: 'string', multiple: true, default: [] },
  },
});

let server = null;
let stopping = false;
async function stop(code = 0) {
  if (stopping) return;
  stopping = true;
  await server?.dispose();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop());
onParentGone(stop).ref();

try {
  const { workerOptions: worker, main } = workerOptions(values.config);
  const { name } = readConfig({ config: values.config });
  const variables = Object.fromEntries(
    values.var.map(text => {
      const [key, ...value] = text.split('=');
      return [key, value.join('=')];
    }),
  );
  server = new Miniflare(
    instanceOptions({
      host: 'localhost',
      port: Number(values.port),
      resourcePersistencePath: join(values['persist-to'], 'v3'),
      log: new Log(LogLevel.WARN),
      logRequests: false,
      cf: false,
      workers: [{ ...worker, name, ...(await bundleWorker(main)), bindings: { ...worker.bindings, ...variables } }],
    }),
  );
  console.log(`ready ${(await server.ready).origin}`);
} catch (error) {
  console.error(`The Worker could not be served: ${error.message}`);
  await stop(1);
}
