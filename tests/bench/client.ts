// `npm run bench:client -- [--json] [--crowds 100,300,1000] [--tiers low,medium,high] [--pictures folder]`: what a crowd costs a screen.
// The built page in headless Chromium plays in a meadow of that many players whose snapshots the real core encodes (crowdregion.ts).
// First at full rate with hardly a picture drawn: decode, predict and interpolate per frame. Then in every tier with every frame drawn:
// frame time, what of it the page itself needs by phase of frame.ts, draw calls and triangles, those of bodies apart.
// The browser draws on the processor: frame times say how two crowds compare, not what a graphics card does.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/chromium';
import { percentile, rounded } from '../harness/numbers';
import { CrowdRegion } from './crowdregion';
import { CrowdServer } from './crowdserver';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    crowds: { type: 'string', default: '100,300,1000' },
    tiers: { type: 'string', default: 'low,medium,high' },
    pictures: { type: 'string' },
  },
});

const VIEWPORT = { width: 1280, height: 720 };
/** Where the page's own work is timed, hardly anything is drawn. */
const SMALL = { width: 320, height: 180 };
const READY_MS = 240_000;
const PACE_MS = 10_000;
/** The browser first takes in frames faster than it draws them. */
const WARM_UP_MS = 8000;
/** Frames are drawn so long or so many, whatever comes first, but a few of them in any case. */
const DRAW_MS = 25_000;
const ENOUGH_FRAMES = 200;
const LEAST_FRAMES = 3;
const LOOK_MS = 2000;

interface Metered {
  frame: number[];
  decode: number[];
  predict: number[];
  interpolate: number[];
  actors: number[];
  phases: Record<string, number[]>;
  snapshots: number;
}
interface Span {
  p50: number;
  p95: number;
}
interface Pace {
  frames_per_s: number;
  snapshots_per_s: number;
  decode_ms: Span;
  predict_ms: Span;
  interpolate_ms: Span;
  /** All three together, the mean of all frames. */
  mean_ms: number;
  /** What a frame of the page costs without a picture. */
  page_ms: Span;
}
interface Drawn {
  tier: string;
  frame_ms: Span;
  frame_mean_ms: number;
  actors_ms: Span;
  phases_ms: Record<string, number>;
  draws: number;
  actor_draws: number;
  triangles: number;
  actor_triangles: number;
}
interface Row {
  players: number;
  in_sight: number;
  pace: Pace;
  drawn: Drawn[];
}

const tiers = values.tiers.split(',').filter(Boolean);
const rows: Row[] = [];
for (const players of values.crowds.split(',').map(Number)) rows.push(await bench(players));
if (values.json) process.stdout.write(`${JSON.stringify({ clients: rows })}\n`);
else rows.forEach(print);
process.exit(0);

async function bench(players: number): Promise<Row> {
  const crowd = new CrowdRegion(players);
  const server = await CrowdServer.start(crowd);
  try {
    const { pace, in_sight } = await onScreen(server.url, 'test', crowd, page => paceOf(page, players));
    const drawn: Drawn[] = [];
    for (const tier of tiers) drawn.push(await onScreen(server.url, tier, crowd, page => drawnBy(page, tier, players)));
    return { players, in_sight, pace, drawn };
  } finally {
    server.stop();
  }
}

/** A browser of its own for each page: what one left to be drawn would hold up the next. */
async function onScreen<T>(url: string, tier: string, crowd: CrowdRegion, look: (page: Page) => Promise<T>): Promise<T> {
  const browser = await launchBrowser();
  try {
    console.error(`${crowd.players} players, tier ${tier}`);
    return await look(await enter(browser, url, tier, crowd));
  } finally {
    await browser.close();
  }
}

