// Into a dungeon at a real screen, and out again: the gate, its panel, the veil, what stands behind it, the way back. With a picture on each side.
import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dungeons, gateOf, monsters } from '../../src/shared/content';
import { Server } from '../harness/server';
import { beforeGate, settleVisitors } from './atgate';
import { graveOf } from './axe';
import { launchSparing } from './chromium';
import { Screen } from './player';

const OUT = 'tests/browser/out';
/** A coarse look at a blank page finds next to none. */
const LEAST_COLOURS = 20;
const CROSSING_MS = 30_000;
const BARROW = dungeons.key('barrow');
const OUTSIDE = gateOf(BARROW).place.region.join('-');

let server: Server;
let browser: Browser;
let wren: Screen;
beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  [server, browser] = await Promise.all([Server.start(), launchSparing()]);
  wren = await Screen.blank(browser);
  await settleVisitors(server, { screen: wren, at: beforeGate(BARROW), level: BARROW.level });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const region = async (): Promise<string> => ((await wren.page.evaluate(() => window.__game!.facts())) as { region: string }).region;
const button = (name: string) => wren.page.getByRole('button', { name, exact: true });

/** In another world, and the veil is gone. */
async function stands(in_: RegExp): Promise<void> {
  const { page } = wren;
  await page.waitForFunction(
    ([pattern]) => {
      const door = window.__game!;
      const { region: here } = door.facts() as { region: string };
      return door.ready && new RegExp(pattern).test(here) && (door.state() as { veil: unknown }).veil === null;
    },
    [in_.source],
    { timeout: CROSSING_MS },
  );
}

test('goes through the gate into a run of its own, and back out of it', async () => {
  const { page } = wren;
  await wren.play();
  expect(await region()).toBe(OUTSIDE);
  await page.getByText(`The gate of ${BARROW.name}`).waitFor({ timeout: CROSSING_MS });
  await wren.press('f');
  const panel = page.getByRole('dialog', { name: BARROW.name });
  await panel.waitFor();
  for (const boss of BARROW.bosses) await panel.getByText(monsters.key(boss).name).waitFor();
  expect(await graveOf(page)).toEqual([]);
  // Enter has the focus: no mouse is needed.
  await page.keyboard.press('Enter');
  await page.locator('.between.on h2').getByText(BARROW.name).waitFor({ timeout: CROSSING_MS });
  await stands(/^barrow\.\d+$/);
  expect(await wren.known()).toMatchObject({ run: { dungeon: BARROW.id, felled: 0 }, place: { key: 'barrow' }, gate: null });
  const [door] = BARROW.place.spawns;
  const own = await wren.own();
  expect(Math.hypot(own.x - door.x, own.z - door.z)).toBeLessThan(4);
  const card = page.getByRole('region', { name: BARROW.name });
  await card.getByText('0 of 3 felled').first().waitFor();
  expect(await graveOf(page)).toEqual([]);
  await wren.press('m');
  await page.getByRole('img', { name: /Plan of the halls/ }).waitFor();
  expect(await graveOf(page)).toEqual([]);
  expect(await wren.picture(`${OUT}/dungeon-plan.png`)).toBeGreaterThan(LEAST_COLOURS);
  await page.keyboard.press('Escape');

  // Walls hold: whoever walks at the one behind him stays in the yard.
  await wren.face({ x: door.x, z: door.z + 40 });
  await page.keyboard.down('w');
  await page.waitForTimeout(3000);
  await page.keyboard.up('w');
  expect(Math.hypot((await wren.own()).x - door.x, (await wren.own()).z - door.z)).toBeLessThan(16);
  await page.waitForTimeout(1200);
  expect(await wren.picture(`${OUT}/dungeon-inside.png`)).toBeGreaterThan(LEAST_COLOURS);

  await card.getByRole('button', { name: 'Leave' }).click();
  await stands(new RegExp(`^${OUTSIDE}$`));
  expect(await wren.known()).toMatchObject({ run: null });
  const { poi } = gateOf(BARROW);
  const after = await wren.own();
  expect(Math.hypot(after.x - poi.x, after.z - poi.z)).toBeLessThan(6);
  await page.waitForTimeout(1200);
  expect(await wren.picture(`${OUT}/dungeon-outside.png`)).toBeGreaterThan(LEAST_COLOURS);

  // And who loads the page anew inside is shown the inside.
  await page.getByText(`The gate of ${BARROW.name}`).waitFor({ timeout: CROSSING_MS });
  await wren.press('f');
  await button('Enter').click();
  await stands(/^barrow\.\d+$/);
  await wren.reload();
  await stands(/^barrow\.\d+$/);
  expect(wren.complaints).toEqual([]);
}, 180_000);
