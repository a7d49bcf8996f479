// A real browser for tests: the one named by CHROME_PATH or installed here, otherwise the Chromium that npm brought, unpacked once.
// WebGL runs on the processor (SwiftShader), so that it works on any machine.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const PACKED = 'node_modules/@sparticuz/chromium/bin';
const HOME = resolve('.cache/chromium');
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const ARGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--mute-audio',
];

/** As a player's: the page is put together by WebGL's machine too. For those who measure pictures. */
export async function launchBrowser(args: readonly string[] = ARGS): Promise<Browser> {
  const installed = [process.env.CHROME_PATH, ...INSTALLED].find(path => path && existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: [...args] });
  if (process.platform === 'linux' && process.arch === 'x64') return launchPacked(args);
  return chromium.launch({ channel: 'chrome', args: [...args] });
}

/** The same pages and pictures; but what lies over the world is laid there by the browser's own painter, which costs an eighth of what it does through SwiftShader. */
export function launchSparing(): Promise<Browser> {
  return launchBrowser([...ARGS, '--disable-gpu-compositing']);
}

/** For pages that need no world, as where WebGL is not to be had: none is built behind them. */
export function launchPlain(): Promise<Browser> {
  return launchBrowser(['--no-sandbox', '--mute-audio', '--disable-gpu', '--disable-3d-apis']);
}

function launchPacked(args: readonly string[]): Promise<Browser> {
  if (!existsSync(HOME)) unpack();
  const env = { ...process.env, LD_LIBRARY_PATH: resolve(HOME, 'lib'), FONTCONFIG_PATH: HOME, HOME } as Record<string, string>;
  return chromium.launch({ executablePath: resolve(HOME, 'chromium'), args: [...args, '--headless=shell'], env });
}

/** The package's own unpacking leaves its libraries out where it does not run on a cloud function. */
function unpack(): void {
  const aside = `${HOME}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  for (const part of ['al2023', 'swiftshader', 'fonts']) {
    const input = brotliDecompressSync(readFileSync(`${PACKED}/${part}.tar.br`));
    execFileSync('tar', ['-x', '-C', aside], { input, maxBuffer: 1 << 30 });
  }
  // The package looks for its fonts where a cloud function has them, and without any font the browser dies at the first word.
  const fonts = readFileSync(resolve(aside, 'fonts.conf'), 'utf8');
  writeFileSync(resolve(aside, 'fonts.conf'), fonts.replace('</fontconfig>', `<dir>${resolve(HOME, 'fonts')}</dir></fontconfig>`));
  writeFileSync(resolve(aside, 'chromium'), brotliDecompressSync(readFileSync(`${PACKED}/chromium.br`)));
  chmodSync(resolve(aside, 'chromium'), 0o755);
  if (existsSync(HOME)) rmSync(aside, { recursive: true });
  else renameSync(aside, HOME);
}
