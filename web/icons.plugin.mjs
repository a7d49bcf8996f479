// Vite plugin: the game icons that are used, and no others. In: every gi:name literal under web/ and icon: 'name' under src/shared/content.
// Out: module virtual:icons, name -> SVG path data on a 256 grid. Icons are from game-icons.net, CC BY 3.0 (credited on the credits panel).
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { simplifyPath } from './icons.path.mjs';

const MODULE = 'virtual:icons';
const RESOLVED = `\0${MODULE}`;
const here = fileURLToPath(new URL('.', import.meta.url));
const SOURCES = [
  { folder: here, pattern: /gi:([a-z0-9-]+)/g },
  { folder: join(here, '../src/shared/content'), pattern: /\bicon: '([a-z0-9-]+)'/g },
];

export default function icons() {
  const { icons: all } = createRequire(import.meta.url)('@iconify-json/game-icons/icons.json');
  return {
    name: 'icons',
    resolveId: id => (id === MODULE ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      const found = {};
      for (const name of usedNames()) {
        if (all[name]) found[name] = pathOf(all[name].body);
        else this.error(`there is no game icon named ${name}`);
      }
      return `export default ${JSON.stringify(found)}`;
    },
    // A new name in any source must show up while developing.
    handleHotUpdate({ file, server }) {
      if (!/\.(ts|tsx|mjs)$/.test(file)) return;
      const module = server.moduleGraph.getModuleById(RESOLVED);
      if (module) server.moduleGraph.invalidateModule(module);
    },
  };
}

function usedNames() {
  const names = new Set();
  for (const { folder, pattern } of SOURCES) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      for (const [, name] of readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(pattern)) names.add(name);
    }
  }
  return [...names].sort();
}

function pathOf(body) {
  const parts = [...body.matchAll(/ d="([^"]+)"/g)].map(([, d]) => simplifyPath(d));
  if (!parts.length) throw new Error(`icon without a path: ${body.slice(0, 80)}`);
  return parts.join('');
}
