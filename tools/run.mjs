// Runs a TypeScript program of the tests (bench, swarm, fuzz, faults): `node tools/run.mjs <entry.ts> [arguments]`.
// Bundled by vite into .cache/run, packages stay outside; the core and the client are built first.
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { run } from './child.mjs';
import { isProgram, onRightNode } from './node.mjs';

/** Bundles an entry for Node and returns the path of the module. Made aside: another may be running the same one just now. */
export async function bundle(entry) {
  const { build } = await import('vite');
  const name = basename(entry, '.ts');
  const aside = `.cache/run/${name}.${process.pid}`;
  await build({
    configFile: false,
    logLevel: 'warn',
    // What runs the game's own objects in Node brings its own base for them.
    resolve: { alias: { 'cloudflare:workers': resolve('tests/simulate/exchange/object.ts') } },
    build: {
      ssr: entry,
      target: 'node22',
      outDir: aside,
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  const home = `.cache/run/${name}`;
  mkdirSync(home, { recursive: true });
  for (const file of readdirSync(aside)) renameSync(join(aside, file), join(home, file));
  rmSync(aside, { recursive: true });
  return `${home}/${name}.mjs`;
}

if (isProgram(import.meta)) {
  await onRightNode();
  const [entry, ...rest] = process.argv.slice(2);
  const built = await run(process.execPath, ['tools/build.mjs'], { stdio: ['ignore', 2, 2] });
  process.exitCode = built || (await run(process.execPath, ['--enable-source-maps', await bundle(entry), ...rest]));
}
