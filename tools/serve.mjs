// Serves a Worker locally as it is deployed, in one runtime: `node tools/serve.mjs --port N [--persist-to DIR] [--var NAME=VALUE]...`.
// `--var` sets a variable of the Worker; `--config` names another Worker than ours. Prints `ready <address>` once it listens. Ends by SIGINT,
// SIGTERM or when its parent is gone, and takes the runtime with it. State lies where `wrangler dev` keeps it, so both serve the same world.
// Not by wrangler's own server: that puts a second runtime before the Worker, which carries every frame of every player once more.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { onParentGone } from './child.mjs';
import { workerOf } from './worker.mjs';

// Required, because looking through so large a file for what it exports takes an import longer than running it.
const { convertV4MiniflareOptions: instanceOptions, Log, LogLevel, Miniflare } = createRequire(import.meta.url)('miniflare');

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    'persist-to': { type: 'string', default: '.wrangler/state' },
    config: { type: 'string', default: 'wrangler.toml' },
    var: { type: 'string', multiple: true, default: [] },
  },
});

/**
 * What the config sends to the Worker first goes straight there. Miniflare would send it through the two Workers that serve assets, and they
 * would carry every frame of every player once more each.
 */
const routesOf = ({ assets }) => (Array.isArray(assets?.run_worker_first) ? assets.run_worker_first.map(path => `*${path}`) : []);

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
  const { name, options, modules } = await workerOf(values.config);
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
      workers: [{ ...options, name, modules, routes: routesOf(options), bindings: { ...options.bindings, ...variables } }],
    }),
  );
  console.log(`ready ${(await server.ready).origin}`);
} catch (error) {
  console.error(`The Worker could not be served: ${error.message}`);
  await stop(1);
}
