// Puts one mutant into the production code and lets the simulation look for it. In: a mutant. Out: after how many schedules it was caught.
// The code on disk stays as it is: the patch is applied while the simulation is bundled.
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import type { Mutant } from './mutant';

export interface Catch {
  name: string;
  /** Schedules until the first violation; null: it got away. */
  schedules: number | null;
  violation: string;
  seconds: number;
}

const SEED = 1;

export async function hunt({ name, patches, program: entry = 'tests/simulate/simulate.ts' }: Mutant, most: number): Promise<Catch> {
  const program = await bundle(name, patches, entry);
  const start_ms = performance.now();
  const words = [
    '--no-warnings',
    program,
    '--schedules',
    String(most),
    '--seed',
    String(SEED),
    '--threads',
    '1',
    '--stop',
    '--json',
  ];
  const told = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, words, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (stdout) resolve(stdout);
      else reject(new Error(`the simulation of "${name}" did not end well: ${stderr.slice(-2000)}`, { cause: error }));
    });
  });
  const seconds = (performance.now() - start_ms) / 1000;
  const [first] = (JSON.parse(told) as { failed: { seed: number; violation: string }[] }).failed;
  return { name, schedules: first ? first.seed - SEED + 1 : null, violation: first?.violation ?? '', seconds };
}

async function bundle(name: string, patches: Mutant['patches'], entry: string): Promise<string> {
  const file = name.replace(/\W+/g, '-');
  const applied = new Set<string>();
  const plugin: Plugin = {
    name: 'mutant',
    enforce: 'pre',
    transform(code, id) {
      const mine = patches.filter(patch => id.endsWith(`/${patch.file}`));
      if (!mine.length) return null;
      return mine.reduce((text, { find, put }) => {
        const count = text.split(find).length - 1;
        if (count !== 1) throw new Error(`"${name}": ${count} times in ${id}, and must be there once:\n${find}`);
        applied.add(find);
        return text.replace(find, () => put);
      }, code);
    },
  };
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [plugin],
    resolve: { alias: { 'cloudflare:workers': resolve('tests/simulate/exchange/object.ts') } },
    build: {
      ssr: entry,
      target: 'node22',
      outDir: '.cache/run/mutants',
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: `${file}.mjs` } },
    },
  });
  if (applied.size !== patches.length) throw new Error(`"${name}": its file is not part of the simulation`);
  return `.cache/run/mutants/${file}.mjs`;
}
