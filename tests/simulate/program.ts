// Runs a program of simulations as it is run by hand, in a process of its own: while a schedule runs, the clock and chance are the schedule's.
// Nobody waits for its turns, so it takes what processors others leave: those who keep real time beside it do not feel it. In: its entry, words.
// Out: the line of JSON that it ends with, and what it complained of.
import { execFile } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { bundle } from '../../tools/run.mjs';

interface Told {
  // biome-ignore lint/suspicious/noExplicitAny: each program tells figures of its own, and a missing one fails its test
  line: any;
  stderr: string;
}

export async function simulated(entry: string, ...words: string[]): Promise<Told> {
  const program = await bundle(entry);
  return new Promise((resolve, reject) => {
    const all = ['--no-warnings', program, ...words, '--json'];
    const child = execFile(process.execPath, all, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      // A violation ends with code 1, and is told all the same.
      if (stdout) resolve({ line: JSON.parse(stdout), stderr });
      else reject(new Error(`${entry} did not end well: ${stderr.slice(-2000)}`, { cause: error }));
    });
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  });
}
