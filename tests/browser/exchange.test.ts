// Value changes hands on two real screens: a trade that both see before they agree, a letter with something in it, and an order on the market that
// the other one meets. Every window on the way is under axe-core, and all of it is done by clicks and keys.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { items } from '../../src/shared/content';
import { Server } from '../harness/server';
import { graveOf } from './axe';
import { launchBrowser } from './chromium';
import { Screen } from './player';

const BREAD = items.key('bread');
let server: Server;
let browser: Browser;
let wren: Screen;
let maud: Screen;

beforeAll(async () => {
  [server, browser] = await Promise.all([Server.start(), launchBrowser()]);
  [wren, maud] = [await Screen.open(browser, server.url), await Screen.open(browser, server.url)];
  await Promise.all([wren.play(), maud.play()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const nameOf = async (screen: Screen): Promise<string> => (await screen.known()).me.name;
const bread = async (screen: Screen): Promise<number> =>
  (await screen.known()).bag.filter(({ kind }) => kind === BREAD.id).reduce((sum, { quantity }) => sum + quantity, 0);
const gold = async (screen: Screen): Promise<number> => (await screen.known()).sheet?.gold ?? 0;
const within = (screen: Screen, name: string) => screen.page.locator(`.window.${name}`);
const say = async (screen: Screen, line: string): Promise<void> => {
  await screen.press('Enter');
  await screen.page.keyboard.type(line);
  await screen.press('Enter');
};
/** The pile of bread among what may be picked. */
const pile = (screen: Screen, name: string) =>
  within(screen, name)
    .locator('.picker')
    .getByRole('button', { name: new RegExp(BREAD.name) });
const eventually = (look: () => Promise<unknown>) => expect.poll(look, { timeout: 60_000 });

test('two who stand beside each other trade: asked by name, seen by both, agreed by both', async () => {
  await maud.walkTo(await wren.own(), 3, 90_000);
  await say(wren, `/trade ${await nameOf(maud)}`);
  await maud.page.locator('.summons').getByRole('button', { name: 'Accept' }).click();
  await within(wren, 'barter').waitFor();
  const [had, purse] = [await bread(wren), await gold(maud)];
  await pile(wren, 'barter').click();
  await within(wren, 'barter').getByLabel(`How many: ${BREAD.name}`).fill('1');
  await wren.press('Tab');
  await within(maud, 'barter').getByText(BREAD.name).first().waitFor();
  await within(maud, 'barter').getByLabel('Gold, copper').fill('7');
  await maud.press('Tab');
  await within(wren, 'barter').getByLabel('7 copper').first().waitFor();
  expect([await graveOf(wren.page), await graveOf(maud.page)]).toEqual([[], []]);
  await within(wren, 'barter').getByRole('button', { name: 'Agree' }).click();
  await within(maud, 'barter').getByText('agreed', { exact: true }).waitFor();
  await within(maud, 'barter').getByRole('button', { name: 'Agree' }).click();
  await within(wren, 'barter').waitFor({ state: 'detached' });
  await eventually(async () => [await bread(wren), await gold(maud)]).toEqual([had - 1, purse - 7]);
});

test('a letter with a thing in it is written, read and emptied', async () => {
  const had = await bread(maud);
  await wren.press('Comma');
  const sheet = within(wren, 'mail');
  await sheet.getByRole('button', { name: 'Write a letter' }).click();
  await sheet.getByLabel('To', { exact: true }).fill(await nameOf(maud));
  await sheet.getByLabel('Subject').fill('Bread');
  await sheet.getByLabel('Words').fill('Still warm.');
  await pile(wren, 'mail').click();
  await sheet.getByLabel(`How many: ${BREAD.name}`).fill('1');
  expect(await graveOf(wren.page)).toEqual([]);
  // The trade left seven copper with her; a letter costs thirty.
  await sheet.getByRole('button', { name: 'Send' }).click();
  await eventually(async () => (await sheet.getByRole('form', { name: 'Write a letter' }).count()) === 0).toBe(true);
  await wren.press('Escape');
  await maud.page
    .locator('.micro')
    .getByRole('button', { name: /1 unread/ })
    .click();
  const box = within(maud, 'mail');
  await box.getByRole('button', { name: /Bread/ }).first().click();
  await box.getByText('Still warm.').waitFor();
  expect(await graveOf(maud.page)).toEqual([]);
  await box.getByRole('button', { name: 'Take all' }).click();
  await eventually(() => bread(maud)).toBe(had + 1);
  await maud.press('Escape');
});

test('an order on the market is met by another, and both hear of it by mail', async () => {
  await wren.press('Period');
  const stall = within(wren, 'market');
  await stall.getByRole('tab', { name: 'Sell' }).click();
  await pile(wren, 'market').click();
  await stall.getByLabel(`How many: ${BREAD.name}`).fill('1');
  await stall.getByLabel('Price of one, copper').fill('2');
  await wren.press('Tab');
  await stall.getByText(/The market keeps/).waitFor();
  expect(await graveOf(wren.page)).toEqual([]);
  await stall.getByRole('button', { name: 'Offer', exact: true }).click();
  await stall.getByRole('tab', { name: 'Your orders' }).click();
  await eventually(async () => {
    await stall.getByRole('tab', { name: 'Browse' }).click();
    await stall.getByRole('tab', { name: 'Your orders' }).click();
    return stall.getByText('Selling 1 of 1').count();
  }).toBe(1);
  expect(await graveOf(wren.page)).toEqual([]);

  await maud.press('Period');
  const other = within(maud, 'market');
  await other.getByLabel('Find a ware').fill('bread');
  await other
    .getByRole('button', { name: new RegExp(BREAD.name) })
    .first()
    .click();
  await other.getByRole('button', { name: /Order for/ }).waitFor();
  expect(await graveOf(maud.page)).toEqual([]);
  await other.getByRole('button', { name: /Order for/ }).click();
  await maud.page
    .locator('.micro')
    .getByRole('button', { name: /1 unread/ })
    .waitFor();
  await wren.page
    .locator('.micro')
    .getByRole('button', { name: /1 unread/ })
    .waitFor();
  await eventually(() => other.getByRole('img', { name: /between/ }).count()).toBe(1);
  expect(await graveOf(maud.page)).toEqual([]);
});

test('nothing was complained about', () => {
  expect([...wren.complaints, ...maud.complaints]).toEqual([]);
});
