// Value changes hands on real screens. One makes a link, another comes by it, stands beside her and joins her party; they trade, and both see everything
// before they agree. Then a letter with something in it, and orders on the market that meet, with a bot for the other player; at last the books of
// the world. Every window on the way is under axe-core, and all of it is done by clicks and keys.
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { items } from '../../src/shared/content';
import { Bot } from '../harness/bot';
import { newEyes } from '../harness/eyes';
import { seeded } from '../harness/seeded';
import { Server } from '../harness/server';
import { graveOf } from './axe';
import { launchSparing } from './chromium';
import { Screen } from './player';

const BREAD = items.key('bread');
const LONG_MS = 400_000;
const OUT = 'tests/browser/out';
/** What comes by a link stands nearer than this. */
const BESIDE_M = 6;
/** What each puts into the trade, in copper: what she gets is enough for the postage of a letter. */
const HERS = 3;
const HIS = 10;
let server: Server;
let browser: Browser;
let wren: Screen;
let lark: Screen;
let maud: Bot;
let turning: NodeJS.Timeout;

beforeAll(async () => {
  [server, browser] = await Promise.all([Server.start({ vars: { HAPPENINGS: 'off' } }), launchSparing()]);
  wren = await Screen.open(browser, server.url);
  await wren.play();
  maud = await Bot.join(server.url, { sim: newEyes(), mind: () => {}, chance: seeded(5) });
  turning = setInterval(() => maud.turn(), 50);
}, LONG_MS);
afterAll(async () => {
  clearInterval(turning);
  maud?.leave();
  await browser?.close();
  await server?.stop();
});

const within = (name: string, at = wren) => at.page.locator(`.window.${name}`);
/** The pile of bread among what may be picked. */
const pile = (name: string) =>
  within(name)
    .locator('.picker')
    .getByRole('button', { name: new RegExp(BREAD.name) });
const call = (at: Screen, answer: string) => at.page.locator('.summons').getByRole('button', { name: answer, exact: true }).first();
const eventually = (look: () => unknown) => expect.poll(look, { timeout: 90_000 });
const nameAt = async (at: Screen): Promise<string> => (await at.known()).me.name;
const goldAt = async (at: Screen): Promise<number> => (await at.known()).sheet?.gold ?? 0;
const nameOf = (bot: Bot): string => bot.session.known.welcome?.name ?? '';
const breadOf = (bot: Bot) => bot.session.known.bag!.items.find(({ kind }) => kind === BREAD.id)!;
const breadAt = async (at: Screen): Promise<number> =>
  (await at.known()).bag.filter(({ kind }) => kind === BREAD.id).reduce((sum, { quantity }) => sum + quantity, 0);
const nothingGrave = async (picture: string, at = wren): Promise<void> => {
  await at.page.screenshot({ path: `${OUT}/${picture}.png` });
  expect(await graveOf(at.page)).toEqual([]);
};

/** Presses it again, as a player would, until what comes of it is there: on a full machine others may be silent, and what was asked runs out. */
async function pressUntil(button: Locator, comes: Locator): Promise<void> {
  const press = async (): Promise<boolean> => {
    await button.click();
    return comes.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  };
  await eventually(press).toBe(true);
}

test('a link: whoever comes by it stands beside the one who made it, and joins her party', { timeout: LONG_MS }, async () => {
  await wren.pressUntil('t', '.window.people');
  await within('people').getByRole('tab', { name: 'Bring a friend' }).click();
  const field = within('people').getByLabel('Your link');
  await pressUntil(within('people').getByRole('button', { name: 'Make a link' }), field);
  const link = await field.inputValue();
  expect(link).toContain('/join/');
  await wren.press('Escape');
  lark = await Screen.open(browser, link);
  const [hers, his] = [await nameAt(wren), () => nameAt(lark)];
  await lark.page.getByText(`${hers} invites you. Press Play and you stand beside them.`).waitFor();
  await lark.play();
  const [a, b] = [await wren.own(), await lark.own()];
  expect(Math.hypot(a.x - b.x, a.z - b.z)).toBeLessThan(BESIDE_M);
  await call(lark, 'Join').waitFor();
  await call(lark, 'Join').click();
  const frame = (at: Screen, name: string) => at.page.locator('.partyframes .mate').getByText(name, { exact: true });
  await frame(lark, hers).waitFor();
  await frame(wren, await his()).waitFor();
  await nothingGrave('party');
  await wren.page.locator('.partyframes .matecard').click();
});

