// `npm run check`: the quick half of `npm test`: types of every project and lint. Prints what is wrong; a failure ends with code 1.
import { run } from './child.mjs';
import { install } from './install.mjs';
import { isProgram, onRightNode } from './node.mjs';

const CHECKS = [
  ['types of the server', ['node_modules/typescript/bin/tsc', '-p', '.']],
  ['types of the client', ['node_modules/typescript/bin/tsc', '-p', 'web']],
  ['types of the tests', ['node_modules/typescript/bin/tsc', '-p', 'tests']],
  ['types of the simulation', ['node_modules/typescript/bin/tsc', '-p', 'tests/simulate']],
  ['types of the stories', ['node_modules/typescript/bin/tsc', '-p', 'tests/stories']],
  ['lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']],
];

/** Runs every check one after another. Resolves to { passed, failed }. */
export async function check() {
  let failed = 0;
  for (const [name, command] of CHECKS) {
    const code = await run(process.execPath, command);
    if (code) failed++;
    console.log(`${code ? '✗' : '✓'} ${name}`);
  }
  return { passed: CHECKS.length - failed, failed };
}

if (isProgram(import.meta)) {
  await onRightNode();
  await install();
  process.exitCode = (await check()).failed ? 1 : 0;
}
