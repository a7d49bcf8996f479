// Builds what is out of date. In: assembly/ and web/ (with what they import). Out: build/core.wasm and dist/web.
// Each is built aside and renamed into place; a lock file makes two builds at once safe: the second finds nothing left to do.
// `node tools/build.mjs [core|web]` builds one of them only; `--force` builds without looking.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isProgram, onRightNode } from './node.mjs';

const CORE = 'build/core.wasm';
const WEB = 'dist/web';
const WEB_STAMP = 'dist/.web-built';
const LOCK = '.cache/build.lock';

/** Newest change (ms) under files and folders; a folder's own time counts too, so that a deleted file is noticed. */
async function newest(paths) {
  const times = await Promise.all(
    paths.map(async path => {
      if (!existsSync(path)) return 0;
      const { mtimeMs } = await stat(path);
      const inside = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
      const all = await Promise.all(inside.map(async entry => (await stat(join(entry.parentPath, entry.name))).mtimeMs));
      return Math.max(mtimeMs, ...all);
    }),
  );
  return Math.max(...times);
}

const builtAt = path => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Runs one step at a time across processes. A lock whose owner is gone is taken over. */
async function locked(step) {
  mkdirSync('.cache', { recursive: true });
  for (;;) {
    try {
      const file = openSync(LOCK, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!ownerAlive()) rmSync(LOCK, { force: true });
      await sleep(100);
    }
  }
  try {
    await step();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function ownerAlive() {
  try {
    const owner = Number(readFileSync(LOCK, 'utf8'));
    if (!owner) return Date.now() - statSync(LOCK).mtimeMs < 2000; // being written just now
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

export async function buildCore(force = false) {
  if (!force && (await newest(['assembly', 'asconfig.json'])) <= builtAt(CORE)) return false;
  const startedAt = new Date();
  const { default: asc } = await import('assemblyscript/asc');
  mkdirSync('build/new', { recursive: true });
  const { error } = await asc.main(
    ['assembly/index.ts', '--config', 'asconfig.json', '--target', 'release', '--outFile', 'build/new/core.wasm'],
    { stdout: process.stderr, stderr: process.stderr },
  );
  if (error) throw error;
  utimesSync('build/new/core.wasm', startedAt, startedAt);
  renameSync('build/new/core.wasm.map', `${CORE}.map`);
  renameSync('build/new/core.wasm', CORE);
  return true;
}

export async function buildWeb(force = false) {
  const sources = ['web', 'src/shared', 'assembly/layout.ts', 'vite.config.ts', 'package-lock.json', CORE];
  if (!force && existsSync(WEB) && (await newest(sources)) <= builtAt(WEB_STAMP)) return false;
  const startedAt = new Date();
  const { build } = await import('vite');
  await build({ configFile: 'vite.config.ts', logLevel: 'warn', build: { outDir: '../dist/.web-new', emptyOutDir: true } });
  rmSync('dist/.web-old', { recursive: true, force: true });
  if (existsSync(WEB)) renameSync(WEB, 'dist/.web-old');
  renameSync('dist/.web-new', WEB);
  rmSync('dist/.web-old', { recursive: true, force: true });
  writeFileSync(WEB_STAMP, '');
  utimesSync(WEB_STAMP, startedAt, startedAt);
  return true;
}

async function report(name, step) {
  const from = performance.now();
  if (await step) console.error(`${name} built in ${((performance.now() - from) / 1000).toFixed(1)} s`);
}

if (isProgram(import.meta)) {
  await onRightNode();
  const [only] = process.argv.slice(2).filter(word => !word.startsWith('--'));
  const force = process.argv.includes('--force');
  try {
    await locked(async () => {
      if (only !== 'web') await report('core', buildCore(force));
      if (only !== 'core') await report('web', buildWeb(force));
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
