// Value changes hands on a real screen: a trade that both see before they agree, a letter with something in it, and orders on the market that meet.
// Every window on the way is under axe-core, and all of it is done by clicks and keys; the other player is a bot. At last the books of the world.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { items } from '../../src/shared/content';
import { BARTER_OPEN } from '../../src/shared/protocol/messages';
import { Bot } from '../harness/bot';
import { newEyes } from '../harness/eyes';
import { seeded } from '../harness/seeded';
import { Server } from '../harness/server';
import { Walker } from '../harness/walker';
import { graveOf } from './axe';
import { launchBrowser } from './chromium';
import { Screen } from './player';

const BREAD = items.key('bread');
const LONG_MS = 400_000;
const OUT = 'tests/browser/out';
let server: Server;
let browser: Browser;
let wren: Screen;
let maud: Bot;
let turning: NodeJS.Timeout;

beforeAll(async () => {
  [server, browser] = await Promise.all([Server.start({ vars: { HAPPENINGS: 'off' } }), launchBrowser()]);
  wren = await Screen.open(browser, server.url);
  await wren.page.setViewportSize({ width: 1280, height: 800 });
  await wren.play();
  const { x, z } = await wren.own();
  let walker: Walker | null = null;
  const beside = (bot: Bot, now_ms: number) => {
    walker ??= new Walker(bot);
    if (walker.towards(x, z, 3, now_ms)) bot.held.buttons = 0;
  };
  maud = await Bot.join(server.url, { sim: newEyes(), mind: beside, chance: seeded(5) });
  turning = setInterval(() => maud.turn(), 50);
}, LONG_MS);
afterAll(async () => {
  clearInterval(turning);
  maud?.leave();
  await browser?.close();
  await server?.stop();
});

const within = (name: string) => wren.page.locator(`.window.${name}`);
/** The pile of bread among what may be picked. */
const pile = (name: string) =>
  within(name)
    .locator('.picker')
    .getByRole('button', { name: new RegExp(BREAD.name) });
const eventually = (look: () => unknown) => expect.poll(look, { timeout: 90_000 });
const nameOf = (bot: Bot): string => bot.session.known.welcome?.name ?? '';
const breadOf = (bot: Bot) => bot.session.known.bag!.items.find(({ kind }) => kind === BREAD.id)!;
const breadIn = (bag: { kind: number; quantity: number }[]): number =>
  bag.filter(({ kind }) => kind === BREAD.id).reduce((sum, { quantity }) => sum + quantity, 0);
const nothingGrave = async (picture: string): Promise<void> => {
  await wren.page.screenshot({ path: `${OUT}/${picture}.png` });
  expect(await graveOf(wren.page)).toEqual([]);
};

test('a trade: asked for, seen by both, agreed to by both', { timeout: LONG_MS }, async () => {
  const { name } = (await wren.known()).me;
  const asked = wren.page.locator('.summons').getByRole('button', { name: 'Trade', exact: true }).first();
  // Until she has come near enough, and again when it has run out: looking at a page takes its time.
  const asking = setInterval(() => maud.session.send('askBarter', { target: 0, name }), 1500);
  await asked.waitFor();
  await nothingGrave('barter-asked');
  await asked.click();
  await within('barter').waitFor();
  clearInterval(asking);
  const had = breadIn((await wren.known()).bag);
  await pile('barter').click();
  await within('barter').getByLabel(`How many: ${BREAD.name}`).fill('1');
  await wren.press('Tab');
  await eventually(() => maud.session.known.barter?.theirs.items.map(({ quantity }) => quantity)).toEqual([1]);
  maud.session.send('offer', { items: [], gold: 7 });
  await within('barter')
    .getByRole('img', { name: /7 copper/ })
    .waitFor();
  const seen = () => maud.session.known.barter!.seen;
  await eventually(() => maud.session.known.barter?.mine.gold).toBe(7);
  expect(await maud.session.command('agree', { seen: seen() })).toBe(0);
  await within('barter').getByText('agreed', { exact: true }).waitFor();
  await nothingGrave('barter');
  await within('barter').getByRole('button', { name: 'Agree' }).click();
  await within('barter').waitFor({ state: 'detached' });
  await eventually(async () => breadIn((await wren.known()).bag)).toBe(had - 1);
  expect(maud.session.known.barter?.state).not.toBe(BARTER_OPEN);
});

test('letters: one is written with a thing in it, one is read and emptied', { timeout: LONG_MS }, async () => {
  await wren.press('Comma');
  const sheet = within('mail');
  await sheet.getByRole('button', { name: 'Write a letter' }).click();
  await sheet.getByLabel('To', { exact: true }).fill(nameOf(maud));
  await sheet.getByLabel('Subject').fill('Bread');
  await sheet.getByLabel('Words').fill('Still warm.');
  await pile('mail').click();
  await sheet.getByLabel(`How many: ${BREAD.name}`).fill('1');
  await nothingGrave('mail-writing');
  // The trade left her with enough for the postage.
  await sheet.getByRole('button', { name: 'Send' }).click();
  await sheet.getByText('Choose a letter to read it.').waitFor();
  await eventually(async () => (await maud.doors.letters(maud.character)).length).toBe(1);
  const [{ id }] = await maud.doors.letters(maud.character);
  const had = breadOf(maud).quantity;
  expect(await maud.session.command('takeLetter', { letter: id, pay: 0 })).toBe(0);
  await eventually(() => breadOf(maud).quantity).toBe(had + 1);
  await wren.press('Escape');
});

test('the market: an order is given and met, and what comes of it comes by mail', { timeout: LONG_MS }, async () => {
  await wren.press('BracketLeft');
  const stall = within('market');
  await stall.getByRole('tab', { name: 'Sell' }).click();
  await pile('market').click();
  await stall.getByLabel('Price of one, copper').fill('2');
  await wren.press('Tab');
  await stall.getByText(/The market keeps/).waitFor();
  await nothingGrave('market-sell');
  await stall.getByRole('button', { name: 'Offer', exact: true }).click();
  await eventually(async () => (await maud.doors.browse()).rows.length).toBe(1);
  await stall.getByRole('tab', { name: 'Your orders' }).click();
  await stall.getByText(/^Selling/).waitFor();
  await nothingGrave('market-orders');
  expect(await maud.session.command('buyOrder', { kind: BREAD.id, quality: 0, price: 2, quantity: 1 })).toBe(0);
  const mail = wren.page.locator('.micro').getByRole('button', { name: /1 unread/ });
  await mail.waitFor();
  await wren.press('Escape');
  await wren.press('BracketLeft');
  await stall.getByRole('tab', { name: 'Browse' }).click();
  await stall.getByLabel('Find a ware').fill('bread');
  await nothingGrave('market');
  await stall
    .getByRole('button', { name: new RegExp(BREAD.name) })
    .first()
    .click();
  await stall.getByRole('img', { name: /between/ }).waitFor();
  await nothingGrave('market-ware');
  await wren.press('Escape');
  await mail.click();
  await within('mail').getByRole('button', { name: /Sold/ }).click();
  await within('mail')
    .getByText(/The market kept/)
    .waitFor();
  await nothingGrave('mail');
  await wren.press('Escape');
});

test('the books of the world are open to everybody', { timeout: LONG_MS }, async () => {
  await wren.page.goto(`${server.url}/economy`);
  await wren.page.getByRole('rowheader', { name: 'What newcomers carry' }).waitFor();
  await nothingGrave('economy');
});

test('nothing was complained about', () => {
  expect(wren.complaints.filter(text => !/WebSocket/.test(text))).toEqual([]);
});
