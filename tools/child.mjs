// Runs another program and never outlives or abandons it: passes signals on, and stops it when our own parent is gone
// (npm does not pass SIGTERM on, and a killed parent leaves us to init). In: a command. Out: its exit code.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const POLL_MS = 250;
const GRACE_MS = 5000;

/** Resolves to the exit code (128 + signal when it was killed). `stop` aborts: the child gets SIGTERM, and SIGKILL after a grace time. */
export function run(command, args, { stop, onSpawn, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    let killer;
    const end = signal => {
      child.kill(signal);
      killer ??= setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    };
    const handlers = SIGNALS.map(signal => [signal, () => end(signal)]);
    for (const [signal, handler] of handlers) process.on(signal, handler);
    const parentGone = onParentGone(() => end('SIGTERM'));
    stop?.addEventListener('abort', () => end('SIGTERM'));
    const done = () => {
      for (const [signal, handler] of handlers) process.off(signal, handler);
      clearInterval(parentGone);
      clearTimeout(killer);
    };
    child.on('error', error => {
      done();
      reject(error);
    });
    child.on('exit', (code, signal) => {
      done();
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGKILL' ? 137 : 143));
    });
    onSpawn?.(child);
  });
}

/** Calls back once when the process that started us has died, or the npm behind the shell that it puts between. Returns the timer. */
export function onParentGone(then) {
  const parent = process.ppid;
  const behind = parentOf(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && parentOf(parent) === behind) return;
    clearInterval(timer);
    then();
  }, POLL_MS);
  timer.unref();
  return timer;
}

/** Who started a process; 0 where that cannot be read without running a program. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return 0;
    throw error;
  }
}
