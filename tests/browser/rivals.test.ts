// Rivals at a real screen: a duel is asked for and answered, the law of the ground is shown, a match in the arena is waited for (the stories
// fight it), and /boards is open to everybody. Nothing grave under axe-core in any of it.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Bot } from '../harness/bot';
import { seeded } from '../harness/seeded';
import { Server } from '../harness/server';
import { graveOf } from './axe';
import { launchSparing } from './chromium';
import { Screen } from './player';

const OUT = 'tests/browser/out';
let server: Server;
let browser: Browser;
let wren: Screen;
const bots: Bot[] = [];
let turning: ReturnType<typeof setInterval>;

interface Row {
  level: number;
  x: number;
  z: number;
  region?: string;
  covenant?: number;
}

/** Puts a character that is in nobody's hands somewhere, grown: what would be weeks of play. */
function grow(id: string, { level, x, z, region = '2-1-1', covenant = 0 }: Row): void {
  const file = readdirSync(server.state, { recursive: true })
    .map(String)
    .find(name => /d1.*(?<!metadata)\.sqlite$/i.test(name));
  const db = new DatabaseSync(join(server.state, file!));
  const soft = JSON.stringify({ x, y: 0, z, yaw: 0, hp: 400, power: 100, mode: 0, ready: {} });
  db.prepare('UPDATE characters SET level = ?, soft = ?, last_region = ?, covenant = ? WHERE id = ?').run(
    level,
    soft,
    region,
    covenant,
    id,
  );
  db.close();
}

async function bot(row: Row): Promise<Bot> {
  const made = await Bot.guest(server.url, { sim: null, mind: () => {}, chance: seeded(bots.length + 1) });
  grow(made.character, row);
  await made.enter();
  bots.push(made);
  return made;
}

async function screen(row: Row): Promise<Screen> {
  const blank = await Screen.blank(browser, { viewport: { width: 1200, height: 720 } });
  grow(await blank.becomeGuest(server.url), row);
  await blank.see(server.url);
  return blank;
}

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  [server, browser] = await Promise.all([Server.start(), launchSparing()]);
  turning = setInterval(() => {
    for (const each of bots) each.turn();
  }, 50);
});
afterAll(async () => {
  clearInterval(turning);
  for (const each of bots) each.leave();
  await browser?.close();
  await server?.stop();
});

const nothingGrave = async (of: Screen, what: string): Promise<void> => expect(await graveOf(of.page), what).toEqual([]);
const picture = (of: Screen, name: string) => of.page.screenshot({ path: `${OUT}/rivals-${name}.png` });

describe('a duel', () => {
  test('is asked for, answered by a click, shown, and won when the other gives up', async () => {
    wren = await Screen.open(browser, server.url);
    await wren.page.setViewportSize({ width: 1200, height: 720 });
    await wren.play();
    const at = await wren.own();
    const rival = await bot({ level: 12, x: at.x + 2, z: at.z - 4 });
    await wren.page.waitForTimeout(1500);
    rival.session.send('challenge', { target: at.entity });
    const asked = wren.page.locator('.summons .call');
    // It holds for half a minute: on a busy machine that is no time to look closer.
    await asked.getByRole('button', { name: 'Fight' }).click();
    const bar = wren.page.locator('.duelbar');
    await bar.waitFor();
    await bar.getByText('Fight!').waitFor({ timeout: 30_000 });
    await wren.page.evaluate(() => window.__game!.look(0, -0.55));
    await wren.page.waitForTimeout(2500);
    await nothingGrave(wren, 'a duel');
    await picture(wren, 'duel');
    rival.session.send('yield', {});
    await wren.page.getByText('Duel won').first().waitFor();
    await bar.waitFor({ state: 'detached' });
    rival.session.send('challenge', { target: at.entity });
    await asked.waitFor();
    await nothingGrave(wren, 'a challenge');
    rival.leave();
    bots.splice(0);
  });
});

describe('the law of the ground', () => {
  test('is shown with what lies ahead, and agreed to by a click', async () => {
    const far = await screen({ level: 12, x: 505, z: 900, region: '2-0-1' });
    await far.play();
    const card = far.page.locator('.lawcard');
    await card.getByRole('heading', { name: 'Contested ground' }).waitFor();
    // Its words come after the world: on a full machine the card may stand there for a moment without them.
    const agree = card.getByRole('button', { name: 'Agree to be attacked' });
    await agree.waitFor();
    await nothingGrave(far, 'contested ground');
    await agree.click();
    await card.getByText('may attack you, and you them').waitFor();
    await card.getByRole('button', { name: 'Take it back' }).click();
    await card.getByText('Your word holds for another').waitFor();
    await picture(far, 'law');
    await far.press('m');
    await far.page.waitForTimeout(4000);
    await nothingGrave(far, 'the map with laws');
    await picture(far, 'map');
    await far.page.context().close();
  });
});

describe('the arena', () => {
  test('is waited for with a click, and its window has nothing grave', async () => {
    await wren.page.context().close();
    wren = await screen({ level: 12, x: 768, z: 792 });
    await wren.play();
    await wren.press(']');
    const window = wren.page.locator('.window.rivals');
    await window.waitFor();
    await nothingGrave(wren, 'the arena’s leaf');
    await picture(wren, 'window');
    await window.getByRole('button', { name: 'Wait for a match' }).click();
    await window.getByText('Waiting for a match').waitFor();
    await window.getByRole('tab', { name: 'Law of the land' }).click();
    await nothingGrave(wren, 'the law’s leaf');
  });

  test('has its boards at /boards, for everybody and in the language of the browser', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1200, height: 760 }, locale: 'de-DE' })).newPage();
    await page.goto(`${server.url}/boards`);
    await page.getByRole('tab', { name: 'Gilden' }).click();
    await page.getByText('Noch niemand').waitFor();
    expect(await graveOf(page)).toEqual([]);
    await page.screenshot({ path: `${OUT}/rivals-page.png` });
    await page.context().close();
  });
});
