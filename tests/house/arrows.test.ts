// The house keeps its shape: arrows point down only, pure rooms stay pure, files stay readable.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { C2S } from '../../src/shared/protocol/messages';
import { type SourceFile, sourceFiles } from './source';

const all = sourceFiles('assembly', 'src', 'web', 'tests', 'tools');
const within = (...folders: string[]) => all.filter(file => folders.some(folder => file.path.startsWith(folder)));
const isProject = (to: string) => /^(assembly|src|web|tests|tools|build|migrations)\b/.test(to);

/** Every import of `files` from project files that `allowed` does not match. */
function strays(files: SourceFile[], allowed: RegExp): string[] {
  return files.flatMap(file =>
    file.imports.filter(({ to }) => isProject(to) && !allowed.test(to)).map(({ to }) => `${file.path} -> ${to}`),
  );
}

describe('arrows point down', () => {
  test.each<[string, string[], RegExp]>([
    ['the core imports nothing outside itself', ['assembly/'], /^assembly\//],
    ['the language imports itself and the layout', ['src/shared/'], /^(src\/shared\/|assembly\/layout$)/],
    [
      'the client imports itself, the language and the built core',
      ['web/'],
      /^(web\/|src\/shared\/|assembly\/layout$|build\/core\.wasm$)/,
    ],
    ['the store imports itself, the doors and the language', ['src/store/'], /^src\/(store\/|shared\/|ports$|ticket$|ulid$)/],
    [
      'the routes import themselves, the doors, the store and the language',
      ['src/routes/'],
      /^src\/(routes\/|store\/|shared\/|ports$|ticket$|timing$|ulid$)/,
    ],
    [
      'a region imports itself, the doors, transfers, the store, the language and the built core',
      ['src/region/'],
      /^(src\/(region\/|transfer\/|store\/|shared\/|budget$|ports$|talkwords$|ticket$|timing$|ulid$)|assembly\/layout$|build\/core\.wasm$)/,
    ],
    [
      'who keeps value for people imports itself, the doors, transfers, the store and the language',
      ['src/keeper/', 'src/mailbox/', 'src/market/'],
      /^src\/(keeper\/|mailbox\/|market\/|transfer\/|store\/|shared\/|ports$|timing$|ulid$)/,
    ],
    ['transfers know nobody who uses them', ['src/transfer/'], /^src\/(transfer\/|timing$|ulid$)/],
    [
      'the realm imports itself, the doors, the store and the language',
      ['src/realm/'],
      /^(src\/(realm\/|store\/|shared\/|ports$|ticket$|timing$|ulid$)|assembly\/layout$)/,
    ],
    [
      'the boards import themselves, the doors, transfers, the store and the language',
      ['src/boards/'],
      /^src\/(boards\/|transfer\/|store\/|shared\/|ports$|timing$)/,
    ],
    [
      'departures import themselves, the doors, the store and the language',
      ['src/departures/'],
      /^src\/(departures\/|store\/|shared\/|ports$|timing$)/,
    ],
    [
      'a guild imports itself, the doors, transfers, the store and the language',
      ['src/guild/'],
      /^src\/(guild\/|transfer\/|store\/|shared\/|ports$|timing$|ulid$)/,
    ],
    [
      'talk imports itself, the doors, the store and the language',
      ['src/talk/'],
      /^src\/(talk\/|store\/|shared\/|budget$|ports$|talkwords$|ticket$|timing$|ulid$)/,
    ],
    ['what region and talk share knows neither', ['src/talkwords', 'src/budget'], /^src\/(shared\/|ports$)/],
    ['nothing of the product imports tests or tools', ['src/', 'web/', 'assembly/'], /^(?!tests|tools)/],
  ])('%s', (_, folders, allowed) => {
    expect(strays(within(...folders), allowed)).toEqual([]);
  });

  test('the pure rooms use no package and no platform', () => {
    const packages = within('assembly/', 'src/shared/').flatMap(file =>
      file.imports.filter(({ to }) => !isProject(to)).map(({ to }) => `${file.path} -> ${to}`),
    );
    expect(packages).toEqual([]);
  });
});

describe('pure rooms', () => {
  const BANNED =
    /\b(Date\.now|new Date\(|performance\.now|Math\.random|crypto\.|fetch\(|setTimeout|setInterval|console\.|process\.|localStorage)/;
  test('no clock, no chance, no I/O in the core, the rules and the content', () => {
    const found = within('assembly/', 'src/shared/').flatMap(file =>
      code(file.text)
        .split('\n')
        .flatMap((line, i) => (BANNED.test(line) ? [`${file.path}:${i + 1} ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

describe('readable files', () => {
  test('none is longer than 400 lines, content tables aside', () => {
    const long = all.filter(
      file => !/^(src\/shared\/content|web\/strings)\//.test(file.path) && file.text.split('\n').length > 400,
    );
    expect(long.map(file => file.path)).toEqual([]);
  });

  test('each starts by saying what it is', () => {
    const silent = all.filter(file => !/^(#![^\n]*\n)?(\/\/|\/\*)/.test(file.text));
    expect(silent.map(file => file.path)).toEqual([]);
  });

  test('no leftovers', () => {
    const leftover = /\b(TODO|FIXME|XXX|HACK)\b|@ts-ignore|@ts-nocheck/;
    const found = all.filter(file => !file.path.startsWith('tests/house/') && leftover.test(file.text));
    expect(found.map(file => file.path)).toEqual([]);
  });

  test("nothing that is committed names a machine's own paths", () => {
    const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
    const machine = /\/(home|Users|root|work|tmp)\/[a-z]/;
    const text = files.filter(
      path => /\.(ts|tsx|mjs|md|json|toml|css|html|sql|sh)$|^\.ci\//.test(path) && path !== 'package-lock.json',
    );
    expect(text.filter(path => machine.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});

test('a region handles every message that a client may send', () => {
  const region = within('src/region/')
    .map(file => code(file.text))
    .join('\n');
  const handled = (name: string) => new RegExp(`\\b${name}\\b\\s*[:(]|['"]${name}['"]`).test(region);
  expect(Object.keys(C2S).filter(name => !handled(name))).toEqual([]);
});

/** The text without comments. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ' ')).replace(/(^|[^:])\/\/[^\n]*/g, '$1');
}
