// `npm test`: installs what is missing, builds, then checks types and lint and runs every test, a real browser's included.
// The last line is `N passed, N failed`, alone; any failure ends with code 1. Further words go to vitest (`npm test -- tests/rules`).
import { readFileSync, rmSync } from 'node:fs';
import { check } from './check.mjs';
import { run } from './child.mjs';
import { install } from './install.mjs';
import { onRightNode } from './node.mjs';
import { runtimeEnv } from './runtime.mjs';

const REPORT = '.cache/vitest.json';

async function build() {
  const code = await run(process.execPath, ['tools/build.mjs']);
  console.log(`${code ? '✗' : '✓'} build`);
  return { passed: code ? 0 : 1, failed: code ? 1 : 0 };
}

async function vitest(words) {
  rmSync(REPORT, { force: true });
  const code = await run(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`, ...words],
    { env: runtimeEnv() },
  );
  return count(code);
}

/** A file that could not even be read has no tests: it counts as one failure, and so does a run that ended badly for another reason. */
function count(code) {
  let report;
  try {
    report = JSON.parse(readFileSync(REPORT, 'utf8'));
  } catch (error) {
    console.error(`vitest left no report: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
  const broken = report.testResults.filter(file => file.status === 'failed' && !file.assertionResults.length).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: code && !failed ? 1 : failed };
}

await onRightNode();
let results;
try {
  await install();
  results = [await build(), await check(), await vitest(process.argv.slice(2))];
} catch (error) {
  console.error(error.message);
  results = [{ passed: 0, failed: 1 }];
}
const sum = key => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
