// Two browsers and a guild: founded at the screen, one is asked in and says yes, both talk in its channel, put silver into its bank, plan an evening,
// plant its banner; every leaf under axe-core. With pictures.
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMBLEMS, packEmblem } from '../../src/shared/content';
import { Server } from '../harness/server';
import { settleVisitors } from './atgate';
import { graveOf } from './axe';
import { launchSparing } from './chromium';
import { Screen } from './player';

const OUT = 'tests/browser/out';
const GUILD = 'Larks of the March';
/** In the village, and far enough from where people arrive for a banner. */
const GREEN = { x: 786, z: 742 };
/** What the founder picks: the raven, and the colours that the window proposes. */
const RAVEN = { shape: EMBLEMS.findIndex(({ name }) => name === 'Raven'), field: 10, mark: 5 };
const LEAVES = ['Members', 'Bank', 'Calendar', 'Alliance', 'Ranks', 'Log'];

let server: Server;
let browser: Browser;
let wren: Screen;
let lark: Screen;

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  [server, browser] = await Promise.all([Server.start(), launchSparing()]);
  wren = await Screen.blank(browser);
  await settleVisitors(server, { screen: wren, at: GREEN, level: 8, means: { level: 8, gold: 40_000 } });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const panel = (page: Page) => page.locator('.window.guild');
const picture = (page: Page, name: string) => page.screenshot({ path: `${OUT}/guild-${name}.png` });

describe('a guild at two screens', () => {
  test('has both in the world', async () => {
    await wren.play();
    lark = await Screen.open(browser, server.url);
    await lark.play();
  });

  test('is founded from the keyboard, with an emblem of its own', async () => {
    const { page } = wren;
    await page.setViewportSize({ width: 1280, height: 800 });
    await wren.press('g');
    await panel(page).waitFor();
    expect(await graveOf(page)).toEqual([]);
    await panel(page).getByLabel('Name of the guild').fill(GUILD);
    await panel(page).getByRole('radio', { name: 'Raven' }).check({ force: true });
    await picture(page, 'found');
    await panel(page).getByLabel('Name of the guild').press('Enter');
    await panel(page).getByText('Guild level 1').waitFor({ timeout: 30_000 });
    expect(await graveOf(page)).toEqual([]);
  });

  test('asks another in, who says yes, and both read what is said in it', async () => {
    const { name } = (await lark.known()).me;
    await panel(wren.page).getByLabel('Name of a player').fill(name);
    await panel(wren.page).getByRole('button', { name: 'Invite', exact: true }).click();
    const call = lark.page.locator('.call');
    await call.getByText(GUILD).waitFor({ timeout: 30_000 });
    expect(await graveOf(lark.page)).toEqual([]);
    await picture(lark.page, 'asked');
    await call.getByRole('button', { name: 'Join' }).click();
    await panel(wren.page).getByText('2 members, 2 in the world').waitFor({ timeout: 30_000 });
    await lark.press('Enter');
    await lark.page.keyboard.type('/g Glad to be here');
    await lark.press('Enter');
    await wren.page.locator('.lines .guild').getByText('Glad to be here').waitFor({ timeout: 30_000 });
    await picture(wren.page, 'roster');
  });

  test('keeps silver in its bank, and an evening in its calendar', async () => {
    const { page } = wren;
    await panel(page).getByRole('tab', { name: 'Bank' }).click();
    await panel(page).getByRole('spinbutton', { name: 'Silver' }).fill('25');
    await panel(page).locator('.guildgold').getByRole('button', { name: 'Put in' }).click();
    await expect
      .poll(() => panel(page).locator('.guildgold .coins').getAttribute('aria-label'), { timeout: 30_000 })
      .toContain('25');
    await panel(page).getByLabel('Put in').selectOption({ index: 1 });
    await panel(page).locator('.itemslot:not(.empty)').first().waitFor({ timeout: 30_000 });
    await picture(page, 'bank');
    await panel(page).getByRole('tab', { name: 'Calendar' }).click();
    await panel(page).getByLabel('What').fill('The Hollow Barrow');
    const when = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16);
    await panel(page).getByLabel('When (your own time)').fill(when);
    await panel(page).getByRole('button', { name: 'Plan it' }).click();
    await panel(page).locator('.events').getByText('The Hollow Barrow').waitFor({ timeout: 30_000 });
    await picture(page, 'calendar');
  });

  test.each(LEAVES)('has nothing grave on the leaf %s', async leaf => {
    const { page } = wren;
    await panel(page).getByRole('tab', { name: leaf }).click();
    await page.waitForTimeout(700);
    expect(await graveOf(page)).toEqual([]);
    await picture(page, leaf.toLowerCase());
  });

  test('plants its banner, which the other one is told of, and wears its emblem', async () => {
    const { page } = wren;
    await panel(page).getByRole('button', { name: 'Plant banner' }).click();
    await lark.page.waitForFunction(
      () => (window.__game!.told('banners') as { banners: unknown[] } | undefined)?.banners.length === 1,
    );
    await page.locator('.lines').getByText(`${GUILD} plants its banner here.`).waitFor({ timeout: 30_000 });
    const own = (await wren.actors()).find(body => body.own);
    expect(own?.colours).toBe(packEmblem(RAVEN));
  });

  test('shows its name under that of whoever belongs to it', async () => {
    const actors = await wren.actors();
    expect(actors.map(({ title }) => title)).toContain(`‹${GUILD}›`);
    await wren.press('Escape');
    await picture(wren.page, 'world');
  });

  test('nothing was complained about', () => {
    expect([...wren.complaints, ...lark.complaints]).toEqual([]);
  });
});
