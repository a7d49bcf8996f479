// `npm test`: installs what is missing, builds, then checks types and lint and runs every test, a real browser's included.
// The last line is `N passed, N failed`, alone; any failure ends with code 1. Further words go to vitest (`npm test -- tests/rules`).
import { readFileSync, rmSync } from 'node:fs';
import { check } from './check.mjs';
import { run } from './child.mjs';
import { install } from './install.mjs';
import { onRightNode } from './node.mjs';
import { runtimeEnv } from './runtime.mjs';

// Projects of vitest.config.ts, and how many files of them at a time, each in a run of vitest of its own, so that workers are kept from file to file.
/** Computes for minutes at the lowest priority: beside all shifts, it takes what they leave while they wait. */
const ALL_ALONG = { projects: ['simulations'], workers: 1 };
/** One after the other; what is in one runs side by side. Stories and pure rooms have a time of their own, servers and screens keep real time. */
const SHIFTS = [
  [{ projects: ['workers', 'node'], workers: 4 }],
  [
    { projects: ['browser'], workers: 2 },
    { projects: ['proofs'], workers: 1 },
  ],
];
/** With the machine to itself. */
const LAST = { projects: ['alone'], workers: 1 };

async function build() {
  const code = await run(process.execPath, ['tools/build.mjs']);
  console.log(`${code ? '✗' : '✓'} build`);
  return { passed: code ? 0 : 1, failed: code ? 1 : 0 };
}

async function vitest({ projects, workers }, words) {
  const report = `.cache/vitest-${projects[0]}.json`;
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = [...projects.flatMap(name => ['--project', name]), `--maxWorkers=${workers}`, '--passWithNoTests'];
  const program = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...chosen, ...words];
  return count(await run(process.execPath, program, { env: runtimeEnv() }), report);
}

/** A file that could not even be read has no tests: it counts as one failure, and so does a run that ended badly for another reason. */
function count(code, path) {
  let report;
  try {
    report = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(`vitest left no report: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
  const broken = report.testResults.filter(file => file.status === 'failed' && !file.assertionResults.length).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: code && !failed ? 1 : failed };
}

/** All of them. Words that name no test at all are a mistake. */
async function tests(words) {
  const shifts = async () => {
    const done = [];
    for (const shift of SHIFTS) done.push(...(await Promise.all(shift.map(each => vitest(each, words)))));
    return done;
  };
  const results = (await Promise.all([vitest(ALL_ALONG, words), shifts()])).flat();
  results.push(await vitest(LAST, words));
  const found = results.some(({ passed, failed }) => passed + failed > 0);
  if (!found) console.error('no test was found');
  return found ? results : [{ passed: 0, failed: 1 }];
}

await onRightNode();
let results;
try {
  await install();
  results = [await build(), await check(), ...(await tests(process.argv.slice(2)))];
} catch (error) {
  console.error(error.message);
  results = [{ passed: 0, failed: 1 }];
}
const sum = key => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
