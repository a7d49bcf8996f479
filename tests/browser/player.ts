// A player at a real screen: a browser page driven by keys and clicks. It looks through the page's door for tests (?test=1), which has no
// powers beyond what a player sees. In: a page. Out: walking, fighting, looting, talking, and what the screen knows.
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { CLASS_MONSTER, FLAG_DEAD } from '../../assembly/layout';
import type { Body, S2C } from '../../src/shared/protocol/messages';
import { wrap, yawTo } from '../../web/input/steer';
import type { ActorView } from '../../web/render/contract';
import { ways } from '../harness/ways';

export interface Known {
  sheet: Body<typeof S2C.sheet> | null;
  bag: Body<typeof S2C.bag>['items'];
  quests: Body<typeof S2C.quests>;
  status: { hp: number; hpMax: number } | null;
  target: { id: number; hp: number } | null;
  corpses: [number, Body<typeof S2C.corpse>][];
  me: { id: number; name: string };
  mode: string;
  fighting: boolean;
  boss: { hp: number } | null;
}
interface Place {
  x: number;
  z: number;
}

/** The part of the page's door (web/debug/testdoor.ts) that is used here. */
interface Door {
  ready: boolean;
  state(): object;
  actors(): object[];
  own(): object;
  facts(): object;
  told(name: string): unknown;
  tier(name: 'test' | 'low' | 'medium' | 'high'): void;
  look(yaw: number, pitch: number): void;
  picture(): void;
}
declare global {
  interface Window {
    __game?: Door;
  }
}

const READY_MS = 90_000;
const PRESS_AGAIN_MS = 5_000;
const VIEWPORT = { width: 720, height: 450 };

/** A headless browser that locks the pointer eats memory and takes no pictures any more; the game goes on without a lock, as on a page that was refused one. */
function refusePointerLock(): void {
  Element.prototype.requestPointerLock = () => Promise.reject(new DOMException('not in a test', 'NotAllowedError'));
}

/** The page turns as often as the world: it is drawn on the processor here, so tier test draws only once a second, and when nothing changes less. */
const PICTURE_MS = 50;
function drawSeldom(every_ms: number): void {
  window.requestAnimationFrame = draw => window.setTimeout(() => draw(performance.now()), every_ms);
  window.cancelAnimationFrame = timer => window.clearTimeout(timer);
}

/** Sound is mixed on the processor for nobody: most players here have it off from the start. */
function beSilent(): void {
  if (!localStorage.getItem('evermarch.settings')) localStorage.setItem('evermarch.settings', JSON.stringify({ volume: 0 }));
}

/** `sounds`: he hears what he plays. */
interface Ways {
  viewport?: { width: number; height: number };
  sounds?: boolean;
}

