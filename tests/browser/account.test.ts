// The account at the real screen, with the browser's own virtual security key: a guest takes a passkey, opens his account with it in another
// browser and by a recovery code in a third, signs all of them out; and the desk of the staff. Everything under axe-core.
import { mkdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ulid } from '../../src/ulid';
import { Files } from '../harness/files';
import { Server } from '../harness/server';
import { graveOf } from './axe';
import { launchPlain } from './chromium';

const OUT = 'tests/browser/out';
const WAIT = { timeout: 60_000 };

let server: Server;
let browser: Browser;

interface Screen {
  context: BrowserContext;
  page: Page;
  key: CDPSession;
  authenticator: string;
  complaints: string[];
}

/** The world behind the first page is drawn on the processor here: a picture a second is enough of it. */
const PICTURE_MS = 1000;
function drawSeldom(every_ms: number): void {
  window.requestAnimationFrame = draw => window.setTimeout(() => draw(performance.now()), every_ms);
  window.cancelAnimationFrame = timer => window.clearTimeout(timer);
}

/** A browser of its own, with a security key plugged in, on the first page. The world behind it is not needed. */
async function open(path = '/?test=1&tier=test'): Promise<Screen> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 760 }, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  const key = await context.newCDPSession(page);
  await key.send('WebAuthn.enable');
  const { authenticatorId } = await key.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.addInitScript(drawSeldom, PICTURE_MS);
  await page.goto(server.url + path);
  return { context, page, key, authenticator: authenticatorId, complaints };
}

async function openAccount({ page }: Screen): Promise<void> {
  await page.getByRole('button', { name: 'Account and passkeys' }).click();
  await page.locator('.account').waitFor();
  await page.getByText('One moment…').waitFor({ state: 'detached' });
}

/** What the page's own cookie opens. */
const me = ({ page }: Screen): Promise<{ account?: string; characters?: { id: string; name: string }[] }> =>
  page.evaluate(() => fetch('/api/me').then(answer => answer.json()));

