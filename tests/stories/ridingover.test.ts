// Over a border in the saddle: the ride, the title and what deeds count go along, and the other side sees them.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUTTON_FORWARD, FLAG_MOUNTED, RUN_MPS } from '../../assembly/layout';
import { callSteed } from '../../src/shared/rules/mounts';
import { divide, EAST, LANE_Z, LINE_X } from '../harness/border';
import { type Bot, type Ground, Stage } from '../harness/world';

const BORDERER = 23;
const WOLFSBANE = 4;
const stage = await Stage.open();
await divide(stage);
const west = await stage.ground('3-2-3');
const east = await stage.ground('3-3-3');
let bot: Bot;
let other: Bot;

async function stand(x: number, on: Ground): Promise<Bot> {
  const guest = await stage.join();
  await stage.until(async () => (await stage.whereIs(guest))?.key.startsWith('3-') ?? false, 80, 'a quarter');
  await stage.place(guest, x, LANE_Z);
  await stage.until(async () => (await stage.whereIs(guest)) === on, 80, 'the place');
  await stage.turns(3);
  return guest;
}

beforeAll(async () => {
  bot = await stand(LINE_X - 9, west);
  other = await stand(LINE_X + 12, east);
  await west.player(bot, player => {
    player.character.level = 8;
    Object.assign(player.character.life, { mounts: [1], mount: 1, deeds: [1, 4, 40, 31], title: WOLFSBANE });
    player.journal.life = player.journal.character = true;
  });
  await stage.turns(3);
});
afterAll(async () => {
  await bot.cut();
  await other.cut();
  await stage.minute();
});

it('a rider gallops on, is known by his title over there, and has crossed a border', async () => {
  bot.use(callSteed().id);
  await stage.turns(callSteed().cast_ticks + 4);
  expect(bot.own!.flags & FLAG_MOUNTED).toBeTruthy();
  const named = () => east.world(world => world.strangers.get(bot.entity)?.title ?? '');
  await stage.until(async () => (await named()) === 'the Wolfsbane', 60, 'his title over there');
  const before = bot.all('deed').filter(({ deed }) => deed === BORDERER).length;
  bot.clientTick += 4;
  bot.hold(BUTTON_FORWARD, EAST);
  let fastest_mps = 0;
  await stage.until(
    async () => {
      bot.clientTick++;
      fastest_mps = Math.max(fastest_mps, Math.hypot(bot.own!.vx, bot.own!.vz));
      return bot.known('welcome').region === east.key && (await stage.whereIs(bot)) === east;
    },
    80,
    'the east',
  );
  await stage.turns(6);
  expect(bot.own!.flags & FLAG_MOUNTED).toBeTruthy();
  expect(fastest_mps).toBeGreaterThan(RUN_MPS * 1.5);
  const life = await east.player(bot, ({ character }) => character.life);
  expect(life).toMatchObject({ mounts: [1], title: WOLFSBANE });
  expect(life.tallies.border).toBeGreaterThanOrEqual(1);
  expect(life.deeds.filter(deed => deed === BORDERER)).toEqual([BORDERER]);
  expect(bot.all('deed').filter(({ deed }) => deed === BORDERER).length).toBeLessThanOrEqual(before + 1);
});
