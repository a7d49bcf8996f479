// One core, every engine: a thousand ticks in the Workers runtime end in the same hash as in Node (tests/sim) and in Chromium (tests/browser).
import { expect, test } from 'vitest';
import core from '../../build/core.wasm';
import { playScenario, SCENARIO_HASH } from '../sim/scenario';

test('the Workers runtime agrees after 1,000 ticks', () => {
  expect(playScenario(core)).toBe(SCENARIO_HASH);
});