let guest: Screen;
let other: Screen;
let codes: string[];

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  [server, browser] = await Promise.all([Server.start(), launchPlain()]);
  guest = await open();
  await guest.page.evaluate(() => fetch('/api/guest', { method: 'POST' }));
  await guest.page.evaluate(() => localStorage.setItem('evermarch.known', '1'));
  await guest.page.reload();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('a guest', () => {
  test('is told that only this browser opens his account, and takes a passkey', async () => {
    const before = await me(guest);
    await openAccount(guest);
    await guest.page.getByText('You play as a guest').waitFor();
    expect(await graveOf(guest.page)).toEqual([]);
    await guest.page.getByRole('button', { name: 'Add a passkey' }).click();
    await guest.page.getByText('The passkey is kept.').waitFor();
    await guest.page.getByText('on every device that has one of your passkeys').waitFor();
    const { credentials } = await guest.key.send('WebAuthn.getCredentials', { authenticatorId: guest.authenticator });
    expect(credentials.map(({ rpId, isResidentCredential }) => [rpId, isResidentCredential])).toEqual([['localhost', true]]);
    expect(await me(guest)).toEqual(before);
  });

  test('is shown eight recovery codes, once', async () => {
    await guest.page.getByRole('button', { name: 'Make new codes' }).click();
    await guest.page.locator('.codes code').first().waitFor();
    codes = await guest.page.locator('.codes code').allInnerTexts();
    expect(new Set(codes).size).toBe(8);
    await guest.page.getByText('8 of 8 left').waitFor();
    expect(await graveOf(guest.page)).toEqual([]);
    await guest.page.keyboard.press('Escape');
    await openAccount(guest);
    expect(await guest.page.locator('.codes').count()).toBe(0);
  });

  test('gives his data out as a file, and says so when it will not again just now', async () => {
    const button = guest.page.getByRole('button', { name: 'Download all of it' });
    const [download] = await Promise.all([guest.page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toBe('evermarch.json');
    expect(JSON.parse(readFileSync(await download.path(), 'utf8')).account.id).toBe((await me(guest)).account);
    await guest.page.evaluate(async () => {
      for (let n = 0; n < 2; n++) await fetch('/api/account/export');
    });
    await button.click();
    await guest.page.getByText('taken your data several times').waitFor();
  });
});

describe('another browser', () => {
  test('opens the account with the passkey, without a name, and has the same characters', async () => {
    other = await open();
    const { credentials } = await guest.key.send('WebAuthn.getCredentials', { authenticatorId: guest.authenticator });
    await other.key.send('WebAuthn.addCredential', { authenticatorId: other.authenticator, credential: credentials[0] });
    await openAccount(other);
    await other.page.getByText('Nobody is signed in in this browser yet.').waitFor();
    await other.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await other.page.getByText('You are signed in.').waitFor();
    expect(await me(other)).toEqual(await me(guest));
    const [{ name }] = (await me(guest)).characters!;
    await other.page.keyboard.press('Escape');
    await other.page.locator('.who').getByText(name).waitFor();
  });

  test('is signed out with all others, and knows nobody then', async () => {
    await guest.page.keyboard.press('Escape');
    await openAccount(guest);
    await guest.page.getByText('this browser', { exact: true }).waitFor();
    await guest.page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await guest.page.getByText('Nobody is signed in in this browser yet.').waitFor();
    await expect.poll(async () => (await me(other)).account, WAIT).toBeUndefined();
    expect((await me(guest)).account).toBeUndefined();
    expect(other.complaints).toEqual([]);
  });

  test('opens it by name and recovery code, if the guest that is there may be left', async () => {
    const third = await open();
    const known = await server.status();
    expect(known.players).toBe(0);
    await third.page.evaluate(() => fetch('/api/guest', { method: 'POST' }));
    await third.page.evaluate(() => localStorage.setItem('evermarch.known', '1'));
    await third.page.reload();
    const own = await me(third);
    await openAccount(third);
    const [{ name }] = nameOf(server);
    await third.page.getByText('Or with a recovery code').click();
    await third.page.getByLabel('Name of one of your characters', { exact: true }).fill(name);
    await third.page.getByLabel('Recovery code', { exact: true }).fill(codes[0]);
    await third.page.getByRole('button', { name: 'Use the code' }).click();
    await third.page.getByRole('alert').getByText('has no passkey').waitFor();
    expect(await graveOf(third.page)).toEqual([]);
    expect(await me(third)).toEqual(own);
    await third.page.getByRole('button', { name: 'Sign in all the same' }).click();
    await third.page.getByText('7 of 8 left').waitFor();
    expect((await me(third)).characters?.map(each => each.name)).toEqual([name]);
    expect(third.complaints).toEqual([]);
    await third.context.close();
  });
});

/** The first guest's character, as the database has it. */
function nameOf({ state }: Server): { name: string }[] {
  const db = new DatabaseSync(new Files(state).d1(), { readOnly: true });
  const rows = db.prepare('SELECT name FROM characters ORDER BY id LIMIT 1').all() as { name: string }[];
  db.close();
  return rows;
}

/** The first guest has reported a line of somebody who is no more. */
function reportFrom({ state }: Server): void {
  const d1 = new DatabaseSync(new Files(state).d1(), { readOnly: true });
  const by = d1.prepare('SELECT account_id AS account, id AS character, name FROM characters ORDER BY id LIMIT 1').get();
  d1.close();
  const [id, at_ms] = [ulid(Date.now()), Date.now()];
  const about = { from: 'Somebody', account: ulid(1), text: 'You fish like a troll', at_ms };
  const report = { id, at_ms, by, about, channel: 0, room: '', why: 'insult', words: '', context: [about] };
  const talk = new DatabaseSync(new Files(state).talk());
  talk.prepare('INSERT INTO report VALUES (?, ?, ?)').run(id, at_ms, JSON.stringify(report));
  talk.close();
}

describe('/admin', () => {
  let desk: Screen;

  test('is shut for players', async () => {
    for (const { context } of [guest, other]) await context.close();
    desk = await open('/admin');
    await desk.page.evaluate(() => fetch('/api/guest', { method: 'POST' }));
    await desk.page.reload();
    await desk.page.getByText('This page is for the staff.').waitFor();
    expect(await graveOf(desk.page)).toEqual([]);
  });

  test('finds somebody, mutes and bans him with a reason, and keeps the record', async () => {
    const { account } = await me(desk);
    await server.kill();
    const db = new DatabaseSync(new Files(server.state).d1());
    db.prepare("UPDATE accounts SET role = 'admin' WHERE id = ?").run(account!);
    db.close();
    reportFrom(server);
    await server.resume();
    await desk.page.goto(`${server.url}/admin`);
    await desk.page.getByText('You are admin').waitFor();
    const [{ name }] = nameOf(server);
    await desk.page.getByLabel('Beginning of a character').fill(name.slice(0, 6));
    await desk.page.getByRole('button', { name: 'Find' }).click();
    await desk.page.getByRole('heading', { name }).waitFor();
    const mute = desk.page.getByRole('button', { name: 'Mute', exact: true });
    expect(await mute.isDisabled()).toBe(true);
    await desk.page.getByLabel('Reason, for the record').fill('shouting at the fountain');
    await mute.click();
    await desk.page.getByText('muted until').waitFor();
    await desk.page.getByRole('button', { name: 'Ban', exact: true }).click();
    await desk.page.getByRole('button', { name: 'Lift the ban' }).and(desk.page.locator(':enabled')).waitFor();
    expect(await graveOf(desk.page)).toEqual([]);
    await desk.page.screenshot({ path: `${OUT}/admin.png`, fullPage: true });
  });

  test('closes a report with a word to whoever made it', async () => {
    await desk.page.getByRole('tab', { name: 'Reports' }).click();
    await desk.page.locator('blockquote').getByText('You fish like a troll').waitFor();
    await desk.page.getByLabel('What whoever reported it is told').fill('They were asked to fish more kindly.');
    expect(await graveOf(desk.page)).toEqual([]);
    await desk.page.getByRole('button', { name: 'Say it and close' }).click();
    await desk.page.getByText(/^closed .*: They were asked to fish more kindly\.$/).waitFor();
    expect(await desk.page.getByRole('button', { name: 'Say it and close' }).count()).toBe(0);
  });

  test('has nothing grave on any leaf', async () => {
    for (const leaf of await desk.page.getByRole('tab').all()) {
      await leaf.click();
      await desk.page.waitForTimeout(300);
      expect(await graveOf(desk.page), await leaf.innerText()).toEqual([]);
    }
    await desk.page.getByRole('tab', { name: 'Record' }).click();
    await desk.page.getByText('shouting at the fountain').first().waitFor();
    expect(desk.complaints).toEqual([]);
  });
});
