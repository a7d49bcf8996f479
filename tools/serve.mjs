// Serves the Worker locally, as it is deployed, and nothing else: `node tools/serve.mjs --port N [--persist-to DIR]`.
// Prints `ready <address>` once it listens. Ends by SIGINT, SIGTERM or when its parent is gone, and takes the runtime with it.
// Local tracing is off: it writes every WebSocket message to a database and costs nine tenths of the throughput.
import { parseArgs } from 'node:util';
import { onParentGone } from './child.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string' }, 'persist-to': { type: 'string', default: '.wrangler/state' } },
});

const { unstable_startWorker: startWorker } = await import('wrangler');
const worker = await startWorker({
  config: 'wrangler.toml',
  dev: {
    server: { hostname: 'localhost', port: Number(values.port) },
    persist: values['persist-to'],
    remote: false,
    watch: false,
    inspector: false,
    logLevel: 'warn',
  },
});

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  await worker.dispose();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
onParentGone(stop).ref();

await worker.ready;
console.log(`ready ${(await worker.url).origin}`);