export class Screen {
  /** Everything the page complained about. */
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', error => this.complaints.push(`error: ${error.stack ?? error.message}`));
  }

  /** A visitor with his own cookies opens the page: the server's first one, or that of a link. */
  static async open(browser: Browser, url: string, ways: Ways = {}): Promise<Screen> {
    const screen = await Screen.blank(browser, ways);
    await screen.see(url);
    return screen;
  }

  /** Of a visitor who has opened no page yet. */
  static async blank(browser: Browser, { viewport = VIEWPORT, sounds = false }: Ways = {}): Promise<Screen> {
    const context = await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce' });
    const screen = new Screen(await context.newPage());
    screen.page.setDefaultTimeout(READY_MS);
    await screen.page.addInitScript(drawSeldom, PICTURE_MS);
    await screen.page.addInitScript(refusePointerLock);
    if (!sounds) await screen.page.addInitScript(beSilent);
    return screen;
  }

  async see(url: string): Promise<void> {
    const address = new URL(url);
    address.search = 'test=1&tier=test';
    await this.page.goto(address.href);
  }

  /** Becomes a guest of the server before the page is opened; resolves to the id of his character. */
  async becomeGuest(server: string): Promise<string> {
    const answer = await this.page.context().request.post(`${server}/api/guest`, { headers: { Origin: server } });
    const { characters } = (await answer.json()) as { characters: { id: string }[] };
    await this.page.addInitScript(() => localStorage.setItem('evermarch.known', '1'));
    return characters[0].id;
  }

  /** Presses Play and waits until the world is on the screen. Resolves to milliseconds from the press. */
  async play(): Promise<number> {
    const from_ms = performance.now();
    await this.page.getByRole('button', { name: 'Play', exact: false }).first().click({ timeout: READY_MS });
    await this.ready();
    return performance.now() - from_ms;
  }

  /** Loads the page anew: who was playing is taken back into the world without another click. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  private async ready(): Promise<void> {
    await this.page.waitForFunction(() => window.__game?.ready, undefined, { timeout: READY_MS });
  }

  known(): Promise<Known> {
    return this.page.evaluate(() => window.__game!.state()) as unknown as Promise<Known>;
  }

  actors(): Promise<ActorView[]> {
    return this.page.evaluate(() => window.__game!.actors()) as Promise<ActorView[]>;
  }

  own(): Promise<{ x: number; y: number; z: number; flags: number; entity: number }> {
    return this.page.evaluate(() => window.__game!.own()) as ReturnType<Screen['own']>;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Presses it again, as a player would, until what it opens is there: on a full machine the region may not have the body where it is drawn yet. */
  async pressUntil(key: string, selector: string): Promise<void> {
    const opened = this.page.locator(selector);
    for (const until = performance.now() + READY_MS; performance.now() < until; ) {
      await this.press(key);
      const isThere = await opened.waitFor({ timeout: PRESS_AGAIN_MS }).then(
        () => true,
        () => false,
      );
      if (isThere) return;
    }
    throw new Error(`${key} does not open ${selector}`);
  }

  /** Walks the way that the map shows, with W held and the camera turned, until `near_m` of the place or `arrived`. False: not in time. */
  async walkTo(
    place: Place,
    near_m: number,
    within_ms: number,
    arrived: () => Promise<boolean> = async () => false,
  ): Promise<boolean> {
    const { keyboard } = this.page;
    const until = performance.now() + within_ms;
    let last = await this.own();
    let way = ways().path(last, place);
    let checked = performance.now();
    await keyboard.down('w');
    try {
      while (performance.now() < until) {
        const own = await this.own();
        if (Math.hypot(place.x - own.x, place.z - own.z) <= near_m || (await arrived())) return true;
        while (way.length > 1 && Math.hypot(way[0].x - own.x, way[0].z - own.z) < 1.5) way.shift();
        await this.face(way[0], own);
        if (performance.now() - checked > 2000) {
          if (Math.hypot(own.x - last.x, own.z - last.z) < 1.5) {
            await this.sidestep();
            way = ways().path(own, place);
          }
          last = own;
          checked = performance.now();
        }
        await this.page.waitForTimeout(80);
      }
      // One step of the page may have taken until the end.
      const { x, z } = await this.own();
      return Math.hypot(place.x - x, place.z - z) <= near_m;
    } finally {
      await keyboard.up('w');
    }
  }

  /** `from`: where it stands, where that is known just now. */
  async face(place: Place, from?: Place): Promise<void> {
    const { x, z } = from ?? (await this.own());
    await this.page.evaluate(to => window.__game!.look(to, -0.2), wrap(yawTo(x, z, place.x, place.z)));
  }

  private async sidestep(): Promise<void> {
    const { keyboard } = this.page;
    const key = Math.random() < 0.5 ? 'a' : 'd';
    await keyboard.down(key);
    await keyboard.press('Space');
    await this.page.waitForTimeout(700 + Math.random() * 900);
    await keyboard.up(key);
  }

  /** The living monsters of a kind within `range_m`: the lowest level first, then the nearest. */
  async monsters(kind: number, range_m: number): Promise<(ActorView & { away_m: number })[]> {
    const own = await this.own();
    return (await this.actors())
      .filter(body => body.cls === CLASS_MONSTER && body.kind === kind && !(body.flags & FLAG_DEAD))
      .map(body => ({ ...body, away_m: Math.hypot(body.x - own.x, body.z - own.z) }))
      .filter(body => body.away_m < range_m)
      .sort((a, b) => a.level - b.level || a.away_m - b.away_m);
  }

  async isDead(): Promise<boolean> {
    return ((await this.own()).flags & FLAG_DEAD) !== 0;
  }

  /** A picture of the page, and how many different colours a coarse look at it finds: a blank one has next to none. */
  async picture(path: string): Promise<number> {
    await this.page.evaluate(() => window.__game?.picture());
    const png = await this.page.screenshot({ path });
    return this.page.evaluate(async base64 => {
      const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(96, 60);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0, 96, 60);
      const { data } = context.getImageData(0, 0, 96, 60);
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4) colours.add((data[i] >> 4) | ((data[i + 1] >> 4) << 4) | ((data[i + 2] >> 4) << 8));
      return colours.size;
    }, png.toString('base64'));
  }
}
