// A short run of the fuzzer (`npm run fuzz` runs it for longer): broken frames are refused, and nobody else notices.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newEyes } from '../harness/eyes';
import { Server } from '../harness/server';
import { fuzzDecoders } from './decoders';
import { fuzzInbox } from './inbox';

const SEED = 20261123;
let server: Server;
let snapshots: Uint8Array[] = [];

beforeAll(async () => {
  server = await Server.start();
});
afterAll(() => server?.stop());

test('a region under broken frames stays healthy, and an honest player plays on', async () => {
  const report = await fuzzInbox(server.url, 1500, SEED);
  snapshots = report.snapshots;
  expect(report.failures).toEqual([]);
  expect(report.frames).toBeGreaterThanOrEqual(1500);
});

test('the decoders refuse without throwing', () => {
  expect(snapshots.length).toBeGreaterThan(20);
  const report = fuzzDecoders(40_000, SEED, newEyes(), snapshots);
  expect(report.failures).toEqual([]);
  expect(report.refused).toBeGreaterThan(report.frames / 4);
});
