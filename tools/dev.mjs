// `npm run dev [-- wrangler's arguments]`: like `npm start`, and every change of a file is built and served again. All sockets close then.
import { run } from './child.mjs';
import { install } from './install.mjs';
import { onRightNode } from './node.mjs';
import { ensureSecret, runtimeEnv } from './runtime.mjs';

await onRightNode();
await install();
ensureSecret();
const { migrate } = await import('./migrate.mjs');
await migrate('.wrangler/state');
const words = process.argv.slice(2);
const port = words.includes('--port') ? [] : ['--port', '8787'];
const wrangler = ['node_modules/wrangler/bin/wrangler.js', 'dev', ...port, ...words];
process.exitCode = await run(process.execPath, wrangler, { env: runtimeEnv() });
