// From one region into the next, as a player does it: along the eastern road, over the border, with a picture on each side.
import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Server } from '../harness/server';
import { launchBrowser } from './chromium';
import { riseIfDead } from './hunt';
import { Screen } from './player';

const OUT = 'tests/browser/out';
/** A coarse look at a blank page finds next to none. */
const LEAST_COLOURS = 24;
/** From the market over the Penny Bridge and down the quiet road to Sallow Fen; the border is at z = 1024. */
const ROAD = [
  [790, 764],
  [826, 761],
  [856, 757],
  [872, 756],
  [865, 792],
  [862, 836],
  [850, 870],
  // Here wolves watch the road: round them.
  [836, 900],
  [806, 928],
  [799, 960],
  [796, 1014],
] as const;
const BEYOND = { x: 795, z: 1044 };
const LEG_MS = 45_000;

let server: Server;
let browser: Browser;
let screen: Screen;
beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  server = await Server.start();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function walk(x: number, z: number): Promise<void> {
  for (let tries = 0; tries < 2; tries++) {
    if (await screen.walkTo({ x, z }, 5, LEG_MS)) return;
    await riseIfDead(screen);
  }
  const own = await screen.own();
  throw new Error(`never came to ${x}, ${z}; stands at ${own.x.toFixed(1)}, ${own.z.toFixed(1)}`);
}

test('walks from Alderwick into Sallow Fen without a pause or a complaint', async () => {
  screen = await Screen.open(browser, server.url);
  await screen.play();
  const { region, entity } = await facts();
  expect(region).toBe('2-1-1');
  for (const [x, z] of ROAD) await walk(x, z);
  expect(await screen.picture(`${OUT}/border-this-side.png`)).toBeGreaterThan(LEAST_COLOURS);
  await walk(BEYOND.x, BEYOND.z);
  const after = await facts();
  expect(after.region).toBe('2-1-2');
  expect(after.entity).toBe(entity);
  expect(after.crossings.length).toBeGreaterThanOrEqual(1);
  expect(await screen.picture(`${OUT}/border-other-side.png`)).toBeGreaterThan(LEAST_COLOURS);
  expect(screen.complaints).toEqual([]);
}, 400_000);

async function facts(): Promise<{ region: string; entity: number; crossings: unknown[] }> {
  const { entity } = await screen.own();
  const { region, crossings } = (await screen.page.evaluate(() => window.__game!.facts())) as {
    region: string;
    crossings: unknown[];
  };
  return { region, entity, crossings };
}
