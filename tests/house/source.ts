// The project's own source as text: which files there are and what each imports. For tests about the house itself.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

export interface SourceFile {
  path: string;
  text: string;
  /** What it imports: project files as paths from the root (without extension), packages by their name. */
  imports: { to: string; typeOnly: boolean }[];
}

const SOURCE = /\.(ts|tsx|mjs)$/;

export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && SOURCE.test(entry.name))
      // The bench of the peers may have installed theirs.
      .filter(entry => !/\bnode_modules\b/.test(entry.parentPath))
      .map(entry => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
      .map(path => {
        const text = readFileSync(path, 'utf8');
        return { path, text, imports: importsOf(path, text) };
      }),
  );
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(path: string, text: string): SourceFile['imports'] {
  const at = (target: string) =>
    target.startsWith('.') ? posix.normalize(posix.join(dirname(path), target.replace(/\?.*$/, ''))).replace(SOURCE, '') : target;
  return [
    ...[...text.matchAll(STATEMENT)].map(match => ({ to: at(match[2]), typeOnly: Boolean(match[1]) })),
    ...[...text.matchAll(DYNAMIC)].map(match => ({ to: at(match[1]), typeOnly: false })),
  ];
}
