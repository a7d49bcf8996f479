// `npm test`: installs what is missing, builds, then checks types and lint and runs every test, a real browser's included.
// The last line is `N passed, N failed`, alone; any failure ends with code 1. Further words go to vitest (`npm test -- tests/rules`).
import { readFileSync, rmSync } from 'node:fs';
import { check } from './check.mjs';
import { run } from './child.mjs';
import { install } from './install.mjs';
import { onRightNode } from './node.mjs';
import { runtimeEnv } from './runtime.mjs';

/**
 * Projects of vitest.config.ts, and how many files of them at a time. What is in one row runs side by side, in runs of vitest of their own: each keeps
 * the workers that it has started. A simulation computes for minutes at the lowest priority; beside it most of the others wait.
 */
const SHIFTS = [
  [
    { projects: ['workers', 'node'], workers: 2 },
    { projects: ['proofs', 'browser'], workers: 3 },
  ],
  [{ projects: ['alone'], workers: 1 }],
];

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

/** All shifts. Words that name no test at all are a mistake. */
async function tests(words) {
  const results = [];
  for (const shift of SHIFTS) results.push(...(await Promise.all(shift.map(each => vitest(each, words)))));
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
