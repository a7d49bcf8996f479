// One core, every engine: a thousand ticks in Chromium end in the same hash as in Node (tests/sim) and in the Workers runtime (tests/stories).
import { readFileSync } from 'node:fs';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { SCENARIO_HASH } from '../sim/scenario';
import { launchSparing } from './chromium';

declare global {
  var scenario: typeof import('../sim/scenario');
}

test('Chromium agrees after 1,000 ticks', async () => {
  const script = await bundled('tests/sim/scenario.ts');
  const core = readFileSync('build/core.wasm').toString('base64');
  const browser = await launchSparing();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    const hash = await page.evaluate(async base64 => {
      const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
      return globalThis.scenario.playScenario(await WebAssembly.compile(bytes));
    }, core);
    expect(hash).toBe(SCENARIO_HASH);
  } finally {
    await browser.close();
  }
});

async function bundled(entry: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'scenario' } },
  })) as Rolldown.RolldownOutput[];
  return built[0].output[0].code;
}
