// Playing within ten seconds of opening the link begins with a small first load: the page, what it asks for at once and behind the first page, and
// all that those import. Not in it: fonts that come only when they are chosen, all languages but one (the largest counts), and what is fetched
// once the world is on the screen, or on a page of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const WEB = 'dist/web';
const ASSETS = join(WEB, 'assets');
const MOST_KB = 700;
/** Fetched at once or behind the first page (main.ts, game/build.ts, ui/hud.tsx), besides what index.html names: by code alone, by workers, by style sheets. */
const WANTED = [/^(renderer|play)-.*\.js$/, /^builder\.worker-.*\.js$/, /^core-.*\.wasm$/, /^(nunito|cinzel).*\.woff2$/];
/** In German every text is longest. */
const LANGUAGE = /^de-.*\.js$/;
const PACKED = /\.woff2$/;

const files = readdirSync(ASSETS);
const read = (name: string): string => readFileSync(join(ASSETS, name), 'utf8');
/** Names of assets in quotes of any kind. */
const named = (text: string): string[] => files.filter(name => text.includes(`/${name}`));

/** What a chunk imports before it runs. */
const imported = (name: string): string[] =>
  [...read(name).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)].map(([, chunk]) => chunk);

/** Style sheets that come with a chunk that code asks for: Vite fetches both at once. */
function sheetsOf(chunk: string): string[] {
  return files
    .filter(name => name.endsWith('.js'))
    .flatMap(name => {
      const text = read(name);
      const [, list = '[]'] = /m\.f=(\[[^\]]*\])/.exec(text) ?? [];
      const with_ = text.split(`import(\`./${chunk}\`)`)[1];
      const [, numbers = ''] = /__vite__mapDeps\(\[([\d,]*)\]\)/.exec(with_ ?? '') ?? [];
      const all = JSON.parse(list) as string[];
      return with_ ? numbers.split(',').map(number => all[Number(number)] ?? '') : [];
    })
    .filter(path => path.endsWith('.css'))
    .map(path => path.replace('assets/', ''));
}

function firstLoad(): Set<string> {
  const wanted = files.filter(name => WANTED.some(one => one.test(name)) || LANGUAGE.test(name));
  const all = new Set([...named(readFileSync(join(WEB, 'index.html'), 'utf8')), ...wanted, ...wanted.flatMap(sheetsOf)]);
  for (const name of all) if (name.endsWith('.js')) for (const other of imported(name)) all.add(other);
  return all;
}

const kbOf = (bytes: Buffer, name: string): number => (PACKED.test(name) ? bytes.length : gzipSync(bytes).length) / 1024;

test('html, js, wasm, fonts and css together are at most 700 KB compressed', () => {
  const first = firstLoad();
  const kinds = [/^index-.*\.js$/, /^index-.*\.css$/, /^play-.*\.css$/, LANGUAGE, ...WANTED];
  for (const kind of kinds)
    expect(
      [...first].some(name => kind.test(name)),
      String(kind),
    ).toBe(true);
  const sizes = [
    { name: 'index.html', kb: kbOf(readFileSync(join(WEB, 'index.html')), 'index.html') },
    ...[...first].map(name => ({ name, kb: kbOf(readFileSync(join(ASSETS, name)), name) })),
  ].sort((a, b) => b.kb - a.kb);
  const total = sizes.reduce((sum, { kb }) => sum + kb, 0);
  expect(total, sizes.map(({ name, kb }) => `${name} ${kb.toFixed(1)} KB`).join(', ')).toBeLessThanOrEqual(MOST_KB);
});

test('the windows, other languages and pages of their own are not in it', () => {
  const first = [...firstLoad()];
  for (const later of [
    'later',
    'moreen',
    'es',
    'atlas',
    'account',
    'adminpage',
    'chatpage',
    'boardspage',
    'mappage',
    'economypage',
  ])
    expect(first.filter(name => name.startsWith(`${later}-`))).toEqual([]);
});
