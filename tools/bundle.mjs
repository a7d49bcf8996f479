// Bundles a Worker for the local runtime. In: its entry. Out: its modules in memory, as Miniflare takes them: one script, and each .wasm
// that it imports as a compiled module; and the files of ours that they were made of.
import { readFileSync } from 'node:fs';
import { basename, isAbsolute, relative } from 'node:path';

const SCRIPT = 'worker.mjs';
/** Conditions of packages' exports that hold in a Worker. */
const CONDITIONS = ['workerd', 'worker', 'browser', 'module', 'import', 'default'];

export async function bundleWorker(entry) {
  const { build } = await import('vite');
  const compiled = new Map();
  const sources = new Set();
  const { output } = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [compiledModules(compiled), listed(sources)],
    resolve: { conditions: CONDITIONS },
    ssr: { target: 'webworker', noExternal: true, resolve: { conditions: CONDITIONS } },
    build: {
      ssr: entry,
      target: 'es2024',
      write: false,
      minify: false,
      rolldownOptions: { external: [/^cloudflare:/, /^node:/], output: { entryFileNames: SCRIPT } },
    },
  });
  const [{ code }] = output;
  const wasm = [...compiled].map(([path, file]) => ({ type: 'CompiledWasm', path, contents: readFileSync(file) }));
  for (const file of compiled.values()) sources.add(relative('.', file));
  return { modules: [{ type: 'ESModule', path: SCRIPT, contents: code }, ...wasm], sources: [...sources] };
}

/** Notes every file that is read, those that leave nothing in the bundle too. */
function listed(sources) {
  return {
    name: 'listed',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const [file] = id.split('?');
        if (isAbsolute(file) && !file.includes('node_modules')) sources.add(relative('.', file));
      }
    },
  };
}

/** Leaves imports of .wasm to the runtime, under their plain names. */
function compiledModules(compiled) {
  return {
    name: 'compiled-modules',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('.wasm')) return null;
      const { id } = await this.resolve(source, importer, { skipSelf: true });
      const path = basename(id);
      compiled.set(path, id);
      return { id: `./${path}`, external: true };
    },
  };
}
