// The page: mounts the HUD, builds the world behind it, and goes through the front door. In: clicks and the address (?test=1, ?tier=);
// out: a running game. Play works before the world is built: it waits for it with a loading bar. At /map it is the living map alone, at /boards the
// boards, at /economy the books, at /admin the desk of the staff.

import { Ears } from './audio/ears';
import { type Commands, installCommands } from './commands';
import { exposeGame } from './debug/testdoor';
import { errorText, linkText } from './errortext';
import { frame } from './frame';
import { closePanel, togglePanel, type WorldCommands } from './game/asked';
import { buildWorld } from './game/build';
import { Entrance } from './game/entrance';
import { Game } from './game/game';
import { Doors } from './net/doors';
import { pageHost } from './net/host';
import { Link } from './net/link';
import { Session } from './net/session';
import type { Tier } from './render/contract';
import { settings } from './settings';
import { loading, mode, playError, screen, worldReady } from './state';
import { t } from './strings';
import { mountHud } from './ui/hud';

const SLOW_FRAME_MS = 40;
const TIERS: readonly Tier[] = ['test', 'low', 'medium', 'high'];

const asked = new URLSearchParams(location.search);
const canvas = document.getElementById('view') as HTMLCanvasElement;
const ears = new Ears();
const doors = new Doors((url, init) => fetch(url, init));
const host = pageHost();
const link = new Link(host, () => doors.ticket(entrance.character), linkText);
const entrance = new Entrance(doors, link);

/** Before the world stands, a panel can still be opened and a way to play be chosen. */
const nothing = () => {};
const unbuilt: WorldCommands = {
  setMode: next => {
    mode.value = next;
  },
  toggle: togglePanel,
  close: closePanel,
  wakeAudio: () => ears.wake(),
  useAbility: nothing,
  target: nothing,
  interact: nothing,
  release: nothing,
  say: nothing,
  emote: nothing,
  moveItem: nothing,
  destroyItem: nothing,
  sort: nothing,
  bankItem: nothing,
  repair: nothing,
  dropItem: nothing,
  useItem: nothing,
  craft: nothing,
  learn: nothing,
  experiment: async () => 0,
  stopWork: nothing,
  buy: nothing,
  sell: nothing,
  acceptQuest: nothing,
  turnInQuest: nothing,
  abandonQuest: nothing,
  chooseClass: nothing,
  takeTalent: nothing,
  forgetTalents: nothing,
  escort: nothing,
  answer: nothing,
  closeDialogue: nothing,
  loot: nothing,
  pickUp: nothing,
  travel: nothing,
  learnMount: nothing,
  chooseMount: nothing,
  wearTitle: nothing,
  consent: nothing,
  askDeeds: nothing,
  enterDungeon: nothing,
  leaveDungeon: nothing,
  guildDeposit: nothing,
  wish: nothing,
  exchange: async () => 0,
  lookAt: nothing,
  cancelCast: nothing,
  stick: nothing,
  touchButton: nothing,
  touchLook: nothing,
  touchTap: nothing,
};
const install = (world: WorldCommands): void => installCommands({ ...world, ...entrance.commands } satisfies Commands);

const hud = document.getElementById('hud') as HTMLElement;
/** Pages without the world behind them, by address: nothing of it is built. */
const LIGHT_PAGES: Readonly<Record<string, () => Promise<void>>> = {
  '/map': async () => (await import('./ui/mappage')).mountMapPage(hud),
  '/boards': async () => (await import('./ui/boardspage')).mountBoardsPage(hud),
  '/economy': async () => (await import('./ui/economypage')).mountEconomyPage(hud),
  '/admin': async () => (await import('./ui/adminpage')).mountAdminPage(hud),
  '/chat': async () => (await import('./ui/chatpage')).mountChatPage(hud, { ...unbuilt, ...entrance.commands }),
};
const light = LIGHT_PAGES[location.pathname];
if (light) light().catch(failed => console.error(`the page ${location.pathname} did not load`, failed));
else play();

function play(): void {
  install(unbuilt);
  mountHud(hud);
  // Whoever reloads is in the world without a click on Play; and a phone call may have silenced the page.
  for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, () => screen.value === 'play' && ears.wake(), true);
  entrance.begin();
  build().catch(error => {
    console.error(error);
    entrance.fail(t('enter.failed', { why: errorText(error) }));
  });
}

async function build(): Promise<void> {
  const built = await buildWorld(canvas, tier(), (step, done) => {
    loading.value = { step, done };
  });
  const session = new Session(host, link, built.sim, region => built.cores.coreFor(region));
  const game = new Game(built, session, canvas, ears);
  install(game.commands);
  fitCanvas(game);
  entrance.built(game);
  if (screen.value === 'landing') loading.value = { step: '', done: 1 };
  worldReady.value = true;
  const { one, after } = runFrames(game);
  if (asked.has('test')) after.run = exposeGame(game, one);
  // It was made with the first one.
  let isFirst = true;
  settings.tier.subscribe(() => {
    if (!isFirst) built.renderer.setTier(tier());
    isFirst = false;
  });
  settings.palette.subscribe(palette => built.renderer.setPalette(palette));
}

/** What the address asks for, else what the settings say; undefined lets the renderer look at the machine. */
function tier(): Tier | undefined {
  const named = TIERS.find(each => each === asked.get('tier'));
  const chosen = settings.tier.value;
  return named ?? (chosen === 'auto' ? undefined : chosen);
}

/** Runs a frame per picture of the screen. `one` runs one at once; `after` is called when one is done. */
function runFrames(game: Game): { one: () => void; after: { run: (now_ms: number) => void } } {
  let last_ms = performance.now();
  const after = { run: (_now_ms: number) => {} };
  const one = () => {
    const now_ms = performance.now();
    const dt_s = (now_ms - last_ms) / 1000;
    last_ms = now_ms;
    frame(game, dt_s, now_ms);
    after.run(now_ms);
  };
  const again = () => {
    one();
    const took_ms = performance.now() - last_ms;
    // Behind the landing page the picture is scenery: a weak machine should keep half of its time for the page itself.
    if (screen.value !== 'play' && took_ms > SLOW_FRAME_MS) setTimeout(() => requestAnimationFrame(again), took_ms);
    else requestAnimationFrame(again);
  };
  requestAnimationFrame(again);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) game.rest();
  });
  return { one, after };
}

function fitCanvas(game: Game): void {
  const fitWindow = () => game.stage.renderer.resize(window.innerWidth, window.innerHeight, window.devicePixelRatio);
  fitWindow();
  addEventListener('resize', fitWindow);
}

// An unhandled failure of the game must be seen: the page stays, the player is told.
addEventListener('unhandledrejection', event => {
  if (screen.value === 'loading') playError.value = String(event.reason);
});
