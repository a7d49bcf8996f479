// Runs another program and never outlives or abandons it: passes signals on, and stops it when our own parent is gone
// (npm does not pass SIGTERM on, and a killed parent leaves us to init). In: a command. Out: its exit code.
import { spawn } from 'node:child_process';

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

/** Calls back once when the process that started us has died. Returns the timer. */
export function onParentGone(then) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, POLL_MS);
  timer.unref();
  return timer;
}
