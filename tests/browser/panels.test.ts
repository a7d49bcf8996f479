// Every panel of the page under axe-core: no violation that is serious or critical, on the first page, in the world, in every window and in all three
// views. And the newcomer's first steps at the real screen: a hint, a sign to the first quest, and the hint that goes when it was followed.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { npcCalled } from '../../web/places';
import { Server } from '../harness/server';
import { graveOf } from './axe';
import { launchSparing } from './chromium';
import { Screen } from './player';

let server: Server;
let browser: Browser;
let wren: Screen;

beforeAll(async () => {
  [server, browser] = await Promise.all([Server.start(), launchSparing()]);
  wren = await Screen.open(browser, server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const grave = (): Promise<string[]> => graveOf(wren.page);
const button = (name: string) => wren.page.getByRole('button', { name, exact: true });

describe('the first page', () => {
  test('has nothing grave', async () => {
    await wren.page.getByRole('button', { name: 'Play' }).first().waitFor();
    expect(await grave()).toEqual([]);
  });

  test('nor have the settings, leaf by leaf, and the credits', async () => {
    await button('Settings').first().click();
    for (const leaf of await wren.page.getByRole('tab').all()) {
      await leaf.click();
      expect(await grave(), await leaf.innerText()).toEqual([]);
    }
    await wren.page.keyboard.press('Escape');
    await button('Credits').first().click();
    expect(await grave()).toEqual([]);
    await wren.page.keyboard.press('Escape');
  });

  test('nor has the choice of who to be', async () => {
    await wren.page.locator('.who').click();
    await wren.page.locator('.chooser').waitFor();
    expect(await grave()).toEqual([]);
    await wren.page.keyboard.press('Escape');
  });
});

describe('a newcomer', () => {
  const hint = () => wren.page.locator('.hint');

  test('is told at once how to walk, and where to', async () => {
    await wren.play();
    await hint().getByText('Walk with').waitFor({ timeout: 60_000 });
    await wren.page.locator('.tracker .next').getByText('Old Aldous').waitFor();
    expect(await grave()).toEqual([]);
  });

  test('is told the next thing when he has done the first', async () => {
    const isTold = async () => (await hint().count()) > 0 && (await hint().innerText()).includes('Old Aldous');
    const isNear = async () => (await wren.page.locator('.prompt').getByText('Old Aldous').count()) > 0;
    const isThere = async () => (await isNear()) && isTold();
    expect(await wren.walkTo(npcCalled('aldous')!, 1.5, 120_000, isThere)).toBe(true);
    await expect.poll(isTold, { timeout: 60_000 }).toBe(true);
    // On a full machine she may run past him before the key is let go.
    if (!(await isNear())) await wren.walkTo(npcCalled('aldous')!, 1.5, 60_000, isNear);
    await wren.pressUntil('f', '.dialogue');
    await expect
      .poll(
        () =>
          hint()
            .count()
            .then(n => (n ? hint().innerText() : '')),
        { timeout: 60_000 },
      )
      .toContain('take the quest');
    expect(await grave()).toEqual([]);
    await wren.page.locator('.dialogue').getByRole('button', { name: 'New Boots on Old Stones' }).first().click();
    await wren.page.locator('.dialogue').getByRole('button', { name: 'I will do it' }).first().click();
    await wren.page.locator('.tracker').getByText('Walk round the market square').waitFor({ timeout: 60_000 });
    await wren.press('Escape');
  });

  test('can send the hints away, and is asked no more', async () => {
    await hint().waitFor({ timeout: 60_000 });
    await hint().getByRole('button', { name: 'Skip hints' }).click();
    await hint().waitFor({ state: 'detached' });
    await wren.page.waitForTimeout(3500);
    expect(await hint().count()).toBe(0);
  });
});

describe('in the world', () => {
  test.each([
    ['bag', 'b'],
    ['character', 'p'],
    ['abilities', 'k'],
    ['classes', 'j'],
    ['quests', 'l'],
    ['craft', 'u'],
    ['deeds', 'o'],
    ['finder', 'i'],
    ['people', 't'],
    ['map', 'm'],
    ['help', 'h'],
  ])('the window %s has nothing grave', async (name, key) => {
    await wren.press(key);
    await wren.page.locator(`.window.${name}`).waitFor({ timeout: 60_000 });
    expect(await grave()).toEqual([]);
    await wren.press('Escape');
    await wren.page.locator(`.window.${name}`).waitFor({ state: 'detached' });
  });

  test('nor has the chat, its phrases, and what stands beside a name', async () => {
    await wren.press('Enter');
    await wren.page.keyboard.type('/world Anybody there?');
    await wren.press('Enter');
    await wren.page.locator('.lines .world').waitFor({ timeout: 60_000 });
    // Back to whoever stands near: newcomers speak to the world once in a few seconds.
    await wren.press('Enter');
    await wren.page.keyboard.type('/s ');
    await wren.press('Enter');
    await wren.press('Enter');
    expect(await grave()).toEqual([]);
    await wren.page.getByRole('button', { name: 'Quick phrases' }).click();
    await wren.page.getByRole('menu').waitFor();
    expect(await grave()).toEqual([]);
    await wren.page.getByRole('menuitem', { name: 'Hello!' }).click();
    await wren.page.locator('.lines .phrase').getByText('Hello!').first().waitFor({ timeout: 60_000 });
  });

  test('nor has the menu', async () => {
    await wren.press('Escape');
    await wren.page.locator('.window.menu').waitFor();
    expect(await grave()).toEqual([]);
    await wren.press('Escape');
  });

  test.each([
    ['2', 'warfront'],
    ['3', 'commander'],
    ['1', 'adventurer'],
  ])('nor has view %s', async (digit, mode) => {
    await wren.press('Backquote');
    await wren.press(digit);
    await expect.poll(async () => (await wren.known()).mode, { timeout: 60_000 }).toBe(mode);
    expect(await grave()).toEqual([]);
  });
});

test('the page that only chats works on a phone, by the same account, and has nothing grave', async () => {
  const page = await wren.page.context().newPage();
  await page.setViewportSize({ width: 390, height: 760 });
  await page.goto(`${server.url}/chat`);
  await page.locator('.lines .world').getByText('Anybody there?').waitFor({ timeout: 60_000 });
  await page.locator('.entry input').fill('/world From the tram');
  await page.keyboard.press('Enter');
  await wren.page.locator('.lines .world').getByText('From the tram').waitFor({ timeout: 60_000 });
  expect(await graveOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.close();
});

test('nothing was complained about', () => {
  expect(wren.complaints).toEqual([]);
});
