// Playing within ten seconds of opening the link begins with a small first load. Not in it: fonts that come only when they are chosen, all
// languages but one (the largest counts), and what is fetched once the world is on the screen: windows, and pictures of things.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const WEB = 'dist/web';
const LOADED = /\.(html|js|css|wasm|woff2)$/;
const PACKED = /\.woff2$/;
const CHOSEN = /^(atkinson|es-)/;
/**
 * Chunks that only code behind the first picture of the world asks for (ui/play.tsx, ui/icon.tsx, render/actors.ts; the painter of the map, which the minimap wants
 * when it is on the screen), and pages of their own (main.ts, ui/settings.tsx).
 */
const LATER =
  /^(later|items|banners|more(en|de|es)|talk|atlas|account|adminpage|chatpage|economypage|board|boardspage|mappage|map|maplist|lightpage|picture\.worker)-/;
/** What is fetched at once, and behind the first page. */
const FIRST = /^(index|play)-.*\.js$/;
const MOST_KB = 700;

test('html, js, wasm, fonts and css together are at most 700 KB compressed', () => {
  const sizes = readdirSync(WEB, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && LOADED.test(entry.name) && !CHOSEN.test(entry.name) && !LATER.test(entry.name))
    .map(entry => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return { name: entry.name, kb: Math.round((PACKED.test(entry.name) ? bytes.length : gzipSync(bytes).length) / 102.4) / 10 };
    })
    .sort((a, b) => b.kb - a.kb);
  expect(sizes.length).toBeGreaterThan(3);
  const total = sizes.reduce((sum, { kb }) => sum + kb, 0);
  expect(total, sizes.map(({ name, kb }) => `${name} ${kb} KB`).join(', ')).toBeLessThanOrEqual(MOST_KB);
});

test('none of what may come later is asked for by what comes first', () => {
  const first = readdirSync(join(WEB, 'assets')).filter(name => FIRST.test(name));
  expect(first.length).toBeGreaterThan(1);
  const asked = first.flatMap(name => {
    const text = readFileSync(join(WEB, 'assets', name), 'utf8');
    return [...text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].map(([, chunk]) => `${name} -> ${chunk}`);
  });
  expect(asked.filter(arrow => LATER.test(arrow.split(' -> ')[1]))).toEqual([]);
});
