// Workers as entries of the one build, so that they share their chunks with the page: without this every worker would bring its own copy of
// the content, the core's handle and whatever else it imports. In: `new Worker(new URL('./x.worker.ts', import.meta.url), ...)` anywhere.
// Out: the same with the address of a chunk of this build.
import { dirname, resolve } from 'node:path';

const MADE = /new URL\(\s*'(\.[^']+\.worker\.ts)',\s*import\.meta\.url,?\s*\)/g;

export default function workers() {
  return {
    name: 'workers',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !code.includes('.worker.ts')) return null;
      return code.replace(MADE, (_, path) => {
        const reference = this.emitFile({ type: 'chunk', id: resolve(dirname(id), path) });
        return `import.meta.ROLLUP_FILE_URL_${reference}`;
      });
    },
  };
}
