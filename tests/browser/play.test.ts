// The first evening of a newcomer, in a real browser against a real server: Play, walk, kill a wolf, loot it, change clothes, talk with
// somebody else, look at all three views, come back after a reload and find everything as it was.
import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { items } from '../../src/shared/content';
import { WORN_BASE } from '../../src/shared/protocol/limits';
import { Server } from '../harness/server';
import { launchSparing } from './chromium';
import { hunt, loot, riseIfDead, worth } from './hunt';
import { type Known, Screen } from './player';

const OUT = 'tests/browser/out';
const LEAST_COLOURS = 40;
const HUNT_MS = 400_000;

let server: Server;
let browser: Browser;
let wren: Screen;
let other: Screen;
/** What the newcomer owned before the first wolf. */
let owned = 0;

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  [server, browser] = await Promise.all([Server.start(), launchSparing()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('a newcomer', () => {
  test('opens the page, presses Play and is in the world', async () => {
    wren = await Screen.open(browser, server.url, { sounds: true });
    await wren.page.getByRole('button', { name: 'Play' }).first().waitFor();
    expect(await wren.picture(`${OUT}/landing.png`)).toBeGreaterThan(LEAST_COLOURS);
    await wren.play();
    const known = await wren.known();
    expect(known.sheet?.level).toBe(1);
    expect(known.bag.length).toBeGreaterThan(0);
  });

  test('walks', async () => {
    const from = await wren.own();
    const gone_m = async () => {
      const to = await wren.own();
      return Math.hypot(to.x - from.x, to.z - from.z);
    };
    await wren.page.keyboard.down('w');
    await expect.poll(gone_m, { timeout: 60_000 }).toBeGreaterThan(3);
    await wren.page.keyboard.up('w');
  });

  test(
    'kills a wolf and gains experience',
    async () => {
      const before = (await wren.known()).sheet!;
      owned = worth(await wren.known());
      await hunt(wren);
      const after = (await wren.known()).sheet!;
      expect(after.level * 1e6 + after.xp).toBeGreaterThan(before.level * 1e6 + before.xp);
    },
    HUNT_MS,
  );

  test(
    'loots what it left',
    async () => {
      for (let tries = 0; tries < 5; tries++) {
        if (await loot(wren, owned)) return;
        await hunt(wren); // this one had nothing on it
      }
      expect.fail('five wolves left nothing');
    },
    HUNT_MS,
  );

  test('takes its shirt off and puts it on again', async () => {
    const armor = (await wren.known()).sheet!.armor;
    const shirt = (await wren.known()).bag.find(item => item.slot === WORN_BASE + 5)!;
    await wren.press('p');
    await wren.press('b');
    const worn = wren.page.getByRole('group', { name: 'Worn' });
    const inBag = wren.page.getByRole('group', { name: 'Bag' });
    const label = new RegExp(`^${items.get(shirt.kind)!.name}`);
    await worn.getByRole('button', { name: label }).click({ button: 'right' });
    await expect.poll(async () => slotOf(await wren.known(), shirt.id), { timeout: 60_000 }).toBeLessThan(WORN_BASE);
    await expect.poll(async () => (await wren.known()).sheet!.armor, { timeout: 60_000 }).toBeLessThan(armor);
    await inBag.getByRole('button', { name: label }).first().click({ button: 'right' });
    await expect.poll(async () => slotOf(await wren.known(), shirt.id), { timeout: 60_000 }).toBe(WORN_BASE + 5);
    await wren.press('Escape');
    await wren.press('Escape');
  });
});

test('two players talk', async () => {
  other = await Screen.open(browser, server.url);
  await other.play();
  await say(wren, '/r Is anybody out there?');
  await other.page.getByText('Is anybody out there?').first().waitFor({ timeout: 60_000 });
  await say(other, '/r By the well.');
  await wren.page.getByText('By the well.').first().waitFor({ timeout: 60_000 });
});

test('all three views show the world', async () => {
  for (const [digit, mode] of [
    ['1', 'adventurer'],
    ['2', 'warfront'],
    ['3', 'commander'],
  ]) {
    await wren.press('Backquote');
    await wren.press(digit);
    await expect.poll(async () => (await wren.known()).mode, { timeout: 60_000 }).toBe(mode);
    await wren.page.waitForTimeout(2500);
    expect(await wren.picture(`${OUT}/${mode}.png`)).toBeGreaterThan(LEAST_COLOURS);
    // The wolf of before is counted where it is asked for.
    if (mode === 'warfront') expect(await wren.page.locator('.scoreline').textContent()).toMatch(/^[1-9]\d* brought down/);
  }
  await wren.press('Backquote');
  await wren.press('1');
});

test('fingers play: the stick walks ahead, and a tap on the ground sends whoever is led from above', async () => {
  const line = await other.page.context().newCDPSession(other.page);
  await line.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 });
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    line.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', { x: 300, y: 200 });
  await touch('touchEnd');
  const box = (await other.page.locator('.stick').boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await other.page.evaluate(() => window.__game?.look(0, -0.2));
  const from = await other.own();
  await touch('touchStart', middle);
  await touch('touchMove', { x: middle.x, y: middle.y - 40 });
  // North is where z is less.
  await expect.poll(async () => from.z - (await other.own()).z, { timeout: 60_000 }).toBeGreaterThan(1.5);
  await touch('touchEnd');
  await other.press('Backquote');
  await other.press('3');
  await expect.poll(async () => (await other.known()).mode, { timeout: 60_000 }).toBe('commander');
  await other.page.waitForTimeout(1500);
  const stood = await other.own();
  await touch('touchStart', { x: 430, y: 225 });
  await touch('touchEnd');
  const gone_m = async () => {
    const to = await other.own();
    return Math.hypot(to.x - stood.x, to.z - stood.z);
  };
  await expect.poll(gone_m, { timeout: 60_000 }).toBeGreaterThan(1.5);
});

test('a reload finds everything as it was', async () => {
  let whole = await reloaded();
  // Wolves wait for nobody: who was slain meanwhile has worn gear. Where he rises there are none.
  if (await wren.isDead()) whole = await reloaded();
  const { before, after, moved_m } = whole;
  expect(after.sheet).toEqual(before.sheet);
  expect(sorted(after.bag)).toEqual(sorted(before.bag));
  expect(after.quests).toEqual(before.quests);
  expect(moved_m).toBeLessThan(10);
});

test('nothing was complained about', () => {
  expect([...wren.complaints, ...other.complaints]).toEqual([]);
});

/** What is known before and after, and how far he was put from where he stood. */
async function reloaded(): Promise<{ before: Known; after: Known; moved_m: number }> {
  await riseIfDead(wren);
  const before = await wren.known();
  const at = await wren.own();
  await wren.reload();
  await expect.poll(async () => (await wren.own()).x, { timeout: 60_000 }).toBeGreaterThan(0);
  const after = await wren.known();
  const back = await wren.own();
  return { before, after, moved_m: Math.hypot(back.x - at.x, back.z - at.z) };
}

const slotOf = ({ bag }: Known, id: string): number => bag.find(item => item.id === id)?.slot ?? -1;
const sorted = (bag: Known['bag']) => [...bag].sort((a, b) => a.id.localeCompare(b.id));

async function say(player: Screen, line: string): Promise<void> {
  await player.press('Enter');
  await player.page.keyboard.type(line);
  await player.press('Enter');
}
