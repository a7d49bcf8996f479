// Vite plugin: the game icons that are used, and no others. Two modules, name -> SVG path data. virtual:icons has what the panels name (every
// gi:name literal under web/) and the abilities that all have; virtual:icons/items has the pictures of items, classes, effects and emblems, which nobody
// needs before the world: many, drawn small, so on a coarser grid. Icons are from game-icons.net, CC BY 3.0 (credited on the credits panel).
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { simplifyPath } from './icons.path.mjs';

const FIRST = 'virtual:icons';
const ITEMS = 'virtual:icons/items';
/** Old units of the package's 512 that make one of ours; icon.tsx knows the sides of the squares that come of it. */
const FIRST_GRID = 2;
const ITEMS_GRID = 4;
const here = fileURLToPath(new URL('.', import.meta.url));
const CONTENT = join(here, '../src/shared/content/index.ts');

export default function icons() {
  const { icons: all } = createRequire(import.meta.url)('@iconify-json/game-icons/icons.json');
  const paths = (names, grid) => {
    const unknown = names.filter(name => !all[name]);
    if (unknown.length) throw new Error(`no game icon is named ${unknown.join(', ')}`);
    return Object.fromEntries(names.map(name => [name, pathOf(all[name].body, grid)]));
  };
  return {
    name: 'icons',
    resolveId: id => (id === FIRST || id === ITEMS ? `\0${id}` : null),
    async load(id) {
      if (id !== `\0${FIRST}` && id !== `\0${ITEMS}`) return null;
      const { first, items } = await usedNames();
      return `export default ${JSON.stringify(id === `\0${FIRST}` ? paths(first, FIRST_GRID) : paths(items, ITEMS_GRID))}`;
    },
  };
}

async function usedNames() {
  const { module: content } = await runnerImport(CONTENT, { configFile: false, logLevel: 'error' });
  const played = content.ABILITIES.filter(ability => ability.level > 0);
  const common = played.filter(ability => !ability.cls);
  const first = new Set([...namedInPanels(), ...common.map(kind => kind.icon)]);
  const later = [
    ...content.ITEMS,
    ...played,
    ...content.EFFECTS,
    ...content.CLASSES,
    ...content.TALENTS,
    ...content.HAPPENINGS,
    ...content.EMBLEMS,
  ];
  const items = new Set(later.map(kind => kind.icon).filter(name => !first.has(name)));
  return { first: [...first].sort(), items: [...items].sort() };
}

function namedInPanels() {
  const names = new Set();
  for (const entry of readdirSync(here, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, name] of text.matchAll(/gi:([a-z0-9-]+)/g)) names.add(name);
  }
  return names;
}

function pathOf(body, grid) {
  const parts = [...body.matchAll(/ d="([^"]+)"/g)].map(([, d]) => simplifyPath(d, grid));
  if (!parts.length) throw new Error(`icon without a path: ${body.slice(0, 80)}`);
  return parts.join('');
}
