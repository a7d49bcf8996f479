// `npm run tour [-- --only boss,town]`: the pictures of the README's tour, taken in the running game. A server of its own, a browser, a ranger of
// level 12: first under the hill with companions, to the first boss and the ground he marks; then the panels, in the village, by day. Many pictures are
// taken of the fight: the fullest one is kept, the others lie in tests/browser/out to choose from by eye. Out: web/public/pictures/<name>.jpg.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { CLASS_MONSTER } from '../../assembly/layout';
import { hourOf } from '../../src/shared/clock';
import { ALDERWICK, dungeons, monsters } from '../../src/shared/content';
import { yawTo } from '../../web/input/steer';
import { doorOf } from '../../web/places';
import { Files } from '../harness/files';
import { Halls } from '../harness/halls';
import { Server } from '../harness/server';
import { moveTo } from '../harness/settle';
import { beforeGate, settleVisitors } from './atgate';
import { launchBrowser } from './chromium';
import { Screen } from './player';
import { LEVEL, tourist } from './tourist';

const PICTURES = 'web/public/pictures';
const ASIDE = 'tests/browser/out';
const VIEWPORT = { width: 1280, height: 720 };
const QUALITY = [82, 76, 70, 62, 54];
const MOST_BYTES = 120_000;
const FRAME_MS = 50;
const READY_MS = 240_000;
/** New surroundings are built piece by piece. */
const SETTLED_MS = 12_000;
/** So long a panel takes to bring its icons. */
const PANEL_MS = 2500;
const FIGHT_MS = 150_000;
/** Between these hours there is light enough. */
const [MORNING_H, EVENING_H] = [6.5, 18.5];

const BARROW = dungeons.key('barrow');
const BOSS = BARROW.place.camps.find(({ monster }) => monster === BARROW.bosses[0])!;

const { values } = parseArgs({ options: { only: { type: 'string', default: 'boss,town' } } });

/**
 * The browser draws on the processor, and frames would queue up in front of it for minutes: the next one begins when the last is on the screen, for
 * which a point of it is read back.
 */
function drawPatiently(every_ms: number): void {
  const readBack = () => {
    if (!window.__game?.ready) return;
    const gl = document.querySelector<HTMLCanvasElement>('#view')?.getContext('webgl2');
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  };
  window.requestAnimationFrame = draw =>
    window.setTimeout(() => {
      draw(performance.now());
      readBack();
    }, every_ms);
}

const say = (text: string): void => console.error(`${(performance.now() / 1000).toFixed()} s: ${text}`);

