// `npm test`: installs what is missing, builds, then runs every test, a real browser's included, and checks types and lint beside them.
// The last line is `N passed, N failed`, alone; any failure ends with code 1. Further words go to vitest (`npm test -- tests/rules`).
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { check } from './check.mjs';
import { run } from './child.mjs';
import { install } from './install.mjs';
import { onRightNode } from './node.mjs';
import { runtimeEnv } from './runtime.mjs';

// Projects of vitest.config.ts, and how many files of them at a time, each in a run of vitest of its own, so that workers are kept from file to file.
/** Computes for minutes at the lowest priority: beside all shifts, it takes what they leave while they wait. */
const ALL_ALONG = [{ projects: ['simulations'], workers: 1 }];
/**
 * One after the other; lanes of one shift run side by side, and what is in one lane one after the other. Stories and pure rooms have a time of their
 * own: what is asked of a second there is asked of a machine that is not full. Servers and screens mostly wait, for each other and for what is to
 * happen; with a lane more, honest players are late.
 */
const SHIFTS = [
  [[{ projects: ['workers', 'node'], workers: 4 }]],
  [
    [{ projects: ['browser'], workers: 2 }],
    [
      { projects: ['attacks'], workers: 1 },
      { projects: ['divisions'], workers: 1 },
    ],
    [
      { projects: ['proofs'], workers: 1 },
      { projects: ['crowds'], workers: 1 },
    ],
  ],
];
/** Some fifty servers and several runs of vitest are started: what Node has compiled for one is there for the next. */
const COMPILED = resolve('.cache/compiled');
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
  const from_ms = performance.now();
  const code = await run(process.execPath, program, { env: { ...runtimeEnv(), NODE_COMPILE_CACHE: COMPILED } });
  console.log(`${code ? '✗' : '✓'} ${projects.join(' and ')}, ${Math.round((performance.now() - from_ms) / 1000)} s`);
  return count(code, report);
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

/** One after the other. */
async function lane(runs, words) {
  const done = [];
  for (const each of runs) done.push(await vitest(each, words));
  return done;
}

async function shifts(words) {
  const done = [];
  for (const lanes of SHIFTS) done.push(...(await Promise.all(lanes.map(runs => lane(runs, words)))).flat());
  return done;
}

/** All of them. Words that name no test at all are a mistake. */
async function tests(words) {
  const done = await Promise.all([lane(ALL_ALONG, words), shifts(words)]);
  const results = [...done.flat(), await vitest(LAST, words)];
  const found = results.some(({ passed, failed }) => passed + failed > 0);
  if (!found) console.error('no test was found');
  return found ? results : [{ passed: 0, failed: 1 }];
}

/** What can be told without running anything needs nothing that is built: it begins with the rest. */
async function everything(words) {
  const checked = check();
  const built = await build();
  return [built, ...(await tests(words)), await checked];
}

await onRightNode();
let results;
try {
  await install();
  results = await everything(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  results = [{ passed: 0, failed: 1 }];
}
const sum = key => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
