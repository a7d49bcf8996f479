// A real server for tests: the Worker as `npm start` serves it, on its own port and state, which can be measured, stopped, killed and started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate, schemaHash } from '../../tools/migrate.mjs';
import { freePort, processes, runtimeEnv } from '../../tools/runtime.mjs';

const MIGRATED = '.cache/migrated';
const START_MS = 60_000;
const STOP_MS = 8_000;
/** Linux counts CPU time in hundredths of a second. */
const CLOCK_TICKS_PER_S = 100;

export interface Usage {
  /** CPU seconds used since the process began, user and system. */
  cpu_s: number;
  rss_mb: number;
}

/** Variables of the Worker, beside those of wrangler.toml. */
export type Vars = Readonly<Record<string, string | number>>;

export interface ServerOptions {
  port?: number;
  /** What the Worker logs is not shown. */
  quiet?: boolean;
  vars?: Vars;
  /** Of another Worker than ours; it must answer at /api/health too. */
  config?: string;
}

export class Server {
  readonly url: string;
  private child: ChildProcess | null = null;

  private constructor(
    readonly port: number,
    /** Where its databases are. */
    readonly state: string,
    private readonly quiet: boolean,
    private vars: Vars,
    private readonly config: string,
  ) {
    this.url = `http://localhost:${port}`;
  }

  /** Starts one on an empty, migrated state of its own. */
  static async start({ port, quiet = true, vars = {}, config = 'wrangler.toml' }: ServerOptions = {}): Promise<Server> {
    const state = mkdtempSync(join(tmpdir(), 'evermarch-'));
    cpSync(await migrated(), state, { recursive: true });
    const server = new Server(port ?? (await freePort()), state, quiet, vars, config);
    await server.resume();
    return server;
  }

  /** Starts it again on the state it left, with other variables if some are given. */
  async resume(others?: Vars): Promise<void> {
    this.vars = others ?? this.vars;
    const vars = Object.entries(this.vars).flatMap(([name, value]) => ['--var', `${name}=${value}`]);
    const child = spawn(
      process.execPath,
      [
        '--no-warnings',
        'tools/serve.mjs',
        '--port',
        String(this.port),
        '--persist-to',
        this.state,
        '--config',
        this.config,
        ...vars,
      ],
      {
        stdio: ['ignore', 'pipe', this.quiet ? 'ignore' : 2],
        env: runtimeEnv() as NodeJS.ProcessEnv,
      },
    );
    this.child = child;
    await ready(child);
    await this.healthy();
  }

  async status(): Promise<{ players: number; regions: import('../../src/ports').RegionStatus[] }> {
    const response = await fetch(`${this.url}/api/status`);
    if (!response.ok) throw new Error(`status answered ${response.status}`);
    return (await response.json()) as Awaited<ReturnType<Server['status']>>;
  }

  /** Of the runtime that runs the Worker; null where the platform does not tell. */
  usage(): Usage | null {
    return usageOf(this.port);
  }

  /** Kills server and runtimes at once, as a power cut would; what they had not written is gone. */
  kill(): Promise<void> {
    return this.aim()();
  }

  /** Looks up now what `kill` would have to, so that the returned shot strikes within the millisecond. */
  aim(): () => Promise<void> {
    const { child } = this;
    if (!child?.pid) return async () => {};
    const family = [child.pid, ...processes().flatMap(({ pid, parent }) => (parent === child.pid ? [pid] : []))];
    const gone = new Promise<void>(resolve => child.once('exit', () => resolve()));
    return async () => {
      this.child = null;
      for (const pid of family) killNow(pid);
      await gone;
    };
  }

  /** Ends it in order and removes its state. */
  async stop(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child) {
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await gone;
      clearTimeout(late);
    }
    rmSync(this.state, { recursive: true, force: true });
  }

  private async healthy(): Promise<void> {
    const until = Date.now() + START_MS;
    for (;;) {
      const ok = await fetch(`${this.url}/api/health`).then(
        response => response.ok,
        () => false, // not listening yet
      );
      if (ok) return;
      if (Date.now() > until) throw new Error(`the server on port ${this.port} does not get healthy`);
      await sleep(100);
    }
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', text => {
      if (String(text).includes('ready ')) resolve();
    });
    child.once('exit', code => reject(new Error(`the server ended with code ${code} before it was ready`)));
  });
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // ended by itself meanwhile
  }
}

/** CPU and memory of the Workers runtime that listens on a local port; null when there is none here. */
export function usageOf(port: number): Usage | null {
  const pid = runtimeOf(port);
  return pid ? usageOfProcess(pid) : null;
}

/** Process of the Workers runtime that listens on a local port; null when there is none here, or the platform does not tell. */
export function runtimeOf(port: number): number | null {
  return processes().find(({ command }) => new RegExp(`workerd serve .*entry=\\S*:${port} `).test(command))?.pid ?? null;
}

/** CPU and memory of one process; null when there is none, or the platform does not tell. */
export function usageOfProcess(pid: number): Usage | null {
  if (!existsSync(`/proc/${pid}/stat`)) return null;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return { cpu_s: (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_PER_S, rss_mb: Number(resident?.[1] ?? 0) / 1024 };
}

/** An empty state of today's schema, made once. It is made aside: two tests may want the first one at the same time. */
async function migrated(): Promise<string> {
  const made = join(MIGRATED, schemaHash());
  if (existsSync(made)) return made;
  mkdirSync(MIGRATED, { recursive: true });
  const aside = mkdtempSync(join(MIGRATED, 'new-'));
  await migrate(aside);
  try {
    renameSync(aside, made);
  } catch (error) {
    if (!existsSync(made)) throw error;
    rmSync(aside, { recursive: true });
  }
  return made;
}
