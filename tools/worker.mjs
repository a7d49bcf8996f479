// The Worker that a config names, as Miniflare takes it: its options by wrangler and its modules by vite. In: a config. Out: both, from
// .cache/workers when nothing that they were made of has changed since: tests start some fifty servers, and making both took each three seconds.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleWorker } from './bundle.mjs';

const KEPT = '.cache/workers';
/** What wrangler reads besides the config, and what decides which packages there are and how they are put together. */
const READ = ['.dev.vars', '.env', '.env.local', '.dev.vars.local', 'package-lock.json', 'tools/bundle.mjs', 'tools/worker.mjs'];

/** `{ name, options, modules }`, as `convertV4MiniflareOptions` wants them. */
export async function workerOf(config) {
  const kept = read(config);
  if (kept) return kept;
  const { unstable_readConfig: readConfig, unstable_getMiniflareWorkerOptions: workerOptions } = await import('wrangler');
  const { workerOptions: options, main } = workerOptions(config);
  const { name } = readConfig({ config });
  const { modules, sources } = await bundleWorker(main);
  keep(config, { name, options, modules }, [config, ...READ, ...sources]);
  return { name, options, modules };
}

/** By its whole path: wrangler's options name folders by theirs, and a checkout may be moved. */
const fileOf = config => join(KEPT, `${createHash('sha256').update(resolve(config)).digest('hex').slice(0, 16)}.json`);

/** Null: there is none, or something has changed. */
function read(config) {
  if (!existsSync(fileOf(config))) return null;
  const { worker, inputs } = JSON.parse(readFileSync(fileOf(config), 'utf8'));
  if (Object.entries(inputs).some(([path, hash]) => hashOf(path) !== hash)) return null;
  return { ...worker, modules: worker.modules.map(readModule) };
}

/** Readable to its owner only: wrangler's options tell the secrets of .dev.vars. Written aside, because another server may be starting. */
function keep(config, worker, paths) {
  mkdirSync(KEPT, { recursive: true });
  const inputs = Object.fromEntries(paths.map(path => [path, hashOf(path)]));
  const aside = `${fileOf(config)}.${process.pid}`;
  const text = JSON.stringify({ inputs, worker: { ...worker, modules: worker.modules.map(writeModule) } });
  writeFileSync(aside, text, { mode: 0o600 });
  renameSync(aside, fileOf(config));
}

const hashOf = path => (existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : '');

const writeModule = ({ contents, ...rest }) =>
  typeof contents === 'string' ? { ...rest, contents } : { ...rest, base64: Buffer.from(contents).toString('base64') };

const readModule = ({ base64, ...rest }) => (base64 === undefined ? rest : { ...rest, contents: Buffer.from(base64, 'base64') });
