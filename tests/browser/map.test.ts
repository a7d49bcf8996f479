// The living map for everybody: a page without a login and without the world behind it, that shows every place and keeps itself up to date.
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLACES } from '../../src/shared/content';
import { Server } from '../harness/server';
import { launchSparing } from './chromium';

const OUT = 'tests/browser/out';

let server: Server;
let browser: Browser;
let page: Page;
const asked: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  [server, browser] = await Promise.all([Server.start(), launchSparing()]);
  page = await (await browser.newContext({ viewport: { width: 1200, height: 800 }, locale: 'de-DE' })).newPage();
  page.on('request', request => asked.push(new URL(request.url()).pathname));
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${server.url}/map`);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** How many different colours a coarse look at the sheet finds: bare paper has next to none. */
const colours = () =>
  page.evaluate(() => {
    const sheet = document.querySelector<HTMLCanvasElement>('.sheet canvas')!;
    const small = document.createElement('canvas');
    small.width = small.height = 64;
    const pen = small.getContext('2d', { willReadFrequently: true })!;
    pen.drawImage(sheet, 0, 0, 64, 64);
    const { data } = pen.getImageData(0, 0, 64, 64);
    const found = new Set<number>();
    for (let i = 0; i < data.length; i += 4) found.add((data[i] >> 4) | ((data[i + 1] >> 4) << 4) | ((data[i + 2] >> 4) << 8));
    return found.size;
  });

describe('/map', () => {
  test('names every place, in the language of the browser', async () => {
    const list = page.getByRole('region', { name: 'Orte der Welt' });
    await expect.poll(() => list.getByRole('button').count(), { timeout: 60_000 }).toBe(PLACES.length);
    for (const { name } of PLACES) await list.getByText(name, { exact: true }).waitFor();
  });

  test('draws the world', async () => {
    await page.getByText('Die Karte wird noch gezeichnet.').waitFor({ state: 'detached', timeout: 120_000 });
    await expect.poll(colours, { timeout: 60_000 }).toBeGreaterThan(60);
    await page.screenshot({ path: `${OUT}/map.png` });
  });

  test('asks again by itself', async () => {
    const times = () => asked.filter(path => path === '/api/map').length;
    await expect.poll(times, { timeout: 60_000 }).toBeGreaterThan(2);
  });

  test('zooms and moves by keys', async () => {
    await page.locator('.sheet canvas').focus();
    const before = await page.screenshot();
    for (const key of ['+', '+', 'ArrowLeft']) await page.keyboard.press(key);
    await expect.poll(async () => (await page.screenshot()).equals(before), { timeout: 60_000 }).toBe(false);
    await page.getByRole('button', { name: 'Die ganze Welt' }).click();
  });

  test('needs no login and loads nothing of the world itself', () => {
    expect(asked.filter(path => /renderer|builder|api\/(me|guest|ticket)/.test(path))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