async function enter(browser: Browser, url: string, tier: string, crowd: CrowdRegion): Promise<Page> {
  const context = await browser.newContext({
    viewport: tier === 'test' ? SMALL : VIEWPORT,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('pageerror', error => console.error(error.stack ?? error.message));
  page.on('crash', () => console.error('the page crashed'));
  await page.goto(`${url}/?test=1&tier=${tier}`);
  await page.getByRole('button', { name: 'Play' }).first().click({ timeout: READY_MS });
  await page.waitForFunction(() => window.__game?.ready, undefined, { timeout: READY_MS, polling: 500 });
  const all = (least: number) => window.__game!.actors().length >= least;
  await page.waitForFunction(all, crowd.players * 0.95, { timeout: READY_MS, polling: 500 });
  await page.evaluate(yaw => window.__game!.look(yaw, -0.16), crowd.toCrowd);
  return page;
}

function metered(page: Page): Promise<Metered | null> {
  return page.evaluate(() => (window.__game as unknown as { metered(): Metered | null }).metered());
}

async function paceOf(page: Page, players: number): Promise<{ pace: Pace; in_sight: number }> {
  await page.waitForTimeout(2000);
  await metered(page);
  await page.waitForTimeout(PACE_MS);
  const all = (await metered(page))!;
  const seconds = all.frame.reduce((sum, ms) => sum + ms, 0) / 1000;
  const each = all.frame.map((_, i) => all.decode[i] + all.predict[i] + all.interpolate[i]);
  const page_ms = all.frame.map((_, i) => Object.values(all.phases).reduce((sum, times) => sum + times[i], 0) + all.decode[i]);
  return {
    pace: {
      frames_per_s: rounded(all.frame.length / seconds),
      snapshots_per_s: rounded(all.snapshots / seconds),
      decode_ms: span(all.decode),
      predict_ms: span(all.predict),
      interpolate_ms: span(all.interpolate),
      mean_ms: rounded(each.reduce((sum, ms) => sum + ms, 0) / each.length, 3),
      page_ms: span(page_ms),
    },
    in_sight: Math.min(players, (await page.evaluate(() => window.__game!.actors())).length),
  };
}

async function drawnBy(page: Page, tier: string, players: number): Promise<Drawn> {
  await page.waitForTimeout(WARM_UP_MS);
  await metered(page);
  const all: Metered = { frame: [], decode: [], predict: [], interpolate: [], actors: [], phases: {}, snapshots: 0 };
  const until = performance.now() + DRAW_MS;
  while (all.frame.length < (performance.now() < until ? ENOUGH_FRAMES : LEAST_FRAMES)) {
    await page.waitForTimeout(LOOK_MS);
    const more = (await metered(page))!;
    all.frame.push(...more.frame);
    all.actors.push(...more.actors);
    for (const [name, times] of Object.entries(more.phases)) all.phases[name] = [...(all.phases[name] ?? []), ...times];
  }
  const facts = (await page.evaluate(() => window.__game!.facts())) as Record<string, number>;
  if (values.pictures) await picture(page, `${values.pictures}/crowd-${players}-${tier}.png`);
  return {
    tier,
    frame_ms: span(all.frame, 1),
    frame_mean_ms: rounded(all.frame.reduce((sum, ms) => sum + ms, 0) / all.frame.length),
    actors_ms: span(all.actors),
    phases_ms: Object.fromEntries(Object.entries(all.phases).map(([name, times]) => [name, rounded(percentile(times, 0.5), 2)])),
    draws: facts.drawCalls,
    actor_draws: facts.actorCalls,
    triangles: facts.triangles,
    actor_triangles: facts.actorTriangles,
  };
}

/** The page stands still first: a browser that draws on the processor is never done with frames that keep coming. */
async function picture(page: Page, path: string): Promise<void> {
  mkdirSync(values.pictures!, { recursive: true });
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0;
  });
  await page.screenshot({ path, timeout: READY_MS });
}

function span(times: readonly number[], digits = 3): Span {
  return { p50: rounded(percentile(times, 0.5), digits), p95: rounded(percentile(times, 0.95), digits) };
}

function print({ players, in_sight, pace, drawn }: Row): void {
  const two = ({ p50, p95 }: Span) => `${p50} / ${p95}`;
  console.log(`\n${players} players, ${in_sight} in sight; milliseconds p50 / p95`);
  console.log(
    `at ${pace.frames_per_s} frames and ${pace.snapshots_per_s} snapshots a second: decode ${two(pace.decode_ms)}, predict ${two(pace.predict_ms)}, ` +
      `interpolate ${two(pace.interpolate_ms)}, together ${pace.mean_ms} a frame on average; the page without pictures ${two(pace.page_ms)}`,
  );
  for (const each of drawn) {
    console.log(
      `${each.tier.padEnd(6)} ${String(each.draws).padStart(4)} draws (${each.actor_draws} for actors), ${each.triangles} triangles ` +
        `(${each.actor_triangles}); frame ${two(each.frame_ms)} (mean ${each.frame_mean_ms}), making bodies ready ${two(each.actors_ms)}`,
    );
    console.log(
      `       ${Object.entries(each.phases_ms)
        .map(([name, ms]) => `${name} ${ms}`)
        .join(', ')}`,
    );
  }
}