async function main(): Promise<void> {
  mkdirSync(ASIDE, { recursive: true });
  const [server, browser] = await Promise.all([Server.start({ vars: { HAPPENINGS: 'off' } }), launchBrowser()]);
  try {
    if (values.only.includes('boss')) await delve(server, browser);
    if (values.only.includes('town')) await panels(server, browser);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function visitor(server: Server, browser: Browser, at: { x: number; z: number }): Promise<Screen> {
  const screen = await Screen.blank(browser, { viewport: VIEWPORT });
  screen.page.setDefaultTimeout(READY_MS);
  await screen.page.addInitScript(() => {
    const all = JSON.parse(localStorage.getItem('evermarch.settings') ?? '{}') as object;
    localStorage.setItem('evermarch.settings', JSON.stringify({ ...all, hints: false }));
  });
  await screen.page.addInitScript(drawPatiently, FRAME_MS);
  await settleVisitors(server, { screen, at, level: LEVEL, means: tourist() });
  say('settled');
  await screen.play();
  // It tells how long this machine took to draw, which is nobody's ping.
  await screen.page.addStyleTag({ content: '.link-mark { visibility: hidden; }' });
  say('plays');
  return screen;
}

/** A picture on the processor takes long: the game holds its breath for it. */
async function picture({ page }: Screen, path: string): Promise<number> {
  await page.evaluate(() => {
    const door = window as unknown as { thaw?: () => void };
    const turn = window.requestAnimationFrame;
    const waiting: FrameRequestCallback[] = [];
    window.requestAnimationFrame = draw => waiting.push(draw);
    door.thaw = () => {
      window.requestAnimationFrame = turn;
      for (const draw of waiting) turn(draw);
    };
  });
  await page.waitForTimeout(60);
  let jpeg: Uint8Array = new Uint8Array();
  for (const quality of QUALITY) {
    jpeg = await page.screenshot({ type: 'jpeg', quality, timeout: READY_MS });
    if (jpeg.length <= MOST_BYTES) break;
  }
  writeFileSync(path, jpeg);
  await page.evaluate(() => (window as unknown as { thaw: () => void }).thaw());
  return jpeg.length;
}

const tier = ({ page }: Screen, name: 'test' | 'medium' | 'high'): Promise<void> =>
  page.evaluate(chosen => window.__game!.tier(chosen), name);

// ---- under the hill ----

async function delve(server: Server, browser: Browser): Promise<void> {
  const wren = await visitor(server, browser, beforeGate(BARROW));
  const { page } = wren;
  await page.getByText(`The gate of ${BARROW.name}`).waitFor();
  await wren.press('f');
  await page.getByRole('dialog', { name: BARROW.name }).waitFor();
  await page.keyboard.press('Enter');
  say('goes in');
  await page
    .waitForFunction(() => (window.__game!.state() as { run: unknown }).run && window.__game!.ready, undefined, { timeout: 60_000 })
    .catch(async error => {
      await page.screenshot({ path: `${ASIDE}/stuck.png`, timeout: READY_MS });
      throw error;
    });
  await page.waitForTimeout(SETTLED_MS);
  say('in the barrow');
  // Looking in from outside takes a picture's time for each step: the way through the halls is left out.
  await server.kill();
  moveTo(new Files(server.state), await characterOf(wren), beforeBoss());
  await server.resume();
  await page.waitForFunction(() => window.__game!.ready, undefined, { timeout: READY_MS });
  say('before the boss');
  await tier(wren, 'medium');
  await page.mouse.move(640, 330);
  for (let i = 0; i < 3; i++) await page.mouse.wheel(0, 120);
  // Nothing is pointed at.
  await page.mouse.move(640, 20);
  await page.waitForTimeout(SETTLED_MS);
  await picture(wren, `${ASIDE}/boss-before.jpg`);
  await fight(wren);
  await page.context().close();
}

/** In his hall, away from the pillars of its door: there is nothing between him and the eye. */
const AWAY_M = 13;

/** The spot of the way from the door that is so near to him. */
function beforeBoss(): { x: number; z: number } {
  const halls = new Halls(BARROW.place);
  let at: { x: number; z: number } = doorOf(BARROW);
  for (let steps = 0; Math.hypot(BOSS.x - at.x, BOSS.z - at.z) > AWAY_M; steps++) {
    if (steps > 1000) throw new Error('no way to the boss');
    at = halls.next(at, BOSS);
  }
  return at;
}

const characterOf = ({ page }: Screen): Promise<string> =>
  page.evaluate(() => (window.__game!.told('welcome') as { character: string }).character);

const BLOWS = ['3', '4', '1', '2', '7', '1'];
let blow = 0;

async function strike(wren: Screen): Promise<void> {
  const { target } = await wren.known();
  if (!target || target.hp <= 0) await wren.press('Tab');
  await wren.press(BLOWS[blow++ % BLOWS.length]);
  await wren.page.waitForTimeout(250);
}

/** Shoots at him from afar, and takes a picture whenever something is about to fall. */
async function fight(wren: Screen): Promise<void> {
  const { page } = wren;
  const until = performance.now() + FIGHT_MS;
  let best = { path: '', bytes: 0 };
  let had = false;
  let last = '';
  let n = 0;
  while (performance.now() < until) {
    await page.evaluate(([yaw, pitch]) => window.__game!.look(yaw, pitch), await eye(wren));
    await strike(wren);
    const { boss } = await wren.known();
    if (had && !boss) break;
    if (!boss) continue;
    had = true;
    const areas = JSON.stringify(
      await page.evaluate(() => (window.__game!.told('areas') as { laid: unknown[] } | undefined)?.laid),
    );
    if (!areas || areas === '[]' || areas === last) continue;
    last = areas;
    await page.waitForTimeout(300);
    const path = `${ASIDE}/boss-${++n}.jpg`;
    const bytes = await picture(wren, path);
    say(`${path}: ${bytes} bytes, boss at ${boss.hp / 10} %`);
    if (bytes > best.bytes) best = { path, bytes };
  }
  if (!best.path) throw new Error('no ground was marked');
  copyFileSync(best.path, `${PICTURES}/boss.jpg`);
}

/** At him, wherever the fight has taken him. */
async function eye(wren: Screen): Promise<[number, number]> {
  const own = await wren.own();
  const kind = monsters.key(BARROW.bosses[0]).id;
  const { x, z } = (await wren.actors()).find(body => body.cls === CLASS_MONSTER && body.kind === kind) ?? BOSS;
  return [yawTo(own.x, own.z, x, z), -0.22];
}

// ---- in the village ----

/** Before the anvil, which is looked at. */
const FORGE = { x: 785.8, z: 755.2 };

async function panels(server: Server, browser: Browser): Promise<void> {
  for (let hour = hourOf(Date.now()); hour < MORNING_H || hour > EVENING_H; hour = hourOf(Date.now())) {
    say(`it is ${hour.toFixed(1)} o'clock in the world: waiting for the day`);
    await new Promise(done => setTimeout(done, 60_000));
  }
  const wren = await visitor(server, browser, FORGE);
  const { page } = wren;
  await tier(wren, 'medium');
  await page.waitForTimeout(SETTLED_MS);
  const anvil = ALDERWICK.props.find(({ kind }) => kind === 'anvil')!;
  await wren.face(anvil);
  const shoot = async (name: string, key: string, arrange: () => Promise<void> = async () => {}): Promise<void> => {
    await wren.press(key);
    const window = page.locator(`.window.${name === 'talents' ? 'classes' : name === 'crafting' ? 'craft' : name}`);
    await window.waitFor();
    await arrange();
    await page.waitForTimeout(PANEL_MS);
    const bytes = await picture(wren, `${PICTURES}/${name}.jpg`);
    say(`${name}: ${bytes} bytes`);
    await page.mouse.move(640, 20);
    await wren.press('Escape');
    await window.waitFor({ state: 'detached' });
  };
  await shoot('quests', 'l');
  await shoot('bag', 'b', () => page.locator('.window.bag').getByRole('button', { name: 'Hornbeam Bow' }).hover());
  await shoot('crafting', 'u', () => page.locator('.window.craft').getByRole('button', { name: 'Cobalt Warblade' }).click());
  await shoot('character', 'p');
  await shoot('talents', 'j', () => page.getByRole('tab', { name: 'Talents' }).click());
  await page.context().close();
}

await main();
