// What every local run of the Workers runtime needs: its environment, its secret, a free port, and no orphans of an earlier run on it.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Environment for wrangler and workerd: no metrics, no request for `cf` data, and no local tracing, which would write every
 * WebSocket message to a database and cost nine tenths of the throughput.
 */
export const runtimeEnv = () => ({
  ...process.env,
  X_LOCAL_OBSERVABILITY: 'false',
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
});

/** Writes .dev.vars with a fresh ticket secret when there is none: each checkout signs with its own. */
export function ensureSecret() {
  if (!existsSync('.dev.vars')) writeFileSync('.dev.vars', `TICKET_SECRET=${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
}

/** True when nobody listens on the port. Port 0 is always free. */
export function portFree(port) {
  return new Promise(done => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
}

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** All processes as { pid, parent, command }; none on a platform that tells nothing. */
export function processes() {
  if (existsSync('/proc/self/stat'))
    return readdirSync('/proc')
      .filter(Number)
      .map(procEntry)
      .filter(entry => entry !== null);
  if (process.platform === 'win32') return [];
  const rows = execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' }).trim().split('\n');
  return rows.map(row => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row);
    return { pid: Number(pid), parent: Number(parent), command };
  });
}

function procEntry(pid) {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold spaces; the parent is the second word after it.
    return { pid: Number(pid), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), command };
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null; // ended while we looked
    throw error;
  }
}

/** Kills runtimes of this checkout whose server was killed: they would hold its port for ever. Resolves to how many. */
export async function stopOrphans() {
  const all = processes();
  const served = new Set(all.filter(({ command }) => /serve\.mjs|wrangler|vitest/.test(command)).map(({ pid }) => pid));
  const ours = all.filter(({ command }) => command.startsWith(resolve('node_modules')) && command.includes('workerd serve'));
  const orphans = ours.filter(({ parent }) => !served.has(parent));
  for (const { pid } of orphans) process.kill(pid, 'SIGKILL');
  if (orphans.length) await sleep(200);
  return orphans.length;
}