test('a trade: asked for, seen by both, agreed to by both', { timeout: LONG_MS }, async () => {
  // Large pictures are dear while two pages build their world.
  await wren.page.setViewportSize({ width: 1280, height: 800 });
  const [hers, his] = [await nameAt(wren), await nameAt(lark)];
  const had = [await breadAt(wren), await goldAt(wren), await breadAt(lark), await goldAt(lark)];
  await pressUntil(wren.page.getByRole('button', { name: `Ask ${his} to trade` }), call(lark, 'Trade'));
  await nothingGrave('barter-asked', lark);
  await call(lark, 'Trade').click();
  const side = (at: Screen, label: string) => within('barter', at).getByRole('region', { name: label });
  const [mine, theirs] = [side(wren, 'You offer'), side(wren, `${his} offers`)];
  const [own, shown] = [side(lark, 'You offer'), side(lark, `${hers} offers`)];
  const agree = (at: Screen) => within('barter', at).getByRole('button', { name: 'Agree', exact: true });
  const offer = async (at: Screen, field: string, value: number): Promise<void> => {
    await within('barter', at).getByLabel(field).fill(String(value));
    await at.press('Tab');
  };
  const agreed = (...sides: Locator[]) =>
    eventually(() => Promise.all(sides.map(each => each.getByText('agreed', { exact: true }).count())));

  // Just what she offers is on his screen.
  await pile('barter').click();
  // What she types stands until she leaves the field, though her window changes meanwhile.
  await within('barter', wren).getByLabel(`How many: ${BREAD.name}`).fill('1');
  await offer(lark, 'Gold, copper', HIS);
  await theirs.getByRole('img', { name: new RegExp(`${HIS} copper`) }).waitFor();
  await wren.press('Tab');
  await offer(wren, 'Gold, copper', HERS);
  await shown.getByRole('img', { name: new RegExp(`${HERS} copper`) }).waitFor();
  await eventually(() => shown.locator('.things li').allInnerTexts()).toEqual([BREAD.name]);
  await offer(lark, 'Gold, copper', HIS - 1);
  await theirs.getByRole('img', { name: new RegExp(`${HIS - 1} copper`) }).waitFor();

  // A change takes back what both have agreed to, on both screens.
  await agree(wren).click();
  await agreed(mine, shown, own, theirs).toEqual([1, 1, 0, 0]);
  await nothingGrave('barter');
  await offer(lark, 'Gold, copper', HIS);
  await theirs.getByRole('img', { name: new RegExp(`${HIS} copper`) }).waitFor();
  await agreed(mine, shown, own, theirs).toEqual([0, 0, 0, 0]);

  await agree(lark).click();
  await agreed(mine, shown, own, theirs).toEqual([0, 0, 1, 1]);
  await agree(wren).click();
  for (const at of [wren, lark]) await within('barter', at).waitFor({ state: 'detached' });
  const [bread, gold, breadThere, goldThere] = had;
  await eventually(async () => [await breadAt(wren), await goldAt(wren)]).toEqual([bread - 1, gold - HERS + HIS]);
  await eventually(async () => [await breadAt(lark), await goldAt(lark)]).toEqual([breadThere + 1, goldThere + HERS - HIS]);
  await lark.page.close();
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
  const complaints = [...wren.complaints, ...lark.complaints];
  expect(complaints.filter(text => !/WebSocket/.test(text))).toEqual([]);
});
