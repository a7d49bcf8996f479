// From one region into the next, as a player does it: along the eastern road, over the border, with a picture on each side.
import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Server } from '../harness/server';
import { settleVisitors } from './atgate';
import { launchSparing } from './chromium';
import { riseIfDead } from './hunt';
import { Screen } from './player';

const OUT = 'tests/browser/out';
/** A coarse look at a blank page finds next to none. */
const LEAST_COLOURS = 24;
/** On the quiet road to Sallow Fen, past the Penny Bridge. */
const START = { x: 862, z: 836 };
/** The border is at z = 1024. */
const ROAD = [
  [850, 870],
  // Here wolves watch the road: round them.
  [836, 900],
  [806, 928],
  [799, 960],
  [796, 1014],
] as const;
const BEYOND = { x: 795, z: 1044 };
const LEG_MS = 120_000;
const MOST_FALLS = 3;

let server: Server;
let browser: Browser;
let screen: Screen;
beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  // An ambush on the road would be a test of its own.
  server = await Server.start({ vars: { HAPPENINGS: 'off' } });
  browser = await launchSparing();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Along the whole road; who falls on it rises at the square, and comes back from there. */
async function walk(road: readonly (readonly [number, number])[]): Promise<void> {
  for (let falls = 0; falls <= MOST_FALLS; falls++) {
    const stopped = await stoppedAt(road);
    if (!stopped) return;
    const own = await screen.own();
    const where = `at ${own.x.toFixed(1)}, ${own.z.toFixed(1)}, short of ${stopped}`;
    if (!(await screen.isDead())) throw new Error(`stands ${where}`);
    console.warn(`fell ${where}`);
    await riseIfDead(screen);
  }
  throw new Error(`fell more than ${MOST_FALLS} times`);
}

/** The point of the road that was not reached. */
async function stoppedAt(road: readonly (readonly [number, number])[]): Promise<string | null> {
  for (const [x, z] of road) if (!(await screen.walkTo({ x, z }, 5, LEG_MS))) return `${x}, ${z}`;
  return null;
}

test('walks from Alderwick into Sallow Fen without a pause or a complaint', async () => {
  screen = await Screen.blank(browser);
  await settleVisitors(server, { screen, at: START, level: 3 });
  await screen.play();
  const { region, entity } = await facts();
  expect(region).toBe('2-1-1');
  await walk(ROAD);
  expect(await screen.picture(`${OUT}/border-this-side.png`)).toBeGreaterThan(LEAST_COLOURS);
  await walk([[BEYOND.x, BEYOND.z]]);
  const after = await facts();
  expect(after.region).toBe('2-1-2');
  expect(after.entity).toBe(entity);
  expect(after.crossings.length).toBeGreaterThanOrEqual(1);
  expect(await screen.picture(`${OUT}/border-other-side.png`)).toBeGreaterThan(LEAST_COLOURS);
  expect(screen.complaints).toEqual([]);
}, 600_000);

async function facts(): Promise<{ region: string; entity: number; crossings: unknown[] }> {
  const { entity } = await screen.own();
  const { region, crossings } = (await screen.page.evaluate(() => window.__game!.facts())) as {
    region: string;
    crossings: unknown[];
  };
  return { region, entity, crossings };
}
